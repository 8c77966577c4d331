"""Parts told by a bare number: "most of them, 20, were in X", and, opening a sentence, "Five were children"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.knowledge.word_classes import WordClasses

#: The rule of a bare number that opens a sentence; it is one only right behind its whole.
BARE_SUBJECT = "bare subject"
#: What sets such a number off on both sides.
_SET_OFF = (",", "-", "–", "—")
#: Words between "most of" and the comma before its number.
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class ShareWords(WordClasses):
    """Words of parts that a bare number tells."""

    source: ClassVar[str] = "en/words/figures.toml#shares_named"

    most: frozenset[str]
    be: frozenset[str]
    describing: frozenset[str]


def is_named_share(view: SentenceView, slot: Slot) -> bool:
    """ "Most of the dead, 41, lived in X": the number of those who are most of a whole."""
    set_off = view.lower(slot.first - 1) in _SET_OFF and view.lower(slot.last + 1) == view.lower(slot.first - 1)
    if slot.counted.head is not None or not set_off:
        return False
    words = view.words.of(ShareWords)
    near = range(max(0, slot.first - 1 - _LONGEST), slot.first - 2)
    return any(view.lower(k) in words.most and view.lower(k + 1) == "of" for k in near)


def is_bare_subject(view: SentenceView, slot: Slot) -> bool:
    """ "Five were children.", "Twenty were from one village.": a number alone opens a sentence."""
    opens = all(view.parse.tokens[k].pos == "PUNCT" for k in range(slot.first))
    return opens and is_described(view, slot)


def is_described(view: SentenceView, slot: Slot) -> bool:
    """ "... and 40 are women": a number alone, told by what it is."""
    if slot.counted.head is not None or slot.counted.partitive or slot.quantity.zero:
        return False
    return are_said(view, slot)


def are_said(view: SentenceView, slot: Slot) -> bool:
    """ "... were Norvalian fighters": what stands behind those counted says who they are."""
    words, i = view.words.of(ShareWords), slot.counted.next
    if view.lower(i) not in words.be or slot.quantity.qualifier == "fraction":
        return False
    behind = [view.lower(k) for k in (i + 1, i + 2)]
    return behind[0] in words.describing or any(w in view.measures.categories for w in behind)
