"""Rules of the design asked of invented stories whose truth is known."""

from __future__ import annotations

import datetime as dt
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.simulated.invented import invent_tale, material_of, reconciled, recovered, said_by_roots

from rashomon.knowledge.library import Library
from rashomon.model.material import Reconciled
from rashomon.timeframe import select_live

_SOME = settings(
    max_examples=12, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
_SEEDS, _SIZES = st.integers(0, 59), st.just(10)


@_SOME
@given(_SEEDS, _SIZES)
def test_each_roots_series_is_recovered(library: Library, seed: int, reports: int) -> None:
    """Each root's numbers on each question come out in the order in which it gave them, none lost, none made up."""
    tale = invent_tale(seed, reports, library)
    record = reconciled(material_of(list(tale.made.values()), library), library)
    assert recovered(record, tale) == said_by_roots(tale)


@_SOME
@given(_SEEDS, _SIZES)
def test_no_copy_is_counted(library: Library, seed: int, reports: int) -> None:
    """Without the copies every question has the same low, best, high, support and roots."""
    made = list(invent_tale(seed, reports, library).made.values())
    own = [m for m in made if m.telling.copy_of is None]
    assert _answers(reconciled(material_of(made, library), library)) == _answers(
        reconciled(material_of(own, library), library)
    )


@_SOME
@given(_SEEDS, _SIZES)
def test_the_range_covers_every_live_figure_of_no_side(library: Library, seed: int, reports: int) -> None:
    """Low and high enclose every number that a root of no side still stands by, typing errors apart."""
    record = reconciled(material_of(list(invent_tale(seed, reports, library).made.values()), library), library)
    series = {s.id: s for s in record.series}
    parties = {r.name for r in record.roots if r.side}
    for a in record.assessments:
        if any("typing error" in note for note in a.notes):
            continue
        for point in (p for s in a.series if series[s].root not in parties for p in series[s].points):
            if point.superseded_by is None and point.value is not None:
                assert a.low is not None
                assert a.low <= point.value
                assert a.high is None or point.value <= a.high


@_SOME
@given(_SEEDS, _SIZES)
def test_order_changes_nothing(library: Library, seed: int, reports: int) -> None:
    """The reports in any other order give the same record."""
    made = list(invent_tale(seed, reports, library).made.values())
    material = material_of(made, library)
    Random(seed).shuffle(made)
    assert reconciled(material_of(made, library), library) == reconciled(material, library)


@_SOME
@given(_SEEDS, st.integers(0, 72))
def test_nothing_later_than_an_instant_is_used(library: Library, seed: int, hours: int) -> None:
    """As of an instant the record is the same whether later reports are known or not, and cites none of them."""
    made = {m.report.id: m for m in invent_tale(seed, 12, library).made.values()}
    first = min(m.report.published.latest for m in made.values() if m.report.published)
    instant = first + dt.timedelta(hours=hours)
    live = select_live([m.report for m in made.values()], instant, undated="apart").live
    by_then = [r for r in live if r.published and r.published.latest <= instant]
    known = [made[r.id] for r in live]
    alone = [m for m in made.values() if m.report in by_then]
    record = reconciled(material_of(known, library, instant), library)
    assert record == reconciled(material_of(alone, library, instant), library)
    cited = {r for s in record.series for p in s.points for r in p.reports}
    assert cited <= {r.id for r in by_then}


def _answers(record: Reconciled) -> list[tuple[object, ...]]:
    return sorted(
        (repr((a.question.measure, a.question.place)), a.low or 0, a.best or 0, a.high or 0, repr(a.support), a.roots)
        for a in record.assessments
    )
