"""Counts in the name of a deed: "a triple homicide" has three dead, "a double shooting" two who were shot."""

from __future__ import annotations

from rashomon.extraction.english.figures.counted_phrase import Counted
from rashomon.extraction.english.figures.quantities import Quantity
from rashomon.extraction.english.figures.reading import Read, Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.knowledge.victim_words import VictimWords

#: Words between the multiple and its deed ("triple gangland murder").
_BETWEEN = 2


def read_multiples(view: SentenceView, words: VictimWords) -> list[Read]:
    """The deeds of a sentence that are named with a multiple, in order; an attempted or fatal one says too little."""
    found: list[Read] = []
    multiples = words.multiples
    for token in view.parse.tokens:
        if token.lower not in multiples:
            continue
        value = multiples[token.lower]
        if view.slot_at(token.i) is not None or view.lower(token.i - 1) in words.unclear:
            continue
        deed = next((k for k in range(token.i + 1, token.i + 3 + _BETWEEN) if view.lower(k) in words.deeds), None)
        if deed is None or any(view.lower(k) in words.unclear for k in range(token.i + 1, deed)):
            continue
        if any(view.parse.tokens[k].pos in ("VERB", "AUX") or view.lower(k) == "," for k in range(token.i + 1, deed)):
            continue
        last = view.parse.tokens[deed]
        bare = Quantity(token.start, token.end, token.start, token.end, value, value, value, "exact")
        slot = Slot(bare, token.i, token.i, token.i, Counted(None, deed + 1))
        found.append(Read(slot, Reading(words.deeds[last.lower], "multiple deed", deed), False))
    return found
