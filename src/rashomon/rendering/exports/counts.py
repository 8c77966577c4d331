"""The deaths that the record ties to one event: each origin's standing count, once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from rashomon.model.claim import Figure
from rashomon.model.happening import Event
from rashomon.rendering import wording
from rashomon.rendering.lookup import INHERITED, REPEATS, Lookup
from rashomon.rendering.plain_text import clean

#: Whom a count is of: everybody, or one part of the dead.
People = Literal["all", "civilians", "fighters"]
#: Roots of these kinds fight, or speak for who does, with or without a known side.
_FIGHTING = ("army", "party")
_WIDE = ("country", "region", "admin1", "admin2")
#: Ways in which a figure has a place that nothing near it says: its report's, or its report's main event's.
_FROM_AFAR = ("event", "dateline")
#: A toll of more days than these is no event's that nobody dates.
MOST_DAYS = 7


@dataclass(frozen=True, slots=True)
class Count:
    """One origin's standing number of dead.

    `words` are its number and hedge, a vague word as it stands in the report. `root` is null where nobody is named;
    then `outlet` speaks. `interested`: a party gives it of its enemy, or of civilians. `parts` are the same origin's
    counts of some of these people.
    """

    figure: Figure
    words: str
    root: str | None
    outlet: str
    people: People
    interested: bool
    parts: tuple[Count, ...] = ()

    @property
    def voice(self) -> str:
        """Who counts, as a note prints it."""
        return self.root or f"{self.outlet}, which names no origin"


@dataclass(frozen=True, slots=True)
class Counts:
    """What stands of an event's deaths, and the earlier numbers that their own origins have replaced.

    `elsewhere` are numbers of it that stand in the row of another event already.
    """

    standing: tuple[Count, ...]
    replaced: tuple[Count, ...]
    elsewhere: tuple[Count, ...] = ()


def counts_of(group: Sequence[Event], lookup: Lookup, taken: Set[str] = frozenset()) -> Counts:
    """The counts of the dead of one event (its merged claims), copies and repetitions left out.

    `taken` are counts (by their `Lookup.same_count`) that other rows hold: no toll stands in two of them.

    Only figures of the event's own place and days: the toll of a whole theatre or of many days is never pinned on one
    town and day. An earlier number that its own origin replaced, and a part of a number that stands, are no rivals.
    """
    tied = {f.id: f for f in tied_figures(group, lookup)}
    represented = _once(tied, lookup)
    replaced = {f for f in represented if _is_replaced(f, tied, lookup)}
    wholes = {f: _whole_of(f, tied, lookup) for f in represented}
    standing = [f for f in represented if f not in replaced and wholes[f] is None and tied[f].part_of is None]
    free = [f for f in standing if lookup.same_count.get(f, f) not in taken]
    return Counts(
        tuple(_count(tied[f], lookup, [tied[p] for p in represented if wholes[p] == f]) for f in free),
        tuple(_count(tied[f], lookup) for f in represented if f in replaced),
        tuple(_count(tied[f], lookup) for f in standing if f not in free),
    )


def taken_by(figures: Iterable[str], lookup: Lookup) -> set[str]:
    """The counts that some figures of a row take up."""
    return {lookup.same_count.get(f, f) for f in figures}


def is_interested(figure: Figure, lookup: Lookup) -> bool:
    """Whether a party gives the figure, but not of its own dead (design, "Sides")."""
    source = figure.attribution
    if source is None:
        return False
    root = lookup.roots.get(source.origin or "")
    side = source.side or (root.side if root else None)
    if side is None and (root.kind if root else source.kind) not in _FIGHTING:
        return False
    own = {n.casefold() for n in (side, source.origin) if n}
    return (figure.population.side or "").casefold() not in own


def tied_figures(group: Sequence[Event], lookup: Lookup, measures: Collection[str] = ("killed",)) -> Iterable[Figure]:
    """The figures of an event's victims: those told with it, and those of its question that say where they are."""
    told = [f for e in group for f in lookup.told_with.get(e.id, ()) if _is_toll(f, lookup, measures)]
    asked = [f for e in group for f in lookup.asked_of.get(e.id, ()) if _is_toll(f, lookup, measures)]
    same = {lookup.same_count.get(f.id, f.id) for f in told}
    for figure in (*told, *asked):
        placed = figure.place is not None and figure.place.how not in _FROM_AFAR
        sure = figure in told or placed or lookup.same_count.get(figure.id) in same
        if sure and _same_extent(figure, group) and not _is_of_more(figure, group, lookup):
            yield figure


def _is_toll(figure: Figure, lookup: Lookup, measures: Collection[str]) -> bool:
    stands = figure.realis in ("happened", "claimed") and not (figure.derived and figure.id not in lookup.assessment_of)
    return figure.measure in measures and figure.unit == "person" and stands


def _is_of_more(figure: Figure, group: Sequence[Event], lookup: Lookup) -> bool:
    """Whether the same count is told of a wider place, and not with this event: then it is that place's toll.

    A headline that says only the country says no more than its report does.
    """
    ids = {e.id for e in group}
    places = {n for e in group if e.place for n in (e.place.name, e.place.town) if n}
    same = lookup.same_count.get(figure.id)
    assessment = lookup.assessment_of.get(figure.id)
    others = [f for c in (assessment.claims if assessment else ()) if (f := lookup.figure(c)) is not None]
    return any(
        f.place.kind in _WIDE and f.place.how not in INHERITED and f.place.name not in places
        for f in others
        if f.place is not None
        and same is not None
        and lookup.same_count.get(f.id) == same
        and f.field != "title"
        and lookup.event_of.get(f.event or "") not in ids
    )


def _same_extent(figure: Figure, group: Sequence[Event]) -> bool:
    """Whether the figure speaks of no more than the event's own place and days."""
    places = {n for e in group if e.place for n in (e.place.name, e.place.town) if n}
    place = figure.place
    if place is not None and places and place.name not in places and place.town not in places:
        return False
    if place is not None and place.kind in _WIDE and not any(e.place and e.place.name == place.name for e in group):
        return False
    when = figure.when
    if when is None or when.start_date is None:
        return True
    start, end = when.start_date, when.end_date or when.start_date
    days = [(e.start_date, e.end_date or e.start_date) for e in group if e.start_date and e.end_date]
    long = (end - start).days > 1
    if not days:
        return (end - start).days < MOST_DAYS
    if long and not any(last > first for first, last in days if first and last):
        return False
    return any(first and last and start <= last and first <= end for first, last in days)


def _once(tied: dict[str, Figure], lookup: Lookup) -> list[str]:
    """The figures less those that repeat another: a point's own wording, a copy's number, a number told twice."""
    repeats = {
        f for f in tied
        for r in lookup.relations_of.get(f, ())
        if r.type in REPEATS and r.from_claim == f and r.to_claim in tied
    }  # fmt: skip
    kept: list[str] = []
    for figure in sorted(tied):
        points = lookup.points_of.get(figure, ())
        wording = points[-1].claim if points else figure
        if figure not in repeats and (wording == figure or wording not in tied):
            kept.append(figure)
    return kept


def _is_replaced(figure: str, tied: dict[str, Figure], lookup: Lookup) -> bool:
    """Whether its own root has given a newer number of the same event."""
    newer = {p.superseded_by for p in lookup.points_of.get(figure, ())}
    newer |= {
        r.from_claim for r in lookup.relations_of.get(figure, ())
        if r.type in ("supersede", "revision") and r.to_claim == figure
    }  # fmt: skip
    return bool(newer & set(tied))


def _whole_of(figure: str, tied: dict[str, Figure], lookup: Lookup) -> str | None:
    wholes = {r.to_claim for r in lookup.relations_of.get(figure, ()) if r.type == "part of" and r.from_claim == figure}
    wholes |= {part_of} if (part_of := tied[figure].part_of) else set()
    return min(wholes & set(tied), default=None)


def _count(figure: Figure, lookup: Lookup, parts: Sequence[Figure] = ()) -> Count:
    people: dict[str, People] = {"civilians": "civilians", "combatants": "fighters"}
    return Count(
        figure=figure,
        words=f'"{lookup.words(figure)}"' if figure.qualifier == "vague" else wording.stated(figure),
        root=lookup.root_of(figure),
        outlet=clean(lookup.outlet(figure.report)),
        people=people.get(figure.population.category, "all"),
        interested=is_interested(figure, lookup),
        parts=tuple(_count(p, lookup) for p in parts),
    )
