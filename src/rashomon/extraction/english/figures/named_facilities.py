"""The facility that a report names where it spoke of one without a name: "a university", later "Kotri University"."""

from __future__ import annotations

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.event_namings import MOST_NAMINGS
from rashomon.model.place import Place


def named_facility(analysis: Analysis, place: Place) -> Place:
    """The facility that the report names where it spoke of "a university" before; else the place given."""
    words = (place.phrase or place).text.split()
    noun = place.text.lower().split()[-1]
    own = words[1 : next((n for n, w in enumerate(words) if w.lower() == noun), 1)]
    if place.kind != "facility" or words[0].lower() not in ("a", "an") or any(w[:1].isupper() for w in own):
        return place
    named = {
        p.name: p
        for p in reversed(analysis.places[:MOST_NAMINGS])
        if p.kind == "facility"
        and p.text[:1].isupper()
        and noun in p.text.lower().split()
        and not p.adjectival
        and (p.field, p.start) != (place.field, place.start)
    }
    found = next(iter(named.values())) if len(named) == 1 else None
    return msgspec.structs.replace(found, how="event") if found is not None and found.field == "text" else place
