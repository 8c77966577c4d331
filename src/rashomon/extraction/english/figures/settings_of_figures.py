"""Where and when a figure is: the mention that its clause names, else its sentence, else its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.place_groups import beside, first_of_list, innermost, with_all
from rashomon.extraction.english.figures.place_phrases import unnamed_places, with_phrase
from rashomon.extraction.english.figures.place_standing import SPEECH, locative_before, tells_speaker
from rashomon.extraction.english.figures.readings import Read
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.knowledge.place_words import PlaceWords
from rashomon.model.moment import When
from rashomon.model.place import Place

_BREAKS = frozenset(
    (";", "that", "when", "while", "after", "before", "as", "but", "where", "which", "who", "because", "although", ":")
)
_MOVES = ("displaced", "evacuated", "returned", "homeless", "abducted", "troops", "rescuers")
_PASSIVE = frozenset(("was", "were", "been", "have", "has", "had", "be", "are", "is", "also"))
_AT = frozenset(("in", "at", "near", "outside", "from", "inside"))
_COARSENESS = {"country": 3.0, "region": 2.0, "water": 2.0, "admin1": 1.0, "admin2": 0.5}
#: A mention that scores worse than this stands in another clause of the sentence.
_CLAUSE_LIMIT = 9.0
_COUNTRY_LIMIT = 6.5
_TREATS = frozenset(("receive", "admit", "treat"))
#: At most this counts against a place at the head of a sentence.
_FRONTED = 4.0
#: What counts against a place that only says where a speaker is.
_SPEAKERS_PLACE = 8.0
#: What counts against a place that a part before it has for itself: "14 died, 13 of them at X".
_PARTS_PLACE = 99.0
#: More mentions than this in one sentence are no prose.
_MOST_MENTIONS = 40


@dataclass(frozen=True, slots=True)
class Setting:
    """What a sentence says of where and when: its named places with their phrases, all places, its times."""

    named: tuple[Place, ...]
    places: tuple[Place, ...]
    times: tuple[When, ...]


def setting_of(analysis: Analysis, view: SentenceView, words: PlaceWords) -> Setting:
    """The places and times of a sentence that a figure can be at; found once for all its figures."""
    sentence = view.sentence
    every = analysis.places_in(sentence.field, sentence.start, sentence.end)
    mentions = [p for p in every if _is_setting(analysis, view, p) and not _is_people(p, words)][:_MOST_MENTIONS]
    named = [with_phrase(view, p, mentions, words) for p in mentions]
    places = named + unnamed_places(view, named, words, every)
    times = analysis.times_in(sentence.field, sentence.start, sentence.end)
    return Setting(tuple(named), tuple(places[:_MOST_MENTIONS]), tuple(times[:_MOST_MENTIONS]))


def place_of(
    view: SentenceView, read: Read, reads: Sequence[Read], setting: Setting
) -> tuple[Place | None, tuple[Place, ...]]:
    """The place that a figure's sentence names for it, with `how`, and the others that stand beside it."""
    if not setting.places:
        return None, ()
    scored = sorted(
        (_distance(view, read, reads, p) + _COARSENESS.get(p.kind, 0.0), i) for i, p in enumerate(setting.places)
    )
    score, index = scored[0]
    if score >= _PARTS_PLACE - 8:
        return None, ()
    best = setting.places[index]
    how: Literal["clause", "sentence"] = "sentence"
    if score < (_COUNTRY_LIMIT if best.kind == "country" else _CLAUSE_LIMIT):
        how = "clause"
    best = innermost(view, best, setting.places)
    if best in setting.named:
        best = first_of_list(view, best, setting.named, _since(view, read, reads, best))
    others = beside(view, best, setting.named)
    return msgspec.structs.replace(best, how=how, phrase=with_all(view, best, others)), others


def _since(view: SentenceView, read: Read, reads: Sequence[Read], place: Place) -> int:
    """The offset behind the last figure before a place; that figure's places begin there."""
    at = place.start - view.sentence.start
    ends = [view.parse.tokens[r.slot.last].end for r in (read, *reads[:_MOST_MENTIONS])]
    return view.sentence.start + max((end for end in ends if end <= at), default=0)


def _is_people(place: Place, words: PlaceWords) -> bool:
    """ "Syrians", or "Syrias" before what is Syria's."""
    name = place.text.lower()
    return name not in words.countries and (name in words.demonyms or name.removesuffix("s") in words.countries)


def _is_setting(analysis: Analysis, view: SentenceView, place: Place) -> bool:
    """False for a place that only describes something, or stands inside a source's name."""
    token = view.parse.at(place.start - view.sentence.start)
    if token is None or place.adjectival:
        return False
    if locative_before(view, token.i):
        return True
    for source in analysis.sources:
        a = source.attribution
        if a.field == place.field and a.start <= place.start and place.end <= a.end:
            return False
    return True


def _distance(view: SentenceView, read: Read, reads: Sequence[Read], mention: Place | When) -> float:
    """How far a mention stands from a figure: tokens, breaks and other figures between, less a tie of grammar."""
    token = view.parse.at(mention.start - view.sentence.start)
    if token is None:
        return 99.0
    first, last = read.slot.first, read.slot.counted.next - 1
    after = token.i > first
    low, high = (last + 1, token.i) if after else (token.i + 1, first)
    distance = 0.15 * max(0, high - low) + (0.0 if after else 2.0)
    for k in range(low, high):
        word = view.lower(k)
        distance += (
            4.0
            if word in _BREAKS
            else 3.0
            if word in SPEECH and not _is_participle(view, k)
            else 0.5
            if word == ","
            else 0.0
        )
    between = [r for r in reads[:_MOST_MENTIONS] if r is not read and low <= r.slot.core < high]
    distance += sum(5.0 if r.part or r.row is not None else 1.0 for r in between)
    if after and any(r.part and _directly_after(view, r.slot.counted.next - 1, token.i) for r in between):
        distance += _PARTS_PLACE
    passing = isinstance(mention, Place) and mention.role != "at" and read.reading.measure not in _MOVES
    if after and not between and not passing and _directly_after(view, last, token.i):
        distance -= 4.0
    own = view.lower(last + 1) in _AT
    if not after and high - low <= 1 and not between and read.row is not None and not own:
        distance -= 3.0
    if passing:
        distance += 4.0
    if not after and token.i <= 6 and locative_before(view, token.i):
        distance -= 1.5
        if _is_fronted(view, mention):
            return min(distance, _FRONTED)
    if not locative_before(view, token.i) and after:
        distance += 2.0
    if isinstance(mention, Place) and _is_speakers(view, mention):
        distance += _SPEAKERS_PLACE
    return distance - (3.0 if _governed_by(view, token.i, read) else 0.0)


def _is_speakers(view: SentenceView, place: Place) -> bool:
    first = view.parse.at(place.start - view.sentence.start)
    last = view.parse.at((place.phrase or place).end - 1 - view.sentence.start)
    if place.facility_kind == "hospital" and any(t.lemma in _TREATS for t in view.parse.tokens):
        return False  # what a hospital says that it received is there
    return first is not None and last is not None and tells_speaker(view, first.i, last.i)


def _is_fronted(view: SentenceView, mention: Place | When) -> bool:
    """ "In X, officials said that ...": a place before a comma at the head of a sentence holds for all of it."""
    end = (mention.phrase or mention).end if isinstance(mention, Place) else mention.end
    last = view.parse.at(end - 1 - view.sentence.start)
    return isinstance(mention, Place) and last is not None and view.lower(last.i + 1) == ","


def _directly_after(view: SentenceView, last: int, i: int) -> bool:
    """ "four in Dhaka", "30 bodies in one hospital", "three were reported in Kyiv": a preposition and the place's words
    between, and no verb but the one that tells of the figure passively."""
    start = last + 1
    while view.lower(start) in _PASSIVE or _is_participle(view, start):
        start += 1
    if view.lower(start) not in _AT:
        return False
    return all(
        view.parse.tokens[k].pos not in ("VERB", "AUX", "PUNCT", "SCONJ")
        or view.lower(k) == "-"
        or view.parse.tokens[k].tag == "VBG"  # "in neighboring X"
        for k in range(start + 1, i)
    )


def _is_participle(view: SentenceView, i: int) -> bool:
    """ "reported" in "three were reported", no speech of anybody."""
    return 0 < i < len(view.parse.tokens) and view.parse.tokens[i].tag == "VBN" and view.lower(i - 1) in _PASSIVE


def _governed_by(view: SentenceView, i: int, read: Read) -> bool:
    token = view.parse.tokens[i]
    for steps, above in enumerate(view.parse.ancestors(token), 1):
        if above.i == read.reading.anchor or (read.slot.counted.head and above.i == read.slot.counted.head.i):
            return True
        if steps > 4 or above.dep in ("relcl", "advcl", "ccomp", "ROOT"):
            return False
    return False


def time_of(view: SentenceView, read: Read, reads: Sequence[Read], setting: Setting) -> When | None:
    """The time expression that a figure's clause names, else the only one of its sentence."""
    if not setting.times:
        return None
    scored = sorted((_distance(view, read, reads, t), i) for i, t in enumerate(setting.times))
    nearest = setting.times[scored[0][1]]
    return nearest if scored[0][0] < _CLAUSE_LIMIT or len(setting.times) == 1 else None


def stood_on(view: SentenceView, read: Read, time: When) -> bool:
    """Whether a time tells when a toll stood at its number, not when people came to harm: "rose to six on Friday".

    The time must hang on the verb of the toll; "the toll of Thursday's fire rose to six" dates the fire.
    """
    if not read.reading.rule.startswith("toll"):
        return False
    token = view.parse.at(time.start - view.sentence.start)
    anchor = view.parse.tokens[read.reading.anchor]
    # "by Friday", "as of Friday" say themselves that they date a state.
    if token is None or token.pos in ("ADP", "SCONJ") or any(a.i == anchor.i for a in view.parse.ancestors(token)):
        return False
    first, last = sorted((anchor.i, read.slot.core))
    moved = any(view.parse.tokens[k].pos == "VERB" for k in range(first + 1, last)) or anchor.dep in ("dobj", "obj")
    return moved and not first < token.i < last and not _another_clause(view, last, token.i)


def _another_clause(view: SentenceView, last: int, i: int) -> bool:
    """Whether a clause of its own begins between a number and a time after it."""
    return any(view.lower(k) in _BREAKS for k in range(last + 1, i))
