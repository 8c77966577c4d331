"""What a dossier as of an instant may know, and what a copy may add: rules 5 and 6 over any figures."""

from __future__ import annotations

import datetime as dt

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.notation import read_material

from rashomon.knowledge.library import Library
from rashomon.model.material import Material, Reconciled
from rashomon.reconciliation import reconcile_figures
from rashomon.timeframe import select_live

_FIGURES = st.builds(
    lambda root, number, measure, marks: f"{root} {number} {measure} {marks}".strip(),
    st.sampled_from(["-", "UN", "Hospital", "army/Ministry"]),
    st.builds(lambda hedge, n: f"{hedge}{n}", st.sampled_from(["", ">=", "~"]), st.integers(1, 90)),
    st.sampled_from(["killed", "injured"]),
    st.sampled_from(["", "@Homs", "children"]),
)
_REPORTS = st.lists(
    st.tuples(st.sampled_from("abcd"), st.integers(1, 6), st.lists(_FIGURES, min_size=1, max_size=3)),
    min_size=2,
    max_size=6,
)
_QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _notation(rows: list[tuple[str, int, list[str]]]) -> str:
    return "\n".join(f"{outlet}{n} 2024-05-0{day} | {'; '.join(told)}" for n, (outlet, day, told) in enumerate(rows))


def _as_of(notation: str, instant: dt.datetime) -> Material:
    """The material of the reports that count at an instant; the reports of one letter are versions of one page."""
    told = read_material(notation)
    pages = [msgspec.structs.replace(r, lineage=(r.outlet or "")[0]) for r in told.reports]
    live = {r.id for r in select_live(pages, instant).live}
    return msgspec.structs.replace(
        told,
        reports=tuple(r for r in told.reports if r.id in live),
        claims=tuple(c for c in told.claims if c.report in live),
        copies=tuple(c for c in told.copies if live.intersection(c.reports)),
    )


def _reconciled(material: Material, library: Library) -> Reconciled:
    return reconcile_figures(material, (), "recommended", library).value


@_QUICK
@given(_REPORTS, st.integers(1, 6))
def test_nothing_published_later_is_used(library: Library, rows: list[tuple[str, int, list[str]]], day: int) -> None:
    """As of a day the record is the same whatever is published after it, later versions of its own pages included."""
    instant = dt.datetime(2024, 5, day, 23, 59, 59, 999999, tzinfo=dt.UTC)
    known = "\n".join(line for line in _notation(rows).splitlines() if f" 2024-05-0{day} " >= line[2:14])
    assert _reconciled(_as_of(_notation(rows), instant), library) == _reconciled(_as_of(known, instant), library)


@_QUICK
@given(_REPORTS, st.data())
def test_a_copy_of_any_report_changes_no_answer(
    library: Library, rows: list[tuple[str, int, list[str]]], data: st.DataObject
) -> None:
    """A copy of any report leaves every bound, support and root, and every relation between the others' figures."""
    lines = _notation(rows).splitlines()
    original = lines[data.draw(st.integers(0, len(lines) - 1))]
    outlet = original.split()[0]
    copied = [*lines, original.replace(outlet, "copyist", 1)]
    without = _reconciled(read_material("\n".join(lines)), library)
    with_copy = _reconciled(read_material("\n".join(copied), copies=((outlet, "copyist"),)), library)
    ours = {c for s in without.series for p in s.points for c in p.claims}
    assert [(a.low, a.best, a.high, a.support, a.roots, a.calculation) for a in without.assessments] == [
        (a.low, a.best, a.high, a.support, a.roots, a.calculation) for a in with_copy.assessments
    ]
    assert list(without.relations) == [r for r in with_copy.relations if {r.from_claim, r.to_claim} <= ours]


def test_each_day_has_its_own_history(library: Library) -> None:
    """As of each day a root's series holds what it had given by then, and its newest number answers."""
    notation = "a0 2024-05-01 | UN 10 killed ^2024-05-01\nb1 2024-05-02 | UN 15 killed ^2024-05-02\nc2 2024-05-03 | UN 21 killed ^2024-05-03"
    for day, told in ((1, [10.0]), (2, [10.0, 15.0]), (3, [10.0, 15.0, 21.0])):
        instant = dt.datetime(2024, 5, day, 23, 59, 59, 999999, tzinfo=dt.UTC)
        found = _reconciled(_as_of(notation, instant), library)
        assert [p.value for s in found.series for p in s.points] == told
        assert [a.best for a in found.assessments] == told[-1:]
