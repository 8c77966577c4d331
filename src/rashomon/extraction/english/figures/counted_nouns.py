"""Measures told by the counted noun itself: "12 deaths", "200 arrests", "15 wounded soldiers", "30 hostages"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.reading import Reading, fits
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.knowledge.word_classes import WordClasses


@dataclass(frozen=True, slots=True)
class CountedNouns(WordClasses):
    """Nouns that tell a measure themselves."""

    source: ClassVar[str] = "en/words/figures.toml#counted_nouns"

    settled: frozenset[str]
    not_done: frozenset[str]
    by_what: frozenset[str]
    strikes: frozenset[str]
    told_by: frozenset[str]
    speaking: frozenset[str]
    finding: frozenset[str]
    carrying: frozenset[str]


def settled_noun(view: SentenceView, slot: Slot) -> Reading | None:
    """The reading of a noun that decides by itself."""
    words = view.words.of(CountedNouns)
    head = slot.counted.head
    if head is None or any(view.lower(k) in words.not_done for k in range(slot.last + 1, head.i)):
        return None
    if slot.counted.partitive and view.cues(head.i):
        for k in range(slot.counted.next, slot.counted.next + 4):
            fatal = any(c.measure == "killed" and c.shape == "ed" for c in view.cues(k))
            verb = view.parse.tokens[k] if fatal else None
            if verb is not None and verb.tag in ("VBN", "VBD") and not view.parse.kids(verb, "dobj"):
                return Reading("killed", "counted noun", k)  # "five of the hostages were found beheaded"
    if head.lower in words.settled or _is_happening(view, slot) or (slot.counted.partitive and view.cues(head.i)):
        return _noun_reading(view, slot, "counted noun")
    if head.lower in words.strikes and any(view.lower(k) in words.by_what for k in range(slot.last + 1, head.i)):
        return Reading("strikes", "counted noun", head.i)
    return None


def _is_happening(view: SentenceView, slot: Slot) -> bool:
    """A noun of what befell people, not of the people: "homicides", "abductions"."""
    head = slot.counted.head
    if head is None or "people" in view.measures.class_of(head.lower):
        return False
    return any(c.role == "noun" and c.counts == "people" for c in view.cues(head.i))


def status_noun(view: SentenceView, slot: Slot) -> Reading | None:
    """The reading of a noun or modifier that tells a state, where nothing else was said of it."""
    words = view.words.of(CountedNouns)
    head = slot.counted.head
    if head is None:
        return None
    if any(view.lower(k) in words.not_done for k in range(slot.last + 1, head.i)):
        return None
    for k in range(slot.last + 1, head.i):
        if view.lower(k + 1) == "-":
            continue  # "four hostage-takers"
        for cue in view.cues(k):
            told = cue.role == "state" or (cue.role == "object" and cue.shape == "ed")
            if told and fits(cue, head, view.measures):
                return Reading(cue.measure, "modifier", k)
    reading = _noun_reading(view, slot, "status noun")
    verb = view.parse.head(head)
    if reading is not None and reading.measure == "displaced" and head.dep == "nsubj" and verb.lemma == "return":
        return Reading("returned", "subject", verb.i)
    carried = head.dep == "dobj" and verb.lemma in words.carrying  # "a boat carrying 400 refugees" drove nobody out
    return None if reading is not None and reading.measure == "displaced" and carried else reading


def _noun_reading(view: SentenceView, slot: Slot, rule: str) -> Reading | None:
    head = slot.counted.head
    assert head is not None
    if (view.lower(head.i - 2), view.lower(head.i - 1)) == ("and", "-"):
        return None  # "67 search-and-rescue specialists"
    speaks = head.dep == "nsubj" and view.parse.head(head).lemma in view.words.of(CountedNouns).speaking
    for cue in view.cues(head.i) or view.measures.cues.get(slot.counted.compound, ()):
        if speaks and cue.counts in ("protesters", "rescuers"):
            continue
        if cue.role in ("noun", "state") and cue.counts in ("people", "protesters", "strikes", "rescuers"):
            return Reading(cue.measure, rule, head.i)
    return None
