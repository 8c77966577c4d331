"""Rows of a table told as lines: "People killed: 344", "Houses damaged or destroyed: 239,682"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.reading import Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.model.attribution import Attribution
from rashomon.model.claim import Figure
from rashomon.model.place import Place

#: A label is so many words at most.
_LONGEST = 8
#: Words of a sentence that announces rows.
_ANNOUNCING = ("following", "follows", "below")
#: What stands before and behind a label with its number.
_MARKS = ("", ";", ",", ".", "(", ")", ":", "|", "/", "•", "*", "-", "–", "—")
_ROLES = ("object", "known_object", "state", "subject", "known_subject", "noun")


def label_row(view: SentenceView, slot: Slot) -> Reading | None:
    """The measure that the label before a colon names for the number behind it; the row must be all the sentence."""
    if not is_row(view, slot):
        return _short_label(view, slot)
    colon = slot.first - 1
    label = view.parse.tokens[:colon]
    if label[-1].lower == "-" or not any(t.pos in ("NOUN", "PROPN") for t in label):
        told = _of_people(view, colon - 1)
        return Reading(told, "label", colon - 1) if told else None
    classes = {c for t in label if t.pos in ("NOUN", "PROPN") for c in view.measures.class_of(t.lower)}
    for token in label:
        if _is_before_thing(view, token.i, colon):
            continue
        for cue in view.cues(token.i):
            if cue.role in _ROLES and (cue.counts in classes or cue.role == "noun"):
                return Reading(cue.measure, "label", token.i)
    return None


def _is_before_thing(view: SentenceView, i: int, colon: int) -> bool:
    """ "Missing data: 12", "Dead heat: 2": the state of what is no person."""
    following = view.parse.tokens[i + 1]
    things = following.pos == "NOUN" and not view.cues(i + 1)
    return i + 1 < colon and things and "people" not in view.measures.class_of(following.lower)


def _short_label(view: SentenceView, slot: Slot) -> Reading | None:
    """ "Dead 14; Injured 35; Missing 6": a state right before a number alone, and nothing else from mark to mark."""
    i = slot.first - 1
    bare = slot.counted.head is None and not slot.counted.partitive and view.lower(slot.last + 1) in _MARKS
    measure = _of_people(view, i) if bare and view.lower(i - 1) in _MARKS else None
    return Reading(measure, "label", i) if measure else None


def _of_people(view: SentenceView, i: int) -> str | None:
    """The measure of the state of people that a word names, or null."""
    cues = [c for c in view.cues(i) if c.counts == "people" and (c.role in ("state", "noun") or c.shape == "ed")]
    return cues[0].measure if cues else None


def is_row(view: SentenceView, slot: Slot) -> bool:
    """True for a number right behind the colon of a short label at the head of its line."""
    colon = slot.first - 1
    return view.lower(colon) == ":" and 0 < colon <= _LONGEST and not any(s.first < colon for s in view.slots)


def with_what_stands_above(figures: Sequence[Figure], rows: Sequence[bool], analysis: Analysis) -> list[Figure]:
    """The figures, those that are rows of a table at the place of the heading above them, and of the source that the
    sentence announcing the rows names ("Following is an outline, according to officials")."""
    if not any(rows):
        return list(figures)
    headings, sources = _place_headings(analysis), _announced_sources(analysis)
    found: list[Figure] = []
    for figure, row in zip(figures, rows, strict=True):
        place, source = figure.place, figure.attribution
        if row and (place is None or place.how not in ("clause", "sentence")):
            above = [p for p in headings if p.field == figure.field and p.start < figure.start]
            place = msgspec.structs.replace(above[-1], how="neighbour") if above else place
        if row and source is None:
            told = [a for a in sources if a.field == figure.field and a.start < figure.start]
            source = msgspec.structs.replace(told[-1], how="carried") if told else None
        found.append(msgspec.structs.replace(figure, place=place, attribution=source))
    return found


def _announced_sources(analysis: Analysis) -> list[Attribution]:
    """The sources of the sentences that announce what stands below them, in text order."""
    found: list[Attribution] = []
    for sentence in analysis.sentences:
        parse = sentence.parse
        if parse is not None and any(t.lower in _ANNOUNCING for t in parse.tokens):
            first = sentence.start + parse.tokens[0].start
            source = analysis.source_of(sentence.field, first, first + 1)
            found += [source] if source is not None else []
    return found


def _place_headings(analysis: Analysis) -> list[Place]:
    """The places that are headings by themselves ("MOZAMBIQUE"), in text order."""
    found: list[Place] = []
    for sentence in analysis.sentences:
        if sentence.block != "heading":
            continue
        bare = len(sentence.text.strip(" :.-*#"))
        inside = analysis.places_in(sentence.field, sentence.start, sentence.end)
        found += [p for p in inside if p.end - p.start >= bare][:1]
    return found
