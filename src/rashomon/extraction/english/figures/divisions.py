"""Rows that divide a total told near them: a colon, a list or "among them" says so, or their sum comes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rashomon.extraction.english.figures.bracket_lists import BRACKET
from rashomon.extraction.english.figures.inheritance import PartWords
from rashomon.extraction.english.figures.membership import among_after, ends_in_among
from rashomon.extraction.english.figures.told import FARTHEST, Told, are_beside, are_other_things, differ, is_elsewhere
from rashomon.model.claim import Figure

#: A total this far before the rows that divide it is not theirs (sentences).
_ROWS_BACK = 12
#: Two figures with so many words between them are joined ("11 soldiers and four officers").
_JOINED = 2
#: A row that does not come out at a total is its division right behind it (sentences), or, farther off, where it goes
#: through so many places.
RIGHT_BEHIND, _PLACES = 1, 3
#: A rounded total ("more than 1,000") may be exceeded by so much, where its members make at least so many.
_ROUNDING, _TELLING = 1.05, 100


def closed_by_among(told: Sequence[Told], i: int) -> dict[int, int]:
    """ "30 people, eight in A, nine in B and one in C among them": the row that ends at i, with its whole."""
    if not among_after(told[i].view, told[i].read.slot):
        return {}
    row: dict[int, int] = {}
    members, whole = [i], i - 1
    while whole >= 0 and _row_mates(told, whole, i):
        if len(members) > 1 and not told[whole].read.part and _holds_all(told, whole, members):
            row = dict.fromkeys(members, whole)
        members.insert(0, whole)
        whole -= 1
    return row


def _row_mates(told: Sequence[Told], k: int, i: int) -> bool:
    return told[k].view is told[i].view and told[k].measure == told[i].measure and told[k].value is not None


def row_wholes(
    told: Sequence[Told], wholes: Mapping[int, int], figures: Sequence[Figure], back: int = _ROWS_BACK
) -> dict[int, int]:
    """For each member of a row that divides a total, the total; those that have a whole already are no members.

    A row of another source than the total's must add up to it. No total stands farther before it than `back` sentences.
    """
    found: dict[int, int] = {}
    for members in _rows(told, wholes):
        divided = _divided(told, members, {**wholes, **found}, figures)
        if divided is not None and told[members[0]].sentence - told[divided].sentence <= back:
            found.update(dict.fromkeys(members, divided))
    return found


def are_one_row(one: Told, after: Told) -> bool:
    """True where a figure goes on the row of the one before it in its sentence."""
    if one.view is not after.view:
        return False
    return _goes_on(one, after) or after.read.slot.first - one.read.slot.counted.next <= _JOINED


def _rows(told: Sequence[Told], wholes: Mapping[int, int]) -> list[list[int]]:
    """Runs of figures of one measure in one sentence that go on one another."""
    rows: list[list[int]] = []
    for i, one in enumerate(told):
        goes_on = rows and rows[-1][-1] == i - 1 and told[i - 1].view is one.view and _goes_on(told[i - 1], one)
        if goes_on and i not in wholes:
            rows[-1].append(i)
        elif i not in wholes and one.value is not None:
            rows.append([i])
    return [row for row in rows if len(row) > 1]


def _goes_on(before: Told, one: Told) -> bool:
    """True for a member that the words tie to the one before it: by a row, one predicate, or the lack of a noun."""
    alike = one.measure == before.measure and not one.read.part
    told_at_once = alike and one.read.reading.anchor == before.read.reading.anchor
    return one.read.row is not None or (alike and one.read.slot.counted.head is None) or told_at_once


def _divided(
    told: Sequence[Told], members: list[int], wholes: Mapping[int, int], figures: Sequence[Figure]
) -> int | None:
    if told[members[0]].read.row is None and _after_colon(told, members[0]):
        first = members[0] - 1
        return first if _holds_all(told, first, members) else None
    if _after_colon(told, members[1]) or _are_equated(told, members[1]):
        return members.pop(0) if _holds_all(told, members[0], members[1:]) else None
    listed = told[members[0]].read.reading.rule == BRACKET
    if any(told[m].is_rate for m in members):
        return None  # "A and B told of three deaths each, eight other towns of two each"
    comes_out = len(members) > 2 and told[members[0]].value == sum(told[m].value or 0 for m in members[1:])
    if not listed and comes_out and not are_beside(told, members[0], members[1]):
        return members.pop(0)  # "13 bodies, those of nine Nepalis and four foreigners"
    members[:0] = _before_in_sentence(told, members, wholes)
    values = sum(told[m].value or 0 for m in members)
    holding = [k for k in _before_row(told, members[0]) if not told[k].read.part and _holds_all(told, k, members)]
    holding = [k for k in holding if not told[k].is_rate and not are_other_things(told[k], told[members[0]])]
    equal = [k for k in holding if told[k].value == values]
    if len(members) == 2:
        last = told[members[0]].sentence - RIGHT_BEHIND
        equal = [k for k in equal if told[k].sentence >= last or not is_elsewhere(figures[k], figures[members[0]])]
    exact = next(iter(equal), None)
    if exact is not None or len(members) == 2:
        return exact
    if told[members[0]].read.slot.counted.more and not listed:
        return None  # "67 died in A. Four more died in B, 23 in C and eight in D": others than those
    holding = [k for k in holding if k not in wholes and not _is_mate(told, k, members[0])]
    holding = [k for k in holding if listed or not is_elsewhere(figures[k], figures[members[0]])]
    near = told[members[0]].sentence - (told[holding[0]].sentence if holding else 0) <= RIGHT_BEHIND
    named = near or listed or len({_place(figures[m]) for m in members} - {None}) >= _PLACES
    return next((k for k in holding[:1] if named and not differ(figures[k], figures[members[0]])), None)


def _place(figure: Figure) -> str | None:
    """The place that the figure's own clause names."""
    return figure.place.name if figure.place is not None and figure.place.how == "clause" else None


def _is_mate(told: Sequence[Told], k: int, member: int) -> bool:
    """ "103 in A, two children among them, 21 in B": the row goes on with the count before the aside, not inside it."""
    aside = told[member - 1] if member else None
    closed = aside is not None and aside.view is told[member].view and ends_in_among(aside.view, aside.read.slot)
    return closed and told[member].read.row is told[k].read.slot


def _are_equated(told: Sequence[Told], i: int) -> bool:
    """ "The 20 dead were a girl, seven women and 12 men": the figure before i is said to be the row that i begins."""
    start = told[i - 1].read.slot.counted.next
    between = told[i].view.parse.tokens[start : told[i].read.slot.first]
    consisting = told[i].view.words.of(PartWords).consisting
    return bool(between) and between[0].lemma in consisting and all(t.pos not in ("VERB", "ADP") for t in between[1:])


def _before_in_sentence(told: Sequence[Told], members: Sequence[int], wholes: Mapping[int, int]) -> list[int]:
    """Figures of a row's sentence before it that make its sum come out at a total told before."""
    first = told[members[0]]
    ahead: list[int] = []
    for k in range(members[0] - 1, max(-1, members[0] - FARTHEST), -1):
        if told[k].view is not first.view or told[k].measure != first.measure or told[k].value is None or k in wholes:
            break
        ahead.insert(0, k)
        values = sum(told[m].value or 0 for m in (*ahead, *members))
        totals = (t for t in _before_row(told, ahead[0]) if told[t].measure == first.measure)
        if any(told[t].value == values for t in totals):
            return ahead
    return []


def _before_row(told: Sequence[Told], first: int) -> Iterator[int]:
    for k in range(first - 1, max(-1, first - FARTHEST), -1):
        if told[first].sentence - told[k].sentence > _ROWS_BACK or told[k].field != told[first].field:
            return
        yield k


def _after_colon(told: Sequence[Told], i: int) -> bool:
    if i == 0 or told[i - 1].view is not told[i].view:
        return False
    previous, one = told[i - 1].read.slot, told[i].read.slot
    return any(told[i].view.lower(k) == ":" for k in range(previous.counted.next, one.first))


def _holds_all(told: Sequence[Told], k: int, members: Sequence[int]) -> bool:
    value = told[k].value
    if k < 0 or value is None or told[k].measure != told[members[0]].measure:
        return False
    need = sum(told[m].value or 0 for m in members)
    # "More than 1,000 died: 407 in A, 190 in B ...": what comes out at the rounded number may go beyond it.
    rounded = len(members) > 2 and told[k].read.slot.quantity.qualifier in ("more_than", "at_least", "approx")
    loose = rounded and need >= _TELLING and told[members[0]].sentence - told[k].sentence <= RIGHT_BEHIND
    return value >= need or (loose and need <= value * _ROUNDING)
