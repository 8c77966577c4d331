"""The how-to page on feeds, mail, PDFs and archives, followed in an empty folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "read-feeds-mail-pdf-archives.md"
_STEP = re.compile(r"```sh\n(.*?)```\s*```text\n(.*?)```", re.DOTALL)


def test_every_step_of_the_page_does_what_it_says(tmp_path: Path) -> None:
    """Each block of commands ends without error and prints the lines that the page shows below it."""
    steps = _STEP.findall(PAGE.read_text("utf-8"))
    assert len(steps) == 3
    env = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
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
            assert line in done.stdout + done.stderr
