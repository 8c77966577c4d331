"""Counts that a verb of being or numbering sets equal to those it is told of: "those hurt now number 2,312"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.reading import AMONG_STATE, Reading, pick
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Token

#: Between the verb and its number ("are now at least") stand so many words at most.
_NEAR = 5
#: Two numbers below this behind "the victims were" are ages.
_NO_AGE = 100


@dataclass(frozen=True, slots=True)
class EquationWords(WordClasses):
    """Words that set a count equal to those counted."""

    source: ClassVar[str] = "en/words/figures.toml#equations"

    equals: frozenset[str]
    between: frozenset[str]
    those: frozenset[str]
    victims: frozenset[str]


def equated(view: SentenceView, slot: Slot) -> Reading | None:
    """The reading of a number by the subject that it is said to be, or none.

    "Those killed on the army's side were five soldiers", "the bodies that arrived so far are 61", "the victims of the
    flood are no more than 46 people".
    """
    words = view.words.of(EquationWords)
    start = _row_start(view, slot)
    i = start - 1
    while start - i < _NEAR and view.lower(i) in words.between:
        i -= 1
    verb = view.parse.tokens[i] if i > 0 else None
    if verb is None or verb.lemma not in words.equals:
        return None
    for subject in _subjects(view, verb):
        if any(t.i != subject.i and view.slot_at(t.i) is not None for t in view.parse.kids(subject, "nummod")):
            return None
        found = _of_state(view, slot, subject, words) or _of_noun(view, slot, subject, words)
        if found:
            return found
    return None


def _row_start(view: SentenceView, slot: Slot) -> int:
    """Where the row begins that a quantity ends: the five in "were five soldiers and two pilots"."""
    head = slot.counted.head
    above = view.parse.head(head) if head is not None and head.dep == "conj" else None
    return next((s.first for s in view.slots if above is not None and s.counted.head is above), slot.first)


def _subjects(view: SentenceView, verb: Token) -> Iterator[Token]:
    """The subjects of a verb; a parse may take "are" for the auxiliary of a participle behind the number."""
    above = view.parse.head(verb)
    if view.lower(verb.i - 1) == "to" and verb.lemma == "number":
        verb = above if above.pos in ("VERB", "AUX") else view.parse.head(above)  # "have come to number 80"
    for token in (verb, above) if verb.dep in ("auxpass", "aux", "cop") else (verb,):
        yield from view.parse.kids(token, "nsubj", "nsubjpass")


def _of_state(view: SentenceView, slot: Slot, subject: Token, words: EquationWords) -> Reading | None:
    """ "Those killed were five": the state that describes the subject."""
    if subject.lower not in words.those:
        return None
    for kid in view.parse.kids(subject, "acl"):
        cue = pick(view.cues(kid.i), ("object", "known_object", "state"), slot.counted, view.measures)
        if cue and kid.tag in ("VBN", "VBD"):
            return Reading(cue.measure, AMONG_STATE, kid.i)
    return None


def _of_noun(view: SentenceView, slot: Slot, subject: Token, words: EquationWords) -> Reading | None:
    """ "The bodies are 61": a noun that is counted, or "the victims" where the number is no age."""
    if subject.lower in words.victims:
        counts = slot.counted.head is not None or slot.quantity.qualifier != "exact"
        counts = counts or (slot.quantity.value or 0) >= _NO_AGE
        return Reading("killed", "equated", subject.i) if counts else None
    for cue in view.cues(subject.i):
        named = subject.tag in ("NN", "NNS") or view.lower(subject.i - 1) == "the"
        if cue.role == "noun" and cue.counts == "people" and named:
            return Reading(cue.measure, "equated", subject.i)
    return None
