"""What a figure leaves open about its scope, settled from its own report: parts, earlier tolls, families."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Collection, Sequence

from msgspec.structs import replace

from rashomon.knowledge.restatements import Restatements
from rashomon.model.remembered import remembered
from rashomon.reconciliation.earlier_tolls import with_earlier_tolls
from rashomon.reconciliation.number_ranges import meant, says_same
from rashomon.reconciliation.readings import (
    counts_both,
    handled,
    is_of_one_site,
    limits_age,
    open_words,
    opens_range,
    shares_out,
    without_days_of_some,
    worded,
)
from rashomon.reconciliation.scopes import is_own
from rashomon.reconciliation.settled_days import counted_day, is_running, settled_days
from rashomon.reconciliation.sightings import Sighting, folded

#: "Others" are other than the people of the same sentence or of the one before (characters between the two).
_NEXT = 3
#: A report with more figures than this is a table: its numbers are not compared with each other.
_TABLE = 300
_WIDE: tuple[str, ...] = ("country", "region", "admin1", "admin2")


def settle_scopes(
    sightings: Sequence[Sighting], restatements: Restatements, facilities: Collection[str] = ()
) -> list[Sighting]:
    """The sightings with place, days, root and standing settled within each report. `facilities` are nouns."""
    by_report: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        by_report[sighting.report.id].append(sighting)
    settled = {s.id: s for told in by_report.values() for s in _settled(restatements, facilities, *told)}
    return [settled[s.id] for s in sightings]


@remembered(4_000)
def _settled(restatements: Restatements, facilities: Collection[str], *told: Sighting) -> tuple[Sighting, ...]:
    """The sightings of one report, settled: the same again at a story's next instant."""
    if len(told) > _TABLE:
        return tuple(worded(s, restatements.numbers) for s in told)
    whole = [without_days_of_some(s, restatements) for s in told]
    restated = with_earlier_tolls(_families(_parts_and_wholes(_others(whole))), restatements)
    dead = max((s.figure.value or 0 for s in told if s.figure.measure == "killed"), default=0)
    counted = {s.id: counted_day(s, restatements) for s in _twins(restated)}
    return tuple(
        dataclasses.replace(
            worded(one, restatements.numbers),
            running=is_running(one, restatements),
            open_words=open_words(one, restatements),
            counts_both=counts_both(one, restatements),
            limits_age=limits_age(one, restatements),
            handled=handled(one, restatements, dead),
            opens_range=opens_range(one, restatements),
            shares_out=shares_out(one, restatements),
            one_site=is_of_one_site(one, restatements, facilities),
            counts_day=counted[one.id],
        )
        for one in _twins([settled_days(s, restatements) for s in restated])
    )


def _parts_and_wholes(told: Sequence[Sighting]) -> list[Sighting]:
    """A part counts when its whole does, and where unless it names a place itself.

    A whole without a place of its own takes its part's wide one.
    """
    found = {s.id: s for s in told}
    for part in told:
        whole = found.get(part.figure.part_of or "")
        wide = part.figure.place is not None and part.figure.place.kind in _WIDE
        if whole is not None and is_own(part.figure.place) and wide and not is_own(whole.figure.place):
            found[whole.id] = dataclasses.replace(whole, figure=replace(whole.figure, place=part.figure.place))
    for part in told:
        whole = found.get(part.figure.part_of or "")
        if whole is None or whole.id == part.id:
            continue
        place = part.figure.place if is_own(part.figure.place) else whole.figure.place or part.figure.place
        figure = replace(part.figure, place=place, when=part.figure.when or whole.figure.when)
        found[part.id] = dataclasses.replace(found[part.id], figure=figure, as_of=whole.as_of or part.as_of)
    return [found[s.id] for s in told]


def _families(told: Sequence[Sighting]) -> list[Sighting]:
    """ "The UN" in a headline is the agency of that family to which the same report gives the same number."""
    found: list[Sighting] = []
    for sighting in told:
        source = sighting.figure.attribution
        members = [
            m
            for m in told
            if sighting.root is not None
            and source is not None
            and folded(sighting.root) == folded(source.family or "")
            and m.root is not None
            and m.voice != sighting.voice
            and m.figure.attribution is not None
            and m.figure.attribution.family == source.family
            and m.figure.measure == sighting.figure.measure
            and m.figure.value == sighting.figure.value
        ]
        roots = {m.voice: m for m in members}
        one = next(iter(roots.values())) if len(roots) == 1 else None
        found.append(dataclasses.replace(sighting, root=one.root, voice=one.voice) if one else sighting)
    return found


def _twins(told: Sequence[Sighting]) -> list[Sighting]:
    """A headline's number counts what the text's equal number counts, and is by whom the text says."""
    found: list[Sighting] = []
    for sighting in told:
        mine = sighting.figure
        twins = [
            t
            for t in told
            if (sighting.headline and not t.headline) or _runs_into(sighting, t)
            if t is not sighting
            and (t.figure.measure, t.figure.realis) == (mine.measure, mine.realis)
            and says_same(meant(t.figure), meant(mine))
            and t.figure.value is not None
            and (mine.population.group is None or t.figure.population.category == mine.population.category)
            and (mine.attribution is None or t.figure.attribution is None or sighting.voice == t.voice)
        ]
        twin = min(
            twins,
            key=lambda t: (
                t.figure.value != mine.value,
                t.root is None,
                any(_runs_into(t, other) for other in twins),
                t.figure.number_start,
            ),
            default=None,
        )
        if twin is None:
            found.append(sighting)
            continue
        figure = replace(mine, place=twin.figure.place, when=twin.figure.when)
        if mine.population.group is None and twin.figure.value == mine.value:
            figure = replace(figure, population=twin.figure.population)
        named = mine.attribution is not None
        found.append(
            dataclasses.replace(
                sighting,
                figure=figure,
                as_of=twin.as_of,
                counting=twin.counting,
                root=sighting.root if named else twin.root,
                voice=sighting.voice if named else twin.voice,
                side=sighting.side if named else twin.side,
            )
        )
    return found


def _runs_into(bare: Sighting, named: Sighting) -> bool:
    """True for a number without a group before the same number with one in a single sentence: a headline that ran
    into its text.
    """
    one, other = bare.figure, named.figure
    if one.population.group is not None or other.population.group is None or one.value is None:
        return False
    together = (one.field, one.start, one.value) == (other.field, other.start, other.value)
    return together and one.number_start < other.number_start


def _others(told: Sequence[Sighting]) -> list[Sighting]:
    """ "Killed 16 and wounded 40 others": the others are other than the dead, not more than an earlier count."""
    found: list[Sighting] = []
    for sighting in told:
        mine = sighting.figure
        beside = any(
            t.figure.measure != mine.measure
            and t.figure.field == mine.field
            and t.figure.number_start < mine.number_start
            and (t.figure.start == mine.start or mine.start - t.figure.end <= _NEXT)
            for t in told
        )
        more = sighting.counting == "increment" and beside
        found.append(dataclasses.replace(sighting, counting="cumulative") if more else sighting)
    return found
