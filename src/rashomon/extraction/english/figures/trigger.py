"""Which sentences can hold a figure: the cheap test before parsing, which is the main cost of a report."""

from __future__ import annotations

import re

from rashomon.extraction.english.figures.announced_rows import are_rows
from rashomon.extraction.english.figures.other_numbers import is_bracket_list
from rashomon.extraction.english.figures.trigger_words import TriggerWords, any_number
from rashomon.knowledge.library import Library

_WORD = re.compile(r"[a-z]+")
#: "Five were children.": a number alone that opens a sentence.
_BARE_SUBJECT = re.compile(r"(?:[A-Z]\w+(?:-\w+)?|\d[\d,]*) (?:were|are|was|is) (?!n.t|not)")


def needs_parse(text: str, library: Library) -> bool:
    """True where a sentence has a number word and a word that could make it a figure, or tells of one victim."""
    known, lower = library.words.of(TriggerWords), text.lower()
    words = frozenset(_WORD.findall(lower))
    number = any_number(library.number_words, known.numbers).search(lower)
    if number is not None and (_makes_figure(words, library) or known.told.search(lower) is not None):
        return True
    if (
        is_bracket_list(text)
        or are_rows(text)
        or (number is not None and number.start() == 0 and _BARE_SUBJECT.match(text) is not None)
    ):
        return True
    victims = library.victims
    if not (words.isdisjoint(victims.multiples) or words.isdisjoint(victims.deeds)):
        return True
    return known.single.search(lower) is not None or known.lone.search(lower) is not None


def _makes_figure(words: frozenset[str], library: Library) -> bool:
    """Whether a word can make a number a figure: one of the measures, or of what stands beside them."""
    measures = library.measures
    return not (
        measures.cues.keys().isdisjoint(words)
        and measures.phrase_words.isdisjoint(words)
        and library.words.of(TriggerWords).telling.isdisjoint(words)
        and not measures.frames.may_stand_in(words)
    )
