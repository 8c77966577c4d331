"""The simulator itself, and how an invented world is grouped."""

from __future__ import annotations

from random import Random

from evaluation.simulated import rates
from evaluation.simulator import World, invent
from evaluation.simulator.claims import invent_reports
from evaluation.simulator.printing import as_line, print_report, truth_of_report, truth_of_story
from evaluation.simulator.relaying import tell_story
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.grouping import find_copies, group_stories
from rashomon.grouping.story_candidates import SHARED_KEYS, candidates
from rashomon.grouping.story_features import features_of
from rashomon.grouping.story_links import chance, days_between
from rashomon.knowledge.library import Library
from rashomon.model.report import Report
from rashomon.timeframe import merge_same, order_key

_FEW = settings(
    max_examples=6, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def _printed(world: World) -> str:
    lines: list[str] = []
    for story in invent(world):
        lines.append(as_line(truth_of_story(story)))
        for telling in tell_story(story):
            row, placed = print_report(telling)
            lines += [as_line(row), as_line(truth_of_report(story, telling, placed))]
    return "".join(lines)


def _reports(seed: int, library: Library) -> list[Report]:
    return [m.report for s in invent(World(seed, 6, 36)) for m in invent_reports(s, library)]


def _grouped(reports: list[Report], library: Library) -> frozenset[tuple[str, ...]]:
    live = merge_same(reports)
    return frozenset(s.reports for s in group_stories(live, [], find_copies(live, library).value, library).value)


def test_a_seed_makes_one_world() -> None:
    """The same seed makes the same bytes of reports and truth, another seed others."""
    assert _printed(World(3, 4, 30)) == _printed(World(3, 4, 30))
    assert _printed(World(3, 4, 30)) != _printed(World(4, 4, 30))


def test_every_figure_stands_at_its_number(library: Library) -> None:
    """Each claim's number span holds its number, and its source's span the source's words."""
    for story in invent(World(5, 10, 60)):
        for made in invent_reports(story, library):
            for figure in made.claims.figures:
                field = made.report.field_text(figure.field)
                assert f"{int(figure.value or 0):,}" in field[figure.number_start : figure.number_end]
                if figure.attribution:
                    assert field[figure.attribution.start : figure.attribution.end] == figure.attribution.text
                assert figure.place is not None
                assert figure.place.text == figure.place.name


@_FEW
@given(st.integers(0, 10_000), st.integers(1, 4))
def test_one_set_has_one_grouping(library: Library, seed: int, batches: int) -> None:
    """One set of reports has one grouping, in whatever order and batches it came, some reports coming twice."""
    reports = _reports(seed, library)
    shuffled = [*reports, *reports[: batches * 3]]
    Random(seed).shuffle(shuffled)
    held: list[Report] = []
    for n in range(batches):
        held = list(merge_same([*shuffled[n::batches], *held]))
    assert _grouped(held, library) == _grouped(reports, library)


@_FEW
@given(st.integers(0, 10_000))
def test_a_story_taken_away_leaves_the_others(library: Library, seed: int) -> None:
    """Without one connected component of likeness the stories of all other reports are what they were."""
    reports = _reports(seed, library)
    grouped = _grouped(reports, library)
    lone = min(grouped, key=lambda story: (len(story), story))
    linked = {r.id for r in reports if any(_alike(r, other, library) for other in reports if other.id in lone)}
    if linked <= set(lone):
        rest = [r for r in reports if r.id not in lone]
        assert _grouped(rest, library) == grouped - {lone}


@_FEW
@given(st.integers(0, 10_000))
def test_the_search_for_pairs_misses_none(library: Library, seed: int) -> None:
    """Every pair of one time that shares enough telling terms is compared, wherever it stands."""
    features = [features_of(r, library) for r in sorted(_reports(seed, library), key=order_key)]
    found = set(candidates(features))
    for j, b in enumerate(features):
        for i, a in enumerate(features[:j]):
            dated = a.published is not None and b.published is not None
            near = dated and days_between(a, b) <= 30
            if near and len(a.keys & b.keys) >= SHARED_KEYS:
                assert (i, j) in found


def test_the_prose_is_scored() -> None:
    """The rates of a small world are printed for figures and stories."""
    figures, stories = rates(2, 10)
    assert figures.startswith("10 reports, ")
    assert "B-cubed" in stories


def _alike(a: Report, b: Report, library: Library) -> bool:
    return a.id != b.id and chance(features_of(a, library), features_of(b, library)) > 0.02
