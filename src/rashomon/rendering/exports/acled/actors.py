"""The columns of actors: nobody who is only accused is named as the doer."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model.actor import Actor
from rashomon.model.happening import Event
from rashomon.rendering.exports.acled import rules
from rashomon.rendering.exports.acled.names import Where, actor_name, inter_of, unidentified

VIOLENT = ("Battles", "Explosions/Remote violence", "Violence against civilians")


def actor_cells(event: Event, where: Where) -> dict[str, str]:
    """Both actors with their classes. An event whose doer is only accused has an unidentified group."""
    first, second = list(event.actors), list(event.recipients)
    if event.type == "Battles":
        # Only armed actors fight a battle: civilians who came to harm in it are not its second actor.
        second = [a for a in second if rules.inter(a) != "Civilians"]
        first, second = (first, second) if second or len(first) < 2 else (first[:1], first[1:])
    inter1 = inter_of(first[0], where) if first else ("Political militia" if where.violent else "")
    inter2 = inter_of(second[0], where) if second else ""
    targeted = bool(second) and all(rules.inter(a) == "Civilians" for a in second) and where.violent
    name1 = actor_name(first[0], where) if first else (unidentified(where) if where.violent else "")
    name2 = actor_name(second[0], where) if second else ""
    if name1 == name2 == unidentified(where):
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


def _names(actors: Sequence[Actor], where: Where, taken: str) -> str:
    """The other actors of a side, each once and none that stands as its first."""
    return "; ".join(dict.fromkeys(n for a in actors if (n := actor_name(a, where)) != taken))
