"""Who may be named as doing it: only who conceded it, or whom two roots of different sides name, and who did not
deny it, then or later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rashomon.grouping.event_matching import ToldEvent, folded
from rashomon.model.actor import Actor
from rashomon.model.claim import Responsibility

#: ACLED types in which naming an actor lays an act at somebody's door.
ACCUSING = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians", "Riots"})


def decide_actors(
    told: Sequence[ToldEvent], responsibilities: Iterable[Responsibility]
) -> tuple[tuple[Actor, ...], tuple[str, ...]]:
    """The actors that a record may state, and the names of those who are only accused.

    A deed that anybody denies is stated of those alone who owned to it: a government answers for its army, and where
    two blame each other nobody is named.
    """
    actors: dict[str, Actor] = {}
    sides: dict[str, set[str]] = defaultdict(set)
    unsourced: dict[str, set[str]] = defaultdict(set)
    for event in told:
        for actor in event.claim.actors:
            name, side = folded(actor.name), _side(event)
            actors.setdefault(name, actor)
            sides[name] |= {side} if side else set()
            unsourced[name] |= set() if side else {event.report.id}
    for name, reports in unsourced.items():
        # One report's own words beside one accuser are not two who say so.
        sides[name] |= {""} if len(reports) > 1 else set()
    conceded, denied = set(), set()
    for responsibility in responsibilities:
        accused = folded(responsibility.accused)
        if responsibility.answer == "conceded":
            conceded.add(accused)
        elif responsibility.answer == "denied":
            denied.add(accused)
        if responsibility.by:
            sides[accused].add(folded(responsibility.by))
    accused_by = {name for name in actors if len(sides[name]) > 1} if not denied else set()
    free = told[0].claim.type not in ACCUSING
    stated = tuple(
        actor for name, actor in actors.items() if free or (name not in denied and name in conceded | accused_by)
    )
    kept = {folded(a.name) for a in stated}
    return stated, tuple(actor.name for name, actor in actors.items() if name not in kept)


def merge_recipients(told: Sequence[ToldEvent]) -> tuple[Actor, ...]:
    """Those to whom it was done, each name once."""
    found: dict[str, Actor] = {}
    for event in told:
        for actor in event.claim.recipients:
            found.setdefault(folded(actor.name), actor)
    return tuple(found.values())


def _side(event: ToldEvent) -> str:
    """Whose word it is: the source's side, else the source, else the outlets' own voice, which is one for all of them:
    outlets that name nobody may repeat one another.
    """
    source = event.claim.attribution
    return folded(source.side or source.origin or "") if source is not None else ""
