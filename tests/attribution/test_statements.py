"""Who said what: speakers with role and organisation, classes of verbs, contents."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.statements import extract_statements
from rashomon.model.claim import Statement

Analyse = Callable[..., Analysis]


def _statements(analyse: Analyse, text: str) -> tuple[Statement, ...]:
    return extract_statements(analyse(text))


def test_role_and_organisation_come_from_the_apposition(analyse: Analyse) -> None:
    """A name with its post in apposition is a speaker with role and organisation."""
    text = "The country's deputy UN coordinator, Marta Lind, expressed grave concern over the shelling."
    (found,) = _statements(analyse, text)
    assert found.speaker == "Marta Lind"
    assert "coordinator" in (found.speaker_role or "")
    assert found.organisation == "United Nations"
    assert (found.verb_class, found.private) == ("concerned", False)


@pytest.mark.parametrize(
    ("text", "verb_class"),
    [
        ("The foreign minister condemned the shelling of the market.", "condemned"),
        ("The army denied that its troops had entered the town.", "denied"),
        ("The meteorological office warned that the river would rise.", "warned"),
        ("The bishop called for an immediate ceasefire in the valley.", "called_for"),
        ("The ministry confirmed that two bridges had collapsed.", "confirmed"),
        ("The governor announced a curfew for the whole province.", "announced"),
        ("Rebels claimed that they had shot down a helicopter.", "claimed"),
        ("The agency estimates that half of the crops are lost.", "estimated"),
    ],
)
def test_a_verb_gives_its_class(analyse: Analyse, text: str, verb_class: str) -> None:
    """The class of a statement is that of its verb."""
    assert [s.verb_class for s in _statements(analyse, text)] == [verb_class]


def test_a_private_person_is_marked(analyse: Analyse) -> None:
    """A resident who speaks is a private person; a spokesman is not."""
    text = '"The roof fell in," said a resident, Omar. The fire service was late, a police spokesman said.'
    found = _statements(analyse, text)
    assert [s.private for s in found] == [True, False]
    assert [s.quote for s in found] == [True, False]


def test_a_pronoun_speaker_is_the_person_named_before(analyse: Analyse) -> None:
    """ "She said" is a statement of the person named before, at the place where the name stands."""
    text = "Mayor Ilse Brandt said the dam was safe. She said nobody had been hurt."
    second = _statements(analyse, text)[1]
    assert second.speaker == "Ilse Brandt"
    assert text[second.speaker_start : second.speaker_end] == "Ilse Brandt"


def test_content_is_what_is_said(analyse: Analyse) -> None:
    """The content span holds the words that are said, without the speaker."""
    text = "The dam was safe on Sunday, the mayor said."
    (found,) = _statements(analyse, text)
    assert text[found.content_start : found.content_end] == "The dam was safe on Sunday"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The government quit after thousands of residents took to the streets, calling for new elections.", []),
        ("The government declared an emergency and quit after crowds marched on it, calling for new elections.", []),
        ("The government warned of floods and shut the port, calling for new elections.", ["The government"]),
        ("The government said crowds had marched on the port, calling for calm on all sides.", ["The government"]),
    ],
)
def test_what_others_call_for_is_not_the_subjects_call(analyse: Analyse, text: str, speakers: list[str]) -> None:
    """Behind somebody else's act a participle calls for nothing in the name of the sentence's subject."""
    assert [s.speaker for s in _statements(analyse, text) if s.verb == "calling"] == speakers


def test_what_is_told_begins_where_that_opens_it(analyse: Analyse) -> None:
    """Words behind "that" belong to what is said, wherever the tree lets it begin."""
    text = (
        "Paul Varga, an official from the district, explained that many houses have collapsed or developed cracks, "
        "leaving residents too frightened to seek shelter indoors."
    )
    (found,) = _statements(analyse, text)
    assert text[found.content_start : found.content_end].startswith("that many houses have collapsed")
