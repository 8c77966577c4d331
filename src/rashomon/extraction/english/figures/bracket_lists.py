"""Counts behind names: "in Garissa (1), Kisumu (3) and Nakuru (2)", "Garissa: 1, Kisumu: 3, Nakuru: 2"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.extents import in_part
from rashomon.extraction.english.figures.other_numbers import is_bracket_list
from rashomon.extraction.english.figures.reading import Read, Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.knowledge.word_classes import WordClasses

#: The rule of such counts.
BRACKET = "bracket"
#: The rule of counts in brackets behind what was done: "destroyed (62), flooded (15)".
DEED = "bracketed deed"
#: Names with a colon and a number that are a list; fewer are times, scores or votes.
_FEWEST = 3
_ENDS = frozenset((",", ";", ".", "and", '"', "”", ""))


@dataclass(frozen=True, slots=True)
class ListWords(WordClasses):
    """Words that say of whom a list goes on."""

    source: ClassVar[str] = "en/words/figures.toml#bracket_lists"

    going_on: frozenset[str]


def bracketed(view: SentenceView, slot: Slot, found: Sequence[Read], before: str | None) -> Read | None:
    """The reading of a number behind a name of a list: what the sentence said it lists, else what "the others" goes
    on."""
    if found and _is_behind_colon(view, slot) and sum(_is_behind_colon(view, s) for s in view.slots) >= _FEWEST:
        return _goes_on(slot, found[-1])
    inside = view.lower(slot.first - 1) == "(" and view.lower(slot.last + 1) == ")"
    if not inside or not is_bracket_list(view.sentence.text):
        return None
    last = found[-1] if found else None
    deed = _deed_before(view, slot.first - 2, last)
    if deed is not None:
        return Read(slot, deed, last is not None, last.row or last.slot if last is not None else None)
    if view.parse.tokens[slot.first - 2].pos not in ("PROPN", "NOUN"):
        return None  # what was done without a known measure
    if last is not None:
        return _goes_on(slot, last)
    for token in view.parse.tokens[: slot.first]:
        told = [c.measure for c in view.cues(token.i) if c.counts == "people" and c.role != "of"]
        if told:
            return Read(slot, Reading(told[0], BRACKET, token.i), False)
    goes_on = any(t.lower in view.words.of(ListWords).going_on for t in view.parse.tokens[: slot.first])
    return Read(slot, Reading(before, BRACKET, slot.core), False) if goes_on and before is not None else None


def _goes_on(slot: Slot, last: Read) -> Read:
    """A number of a list that goes on what was told last."""
    row = last.slot if last.reading.rule == BRACKET else None
    return Read(slot, Reading(last.reading.measure, BRACKET, last.reading.anchor), False, row)


def _is_behind_colon(view: SentenceView, slot: Slot) -> bool:
    """ "Garissa: 1,": a number alone right behind the colon of a name."""
    name = view.parse.tokens[slot.first - 2] if slot.first > 1 and view.lower(slot.first - 1) == ":" else None
    named = name is not None and name.pos == "PROPN" and not view.cues(name.i)
    return named and slot.counted.head is None and view.lower(slot.last + 1) in _ENDS


def _deed_before(view: SentenceView, i: int, last: Read | None) -> Reading | None:
    """The reading by the participle, state or noun right before a bracket, of things where things were counted."""
    counted = "buildings" if last is not None and last.reading.measure.startswith("buildings") else "people"
    told = (c for c in view.cues(i) if c.counts == counted and (c.shape == "ed" or c.role in ("state", "noun")))
    cue = next(told, None)
    return in_part(view, Reading(cue.measure, DEED, i)) if cue is not None else None
