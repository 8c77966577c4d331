"""Which figure is a part of which: by words ("12 of them"), by rows after "including", by sums that come out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extraction.english.figures.inheritance import fronted
from rashomon.extraction.english.figures.readings import Read
from rashomon.extraction.english.figures.sentence_view import SentenceView

#: How many sentences back a whole may stand ("Three of them ..." goes on the sentence before, or the one before that).
_SENTENCES_BACK = 3
#: How many figures after (or before) a total are tried as its division.
_LONGEST_DIVISION = 12
_HARMED = frozenset(("killed", "injured", "other:casualties", "missing", "trapped"))


@dataclass(frozen=True, slots=True)
class Told:
    """A read quantity with the view of its sentence; `index` is its place among the report's figures."""

    view: SentenceView
    read: Read
    measure: str
    sentence: int

    @property
    def value(self) -> float | None:
        """The stated number, or null."""
        return self.read.slot.quantity.value


def find_wholes(told: Sequence[Told]) -> dict[int, int]:
    """For each figure that is a part, the index of its whole."""
    wholes: dict[int, int] = {}
    for i, one in enumerate(told):
        whole = _worded_whole(told, i) if one.read.part else None
        if whole is not None:
            wholes[i] = whole
    _add_divisions(told, wholes)
    return wholes


def _worded_whole(told: Sequence[Told], i: int) -> int | None:
    one = told[i]
    counted = one.read.slot.counted
    if counted.partitive and i + 1 < len(told) and _follows_directly(one, told[i + 1]):
        return i + 1
    pronoun = counted.partitive and not fronted(one.view, one.read.slot)
    for k in range(i - 1, -1, -1):
        other = told[k]
        if one.sentence - other.sentence > _SENTENCES_BACK:
            return None
        if other.sentence == one.sentence:
            if other.read.part and not pronoun:
                continue
            if _can_hold(other, one):
                return k
        elif _can_hold(other, one) and (other.measure == one.measure or counted.head is None) and not other.read.part:
            return k
    return None


def _follows_directly(one: Told, following: Told) -> bool:
    return following.sentence == one.sentence and 0 <= following.read.slot.first - one.read.slot.counted.next <= 1


def _can_hold(whole: Told, part: Told) -> bool:
    if whole.measure != part.measure and not (whole.measure in _HARMED and part.measure in _HARMED):
        return False
    quantity = whole.read.slot.quantity
    if quantity.qualifier == "fraction":
        return False
    if part.value is None or quantity.value is None:
        return True
    return quantity.value >= part.value and not quantity.zero


def _add_divisions(told: Sequence[Told], wholes: dict[int, int]) -> None:
    """Rows of figures whose sum is a total told just before or after them."""
    for i, total in enumerate(told):
        if total.value is None or total.value < 3 or i in wholes:
            continue
        for step in (1, -1):
            members = _division(told, wholes, i, step)
            if members:
                wholes.update(dict.fromkeys(members, i))
                break


def _division(told: Sequence[Told], wholes: dict[int, int], i: int, step: int) -> list[int]:
    total, rest = told[i], told[i].value or 0.0
    members: list[int] = []
    k = i + step
    while 0 <= k < len(told) and len(members) < _LONGEST_DIVISION:
        other = told[k]
        if abs(other.sentence - total.sentence) > 2 or other.measure != total.measure:
            break
        if k not in wholes:
            if other.value is None or other.value >= (total.value or 0) or other.value > rest:
                break
            members.append(k)
            rest -= other.value
            if rest == 0:
                return members if len(members) > 1 else []
        k += step
    return []
