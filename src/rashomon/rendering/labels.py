"""Actors in a few words, as labels and exports print them."""

from __future__ import annotations

from rashomon.model.actor import Actor
from rashomon.rendering.plain_text import clean


def actor_label(actor: Actor) -> str:
    """An actor's name; a private person is only ever "civilian", whatever the record holds."""
    return "civilian" if actor.private else clean(actor.name)
