"""Every command of a project does on PostgreSQL what it does on SQLite."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.postgres import Server
from click.testing import CliRunner
from tests.store.worlds import WORLD, write

from rashomon.cli import main

#: Instants of now, what is numbered by them, and the project's own address: all that may differ.
_OF_NOW = re.compile(r"20(?!25-)\d\d-\d\d-\d\d[T ]?[\d:.]*Z?|dec-[0-9a-f]+")


class Walk:
    """One project, and what each command that was given to it printed."""

    def __init__(self, store: str, folder: Path) -> None:
        self.store, self._folder = store, folder
        self.steps: list[tuple[str, int, str]] = []

    def run(self, *arguments: str, store: str | None = None) -> str:
        """What a command printed; kept with its exit code, without what differs from store to store."""
        where = [] if self.store in arguments else ["--store", store or self.store]
        result = CliRunner().invoke(main, [*arguments, *where])
        line, text = (
            said.replace(str(self._folder), "").replace(store or self.store, "STORE")
            for said in (" ".join(arguments), result.output)
        )
        self.steps.append((_OF_NOW.sub("NOW", line), result.exit_code, _OF_NOW.sub("NOW", text)))
        return result.output

    def records(self, *arguments: str) -> list[dict[str, object]]:
        """The records that a command prints as JSON."""
        found: list[dict[str, object]] = json.loads(self.run(*arguments, "--json"))
        return found


def test_a_walk_through_all_commands_prints_the_same_on_both(postgres: Server, tmp_path: Path) -> None:
    """From init to unarchive each command ends alike and prints the same, but for addresses and the time of day."""
    walks = []
    for kind, store, copy in _projects(postgres, tmp_path):
        folder = tmp_path / kind
        folder.mkdir()
        walk = Walk(store, folder)
        _collect(walk, folder)
        _find(walk, folder)
        _decide(walk, folder)
        _remove(walk, folder)
        _keep(walk, folder, copy)
        walks.append(walk.steps)
    one, other = walks
    assert len(one) > 40
    for mine, theirs in zip(one, other, strict=True):
        assert mine == theirs
    assert [line for line, code, _ in one if code] == ["show story-0000000000000000"]


def _projects(postgres: Server, folder: Path) -> Iterator[tuple[str, str, str]]:
    """Each kind of store: its name, the address of a project to be made, and of a copy of it."""
    yield "sqlite", str(folder / "walk.sqlite"), str(folder / "copy.sqlite")
    yield "postgresql", postgres.new_database("walk"), postgres.new_database("walk_copy")


def _collect(walk: Walk, folder: Path) -> None:
    write(folder, WORLD)
    world = str(folder / "world.jsonl")
    for command in (["init"], ["init", "--json"], ["add", world], ["add", world, "--json"]):
        walk.run(*command)
    walk.run("sources", "--add", "http://127.0.0.1:9/feed.xml")
    walk.run("sources", "--export", str(folder / "sources.toml"))
    walk.run("watch", "--once")
    walk.run("sources")
    walk.run("sources", "--remove", "http://127.0.0.1:9/feed.xml")


def _find(walk: Walk, folder: Path) -> None:
    listed = walk.records("stories")
    walk.run("stories")
    story = str(listed[0]["id"])
    for command in (["show", story], ["show", story, "--json"], ["show", story, "--as-of", "2025-12-31"]):
        walk.run(*command)
    walk.run("show", "story-0000000000000000")
    for filters in (
        ["killed"],
        ["--measure", "killed", "--place", "Durban"],
        ["--kind", "figure", "--support", "single"],
        ["--from", "2025-05-01", "--to", "2025-05-03", "--kind", "report"],
        ["--story", story, "--kind", "event"],
        ["--kind", "claim", "--limit", "3", "--start", "2"],
    ):
        walk.run("search", *filters)
        walk.run("search", *filters, "--json")
    walk.run("build", walk.store, "--out", str(folder / "out"))


def _decide(walk: Walk, folder: Path) -> None:
    waiting = walk.records("review")
    figure = next(str(i["claim"]) for i in waiting if i["kind"] == "figure")
    by = ("--by", "R. Desk", "--why", "Heard it.")
    for kind, *rest in (
        ("accept", figure), ("reject", figure), ("correct", figure, "--value", "5"), ("recommend", figure),
        ("grade_root", "police", "--grade", "B"), ("note", figure),
    ):  # fmt: skip
        decision = json.loads(walk.run("decide", kind, *rest, *by, "--json"))
        if kind == "reject":
            walk.run("decide", "undo", decision["id"], *by)
    walk.run("decisions")
    walk.run("decisions", "--export", str(folder / "decisions.jsonl"))
    walk.run("decisions", "--import", str(folder / "decisions.jsonl"))
    walk.run("rebuild", "--json")


def _remove(walk: Walk, folder: Path) -> None:
    gone = next(str(hit["report"]) for hit in json.loads(walk.run("search", "--kind", "report", "--json"))["hits"])
    walk.run("versions", gone)
    walk.run("versions", gone, "--json")
    walk.run("remove", gone, "--reason", "Asked by the outlet.", "--by", "R. Desk", "--json")
    walk.run("remove", "--list")
    walk.run("add", str(folder / "world.jsonl"))
    walk.run("add", str(folder / "world.jsonl"), "--force")
    walk.run("doctor", "--full", "--json")


def _keep(walk: Walk, folder: Path, copy: str) -> None:
    walk.run("backup", str(folder / "backup.zip"), "--json")
    walk.run("archive", str(folder / "archive.zip"), "--json")
    walk.run("archive", str(folder / "archive"))
    walk.run("unarchive", str(folder / "archive.zip"), store=copy)
    walk.run("doctor", "--full", store=copy)
    walk.run("stories", "--json", store=copy)
