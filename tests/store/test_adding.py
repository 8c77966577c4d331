"""Reports added to a project, on every kind of store."""

from __future__ import annotations

import datetime as dt
import gc
import itertools
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection
from tests.store.conftest import Projects
from tests.store.worlds import CLASH, FIRE, FLOOD, NOON, WORLD, add, dossiers, quiet, read, write

from rashomon import app
from rashomon.app.parts import shipped_parts
from rashomon.errors import NotFoundError
from rashomon.grouping import Sketch, Words
from rashomon.knowledge.library import Library
from rashomon.model.grouping import Story
from rashomon.model.report import Report
from rashomon.project import Linker, add_reports, sketches
from rashomon.settings import Settings, parse_as_of
from rashomon.storage import Store, report_rows
from rashomon.storage.story_rows import list_stories

_NAMES = itertools.count()


def test_adding_the_same_reports_again_changes_nothing(store: Store) -> None:
    """A second time, no report is new and the dossiers keep their bytes."""
    first = add(store, WORLD)
    before = msgspec.json.encode(dossiers(store))
    again = add(store, WORLD, NOON + dt.timedelta(days=3))
    assert (len(first.new), again.new, again.fuller) == (len(WORLD), (), ())
    assert msgspec.json.encode(dossiers(store)) == before


def test_a_project_gives_the_bytes_of_a_build_from_files(world: Store, tmp_path: Path) -> None:
    """The dossiers of a project are those of `build` over the same reports."""
    built = app.build([write(tmp_path, WORLD)], Settings())
    assert msgspec.json.encode(dossiers(world)) == msgspec.json.encode(list(built.dossiers))


def test_what_reports_are_compared_by_is_made_before_the_store_is_held(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While new reports are stored and linked, no text of them is taken apart any more."""
    made: list[str] = []
    inside: list[str] = []
    sketch_of, join = sketches.sketch_of, Linker.join

    def noted(report: Report, words: Words, library: Library) -> Sketch:
        made.append(report.id)
        return sketch_of(report, words, library)

    def joined(linker: Linker, connection: Connection, some: Sequence[tuple[int, Report]]) -> None:
        before = len(made)
        join(linker, connection, some)
        inside.extend(made[before:])

    monkeypatch.setattr(sketches, "sketch_of", noted)
    monkeypatch.setattr(Linker, "join", joined)
    assert set(add(store, CLASH).new) == set(made)
    assert inside == []


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(WORLD), cuts=st.sets(st.integers(1, len(WORLD) - 1)))
def test_any_order_and_batches_give_the_project_of_one_batch(
    projects: Projects,
    of_one_batch: tuple[list[Story], bytes],
    tmp_path: Path,
    order: list[dict[str, object]],
    cuts: set[int],
) -> None:
    """Reports that come in any order and batches give the stories and dossiers of one batch."""
    folder = tmp_path / str(next(_NAMES))
    folder.mkdir()
    with projects.begun("sqlite", "empty", lambda _: None, folder) as parts:
        edges = [0, *sorted(cuts), len(order)]
        for start, end in itertools.pairwise(edges):
            add(parts, order[start:end])
        assert _told(parts) == of_one_batch


@pytest.fixture(scope="module")
def of_one_batch(projects: Projects, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Story], bytes]:
    """The stories and dossiers of the world, added at once."""
    with projects.of_world("sqlite", tmp_path_factory.mktemp("whole")) as whole:
        return _told(whole)


def _told(store: Store) -> tuple[list[Story], bytes]:
    with store.reading() as connection:
        stories = [s.story for s in list_stories(connection)]
    return stories, msgspec.json.encode(dossiers(store))


@pytest.mark.parametrize("fails", [False, True])
def test_looking_for_circles_rests_while_reports_are_stored_and_no_longer(store: Store, fails: bool) -> None:
    """The collector is off where a batch is stored, and on again after it, also where the batch failed."""
    seen: list[bool] = []

    def beside(_connection: Connection, _kinds: Mapping[str, str]) -> None:
        seen.append(gc.isenabled())
        if fails:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError) if fails else nullcontext():
        add_reports(store, read(FIRE), shipped_parts(), quiet(), beside=beside)
    assert (seen, gc.isenabled()) == ([False], True)


def test_adding_to_one_story_leaves_the_others_untouched(store: Store) -> None:
    """A report on the fire changes the fire's story alone."""
    add(store, [*FIRE[:1], *FLOOD, *CLASH])
    with store.reading() as connection:
        before = {s.story.id: s.state for s in list_stories(connection)}
    add(store, FIRE[1:2])
    with store.reading() as connection:
        after = {s.story.id: s.state for s in list_stories(connection)}
    changed = {s for s in before.keys() | after.keys() if before.get(s) != after.get(s)}
    assert len(changed) == 1
    assert len(before) == len(after)


def test_a_story_answers_to_the_name_of_any_of_its_reports(store: Store) -> None:
    """An older report renames a story, and the name it had before still finds it."""
    add(store, FIRE[1:2])
    with store.reading() as connection:
        old = list_stories(connection)[0].story.id
    add(store, FIRE[:1])
    found = dossiers(store, story=old)
    assert len(found) == 1
    assert found[0].story != old


def test_an_undated_report_counts_from_when_it_was_learned(store: Store) -> None:
    """As of a day before it was learned an undated report stands apart; after that day it is inside."""
    add(store, FLOOD)
    early = dossiers(store, as_of=parse_as_of("2025-05-06"))
    late = dossiers(store, as_of=parse_as_of("2025-05-11"))
    assert "flood-undated" not in {g for d in early for r in d.reports for g in r.given_ids}
    assert "flood-undated" in {g for d in late for r in d.reports for g in r.given_ids}


def test_a_later_version_of_a_page_counts_from_when_it_was_seen(store: Store) -> None:
    """An edited page replaces its first version from the instant it was seen, whatever date it still bears."""
    edited = FIRE[0] | {"id": "fire-1b", "text": FIRE[0]["text"].replace("Four", "Five")}
    add(store, FIRE[:1], NOON)
    add(store, [edited], NOON + dt.timedelta(hours=4))
    between, after = NOON + dt.timedelta(hours=2), NOON + dt.timedelta(hours=5)
    (first,) = dossiers(store, as_of=between)
    (second,) = dossiers(store, as_of=after)
    assert [r.given_ids for r in first.reports] == [("fire-1",)]
    assert [r.given_ids for r in second.reports] == [("fire-1b",)]


def test_a_page_asked_for_again_that_shows_its_first_text_counts_so(store: Store) -> None:
    """Asked for at its address, a first version that is back is live from then on; the same bytes of a file change nothing."""
    edited = FIRE[0] | {"id": "fire-1b", "text": FIRE[0]["text"].replace("Four", "Five")}
    hours = [NOON + dt.timedelta(hours=4 * n) for n in range(3)]
    add(store, FIRE[:1], hours[0])
    add(store, [edited], hours[1])
    add(store, FIRE[:1], hours[2])
    assert [r.given_ids for r in dossiers(store)[0].reports] == [("fire-1b",)]
    add(store, FIRE[:1], hours[2], asked={"world.jsonl:1"})
    assert [r.given_ids for r in dossiers(store)[0].reports] == [("fire-1",)]
    assert [r.given_ids for r in dossiers(store, as_of=hours[1])[0].reports] == [("fire-1b",)]


def test_as_of_a_day_before_every_report_there_is_nothing(store: Store) -> None:
    """An instant before the first report is a NotFoundError."""
    add(store, CLASH)
    with pytest.raises(NotFoundError):
        dossiers(store, as_of=parse_as_of("2025-04-01"))


def test_a_report_given_again_with_its_date_is_completed(store: Store) -> None:
    """A record with a date replaces the same report's record without one, and keeps when it was learned first."""
    undated = {k: v for k, v in FIRE[0].items() if k != "published"}
    add(store, [undated], NOON)
    added = add(store, FIRE[:1], NOON + dt.timedelta(days=1))
    with store.reading() as connection:
        (stored,) = report_rows.every_report(connection)
    assert len(added.fuller) == 1
    assert stored.report.published is not None
    assert stored.report.learned_at == NOON
