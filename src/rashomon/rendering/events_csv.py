"""`events.csv`: the events in ACLED's 31 columns, with the cells filled that the record knows."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model.actor import Actor
from rashomon.model.dossier import Dossier
from rashomon.model.happening import Event
from rashomon.rendering import acled_rules, wording
from rashomon.rendering.country_codes import country_codes
from rashomon.rendering.csv_table import csv_bytes
from rashomon.rendering.event_deaths import deaths_of
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.shareable import Spot, spot_of

COLUMNS = (
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
)
_NOT_DONE = {"denied", "feared", "planned", "background"}
_TIME_PRECISION = {"instant": "1", "hour": "1", "day": "1", "week": "2", "period": "2", "month": "3"}
_GEO_PRECISION = {"exact": "1", "near": "2", "area": "2", "admin2": "3", "admin1": "3", "region": "3"}

Row = dict[str, str | float | None]


def render_events(dossier: Dossier) -> bytes:
    """One line for each happening of one day, place and pair of actors; tactics used at once are merged upwards.

    Events that did not happen, background, disasters (which ACLED does not code), and what has no date or is dated to
    a year only stay out.
    """
    lookup = Lookup(dossier)
    return csv_bytes(COLUMNS, [_row(group, lookup) for group in _merged(dossier)])


def _codable(event: Event) -> bool:
    return (
        event.type in acled_rules.TYPE_RANK
        and not event.background
        and event.realis not in _NOT_DONE
        and not set(event.aux_modes) & {"historical", "future", "hypothetical", "negation"}
        and event.start_date is not None
        and event.precision in _TIME_PRECISION
    )


def _merged(dossier: Dossier) -> list[list[Event]]:
    """The codable events in groups of one day, place and set of actors; the highest in rank first in each."""
    groups: dict[tuple[str, ...], list[Event]] = {}
    for event in dossier.events:
        if not _codable(event):
            continue
        place = spot_of(event.place, dossier).name if event.place else ""
        sides = sorted({a.name for a in (*event.actors, *event.recipients)} | set(event.accused))
        alone = event.id if not (place and sides) or event.precision not in ("instant", "hour", "day") else ""
        groups.setdefault((str(event.start_date), place, alone, *sides), []).append(event)
    return [sorted(g, key=lambda e: (acled_rules.rank(e), e.id)) for g in groups.values()]


def _row(group: Sequence[Event], lookup: Lookup) -> Row:
    event = group[0]
    spot = spot_of(event.place, lookup.dossier) if event.place else None
    country = country_codes().get(spot.country_code or "") if spot else None
    name = country.name if country else ""
    deaths = deaths_of(group, lookup)
    start = event.start_date
    return {
        "event_id_cnty": event.id,
        "event_date": str(start),
        "year": str(start.year) if start else "",
        "time_precision": _time_precision(event),
        "disorder_type": acled_rules.disorder_type(event),
        "event_type": event.type,
        "sub_event_type": event.sub_type,
        **_actors(event, name),
        "iso": country.iso_number if country else "",
        "region": country.region if country else "",
        "country": name,
        **_place(spot),
        "source": _sources(group, lookup),
        "notes": _notes(group, deaths.note, lookup),
        "fatalities": deaths.number,
    }


def _time_precision(event: Event) -> str:
    if event.start_date and event.end_date and (event.end_date - event.start_date).days > 7:
        return "3"
    return _TIME_PRECISION[event.precision]


def _actors(event: Event, country: str) -> Row:
    """Both actors. Nobody is named as the doer who is only accused: such an event has an unidentified group."""
    first, second = list(event.actors), list(event.recipients)
    if event.type == "Battles":
        # Only armed actors fight a battle: civilians who came to harm in it are not its second actor.
        second = [a for a in second if acled_rules.inter(a) != "Civilians"]
        first, second = (first, second) if second or len(first) < 2 else (first[:1], first[1:])
    unidentified = f"Unidentified Armed Group ({country})" if country else "Unidentified Armed Group"
    violent = event.type in ("Battles", "Explosions/Remote violence", "Violence against civilians")
    inter1 = acled_rules.inter(first[0]) if first else ("Political militia" if violent else "")
    inter2 = acled_rules.inter(second[0]) if second else ""
    targeted = bool(second) and all(acled_rules.inter(a) == "Civilians" for a in second) and violent
    return {
        "actor1": acled_rules.actor_name(first[0], country) if first else (unidentified if violent else ""),
        "assoc_actor_1": _names(first[1:], country, first[:1]),
        "inter1": inter1,
        "actor2": acled_rules.actor_name(second[0], country) if second else "",
        "assoc_actor_2": _names(second[1:], country, second[:1]),
        "inter2": inter2,
        "interaction": "-".join(i for i in (inter1, inter2) if i),
        "civilian_targeting": "Civilian targeting" if targeted else "",
    }


def _names(actors: Sequence[Actor], country: str, named: Sequence[Actor]) -> str:
    """The other actors of a side, each once and none that stands as its first."""
    taken = {acled_rules.actor_name(a, country) for a in named}
    return "; ".join(dict.fromkeys(n for a in actors if (n := acled_rules.actor_name(a, country)) not in taken))


def _place(spot: Spot | None) -> Row:
    if spot is None:
        return {}
    return {
        "admin1": spot.admin1,
        "location": spot.name,
        "latitude": "" if spot.lat is None else f"{spot.lat:.4f}",
        "longitude": "" if spot.lon is None else f"{spot.lon:.4f}",
        "geo_precision": _GEO_PRECISION.get(spot.precision, ""),
    }


def _sources(group: Sequence[Event], lookup: Lookup) -> str:
    names: dict[str, None] = {}
    for claim in (lookup.claims[c] for e in group for c in e.claims if c in lookup.claims):
        names.update(dict.fromkeys(n for n in (lookup.root_of(claim), lookup.outlet(claim.report)) if n))
    return "; ".join(names)


def _notes(group: Sequence[Event], deaths: str, lookup: Lookup) -> str:
    note = wording.review_note(lookup.dossier)
    parts = [note[:1].upper() + note[1:] + "."]
    merged = [e.sub_type or e.type or "event" for e in group[1:]]
    if merged:
        parts.append("Also: " + ", ".join(dict.fromkeys(merged)) + ".")
    claims = {c for e in group for c in e.claims}
    lines = [r.text for r in lookup.dossier.responsibilities if (r.act in claims or r.act in {e.id for e in group})]
    accused = list(dict.fromkeys(a for e in group for a in e.accused))
    if lines:
        parts += list(dict.fromkeys(lines))
    elif accused:
        parts.append("Accused, not established: " + ", ".join(accused) + ".")
    if any(e.realis == "claimed" for e in group):
        parts.append("Claimed by one side; not confirmed here.")
    return " ".join([*parts, deaths])
