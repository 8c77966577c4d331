"""Parts in brackets behind their whole: "900 fled (400 men, 500 women)", "900 fled to Arba (700) and Bono (200)"; and
"three are missing - one each in Arba, Bono and Cela"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.extraction.english.figures.inheritance import PartWords
from rashomon.extraction.english.figures.population import unit_of
from rashomon.extraction.english.figures.told import FARTHEST, Told, can_hold

#: A bracket is so many tokens long at most.
_LONGEST = 40
#: A rounded whole ("more than 131,000") may be exceeded by so much.
_ROUNDING = 1.05


def bracketed_wholes(told: Sequence[Told], wholes: Mapping[int, int]) -> dict[int, int]:
    """For each count in brackets that divide the count before them, that count."""
    found: dict[int, int] = {}
    for i, one in enumerate(told):
        if i in wholes or one.read.part:
            continue
        whole = _each_of(told, i) if one.is_rate else _before_bracket(told, i)
        if whole is not None and whole not in found:
            found[i] = whole
    return found


def _before_bracket(told: Sequence[Told], i: int) -> int | None:
    """The last count outside brackets, where two or more in brackets behind it are of its measure."""
    opens = _opening(told[i])
    if opens is None or told[i].value is None or _tells_change(told[i], opens):
        return None
    here = [k for k in range(max(0, i - FARTHEST), min(len(told), i + FARTHEST)) if told[k].view is told[i].view]
    here = [k for k in here if told[k].measure == told[i].measure and told[k].value is not None]
    # "11,585 people (1,655 families) were affected in Arba (1,320 families)": families divide no number of people.
    here = [k for k in here if _unit(told[k]) == _unit(told[i])]
    whole = next((k for k in reversed(here) if told[k].read.slot.last < opens and _opening(told[k]) is None), None)
    if whole is None or not can_hold(told[whole], told[i]):
        return None
    behind = [k for k in here if k > whole and _opening(told[k]) is not None]
    one_bracket = sum(_opening(told[k]) == opens for k in behind) > 1
    need = sum(told[k].value or 0 for k in behind)
    several = len(behind) > 1 and need <= (told[whole].value or 0) * _ROUNDING
    return whole if several or (one_bracket and _is_right_behind(told[whole], opens)) else None


def _unit(one: Told) -> str:
    return unit_of(one.read.slot, one.measure)


def _opening(one: Told) -> int | None:
    """The index of the bracket that a count stands in, or null."""
    view, first = one.view, one.read.slot.first
    for k in range(first - 1, max(-1, first - _LONGEST), -1):
        if view.lower(k) == "(":
            return k
        if view.lower(k) == ")":
            return None
    return None


def _is_right_behind(whole: Told, opens: int) -> bool:
    """Whether nothing but the whole's own predicate stands before the bracket: no other count, no other clause."""
    between = range(whole.read.slot.counted.next, opens)
    breaks = {",", ";", ":", ")"} | whole.view.words.of(PartWords).clause_ends
    return all(whole.view.slot_at(k) is None and whole.view.lower(k) not in breaks for k in between)


def _tells_change(one: Told, opens: int) -> bool:
    """ "(up from 30)", "(30 had died in 2009)": an older state, or a clause of its own that tells a harm."""
    view = one.view
    until = (k for k in range(opens, opens + _LONGEST) if view.lower(k) in (")", ""))
    inside = range(opens + 1, next(until, opens + _LONGEST))
    moved = view.words.of(PartWords).moved | {"from"}
    if any(view.lower(k) in moved for k in inside if k < one.read.slot.first):
        return True
    return any(view.cues(k) and view.parse.tokens[k].tag in ("VBD", "VBZ", "VBP") for k in inside)


def _each_of(told: Sequence[Told], i: int) -> int | None:
    """The count right before "one each in Arba, Bono and Cela", where it is several times that one."""
    one, before = told[i], told[i - 1] if i else None
    if before is None or before.view is not one.view or before.measure != one.measure or not one.value:
        return None
    between = range(before.read.slot.counted.next, one.read.slot.first)
    stops = one.view.words.of(PartWords).dashes | {",", ":", "("}
    set_off = bool(between) and one.view.lower(between[-1]) in stops
    times = (before.value or 0) / one.value
    return i - 1 if set_off and times > 1 and times == int(times) and not before.read.part else None
