"""Stories: by what happened, where and when, not by topic alone."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.grouping.texts import ELSEWHERE, LATER_ATTACK, LATER_RAID, RAID, RETOLD, WIRE, wire

from rashomon.grouping import find_copies, group_stories
from rashomon.grouping.story_features import features_of
from rashomon.grouping.story_links import chance
from rashomon.knowledge.library import Library
from rashomon.model.claim import ReportClaims
from rashomon.model.report import Report


def stories(reports: Sequence[Report], library: Library) -> list[frozenset[str]]:
    """The stories' reports, in order."""
    copies = find_copies(reports, library).value
    claims = [ReportClaims(report=r.id) for r in reports]
    return [frozenset(s.reports) for s in group_stories(reports, claims, copies, library).value]


def test_one_happening_in_two_wordings_is_one_story(library: Library) -> None:
    """Two reports of one attack in words of their own are one story."""
    reports = [wire(), wire("Paper", "2031-05-12", RETOLD)]
    assert stories(reports, library) == [frozenset(r.id for r in reports)]


def test_dates_may_be_missing(library: Library) -> None:
    """The same two reports without dates are one story still."""
    reports = [wire("Agency", "?"), wire("Paper", "?", RETOLD)]
    assert stories(reports, library) == [frozenset(r.id for r in reports)]


def test_a_report_that_may_be_of_any_time_is_less_likely_of_this_story(library: Library) -> None:
    """Where one of two reports has no date, less speaks for one story than where both have one day, or none has any."""
    days = (("2031-05-12", "2031-05-12"), ("2031-05-12", "?"), ("?", "2031-05-12"), ("?", "?"))
    both, one, other, none = (
        chance(features_of(wire("Agency", first), library), features_of(wire("Paper", second, RETOLD), library))
        for first, second in days
    )
    assert one == other < none
    assert one < both


def test_two_attacks_in_one_town_are_two_stories(library: Library) -> None:
    """Another attack in the same town nine days later is another story."""
    reports = [wire(), wire("Agency", "2031-05-21", LATER_ATTACK)]
    assert len(stories(reports, library)) == 2


def test_a_storys_id_is_of_its_earliest_report(library: Library) -> None:
    """The story is named after the report published first."""
    first, second = wire(), wire("Paper", "2031-05-13", RETOLD)
    (story,) = group_stories([second, first], [], (), library).value
    assert story.id == "story-" + first.id.removeprefix("rpt-")
    assert story.reports == (first.id, second.id)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(list(range(6))))
def test_order_changes_no_story(library: Library, order: list[int]) -> None:
    """One set of reports has one grouping, in whatever order it comes."""
    reports = [
        wire(),
        wire("Paper", "2031-05-12", RETOLD),
        wire("Digest", "?", WIRE[:300]),
        wire("Other", "2031-05-21", LATER_ATTACK),
        wire("Third", "2031-05-22", LATER_ATTACK.replace("six", "seven")),
        wire("Fourth", "?", ELSEWHERE),
    ]
    assert stories([reports[i] for i in order], library) == stories(reports, library)


def test_an_unlinked_report_changes_no_other_story(library: Library) -> None:
    """Adding a report of something else leaves the stories of the others as they were."""
    reports = [wire(), wire("Paper", "2031-05-12", RETOLD), wire("Other", "2031-05-21", LATER_ATTACK)]
    before = stories(reports, library)
    assert set(before) < set(stories([*reports, wire("Fourth", "2031-05-13", ELSEWHERE)], library))


def test_one_region_years_apart_is_two_stories(library: Library) -> None:
    """Two raids in one province three years apart are two stories, however often both name the province."""
    first = wire("Agency", "2031-05-12", RAID)
    later = wire("Paper", "2034-09-29", LATER_RAID)
    assert len(stories([first, later], library)) == 2
