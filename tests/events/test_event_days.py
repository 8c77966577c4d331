"""Which day of a sentence is that of the happening it tells."""

from __future__ import annotations

import pytest

from rashomon.extraction.english.events import read_events
from rashomon.knowledge.library import Library

from .conftest import Read


def _days(read: Read, library: Library, text: str, kind: str) -> list[str | None]:
    events = read_events(read(text), library).events
    return [e.when.text if e.when else None for e in events if (e.sub_type or e.type or "").startswith(kind)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rescuers searched houses on Wednesday after a fire in Farholm.", "disaster:"),
        ("Crews worked on Sunday to reach workers trapped following a landslide in Benarra.", "disaster:"),
        ("Parents marched on Sunday in Farholm over the abduction of nine pupils.", "Abduction"),
        ("The number of people killed by the flood in Benarra climbed to nine on Monday.", "disaster:"),
        (
            "On Monday (Nov. 12), the number he gave made the blaze the deadliest there, and the wildfire burned nine homes.",
            "disaster:",
        ),
    ],
)
def test_the_day_of_an_answer_or_a_count_is_not_the_happenings(
    read: Read, library: Library, text: str, kind: str
) -> None:
    """Who searches, marches or meets after a happening, and the toll that moves, do not date it."""
    found = _days(read, library, text, kind)
    assert found
    assert set(found) == {None}


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Nine people died on Wednesday after a flood in Farholm.", "disaster:", "Wednesday"),
        ("Parents marched on Sunday over the abduction of nine pupils on Friday in Farholm.", "Abduction", "Friday"),
        ("Parents marched on Sunday over the nine pupils abducted on Friday in Farholm.", "Abduction", "Friday"),
        (
            "The number of people killed in a flood in Benarra has risen to 24 since Friday.",
            "disaster:",
            "since Friday",
        ),
        ("Dozens of homes were destroyed on Monday after a flood hit Benarra.", "disaster:", "Monday"),
    ],
)
def test_the_day_of_what_befell_people_is_the_happenings(
    read: Read, library: Library, text: str, kind: str, day: str
) -> None:
    """Deaths after an explosion tell its day; so does a day beside the happening's own word."""
    assert _days(read, library, text, kind) == [day]


def test_what_is_common_somewhere_is_no_happening(read: Read, library: Library) -> None:
    """That accidents or clashes are common there tells none of them; that nine died in some does."""
    lead = "Nine people were killed in clashes in Peshawar on Monday. "

    def told(text: str) -> list[tuple[str | None, str | None]]:
        events = read_events(read(lead + text), library).events
        return [(e.type, e.place.name if e.place else None) for e in events]

    assert told("Mining accidents are common in Mexico. Clashes are rare in Quetta.") == told("")
    assert told("A mining accident killed two in Mexico.") != told("")


def test_where_those_sit_who_check_a_list_is_no_place_of_the_happening(read: Read, library: Library) -> None:
    """A fire is not in the town whose officials do something in another clause; where it burned homes it is."""

    def places(text: str) -> list[str | None]:
        events = read_events(read(text), library).events
        return [e.place.name if e.place else None for e in events if e.type == "disaster:fire"]

    assert places("The toll of the fire fell by three as officials in Peshawar checked a list.") == [None]
    assert places("The fire spread as dry winds blew, and it burned homes in Peshawar.") == ["Peshawar"]


def test_the_name_of_a_work_is_no_happening(read: Read, library: Library) -> None:
    """What a scene is likened to burned nowhere."""
    events = read_events(read("The scenes in Peshawar were like Dante's Inferno, a nurse said."), library).events
    assert not [e for e in events if e.type == "disaster:fire"]
