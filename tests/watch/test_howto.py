"""The how-to page on watching, followed in an empty folder."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "watch-sources.md"
_STEP = re.compile(r"```sh\n(.*?)```\s*```text\n(.*?)```", re.DOTALL)


def test_every_step_of_the_page_does_what_it_says(tmp_path: Path) -> None:
    """Each block of commands ends without error and prints the lines that the page shows below it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    steps = _STEP.findall(PAGE.read_text("utf-8").replace("8123", port))
    assert len(steps) == 4
    env = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    try:
        for commands, shown in steps:
            done = subprocess.run(
                ["bash", "-e", "-c", commands],
                cwd=tmp_path,
                env=env,
                capture_output=True,
                text=True,
                timeout=240,
                check=False,
            )
            assert done.returncode == 0, done.stderr
            for line in shown.strip().splitlines():
                assert line in done.stdout, done.stdout + done.stderr
    finally:
        server = tmp_path / "server.pid"
        if server.exists():
            with contextlib.suppress(ProcessLookupError, ValueError):
                os.kill(int(server.read_text()), signal.SIGTERM)
