"""Those of the hurt who are still cared for: "113 officers were hurt, and four are still in hospital"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.told import FARTHEST, Told, can_hold, is_elsewhere
from rashomon.knowledge.word_classes import WordClasses
from rashomon.model.claim import Figure

#: The words of care stand so many tokens behind their number at most, the count of all hurt a sentence back.
_NEAR, _BACK = 9, 1
#: Within so many tokens it is told that those who were treated have left.
_FATE = 14


@dataclass(frozen=True, slots=True)
class CareStillWords(WordClasses):
    """Words for a state that lasts, and for care."""

    source: ClassVar[str] = "en/words/figures.toml#still_in_care"

    still: frozenset[str]
    care: frozenset[str]
    ends: frozenset[str]
    left: frozenset[str]


def cared_for_wholes(told: Sequence[Told], wholes: Mapping[int, int], figures: Sequence[Figure]) -> dict[int, int]:
    """For each count of those who are still in care, the count of the hurt told just before it."""
    found: dict[int, int] = {}
    for i, one in enumerate(told):
        if i in wholes or one.measure != "injured" or one.read.slot.counted.more or not _is_still_cared_for(one):
            continue
        before = range(i - 1, max(-1, i - FARTHEST), -1)
        near = [k for k in before if told[k].field == one.field and one.sentence - told[k].sentence <= _BACK]
        hurt = (k for k in near if told[k].measure == "injured" and k not in wholes and k not in found)
        whole = next(hurt, None)
        if whole is not None and _holds(told, figures, whole, i):
            found[i] = whole
    return found


def _is_still_cared_for(one: Told) -> bool:
    words, view = one.view.words.of(CareStillWords), one.view
    behind = []
    for k in range(one.read.slot.last + 1, one.read.slot.last + _NEAR):
        if view.lower(k) in words.ends or view.slot_at(k) is not None:
            break
        behind.append(view.lower(k))
    return not words.still.isdisjoint(behind) and not words.care.isdisjoint(behind)


def _holds(told: Sequence[Told], figures: Sequence[Figure], whole: int, i: int) -> bool:
    same = figures[whole].realis == figures[i].realis
    view, slot = told[whole].view, told[whole].read.slot
    left = any(view.lower(k) in view.words.of(CareStillWords).left for k in range(slot.last, slot.last + _FATE))
    stated = told[whole].value is not None and not _is_still_cared_for(told[whole]) and not left
    return same and stated and can_hold(told[whole], told[i]) and not is_elsewhere(figures[whole], figures[i])
