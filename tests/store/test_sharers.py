"""What a process keeps of a store's marks holds only as long as the store's marks are those that it knows."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select
from tests.store.worlds import CLASH, FIRE, FLOOD, quiet, read

from rashomon.app.parts import shipped_parts
from rashomon.model.claim import ReportClaims
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.pipeline import Parts
from rashomon.project import Linker, add_reports, sharers
from rashomon.storage import Store, link_rows, report_rows, tables

Links = dict[tuple[str, str, str], float]


@pytest.fixture(autouse=True)
def _all_crowds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every mark that a report has is kept at hand."""
    monkeypatch.setattr(sharers, "_CROWD", 1)


def test_two_processes_that_add_in_turn_find_every_link(store: Store) -> None:
    """Reports that two processes add in turn have the links of reports that one process adds at once."""
    linkers = _linker(), _linker()
    # What the first one looks for third, it has seen one report with; the other one brought the same text meanwhile.
    for at, report in enumerate(read([*FIRE[1:], *FIRE[:1], *FLOOD]).value):
        _add(store, [report], linkers[at % 2])
    assert _links(store) == _anew(store)


def test_a_batch_that_was_given_up_is_forgotten(store: Store) -> None:
    """A process whose batch failed finds the links of what another one stored under the same numbers."""
    mine, other = _linker(), _linker()
    _add(store, read(FLOOD).value, mine)
    with pytest.raises(ZeroDivisionError):
        _add(store, read(FIRE).value, mine, fails=True)
    _add(store, read(CLASH).value, other)
    _add(store, read(FIRE).value, mine)
    assert _links(store) == _anew(store)


@pytest.mark.parametrize("kept", [0, 1, 3])
def test_a_process_that_keeps_few_reports_at_hand_finds_every_link(store: Store, kept: int) -> None:
    """However few reports a process keeps ready for comparison, it finds the links that one finds which keeps nothing."""
    linker = Linker(shipped_parts().library, kept)
    for report in read([*FIRE, *FLOOD, *CLASH]).value:
        _add(store, [report], linker)
    assert _links(store) == _anew(store)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lists=st.lists(st.sets(st.integers(1, 60), min_size=1), min_size=1, max_size=6),
    far=st.integers(0, 100_000),
    least=st.integers(1, 4),
)
def test_numbers_far_apart_are_found_as_near_ones_are(lists: list[set[int]], far: int, least: int) -> None:
    """What stands in so many lists is found, in order, however far apart the numbers lie."""
    moved = [sorted(n + far * (n > 30) for n in some) for some in lists]
    times = Counter(n for some in moved for n in some)
    given_lists = [array("I", some) if at % 2 else some for at, some in enumerate(moved)]
    assert sharers._in_several(given_lists, least).tolist() == sorted(n for n in times if times[n] >= least)


def _linker() -> Linker:
    return Linker(shipped_parts().library)


def _add(store: Store, reports: Sequence[Report], linker: Linker, *, fails: bool = False) -> None:
    parts = Parts(None, shipped_parts().library, lambda some: [Outcome(ReportClaims(report=r.id)) for r in some])  # type: ignore[arg-type]

    def beside(_connection: Connection, _kinds: Mapping[str, str]) -> None:
        if fails:
            raise ZeroDivisionError

    add_reports(store, Outcome(tuple(reports)), parts, quiet(), linker=linker, beside=beside)


def _links(store: Store) -> Links:
    with _named(store) as (connection, names):
        found: Links = {}
        # So few reports are all cores but for copies: each has its chances with all others.
        for table in (tables.links, tables.chances):
            rows = connection.execute(select(table)).all()
            assert rows
            found |= {(table.name, names[report], names[other]): value for report, other, value in rows}
        return found


def _anew(store: Store) -> Links:
    """The links that a process finds which keeps nothing."""
    with _named(store) as (connection, names):
        every = list(report_rows.every_report(connection))
        cores = {names[seq] for seq in link_rows.places_among(connection, names, cores=True)}
        return {
            (table, s.report.id, names[other]): value
            for s in every
            for other, like in _linker().likenesses(connection, s.seq, s.report).items()
            for table, value in (("links", like.copied), ("chances", like.chance))
            if value and (table == "links" or cores.issuperset((s.report.id, names[other])))
        }


@contextmanager
def _named(store: Store) -> Iterator[tuple[Connection, dict[int, str]]]:
    with store.reading() as connection:
        yield connection, {s.seq: s.report.id for s in report_rows.every_report(connection)}
