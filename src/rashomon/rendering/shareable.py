"""Places as a file that is passed on may show them: sensitive facilities stand at their town."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model.dossier import Dossier
from rashomon.model.place import Place

#: Radius in km that a place's precision stands for; a place without one is not drawn as a point.
RADIUS_KM = {"exact": 3.0, "near": 10.0, "area": 20.0, "admin2": 25.0, "admin1": 60.0}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as it may be shown: its label, coordinates where known, and how precise they are."""

    name: str
    lat: float | None
    lon: float | None
    precision: str
    admin1: str | None
    country_code: str | None
    geonames_id: int | None

    @property
    def radius_km(self) -> float | None:
        """The radius that the precision stands for; null where the place is too vague for a point."""
        return RADIUS_KM.get(self.precision) if self.lat is not None and self.lon is not None else None


def spot_of(place: Place, dossier: Dossier) -> Spot:
    """The place as it may be shown; a sensitive facility gives its town, with the town's coordinates or none."""
    if not place.is_sensitive:
        return _spot(place, place.name, place.precision)
    if place.town is None:
        return Spot(place.admin1 or "place withheld", None, None, "unresolved", place.admin1, place.country_code, None)
    for known in dossier.places:
        if known.place.name == place.town and known.place.kind == "town" and known.place.lat is not None:
            return _spot(known.place, place.town, known.place.precision)
    # The town is not in the record by itself: a tenth of a degree is coarser than any town.
    return Spot(
        place.town,
        None if place.lat is None else round(place.lat, 1),
        None if place.lon is None else round(place.lon, 1),
        "near" if place.lat is not None else "unresolved",
        place.admin1,
        place.country_code,
        None,
    )


def _spot(place: Place, name: str, precision: str) -> Spot:
    return Spot(name, place.lat, place.lon, precision, place.admin1, place.country_code, place.geonames_id)
