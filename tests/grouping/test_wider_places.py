"""One happening told of a town and of the land around it: one event, unless days, towns or vehicles tell two."""

from __future__ import annotations

import pytest
from tests.notation import make_report

from rashomon.adapters.spacy_parser import SpacyParser
from rashomon.grouping import find_copies, merge_events
from rashomon.knowledge.library import Library
from rashomon.model.grouping import Story
from rashomon.model.happening import Event
from rashomon.model.material import Material
from rashomon.pipeline import understand_one

CRASH = ("2023-06-03", "A train crash in India on Friday killed 40 people, officials said.")


def events_of(parser: SpacyParser, library: Library, *told: tuple[str, str]) -> tuple[Event, ...]:
    """The events of reports (day of publication, text) read as one story."""
    reports = tuple(make_report(f"Paper {n}", day, text) for n, (day, text) in enumerate(told))
    claims = tuple(understand_one(r, parser, library).value for r in reports)
    story = Story(id="story-x", reports=tuple(r.id for r in reports))
    copies = find_copies(reports, library).value
    material = Material(story=story, reports=reports, claims=claims, copies=copies, as_of=None)
    return merge_events(material).value


def claims_of_each_event(parser: SpacyParser, library: Library, kind: str, *told: tuple[str, str]) -> list[int]:
    """How many claims each event of a kind has."""
    return sorted(len(e.claims) for e in events_of(parser, library, *told) if e.type == kind)


@pytest.mark.parametrize(
    ("other", "events"),
    [
        (("2023-06-03", "A derailment in Odisha on Friday killed 38 people, the railway said."), [2]),
        (("2023-06-04", "The train crash in Odisha killed 45 people and hurt 200, a hospital said."), [2]),
        (("2023-06-03", "A train crash in Odisha on Thursday killed 3 people, the railway said."), [1, 1]),
        (("2023-06-04", "A bus crash in Odisha killed 9 people, the police said."), [1, 1]),
    ],
)
def test_an_accident_of_a_land_is_that_of_its_province(
    parser: SpacyParser, library: Library, other: tuple[str, str], events: list[int]
) -> None:
    """A crash in a land and one in its province are one on the same day or where no day is told, not on two days."""
    assert claims_of_each_event(parser, library, "disaster:transport_accident", CRASH, other) == events


def test_a_storm_has_as_many_names_as_reports(parser: SpacyParser, library: Library) -> None:
    """A storm that one report tells without a place and the next calls a cyclone is one disaster."""
    told = (
        ("2024-12-16", "The storm killed 15 people and destroyed 300 houses, officials said."),
        ("2024-12-18", "The cyclone in Mozambique killed 45 people, the government said."),
    )
    assert claims_of_each_event(parser, library, "disaster:storm", *told) == [2]


@pytest.mark.parametrize(("when", "events"), [(" on Sunday", [2]), ("", [1, 1])])
def test_a_deed_is_joined_on_its_day_only(parser: SpacyParser, library: Library, when: str, events: list[int]) -> None:
    """A bombing in a town and one in its land are one on one day, and two where a report tells no day."""
    told = (
        ("2024-12-16", "A bomb attack in Nampula on Sunday killed 12 people, police said."),
        ("2024-12-16", f"A bomb attack in Mozambique{when} killed 13 people, a hospital said."),
    )
    assert claims_of_each_event(parser, library, "Explosions/Remote violence", *told) == events


def test_a_blast_of_open_cause_is_no_artillery_strike(parser: SpacyParser, library: Library) -> None:
    """A blast of which nobody says that it was set off joins a bombing of its town and day, and no shelling there."""
    told = (
        ("2024-12-16", "Army artillery shelled a market in Nampula on Sunday, killing 12 people, residents said."),
        ("2024-12-17", "A blast in Nampula on Sunday killed 15 people, a hospital said."),
    )
    assert claims_of_each_event(parser, library, "disaster:explosion", *told) == [1]


@pytest.mark.parametrize(
    ("other", "events"), [("Twin blasts", [2]), ("A suicide bombing", [2]), ("A landmine explosion", [1, 1])]
)
def test_words_that_name_no_weapon_part_nothing(
    parser: SpacyParser, library: Library, other: str, events: list[int]
) -> None:
    """A car bombing and the blasts of its town and day are one event, a mine there another."""
    told = (
        ("2024-12-16", "A car bomb exploded in Nampula on Sunday, killing 12 people, police said."),
        ("2024-12-17", f"{other} in Nampula on Sunday killed 15 people, a hospital said."),
    )
    assert claims_of_each_event(parser, library, "Explosions/Remote violence", *told) == events


def test_a_storm_is_placed_where_two_reports_put_it(parser: SpacyParser, library: Library) -> None:
    """A storm that one report tells of a town and two of its land struck the land."""
    told = (
        ("2024-12-16", "The storm in Nampula on Sunday killed 15 people and destroyed 300 houses, officials said."),
        ("2024-12-16", "The storm in Mozambique on Sunday killed 21 people, the government said."),
        ("2024-12-17", "The cyclone in Mozambique on Sunday killed 45 people, the government said."),
    )
    storms = [e for e in events_of(parser, library, *told) if e.type == "disaster:storm"]
    assert [e.place.name for e in storms if e.place is not None] == ["Mozambique"]


QUAKE = ("2031-05-05", "An earthquake struck Gaziantep on Monday and killed 40 people, officials said.")


@pytest.mark.parametrize(
    ("other", "events"),
    [
        (("2031-05-05", "An earthquake struck Aleppo on Monday and killed 25 people, a hospital said."), [2]),
        (("2031-05-06", "An earthquake struck Aleppo on Tuesday and killed 25 people, a hospital said."), [1, 1]),
        (("2031-05-05", "An earthquake struck Kathmandu on Monday and killed 25 people, police said."), [1, 1]),
    ],
)
def test_an_earthquake_shakes_the_towns_around(
    parser: SpacyParser, library: Library, other: tuple[str, str], events: list[int]
) -> None:
    """Earthquakes of one day in two towns some 100 km apart are one, those of two days or 4,000 km apart are two."""
    assert claims_of_each_event(parser, library, "disaster:earthquake", QUAKE, other) == events
