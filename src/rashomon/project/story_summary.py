"""A story's line for lists, made of its dossier: nothing stands in it that the dossier does not print."""

from __future__ import annotations

from rashomon.model.assessment import Assessment
from rashomon.model.dossier import Dossier
from rashomon.model.summary import MainFigure, Step, StorySummary
from rashomon.rendering import wording
from rashomon.rendering.components.chart_points import tracks
from rashomon.rendering.components.map_view import pins_of, split_far
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean
from rashomon.rendering.shareable import spot_of

#: A step line of a list is as wide as a thumb: more origins and steps cannot be told apart.
_MOST_LINES, _MOST_STEPS = 3, 40
#: Further titles of one story seldom hold words of their own.
_MOST_TITLES = 12
#: Countries and wider are no point on a map.
_WIDE = ("country", "region")
#: What is vaguer than this is no town (km); so many towns can be told apart on a small map.
_TOWN_KM, _MOST_TOWNS = 25.0, 12


def summary_of(dossier: Dossier) -> StorySummary:
    """The dossier's line."""
    lookup = Lookup(dossier)
    main = _main(dossier, lookup)
    place = _place(dossier)
    measures = dict.fromkeys(wording.measure_heading(a.question.measure) for a in dossier.assessments)
    return StorySummary(
        story=dossier.story,
        headline=clean(dossier.brief.headline.text),
        main=main,
        measures=tuple(measures),
        titles=tuple(dict.fromkeys(clean(r.title) for r in dossier.reports if r.title))[:_MOST_TITLES],
        roots=len(dossier.roots),
        doubts=len(dossier.disagreements),
        reports=sum(1 for r in dossier.reports if r.read),
        reviewed=dossier.reviewed is not None,
        **place,  # type: ignore[arg-type]
    )


def _main(dossier: Dossier, lookup: Lookup) -> MainFigure | None:
    """The first figure that the brief cites and that has a range; one without a range where none has."""
    brief = dossier.brief
    sentences = (brief.headline, *brief.key_points, *(s for p in brief.paragraphs for s in p))
    cited = dict.fromkeys(a.id for s in sentences for c in s.claims if (a := lookup.assessment_of.get(c)) is not None)
    known = {a.id: a for a in dossier.assessments}
    ranged = (known[i] for i in cited if (known[i].low, known[i].best, known[i].high) != (None, None, None))
    found = next(ranged, None)
    return None if found is None else _figure(found, lookup)


def _figure(assessment: Assessment, lookup: Lookup) -> MainFigure:
    has_range = assessment.low is not None or assessment.high is not None
    support = assessment.support.best or assessment.support.low or assessment.support.high
    steps = [
        Step(line=n, day=p.day, value=p.value, open=p.open_top)
        for n, track in enumerate(tracks(assessment, lookup)[:_MOST_LINES])
        for p in track.points[-_MOST_STEPS:]
    ]
    return MainFigure(
        label=lookup.counted(assessment),
        range_text=wording.bounds(assessment.low, assessment.high) if has_range else wording.number(assessment.best),
        low=assessment.low,
        best=assessment.best,
        high=assessment.high,
        support=support,
        steps=tuple(steps) if len({s.day for s in steps}) > 1 else (),
    )


def _place(dossier: Dossier) -> dict[str, object]:
    """Where it happened, as the map may show it; the place named most often where the record names no town."""
    told = dossier.main.place if dossier.main is not None else None
    if told is not None:
        spot = spot_of(told, dossier)
        drawn = spot.lat is not None and told.kind not in _WIDE
        return {
            "place": clean(spot.name),
            "country": spot.country_code,
            "lat": spot.lat if drawn else None,
            "lon": spot.lon if drawn else None,
            "radius_km": spot.radius_km if drawn else None,
            "towns": () if drawn else _towns(dossier, spot.country_code),
        }
    pins, _ = pins_of(dossier)
    if not pins:
        return dict.fromkeys(("place", "country", "lat", "lon", "radius_km"))
    first = pins[0]
    return {
        "place": clean(first.spot.name),
        "country": first.spot.country_code,
        "lat": first.lat,
        "lon": first.lon,
        "radius_km": first.spot.radius_km,
    }


def _towns(dossier: Dossier, country: str | None) -> tuple[tuple[float, float], ...]:
    """Towns of this country (of any, without one) that the record names, near the most named one."""
    pins = [p for p in pins_of(dossier)[0] if p.spot.radius_km is not None and p.spot.radius_km <= _TOWN_KM]
    inside = [p for p in pins if country in (None, p.spot.country_code)]
    return tuple(sorted((p.lat, p.lon) for p in split_far(inside)[0][:_MOST_TOWNS]))
