"""The country that a report is about, and that of a whole war that it looks back on."""

from __future__ import annotations

import re
from collections import Counter

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.event_namings import MOST_NAMINGS
from rashomon.extraction.english.figures.happening_words import HappeningWords
from rashomon.language.syntax import Sentence
from rashomon.model.claim import Figure
from rashomon.model.place import Place

#: What puts a war into the country behind it.
_LIES = re.compile(r"(?i)\b(?:in|across) (?:the )?$")
#: A deed stands this near behind the adjective of who did it (code points, words).
_DEED, _DEED_WORDS = 40, 3
#: "In the" stands this near before a country (code points).
_BEFORE = 12


def of_war(analysis: Analysis, figure: Figure, sentence: Sentence, words: HappeningWords) -> Place | None:
    """The country of a whole war or of a clause of its own; other earlier events have no place but their clause's."""
    inside = analysis.places_in(figure.field, figure.start, figure.end)
    own = next((p for p in inside if p.kind == "country" and not p.adjectival), None)
    if own is not None:
        return msgspec.structs.replace(own, how="sentence")
    if not words.whole_war.search(sentence.text):
        return None
    return _country_near(analysis, sentence) or country_of(analysis, words)


def _country_near(analysis: Analysis, sentence: Sentence) -> Place | None:
    """The country named last up to a sentence's end: "In Ruritania two armies fight. The war has killed"."""
    before = analysis.sentence_before(sentence.field, sentence.start)
    low = before.start if before is not None else sentence.start
    named = [p for p in analysis.places_in(sentence.field, low, sentence.end) if p.kind == "country"]
    if any(p.adjectival and p.start >= sentence.start for p in named):
        return None  # "Ruritania's war": its own, not a country named before
    text = analysis.report.field_text(sentence.field)
    named = [p for p in named if not p.adjectival and _LIES.search(text[max(0, p.start - _BEFORE) : p.start])]
    return msgspec.structs.replace(named[-1], how="event") if named else None


def country_of(analysis: Analysis, words: HappeningWords) -> Place | None:
    """The country that a report names most, by its own name or by that of its people ("Kotrians", "the Kotri army")."""
    countries: Counter[str] = Counter()
    named = [p for p in analysis.places[:MOST_NAMINGS] if p.kind == "country"]
    for place in named:
        by_side = analysis.report.field_text(place.field)[place.end : place.end + 1] == "-"  # "the Kotri-led coalition"
        if not by_side and place.role != "to":
            abroad = place.adjectival and _does_abroad(analysis, place, words)
            countries[place.text.lower()] += 0 if abroad else 1 if place.adjectival else 2
    most = next((p for p in named if countries and p.text.lower() == countries.most_common(1)[0][0]), None)
    return msgspec.structs.replace(most, how="event") if most is not None else None


def _does_abroad(analysis: Analysis, place: Place, words: HappeningWords) -> bool:
    """Whether an adjective says who did a deed ("Ruritanian air strikes"), which is seldom done at home."""
    behind = analysis.report.field_text(place.field)[place.end : place.end + _DEED].split(",")[0].split()
    return not words.done_abroad.isdisjoint(w.strip(".;:").lower() for w in behind[:_DEED_WORDS])
