"""The GED's 49 columns, a row for each event with deaths of its own."""

from __future__ import annotations

from rashomon.model.dossier import Dossier
from rashomon.model.happening import Event
from rashomon.rendering import wording
from rashomon.rendering.exports.ged.deaths import Estimate
from rashomon.rendering.exports.ged.places import place_cells, where_prec
from rashomon.rendering.exports.ged.sides import Sides
from rashomon.rendering.exports.ged.sources import source_cells
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.shareable import spot_of

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high",
    "low", "gwnoa", "gwnob",
)  # fmt: skip
_LETHAL = ("Battles", "Explosions/Remote violence", "Violence against civilians")
_NOT_DONE = {"denied", "feared", "planned"}

Row = dict[str, str | float | None]


def why_left_out(event: Event, dossier: Dossier) -> str | None:
    """Why an event is none for the GED, in a sentence; null where its deaths decide."""
    if event.type not in _LETHAL and event.sub_type != "Excessive force against protesters":
        return "It is no organised violence as the UCDP defines it."
    if event.background or event.realis == "background" or "historical" in event.aux_modes:
        return "It is told as background, of another time."
    if event.realis in _NOT_DONE or set(event.aux_modes) & {"future", "hypothetical", "negation"}:
        return "It is not told as done: denied, feared or planned."
    if event.start_date is None:
        return "No report dates it."
    if event.place is None or where_prec(spot_of(event.place, dossier)) is None:
        return "No report says where it was, not even in which country."
    return None


def row_of(event: Event, sides: Sides, estimate: Estimate, lookup: Lookup) -> Row:
    """The row of a dated and placed event. Ids that are the UCDP's to give stay blank."""
    start, end = event.start_date, event.end_date or event.start_date
    note = wording.review_note(lookup.dossier)
    if lookup.dossier.names == "all":
        note += f". {wording.names_note(lookup.dossier)}"
    both = sides.a is not None and sides.b is not None
    return {
        "id": event.id,
        "year": str(start.year) if start else "",
        "code_status": note,
        "type_of_violence": str(sides.kind or ""),
        "dyad_name": f"{sides.a.name} - {sides.b.name}" if both and sides.a and sides.b else "",
        "side_a": sides.a.name if sides.a else "",
        "side_b": sides.b.name if sides.b else "",
        **source_cells(event, estimate, lookup),
        **(place_cells(spot_of(event.place, lookup.dossier)) if event.place else {}),
        "where_description": _where(event),
        "event_clarity": "2" if is_aggregate(event) else "1",
        "date_prec": str(date_prec(event)),
        "date_start": str(start),
        "date_end": str(end),
        **estimate.parts,
        "best": estimate.best,
        "high": estimate.high,
        "low": estimate.low,
    }


def date_prec(event: Event) -> int:
    """1 the day, 2 two to six days, 3 a week, 4 a month, 5 longer (rules of the field, "UCDP GED")."""
    start, end = event.start_date, event.end_date or event.start_date
    days = (end - start).days + 1 if start and end else 366
    for most, precision in ((1, 1), (6, 2), (7, 3), (31, 4)):
        if days <= most:
            return precision
    return 5


def is_aggregate(event: Event) -> bool:
    """Whether it went on for days: then its dead are a total. A day that is only not known exactly is one event."""
    longer = event.end_date is not None and event.end_date != event.start_date
    return longer and event.precision in ("day", "period")


def _where(event: Event) -> str:
    """The report's own words for the place, where they say more than its name and give no facility away."""
    place = event.place
    if place is None or place.is_sensitive or place.phrase is None:
        return ""
    return place.phrase.text
