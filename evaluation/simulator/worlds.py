"""A world of any size from a seed: its stories one after the other, so that memory does not grow with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from evaluation.simulator.crises import invent_happening
from evaluation.simulator.records import Story
from evaluation.simulator.sources import invent_sources, state_all

#: The day on which the first crisis begins.
FIRST_DAY = dt.date(2023, 1, 2)
#: Weights of stories: most are told a few times, some very often.
_WEIGHTS = (1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6, 8, 12, 20, 40)


@dataclass(frozen=True, slots=True)
class World:
    """So many stories told by so many reports; one seed gives one world on every machine.

    `a_day` stories begin on each day: a larger world is a longer one.
    """

    seed: int
    stories: int
    reports: int
    a_day: int = 2


def invent(world: World) -> Iterator[Story]:
    """The stories of a world; each is made from the world's seed and its own number alone."""
    weights = [Random(f"{world.seed}:{n}:weight").choice(_WEIGHTS) for n in range(world.stories)]
    total, before = sum(weights), 0
    for n, weight in enumerate(weights):
        reports = world.reports * (before + weight) // total - world.reports * before // total
        before += weight
        yield _story(f"{world.seed}:{n}", n, FIRST_DAY + dt.timedelta(days=n // world.a_day), max(1, reports))


def _story(seed: str, number: int, first: dt.date, reports: int) -> Story:
    chance = Random(seed)
    happening = invent_happening(chance, first)
    sources = invent_sources(chance, happening)
    statements = state_all(chance, happening, sources)
    while not statements:
        sources = invent_sources(chance, happening)
        statements = state_all(chance, happening, sources)
    return Story(f"s{number}", happening, sources, statements, reports, seed)
