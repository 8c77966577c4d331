"""The columns of actors: nobody who is only accused is named as the doer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.model.actor import ARMED, Actor, Sector
from rashomon.model.happening import Event
from rashomon.rendering.exports.acled import rules
from rashomon.rendering.exports.acled.names import Where, actor_name, inter_of, unidentified
from rashomon.rendering.exports.actor_words import is_described

VIOLENT = ("Battles", "Explosions/Remote violence", "Violence against civilians")
#: Who demonstrates, where no report says more: ACLED's own names for the type.
_CROWDS: dict[str, Sector] = {"Protests": "protesters", "Riots": "rioters"}
#: Sectors whose descriptions ("fighters", "villagers") name somebody that ACLED codes; "the monitor" names nobody.
_CODED: frozenset[Sector] = ARMED | {"civilians", "protesters", "rioters"}


def actor_cells(event: Event, where: Where) -> dict[str, str]:
    """Both actors with their classes. An event whose doer is only accused has an unidentified group."""
    first, second = _coded(event.actors, where), _coded(event.recipients, where)
    if event.type == "Battles":
        # Only armed actors fight a battle: civilians who came to harm in it are not its second actor.
        second = [a for a in second if rules.inter(a) != "Civilians"]
        first, second = (first, second) if second or len(first) < 2 else (first[:1], first[1:])
    if event.type in _CROWDS:
        first, second = _crowd_first(_CROWDS[event.type], first, second)
    if event.type == "Violence against civilians" and not second:
        # The type itself says who was the target.
        second = [_nameless("civilians")]
    if not first and not where.violent:
        # The order has no meaning here: whoever is told of stands first.
        first, second = second, []
    inter1 = inter_of(first[0], where) if first else ("Political militia" if where.violent else "")
    inter2 = inter_of(second[0], where) if second else ""
    targeted = bool(second) and all(rules.inter(a) == "Civilians" for a in second) and where.violent
    targeted = targeted or event.sub_type == "Excessive force against protesters"
    name1 = actor_name(first[0], where) if first else (unidentified(where) if where.violent else "")
    name2 = actor_name(second[0], where) if second else ""
    if name1 == name2:
        # Two descriptions ("insurgents", "attackers") are no two parties: who fought whom is not told.
        second, inter2, name2 = [], "", ""
    return {
        "actor1": name1,
        "assoc_actor_1": _names(first[1:], where, name1),
        "inter1": inter1,
        "actor2": name2,
        "assoc_actor_2": _names(second[1:], where, name2),
        "inter2": inter2,
        "interaction": rules.interaction(inter1, inter2),
        "civilian_targeting": "Civilian targeting" if targeted else "",
    }


def _crowd_first(crowd: Sector, first: list[Actor], second: list[Actor]) -> tuple[list[Actor], list[Actor]]:
    """Those who demonstrate first, whatever reports call them; then those who are no civilians among the others."""
    everybody = [*first, *second]
    crowds = [a for a in everybody if a.sector == crowd]
    others = [a for a in everybody if rules.inter(a) not in ("Civilians", "Protesters", "Rioters")]
    return crowds or [_nameless(crowd)], others


def _nameless(sector: Sector) -> Actor:
    return Actor(start=0, end=0, text=sector, name=sector, sector=sector)


def _coded(actors: Iterable[Actor], where: Where) -> list[Actor]:
    """Those who have a class of ACLED's, with a name or as somebody whom ACLED has a name for."""
    return [
        a for a in actors
        if inter_of(a, where) and (a.private or a.sector in _CODED or a.country_code or not is_described(a.name))
    ]  # fmt: skip


def _names(actors: Sequence[Actor], where: Where, taken: str) -> str:
    """The other actors of a side, each once and none that stands as its first."""
    return "; ".join(dict.fromkeys(n for a in actors if (n := actor_name(a, where)) != taken))
