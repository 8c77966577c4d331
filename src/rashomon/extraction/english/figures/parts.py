"""Which figure is a part of which: by words ("12 of them"), by rows after "including", by sums that come out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.extraction.english.figures.announced_rows import announced_wholes
from rashomon.extraction.english.figures.bracketed_parts import bracketed_wholes
from rashomon.extraction.english.figures.breakdowns import breakdown_wholes
from rashomon.extraction.english.figures.companions import companion_wholes
from rashomon.extraction.english.figures.divided_buildings import building_wholes
from rashomon.extraction.english.figures.divisions import RIGHT_BEHIND, closed_by_among, row_wholes
from rashomon.extraction.english.figures.increments import toll_entered
from rashomon.extraction.english.figures.still_in_care import cared_for_wholes
from rashomon.extraction.english.figures.sums import long_sums, sum_wholes
from rashomon.extraction.english.figures.told import FARTHEST, Told, can_hold, differ, excludes
from rashomon.extraction.english.figures.totals_behind import total_behind
from rashomon.extraction.english.figures.worded_wholes import worded_whole
from rashomon.model.claim import Figure


def find_wholes(told: Sequence[Told], figures: Sequence[Figure]) -> dict[int, int]:
    """For each figure that is a part, the index of its whole; `figures` are the told quantities' figures."""
    wholes: dict[int, int] = {}
    for i, one in enumerate(told):
        row = closed_by_among(told, i) if one.read.part else {}
        wholes.update(row)
        whole = worded_whole(told, i, wholes, figures) if not row else None
        if whole is not None:
            wholes[i] = whole
    wholes |= announced_wholes(told, wholes)
    wholes |= bracketed_wholes(told, wholes)
    wholes |= building_wholes(told, wholes)
    wholes |= row_wholes(told, wholes, figures, RIGHT_BEHIND)
    wholes = long_sums(told, wholes, figures)
    wholes |= row_wholes(told, wholes, figures)
    wholes = sum_wholes(told, wholes, figures)
    wholes |= _of_all_summed(told, wholes)
    wholes |= breakdown_wholes(told, wholes, figures)
    wholes |= companion_wholes(told, wholes, figures)
    wholes |= cared_for_wholes(told, wholes, figures)
    wholes |= _told_again(told, wholes, figures)
    for i in range(len(told)):
        entered = toll_entered(told, i, wholes, figures) if i not in wholes else None
        if entered is None:
            entered = total_behind(told, i, wholes, figures)
        if entered is not None:
            wholes[i] = entered
    return {i: k for i, k in wholes.items() if not _is_of_others(told[i], figures[k], figures[i])}


def _is_of_others(one: Told, whole: Figure, part: Figure) -> bool:
    """Whether civilians hold fighters, or fighters civilians whom no words make their part ("one of its leaders")."""
    return excludes(whole, part) and (not one.read.part or whole.population.category == "civilians")


def _of_all_summed(told: Sequence[Told], wholes: Mapping[int, int]) -> dict[int, int]:
    """ "131 bodies were found and a further 12. Several of them ...": "them" are all, whose number was told before."""
    found: dict[int, int] = {}
    for i, k in wholes.items():
        counted = told[i].read.slot.counted
        if k not in wholes or not counted.partitive or counted.head is not None or told[k].sentence == told[i].sentence:
            continue
        members = [m for m in wholes if told[m].view is told[k].view and wholes[m] == wholes[k]]
        if len(members) > 1 and can_hold(told[wholes[k]], told[i]):
            found[i] = wholes[k]
    return found


def _told_again(told: Sequence[Told], wholes: Mapping[int, int], figures: Sequence[Figure]) -> dict[int, int]:
    """Later tellings of a part: the same number of the same measure, at the same place as far as the words say."""
    found: dict[int, int] = {}
    first = {told[k].count: k for k in sorted(wholes, reverse=True) if told[k].value}
    for i, one in enumerate(told):
        k = first.get(one.count)
        if k is not None and k < i and i not in wholes and not one.read.part and _is_again(figures[k], figures[i]):
            found[i] = _last_telling(told, wholes, wholes[k], i)
    return found


def _last_telling(told: Sequence[Told], wholes: Mapping[int, int], whole: int, i: int) -> int:
    """The nearest figure before i that tells the number of the whole."""
    before = range(i - 1, max(whole, i - FARTHEST), -1)
    return next((k for k in before if told[k].count == told[whole].count and k not in wholes), whole)


def _is_again(told: Figure, again: Figure) -> bool:
    """True where two equal numbers can be one count: no other place, people or source is named."""
    voices = {f.attribution.text for f in (told, again) if f.attribution is not None}
    if told.population.category != again.population.category or differ(told, again):
        return False
    if len(voices) > 1 and told.qualifier != again.qualifier:
        return False  # "2,000 bodies", says one; "more than 2,000", another
    if told.place is None or again.place is None:
        return again.place is told.place
    names = told.place.name, again.place.name
    return names[0] in names[1] or names[1] in names[0]
