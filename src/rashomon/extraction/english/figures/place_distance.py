"""How far a place or a time stands from a figure of its sentence: words and clauses between, ties of grammar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.inheritance import is_whole_in_front
from rashomon.extraction.english.figures.place_records import is_recording, is_speakers
from rashomon.extraction.english.figures.place_standing import StandingWords, locative_before
from rashomon.extraction.english.figures.place_ties import (
    bracketed,
    home_of_people,
    of_outcome,
    of_some,
    said_at,
    stays_at,
    tells_who,
    where_clause,
)
from rashomon.extraction.english.figures.reading import Read
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Token
from rashomon.model.moment import When
from rashomon.model.place import Place

#: At most this counts against a place at the head of a sentence.
_FRONTED = 4.0
#: What counts against a place that only says where a speaker is.
_SPEAKERS_PLACE = 8.0
#: What counts against a place behind a figure that does something: "as Kotria rushed in workers".
_BEHIND_VERB = 5.0
#: What counts against a place that is another figure's ("14 died, 13 of them at X"), or only where the hurt were taken.
NOT_ITS_PLACE = 99.0
#: "Two Kotrians and one each from X, Y and Z": so many words stand before "each".
_EACH = 5
#: Who speaks in a land or province speaks of it: "in Mozambique, the minister said".
_LANDS = ("country", "region", "admin1")
#: More mentions than this in one sentence are no prose.
MOST_MENTIONS = 40


@dataclass(frozen=True, slots=True)
class DistanceWords(WordClasses):
    """What the words between a figure and a place say of whether it was there."""

    source: ClassVar[str] = "en/words/places.toml#settings"
    breaks: frozenset[str]
    moves: frozenset[str]
    harm: frozenset[str]
    passive: frozenset[str]
    at: frozenset[str]
    on: frozenset[str]
    dividers: frozenset[str]
    arriving: frozenset[str]
    bringing: frozenset[str]
    sent: frozenset[str]


def distance(view: SentenceView, read: Read, reads: Sequence[Read], mention: Place | When) -> float:
    """How far a mention stands from a figure: tokens, breaks and other figures between, less a tie of grammar."""
    token = view.parse.at(mention.start - view.sentence.start)
    if token is None:
        return 99.0
    words = view.words.of(DistanceWords)
    first, last = read.slot.first, read.slot.counted.next - 1
    after = token.i > first
    end = view.parse.at(mention.end - 1 - view.sentence.start) or token
    low, high = (last + 1, token.i) if after else (end.i + 1, first)
    if isinstance(mention, Place) and where_clause(view, read.slot, mention):
        return 0.0
    if isinstance(mention, Place) and mention.role == "at" and stays_at(view, read.slot, token.i):
        return 0.0
    # "45 dead in X (37 in Y, 5 in Z), 493 injured": what stands in brackets parts nothing.
    aside = bracketed(view, low, high)
    reads = [r for r in reads if r.slot.core not in aside]
    between = [r for r in reads[:MOST_MENTIONS] if r is not read and low <= r.slot.core < high]
    far = 0.15 * max(0, high - low - len(aside)) + (0.0 if after else 2.0)
    far += sum(_break(view, k, words) for k in range(low, high) if k not in aside)
    far += sum(5.0 if r.part or r.row is not None else 1.0 for r in between)
    if isinstance(mention, Place):
        between_or_behind = [r for r in reads[:MOST_MENTIONS] if r is not read]
        if not after and brings_toll(view, read, token.i):
            far += NOT_ITS_PLACE
        if (mention.kind not in _LANDS or _only_locates(view, token)) and said_at(view, read.slot, token.i):
            far += NOT_ITS_PLACE
        far += _of_another(view, read, reads, token.i) + _passing(view, read, mention, last, token.i)
        if (
            after
            and any(r.slot.first == end.i + 1 + (view.lower(end.i + 1) == "alone") for r in between_or_behind)
            and not directly_after(view, last, token.i)
        ):
            far += NOT_ITS_PLACE  # "in X the dead are 63 and the hurt 16, in Y 44"
        if is_recording(view, read, token.i):
            return min(far, 0.0)
        if of_some(view, read.slot, token.i):
            return NOT_ITS_PLACE
        if of_outcome(view, read.slot, token.i):
            return min(far, 0.0)
    passing = isinstance(mention, Place) and mention.role != "at" and read.reading.measure not in words.moves
    if after and not between and not passing and directly_after(view, last, token.i):
        far -= 4.0
    own = view.lower(last + 1) in (words.at if isinstance(mention, Place) else words.on)
    bracket = 3 if view.lower(low) == "(" and view.lower(high - 1) == ")" and high - low == 3 else 0
    if not after and high - low - bracket <= 1 and not between and read.row is not None and not own:
        far -= 3.0 + 0.15 * bracket  # "Sindh 678, Gilgit-Baltistan (GB) 22"
    if not after and token.i <= 6 and locative_before(view, token.i):
        far -= 1.5
        if far < NOT_ITS_PLACE and isinstance(mention, Place) and is_fronted(view, mention):
            return min(far, _FRONTED)
    if not locative_before(view, token.i) and after:
        far += _BEHIND_VERB if token.dep == "nsubj" else 2.0
    if isinstance(mention, Place) and is_speakers(view, mention) and not _is_counted_at(view, reads, token.i):
        far += _SPEAKERS_PLACE
    return far - (3.0 if _governed_by(view, token.i, read) else 0.0)


def _is_counted_at(view: SentenceView, reads: Sequence[Read], i: int) -> bool:
    """Whether a figure stands right before a place, which is then no speaker's: "190 in X, officials said"."""
    before = [r.slot for r in reads[:MOST_MENTIONS] if r.slot.core < i]
    return bool(before) and directly_after(view, before[-1].counted.next - 1, i)


def _only_locates(view: SentenceView, token: Token) -> bool:
    """Whether a land only says where the town before it lies: "in Kotri, capital of Jaral province"."""
    while token.dep == "compound":
        token = view.parse.head(token)
    link = view.parse.head(token)
    return link.lower in ("of", "in") and view.parse.head(link).dep == "appos"


def _break(view: SentenceView, k: int, words: DistanceWords) -> float:
    """What a word between counts."""
    word = view.lower(k)
    if word in words.breaks:
        return 4.0
    if word in view.words.of(StandingWords).speech and not _is_participle(view, k):
        return 3.0
    return 0.5 if word == "," else 0.0


def _of_another(view: SentenceView, read: Read, reads: Sequence[Read], i: int) -> float:
    """What counts against a place right behind another figure: a part's ("107 were killed - 97 in X"), or, for a figure
    behind several that have each their own ("97 in X and 10 in Y, while 3 are missing"), a neighbour's."""
    words, before = view.words.of(DistanceWords), [s for s in view.slots if s.core < i]
    owner = max(before, key=lambda s: s.core, default=read.slot)
    if tells_who(view, read.slot, i):
        return 0.0
    if is_whole_in_front(view, read.slot) and i > read.slot.counted.next and len(view.slots) > 1:
        return 0.0 if owner is read.slot and directly_after(view, read.slot.counted.next - 1, i) else NOT_ITS_PLACE
    if not directly_after(view, owner.counted.next - 1, i):
        owner = _dead_at(view, reads, i) or read.slot
        if owner.core > read.slot.core:
            return NOT_ITS_PLACE
    if owner is read.slot:
        return 0.0
    its = next((r for r in reads[:MOST_MENTIONS] if r.slot is owner), None)
    if owner.core > read.slot.core:
        last = read.slot.counted.next - 1
        divided = any(view.lower(k) in words.dividers for k in range(last + 1, owner.first))
        return NOT_ITS_PLACE if divided or (its is not None and its.part) else 0.0
    placed = [r for r in reads[:MOST_MENTIONS] if r is not read and view.lower(r.slot.counted.next) in words.at]
    goes_on = read.row is not None and (its is None or read.reading.measure == its.reading.measure)
    return NOT_ITS_PLACE if len(placed) > 1 and not goes_on else 0.0


def _dead_at(view: SentenceView, reads: Sequence[Read], i: int) -> Slot | None:
    """The last figure before a place where only its verb stands between: "759 people died in Sindh"."""
    told = [r for r in reads[:MOST_MENTIONS] if r.slot.core < i and r.row is None]
    last = max(told, key=lambda r: r.slot.core, default=None)
    if last is None or not last.slot.last < last.reading.anchor < i:
        return None
    return last.slot if directly_after(view, last.reading.anchor, i) else None


def _passing(view: SentenceView, read: Read, place: Place, last: int, i: int) -> float:
    """What counts against a place that people only leave or are brought to."""
    words, measure = view.words.of(DistanceWords), read.reading.measure
    home = _is_home(view, read, place, last) or home_of_people(view, place)
    if measure in words.harm and (place.role == "to" or home):
        return NOT_ITS_PLACE
    if place.role == "at":
        return 0.0
    if place.role == "from" and measure in words.sent:
        return 4.0  # rescuers are where they are sent
    if place.role == "from" and any(view.parse.tokens[k].lemma in words.arriving for k in range(last + 1, i)):
        return 5.0
    return 0.0 if measure in words.moves else 4.0


def _is_home(view: SentenceView, read: Read, place: Place, last: int) -> bool:
    """Whether a place is only where the hurt are from: "30 soldiers from X", "one each from X, Y and Z", but not "20
    deaths from X"."""
    head = read.slot.counted.head
    if place.role != "from":
        return False
    each = next((k for k in range(last + 1, last + 1 + _EACH) if view.lower(k) == "each"), last)
    if view.lower(each + 1) != "from":
        return False
    if read.row is not None or head is None:
        return place.kind == "country"
    return "people" in view.measures.class_of(head.lower)


def brings_toll(view: SentenceView, read: Read, i: int = -1) -> bool:
    """ "one was shot in X, bringing the total to nine": the total is not X's, nor that of any newest dead before it."""
    if not read.reading.rule.startswith("toll"):
        return False
    bringing = view.words.of(DistanceWords).bringing
    verbs = [t for t in view.parse.tokens[i + 1 : read.slot.first] if t.lemma in bringing]
    return any(t.tag == "VBG" or i >= 0 or view.lower(t.i - 1) == "which" for t in verbs)


def is_fronted(view: SentenceView, place: Place) -> bool:
    """ "In X, officials said that ...": a place before a comma at the head of a sentence holds for all of it."""
    last = view.parse.at((place.phrase or place).end - 1 - view.sentence.start)
    return last is not None and view.lower(last.i + 1) == ","


def directly_after(view: SentenceView, last: int, i: int) -> bool:
    """ "four in Dhaka", "30 bodies in one hospital", "three were reported in Kyiv": a preposition and the place's words
    between, and no verb but the one that tells of the figure passively."""
    start, words = last + 1, view.words.of(DistanceWords)
    if start < len(view.parse.tokens) and view.parse.tokens[start].tag == "VBN":
        start += 1  # "nine registered in X"
    while view.lower(start) in words.passive or _is_participle(view, start):
        start += 1
    if view.lower(start) not in words.at:
        return False
    return all(
        view.parse.tokens[k].pos not in ("VERB", "AUX", "PUNCT", "SCONJ")
        or view.lower(k) == "-"
        or view.parse.tokens[k].tag == "VBG"  # "in neighboring X"
        for k in range(start + 1, i)
    )


def _is_participle(view: SentenceView, i: int) -> bool:
    """ "reported" in "three were reported", no speech of anybody."""
    if not 0 < i < len(view.parse.tokens) or view.parse.tokens[i].tag != "VBN":
        return False
    return view.lower(i - 1) in view.words.of(DistanceWords).passive


def _governed_by(view: SentenceView, i: int, read: Read) -> bool:
    token = view.parse.tokens[i]
    for steps, above in enumerate(view.parse.ancestors(token), 1):
        if above.i == read.reading.anchor or (read.slot.counted.head and above.i == read.slot.counted.head.i):
            return True
        if steps > 4 or above.dep in ("relcl", "advcl", "ccomp", "ROOT"):
            return False
    return False
