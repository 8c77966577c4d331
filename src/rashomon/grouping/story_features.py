"""What a report tells of, as far as it can be compared with another report: weighed words, names, numbers and days."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import compress, pairwise
from sys import intern
from typing import NamedTuple

from rashomon.knowledge.library import Library
from rashomon.knowledge.times import TimeWords
from rashomon.knowledge.word_rarity import WordRarity
from rashomon.language.told_days import told_days
from rashomon.model.report import READ_BLOCKS, Block, Report

Vector = Mapping[str, float]

_WORD = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*")
#: A day of a month, with what follows its digits ("29th"), and a year.
_DAY, _YEAR = re.compile(r"\d{1,2}(\D{2})?"), re.compile(r"(?:19|20)\d\d")
_OPENS_SENTENCE = re.compile(r"[.!?:\n`\"“]")
#: A report is found for comparison by so many of its heaviest terms; where time does not narrow the search, by the
#: first of them alone.
KEYS, LEADING, FOREMOST = 24, 20, 10
#: The first words, which tell the news itself.
_LEAD_WORDS = 60
#: A number weighs by its length: "27" may count anything, "1400" is an address or a toll.
_SHORT_NUMBER, _LONG_NUMBER = 1.5, 3.0


@dataclass(frozen=True, slots=True)
class Features:
    """A report's vectors (unit length), its heaviest terms as keys with those that lead, the days it names and the
    days of its publication.
    """

    report: str
    terms: Vector
    names: Vector
    numbers: Vector
    lead: Vector
    phrases: Vector
    keys: frozenset[str]
    leading: frozenset[str]
    foremost: frozenset[str]
    days: frozenset[int]
    published: tuple[dt.date, dt.date] | None


class _Word(NamedTuple):
    """A word; of one with a capital, whether it opens a sentence."""

    folded: str
    capital: bool
    opens: bool


def features_of(report: Report, library: Library) -> Features:
    """The features of one report; of the report and shipped constants only."""
    rarity = library.word_rarity
    apart = report.title if report.title and report.title_span is None else ""
    times = library.times
    title = _undated(list(_words(apart, 0, len(apart))), times)
    body = [w for b in _read_blocks(report) for w in _undated(list(_words(report.text, b.start, b.end)), times)]
    words = title + body
    names = _names(body)
    terms = _unit(Counter(w.folded for w in words), rarity.weight)
    heaviest = sorted(terms, key=lambda term: (-terms[term], term))
    published = report.published
    return Features(
        report=report.id,
        terms=terms,
        names=_unit(Counter(w.folded for w in words if w.capital and w.folded in names), _name_weight(rarity)),
        numbers=_unit(Counter(w.folded for w in words if w.folded[0].isdigit()), _number_weight),
        lead=_unit(Counter(w.folded for w in words[: _LEAD_WORDS + len(title)]), lambda w: rarity.weight(w) ** 1.5),
        phrases=_unit(_phrases(body, rarity), lambda p: sum(rarity.weight(w) for w in p.split(" "))),
        keys=frozenset(heaviest[:KEYS]),
        leading=frozenset(heaviest[:LEADING]),
        foremost=frozenset(heaviest[:FOREMOST]),
        days=told_days(report, library.times),
        published=(published.earliest.date(), published.latest.date()) if published else None,
    )


def _read_blocks(report: Report) -> Iterator[Block]:
    for block in report.blocks or (Block(start=0, end=len(report.text), kind="body"),):
        if block.kind in READ_BLOCKS:
            yield block


def _words(text: str, start: int, end: int) -> Iterator[_Word]:
    before = start
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        capital = word[0].isupper()
        opens = capital and (before == start or _OPENS_SENTENCE.search(text, before, match.start()) is not None)
        before = match.end()
        # One copy of each word in memory, however many reports hold it.
        yield _Word(intern(word.casefold().replace("’", "'").removesuffix("'s")), capital, opens)


def _undated(words: list[_Word], times: TimeWords) -> list[_Word]:
    """The words without days of a month and years: `days` compares these, and as words they would count again."""
    beside = [False, *(w.folded in times.months for w in words), False]
    return [
        w
        for i, w in enumerate(words)
        if not w.folded[0].isdecimal()
        or not ((_is_day(w.folded, times) and (beside[i] or beside[i + 2])) or _YEAR.fullmatch(w.folded))
    ]


def _is_day(word: str, times: TimeWords) -> bool:
    day = _DAY.fullmatch(word)
    return day is not None and (day.group(1) is None or day.group(1) in times.ordinal_ends)


def _names(words: list[_Word]) -> frozenset[str]:
    """Words that stand with a capital inside sentences more often than without one."""
    balance: Counter[str] = Counter()
    for word in words:
        if not word.capital:
            balance[word.folded] -= 1
        elif not word.opens:
            balance[word.folded] += 1
    return frozenset(word for word, count in balance.items() if count > 0)


def _phrases(words: list[_Word], rarity: WordRarity) -> Counter[str]:
    """Pairs of neighbours that are names or numbers: full names, streets, dates, ages."""
    telling = [(w.capital or w.folded[0].isdigit()) and rarity.weight(w.folded) > 0 for w in words]
    pairs = compress(pairwise(words), (one and other for one, other in pairwise(telling)))
    return Counter(f"{one.folded} {other.folded}" for one, other in pairs)


def _name_weight(rarity: WordRarity) -> Callable[[str], float]:
    return lambda word: max(1.0, rarity.weight(word))


def _number_weight(number: str) -> float:
    return _LONG_NUMBER if len(number) > 2 else _SHORT_NUMBER


def _unit(counts: Counter[str], weigh: Callable[[str], float]) -> dict[str, float]:
    """The counts, damped and weighed, at unit length; what weighs nothing is left out."""
    weights = {term: (1 + math.log(count)) * weigh(term) for term, count in sorted(counts.items())}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items() if weight > 0}
