"""The tense of what somebody said."""

from __future__ import annotations

import pytest

from rashomon.composing.said_words import SaidWords
from rashomon.composing.statement_shapes import Content, shaped
from rashomon.knowledge.library import Library


@pytest.mark.parametrize(
    ("verb_class", "text", "worded"),
    [
        ("denied", "that rebels have entered Norvale", "denied that rebels had entered Norvale"),
        ("said", "the dam has been emptied", "said that the dam had been emptied"),
        ("said", "most deaths could have been avoided", "said that most deaths could have been avoided"),
        ("said", "the town has a hospital", "said that the town has a hospital"),
    ],
)
def test_what_was_done_by_then_is_told_so(library: Library, verb_class: str, text: str, worded: str) -> None:
    """After a verb of the past the perfect is told in the past; having something stays as it was said."""
    words = library.words.of(SaidWords)
    small, numbers = lambda word: word[:1].islower() or word == "The", library.number_words
    content = Content(verb_class, verb_class, text, "", small, words, numbers)
    assert shaped(content) == worded


@pytest.mark.parametrize(
    ("text", "worded"),
    [
        ("the claim", None),
        ("all the army's allegations", None),
        ("any role in the raid", "denied any role in the raid"),
        ("the claim of victory", "denied the claim of victory"),
        ("the Norvale council", None),
        ("the killing of monks", "denied the killing of monks"),
    ],
)
def test_what_was_said_before_is_told_with_its_content_only(library: Library, text: str, worded: str | None) -> None:
    """A denial of "the claim" is not told, since its sentence does not say which claim."""
    words, numbers = library.words.of(SaidWords), library.number_words
    assert shaped(Content("denied", "denied", text, "", lambda word: word[:1].islower(), words, numbers)) == worded


@pytest.mark.parametrize(
    ("verb_class", "text", "worded"),
    [
        ("said", "how the water took the bridge that was rebuilt", None),
        ("said", "the raid was the worst in a region where", None),
        ("said", "live on air why so many people are furious", None),
        ("said", "the water took the bridge", "said that the water took the bridge"),
        ("said", "the chief strongly condemned the raid", None),
        ("said", "some were stopped and others went on", None),
        ("said", "many have found shelter in barns", None),
        ("said", "the ferry can carry around", None),
        ("said", "some ferries were stopped", "said that some ferries were stopped"),
        ("called_for", "the council to an urgent meeting", None),
        ("called_for", "the council to hold a meeting", "called on the council to hold a meeting"),
    ],
)
def test_what_makes_no_clause_is_not_told(library: Library, verb_class: str, text: str, worded: str | None) -> None:
    """What is told as a question, breaks off, counts those told of before, is another's word, or calls somebody to a meeting is not told."""
    words, numbers = library.words.of(SaidWords), library.number_words
    content = Content(
        verb_class, verb_class, text, " on" if verb_class == "called_for" else " that", str.islower, words, numbers
    )
    assert shaped(content) == worded
