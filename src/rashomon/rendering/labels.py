"""Actors and events in a few words, as labels and exports print them."""

from __future__ import annotations

from rashomon.model.actor import Actor
from rashomon.model.happening import Event
from rashomon.rendering.plain_text import clean


def actor_label(actor: Actor) -> str:
    """An actor's name; a private person is only ever "civilian", whatever the record holds."""
    return "civilian" if actor.private else clean(actor.name)


def event_label(event: Event) -> str:
    """What happened in the words of the codebook: "Shelling/artillery/missile attack", "Flood"."""
    if event.type.startswith("disaster:"):
        kind = event.type.split(":", 1)[1].replace("_", " ")
        return kind[:1].upper() + kind[1:]
    return event.sub_type or event.type
