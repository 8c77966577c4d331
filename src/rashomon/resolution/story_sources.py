"""Sources whom a story's reports call differently, under one origin each: an official, or a body and its short form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec

from rashomon.knowledge.library import Library
from rashomon.knowledge.organisations import fold_letters, name_key
from rashomon.model.attribution import Attribution
from rashomon.model.claim import Control, EventClaim, Figure, ReportClaims
from rashomon.model.material import Material
from rashomon.resolution.officials import fullest_officials, told_in_one_report
from rashomon.resolution.public_bodies import fullest_bodies
from rashomon.resolution.roots import report_aliases

Told = TypeVar("Told", Figure, EventClaim, Control)
#: A body is known again by so many of its name's words.
_TELLING = 3


def unite_sources(material: Material, library: Library) -> Material:
    """The story's claims with one origin for each source, the fullest that a report gives (`officials.py`, and here).

    A body that no file knows is the one whose short form another report binds ("River Board (RB)"), the only one whose
    name holds three or more of its words and no fewer than all, or the only public body that its name fits.
    """
    material = _with_bound_posts(material, library)
    told = _origins(material)
    origins = [o for o in told if library.organisations.find(o) is None]
    canonical = (
        fullest_bodies(told, library) | fullest_officials(origins, library) | _longer_names(material, origins, library)
    )
    if all(name == origin for origin, name in canonical.items()):
        return material
    models = _models(material, frozenset(canonical.values()))
    return msgspec.structs.replace(material, claims=tuple(_renamed(c, canonical, models) for c in material.claims))


def _with_bound_posts(material: Material, library: Library) -> Material:
    """The claims with each report's officials of a bare post and a name under the post as that report tells it."""
    claims = []
    for told in material.claims:
        origins = [s.origin for s in _sources(told) if s.origin]
        bound = told_in_one_report(origins, library)
        models = {s.origin: s for s in _sources(told) if s.origin and s.origin in bound.values()}
        claims.append(_renamed(told, {o: bound.get(o, o) for o in origins}, models) if bound else told)
    return (
        material
        if all(a is b for a, b in zip(claims, material.claims, strict=True))
        else msgspec.structs.replace(material, claims=tuple(claims))
    )


def _longer_names(material: Material, origins: list[str], library: Library) -> dict[str, str]:
    """The fuller name of each body that is told by a short form or by a part of its name, by the origin."""
    bound: dict[str, set[str]] = {}
    for report in material.reports:
        for short, name in report_aliases(report, library).items():
            bound.setdefault(short, set()).add(name)
    names = {o: _content(o) for o in origins if _is_name(o)}
    holders: dict[str, list[str]] = {}
    for name, words in names.items():
        for word in words:
            holders.setdefault(word, []).append(name)
    found: dict[str, str] = {}
    for origin in origins:
        words = names.get(origin, frozenset())
        fuller = bound.get(name_key(origin), set()) & names.keys()
        if not fuller and len(words) >= _TELLING:
            # Only names that hold its rarest word can hold them all.
            near = min((holders[w] for w in words), key=len)
            fuller = {n for n in near if words < names[n]}
        if len(fuller) == 1:
            found[origin] = fuller.pop()
    return {origin: found.get(name, name) for origin, name in found.items()}


def _content(name: str) -> frozenset[str]:
    return frozenset(fold_letters(w.strip(",.()")) for w in name.split() if w[:1].isupper())


def _is_name(origin: str) -> bool:
    """Whether an origin is written as a body's name is: every longer word with a capital."""
    words = [w for w in origin.split() if len(w) > _TELLING]
    return len(words) > 1 and all(w[:1].isupper() for w in words)


def _origins(material: Material) -> dict[str, str | None]:
    """Every origin in order, each with the country that most of what it tells lies in."""
    found: dict[str, Counter[str]] = {}
    for claim in (c for claims in material.claims for c in _told(claims)):
        if claim.attribution is not None and claim.attribution.origin:
            countries = found.setdefault(claim.attribution.origin, Counter())
            if claim.place is not None and claim.place.country_code is not None:
                countries[claim.place.country_code] += 1
    return {o: min(c, key=lambda code: (-c[code], code), default=None) for o, c in sorted(found.items())}


def _told(claims: ReportClaims) -> Iterable[Figure | EventClaim | Control]:
    return (*claims.figures, *claims.events, *claims.control)


def _sources(claims: ReportClaims) -> Iterable[Attribution]:
    return (c.attribution for c in _told(claims) if c.attribution is not None)


def _models(material: Material, names: frozenset[str]) -> dict[str, Attribution]:
    """An attribution with each of these origins, whose family, kind and side the others take."""
    found: dict[str, Attribution] = {}
    for claims in material.claims:
        for source in _sources(claims):
            if source.origin in names:
                found.setdefault(source.origin, source)
    return found


def _renamed(claims: ReportClaims, canonical: Mapping[str, str], models: Mapping[str, Attribution]) -> ReportClaims:
    """The claims under their sources' fullest names; what does not change stays the very same record."""

    def told(claim: Told) -> Told:
        source = claim.attribution
        model = models.get(canonical.get(source.origin or "", "")) if source is not None else None
        if source is None or model is None or model.origin == source.origin:
            return claim
        named = msgspec.structs.replace(
            source, origin=model.origin, family=model.family, kind=model.kind, side=model.side
        )
        return msgspec.structs.replace(claim, attribution=named)

    if not any(canonical.get(s.origin or "", s.origin) != s.origin for s in _sources(claims)):
        return claims
    return msgspec.structs.replace(
        claims,
        figures=tuple(map(told, claims.figures)),
        events=tuple(map(told, claims.events)),
        control=tuple(map(told, claims.control)),
    )
