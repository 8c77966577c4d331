"""Where a report says that its event was: the places that its figures and its happenings name, each with its weight."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.datelines import is_dateline
from rashomon.extraction.english.figures.event_areas import WIDE, AreaWords, is_listed, lead_end
from rashomon.extraction.english.figures.happening_words import HappeningWords
from rashomon.extraction.english.figures.place_groups import as_list
from rashomon.extraction.english.figures.place_standing import was_told_there
from rashomon.extraction.english.figures.sheltering import sheltered
from rashomon.extraction.english.figures.told import Told
from rashomon.language.syntax import Sentence
from rashomon.model.claim import Figure
from rashomon.model.place import Place

#: What stands between a place and the one that says where it lies.
_LOCATES = re.compile(r"(?i)[,(]?\s(?:(?:just|\d+ ?\w+) )?(?:in|near|outside|\w+ of|on|at)\s(?:[\w-]+\s){0,4}|, ")
_PASSIVE = re.compile(r" (?:was|were|has been|had been)(?: also)? (\w+ed|hit|struck)\b")
_ALONE = " alone"
#: What runs between two towns is at neither: its words stand so near before the second (characters).
_BETWEEN = re.compile(r"(?i)\bbetween (?:[\w' -]+ and )?$")
_ROUTE = 60
#: At most this many namings are weighed, so that work stays linear in a hostile text.
MOST_NAMINGS = 200
#: So many words before a place show what it describes.
_DESCRIBED = 3
#: Words between a happening and its place (characters).
_REACH = 200
_FARTHER = 0.5
_NEAR = 10
#: A happening that is called by its place stands so many words behind it at most, in so many characters.
_COMPOUND = 3
#: So many links of grammar stand between a place and the subject that it says more of.
_CLIMB = 5
_TIES = ("pobj", "prep", "compound", "nmod", "poss")
_CALLED = 60
#: The first words of a sentence, which can turn to another happening.
_OPENING = 4
#: Where many figures name no place, what one says for itself counts this much against a happening's place.
_OWN_WEIGHT = 2.0
_COUNTRY_WEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class Naming:
    """A place that a figure or a happening of the report is said to be at, with its weight."""

    place: Place
    weight: float


def find_namings(
    analysis: Analysis,
    figures: Sequence[Figure],
    told: Sequence[Told],
    unlisted: Sequence[Place],
    words: HappeningWords,
    areas: AreaWords,
) -> list[Naming]:
    """Every place that a figure names for itself or that stands behind a happening, in text order."""
    found: list[Naming] = []
    lead = lead_end(analysis)
    parts = {
        (f.place.field, f.place.start)
        for f, one in zip(figures, told, strict=True)
        if f.place is not None and f.place.how == "clause" and (one.read.part or one.read.row is not None)
    }
    for figure, one in zip(figures, told, strict=True):
        place = figure.place
        if place is None or figure.realis == "background" or place.how != "clause" or not _is_named(analysis, place):
            continue
        if areas.is_vague(place) or sheltered(one.view, one.read.reading.anchor) or tells_part(analysis, place):
            continue  # where people took shelter is not where they had to leave
        if place.kind == "facility" and figure.field == "text" and place.start >= lead:
            continue
        if not one.read.part and one.read.row is None and place.role == "at":
            found.append(Naming(place, _OWN_WEIGHT * (_COUNTRY_WEIGHT if place.kind == "country" else 1.0)))
    earlier = {(f.field, t.sentence) for f, t in zip(figures, told, strict=True) if f.realis == "background"}
    for sentence in analysis.sentences:
        if (sentence.field, sentence.index) in earlier:
            continue
        listed = analysis.places_in(sentence.field, sentence.start, sentence.end)
        every = [*listed, *(p for p in unlisted if _is_inside(p, sentence))]
        every = [p for p in every if (p.field, p.start) not in parts]
        found += _places_of_happenings(analysis, sentence, sorted(every, key=lambda p: p.start), words, areas)
    found = [n for n in found if not _turns_away(analysis, n.place, words)]
    found += _of_dateline(analysis, figures, words)
    return sorted(found, key=lambda n: (n.place.field != "title", n.place.start))[:MOST_NAMINGS]


def _turns_away(analysis: Analysis, place: Place, words: HappeningWords) -> bool:
    """Whether a sentence opens with another happening than the report's: "in a separate attack", "elsewhere"."""
    sentence = analysis.sentence_at(place.field, place.start)
    opening = sentence.text.lower().replace(",", " ").split()[:_OPENING] if sentence is not None else []
    return not words.turning.isdisjoint(opening)


def _of_dateline(analysis: Analysis, figures: Sequence[Figure], words: HappeningWords) -> list[Naming]:
    """The town that a report was filed from, where a figure or a facility is there: reporters go where it happened."""
    filed = next((p for p in analysis.places[:MOST_NAMINGS] if is_dateline(analysis.report, p)), None)
    if filed is None or filed.kind in WIDE:
        return []
    there = [f.place for f in figures if f.place is not None and f.place.how == "clause" and f.realis != "background"]
    for inner, outer in pairwise(analysis.places[:MOST_NAMINGS]):
        sentence = analysis.sentence_at(inner.field, inner.start)
        if inner.kind == "facility" and sentence is not None and outer.start < sentence.end:
            there += [outer] if locates(sentence, inner, outer) else []
    found = [Naming(p, 1.0) for p in there if p.text.lower() == filed.text.lower() and p.role == "at"][:1]
    named = [p for p in analysis.places[:MOST_NAMINGS] if p.text.lower() == filed.text.lower()]
    again = any(_is_met_again(analysis, p, filed, words) for p in named)
    return found or [Naming(filed, 1.0)] * again


def _is_met_again(analysis: Analysis, place: Place, filed: Place, words: HappeningWords) -> bool:
    """Whether a place behind the dateline can be its town: not "155 miles south of X", nor "flown to X", nor a capital
    that stands for its government ("because X let the talks fail")."""
    behind = place.field == "text" and place.start > filed.end
    return (
        behind
        and not _BETWEEN.search(analysis.report.text, max(0, place.start - _ROUTE), place.start)
        and not _acts(analysis, place, words)
        and not _is_of_telling(analysis, place, words)
        and not place.adjectival
        and place.role == "at"
        and place.precision != "near"
    )


def _acts(analysis: Analysis, place: Place, words: HappeningWords) -> bool:
    """Whether a town does something: it stands for its government, unless it only undergoes what is told."""
    sentence = analysis.sentence_at(place.field, place.start)
    parse = sentence.parse if sentence is not None else None
    token = parse.at(place.end - 1 - sentence.start) if parse is not None and sentence is not None else None
    if token is None or parse is None or token.dep != "nsubj":
        return False
    verb = parse.head(token)
    return verb.pos == "VERB" and verb.lemma not in words.undergoing


def _is_of_telling(analysis: Analysis, place: Place, words: HappeningWords) -> bool:
    sentence = analysis.sentence_at(place.field, place.start)
    parse = sentence.parse if sentence is not None else None
    token = parse.at(place.end - 1 - sentence.start) if parse is not None and sentence is not None else None
    return parse is not None and token is not None and was_told_there(parse, token, words.tellings)


def tells_part(analysis: Analysis, place: Place) -> bool:
    """Whether a place has only some of all that is told: "in X alone 13 were killed"."""
    end = (place.phrase or place).end
    return analysis.report.field_text(place.field)[end : end + len(_ALONE)] == _ALONE


def _is_named(analysis: Analysis, place: Place) -> bool:
    """A name of its own, not "a bakery", "the airbase", "a Syrian town" or "Syria factory"."""
    if place.kind not in ("other", "facility"):
        return True
    inside = analysis.places_in(place.field, place.start, place.end)
    if any(not p.adjectival and p.kind not in ("other", "facility", "country") for p in inside):
        return True
    countries = [p for p in analysis.places[:MOST_NAMINGS] if p.kind == "country"]
    described = {w for p in (*inside, *countries) if p.adjectival or p in countries for w in p.text.lower().split()}
    if place.field == "title":  # where every word has a capital, those that the text has without one are no names
        described |= {w.lower() for w in place.text.split() if f" {w.lower()}" in analysis.report.text}
    words = [w for w in place.text.split() if w[:1].isupper() and w.lower() not in described]
    return any(w.lower() not in ("the", "a", "an", "base") for w in words)


def _is_inside(place: Place, sentence: Sentence) -> bool:
    return place.field == sentence.field and sentence.start <= place.start < sentence.end


def locates(sentence: Sentence, inner: Place, outer: Place) -> bool:
    """Whether a place only says where the one before it lies: "X, near Y", "X in Y", "X west of Y"."""
    gap = sentence.text[inner.end - sentence.start : outer.start - sentence.start]
    return inner.role == "at" and bool(_LOCATES.fullmatch(gap))


def _places_of_happenings(
    analysis: Analysis, sentence: Sentence, places: Sequence[Place], names: HappeningWords, areas: AreaWords
) -> list[Naming]:
    """The named places behind a happening: "the blast in Rashidin", "a quake struck near Mersin"."""
    found: list[Naming] = []
    named = [p for p in places if not p.adjectival]
    for inner, place in zip((None, *named), named, strict=False):
        if place.kind == "country" or place.role != "at" or not _is_named(analysis, place):
            continue
        if tells_part(analysis, place):
            continue
        if inner is not None and inner.kind == "country" and is_listed(analysis, inner, place):
            continue  # "in Nepal, India and Tibet"
        if inner is not None and locates(sentence, inner, place):
            if inner.kind not in ("water", "facility") or place.kind != "town":
                continue
            found = [
                n for n in found if n.place is not inner or inner.kind == "facility"
            ]  # a river is where its town is
        hit = place.kind != "facility" and _is_in_what_is_hit(sentence, place, names)
        if hit or _names_happening(sentence, place, names):
            found.append(Naming(place, 1.0))
            continue
        before = sentence.text[max(0, place.start - sentence.start - _REACH) : place.start - sentence.start]
        words = [w.strip("\"'“”.") for w in before.lower().replace(",", " , ").split()]
        near = {*words[-5:], *areas.outside_phrase(words)[-5:]}
        if names.countries & set(words[-_DESCRIBED:]):
            continue  # "the little country in southeastern X"
        place = as_list(sentence, place, places)
        if names.at & near and names.came_while.match(sentence.text[place.end - sentence.start :]):
            found.append(Naming(place, 1.0))
        elif names.attacks & near or _is_struck(sentence, place, names):
            found.append(Naming(place, 1.0 if place.precision != "near" else _FARTHER))
        elif names.at & near and any(w in names.happenings for w in words):
            close = _is_close(words, names) and place.precision != "near"
            found.append(Naming(place, 1.0 if close else _FARTHER))
    return found


def _names_happening(sentence: Sentence, place: Place, names: HappeningWords) -> bool:
    """ "the Kotri dam collapse", "Jaral blast": a happening that is called by its place, and no fire service."""
    words = re.findall(r"[\w-]+|[^\s\w]", sentence.text[place.end - sentence.start :][:_CALLED])
    at = next((n for n, word in enumerate(words[:_COMPOUND]) if names.is_one(word)), None)
    if at is None or not all(word.isalpha() for word in words[:at]):
        return False
    return len(words) <= at + 1 or words[at + 1].lower() not in names.services


def _is_in_what_is_hit(sentence: Sentence, place: Place, names: HappeningWords) -> bool:
    """ "A market in Kotri, a village in the north, was hit": the place of the subject of a passive attack."""
    parse = sentence.parse
    token = parse.at(place.end - 1 - sentence.start) if parse is not None else None
    for _ in range(_CLIMB):
        if token is None or parse is None or token.dep not in (*_TIES, "nsubjpass"):
            return False
        above = parse.head(token)
        if token.dep == "nsubjpass":
            return above.lower in names.attacks | names.at
        token = above
    return False


def _is_struck(sentence: Sentence, place: Place, names: HappeningWords) -> bool:
    """ "Kotri village was attacked": the place is what the happening came over."""
    passive = _PASSIVE.match(sentence.text, place.end - sentence.start)
    return passive is not None and passive[1].lower() in (names.attacks | names.at)


def _is_close(words: Sequence[str], names: HappeningWords) -> bool:
    """Whether a happening stands few words before a place, or in one clause with it."""
    if any(w in names.happenings for w in words[-_NEAR:]):
        return True
    clause = next((k for k in range(len(words) - 1, -1, -1) if words[k] in names.breaks), -1)
    return any(w in names.happenings for w in words[clause + 1 :])
