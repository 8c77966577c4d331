"""One event per happening: its mentions in a report become the best told of them, completed by the rest."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from rashomon.extraction.english.event_telling import is_clock
from rashomon.model.actor import Actor
from rashomon.model.claim import EventClaim
from rashomon.model.passage import Field
from rashomon.model.place import Place
from rashomon.model.report import BlockKind

#: Sub-types from the sharpest to the vaguest: a vague word ("attack", "violence") later means the sharp one.
#: Where mentions of one happening differ, the second kind says more than the first.
_SHARPER = (
    (("Peaceful protest",), ("Excessive force against protesters", "Protest with intervention")),
    (("Remote explosive/landmine/IED", "Attack"), ("Suicide bomb",)),
    (("Air/drone strike", "Shelling/artillery/missile attack", "Attack"), ("Chemical weapon",)),
    (("Attack",), ("Air/drone strike", "Shelling/artillery/missile attack")),
)
#: Happenings kept in mind, and differing mentions of each: more than a report of ordinary length has, so that work
#: grows with the text alone.
_REMEMBERED = 120
_SHOWN = 24
#: How far apart mentions may stand for the one to sharpen the other's type (sentences).
_NEAR = 4
_VAGUE = {"attack", "fighting", "blast", "hit", "strike", "killing", "destroy"}


@dataclass(frozen=True, slots=True)
class Draft:
    """An event claim with what merging needs to know of its words."""

    claim: EventClaim
    frame: str
    group: str
    block: BlockKind
    sentence: int
    definite: bool
    is_noun: bool
    charged: bool = False


@dataclass(frozen=True, slots=True)
class ReadEvents:
    """A report's events in text order, and every mention of one in order: its anchor's start and end, and the event."""

    events: tuple[EventClaim, ...]
    mentions: dict[Field, tuple[tuple[int, int, EventClaim], ...]]

    def mentions_between(self, field: Field, start: int, end: int) -> Sequence[tuple[int, int, EventClaim]]:
        """The mentions whose anchor starts inside a span."""
        inside = self.mentions.get(field, ())
        return inside[bisect_left(inside, start, key=lambda m: m[0]) : bisect_left(inside, end, key=lambda m: m[0])]

    def deeds_between(self, field: Field, start: int, end: int) -> list[EventClaim]:
        """The violent happenings mentioned inside a span, each once."""
        found: dict[str, EventClaim] = {}
        for _, _, event in self.mentions_between(field, start, end):
            if event.type in VIOLENT_TYPES:
                found.setdefault(event.id, event)
        return list(found.values())


#: ACLED types of deeds that somebody can be blamed for.
VIOLENT_TYPES = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians", "Riots"})


def merge_drafts(drafts: Sequence[Draft]) -> ReadEvents:
    """The events and their mentions; a later mention joins the first earlier happening it can mean."""
    clusters: list[list[Draft]] = []
    # What a mention is compared with: of each happening the mentions that differ, of all happenings the latest.
    looks: deque[tuple[list[Draft], list[Draft]]] = deque(maxlen=_REMEMBERED)
    for draft in drafts:
        home, shown = next(((c, some) for c, some in looks if _same_happening(some, draft)), (None, []))
        if home is None:
            clusters.append([draft])
            looks.append((clusters[-1], [draft]))
        else:
            home.append(draft)
            if len(shown) < _SHOWN and not any(_looks_like(draft, one) for one in shown):
                shown.append(draft)
    merged = [_best(cluster) for cluster in clusters]
    mentions: dict[Field, list[tuple[int, int, EventClaim]]] = {"title": [], "text": []}
    for event, cluster in zip(merged, clusters, strict=True):
        for draft in cluster:
            mentions[draft.claim.field].append((draft.claim.anchor_start, draft.claim.anchor_end, event))
    return ReadEvents(
        tuple(sorted(merged, key=lambda e: (e.field != "title", e.anchor_start, e.anchor_end))),
        {field: tuple(sorted(some, key=lambda m: (m[0], m[1], m[2].id))) for field, some in mentions.items()},
    )


def _looks_like(one: Draft, other: Draft) -> bool:
    """Whether two mentions are the same to every comparison below."""
    mine, theirs = one.claim, other.claim
    return (
        (one.frame, one.group) == (other.frame, other.group)
        and {(a.name, a.sector) for a in mine.actors} == {(a.name, a.sector) for a in theirs.actors}
        and _place_look(mine.place) == _place_look(theirs.place)
    )


def _place_look(place: Place | None) -> tuple[str, ...]:
    return () if place is None else (place.name, place.how, place.kind)


def _same_happening(cluster: Sequence[Draft], draft: Draft) -> bool:
    first = cluster[0]
    if (draft.claim.realis == "denied") != (first.claim.realis == "denied"):
        return False
    if draft.claim.realis == "background" or first.claim.realis == "background":
        if draft.claim.realis != first.claim.realis:
            return False
        if draft.claim.when and first.claim.when and draft.claim.when.text != first.claim.when.text:
            return False
    if draft.group == "transport" and _differs(draft.claim.means, first.claim.means):
        return False
    if (draft.claim.type is None) != (first.claim.type is None):
        return False
    if not _kinds_fit(cluster, draft):
        return False
    if draft.claim.type is None:
        return draft.claim.plover == first.claim.plover and _actors_fit(cluster, draft, strict=True)
    if _future(draft) != _future(first):
        return False
    return all(_place_fits(d.claim.place, draft.claim.place) for d in cluster) and _actors_fit(
        cluster,
        draft,
        strict=draft.group not in {"strike", "bombing", "attack", "protest"}
        and draft.frame not in {d.frame for d in cluster}
        and not draft.claim.type.startswith("disaster"),
    )


def _differs(one: str | None, other: str | None) -> bool:
    """Whether two vehicles are named and are not one."""
    if not one or not other:
        return False
    mine, theirs = set(one.casefold().split()), set(other.casefold().split())
    return not mine & theirs


def _kinds_fit(cluster: Sequence[Draft], draft: Draft) -> bool:
    """Whether the words can mean one happening: one class, or a vague word and a sharp one."""
    if any(d.frame == draft.frame for d in cluster):
        return True
    groups = {d.group for d in cluster}
    violent = {"strike", "bombing", "attack"}
    if draft.frame == "seize" or any(d.frame == "seize" for d in cluster):
        return False
    if draft.group in groups and draft.group not in {"strike", "restrict", "accuse", "consult"}:
        return True
    if draft.group in violent and groups <= violent:
        sharp = {d.frame for d in cluster} - _VAGUE
        if draft.frame not in _VAGUE and sharp - {draft.frame}:
            return False
        return draft.frame in _VAGUE or all(d.frame in _VAGUE for d in cluster)
    return draft.frame in {"attack"} and draft.definite and bool(groups & {"battle", "strike", "bombing"})


def _future(draft: Draft) -> bool:
    return draft.claim.realis in {"planned", "feared"}


def _place_fits(one: Place | None, other: Place | None) -> bool:
    """Whether two places can be one: equal, unknown, or taken over from a neighbour."""
    if one is None or other is None or one.name.casefold() == other.name.casefold():
        return True
    if one.how not in {"clause"} or other.how not in {"clause"}:
        return True
    a, b = one.name.casefold(), other.name.casefold()
    return a in b or b in a or "country" in {one.kind, other.kind} or "region" in {one.kind, other.kind}


def _actors_fit(cluster: Sequence[Draft], draft: Draft, strict: bool) -> bool:
    """Whether the actors named do not speak against one happening."""
    mine = _names(draft.claim.actors)
    theirs: set[str] = set()
    for d in cluster:
        theirs |= _names(d.claim.actors)
    if not mine or not theirs:
        return not strict or draft.definite or draft.is_noun
    if mine & theirs:
        return True
    if draft.charged or any(d.charged for d in cluster):
        return False
    others = [a for d in cluster for a in d.claim.actors]
    return any(_alike(a, b) for a in draft.claim.actors for b in others)


def _alike(one: Actor, other: Actor) -> bool:
    """Whether two names can mean one actor: of one sector, and of one country where both name one."""
    if one.sector != other.sector or one.sector == "unknown":
        return False
    return one.country_code is None or other.country_code is None or one.country_code == other.country_code


def _names(actors: Sequence[Actor]) -> set[str]:
    return {a.name.casefold() for a in actors}


def _best(cluster: Sequence[Draft]) -> EventClaim:
    """The mention that tells most, in the body before the headline; the others add what it leaves open."""
    cluster = [_without_charge(d) for d in cluster]
    chosen = max(cluster, key=lambda d: (not d.charged, _told(d), -d.claim.anchor_start))
    claim = chosen.claim
    for other in cluster:
        if other is chosen:
            continue
        more = other.claim
        claim = msgspec.structs.replace(
            claim,
            actors=claim.actors or more.actors,
            recipients=claim.recipients or more.recipients,
            place=claim.place
            if claim.place is not None and claim.place.how == "clause"
            else (more.place or claim.place),
            when=more.when if claim.when is None or (more.when and is_clock(claim.when)) else claim.when,
            means=claim.means or more.means,
        )
    acting = _names(claim.actors)
    others = tuple(r for r in claim.recipients if r.name.casefold() not in acting)
    claim = msgspec.structs.replace(claim, recipients=others)
    for vague, sharp in _SHARPER:
        near = [d for d in cluster if abs(d.sentence - chosen.sentence) <= _NEAR]
        better = next((d.claim for d in near if d.claim.sub_type in sharp), None)
        if claim.sub_type in vague and better is not None:
            claim = msgspec.structs.replace(claim, type=better.type, sub_type=better.sub_type)
    return claim


def _without_charge(draft: Draft) -> Draft:
    """What somebody is only accused of has no actor: the accusation says who accuses whom."""
    if not draft.charged:
        return draft
    return dataclasses.replace(draft, claim=msgspec.structs.replace(draft.claim, actors=()))


def _told(draft: Draft) -> int:
    claim = draft.claim
    score = 2 * bool(claim.actors) + 2 * bool(claim.recipients) + bool(claim.when) + bool(claim.means)
    score += 2 * bool(claim.place is not None and claim.place.how == "clause")
    score += 2 * (draft.block == "body") + 2 * (claim.realis == "happened") + (draft.frame not in _VAGUE)
    return score
