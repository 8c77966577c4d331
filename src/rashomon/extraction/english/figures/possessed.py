"""People told by what is theirs: "civilians whose whereabouts are not known", "families whose houses had fallen"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.reading import Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Token

#: "Whose" stands so far behind the counted at most ("civilians of the besieged town whose ...").
_FAR = 8


@dataclass(frozen=True, slots=True)
class PossessedWords(WordClasses):
    """Words of what people have and no longer have."""

    source: ClassVar[str] = "en/words/figures.toml#possessed"

    fates: frozenset[str]
    unknown: frozenset[str]
    known: frozenset[str]
    homes: frozenset[str]


def possessed(view: SentenceView, slot: Slot) -> Reading | None:
    """The reading of people by a clause with "whose": missing, or homeless, or none."""
    head = slot.counted.head
    if head is None or "people" not in view.measures.class_of(head.lower):
        return None
    whose = _whose(view, slot)
    if whose is None:
        return None
    words = view.words.of(PossessedWords)
    noun = view.parse.head(view.parse.tokens[whose])
    verb = view.parse.head(noun)
    if noun.dep not in ("nsubj", "nsubjpass") or verb.pos not in ("VERB", "AUX", "ADJ"):
        return None
    if noun.lower in words.fates and _is_unknown(view, verb, words):
        return Reading("missing", "possessed", noun.i)
    gone = any(c.measure == "buildings_destroyed" and c.role in ("object", "subject") for c in view.cues(verb.i))
    if noun.lower in words.homes and gone and not view.parse.kids(verb, "neg"):
        return Reading("homeless", "possessed", verb.i)
    return None


def _whose(view: SentenceView, slot: Slot) -> int | None:
    """Where the clause begins that tells of the counted by what is theirs, before any verb or other count."""
    for i in range(slot.counted.next, slot.counted.next + _FAR):
        if view.lower(i) == "whose":
            return i
        if i >= len(view.parse.tokens) or view.parse.tokens[i].pos in ("VERB", "AUX") or view.slot_at(i) is not None:
            return None
    return None


def _is_unknown(view: SentenceView, verb: Token, words: PossessedWords) -> bool:
    """ "Is unknown", "remain unclear", "are not known"."""
    said = {verb.lower, *(k.lower for k in view.parse.kids(verb, "acomp", "oprd", "attr"))}
    denied = bool(view.parse.kids(verb, "neg")) or view.lower(verb.i - 1) == "not"
    return bool(said & words.unknown) or (denied and bool(said & words.known))
