"""The how-to pages on keeping a project, followed step by step."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from rashomon.cli import main

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("search.md", "back-up-and-move.md", "remove-a-report.md", "check-a-project.md")


def run(*arguments: str) -> tuple[int, str]:
    """The exit code of a command and what it printed."""
    result = CliRunner().invoke(main, list(arguments))
    return result.exit_code, result.output


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with the reports that the pages name."""
    shutil.copyfile(ROOT / "tests" / "fixtures" / "reports.jsonl", tmp_path / "reports.jsonl")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", PAGES)
def test_every_command_of_a_page_runs(folder: Path, page: str) -> None:
    """In an empty folder each command of the page ends with 0, and a search finds something."""
    text = (ROOT / "docs" / "how-to" / page).read_text("utf-8")
    commands = re.findall(r"^    rashomon (.*)$", text, re.MULTILINE)
    assert commands
    for command in commands:
        code, printed = run(*shlex.split(command))
        assert code == 0, (command, printed)
        assert "Nothing found" not in printed, command


def test_search_prints_hits_pages_and_json(folder: Path) -> None:
    """A hit shows its day, id, outlet and words; the next page is told; --json has the same hits."""
    run("init")
    run("add", "reports.jsonl")
    code, printed = run("search", "quetta", "--limit", "1")
    assert code == 0
    assert "2025-03-06  rpt-426cc07e8ed3fce6  report  Ridge Courier" in printed
    assert "--start 1" in printed
    page = json.loads(run("search", "quetta", "--limit", "1", "--json")[1])
    assert page["hits"][0]["report"] == "rpt-426cc07e8ed3fce6"
    assert page["more"] is True
    assert "Nothing found" in run("search", "xylophone")[1]
    assert run("search", "x", "--from", "soon")[0] == 2


def test_doctor_ends_with_five_where_something_is_wrong(folder: Path) -> None:
    """A report whose search words are gone is a fault with advice and exit code 5; after repair it is 0."""
    from sqlalchemy import text

    from rashomon.storage import open_store

    run("init")
    run("add", "reports.jsonl")
    with open_store("rashomon.sqlite") as store, store.writing() as connection:
        connection.execute(text("DELETE FROM search_index"))
    code, printed = run("doctor")
    assert code == 5
    assert "search" in printed
    assert "--repair" in printed
    assert json.loads(run("doctor", "--json")[1])["findings"][0]["check"] == "search"
    code, printed = run("doctor", "--repair")
    assert code == 0
    assert "mended" in printed
    assert run("doctor", "--store", "none.sqlite")[0] == 5


def test_remove_needs_a_report_and_a_reason(folder: Path) -> None:
    """Without a report or a reason it is wrong use; an unknown report too; --json says what was left."""
    run("init")
    run("add", "reports.jsonl")
    assert run("remove")[0] == 2
    assert run("remove", "rpt-99f4b1ef553c1d80")[0] == 2
    assert run("remove", "rpt-0", "--reason", "x")[0] == 2
    code, printed = run("remove", "rpt-99f4b1ef553c1d80", "--reason", "Rights.", "--json")
    assert code == 0
    assert json.loads(printed)["copies"] == ["rpt-2857d294a42b5327"]
    assert json.loads(run("remove", "--list", "--json")[1])[0]["reason"] == "Rights."
    assert "refused" in run("add", "reports.jsonl")[1]
