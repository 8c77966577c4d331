"""Measures told by care and not by a verb of harm: people carried to hospital, wounded, or staying in shelters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.knowledge.word_classes import WordClasses


@dataclass(frozen=True, slots=True)
class CareWords(WordClasses):
    """Words of care for the wounded and of shelter."""

    source: ClassVar[str] = "en/words/figures.toml#care"

    carried: frozenset[str]
    suffered: frozenset[str]
    wounds: frozenset[str]
    staying: frozenset[str]
    shelters: frozenset[str]
    rubble: frozenset[str]


def is_sheltered(view: SentenceView, i: int) -> bool:
    """ "are in 82 relief camps", "living in temporary shelters"."""
    words = view.words.of(CareWords)
    k = i + 1 if view.lower(i) in words.staying else i
    if view.lower(k) not in ("in", "at"):
        return False
    for n in range(k + 1, k + 6):
        if view.lower(n) in words.shelters:
            return True
        if n < len(view.parse.tokens) and view.parse.tokens[n].pos in ("VERB", "PUNCT", "ADP", "PROPN"):
            return False
    return False


def is_buried_alive(view: SentenceView, i: int) -> bool:
    """ "buried alive", "remained buried in the wreckage": trapped, and not in a grave."""
    if view.lower(i) != "buried":
        return False
    near = {view.lower(k) for k in (*range(i - 3, i), *range(i + 1, i + 9))}
    return bool(near & view.words.of(CareWords).rubble)


def is_treated(view: SentenceView, i: int) -> bool:
    """ "were taken to a hospital", "suffered critical injuries"."""
    words = view.words.of(CareWords)
    ahead = [view.lower(i + k) for k in range(1, 9)]
    if view.lower(i) in words.carried:
        return ("to" in ahead[:2] and any(w.startswith(("hospital", "clinic", "infirmar")) for w in ahead)) or (
            "treatment" in ahead
        )
    return view.lower(i) in words.suffered and any(w in words.wounds for w in ahead[:5])
