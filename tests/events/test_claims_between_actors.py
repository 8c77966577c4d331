from __future__ import annotations

import pytest

from rashomon.extraction.english.control import extract_control
from rashomon.extraction.english.events import read_events
from rashomon.extraction.english.relations import extract_relations
from rashomon.extraction.english.responsibility import extract_responsibilities
from rashomon.knowledge.library import Library

from .conftest import Read

Accused = tuple[str, str | None, str]


def _accusations(read: Read, library: Library, text: str) -> list[Accused]:
    analysis = read(text)
    found = extract_responsibilities(analysis, read_events(analysis, library), library)
    return [(r.accused, r.by, r.answer) for r in found]


def test_a_claim_of_responsibility_is_conceded_by_its_own_group(read: Read, library: Library) -> None:
    """Who claims an attack accuses itself and concedes; the claim names the event."""
    text = "A car bomb killed eight people in Quetta. The Balochistan Liberation Army claimed responsibility."
    assert ("Balochistan Liberation Army", "Balochistan Liberation Army", "conceded") in _accusations(
        read, library, text
    )


def test_no_claim_is_no_accusation(read: Read, library: Library) -> None:
    """ "No group has claimed responsibility" accuses nobody."""
    text = "A blast killed two people in Kabul. No group has claimed responsibility for the attack."
    assert _accusations(read, library, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Sudan accused Chad of shelling a village near the border.",
        "Sudan blamed Chad for the shelling of a village near the border.",
        "Sudan blamed the shelling of a village near the border on Chad.",
    ],
)
def test_an_accusation_names_both_sides(read: Read, library: Library, text: str) -> None:
    """Accused, blamed for and blamed on give the same accused and accuser."""
    assert ("Chad", "Sudan", "unknown") in _accusations(read, library, text)


def test_a_denial_answers_an_accusation(read: Read, library: Library) -> None:
    """The accused's denial in a later sentence becomes the answer of the accusation."""
    text = "Sudan accused Chad of shelling a village near the border. Chad denied the accusation."
    assert ("Chad", "Sudan", "denied") in _accusations(read, library, text)


def _relations(read: Read, library: Library, text: str) -> set[tuple[str, str, str]]:
    return {(r.type, r.from_actor, r.to_actor) for r in extract_relations(read(text), library)}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Rwanda backs the M23 rebels in eastern Congo.", ("backs", "Rwanda", "March 23 Movement")),
        ("Iranian-backed Houthis fired a missile at a ship.", ("backs", "Iran", "Houthis")),
        ("The army advanced with support from Russia.", ("backs", "Russia", "army")),
        ("NATO, a United States-led alliance, held talks.", ("leads", "United States", "NATO")),
        ("The offensive is led by the Syrian National Army.", ("leads", "Syrian National Army", "offensive")),
        ("A truce brokered by Qatar took effect on Monday after days of clashes.", ("brokered", "Qatar", "truce")),
        (
            "Kurdish fighters are fighting the Islamic State near Kobani.",
            ("fights", "Kurdish fighters", "Islamic State"),
        ),
    ],
)
def test_a_relation_has_its_type_and_ends(
    read: Read, library: Library, text: str, relation: tuple[str, str, str]
) -> None:
    """Verbs, compounds, participles and nouns of support give typed relations from actor to actor."""
    assert relation in _relations(read, library, text)


@pytest.mark.parametrize(
    "text",
    [
        "The government of Chad requested help from the United Nations.",
        "The army, aided by Turkish-backed troops, retook the town.",
    ],
)
def test_who_asks_for_help_has_no_backer_and_a_backer_s_troops_no_name(read: Read, library: Library, text: str) -> None:
    """Help that is asked for backs nobody yet, and nobody is said to back "its-backed troops"."""
    assert not {r for r in _relations(read, library, text) if r[1] in ("United Nations", "Turkey")}


def _control(read: Read, library: Library, text: str) -> set[tuple[str, str]]:
    return {(c.status, c.place.name) for c in extract_control(read(text), library)}


@pytest.mark.parametrize(
    ("text", "status", "place"),
    [
        ("The rebels captured Aleppo on Friday.", "seized", "Aleppo"),
        ("The army regained control of Homs from the rebels.", "seized", "Homs"),
        ("The town of Goma fell to M23 rebels overnight.", "seized", "Goma"),
        ("Rebel fighters entered Hama on Thursday.", "entered", "Hama"),
        ("Government forces have besieged Homs since March.", "besieged", "Homs"),
        ("Government troops withdrew from Hama on Thursday.", "withdrew", "Hama"),
        ("Shells fell on rebel-held Idlib on Sunday, killing two people.", "holds", "Idlib"),
    ],
)
def test_control_says_who_holds_a_place(read: Read, library: Library, text: str, status: str, place: str) -> None:
    """Taking, entering, besieging, leaving and holding a place are told with their status."""
    assert any(s == status and place in p for s, p in _control(read, library, text))


def test_trying_is_not_taking(read: Read, library: Library) -> None:
    """A seizure that is only aimed at is attempted, never seized."""
    statuses = {s for s, _ in _control(read, library, "The rebels launched an assault to capture Aleppo on Friday.")}
    assert "seized" not in statuses
    assert "attempted" in statuses


def test_who_was_once_an_ally_is_none(read: Read, library: Library) -> None:
    """ "Once an ally of X" tells no alliance that stands, "an ally of X" does."""
    text = "Hezbollah, {}an ally of Hamas, fired rockets at a village."
    assert _relations(read, library, text.format("")) == {("allied_with", "Hezbollah", "Hamas")}
    assert _relations(read, library, text.format("once ")) == set()
