"""Event claims told with one toll: one happening, unless towns or days set them apart for sure."""

from __future__ import annotations

from tests.notation import make_report

from rashomon.adapters.spacy_parser import SpacyParser
from rashomon.grouping import find_copies, merge_events
from rashomon.knowledge.library import Library
from rashomon.model.grouping import Story
from rashomon.model.happening import Event
from rashomon.model.material import Material
from rashomon.pipeline import understand_one


def events_of(parser: SpacyParser, library: Library, *told: tuple[str, str]) -> list[Event]:
    """The deeds told in reports (day of publication, text) that are read as one story."""
    reports = tuple(make_report(f"Paper {n}", day, text) for n, (day, text) in enumerate(told))
    claims = tuple(understand_one(r, parser, library).value for r in reports)
    story = Story(id="story-x", reports=tuple(r.id for r in reports))
    material = Material(
        story=story, reports=reports, claims=claims, copies=find_copies(reports, library).value, as_of=None
    )
    return [e for e in merge_events(material).value if e.type == "Explosions/Remote violence" and not e.background]


def test_one_toll_is_one_happening_told_by_town_or_by_province(parser: SpacyParser, library: Library) -> None:
    """An air strike on a town and a gas attack in its province that killed the same number are one event."""
    events = events_of(
        parser,
        library,
        ("2017-04-04", "An air strike on Khan Sheikhoun on Tuesday killed 58 people, medics said."),
        ("2017-04-05", "A gas attack in Idlib province killed 58 people, a relief group said."),
    )
    assert [len(e.claims) for e in events] == [2]
    assert str(events[0].start_date) == "2017-04-04"


def test_one_number_in_two_towns_is_two_happenings(parser: SpacyParser, library: Library) -> None:
    """Two towns that are told for sure keep two attacks apart though they killed as many."""
    events = events_of(
        parser,
        library,
        ("2017-04-04", "An air strike on Raqqa killed 58 people on Tuesday, medics said."),
        ("2017-04-04", "An air strike on Homs killed 58 people on Tuesday, medics said."),
    )
    assert [len(e.claims) for e in events] == [1, 1]
