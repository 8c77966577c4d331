"""Crowds, those who meet them, and what ACLED calls what the two do."""

from __future__ import annotations

import pytest

from rashomon.extraction.english.events import read_events
from rashomon.knowledge.library import Library
from rashomon.model.claim import EventClaim

from .conftest import Read


def _typed(read: Read, library: Library, text: str) -> list[EventClaim]:
    return [e for e in read_events(read(text), library).events if e.type is not None and e.realis == "happened"]


@pytest.mark.parametrize(
    "text",
    [
        "Police shot dead at least nine people in Tuesday's protests against the fuel levy.",
        "A bloody crackdown on protesters in Tamatave left 22 people dead, a rights group said.",
        "Police used live ammunition to put down protests in Cotonou on Monday, killing six people.",
        "Security forces fired live rounds at marchers in Quito, killing three.",
        "The army opened fire on demonstrators in Bamako, and five people were killed by gunfire.",
    ],
)
def test_lethal_force_on_a_protest_is_one_happening_of_its_own_kind(read: Read, library: Library, text: str) -> None:
    """Forces of the state that kill people in a protest make one event, excessive force against protesters."""
    assert [e.sub_type for e in _typed(read, library, text)] == ["Excessive force against protesters"]


@pytest.mark.parametrize(
    "text",
    [
        "A man drove a car into a crowd at a market in Magdeburg, killing five.",
        "Soldiers fired into a crowd of mourners in Bahir Dar, killing eight.",
    ],
)
def test_a_crowd_that_does_not_protest_is_attacked(read: Read, library: Library, text: str) -> None:
    """A crowd without a word of protest beside it is of civilians."""
    assert [e.sub_type for e in _typed(read, library, text)] == ["Attack"]


def test_tear_gas_is_no_artillery(read: Read, library: Library) -> None:
    """Shells of tear gas are fired at crowds, and "tear-gassed" tells of no chemical weapon."""
    shells = _typed(read, library, "Officers fired tear gas shells at demonstrators in Dakar on Friday.")
    gassed = _typed(
        read, library, "Dozens of marchers in Dakar were tear-gassed by police on Friday, and two were injured."
    )
    assert [e.sub_type for e in shells] == ["Protest with intervention"]
    assert all(e.sub_type != "Chemical weapon" for e in gassed)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The parliament building in Port Vila was stormed by demonstrators.", "demonstrators"),
        ("Protesters set several government buildings on fire in Lilongwe.", "Protesters"),
        ("Two policemen were lynched by a mob in Narsingdi.", "mob"),
    ],
)
def test_what_a_crowd_does_needs_no_arms(read: Read, library: Library, text: str, who: str) -> None:
    """A crowd that storms, burns or lynches is the actor of a riot."""
    (event,) = _typed(read, library, text)
    assert event.type == "Riots"
    assert [a.text for a in event.actors] == [who]


def test_a_scene_is_no_party_of_a_protest(read: Read, library: Library) -> None:
    """Where people march, riot or block a road is a place, and nobody whom they address."""
    for text in (
        "Supporters of the opposition took to the streets of Maputo on Thursday.",
        "Farmers blocked the highway near Lima with burning tyres.",
        "Inmates rioted in a prison in Guayaquil, leaving 14 dead.",
    ):
        assert [r for e in _typed(read, library, text) for r in e.recipients] == []


def test_what_somebody_shows_is_no_demonstration(read: Read, library: Library) -> None:
    """A verb of showing with an object tells of no protest."""
    text = "The killing of four civilians by rebels in Tora demonstrates the need for talks."
    assert all(e.type != "Protests" for e in _typed(read, library, text))
