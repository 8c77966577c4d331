"""One event as a PLOVER record."""

from __future__ import annotations

from typing import Any

from rashomon.model.actor import ARMED, Actor
from rashomon.model.claim import EventClaim
from rashomon.model.happening import Event
from rashomon.rendering import wording
from rashomon.rendering.country_codes import country_codes
from rashomon.rendering.exports.acled.notes import accusations, disputes
from rashomon.rendering.exports.actor_words import quoted
from rashomon.rendering.exports.plover.choosing import Dates, claims_of
from rashomon.rendering.exports.plover.codes import contexts_of, modes_of, quad_of
from rashomon.rendering.exports.plover.sizes import sizes_of, told
from rashomon.rendering.labels import actor_label
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean, web_address
from rashomon.rendering.shareable import spot_of


def line_of(event: Event, dates: Dates, lookup: Lookup) -> dict[str, Any]:
    """The record of an event: PLOVER's fields, those without a value left out, and ours under `rashomon`."""
    first = claims_of(event, lookup)[0]
    actors, recipients = _sides(event)
    record = {
        "id": event.id,
        "date": str(dates.start),
        "actor": _names(actors),
        "recipient": _names(recipients),
        "event": [event.plover],
        "quad_code": quad_of(event.plover or ""),
        "mode": modes_of(event),
        "context": contexts_of(event),
        "event_loc": _place(event, lookup),
        **_text(first, lookup),
        "cite_info": _citation(first, lookup),
        "size": sizes_of(event, lookup),
        "rashomon": _ours(event, dates, actors, recipients, lookup),
    }
    required = ("id", "date", "actor", "event")
    return {k: v for k, v in record.items() if v or k in required}


def _sides(event: Event) -> tuple[list[Actor], list[Actor]]:
    """Actors and recipients. Of a fight whose sides nobody tells apart, all who are armed are actors (PLOVER)."""
    actors, recipients = list(event.actors), list(event.recipients)
    armed = [a for a in recipients if a.sector in ARMED]
    if event.type == "Battles" and not actors and not event.accused and len(armed) > 1:
        return armed, [a for a in recipients if a not in armed]
    return actors, recipients


def _names(actors: list[Actor]) -> list[str]:
    """Each actor once: compound actors are one event with a list. Mere descriptions stand in quotation marks."""
    return list(dict.fromkeys(actor_label(a) if a.private else quoted(actor_label(a)) for a in actors))


def _place(event: Event, lookup: Lookup) -> dict[str, Any]:
    if event.place is None:
        return {}
    spot = spot_of(event.place, lookup.dossier)
    country = country_codes().get(spot.country_code or "")
    place = {
        "name": clean(spot.name),
        "admin1": spot.admin1,
        "country": country.iso3 if country else None,
        "lat": spot.lat if spot.radius_km is not None else None,
        "lon": spot.lon if spot.radius_km is not None else None,
        "geonames_id": spot.geonames_id,
        "precision": spot.precision,
    }
    return {k: v for k, v in place.items() if v is not None}


def _text(claim: EventClaim, lookup: Lookup) -> dict[str, Any]:
    """The sentence that tells it, names masked, and where it stands in the report."""
    excerpt = lookup.excerpts.get(claim.id)
    if excerpt is None:
        return {}
    start, end = excerpt.sentence_start, excerpt.sentence_end
    sentence = clean(excerpt.text[start - excerpt.start : end - excerpt.start])
    return {"text": sentence, "text_info": {"start": start, "end": end, "field": excerpt.field}}


def _citation(claim: EventClaim, lookup: Lookup) -> dict[str, Any]:
    report = lookup.reports.get(claim.report)
    cited = {
        "id": claim.report,
        "title": clean(report.title) if report and report.title else None,
        "url": web_address(report.url) if report else None,
        "publication": clean(report.outlet) if report and report.outlet else None,
        "agency": clean(report.agency) if report and report.agency else None,
        "date": report.published if report else None,
        "language": report.lang if report else None,
        "origin": lookup.root_of(claim),
    }
    return {k: v for k, v in cited.items() if v is not None}


def _ours(event: Event, dates: Dates, actors: list[Actor], recipients: list[Actor], lookup: Lookup) -> dict[str, Any]:
    """What PLOVER has no field for: ACLED's type, days, accusations, disputes, numbers in words, claims, review."""
    dossier = lookup.dossier
    return {
        "story": dossier.story,
        "as_of": dossier.as_of,
        "type": event.type,
        "sub_type": event.sub_type,
        "date_end": str(dates.end) if dates.end else None,
        "date_precision": "unknown" if dates.how == "publication" else event.precision,
        "date_how": dates.how,
        "realis": event.realis,
        "sectors": {quoted(actor_label(a)): a.sector for a in (*actors, *recipients) if not a.private},
        "accused": [quoted(clean(a)) for a in event.accused],
        "accusations": accusations([event], lookup) if event.accused else [],
        "disputes": disputes([event], lookup),
        "size_told": told(event, lookup),
        "claims": list(event.claims),
        "note": wording.review_note(dossier),
        "names": wording.names_note(dossier),
    }
