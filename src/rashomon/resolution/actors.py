"""Actors resolved: the country of a state's own forces from what the report is about."""

from __future__ import annotations

from collections import Counter

import msgspec

from rashomon.knowledge.library import Library
from rashomon.model.actor import Actor
from rashomon.model.report import Report

#: Only so much of a report is read for its country (characters).
_READ = 6000


def resolve_actor(actor: Actor, report: Report, library: Library) -> Actor:
    """The actor with country, side and canonical name, where the lexicon or the report's own country gives them.

    A bare "the army" or "government troops" belongs to the country that the report names most; a tie leaves it open.
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
    kind = lexicon.kind_of(_singular(actor.text))
    # Police are a town's or a county's as often as a country's: a bare word names no country.
    bound = kind is not None and kind.canonical is not None and kind.id != "police"
    country = main_country(report, library) if bound else None
    if kind is None or country is None:
        return actor
    return msgspec.structs.replace(
        actor, country_code=country, name=lexicon.canonical(kind, _singular(actor.text), country) or actor.name
    )


def main_country(report: Report, library: Library) -> str | None:
    """The country that a report's title and opening name most, by name, people or capital; null on a tie."""
    counts: Counter[str] = Counter()
    for match in library.actors.find_names(f"{report.title or ''}\n{report.text[:_READ]}"):
        if match.actor.country_code is not None:
            counts[match.actor.country_code] += 1
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _singular(text: str) -> str:
    word = text.lower().split()[-1] if text.split() else ""
    irregular = {"troops": "troop", "authorities": "authority", "policemen": "policeman"}
    return irregular.get(word, word.removesuffix("s") if word.endswith("s") and not word.endswith("ss") else word)
