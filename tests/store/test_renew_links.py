"""Links that another version of the program made are made anew when a project is opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

import msgspec
import pytest
from sqlalchemy import Connection, delete, update
from tests.store.deciding import decide
from tests.store.lives import ids, remove
from tests.store.worlds import FIRE, FLOOD, WORLD, add, dossiers

from rashomon import app
from rashomon.app.parts import shipped_parts
from rashomon.errors import StoreError
from rashomon.model.report import Report
from rashomon.project import Linker, renew_links
from rashomon.storage import Store, tables
from rashomon.storage.fact_rows import save_fact
from rashomon.storage.story_rows import list_stories

T = TypeVar("T")


def test_links_of_another_version_are_made_anew(world: Store) -> None:
    """A project whose marks, components and stories an older program made is, once opened, what this one makes."""
    reports = {r.given_ids[0]: r.id for d in dossiers(world) for r in d.reports}
    app.decide(world.address, "merge_stories", [reports["fire-1"], reports["clash-1"]], by="R. Desk")
    before = msgspec.json.encode(dossiers(world))
    with world.writing() as connection:
        connection.execute(delete(tables.marks))
        connection.execute(delete(tables.stories))
        connection.execute(update(tables.reports).values(component=tables.reports.c.seq))
        save_fact(connection, "linked_by", "an older one")
    assert app.stories(world.address)
    assert msgspec.json.encode(dossiers(world)) == before
    assert app.doctor(world.address, full=True).findings == ()


def test_links_of_this_version_are_left_alone(store: Store) -> None:
    """Opening a project of this version forms nothing anew: a story that was spoiled by hand stays so."""
    add(store, FIRE)
    with store.writing() as connection:
        connection.execute(update(tables.stories).values(state="spoiled"))
    app.stories(store.address)
    with store.reading() as connection:
        assert [s.state for s in list_stories(connection)] == ["spoiled"]


@pytest.mark.parametrize("steps", [2, 4, 7])
def test_a_renewal_that_was_broken_off_goes_on(world: Store, steps: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken off after any step and begun again, a renewal links no report twice and makes what it would have made."""
    before = msgspec.json.encode(dossiers(world))
    _age(world)
    monkeypatch.setattr(renew_links, "_MANY", 3)
    linked: list[int] = []
    join = Linker.join

    def noting(self: Linker, connection: Connection, some: Sequence[tuple[int, Report]]) -> None:
        linked.extend(seq for seq, _ in some)
        join(self, connection, some)

    monkeypatch.setattr(Linker, "join", noting)
    library = shipped_parts().library
    with pytest.raises(ZeroDivisionError):
        renew_links.renew_links(world, library, _Breaking(steps))
    assert renew_links.renew_links(world, library)
    assert not renew_links.renew_links(world, library)
    assert sorted(linked) == list(range(1, len(WORLD) + 1))
    assert msgspec.json.encode(dossiers(world)) == before
    assert app.doctor(world.address, full=True).findings == ()


def test_an_older_program_that_still_runs_is_refused(store: Store) -> None:
    """What would mix the links of two versions is refused, and nothing of it is kept: adding, removing, deciding."""
    add(store, FIRE)
    before = ids(store)
    _age(store)
    with pytest.raises(StoreError, match="Another version"):
        add(store, FLOOD)
    with pytest.raises(StoreError, match="Another version"):
        remove(store, "fire-1")
    with pytest.raises(StoreError, match="Another version"):
        decide(store, "split_stories", before["fire-1"])
    assert ids(store) == before
    renew_links.renew_links(store, shipped_parts().library)
    add(store, FLOOD)
    assert app.doctor(store.address, full=True).findings == ()


def _age(store: Store) -> None:
    """Let an older program have made the links."""
    with store.writing() as connection:
        save_fact(connection, "linked_by", "an older one")


class _Breaking:
    """Progress that is broken off after so many steps."""

    def __init__(self, steps: int) -> None:
        self._steps = steps

    def stage(self, name: str, seconds: float, issues: int) -> None:
        """Say nothing."""

    def track(self, items: Sequence[T], before: int = 0, of: int | None = None) -> Iterator[T]:
        """So many of the items."""
        yield from items[: self._steps]
        raise ZeroDivisionError
