"""The commands over a project, as a user gives them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.store.worlds import CLASH, FIRE, WORLD, write

from rashomon.cli import main


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with the reports of a small world in it."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path, WORLD)
    return tmp_path


def run(*arguments: str) -> tuple[int, str]:
    """The exit code of a command and what it printed."""
    result = CliRunner().invoke(main, list(arguments))
    return result.exit_code, result.output


def test_a_project_from_nothing_to_a_brief(folder: Path) -> None:
    """init, add, stories and show lead from an empty folder to a story's brief."""
    assert run("init")[0] == 0
    assert "7 new" in run("add", "world.jsonl")[1]
    assert "7 already there" in run("add", "world.jsonl")[1]
    listed = json.loads(run("stories", "--json")[1])
    assert [s["newest"][:10] for s in listed] == sorted((s["newest"][:10] for s in listed), reverse=True)
    fire = next(s for s in listed if "Durban" in s["headline"])
    code, text = run("show", fire["id"])
    assert code == 0
    assert fire["headline"].split()[0] in text
    assert json.loads(run("show", fire["id"], "--json")[1])["story"] == fire["id"]


def test_a_project_is_a_source_of_build(folder: Path) -> None:
    """build over a project writes the files of build over its reports."""
    run("init")
    run("add", "world.jsonl")
    assert run("build", "rashomon.sqlite", "--out", "kept")[0] == 0
    assert run("build", "world.jsonl", "--out", "anew")[0] == 0
    kept = {p.relative_to("kept"): p.read_bytes() for p in Path("kept").rglob("*") if p.is_file()}
    anew = {p.relative_to("anew"): p.read_bytes() for p in Path("anew").rglob("*") if p.is_file()}
    assert kept == anew


def test_show_as_of_an_instant_knows_no_later_report(folder: Path) -> None:
    """As of the day of the first report the second one's toll is not known."""
    write(folder, [*FIRE, *CLASH], "some.jsonl")
    run("init", "--store", "p.sqlite")
    run("add", "some.jsonl", "--store", "p.sqlite")
    listed = json.loads(run("stories", "--store", "p.sqlite", "--json")[1])
    fire = next(s["id"] for s in listed if "Durban" in s["headline"])
    then = run("show", fire, "--store", "p.sqlite", "--as-of", "2025-05-01")[1]
    assert "our" in then
    assert "six" not in then.lower()


def test_the_store_comes_from_the_environment_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """RASHOMON_STORE names the project where --store does not."""
    monkeypatch.setenv("RASHOMON_STORE", "desk.sqlite")
    assert run("init")[0] == 0
    assert Path("desk.sqlite").exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["stories", "--store", "none.sqlite"], 5),
        (["add", "world.jsonl", "--store", "none.sqlite"], 5),
        (["show", "story-0000000000000000", "--store", "made.sqlite"], 2),
        (["add", "gone.jsonl", "--store", "made.sqlite"], 3),
        (["add", "noise.bin", "--store", "made.sqlite"], 3),
        (["build", "made.sqlite", "world.jsonl", "--out", "out"], 2),
    ],
)
def test_what_cannot_be_done_has_its_exit_code(folder: Path, arguments: list[str], code: int) -> None:
    """A missing project is 5, a missing story 2, a source missing or unreadable 3, a mixture of project and files 2."""
    run("init", "--store", "made.sqlite")
    (folder / "noise.bin").write_bytes(bytes(range(256)) * 8)
    assert run(*arguments)[0] == code


def test_serving_what_is_not_there_is_told_at_once(tmp_path: Path) -> None:
    """serve over no project ends with what to do, before it names an address to open."""
    code, text = run("serve", "--store", str(tmp_path / "none.sqlite"))
    assert code != 0
    assert "rashomon init" in text
    assert "Open http" not in text


def test_serve_with_accounts_wants_one(tmp_path: Path) -> None:
    """serve --accounts over a project in which nobody may sign in ends with how to make an account."""
    store = str(tmp_path / "project.sqlite")
    run("init", "--store", store)
    code, text = run("serve", "--store", store, "--accounts")
    assert (code, "rashomon account add" in text) == (2, True)


def test_a_password_in_an_address_is_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a command says of a project names its address without the password."""
    monkeypatch.setattr("rashomon.app.init", lambda store: 0)
    code, text = run("init", "--store", "postgresql://desk:secret@db/crisis")
    assert code == 0
    assert "postgresql://desk@db/crisis" in text
    assert "secret" not in text + run("init", "--json", "--store", "postgresql://desk:secret@db/crisis")[1]


def test_an_issue_on_the_terminal_names_its_report(folder: Path) -> None:
    """A report in a language that is not read is named beside the words that say so."""
    text = "Un incendie a détruit plusieurs maisons dans le quartier du port pendant la nuit de lundi à mardi. " * 3
    (folder / "feu.txt").write_text(text, encoding="utf-8")
    run("init")
    code, printed = run("add", "feu.txt")
    assert code == 0
    added = json.loads(run("add", "feu.txt", "--json")[1])["again"]
    assert f"warning: {added[0]}: The report is in language fr" in printed
