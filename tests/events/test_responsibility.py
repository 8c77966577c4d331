from __future__ import annotations

import pytest

from rashomon.extraction.english.events import read_events
from rashomon.extraction.english.responsibility import extract_responsibilities
from rashomon.knowledge.library import Library
from rashomon.model.claim import Responsibility

from .conftest import Read

_BOMB = "A bomb exploded at a bus station in Quetta on Monday, killing nine people. "


def _claims(read: Read, library: Library, text: str) -> list[Responsibility]:
    analysis = read(text)
    return list(extract_responsibilities(analysis, read_events(analysis, library), library))


@pytest.mark.parametrize(
    "text",
    [
        "Four civilians were killed when terrorists shelled a student hostel. "
        "The General Command denied reports that government forces had withdrawn.",
        "Insurgents launched an offensive near Aleppo. "
        "The Syrian army acknowledged that insurgents had entered the city and that dozens of soldiers were killed.",
        _BOMB + "The government acknowledged that nine people were killed.",
        "Officers are investigating a shooting in Dayton. Dayton police said four people were shot.",
        _BOMB + "Turkey denied that its troops had left the border town.",
        _BOMB + "Officials said it was not clear whether the bombing had been carried out by the Taliban.",
        _BOMB + "The Taliban were accused of the bombing.",
        _BOMB + "A lawyer for the driver blamed a cousin of the victim for the deadly quarrel.",
        "Russia accused UN agencies of not being professional enough.",
        "The opposition accused Turkey of withholding evidence.",
    ],
)
def test_nobody_is_accused_where_nobody_accuses(read: Read, library: Library, text: str) -> None:
    """Denials and admissions of something else, inquiries, doubts, reproaches and private quarrels lay no deed at a
    door."""
    assert _claims(read, library, text) == []


@pytest.mark.parametrize("words", ["accused Boko Haram of the attack", "blamed Boko Haram for the attack"])
def test_unnamed_gunmen_may_be_the_group_that_is_accused(read: Read, library: Library, words: str) -> None:
    """ "The attack" is the gunmen's of the sentence before, whose capital makes no name of them."""
    text = f"Gunmen attacked a market in Maiduguri on Friday and killed 15 people, police said. The army {words}."
    (claim,) = _claims(read, library, text)
    assert (claim.accused, claim.by, claim.act_text) == ("Boko Haram", "army", "the attack")
    assert claim.act is not None


def test_a_pronoun_accuses_as_the_subject_before(read: Read, library: Library) -> None:
    """ "It blamed" is said by the subject of the sentence before, not by those who were hurt."""
    text = (
        "Strikes hit a market in Idlib on Sunday, killing six civilians. "
        "The White Helmets said a nurse was among the dead. It blamed Russian warplanes."
    )
    (claim,) = _claims(read, library, text)
    assert (claim.by, "Russia" in claim.accused) == ("White Helmets", True)


def test_a_deed_of_another_is_not_what_somebody_denies(read: Read, library: Library) -> None:
    """A denial is not tied to a deed that the report says somebody else did."""
    text = "The United States fired missiles at a base near Homs. The Syrian government denied responsibility."
    assert _claims(read, library, text) == []


def test_a_denial_of_the_deed_stands_alone_without_an_accuser(read: Read, library: Library) -> None:
    """Who denies a part in a deed that nobody named him for is told as denying, accused by nobody."""
    (claim,) = _claims(read, library, _BOMB + "The Taliban denied any involvement.")
    assert (claim.accused, claim.by, claim.answer) == ("Taliban", None, "denied")
    assert claim.act is not None


def test_an_accusation_ties_to_the_deed_that_the_words_mean(read: Read, library: Library) -> None:
    """ "The bombing" is the bombing, though a protest was told between."""
    text = (
        _BOMB
        + "Thousands of people marched in Karachi on Tuesday against the violence. "
        + "The government blamed the Taliban for the bombing."
    )
    analysis = read(text)
    told = read_events(analysis, library)
    (claim,) = extract_responsibilities(analysis, told, library)
    act = next(e for e in told.events if e.id == claim.act)
    assert act.type == "Explosions/Remote violence"


def test_two_possible_doers_are_no_accusation(read: Read, library: Library) -> None:
    """ "X or Y" leaves open who did it."""
    text = _BOMB + "The government said the Taliban or the Balochistan Liberation Army were behind the bombing."
    assert _claims(read, library, text) == []


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("The Taliban distanced itself from the bombing.", ["denied"]),
        ("The Taliban first claimed the attack but later tried to distance itself from the bombing.", ["denied"]),
        ("The Taliban did not distance itself from the bombing.", []),
        ("The minister distanced the party from the Taliban.", []),
    ],
)
def test_who_keeps_away_from_a_deed_denies_it(read: Read, library: Library, text: str, answers: list[str]) -> None:
    """A party that distances itself from a deed is told to deny it, one that does not, or distances others, is not."""
    assert [c.answer for c in _claims(read, library, _BOMB + text) if c.answer == "denied"] == answers


@pytest.mark.parametrize(
    ("text", "accusers"),
    [
        (_BOMB + "Police said the bombing was most likely the work of the Taliban.", ["police"]),
        (_BOMB + "Police said the bombing was not the work of the Taliban.", []),
        (_BOMB + "Police asked whether the bombing could be the work of the Taliban.", []),
        (_BOMB + "Police said the station was the work of an architect from Lahore.", []),
    ],
)
def test_a_deed_told_as_somebodys_work_accuses(read: Read, library: Library, text: str, accusers: list[str]) -> None:
    """ "The work of X" lays a deed at X's door, unless it is denied, doubted, or no deed."""
    assert [(c.by or "").casefold() for c in _claims(read, library, text)] == accusers
