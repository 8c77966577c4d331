"""The how-to pages whose steps show what they print, followed in an empty folder."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PAGES = Path(__file__).parents[2] / "docs" / "how-to"
_STEP = re.compile(r"```sh\n(.*?)```\s*```text\n(.*?)```", re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """An empty folder; a server that a step left running there is ended."""
    yield tmp_path
    server = tmp_path / "server.pid"
    if server.exists():
        with contextlib.suppress(ProcessLookupError, ValueError):
            os.kill(int(server.read_text()), signal.SIGTERM)


@pytest.mark.parametrize(
    ("page", "steps"),
    [("read-feeds-mail-pdf-archives.md", 3), ("watch-sources.md", 4), ("compare-with-a-data-set.md", 1)],
)
def test_every_step_of_a_page_does_what_it_says(folder: Path, page: str, steps: int) -> None:
    """Each block of commands ends without error and prints the lines that the page shows below it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    found = _STEP.findall((PAGES / page).read_text("utf-8").replace("8123", port))
    assert len(found) == steps
    env = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    for commands, shown in found:
        done = subprocess.run(
            ["bash", "-e", "-c", commands],
            cwd=folder,
            env=env,
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        for line in shown.strip().splitlines():
            assert line in done.stdout + done.stderr, done.stdout + done.stderr
