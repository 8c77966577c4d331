"""One parsed sentence with its quantities and what each counts: what the rules of this package look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import msgspec

from rashomon.extraction.english.figures.counted_phrase import Counted, find_counted
from rashomon.extraction.english.figures.quantities import Quantity
from rashomon.knowledge.common_words import CalendarWords
from rashomon.knowledge.measures import Cue, Measures
from rashomon.knowledge.word_classes import WordBook
from rashomon.language.syntax import Parse, Sentence, Token
from rashomon.language.words_by_place import words_by_place


class Slot(msgspec.Struct, frozen=True, gc=False):
    """A quantity in its sentence: the tokens first..last hold its words, `core` is the token of its bare number."""

    quantity: Quantity
    first: int
    last: int
    core: int
    counted: Counted


@dataclass(frozen=True)
class SentenceView:
    """A sentence, its parse, its slots, the lexicons that rules ask and the topics of its report."""

    sentence: Sentence
    parse: Parse
    slots: tuple[Slot, ...]
    measures: Measures
    words: WordBook
    topics: frozenset[str] = frozenset()

    def cues(self, i: int) -> tuple[Cue, ...]:
        """The cues of the token at an index; none outside the sentence, none for a deed that was only attempted."""
        tokens = self.parse.tokens
        if 0 < i < len(tokens) and tokens[i - 1].lower == "attempted" and tokens[i].tag in ("NN", "NNS"):
            return ()
        return self.measures.cues.get(tokens[i].lower, ()) if 0 <= i < len(tokens) else ()

    @cached_property
    def lower(self) -> Callable[[int], str]:
        """The token at an index in lower case, or nothing outside the sentence; asked thousands of times a report."""
        return words_by_place([t.lower for t in self.parse.tokens])

    @property
    def calendar(self) -> frozenset[str]:
        """Words that say when and name nobody: days, months, "today"."""
        return self.words.of(CalendarWords).named

    @cached_property
    def slot_at(self) -> Callable[[int], Slot | None]:
        """The slot whose words hold the token at an index; asked as often."""
        return {k: slot for slot in reversed(self.slots) for k in range(slot.first, slot.last + 1)}.get


def top_of(view: SentenceView, slot: Slot) -> Token:
    """The token by which a sentence governs a quantity: its noun, the "dozens" that the noun stands behind with "of",
    or else the topmost of its own words ("hundreds").
    """
    head = slot.counted.head
    if head is not None and not slot.counted.partitive and view.lower(slot.last + 1) != "out":
        above = view.parse.head(head)
        vague = view.parse.head(above) if head.dep == "pobj" and above.lower == "of" else head
        return vague if slot.first <= vague.i <= slot.last else head
    node = view.parse.tokens[slot.core]
    while node.head != node.i and slot.first <= node.head <= slot.last:
        node = view.parse.tokens[node.head]
    return node


def clauses_of(view: SentenceView, slot: Slot, top: Token) -> list[Token]:
    """The verbs of the clauses that describe those counted, whether they hang on the noun or on "dozens" above it."""
    head = slot.counted.head
    nouns = (top,) if head is None or head is top or slot.counted.partitive else (top, head)
    return [kid for noun in nouns for kid in view.parse.kids(noun, "acl", "relcl")]


def view_sentence(
    sentence: Sentence,
    quantities: tuple[Quantity, ...],
    measures: Measures,
    words: WordBook,
    topics: frozenset[str] = frozenset(),
) -> SentenceView | None:
    """The view of a parsed sentence; none where it was not parsed or holds no quantity inside the parse."""
    parse = sentence.parse
    if parse is None or not parse.tokens:
        return None
    slots = []
    for quantity in quantities:
        first, last = _token_at(parse, quantity.start), _token_at(parse, quantity.end - 1)
        core = _token_at(parse, quantity.core_end - 1)
        if first is None or last is None or core is None:
            continue
        slots.append(Slot(quantity, first, last, core, find_counted(parse, last + 1, quantity, measures, words)))
    return SentenceView(sentence, parse, tuple(slots), measures, words, topics)


def _token_at(parse: Parse, offset: int) -> int | None:
    token = parse.at(offset)
    return token.i if token else None


def completed_verb(view: SentenceView, slot: Slot) -> Token | None:
    """The verb that a quantity completes: "stood at 213", "was 213"; none where it is the subject."""
    node = view.parse.tokens[slot.core]
    for _ in range(5):
        head = view.parse.head(node)
        if head is node:
            return None
        if head.pos in ("VERB", "AUX"):
            return head if node.i > head.i else None
        if head.dep == "prep" and head.lower not in ("to", "at", "from", "above", "over"):
            return None
        node = head
    return None
