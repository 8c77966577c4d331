"""The commands over what is watched, as a user gives them."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.watch.village import Village, open_village

from rashomon.cli import main


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with a project."""
    monkeypatch.chdir(tmp_path)
    assert run("init")[0] == 0
    return tmp_path


@pytest.fixture
def village() -> Iterator[Village]:
    """A calm village whose pages are all there."""
    with open_village(seed=1, length=2) as opened:
        opened.calm, opened.steps = True, 2
        yield opened


def run(*arguments: str) -> tuple[int, str]:
    """The exit code of a command and what it printed."""
    result = CliRunner().invoke(main, list(arguments))
    return result.exit_code, result.output


def at(village: Village, path: str) -> str:
    """An address of the village by this machine's number: its names are known to simulations alone."""
    return f"http://127.0.0.1:{village.port}{path}"


def test_a_list_goes_in_and_out(folder: Path) -> None:
    """--import, --add, --export and --remove change and show one list; a wrong file exits with 2 and its line."""
    (folder / "s.toml").write_text('[[source]]\naddress = "https://a.example/f"\noutlet = "Post \\"A\\""\n')
    assert "1 added" in run("sources", "--import", "s.toml")[1]
    assert json.loads(run("sources", "--add", "https://b.example/", "--kind", "page", "--json")[1])["added"] == [
        "https://b.example/"
    ]
    listed = json.loads(run("sources", "--json")[1])
    assert [(s["address"], s["kind"]) for s in listed] == [
        ("https://a.example/f", "feed"),
        ("https://b.example/", "page"),
    ]
    assert run("sources", "--export", "out.toml")[0] == 0
    assert "2 as before" in run("sources", "--import", "out.toml")[1]
    assert "https://b.example/" in run("sources", "--remove", "https://b.example/")[1]
    assert len(json.loads(run("sources", "--json")[1])) == 1
    (folder / "bad.toml").write_text('[[source]]\nkind = "feed"\n')
    code, said = run("sources", "--import", "bad.toml")
    assert code == 2
    assert "bad.toml, line 1, source 1" in said
    assert run("sources", "--outlet", "x")[0] == 2
    assert run("sources", "--add", "https://c.example/", "--remove", "https://a.example/f")[0] == 2


def test_watching_nothing_is_said(folder: Path) -> None:
    """Without a source, watch exits with 2 and says how to add one."""
    code, said = run("watch", "--once")
    assert code == 2
    assert "rashomon sources --add" in said


def test_watch_once_brings_what_a_page_holds_and_logs_it(folder: Path, village: Village) -> None:
    """One round stores the page, prints a line, and writes the note as JSON; a second one has nothing to do yet."""
    run("sources", "--add", at(village, "/p/0"), "--kind", "page", "--outlet", "Village Post")
    code, said = run("watch", "--once", "--allow-private", "--json-log", "log.jsonl")
    assert code == 0, said
    assert "a new report" in said
    assert "1 request: 1 new report" in said
    (note,) = [json.loads(line) for line in (folder / "log.jsonl").read_text().splitlines()]
    assert (note["what"], note["outcome"], len(note["new"])) == ("polled", "new", 1)
    assert "0 requests" in run("watch", "--once", "--allow-private")[1]
    code, said = run("versions", note["new"][0], "--json")
    assert [v["report"] for v in json.loads(said)] == note["new"]
    assert note["new"][0] in run("versions", note["new"][0])[1]


def test_watch_prints_json_for_programs(folder: Path, village: Village) -> None:
    """With --json each line of the output is a record: what happened, and in the end how much of it."""
    run("sources", "--add", at(village, "/p/0"), "--kind", "page")
    code, said = run("watch", "--once", "--allow-private", "--json")
    assert code == 0, said
    note, end = [json.loads(line) for line in said.splitlines()]
    assert (note["what"], note["outcome"], len(note["new"])) == ("polled", "new", 1)
    assert end == {"what": "ended", "steps": 1, "new": 1, "edited": 0, "failed": 0}


def test_private_addresses_are_refused_unless_allowed(folder: Path, village: Village) -> None:
    """Without --allow-private nothing of this machine is asked, and the reason is printed."""
    run("sources", "--add", at(village, "/p/0"), "--kind", "page")
    code, said = run("watch", "--once")
    assert code == 0
    assert "refused" in said
    assert village.asked == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_watching_when_what_is_done_is_stored(
    folder: Path, village: Village, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    """A signal that comes while a page is being fetched lets it be stored; the exit code is 0, the store whole."""
    answer = village.revision

    def interrupting(page: int) -> int:
        os.kill(os.getpid(), number)
        return answer(page)

    monkeypatch.setattr(village, "revision", interrupting)
    run("sources", "--add", at(village, "/p/0"), "--kind", "page", "--outlet", "Village Post")
    run("sources", "--add", at(village, "/p/1"), "--kind", "page", "--outlet", "Village Post")
    code, said = run("watch", "--allow-private")
    assert code == 0, said
    assert "1 request: 1 new report" in said
    assert village.asked == ["/robots.txt", "/p/0"]


def test_watching_ends_after_the_time_it_is_given(folder: Path, village: Village) -> None:
    """--for ends by itself; a duration that is none exits with 2."""
    run("sources", "--add", at(village, "/p/0"), "--kind", "page", "--at-most", "1d", "--at-least", "1d")
    assert run("watch", "--for", "1s", "--allow-private")[0] == 0
    assert run("watch", "--for", "soon")[0] == 2
