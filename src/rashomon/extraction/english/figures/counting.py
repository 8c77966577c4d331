"""How a figure counts and what it rests on: counting, basis and caveats, from the words alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.extraction.english.figures.reading import Read
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.extraction.english.figures.toll_words import TollWords
from rashomon.knowledge.figure_words import FigureWords
from rashomon.knowledge.word_classes import WordClasses, any_of, either
from rashomon.model.claim import Basis, Caveat, Counting

_CUMULATIVE = ("killed", "injured", "strikes", "buildings_destroyed", "buildings_damaged")
_STOCKS = ("missing", "trapped", "detained")
#: A clause's words on either side of a figure that can correct it (tokens).
_CLAUSE = 18
#: Basis and counting words stand this close to the number (characters).
_NEAR = 90


@dataclass(frozen=True)
class CountingWords(WordClasses):
    """Words that say how a figure counts, or that it takes another back."""

    source: ClassVar[str] = "en/words/figures.toml#counting"

    periods: frozenset[str]
    rates: frozenset[str]
    more: frozenset[str]
    totals: frozenset[str]
    standing: frozenset[str]
    corrections: frozenset[str]
    lowering: frozenset[str]
    clause_ends: frozenset[str]

    @cached_property
    def rate(self) -> re.Pattern[str]:
        """A rate not far behind a number: "people a day"."""
        return re.compile(
            rf"(?i)\W*(?:\w+\s+){{0,2}}(?:(?:a|per|each|every)\s+{either(self.periods)}|{either(self.rates)})\b"
        )

    @cached_property
    def increment(self) -> re.Pattern[str]:
        """Words of a quantity that adds to one told before."""
        return re.compile(rf"(?i)(?:an?\s+)?{either(self.more)}\b|.*\bmore$")

    @cached_property
    def total(self) -> re.Pattern[str]:
        """Words of a count that goes on."""
        return re.compile(rf"(?i)\b{either(self.totals)}\b")

    @cached_property
    def stock(self) -> re.Pattern[str]:
        """Words of those who are there now."""
        return re.compile(rf"(?i)\b{either(self.standing)}\b")

    @cached_property
    def correction(self) -> re.Pattern[str]:
        """Words that take a figure back, in lower case."""
        return re.compile(rf"\b(?:{either(self.corrections)}|not \d[\d,]* but)\b")

    @cached_property
    def lowered(self) -> re.Pattern[str]:
        """A toll that is made smaller: "cut to 84", "lowered the toll from 103 to 95", "84, down from the 95"."""
        number = r"(?:(?:the|an?|about|around|some|at|least|earlier|previous|initial) )*\d"
        return re.compile(rf"\b(?:{either(self.lowering)}\b[^;.]*?\b(?:from|to)|down from) {number}")


def counting_of(view: SentenceView, read: Read, told_before: bool) -> Counting:
    """Stock, flow, cumulative or increment; unknown where neither the words nor the measure say."""
    text, quantity, known = view.sentence.text, read.slot.quantity, view.words.of(CountingWords)
    after = text[quantity.end : quantity.end + _NEAR]
    measure = read.reading.measure
    if known.rate.match(after):
        return "flow"
    words = text[quantity.start : quantity.end]
    if told_before and (known.increment.match(words) or read.slot.counted.more):
        return "increment"
    if measure in _CUMULATIVE:
        return "cumulative"
    near = text[max(0, quantity.start - _NEAR) : quantity.end + _NEAR]
    if measure in _STOCKS or known.stock.search(near):
        return "stock"
    return "cumulative" if known.total.search(near) else "unknown"


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
    clause = text[tokens[low].start : tokens[high].end].lower()
    words, tolls = view.words.of(CountingWords), view.words.of(TollWords)
    if words.correction.search(clause) is not None:
        return True
    of_toll = read.reading.measure in _CUMULATIVE and any_of(tolls.tolls | tolls.counts).search(clause)
    return bool(of_toll) and words.lowered.search(clause) is not None


def _ends_clause(view: SentenceView, i: int) -> bool:
    """A break of the clause: a semicolon, a conjunction with a subject of its own, "while", "which"."""
    token = view.parse.tokens[i]
    if token.lower in view.words.of(CountingWords).clause_ends:
        return True
    if token.dep != "cc":
        return False
    following = [k for k in view.parse.kids(view.parse.head(token), "conj") if k.i > i]
    return any(view.parse.kids(k, "nsubj", "nsubjpass") for k in following if k.pos in ("VERB", "AUX"))
