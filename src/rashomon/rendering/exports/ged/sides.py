"""The two sides and the type of violence: only of actors that the record states, never of who is accused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rashomon.model.actor import ARMED, Actor
from rashomon.model.happening import Event
from rashomon.rendering.country_codes import country_codes
from rashomon.rendering.exports.actor_words import is_described
from rashomon.rendering.exports.ged.places import country
from rashomon.rendering.plain_text import clean

_STATE = ("state forces", "government")


class Side(NamedTuple):
    """A side's name as the GED has it, and the names under which figures count its dead."""

    name: str
    known_as: frozenset[str]


class Sides(NamedTuple):
    """The type of violence (1 state-based, 2 non-state, 3 one-sided; 0 where no doer is established) and its sides."""

    kind: int
    a: Side | None
    b: Side | None


def sides_of(event: Event) -> Sides:
    """Who fought whom, or who killed civilians, where the record states it.

    The government is side A of state-based violence, the doer is side A of one-sided violence, and two groups of
    non-state violence stand in the order of their names. Bombs and shells that killed civilians are not called
    one-sided: whether these were the target, the record does not tell.
    """
    doers, others = _named(event.actors), _named(event.recipients)
    if event.type == "Violence against civilians" or event.sub_type == "Excessive force against protesters":
        return Sides(3, _side(doers[0]), Side("Civilians", frozenset())) if doers else Sides(0, None, None)
    if not others and len(doers) > 1:
        doers, others = doers[:1], doers[1:]
    pair = sorted(((_is_state(a), _side(a)) for a in (*doers[:1], *others[:1])), key=lambda p: (not p[0], p[1].name))
    if not doers or not others or pair[0][1].name == pair[1][1].name:
        return Sides(0, None, None)
    return Sides(1 if pair[0][0] else 2, pair[0][1], pair[1][1])


def _named(actors: Sequence[Actor]) -> list[Actor]:
    """Those who can be a side: armed or a government, with a name of their own or a state's."""
    return [
        a for a in actors
        if not a.private and a.sector in ARMED | {"government"} and (_is_state(a) or not is_described(a.name))
    ]  # fmt: skip


def _is_state(actor: Actor) -> bool:
    return actor.sector in _STATE and actor.country_code in country_codes()


def _side(actor: Actor) -> Side:
    name = f"Government of {country(actor.country_code or '')}" if _is_state(actor) else clean(actor.name)
    return Side(name, frozenset(n.casefold() for n in (name, actor.name, actor.side) if n))
