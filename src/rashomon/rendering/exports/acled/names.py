"""Actors as ACLED names them: forces of states by their government's years, nobody's name for who is only described."""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache
from typing import NamedTuple

from rashomon.adapters.package_data import read_data
from rashomon.model.actor import Actor
from rashomon.rendering.country_codes import country_codes
from rashomon.rendering.exports.acled import rules
from rashomon.rendering.exports.actor_words import force_of, is_armed_group, is_described, proper_name
from rashomon.rendering.plain_text import clean


class Where(NamedTuple):
    """Where and when an event was: its country's code and name ("" where not known), its day, its ACLED type."""

    code: str
    country: str
    day: dt.date | None
    violent: bool


class _Rule(NamedTuple):
    start: dt.date
    years: str


class _Table(NamedTuple):
    rules: dict[str, list[_Rule]]
    country: dict[str, str]
    plain: frozenset[str]


def actor_name(actor: Actor, where: Where) -> str:
    """The actor's name: "Military Forces of Syria (2000-2024)", "Unidentified Armed Group (Syria)".

    Private persons and unnamed civilians are civilians. A government whose deed is violence is its military forces.
    """
    if actor.private or actor.sector == "civilians":
        return _of("Civilians", where.country)
    if actor.sector in ("protesters", "rioters"):
        return _of(actor.sector.capitalize(), where.country)
    if actor.sector in ("state forces", "government") and actor.country_code in country_codes():
        return _state_name(actor, where)
    if not is_described(actor.name):
        return clean(proper_name(actor.name))
    if actor.sector == "identity militia":
        return _of("Unidentified Communal Militia", where.country)
    if is_armed_group(actor):
        return unidentified(where)
    if actor.sector != "state forces":
        return clean(actor.name)
    if where.code and force_of(actor, _table().plain) == "police":
        # Police of no nation are those of the country; soldiers may be anybody's.
        return f"Police Forces of {where.country}{_years(where.code, where.day)}"
    return _of("Unidentified Military Forces", where.country)


def unidentified(where: Where) -> str:
    """Who stands for a doer that nobody has established."""
    return _of("Unidentified Armed Group", where.country)


def inter_of(actor: Actor, where: Where) -> str:
    """The actor's class in words: another state's forces are external, an unnamed group a militia."""
    if actor_name(actor, where) == unidentified(where):
        return "Political militia"
    own = rules.inter(actor)
    foreign = actor.country_code and where.code and actor.country_code != where.code
    return "External/Other forces" if own == "State forces" and foreign else own


def country_name(code: str) -> str:
    """A country as ACLED spells it."""
    known = country_codes().get(code)
    return _table().country.get(code) or (known.name if known else "")


def _state_name(actor: Actor, where: Where) -> str:
    code = actor.country_code or ""
    of = f"of {country_name(code)}{_years(code, where.day)}"
    if actor.sector == "government":
        return f"{'Military Forces' if where.violent else 'Government'} {of}"
    force = force_of(actor, _table().plain)
    if force == "police":
        return f"Police Forces {of}"
    return f"Military Forces {of}" + (f" {clean(actor.name)}" if force == "unit" else "")


def _of(name: str, country: str) -> str:
    return f"{name} ({country})" if country else name


def _years(code: str, day: dt.date | None) -> str:
    """The years of the government of a day in brackets; nothing where they are not known."""
    found = [r.years for r in _table().rules.get(code, ()) if day is not None and r.start <= day]
    return f" ({found[-1]})" if found else ""


@cache
def _table() -> _Table:
    data = tomllib.loads(read_data("acled_names.toml").decode("utf-8"))
    found: dict[str, list[_Rule]] = {}
    for code, governments in data["years"].items():
        ends = [str(g["from"]) for g in governments[1:]] + [""]
        found[code] = [
            _Rule(g.get("day", dt.date(g["from"], 1, 1)), f"{g['from']}-{end}")
            for g, end in zip(governments, ends, strict=True)
        ]
    return _Table(found, data["country"], frozenset(data["plain"]["words"]))
