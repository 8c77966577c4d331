"""Which figure counts a part of which: as stated, or by nested people, places and days."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.reconciliation.questions import Asking
from rashomon.reconciliation.readings import names_people
from rashomon.reconciliation.scopes import compare_periods, compare_populations, is_own, lies_in, match_scopes
from rashomon.reconciliation.sightings import Sighting
from rashomon.reconciliation.stated_parts import exceeds_whole, is_told_as_part
from rashomon.reconciliation.summed_parts import find_sums
from rashomon.reconciliation.what_differs import names_past_day

#: A whole is looked for among so many figures before and after its part: more than a report of ordinary length has.
_LOOKED_AT = 60
#: Where the text does not say so, only of these is a narrower group taken for a part.
_HARM = frozenset({"killed", "injured"})
#: Kinds of place that hold others.
_WIDE = frozenset({"country", "admin1", "admin2", "region"})
#: One person told apart may be anybody; so many are a count.
_FEW = 2
#: A narrower group is part of a number told so near before or behind it (characters), or of a headline's.
_TOLD_WITH = 400


@dataclass(frozen=True, slots=True)
class Nesting:
    """A part and its whole, and whether the report itself says so, or its numbers add up to it."""

    part: Sighting
    whole: Sighting
    stated: bool
    summed: bool = False


def find_nestings(sightings: Sequence[Sighting], asking: Asking) -> list[Nesting]:
    """Each part with its nearest whole: the one the report states, else one of the same report that holds its scope.

    Of a copy's figures only what its own text states.
    """
    by_id = {s.id: s for s in sightings}
    kin: dict[_Kin, list[Sighting]] = defaultdict(list)
    own = [s for s in sightings if s.copied_from is None]
    for sighting in sorted(own, key=lambda s: (s.figure.number_start, s.id)):
        kin[_kin_of(sighting, asking)].append(sighting)
    sums = find_sums(own, asking)
    summed = {part.id for parts in sums.values() for part in parts}
    found: list[Nesting] = []
    for sighting in sightings:
        stated = by_id.get(sighting.figure.part_of or "")
        if sighting.handled and (stated is None or stated.taken_back or stated.figure.measure != "killed"):
            toll = _toll_of(sighting, own)
            found += [Nesting(sighting, toll, stated=False)] if toll is not None else []
            continue
        divided = sighting.id in summed and stated is not None and sighting not in sums.get(stated.id, [])
        if sighting.figure.qualifier == "fraction" and not _is_share_of_them(sighting):
            continue
        if stated is not None and stated.figure.derived and not sighting.figure.derived:
            # "201, four more of them today" was added up: what it was added of is no part that the report tells.
            continue
        holds = stated is not None and not divided and not _is_same_group(sighting, stated, asking)
        if stated is not None and holds and is_told_as_part(sighting, stated, asking):
            found.append(Nesting(sighting, stated, stated=True))
        if stated is not None or sighting.id in summed or sighting.copied_from is not None:
            continue
        nearest = _nearest_whole(sighting, kin, asking)
        if nearest is not None:
            found.append(Nesting(sighting, nearest, stated=False))
    told = {(n.part.id, n.whole.id) for n in found}
    added = [(p, by_id[total]) for total, parts in sums.items() for p in parts if (p.id, total) not in told]
    found = [n for n in found if not exceeds_whole(n, found, asking)]
    return found + [Nesting(part, whole, stated=False, summed=True) for part, whole in added]


def _toll_of(bodies: Sighting, own: Sequence[Sighting]) -> Sighting | None:
    """The toll of which these bodies were identified or taken away: what their report's own voice counts most."""
    beside = [s for s in own if s.report.id == bodies.report.id and s.figure.measure == "killed" and s.is_live]
    beside = [s for s in beside if not (s.handled or s.taken_back or s.earlier) and s.figure.part_of is None]
    more = [s for s in beside if (s.figure.value or 0) > (bodies.figure.value or 0)]
    own_voice = [s for s in more if s.voice == bodies.voice]
    return max(own_voice or more, key=lambda s: (s.figure.value or 0, not s.headline, s.id), default=None)


def _is_share_of_them(sighting: Sighting) -> bool:
    """True where a share is one of people told before: "half of them", "half of them children"; not "half the city"."""
    figure = sighting.figure
    behind = sighting.report.field_text(figure.field)[figure.number_end : figure.end]
    return figure.population.group is not None or behind.lstrip().startswith("of ")


def _is_same_group(part: Sighting, whole: Sighting, asking: Asking) -> bool:
    """True where a vague word and a number count one group, or two kinds of things are counted side by side.

    "Dozens of children" in a headline, "about 70 children"; "a tank, three trucks and four cars".
    """
    kinds = [s.figure.population.group for s in (part, whole) if s.figure.unit == "other"]
    if len(kinds) == 2 and None not in kinds and kinds[0] != kinds[1]:
        return True
    same = asking.scope[part.id].population == asking.scope[whole.id].population
    return same and whole.figure.qualifier == "vague" and part.figure.qualifier != "vague"


#: Report, measure, unit, whether it happened, whether in the headline: figures of one kind can nest.
_Kin = tuple[str, str, str | None, bool, bool]


def _kin_of(sighting: Sighting, asking: Asking) -> _Kin:
    scope = asking.scope[sighting.id]
    return sighting.report.id, scope.measure, scope.unit, sighting.is_live, sighting.headline


def _nearest_whole(part: Sighting, kin: dict[_Kin, list[Sighting]], asking: Asking) -> Sighting | None:
    """The nearest figure that can be the whole, in the same field before any other; far ones are not looked at."""
    report, measure, unit, live, headline = _kin_of(part, asking)
    for field in (headline, not headline):
        near = _around(part, kin.get((report, measure, unit, live, field), []))
        wholes = [w for w in near if w is not part and _is_whole(part, w, asking)]
        if wholes:
            return min(wholes, key=lambda w: _distance(part, w))
    return None


def _around(part: Sighting, ordered: Sequence[Sighting]) -> Sequence[Sighting]:
    """The figures in text order that stand nearest to one."""
    at = bisect_left(ordered, part.figure.number_start, key=lambda s: s.figure.number_start)
    return ordered[max(0, at - _LOOKED_AT) : at + _LOOKED_AT]


def _is_whole(part: Sighting, whole: Sighting, asking: Asking) -> bool:
    """True where one field is nested, no field lies apart or the other way round, and the number fits in."""
    one, other = asking.scope[part.id], asking.scope[whole.id]
    n, total = asking.meant[part.id], asking.meant[whole.id]
    if one.measure != other.measure or one.unit != other.unit or part.is_live != whole.is_live:
        return False
    if names_past_day(part, whole):
        return False
    if one.measure not in _HARM:
        # Who moves and who leaves is counted in many ways; only harm is one count.
        return False
    if n.stated is None or total.stated is None or n.stated > total.stated or n.ceiling or total.ceiling:
        return False
    if part.root is not None and whole.root is not None and part.voice != whole.voice:
        return False
    fits = [
        compare_populations(one, other, asking.populations),
        match_scopes(one, other),
        compare_periods(one, other),
    ]
    if "apart" in fits or "wider" in fits or "narrower" not in fits:
        return False
    if n.stated == total.stated or "fraction" in (part.figure.qualifier, whole.figure.qualifier):
        return False
    apart = abs(part.figure.number_start - whole.figure.number_start)
    if apart > _TOLD_WITH and not (whole.headline and {"same", "narrower"} & set(fits[1:])):
        return False
    if n.stated < _FEW or (fits[1] == "narrower" and (fits[0] == "narrower" or not lies_in(one.place, other.place))):
        # A narrower group of a smaller place is told by itself.
        return False
    if fits[1] != "same" and (is_own(one.place) or is_own(other.place)) and fits[1] != "narrower":
        # A place's total holds a group only where that is told of the same place, and the other way round.
        return False
    if fits[1] == "narrower" and other.place is not None and other.place.kind not in _WIDE:
        return False
    if whole.earlier or (fits[0] == "narrower" and names_people(whole)):
        return False
    if fits[0] == "narrower" and (part.figure.field, part.figure.start) != (whole.figure.field, whole.figure.start):
        # Two sentences may well tell of two happenings.
        return False
    return fits[0] == "narrower" or fits.count("unknown") == 0


def _distance(part: Sighting, whole: Sighting) -> tuple[bool, int, str]:
    return (
        whole.headline != part.headline,
        abs(whole.figure.number_start - part.figure.number_start),
        whole.id,
    )
