"""Places that a sentence points back to: "in the same province", "across the country", the country of a whole war."""

from __future__ import annotations

import re
from collections import Counter

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.event_namings import MOST_NAMINGS
from rashomon.extraction.english.figures.happening_words import HappeningWords
from rashomon.language.syntax import Sentence
from rashomon.model.claim import Figure
from rashomon.model.passage import Mention
from rashomon.model.place import Place

_POINTED = re.compile(
    r"(?i)\b(?:in|of|at|across|around|throughout) (?:the (?:\w+ of the |same )?|that |this )"
    r"(city|town|village|province|department|governorate|district|county|country|nation)\b(?! of\b| \w+ed\b)"
)
_POINTED_KINDS = {
    "city": ("town",), "town": ("town",), "village": ("town", "other"), "country": ("country",), "nation": ("country",),
}  # fmt: skip
#: How far back a pointing phrase reaches (code points).
_POINTED_REACH = 1200


def pointed_at(analysis: Analysis, figure: Figure, sentence: Sentence) -> Place | None:
    """The place named last that "in the city", "in the same department" can mean; one of that noun before others."""
    pointing = _POINTED.search(sentence.text)
    if pointing is None or figure.field != "text":
        return None
    noun = pointing[1].lower()
    kinds = _POINTED_KINDS.get(noun, ("admin1", "admin2", "region"))
    at = sentence.start + pointing.start()
    before = analysis.places_in("text", max(0, at - _POINTED_REACH), at) or analysis.places_in(
        "title", 0, _POINTED_REACH
    )
    fits = [p for p in before if p.kind in kinds and (not p.adjectival or "country" in kinds)]
    if not fits:
        return None
    named = [p for p in fits if p.text.lower().endswith(noun)]
    start, end = at + pointing[0].index(" ") + 1, at + len(pointing[0])
    words = Mention(field="text", start=start, end=end, text=analysis.report.text[start:end])
    return msgspec.structs.replace((named or fits)[-1], how="neighbour", phrase=words)


def of_war(analysis: Analysis, figure: Figure, sentence: Sentence, words: HappeningWords) -> Place | None:
    """The country of a whole war or of a clause of its own; other earlier events have no place but their clause's."""
    inside = analysis.places_in(figure.field, figure.start, figure.end)
    own = next((p for p in inside if p.kind == "country" and not p.adjectival), None)
    if own is not None:
        return msgspec.structs.replace(own, how="sentence")
    if not words.whole_war.search(sentence.text):
        return None
    return country_of(analysis)


def country_of(analysis: Analysis) -> Place | None:
    """The country that a report names most, by its own name or by that of its people ("Kotrians", "the Kotri army")."""
    countries: Counter[str] = Counter()
    for place in analysis.places[:MOST_NAMINGS]:
        by_side = analysis.report.field_text(place.field)[place.end : place.end + 1] == "-"  # "the Kotri-led coalition"
        if place.kind == "country" and not by_side:
            countries[place.text.lower()] += 1 if place.adjectival else 2
    named = next((p for p in analysis.places if countries and p.text.lower() == countries.most_common(1)[0][0]), None)
    return msgspec.structs.replace(named, how="event") if named else None
