from __future__ import annotations

import pytest

from rashomon.extraction.english.control import extract_control
from rashomon.extraction.english.events import read_events
from rashomon.knowledge.library import Library
from rashomon.model.claim import EventClaim

from .conftest import Read


def _events(read: Read, library: Library, text: str) -> list[EventClaim]:
    return [e for e in read_events(read(text), library).events if e.type is not None]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Residents have started to flee their homes in Goma as shelling intensifies.", "shelling"),
        ("Four students were shot at a nightclub in Dayton on Friday, police said.", "shot"),
        ("A man was arrested on Tuesday after police said that he shot and killed a neighbour.", "shot"),
        ("Gunmen attacked a village near Jos, killing nine farmers. Police confirmed the attack.", "attacked"),
        ("The Rapid Support Forces have been accused of shelling a market in Omdurman.", "shelling"),
    ],
)
def test_who_flees_speaks_or_is_accused_has_not_done_it(read: Read, library: Library, text: str, word: str) -> None:
    """Residents, police and the accused are no actors of a deed that the words do not make theirs."""
    deeds = [e for e in _events(read, library, text) if text[e.anchor_start : e.anchor_end] == word]
    assert all(a.text in {"Gunmen"} for e in deeds for a in e.actors)


def test_the_governments_is_meant_and_not_its_president(read: Read, library: Library) -> None:
    """An offensive "against X's government" has the government as its target."""
    (event,) = _events(read, library, "Rebels launched an offensive against President Amin's government on Friday.")
    assert [r.text for r in event.recipients] == ["President Amin's government"]


@pytest.mark.parametrize(
    "text",
    [
        "The Observatory, which is based in Britain, counted the dead. Insurgents captured thirty villages.",
        "The State Department in Washington said on Friday that rebels had attacked an army base.",
        "Officials in Ottawa met on Monday. Militants attacked a convoy, killing six soldiers.",
    ],
)
def test_a_place_of_those_who_speak_is_no_place_of_events(read: Read, library: Library, text: str) -> None:
    """Where a source sits, speaks or meets is not where things happen."""
    places = {e.place.name for e in _events(read, library, text) if e.place is not None}
    assert not places & {"Britain", "United Kingdom", "Washington", "Ottawa"}


def test_a_happening_without_a_place_has_its_reports(read: Read, library: Library) -> None:
    """What is told without a place lies where the report's own news lies, and says so."""
    text = "Rebels attacked the town of Sake on Friday. Seven soldiers were killed in an ambush."
    places = [e.place for e in _events(read, library, text)]
    assert all(p is not None and p.name == "Sake" for p in places)
    assert all(p is not None and p.how in ("clause", "event") for p in places)


def test_a_date_inside_a_name_dates_nothing(read: Read, library: Library) -> None:
    """The March 23 Movement's attack was not on 23 March."""
    events = _events(read, library, "The March 23 Movement attacked the town of Sake, killing nine civilians.")
    assert all(e.when is None for e in events)


@pytest.mark.parametrize(
    "text",
    [
        "Police retook the house on Elm Street after a standoff with a gunman on Friday.",
        "A deputy was shot in the leg by a suspect in Wedowee on Saturday.",
        "Officers exchanged fire with a gunman outside a bank in Dayton, wounding him.",
    ],
)
def test_crime_is_no_battle(read: Read, library: Library, text: str) -> None:
    """Between police and a lone gunman there is no battle."""
    assert all(e.type != "Battles" for e in _events(read, library, text))


@pytest.mark.parametrize(
    ("text", "sub_type"),
    [
        ("Thousands of people marched through Lima on Sunday to demand new elections.", "Peaceful protest"),
        ("Police used tear gas to break up a protest in Lima on Sunday.", "Protest with intervention"),
        ("Soldiers opened fire on protesters in Lima on Sunday, killing four.", "Excessive force against protesters"),
        ("Demonstrators hurled stones at shops and torched cars during a protest in Lima.", "Violent demonstration"),
        ("A mob lynched two men in a market in Lima on Sunday, in the worst mob violence this year.", "Mob violence"),
    ],
)
def test_demonstrations_are_typed_by_what_was_done(read: Read, library: Library, text: str, sub_type: str) -> None:
    """Peaceful, broken up, met by deadly force, violent, or a mob."""
    assert sub_type in {e.sub_type for e in _events(read, library, text)}


def _held(read: Read, library: Library, text: str) -> set[tuple[str, str, str]]:
    return {(c.status, c.place.name, c.realis) for c in extract_control(read(text), library)}


@pytest.mark.parametrize(
    "text",
    [
        "A truce halted a government push to retake rebel-held areas in Idlib.",
        "Shells fell on rebel-held suburbs of Damascus on Sunday, killing two people.",
        "The rebels now hold about fifty villages in the province of Aleppo, he said.",
        "Jets bombed eastern districts of Homs, a city near Hama besieged by the army.",
        "Syria denies that insurgents have entered Hama.",
    ],
)
def test_a_part_or_a_neighbour_is_not_the_place(read: Read, library: Library, text: str) -> None:
    """Who holds a part of a place, or a place near it, does not hold it; what is denied is not told."""
    assert not {p for _, p, _ in _held(read, library, text)} & {"Idlib", "Damascus", "Aleppo", "Hama"}


def test_control_of_an_earlier_year_is_background(read: Read, library: Library) -> None:
    """A seizure dated to a year before the report's own is background."""
    text = "Rebels attacked Goma in January 2025. The army captured the city of Goma in 2013."
    assert ("seized", "Goma", "background") in _held(read, library, text)
