"""How a store finds the reports that a new one may be linked to."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import combinations, permutations

from evaluation.simulator import World, invent
from evaluation.simulator.claims import invent_reports
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.grouping import (
    KIND_BITS,
    MARKS_NEEDED,
    Likeness,
    Sketch,
    Words,
    are_linked,
    asked_marks,
    find_copies,
    group_stories,
    kept_marks,
    likeness,
    sketch_of,
    words_of,
)
from rashomon.grouping.story_candidates import candidates, is_compared
from rashomon.grouping.story_features import features_of
from rashomon.knowledge.library import Library
from rashomon.model.report import Published, Report
from rashomon.timeframe import merge_same, order_key

_FEW = settings(
    max_examples=6, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def _reports(seed: int, library: Library) -> list[Report]:
    made = [m.report for s in invent(World(seed, 5, 40)) for m in invent_reports(s, library)]
    return sorted(merge_same(made), key=order_key)


def _likeness(one: tuple[Words, Sketch], other: tuple[Words, Sketch]) -> Likeness:
    return likeness(one[1], other[1], lambda: (one[0], other[0]))


@_FEW
@given(st.integers(0, 10_000))
def test_reports_that_are_alike_find_each_other_by_their_marks(library: Library, seed: int) -> None:
    """Of any two reports with a link to keep, each finds the other by what it asks for and the other keeps."""
    ready = [(words, sketch_of(r, words, library)) for r in _reports(seed, library) for words in [words_of(r)]]
    alike = [(one[1], other[1]) for one, other in permutations(ready, 2) if any(_likeness(one, other))]
    assert alike
    for asking, kept in alike:
        shared = Counter(m >> KIND_BITS for m in asked_marks(asking) & kept_marks(kept))
        assert any(shared[kind] >= count for kind, count in MARKS_NEEDED.items())


@_FEW
@given(st.integers(0, 10_000))
def test_what_is_grouped_hangs_together_by_links(library: Library, seed: int) -> None:
    """No copy group and no story reaches beyond one connected component of links."""
    reports = _reports(seed, library)
    ready = {r.id: (words, sketch_of(r, words, library)) for r in reports for words in [words_of(r)]}
    top = {r: r for r in ready}
    for a, b in combinations(ready, 2):
        if are_linked(_likeness(ready[a], ready[b])) and top[a] != top[b]:
            kept, gone = top[a], top[b]
            top = {r: kept if t == gone else t for r, t in top.items()}
    copies = find_copies(reports, library).value
    for group in (*copies, *group_stories(reports, [], copies, library).value):
        assert len({top[r] for r in group.reports}) == 1


@_FEW
@given(st.integers(0, 10_000))
def test_every_pair_to_be_compared_is_found(library: Library, seed: int) -> None:
    """The search finds exactly the pairs that the rule on two reports names, dated or not, near or far in time."""

    features = [features_of(r, library) for r in _reports(seed, library)]
    asked = {(i, j) for (i, a), (j, b) in combinations(enumerate(features), 2) if is_compared(a, b)}
    assert set(candidates(features)) == asked


def test_a_report_without_a_date_needs_more_than_a_place_and_a_kind_of_event(library: Library) -> None:
    """It is compared with a dated report of the same people and streets, not with one of another shooting in that town."""
    undated, same, another = (
        "Gunmen shot the baker Ilyas Torvend and his cousin Marel Oskard outside the Merrowgate mosque in Quetta. "
        "Residents fled by Ashlar Lane, Pellin Yard, Sandhollow Row and Corvane Hill.",
        "Ilyas Torvend, a baker, died when gunmen fired at him by the Merrowgate mosque in Quetta, near Ashlar Lane.",
        "Gunmen in Quetta killed a guard of a mosque on Monday. The bazaar closed its stalls in protest.",
    )
    at = dt.datetime(2024, 5, 6, tzinfo=dt.UTC)
    published = Published(earliest=at, latest=at, precision="day", how="given")
    (one,), dated, beside = (
        [features_of(Report(id=f"r{n}", text=text, published=when), library) for n, text in enumerate(texts)]
        for texts, when in (((undated,), None), ((same, another), published), ((same, another), None))
    )
    assert [is_compared(one, other) for other in dated] == [True, False]
    assert [is_compared(one, other) for other in beside] == [True, True]
