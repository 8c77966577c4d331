"""The columns of actors: nobody who is only accused is named as the doer."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model.actor import Actor
from rashomon.model.happening import Event
from rashomon.rendering.exports.acled import rules

_VIOLENT = ("Battles", "Explosions/Remote violence", "Violence against civilians")


def actor_cells(event: Event, country: str) -> dict[str, str]:
    """Both actors with their classes. An event whose doer is only accused has an unidentified group."""
    first, second = list(event.actors), list(event.recipients)
    if event.type == "Battles":
        # Only armed actors fight a battle: civilians who came to harm in it are not its second actor.
        second = [a for a in second if rules.inter(a) != "Civilians"]
        first, second = (first, second) if second or len(first) < 2 else (first[:1], first[1:])
    unidentified = f"Unidentified Armed Group ({country})" if country else "Unidentified Armed Group"
    violent = event.type in _VIOLENT
    inter1 = rules.inter(first[0]) if first else ("Political militia" if violent else "")
    inter2 = rules.inter(second[0]) if second else ""
    targeted = bool(second) and all(rules.inter(a) == "Civilians" for a in second) and violent
    return {
        "actor1": rules.actor_name(first[0], country) if first else (unidentified if violent else ""),
        "assoc_actor_1": _names(first[1:], country, first[:1]),
        "inter1": inter1,
        "actor2": rules.actor_name(second[0], country) if second else "",
        "assoc_actor_2": _names(second[1:], country, second[:1]),
        "inter2": inter2,
        "interaction": "-".join(i for i in (inter1, inter2) if i),
        "civilian_targeting": "Civilian targeting" if targeted else "",
    }


def _names(actors: Sequence[Actor], country: str, named: Sequence[Actor]) -> str:
    """The other actors of a side, each once and none that stands as its first."""
    taken = {rules.actor_name(a, country) for a in named}
    return "; ".join(dict.fromkeys(n for a in actors if (n := rules.actor_name(a, country)) not in taken))
