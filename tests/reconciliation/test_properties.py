"""Rules of the design that hold for any figures."""

from __future__ import annotations

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.notation import read_material

from rashomon.knowledge.library import Library
from rashomon.model.material import Material, Reconciled
from rashomon.reconciliation import reconcile_figures

_FIGURES = st.builds(
    lambda root, hedge, n, measure, place: f"{root} {hedge}{n} {measure} {place}".strip(),
    st.sampled_from(["-", "UN", "Hospital", "SOHR", "army/Ministry"]),
    st.sampled_from(["", ">=", ">", "~"]),
    st.integers(1, 400),
    st.sampled_from(["killed", "injured"]),
    st.sampled_from(["", "@Homs", "@Aleppo"]),
)
_LINES = st.lists(
    st.tuples(st.sampled_from(["1", "2", "3"]), st.lists(_FIGURES, min_size=1, max_size=3)), min_size=1, max_size=5
).map(lambda rows: "\n".join(f"o{i} 2024-05-0{day} | {'; '.join(figures)}" for i, (day, figures) in enumerate(rows)))
_QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _reconciled(material: Material, library: Library) -> Reconciled:
    return reconcile_figures(material, (), "recommended", library).value


@_QUICK
@given(_LINES, st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_nothing(library: Library, notation: str, random: object) -> None:
    """Reports in another order give the same record, to the byte."""
    material = read_material(notation)
    order = list(range(len(material.reports)))
    random.shuffle(order)  # type: ignore[attr-defined]
    shuffled = msgspec.structs.replace(
        material,
        reports=tuple(material.reports[i] for i in order),
        claims=tuple(material.claims[i] for i in order),
        copies=tuple(material.copies[i] for i in order),
    )
    assert _reconciled(material, library) == _reconciled(shuffled, library)


@_QUICK
@given(_LINES)
def test_a_copy_adds_no_support(library: Library, notation: str) -> None:
    """A copy of the first report under another outlet changes no bound, no best number and no support."""
    first = notation.splitlines()[0]
    copied = notation + "\n" + first.replace("o0 ", "copyist ", 1)
    with_copy = _reconciled(read_material(copied, copies=(("o0", "copyist"),)), library)
    without = _reconciled(read_material(notation), library)
    assert [(a.low, a.best, a.high, a.support, a.roots) for a in without.assessments] == [
        (a.low, a.best, a.high, a.support, a.roots) for a in with_copy.assessments
    ]


@_QUICK
@given(_LINES)
def test_the_range_covers_every_live_figure_of_no_side(library: Library, notation: str) -> None:
    """Every point that nothing superseded, of a root of no side, lies between low and high or is a named typing
    error.
    """
    found = _reconciled(read_material(notation), library)
    series = {s.id: s for s in found.series}
    parties = {r.name for r in found.roots if r.side}
    for assessment in found.assessments:
        if any("typing error" in n for n in assessment.notes):
            continue
        for point in (p for s in assessment.series for p in series[s].points if series[s].root not in parties):
            if point.superseded_by is None and point.value is not None:
                assert assessment.low is not None
                assert assessment.low <= point.value
                assert assessment.high is None or point.value <= assessment.high


@_QUICK
@given(_LINES)
def test_low_best_and_high_are_in_order(library: Library, notation: str) -> None:
    """Low is at most best and best at most high; an open top stays open."""
    for a in _reconciled(read_material(notation), library).assessments:
        if a.best is not None:
            assert a.low is None or a.low <= a.best
            assert a.high is None or a.best <= a.high


@_QUICK
@given(_LINES)
def test_nothing_is_lost_and_no_relation_repeats(library: Library, notation: str) -> None:
    """Every figure stands in exactly one series point, and two claims have at most one relation."""
    material = read_material(notation)
    found = _reconciled(material, library)
    held = [c for s in found.series for p in s.points for c in p.claims]
    assert sorted(held) == sorted(f.id for c in material.claims for f in c.figures)
    pairs = [frozenset((r.from_claim, r.to_claim)) for r in found.relations]
    assert len(pairs) == len(set(pairs))
