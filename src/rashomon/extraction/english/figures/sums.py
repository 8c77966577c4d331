"""Figures that add up to a total told before or after them: its parts, though no word says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.extraction.english.figures.bracket_lists import BRACKET
from rashomon.extraction.english.figures.divisions import are_one_row
from rashomon.extraction.english.figures.told import FARTHEST, Told, are_beside, excludes, is_elsewhere
from rashomon.model.claim import Figure

#: How many figures are added at most.
_LONGEST = 12
#: Sentences between a total and figures that add up to it; the sum of a larger total is no accident farther off,
#: where its members follow one another. Three or more that make a total of dozens are its parts wherever they stand.
_NEAR, _FAR, _GAP = 2, 12, 3
_LARGE, _DOZENS = 6, 40
#: So many figures that follow one another and add up to a total are no accident, whatever else could hold them.
_MANY = 3


def long_sums(told: Sequence[Told], wholes: Mapping[int, int], figures: Sequence[Figure]) -> dict[int, int]:
    """As `sum_wholes`, of sums so long that no row inside them is looked at for itself."""
    return sum_wholes(told, wholes, figures, _MANY)


def sum_wholes(
    told: Sequence[Told], wholes: Mapping[int, int], figures: Sequence[Figure], least: int = 1
) -> dict[int, int]:
    """For each member of a sum that comes out, the total; a total of civilians holds no fighters. Of fewer members
    than `least` no sum is made.
    """
    found = dict(wholes)
    # Twice: what one sum holds is passed over in the next ("27 in A, 13 in B. Those 40 and another five" of 45).
    for _ in range(2):
        before = dict(found)
        for i, total in enumerate(told):
            part = i in found and total.read.part and (total.value or 0) >= _DOZENS
            tops = part or (i not in found and not _goes_on_its_like(told, i))
            if tops and (total.value or 0) > 2 and not total.is_rate:
                members = _sum_around(told, found, i)
                if any(excludes(figures[i], figures[m]) for m in members) or len(members) < least:
                    continue
                if members and are_beside(told, i, members[0]):
                    continue
                if all(is_elsewhere(figures[i], figures[m]) for m in members) or _is_other_time(figures, i, members):
                    continue
                if not _are_rivals(figures, members):
                    found.update({m: _in_its_sentence(told, i, m) for m in members})
        if found == before:
            break
    return found


def _is_other_time(figures: Sequence[Figure], i: int, members: Sequence[int]) -> bool:
    """Whether the total is of an earlier happening and not all of the members are."""
    return figures[i].realis == "background" and any(figures[m].realis != "background" for m in members)


def _are_rivals(figures: Sequence[Figure], members: Sequence[int]) -> bool:
    """Whether two sources count one place among the members: what each gives is the same people's number."""
    told: dict[str, set[str]] = {}
    for figure in (figures[m] for m in members):
        source = figure.attribution
        name = source.origin or source.agency if source is not None else None
        if figure.place is not None and name:
            told.setdefault(figure.place.name, set()).add(name)
    return any(len(origins) > 1 for origins in told.values())


def _goes_on_its_like(told: Sequence[Told], i: int) -> bool:
    """True for a member of a row of one measure: its neighbours are told beside it, not of it."""
    row = told[i].read.row
    if told[i].read.reading.rule == BRACKET and row is not None:
        return True  # a place of a list
    if told[i].read.reading.rule == BRACKET and told[i + 1 : i + 2] and told[i + 1].read.row is told[i].read.slot:
        return True  # the first place of a list
    return row is not None and i > 0 and row is told[i - 1].read.slot and told[i - 1].measure == told[i].measure


def _in_its_sentence(told: Sequence[Told], i: int, member: int) -> int:
    """The total where the member's own sentence tells it again ("..., bringing the total to 34"), else its index i."""
    near = (k for k in range(member - 3, member + 4) if 0 <= k < len(told) and told[k].view is told[member].view)
    return next((k for k in near if told[k].count == told[i].count), i)


def _sum_around(told: Sequence[Told], wholes: Mapping[int, int], i: int) -> list[int]:
    """Consecutive figures of one measure right after or right before a total that add up to it; single victims are
    left out first, and tried then."""
    near = range(max(0, i - FARTHEST), min(len(told), i + FARTHEST))
    alike = [k for k in near if told[k].measure == told[i].measure and told[k].field == told[i].field]
    if len(alike) < 3:
        return []  # a total and two members at least
    alike = [k for k in alike if not told[k].is_rate]
    counted = [k for k in alike if not told[k].read.slot.quantity.single]
    after = ([k for k in group if k > i] for group in (counted, alike))
    before = ([k for k in reversed(group) if k < i] for group in (counted, alike))
    runs = [*after, *before]
    large = (told[i].value or 0) >= _DOZENS  # "rose to 16 after three died; 13 had been counted before" is no sum
    tries = (_adding_up(told, wholes, i, run, ours) for ours in (True, False) if large or not ours for run in runs)
    found = next(filter(None, tries), [])
    if found or not large:
        return found
    # "360 were hurt, including 11 children. In hospital are 92, 63 have left and 205 of the hurt never went there."
    here = [k for k in counted if k > i and not (wholes.get(k) == i and told[k].view is told[i].view)]
    return _adding_up(told, wholes, i, here, True)


def _adding_up(told: Sequence[Told], wholes: Mapping[int, int], i: int, run: Sequence[int], ours: bool) -> list[int]:
    """The first of a run that add up to the total at i; those that have a whole already are passed over, or counted
    where that whole is this total (`ours`)."""
    total = told[i].value or 0.0
    added = any(told[k].read.slot.counted.more for k in run[:2])  # "three in Arba ... Two more were killed in Bono"
    far = _FAR if run and run[0] > i and (total >= _LARGE or added) else _NEAR
    rest, last, scattered = total, told[i].sentence, False
    members: list[int] = []
    for n, k in enumerate(run):
        sentence = told[k].sentence
        apart = abs(sentence - last) > (_GAP if members else far) or abs(sentence - told[i].sentence) > far
        scattered = scattered or apart
        if scattered and total < _DOZENS:
            return []
        if k in wholes and not (ours and wholes[k] == i):
            continue
        value = told[k].value
        if value is None or value >= total or value > rest or len(members) >= _LONGEST:
            return []
        members.append(k)
        rest, last = rest - value, sentence
        if rest == 0:
            following = run[n + 1] if n + 1 < len(run) else None
            whole_row = (not scattered or len(members) > 2) and _is_whole_row(told, wholes, members, following, total)
            return [m for m in members if m not in wholes] if whole_row else []
    return []


def _is_whole_row(
    told: Sequence[Told], wholes: Mapping[int, int], members: Sequence[int], following: int | None, total: float
) -> bool:
    """False where the sum is an accident: one figure, two tolls, or only the first members of a longer row."""
    if len(members) < 2 or (len(members) == 2 and any(told[m].read.reading.rule == "toll" for m in members)):
        return False
    if following is None or following in wholes or told[following].value == total:
        return True
    return not are_one_row(told[members[-1]], told[following])
