"""Whether a happening is known already, and whether it is only what somebody is charged with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.event_spotting import Spot
from rashomon.knowledge.word_classes import WordBook, WordClasses
from rashomon.language.syntax import Parse


@dataclass(frozen=True, slots=True)
class ModalWords(WordClasses):
    """Words by which an event did not happen, beside those of en/events.toml."""

    source: ClassVar[str] = "en/words/events.toml#modality"

    negations: frozenset[str]
    conditions: frozenset[str]
    efforts: frozenset[str]
    tries: frozenset[str]
    towards: frozenset[str]
    ages: frozenset[str]
    accusing: frozenset[str]
    coming: frozenset[str]
    possible: frozenset[str]
    past: frozenset[str]
    planning: frozenset[str]
    offering: frozenset[str]
    ahead: frozenset[str]
    willing: frozenset[str]
    hearsay: frozenset[str]
    habits: frozenset[str]
    notorious: frozenset[str]


def is_definite(spot: Spot, parse: Parse) -> bool:
    """Whether a noun means a happening already known ("this incursion", "their attack")."""
    return spot.is_noun and any(
        (k.dep == "det" and k.lower in {"the", "this", "that", "these", "those"})
        or (k.dep == "poss" and k.pos == "PRON")
        for k in parse.kids(spot.token)
    )


def is_charged(spot: Spot, parse: Parse, classes: WordBook) -> bool:
    """Whether a happening is only what somebody is accused, suspected or charged of."""
    words = classes.of(ModalWords)
    below = spot.predicate or spot.token
    for up in [below, *parse.ancestors(below)]:
        above = parse.head(up)
        if up.dep in {"prep", "agent"} and up.lower in {"of", "for", "with"} and above.lemma in words.accusing:
            return True
        if up.dep in {"ccomp", "relcl"}:
            return False
    noun = spot.token
    return spot.is_noun and noun.dep == "dobj" and parse.head(noun).lemma in words.accusing
