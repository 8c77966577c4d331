"""The place that a report begins with: its headline's or lead's, before its dateline's."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.datelines import is_dateline, is_filing, without_topic
from rashomon.extraction.english.figures.event_areas import WIDE, lead_end
from rashomon.extraction.english.figures.place_groups import as_list
from rashomon.model.place import Place

#: A field of a report and where in it a name starts.
Passage = tuple[str, int]


def first_place(analysis: Analysis, of_parts: frozenset[Passage]) -> Place | None:
    """The place that a report begins with; of a country the part that the lead says lies in it."""
    end = lead_end(analysis)
    every = [p for p in analysis.places if not p.adjectival and p.kind != "facility"]
    every = [p for p in every if (p.field == "title" or p.end <= end) and (p.field, p.start) not in of_parts]
    named, told = [p for p in every if p.role == "at"], [p for p in every if not is_filing(analysis.report, p)]
    # Where rescuers are sent says more than where the report was filed, and the land of a dateline than its town.
    named = [p for p in named if p in told] or [p for p in told if p.role == "to"] or named
    named = [p for p in named if not is_dateline(analysis.report, p)] or named
    named = without_topic(analysis.report, named)
    if named and all(is_dateline(analysis.report, p) for p in named):
        return _sole_site(analysis) or named[0]
    if not named or named[0].kind not in WIDE:
        return _listed(analysis, named[0], named) if named else None
    country = named[0].text.lower()
    for inner, outer in pairwise(named):
        if inner.field == outer.field and inner.kind not in WIDE and outer.text.lower().endswith(country):
            text = analysis.report.text if inner.field == "text" else analysis.report.title or ""
            if text[inner.end : outer.start].strip() in ("of", "in", ",", "in the", "of the"):
                return inner
    if len(named) > 1 and named[1].field == named[0].field and named[1].kind not in WIDE:
        text = analysis.report.text if named[0].field == "text" else analysis.report.title or ""
        if text[named[0].end : named[1].start].strip() in ("'s", "’s", "'", "’"):
            return named[1]  # "Ruritania's Kotri"
    inside = {p.name: p for p in reversed(named) if _is_within(p, named[0])}
    if named[0].kind == "country" and len(inside) == 1:
        return next(iter(inside.values()))
    return _listed(analysis, named[0], named)


def _sole_site(analysis: Analysis) -> Place | None:
    """The one settlement or area that the text behind a dateline's names, where there is no other."""
    sites = [p for p in analysis.places if p.field == "text" and not p.adjectival and p.role == "at"]
    sites = [p for p in sites if p.kind not in WIDE and p.kind != "facility" and not is_filing(analysis.report, p)]
    return sites[0] if len({p.name for p in sites}) == 1 else None


def _is_within(place: Place, country: Place) -> bool:
    """Whether the lead of the text tells where in the country of the headline it was."""
    return place.field == "text" and place.kind != "country" and country.field == "title"


def _listed(analysis: Analysis, place: Place, named: Sequence[Place]) -> Place:
    sentence = analysis.sentence_at(place.field, place.start)
    return as_list(sentence, place, named) if sentence is not None else place
