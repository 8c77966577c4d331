"""Places as a report names them and as the gazetteer knows them."""

from __future__ import annotations

from typing import Literal

from rashomon.model.passage import Mention
from rashomon.model.record import Record

PlaceKind = Literal["country", "region", "admin1", "admin2", "town", "facility", "water", "other"]
#: From the sharpest to the vaguest; `near` is "near X" or "10 km west of X"; `unresolved` has no coordinates.
PlacePrecision = Literal["exact", "near", "area", "admin2", "admin1", "region", "country", "unresolved"]
PlaceRole = Literal["at", "from", "to"]


#: Words of a facility's kind or name that make its exact place a risk for people (design, "Words, people and harm").
_SENSITIVE = (
    "hospital", "clinic", "health", "medical", "school", "kindergarten", "university", "nursery", "shelter", "camp",
    "crossing", "aid", "food", "warehouse", "store", "depot", "distribution", "orphanage", "refuge",
)  # fmt: skip


class GazetteerEntry(Record, frozen=True, kw_only=True):
    """One place of the gazetteer (GeoNames id, WGS 84 degrees). Admin names are English."""

    geonames_id: int
    name: str
    kind: PlaceKind
    country_code: str
    admin1: str | None = None
    lat: float
    lon: float
    population: int = 0


class Place(Mention, frozen=True, kw_only=True):
    """A named place of a report. For a facility, `name` is the facility and `town` locates it.

    Unresolved: `geonames_id`, `lat`, `lon` are null and `precision` is `unresolved`. `how` says where a claim has its
    place from: its clause, its sentence, or the report's dateline or event. `adjectival` is true where the words only
    describe something (Syrian army, Chicago Police Department): context for resolving, never where something happened.
    `phrase` is the noun phrase around the name where that says more ("rebel-held suburbs of Damascus").
    """

    name: str
    role: PlaceRole = "at"
    admin1: str | None = None
    country_code: str | None = None
    geonames_id: int | None = None
    lat: float | None = None
    lon: float | None = None
    kind: PlaceKind = "other"
    precision: PlacePrecision = "unresolved"
    town: str | None = None
    facility_kind: str | None = None
    adjectival: bool = False
    phrase: Mention | None = None
    how: Literal["clause", "sentence", "neighbour", "dateline", "event"] = "clause"

    @property
    def is_sensitive(self) -> bool:
        """Whether this is a facility that must never be shown more sharply than its town."""
        if self.kind != "facility" and not self.facility_kind:
            return False
        said = f"{self.facility_kind or ''} {self.name}".casefold()
        return any(word in said for word in _SENSITIVE)
