"""One claim with a person's correction laid over it; its passage and id stay, and it says which decision made it."""

from __future__ import annotations

import msgspec

from rashomon.knowledge.library import Library
from rashomon.model.attribution import Attribution
from rashomon.model.claim import AnyClaim, Control, EventClaim, Figure
from rashomon.model.decision import Correction, Decision
from rashomon.model.moment import When
from rashomon.model.place import GazetteerEntry, Place, PlacePrecision

_PRECISION: dict[str, PlacePrecision] = {
    "country": "country",
    "region": "region",
    "admin1": "admin1",
    "admin2": "admin2",
}


def corrected(claim: AnyClaim, decision: Decision, library: Library) -> AnyClaim:
    """The claim as decided: an accepted one only says so; fields that its kind does not have are left alone."""
    changes: dict[str, object] = {"decided": decision.id}
    correction = decision.correction
    if correction is None:
        return msgspec.structs.replace(claim, **changes)
    if isinstance(claim, Figure):
        changes |= _figure_changes(claim, correction)
    for name in ("measure", "unit", "counting", "basis", "realis"):
        if getattr(correction, name) is not None and hasattr(claim, name):
            changes[name] = getattr(correction, name)
    if (correction.place or correction.geonames_id) and isinstance(claim, Figure | EventClaim | Control):
        changes["place"] = _place(claim, correction, library)
    if correction.root is not None and hasattr(claim, "attribution"):
        changes["attribution"] = _attribution(claim, correction.root, library)
    if (correction.start_date or correction.end_date) and hasattr(claim, "when"):
        changes["when"] = _when(claim, correction)
    return msgspec.structs.replace(claim, **changes)


def _figure_changes(figure: Figure, correction: Correction) -> dict[str, object]:
    changes: dict[str, object] = {}
    if correction.value is not None:
        changes |= {"value": correction.value, "low": correction.value, "high": correction.value, "qualifier": "exact"}
    if correction.qualifier is not None:
        changes["qualifier"] = correction.qualifier
    for name in ("low", "high"):
        if getattr(correction, name) is not None:
            changes[name] = getattr(correction, name)
    # What the words of a bound leave open stays open.
    if correction.qualifier in ("at_least", "more_than"):
        changes["high"] = None
    elif correction.qualifier == "up_to":
        changes["low"] = None
    if correction.population is not None:
        changes["population"] = msgspec.structs.replace(figure.population, category=correction.population)
    return changes


def _place(claim: Figure | EventClaim | Control, correction: Correction, library: Library) -> Place:
    known = claim.place
    at = {"field": claim.field, "start": claim.start, "end": claim.start, "text": ""}
    if known is not None:
        at = {"field": known.field, "start": known.start, "end": known.end, "text": known.text, "role": known.role}
    entry = _entry(correction, library)
    if entry is None:
        return Place(**at, name=correction.place or "")  # type: ignore[arg-type]
    return Place(
        **at,  # type: ignore[arg-type]
        name=correction.place or entry.name,
        admin1=entry.admin1,
        country_code=entry.country_code,
        geonames_id=entry.geonames_id,
        lat=entry.lat,
        lon=entry.lon,
        kind=entry.kind,
        precision=_PRECISION.get(entry.kind, "exact"),
    )


def _entry(correction: Correction, library: Library) -> GazetteerEntry | None:
    """The gazetteer's entry: of the id among the name's places, else the most populous place of the name."""
    found = [c.entry for c in library.gazetteer.lookup(correction.place or "")]
    if correction.geonames_id is not None:
        return next((e for e in found if e.geonames_id == correction.geonames_id), None)
    return found[0] if found else None


def _attribution(claim: AnyClaim, root: str, library: Library) -> Attribution:
    known: Attribution | None = getattr(claim, "attribution", None)
    organisation = library.organisations.find(root)
    # The report's words are those for the other root: they would be printed for this one.
    return Attribution(
        field=claim.field,
        start=claim.start,
        end=claim.start,
        text="",
        agency=known.agency if known is not None else None,
        origin=organisation.name if organisation else root,
        family=organisation.family if organisation else root,
        kind=organisation.kind if organisation else "unnamed",
        side=organisation.side if organisation else None,
    )


def _when(claim: AnyClaim, correction: Correction) -> When:
    known: When | None = getattr(claim, "when", None)
    first = correction.start_date or correction.end_date
    last = correction.end_date or correction.start_date
    at = When(field=claim.field, start=claim.start, end=claim.start, text="") if known is None else known
    return msgspec.structs.replace(at, start_date=first, end_date=last, precision="day" if first == last else "period")
