"""Roots: who counts in a crisis, and what each says on which day, late and with error."""

from __future__ import annotations

import datetime as dt
from random import Random

from evaluation.simulator.crises import world_data
from evaluation.simulator.records import Happening, Hedge, Source, Statement, Town

#: A number that a root gives too high by so much (per cent), to be taken back in its next statement.
_OVERSHOOT = 140
_HEDGES: tuple[Hedge, ...] = ("exact", "exact", "exact", "at_least", "at_least", "more_than")


def invent_sources(chance: Random, happening: Happening) -> tuple[Source, ...]:
    """Two to all of the kinds of root that count in such a crisis, in a drawn order."""
    data = world_data()
    kinds: list[str] = data["kinds"][happening.kind]["roots"]
    return tuple(_source(chance, kind, happening) for kind in chance.sample(kinds, chance.randint(2, len(kinds))))


def _source(chance: Random, kind: str, happening: Happening) -> Source:
    table = world_data()["roots"][kind]
    words = happening.words
    measures = {measure for measure, _ in happening.tolls}
    return Source(
        name=table["name"].format(**words),
        called=table["called"].format(**words),
        kind=table["kind"],
        family=table.get("family"),
        side=table["side"].format(**words) if "side" in table else None,
        share=chance.randint(*table["bias"]),
        lag=chance.randint(0, table["lag"]),
        measures=tuple(m for m in table.get("counts", sorted(measures)) if m in measures),
    )


def state_all(chance: Random, happening: Happening, sources: tuple[Source, ...]) -> tuple[Statement, ...]:
    """Everything that the roots say, by day, then root, measure and town: what copies and accounts are made of."""
    found: list[Statement] = []
    for source in sources:
        for measure in source.measures:
            for town in _seen_towns(source, happening, measure):
                found += _series(chance, happening, source, measure, town)
    return tuple(sorted(found, key=lambda s: (s.day, s.root.name, s.measure, s.town.name)))


def _seen_towns(source: Source, happening: Happening, measure: str) -> tuple[Town, ...]:
    """A hospital and a police force know their own town; a party counts the ground it took as a whole."""
    local = source.kind in ("hospital", "police") or measure == "settlements_captured"
    return happening.towns[:1] if local else happening.towns


def _series(chance: Random, happening: Happening, source: Source, measure: str, town: Town) -> list[Statement]:
    true = happening.tolls[measure, town.name]
    hedge = chance.choice(_HEDGES)
    wrong_on = chance.randrange(len(true)) if chance.random() < 0.15 else None
    found: list[Statement] = []
    for n in range(len(true)):
        known = true[n - source.lag] if n >= source.lag else None
        if known is None or chance.random() < 0.25:
            continue
        value = max(2, known * source.share // 100)
        corrects = bool(found) and found[-1].value > value and measure != "missing"
        if n == wrong_on and measure != "missing":
            value = max(value + 2, value * _OVERSHOOT // 100)
            corrects = False
        if found and measure != "missing" and not corrects:
            value = max(value, found[-1].value)
        day = happening.first + dt.timedelta(days=n)
        found.append(Statement(source, day, measure, town, value, hedge, corrects))
    return found
