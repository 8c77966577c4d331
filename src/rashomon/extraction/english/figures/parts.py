"""Which figure is a part of which: by words ("12 of them"), by rows after "including", by sums that come out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extraction.english.figures.inheritance import fronted, is_of_victims
from rashomon.extraction.english.figures.reading import CASUALTIES
from rashomon.extraction.english.figures.readings import OF_THOSE, Read
from rashomon.extraction.english.figures.sentence_view import SentenceView

#: How many sentences back a whole may stand ("Three of them ..." goes on the sentence before, or the one before that).
_SENTENCES_BACK = 3
#: How many figures after (or before) a total are tried as its division.
_LONGEST_DIVISION = 12
#: No whole is looked for behind more figures than this: work stays linear in a hostile text.
_FARTHEST = 80
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
    following = told[i + 1] if i + 1 < len(told) and told[i + 1].view is one.view else None
    if following and (
        one.read.reading.rule == "part of next" or (counted.partitive and _follows_directly(one, following))
    ):
        return i + 1
    pronoun = counted.partitive and counted.head is None and not fronted(one.view, one.read.slot)
    same = [
        k for k in range(i - 1, max(-1, i - _FARTHEST), -1) if _near(one, told[k], pronoun) and _can_hold(told[k], one)
    ]
    if one.read.reading.rule == OF_THOSE:
        before = range(i - 1, max(-1, i - _FARTHEST), -1)
        whole = (k for k in before if not told[k].read.part and told[k].measure == one.measure)
        return next((k for k in whole if _can_hold(told[k], one)), None)
    if (counted.partitive and counted.head is not None) or is_of_victims(one.view):
        # "Three of the dead", "the victims included": the dead are the largest toll told so far.
        alike = [
            k
            for k in range(max(0, i - _FARTHEST), i)
            if told[k].measure == one.measure and _can_hold(told[k], one) and told[k].value
        ]
        if not alike and one.measure == CASUALTIES:
            return next(iter(same), None)  # "eight of the casualties": those told just before
        nearest = 1 if is_of_victims(one.view) else -1
        return max(alike, key=lambda k: (told[k].value or 0, nearest * k), default=None)
    alike = [k for k in same if told[k].measure == one.measure]
    return next(iter(alike or same), None)


def _near(one: Told, other: Told, pronoun: bool) -> bool:
    if other.view.sentence.field != one.view.sentence.field or one.sentence - other.sentence > _SENTENCES_BACK:
        return False
    return pronoun or not other.read.part


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
    if quantity.value == part.value:
        return quantity.qualifier != part.read.slot.quantity.qualifier and quantity.qualifier != "up_to"
    return quantity.value > part.value


def _add_divisions(told: Sequence[Told], wholes: dict[int, int]) -> None:
    """Rows that divide a total told near them: their sum comes out, or a colon or a list says so."""
    for members in _rows(told, wholes):
        divided = _divided(told, members)
        if divided is not None:
            wholes.update(dict.fromkeys(members, divided))
    for i, total in enumerate(told):
        if i not in wholes and total.value is not None and total.value > 2:
            members = _sum_around(told, wholes, i)
            wholes.update(dict.fromkeys(members, i))
    for i, one in enumerate(told):
        if i not in wholes and one.read.slot.counted.more:
            running = _running_toll(told, i)
            if running is not None:
                wholes[i] = running


def _rows(told: Sequence[Told], wholes: dict[int, int]) -> list[list[int]]:
    """Runs of figures of one measure in one sentence that go on one another."""
    rows: list[list[int]] = []
    for i, one in enumerate(told):
        goes_on = one.read.row is not None and rows and rows[-1][-1] == i - 1 and told[i - 1].view is one.view
        if goes_on and i not in wholes:
            rows[-1].append(i)
        elif i not in wholes and one.value is not None:
            rows.append([i])
    return [row for row in rows if len(row) > 1]


def _divided(told: Sequence[Told], members: list[int]) -> int | None:
    if told[members[0]].read.row is None and _after_colon(told, members[0]):
        first = members[0] - 1
        return first if _holds_all(told, first, members) else None
    if _after_colon(told, members[1]):
        return members.pop(0) if _holds_all(told, members[0], members[1:]) else None
    values = sum(told[m].value or 0 for m in members)
    for k in range(members[0] - 1, max(-1, members[0] - _FARTHEST), -1):
        if (
            told[members[0]].sentence - told[k].sentence > 6
            or told[k].view.sentence.field != told[members[0]].view.sentence.field
        ):
            return None
        if not told[k].read.part and _holds_all(told, k, members) and (len(members) > 2 or told[k].value == values):
            return k
    return None


def _after_colon(told: Sequence[Told], i: int) -> bool:
    if i == 0 or told[i - 1].view is not told[i].view:
        return False
    previous, one = told[i - 1].read.slot, told[i].read.slot
    return any(told[i].view.lower(k) == ":" for k in range(previous.counted.next, one.first))


def _holds_all(told: Sequence[Told], k: int, members: Sequence[int]) -> bool:
    value = told[k].value
    if k < 0 or value is None or told[k].measure != told[members[0]].measure:
        return False
    return value >= sum(told[m].value or 0 for m in members)


def _sum_around(told: Sequence[Told], wholes: dict[int, int], i: int) -> list[int]:
    """Consecutive figures right after or right before a total that add up to it."""
    for step in (1, -1):
        members = _division(told, wholes, i, step)
        if members:
            return members
    return []


def _division(told: Sequence[Told], wholes: dict[int, int], i: int, step: int) -> list[int]:
    total, rest = told[i], told[i].value or 0.0
    members: list[int] = []
    k = i + step
    while 0 <= k < len(told) and len(members) < _LONGEST_DIVISION:
        other = told[k]
        if abs(other.sentence - total.sentence) > 2 or other.measure != total.measure:
            break
        if other.view.sentence.field != total.view.sentence.field:
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


def _running_toll(told: Sequence[Told], i: int) -> int | None:
    """The toll that "four more deaths" have entered: told as a toll, of the same measure, just before."""
    one = told[i]
    for k in range(i - 1, max(-1, i - _FARTHEST), -1):
        other = told[k]
        if one.sentence - other.sentence > _SENTENCES_BACK or other.view.sentence.field != one.view.sentence.field:
            return None
        if other.measure == one.measure and other.read.reading.rule == "toll" and _can_hold(other, one):
            return k
    return None
