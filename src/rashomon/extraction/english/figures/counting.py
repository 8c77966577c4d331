"""How a figure counts and what it rests on: counting, basis and caveats, from the words alone."""

from __future__ import annotations

import re

from rashomon.extraction.english.figures.reading import Read
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.knowledge.figure_words import FigureWords
from rashomon.model.claim import Basis, Caveat, Counting

_CUMULATIVE = ("killed", "injured", "strikes", "buildings_destroyed", "buildings_damaged")
_STOCKS = ("missing", "trapped", "detained")
_RATE = re.compile(
    r"^\W*(?:\w+\s+){0,2}(?:a|per|each|every)\s+(?:day|week|month|hour)\b|^\W*(?:\w+\s+){0,2}(?:daily|weekly)\b",
    re.IGNORECASE,
)
_MORE = re.compile(r"^(?:an?\s+)?(?:another|further|additional|a further|an additional)\b|\bmore$", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|so far|to date|in total|in all|altogether|overall|total(?:l?ing)?)\b", re.IGNORECASE)
_STANDING = re.compile(
    r"\b(?:remain(?:s|ed|ing)?|still|currently|now living|are (?:living|staying|sheltering)|sheltering)\b",
    re.IGNORECASE,
)
_CORRECTION = re.compile(
    r"\b(?:revis(?:ed|es|ing)|correct(?:ed|s|ing|ion)|earlier (?:put|said|reported|gave)|"
    r"previously (?:put|said|reported)|not \d[\d,]* but|mistakenly|erroneously|retracted)\b"
)
_CLAUSE_ENDS = frozenset((";", ":", "while", "which", "who", "although", "whereas", "when"))
#: A clause's words on either side of a figure that can correct it (tokens).
_CLAUSE = 18
#: Basis and counting words stand this close to the number (characters).
_NEAR = 90


def counting_of(view: SentenceView, read: Read, told_before: bool) -> Counting:
    """Stock, flow, cumulative or increment; unknown where neither the words nor the measure say."""
    text, quantity = view.sentence.text, read.slot.quantity
    after = text[quantity.end : quantity.end + _NEAR]
    measure = read.reading.measure
    if _RATE.match(after):
        return "flow"
    words = text[quantity.start : quantity.end]
    if told_before and (_MORE.search(words) or read.slot.counted.more):
        return "increment"
    if measure in _CUMULATIVE:
        return "cumulative"
    near = text[max(0, quantity.start - _NEAR) : quantity.end + _NEAR]
    if measure in _STOCKS or _STANDING.search(near):
        return "stock"
    return "cumulative" if _SINCE.search(near) else "unknown"


def basis_of(view: SentenceView, read: Read, words: FigureWords) -> Basis:
    """What a figure rests on by the words near it; unknown where they do not say."""
    quantity = read.slot.quantity
    near = view.sentence.text[max(0, quantity.start - _NEAR) : quantity.end + _NEAR]
    return words.basis_in(near)


def caveats_of(view: SentenceView, following: tuple[int, str] | None, words: FigureWords) -> tuple[Caveat, ...]:
    """The caveats of a figure: those of its sentence, and of the next one where that speaks of the figure."""
    sentence = view.sentence
    found = [
        Caveat(kind=kind, field=sentence.field, start=sentence.start + a, end=sentence.start + b)
        for kind, a, b in words.caveats_in(sentence.text)
    ]
    if following and words.speaks_of_figure(following[1]):
        start, text = following
        found += [
            Caveat(kind=kind, field=sentence.field, start=start + a, end=start + b)
            for kind, a, b in words.caveats_in(text)
        ]
    return tuple(found)


def is_correction(view: SentenceView, read: Read) -> bool:
    """True where the figure's own clause takes back an earlier figure, or is the one taken back."""
    slot, text = read.slot, view.sentence.text
    tokens = view.parse.tokens
    low, high = slot.first, slot.last
    while low > 0 and slot.first - low < _CLAUSE and not _ends_clause(view, low - 1):
        low -= 1
    while high + 1 < len(tokens) and high - slot.last < _CLAUSE and not _ends_clause(view, high + 1):
        high += 1
    return _CORRECTION.search(text[tokens[low].start : tokens[high].end].lower()) is not None


def _ends_clause(view: SentenceView, i: int) -> bool:
    """A break of the clause: a semicolon, a conjunction with a subject of its own, "while", "which"."""
    token = view.parse.tokens[i]
    if token.lower in _CLAUSE_ENDS:
        return True
    if token.dep != "cc":
        return False
    following = [k for k in view.parse.kids(view.parse.head(token), "conj") if k.i > i]
    return any(view.parse.kids(k, "nsubj", "nsubjpass") for k in following if k.pos in ("VERB", "AUX"))
