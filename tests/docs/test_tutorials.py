"""The tutorials' commands, followed in an empty folder that has the example beside it."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from rashomon.cli import main

ROOT = Path(__file__).resolve().parents[2]
_COMMAND = re.compile(r"^    \.venv/bin/rashomon (.*)$", re.MULTILINE)


def commands(page: str) -> list[list[str]]:
    """The arguments of each command that a tutorial shows, in order."""
    text = (ROOT / "docs" / "tutorial" / page).read_text("utf-8")
    return [shlex.split(found) for found in _COMMAND.findall(text)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with the example, and with reports of the reader's own."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / "my-reports").mkdir()
    shutil.copy(ROOT / "tests" / "fixtures" / "reports.jsonl", tmp_path / "my-reports")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_first_dossier_is_made_as_told(folder: Path) -> None:
    """Each command ends with 0; as of 29 November nothing later is used, and the undated digest stands apart."""
    steps = commands("first-dossier.md")
    assert [step[0] for step in steps] == ["build", "diff", "build", "init", "sources", "watch"]
    printed = {}
    for step in steps[:-1]:
        result = CliRunner().invoke(main, step)
        assert result.exit_code == 0, (step, result.output)
        printed[step[0]] = result.output
    then = json.loads((folder / "out" / "then" / "dossier.json").read_text("utf-8"))
    assert max(r["published"] for r in then["reports"])[:10] == "2024-11-29"
    assert "reports_apart" in {i["code"] for i in then["issues"]}
    assert "What changed from 29 November 2024 to 2 December 2024" in printed["diff"]
    assert (folder / "out" / "mine" / "index.html").is_file()
    assert _interrupted(steps[-1]) == 0


def _interrupted(step: list[str]) -> int:
    """The exit code of a command that Ctrl-C ends once it has told something."""
    command = [sys.executable, "-m", "rashomon.cli", *step]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as watching:
        assert watching.stdout is not None
        try:
            assert "outlet.example" in watching.stdout.readline()
            watching.send_signal(signal.SIGINT)
            return watching.wait(60)
        finally:
            watching.kill()


def test_the_workspace_has_what_its_tutorial_adds(folder: Path) -> None:
    """init and add end with 0 and leave a project of the example's reports; serve has the options that it is shown with."""
    *steps, serve = commands("workspace.md")
    assert [step[0] for step in steps] == ["init", "add"]
    for step in steps:
        result = CliRunner().invoke(main, step)
        assert result.exit_code == 0, (step, result.output)
    assert "16 reports" in CliRunner().invoke(main, ["init"]).output
    assert CliRunner().invoke(main, [*serve, "--help"]).exit_code == 0
