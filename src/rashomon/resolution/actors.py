"""Actors resolved: the country of a state's own forces from what the report is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from rashomon.knowledge.library import Library
from rashomon.model.actor import Actor
from rashomon.model.place import Place
from rashomon.model.report import Report

#: Only so much of a report is read for its country (characters).
_READ = 6000
#: The share of a report's places that must lie in one country for it to be the report's own.
_CLEARLY = 0.6


def resolve_actor(actor: Actor, home: str | None, library: Library) -> Actor:
    """The actor with country, side and canonical name, where the lexicon or its report's own country gives them.

    A bare "the army" or "government troops" belongs to `home`; foreign forces are called by their country.
    """
    lexicon = library.actors
    known = lexicon.known(actor.name)
    if known is not None and known.kind == "group":
        return msgspec.structs.replace(
            actor,
            name=known.name,
            sector=known.sector,
            side=actor.side or known.side,
            country_code=actor.country_code or known.country_code,
        )
    if actor.country_code is not None or actor.private or actor.sector not in {"state forces", "government"}:
        return actor
    kind = lexicon.kind_of(_noun_of(actor.text, library))
    # Police are a town's or a county's as often as a country's: a bare word names no country.
    bound = kind is not None and kind.canonical is not None and kind.id != "police"
    country = home if bound else None
    if kind is None or country is None:
        return actor
    return msgspec.structs.replace(
        actor, country_code=country, name=lexicon.canonical(kind, _noun_of(actor.text, library), country) or actor.name
    )


def home_country(report: Report, places: Iterable[Place], library: Library) -> str | None:
    """The country in which a report's happenings lie, by its towns and provinces; null where no one stands out.

    A report that names no such place has the country that its title and opening name at least twice as often as any
    other.
    """
    counts = Counter(p.country_code for p in places if p.country_code and p.kind != "country" and not p.adjectival)
    ranked = counts.most_common(2)
    if ranked and ranked[0][1] >= _CLEARLY * sum(counts.values()):
        return ranked[0][0]
    if ranked:
        return None
    named: Counter[str] = Counter()
    for match in library.actors.find_names(f"{report.title or ''}\n{report.text[:_READ]}"):
        if match.actor.country_code is not None:
            named[match.actor.country_code] += 1
    first = named.most_common(2)
    return first[0][0] if first and (len(first) == 1 or first[0][1] >= 2 * first[1][1]) else None


def _noun_of(text: str, library: Library) -> str:
    """The singular of a name's last word."""
    words = text.lower().split()
    return library.nouns.singular(words[-1]) if words else ""
