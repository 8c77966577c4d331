"""A crisis: its kind, towns, days, true toll of each day, and the names that every account of it uses."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

from evaluation.simulator.records import Happening, Town

_FACILITIES = ("clinic", "school", "mosque", "town hall", "barracks")
_LANES = ("Street", "Avenue", "Road", "Square", "Lane", "Bridge")


@lru_cache(maxsize=1)
def world_data() -> Mapping[str, Any]:
    """The tables of world.toml."""
    return tomllib.loads((Path(__file__).parent / "world.toml").read_text("utf-8"))


def invent_happening(chance: Random, day: dt.date) -> Happening:
    """A crisis that begins on a day."""
    data = world_data()
    kind = chance.choice(sorted(data["kinds"]))
    table = data["kinds"][kind]
    towns = _towns(chance, table["places"])
    curve: list[int] = table["curve"]
    tolls: dict[tuple[str, str], tuple[int, ...]] = {}
    for measure, (least, most) in table["measures"].items():
        for n, town in enumerate(towns):
            final = chance.randint(least, most) // (1 if n == 0 else 3)
            tolls[measure, town.name] = _over_days(measure, max(final, least // 2, 2), curve)
    return Happening(
        kind=kind,
        noun=table["noun"],
        type=table["type"],
        sub_type=table.get("sub_type"),
        towns=towns,
        first=day,
        last=day + dt.timedelta(days=len(curve) - 1),
        tolls=tolls,
        words=_words(chance, towns),
    )


def invent_name(chance: Random, syllables: int) -> str:
    """A name of so many syllables that belongs to nobody."""
    made = "".join(chance.choice(world_data()["syllables"]) for _ in range(syllables))
    return made.capitalize()


def _towns(chance: Random, count: int) -> tuple[Town, ...]:
    country = chance.choice(world_data()["countries"])
    chosen = chance.sample(country["places"], count)
    return tuple(
        Town(name, province, country["name"], country["code"], country["people"], lat, lon)
        for name, province, lat, lon in chosen
    )


def _over_days(measure: str, final: int, curve: list[int]) -> tuple[int, ...]:
    """The true number on each day: tolls rise to the final one, the missing are found one by one."""
    if measure == "missing":
        return tuple(max(2, final * (130 - share) // 100) for share in curve)
    return tuple(max(2, final * share // 100) for share in curve)


def _words(chance: Random, towns: tuple[Town, ...]) -> dict[str, str]:
    """The names that tell this crisis from another of its kind."""
    town = towns[0]
    others = [p[0] for c in world_data()["countries"] if c["name"] == town.country for p in c["places"]]
    return {
        **{f"person_{n}": f"{invent_name(chance, 3)} {invent_name(chance, 3)}" for n in range(1, 9)},
        **{f"village_{n}": invent_name(chance, 4) for n in range(1, 7)},
        **{f"lane_{n}": f"{invent_name(chance, 3)} {chance.choice(_LANES)}" for n in range(1, 7)},
        **{f"building_{n}": f"{invent_name(chance, 3)} {chance.choice(_FACILITIES)}" for n in range(1, 6)},
        **{f"firm_{n}": invent_name(chance, 4) for n in range(1, 5)},
        "town": town.name,
        "province": town.province,
        "country": town.country,
        "people": town.people,
        "other_town": chance.choice([o for o in others if o != town.name]),
        "street": f"{invent_name(chance, 3)} {chance.choice(_LANES)}",
        "village": invent_name(chance, 3),
        "facility": f"{invent_name(chance, 3)} {chance.choice(_FACILITIES)}",
        "witness": f"{invent_name(chance, 3)} {invent_name(chance, 3)}",
    }
