"""Whether two mentions can mean one happening: by their words, their places, their actors and their realis."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.extraction.english.event_drafts import Draft
from rashomon.model.actor import ARMED, Actor
from rashomon.model.place import Place

#: Classes of events that a vague word tells: a sharper one may mean the same.
VAGUE = {"attack", "fighting", "blast", "hit", "strike", "killing", "destroy"}


def looks_like(one: Draft, other: Draft) -> bool:
    """Whether two mentions are the same to every comparison below."""
    mine, theirs = one.claim, other.claim
    return (
        (one.frame, one.group) == (other.frame, other.group)
        and {(a.name, a.sector) for a in mine.actors} == {(a.name, a.sector) for a in theirs.actors}
        and _place_look(mine.place) == _place_look(theirs.place)
    )


def _place_look(place: Place | None) -> tuple[str, ...]:
    return () if place is None else (place.name, place.how, place.kind)


def same_happening(cluster: Sequence[Draft], draft: Draft) -> bool:
    """Whether a mention can mean the happening that others mean: nothing that is told of it speaks against."""
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
    if not _kinds_fit(cluster, draft) or (draft.group == "attack" and not _roles_fit(cluster, draft)):
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
        sharp = {d.frame for d in cluster} - VAGUE
        if draft.frame not in VAGUE and sharp - {draft.frame}:
            return False
        return draft.frame in VAGUE or all(d.frame in VAGUE for d in cluster)
    return draft.frame in {"attack"} and draft.definite and bool(groups & {"battle", "strike", "bombing"})


def _roles_fit(cluster: Sequence[Draft], draft: Draft) -> bool:
    """Whether nobody would have attacked his own: the police who shot rioters did not behead the two policemen."""
    mine, suffered = _sectors(draft.claim.actors), _sectors(draft.claim.recipients)
    theirs = [(_sectors(d.claim.actors), _sectors(d.claim.recipients)) for d in cluster]
    return not any(mine & hit or suffered & acting for acting, hit in theirs)


def _sectors(actors: Sequence[Actor]) -> set[tuple[str, str | None]]:
    return {(a.sector, a.country_code) for a in actors if a.sector in ARMED}


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
    mine = names_of(draft.claim.actors)
    theirs: set[str] = set()
    for d in cluster:
        theirs |= names_of(d.claim.actors)
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


def names_of(actors: Sequence[Actor]) -> set[str]:
    """The folded names of some actors."""
    return {a.name.casefold() for a in actors}
