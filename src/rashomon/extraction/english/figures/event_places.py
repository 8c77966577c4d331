"""Where figures are whose own words name no place: their neighbours' place, or that of the report's event."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.event_namings import (
    LEAD,
    MOST_NAMINGS,
    Naming,
    find_namings,
    is_finer,
    is_vague,
)
from rashomon.extraction.english.figures.parts import Told
from rashomon.extraction.english.figures.place_standing import tells_speaker
from rashomon.model.claim import Figure
from rashomon.model.passage import Mention
from rashomon.model.place import Place

#: A place is carried this many sentences on.
_NEIGHBOUR = 1
_HAPPENING = (
    r"(?:attack|blast|bomb|bombing|explosion|shooting|raid|strike|earthquake|quake|crash|fire|massacre|assault|ambush)"
)
_POINTING_BACK = re.compile(rf"(?i)\b(?:the|this) (?:\w+ )?{_HAPPENING}\b")
#: A happening that is one of its kind, met for the first time or again.
_ONE_HAPPENING = re.compile(rf"(?i)\b(?:the|this|an?) (?:[\w-]+ ){{0,3}}{_HAPPENING}\b")
#: A subject that covers a whole country.
_WHOLE_WAR = re.compile(
    r"(?i)\b(?:war|conflict|fighting|unrest|uprising|insurgency|violence|revolt|crackdown|crisis|famine)\b"
)
#: A report that opens so counts over a whole theatre, whatever town it names too.
_THEATRE = re.compile(
    r"(?i)\b(?:war|conflict|fighting|offensive|battles?|unrest|uprising|insurgency|protests?|advance)\b"
)
_OPENING = 3
_POINTED = re.compile(
    r"(?i)\b(?:in|of|at|across|around|throughout) (?:the (?:\w+ of the |same )?|that |this )"
    r"(city|town|village|province|department|governorate|district|county|country|nation)\b(?! of\b| \w+ed\b)"
)
_POINTED_KINDS = {
    "city": ("town",), "town": ("town",), "village": ("town", "other"), "country": ("country",), "nation": ("country",),
}  # fmt: skip
#: How far back a pointing phrase reaches (code points).
_POINTED_REACH = 1200
#: So many places that figures name for themselves make a report of several sites.
_SEVERAL = 2
#: Kinds too wide for where a happening was, if the report names a finer place.
_WIDE = ("country", "region")
#: Kinds that hold other places.
_AREAS = (*_WIDE, "admin1", "admin2")


def with_places(
    analysis: Analysis, figures: Sequence[Figure], told: Sequence[Told], unlisted: Sequence[Place]
) -> list[Figure]:
    """Figures whose sentence names no place of their own take that of the sentence before, else the event's."""
    namings = find_namings(analysis, figures, told, unlisted)
    first = _first_place(analysis)
    theatre = any(_THEATRE.search(s.text) for s in analysis.sentences[:_OPENING])
    told_at = [f.place for f in figures if f.place is not None and f.place.how == "clause" and f.place.role == "at"]
    placed: list[Figure] = []
    last: tuple[int, Place] | None = None
    for figure, one in zip(figures, told, strict=True):
        event = _event_of(figure, one, namings, None if theatre else told_at) or first
        place = figure.place
        if event is not None and place is not None and is_vague(place):
            words = place.phrase or Mention(field=place.field, start=place.start, end=place.end, text=place.text)
            event, place = msgspec.structs.replace(event, phrase=words), None
        elif event is not None and (_is_far(place) or _is_speakers(one, place)):
            place = None
        if place is None or place.how == "sentence":
            place = _pointed_at(analysis, figure, one) or place
        if place is None and figure.realis != "background":
            place = _named_site(analysis, one, told_at)
        if place is None:
            place = _carried(analysis, figure, one, last, event)
        elif figure.realis != "background" and place.kind != "other" and not one.read.part and one.read.row is None:
            last = (one.sentence, place)
        elif last is not None and last[0] == one.sentence and one.read.row is not None and place.name != last[1].name:
            last = None  # the sentence tells of several places, none of which goes on
        placed.append(msgspec.structs.replace(figure, place=place))
    return placed


def _named_site(analysis: Analysis, one: Told, told_at: Sequence[Place]) -> Place | None:
    """The one of a report's several sites whose name the sentence says otherwise: "the governor of X", "X hospital"."""
    sites = {_first_word(p): p for p in reversed(told_at) if p.kind not in _WIDE and p.field == "text"}
    if len(sites) < _SEVERAL:
        return None
    sentence = one.view.sentence
    every = analysis.places_in(sentence.field, sentence.start, sentence.end)
    named = {_first_word(p) for p in every if p.kind not in _WIDE} & sites.keys()
    return msgspec.structs.replace(sites[named.pop()], how="sentence") if len(named) == 1 else None


def _first_word(place: Place) -> str:
    """The first word with a capital, so that "the Kotri region" and "Kotri" are one."""
    return next((w.lower() for w in place.name.split() if w[:1].isupper()), place.name)


def _carried(
    analysis: Analysis, figure: Figure, one: Told, last: tuple[int, Place] | None, event: Place | None
) -> Place | None:
    if figure.realis == "background":
        return _of_war(analysis, figure, one)
    goes_on = last is not None and (last[1].kind != "facility" or one.sentence == last[0] or _goes_on(one))
    if last is not None and goes_on and one.sentence - last[0] <= _NEIGHBOUR:
        return msgspec.structs.replace(last[1], how="neighbour")
    return msgspec.structs.replace(event, how="event") if event else None


def _pointed_at(analysis: Analysis, figure: Figure, one: Told) -> Place | None:
    """The place named last that "in the city", "in the same department" can mean."""
    pointing = _POINTED.search(one.view.sentence.text)
    if pointing is None or figure.field != "text":
        return None
    kinds = _POINTED_KINDS.get(pointing[1].lower(), ("admin1", "admin2", "region"))
    at = one.view.sentence.start + pointing.start()
    before = analysis.places_in("text", max(0, at - _POINTED_REACH), at) or analysis.places_in(
        "title", 0, _POINTED_REACH
    )
    fits = [p for p in before if p.kind in kinds and (not p.adjectival or "country" in kinds)]
    if not fits:
        return None
    start = at + pointing[0].index(" ") + 1
    words = Mention(
        field="text", start=start, end=at + len(pointing[0]), text=analysis.report.text[start : at + len(pointing[0])]
    )
    return msgspec.structs.replace(fits[-1], how="neighbour", phrase=words)


def _goes_on(one: Told) -> bool:
    """Whether a sentence speaks of the happening before: "the blast", "another 20", "12 of them"."""
    read = one.read
    return read.part or read.slot.counted.more or bool(_POINTING_BACK.search(one.view.sentence.text))


def _of_war(analysis: Analysis, figure: Figure, one: Told) -> Place | None:
    """The country of a whole war or of a clause of its own; other earlier events have no place but their clause's."""
    inside = analysis.places_in(figure.field, figure.start, figure.end)
    own = next((p for p in inside if p.kind == "country" and not p.adjectival), None)
    if own is not None:
        return msgspec.structs.replace(own, how="sentence")
    if not _WHOLE_WAR.search(one.view.sentence.text):
        return None
    countries: Counter[str] = Counter()
    for place in analysis.places[:MOST_NAMINGS]:
        by_side = analysis.report.field_text(place.field)[place.end : place.end + 1] == "-"  # "the Kotri-led coalition"
        if place.kind == "country" and not by_side:
            countries[place.text.lower()] += 1 if place.adjectival else 2
    named = next((p for p in analysis.places if countries and p.text.lower() == countries.most_common(1)[0][0]), None)
    return msgspec.structs.replace(named, how="event") if named else None


def _event_of(figure: Figure, one: Told, namings: Sequence[Naming], told_at: Sequence[Place] | None) -> Place | None:
    """The place of the happening that a figure goes with: the latest for "the blast", else the most named yet."""
    so_far = [
        n for n in namings if (n.place.field != "title") <= (figure.field != "title") and n.place.start < figure.end
    ]
    if _POINTING_BACK.search(one.view.sentence.text):
        near = [n.place for n in so_far if n.place.kind != "country" and n.weight >= 1]
        if near:
            return near[-1]
    best = _most_named(so_far)
    if (best is None or best.kind in _WIDE) and _ONE_HAPPENING.search(one.view.sentence.text):
        best = _most_named([n for n in namings if n.place.kind not in _WIDE]) or best
    return best if told_at is None else _finer(best, namings, told_at)


def _finer(best: Place | None, namings: Sequence[Naming], told_at: Sequence[Place]) -> Place | None:
    """The one place that the report puts its happening into, inside the wider one given; else that one.

    `told_at` are the places that figures name for themselves: a toll of several of them is the wider place's.
    """
    if best is None or best.kind not in _AREAS:
        return best
    inner = {n.place.name: n.place for n in reversed(namings) if n.place.kind != "facility" and is_finer(n.place, best)}
    others = {p.name for p in told_at if is_finer(p, best)} - inner.keys()
    return next(iter(inner.values())) if len(inner) == 1 and not others else best


def _most_named(namings: Sequence[Naming]) -> Place | None:
    votes: dict[str, float] = {}
    first: dict[str, Place] = {}
    for naming in namings:
        votes[naming.place.name] = votes.get(naming.place.name, 0.0) + naming.weight
        first.setdefault(naming.place.name, naming.place)
    best = max(votes, key=lambda name: (votes[name], -first[name].start), default=None)
    return first[best] if best else None


def _is_speakers(one: Told, place: Place | None) -> bool:
    """ "police in X said": where the event is says more."""
    if place is None or place.how != "sentence":
        return False
    start = one.view.sentence.start
    first, last = one.view.parse.at(place.start - start), one.view.parse.at((place.phrase or place).end - 1 - start)
    return first is not None and last is not None and tells_speaker(one.view, first.i, last.i)


def _is_far(place: Place | None) -> bool:
    """A country in another clause says less than where the event is."""
    return place is not None and place.kind == "country" and place.how == "sentence"


def _first_place(analysis: Analysis) -> Place | None:
    """The place that a report begins with; of a country the part that the lead says lies in it."""
    lead = [s for s in analysis.sentences if s.field == "text"][:LEAD]
    end = lead[-1].end if lead else 0
    named = [p for p in analysis.places if not p.adjectival and p.role == "at" and p.kind != "facility"]
    named = [p for p in named if p.field == "title" or p.end <= end]
    if not named or named[0].kind not in _WIDE:
        return named[0] if named else None
    country = named[0].text.lower()
    for inner, outer in pairwise(named):
        if inner.field == outer.field and inner.kind not in _WIDE and outer.text.lower().endswith(country):
            text = analysis.report.text if inner.field == "text" else analysis.report.title or ""
            if text[inner.end : outer.start].strip() in ("of", "in", ",", "in the", "of the"):
                return inner
    return named[0]
