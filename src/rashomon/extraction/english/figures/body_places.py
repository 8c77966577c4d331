"""The area whose own body counts: "the Kotri Ministry of Health", "Kotri's prosecutor" and "officials of Kotri" count
there."""

from __future__ import annotations

import re

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.place_standing import StandingWords
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.model.claim import Figure
from rashomon.model.place import Place

#: Behind an area comes its body, not "Kotri-based".
_OWNS = re.compile(r"(?:['’]s?)?\s")
#: The noun for a body stands so many words behind the area: "the Kotri civil defence directorate".
_REACH = 4
#: Whose officials, "of" it, count for it.
_AREAS = ("region", "admin1", "admin2")


def area_of_body(analysis: Analysis, figure: Figure, view: SentenceView) -> Place | None:
    """The area or town that owns the body to which a figure's clause gives it; none for a country or a people."""
    said, words = figure.attribution, view.words.of(StandingWords)
    if said is None or said.how != "clause" or said.field != view.sentence.field:
        return None
    start = view.sentence.start
    for place in analysis.places_in(said.field, said.start, said.end):
        if place.kind in _AREAS and _is_counted_for(view, place):
            return place
        if place.kind in ("country", "facility") or not _OWNS.match(view.sentence.text, place.end - start):
            continue
        last = view.parse.at(place.end - 1 - start)
        behind = view.parse.tokens[last.i + 1 : last.i + 1 + _REACH] if last is not None else ()
        if any(t.start + start < said.end and t.lemma.lower() in words.bodies for t in behind):
            return place
    return None


def _is_counted_for(view: SentenceView, place: Place) -> bool:
    """ "State officials of neighbouring Kotri": the people of a body, with "of" or "in" and the area's words behind."""
    first = view.parse.at(place.start - view.sentence.start)
    link = next((a for a in view.parse.ancestors(first) if a.dep == "prep"), None) if first is not None else None
    if link is None or link.lower not in ("of", "in"):
        return False
    return view.parse.head(link).lemma.lower() in view.words.of(StandingWords).counting
