"""Who is counted, found or shown has said nothing, and not every verb of speech vouches."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.attribution.conftest import Ask


@pytest.mark.parametrize(
    "text",
    [
        "Over 1,500 people were cut off, with 76 deaths reported.",
        "The number of victims is 76.",
        "The toll of the mudslide stands at 76 dead.",
        "The fever causes 76 deaths per week.",
    ],
)
def test_what_is_counted_is_no_source(who_says: Ask, text: str) -> None:
    """Deaths, victims and disasters that a count is of are nobody's source."""
    assert who_says(text, "76") == (None, None, None)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("She said goodbye to her 12 colleagues.", "12"),
        ("The army did not say how the 30 men had died.", "30"),
        ("The envoy condemned an attack that killed 30 pilgrims.", "30"),
        ("The president promised to rebuild 300 houses.", "300"),
        ("The storm claimed 15 lives.", "15"),
        ("The toll reached 15.", "15"),
        ("A dike broke, and the massive flooding has hit at least 37 towns, reported as cut off.", "37"),
        ("Security forces said to have lost 15 in riots", "15"),
        ("No independent source could confirm the 15 deaths.", "15"),
    ],
)
def test_not_every_verb_of_speech_vouches(who_says: Ask, text: str, number: str) -> None:
    """A farewell, a silence, a judgement, a promise and what happened are nobody's word for a figure."""
    assert who_says(text, number) == (None, None, None)


def test_a_clause_behind_the_tag_is_the_outlets_own(who_says: Ask) -> None:
    """A subordinate clause behind "X said" is told by the outlet, not by X."""
    text = "The bridge was closed, officials said, days after a collapse killed 19 people."
    assert who_says(text, "19") == (None, None, None)


def test_a_country_before_a_colon_is_a_place(analyse: Callable[..., object]) -> None:
    """A country at the head of a headline says where, not who."""
    title = "Ukraine: 20 killed in mine blast"
    found = analyse("The mine stood idle.", title).source_of("title", 9, 11)  # type: ignore[attr-defined]
    assert found is None


def test_what_a_picture_shows_is_no_source(who_says: Ask) -> None:
    """Photos on social media belong to nobody whom they show."""
    assert who_says("He posted on social media photos of several houses that were set ablaze.", "several")[0] is None


@pytest.mark.parametrize(
    "text",
    [
        "Relatives had identified 46 of the dead.",
        "The bodies of 46 women were found by border guards on Monday.",
    ],
)
def test_whoever_finds_the_dead_has_said_nothing(who_says: Ask, text: str) -> None:
    """Those who find or identify victims are nobody who tells of them."""
    assert who_says(text, "46")[0] is None


@pytest.mark.parametrize(
    ("text", "number", "source"),
    [
        ("The monitor spoke on Monday. 160 deaths reported.", "160", None),
        ("5,000 people reported injured in the blast.", "5,000", None),
        ("At least 45 homes were reportedly set on fire by gang members, the police said.", "45", "the police"),
        ("The mayor said that a gang leader had at least 184 people killed.", "184", "The mayor"),
        ("On April 27 surgeon Kamal Adam says 12 people were killed.", "12", "surgeon Kamal Adam"),
    ],
)
def test_who_is_counted_or_does_the_deed_tells_nothing(
    text: str, number: str, source: str | None, who_says: Ask
) -> None:
    """The dead, the hurt and those who did it are no sources, though a verb of telling has them for its subject."""
    assert who_says(text, number)[0] == source


def test_an_outlet_is_no_body_told_of_before(who_says: Ask) -> None:
    """ "The outlet" is never the army or the group that an earlier sentence names."""
    text = "Security forces said nothing. Among the dead there are 40 in Mandalay, says the outlet in a message."
    assert who_says(text, "40")[1] != "security forces"


def test_bodies_are_no_body_that_speaks(who_says: Ask) -> None:
    """The dead who are counted in a quotation are not who says it."""
    text = "“The number of bodies recovered in Arba is more than 1,000,” Omar Abu, the minister, told Reuters by phone."
    assert who_says(text, "1,000")[0] == "Omar Abu, the minister"
