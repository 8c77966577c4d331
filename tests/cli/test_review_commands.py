"""Review as a person does it: one key a decision, undo, decisions out and in."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.store.worlds import FIRE, write

from rashomon.cli import main


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with a project about a fire."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path, FIRE)
    run("init")
    run("add", "world.jsonl")


def run(*arguments: str, keys: str = "") -> Result:
    """A command's result; `keys` are what the person types."""
    return CliRunner().invoke(main, list(arguments), input=keys)


@pytest.mark.usefixtures("project")
def test_the_queue_goes_by_consequence() -> None:
    """What stands in the headline comes before what stands in the rest of the brief, with its neighbours."""
    items = json.loads(run("review", "--json").stdout)
    assert [i["rank"] for i in items] == sorted(i["rank"] for i in items)
    assert items[0]["reason"] == "stands in the headline"
    assert any(i["before"] or i["after"] for i in items)
    assert all(i["number"] in i["sentence"] for i in items if i["kind"] == "figure" and i["number"])


@pytest.mark.usefixtures("project")
def test_one_key_is_one_decision_and_undo_takes_it_back() -> None:
    """Accept, undo, reject: three decisions are on record, and the rejected claim is not asked about again."""
    first = json.loads(run("review", "--json").stdout)[0]["claim"]
    done = run("review", "--by", "Desk", keys="aurq")
    assert done.exit_code == 0, done.output
    taken = json.loads(run("decisions", "--json").stdout)
    assert [d["kind"] for d in taken] == ["accept", "undo", "reject"]
    assert {d["by"] for d in taken} == {"Desk"}
    assert first not in {i["claim"] for i in json.loads(run("review", "--json").stdout)}


@pytest.mark.usefixtures("project")
def test_a_correction_is_typed_as_field_and_value() -> None:
    """A correction asked for by its key stands in the story's dossier."""
    queue = json.loads(run("review", "--json").stdout)
    at = next(n for n, i in enumerate(queue) if i["kind"] == "figure")
    done = run("review", keys="s" * at + "cvalue 9\nnonsense\n\nMisprint.\nq")
    assert done.exit_code == 0, done.output
    story = queue[0]["story"]
    dossier = json.loads(run("show", story, "--json").stdout)
    claim = next(c for c in dossier["claims"] if c["id"] == queue[at]["claim"])
    assert (claim["value"], bool(claim["decided"])) == (9, True)
    assert dossier["decisions"][0]["why"] == "Misprint."


@pytest.mark.usefixtures("project")
def test_decisions_leave_and_come_back_as_lines(tmp_path: Path) -> None:
    """An export read into another project of the same reports gives its decisions."""
    claim = json.loads(run("review", "--json").stdout)[0]["claim"]
    run("decide", "reject", claim, "--why", "A typing error.")
    assert run("decisions", "--export", "out.jsonl").exit_code == 0
    run("init", "--store", "other.sqlite")
    run("add", "world.jsonl", "--store", "other.sqlite")
    assert "1 decision " in run("decisions", "--import", "out.jsonl", "--store", "other.sqlite").stdout
    assert run("decisions", "--store", "other.sqlite").stdout == run("decisions").stdout
    Path("broken.jsonl").write_text('{"id": 1}\n', encoding="utf-8")
    assert run("decisions", "--import", "broken.jsonl").exit_code == 2


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    "arguments",
    [
        ("reject", "fig-0000000000000000"),
        ("unmask", "Jo Dlamini"),
        ("correct", "fig-0000000000000000"),
        ("correct", "fig-0000000000000000", "--start-date", "someday"),
    ],
)
def test_a_decision_that_cannot_be_taken_is_wrong_use(arguments: tuple[str, ...]) -> None:
    """A missing claim, a missing reason and a correction of nothing exit with 2 and keep nothing."""
    assert run("decide", *arguments).exit_code == 2
    assert json.loads(run("decisions", "--json").stdout) == []


@pytest.mark.usefixtures("project")
def test_a_review_without_a_terminal_is_wrong_use() -> None:
    """Where no key can be pressed, the review ends with 2 and names --json."""
    done = subprocess.run(
        [sys.executable, "-m", "rashomon.cli", "review"], stdin=subprocess.DEVNULL, capture_output=True, text=True,
        start_new_session=True, timeout=120, check=False,
    )  # fmt: skip
    assert (done.returncode, "--json" in done.stderr) == (2, True)


def test_a_report_cannot_steer_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control letters of a report's words are blanks in a review, a search and a list of decisions."""
    monkeypatch.chdir(tmp_path)
    hostile = FIRE[0] | {"title": "A \x1b]0;owned\x07 fire", "text": FIRE[0]["text"] + " \x1b[2J\u202eEnd of it."}
    write(tmp_path, [hostile])
    run("init")
    run("add", "world.jsonl")
    report = json.loads(run("search", "--kind", "report", "--json").stdout)["hits"][0]["report"]
    run("decide", "note", report, "--why", "Odd \x1b[31mletters.")
    printed = [
        CliRunner().invoke(main, c, input="ssssq", color=True).stdout for c in (["review"], ["search"], ["decisions"])
    ]
    for text in printed:
        assert not set("\x07\u202e") & set(text)
        assert "\x1b" not in re.sub(r"\x1b\[[0-9;]*m", "", text)
        assert "\x1b[31m" not in text


@pytest.mark.usefixtures("project")
def test_what_was_decided_is_told_in_words() -> None:
    """The list of decisions and the brief name the claim by what it says; an empty list says so."""
    assert "No decisions yet" in run("decisions").stdout
    queue = json.loads(run("review", "--json").stdout)
    figure = next(i for i in queue if i["kind"] == "figure" and i["machine"]["measure"] == "killed")
    run("decide", "correct", figure["claim"], "--value", "9", "--why", "Misprint.")
    about = f"{figure['machine']['value']} people killed"
    assert about in run("decisions").stdout
    shown = " ".join(run("show", figure["story"]).stdout.split())
    assert f"corrected: {about}" in shown
    assert "now value 9. Why: Misprint." in shown
    assert about in run("search", "--kind", "figure", "--measure", "killed").stdout


def test_every_command_of_the_how_to_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In an empty folder each command of the page on reviewing ends with 0."""
    root = Path(__file__).resolve().parents[2]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports.jsonl").write_bytes((root / "tests" / "fixtures" / "reports.jsonl").read_bytes())
    page = (root / "docs" / "how-to" / "review-and-decide.md").read_text("utf-8")
    commands = re.findall(r"^    rashomon (.*)$", page, re.MULTILINE)
    assert len(commands) > 6
    for command in commands:
        done = run(*shlex.split(command), keys="q")
        assert done.exit_code == 0, (command, done.output)
