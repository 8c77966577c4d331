"""What a copy changed on the way: numbers, names, negations and hedges, with both wordings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar, Literal

from rashomon.grouping.compare_texts import Match
from rashomon.grouping.report_words import Words
from rashomon.knowledge.word_classes import WordClasses
from rashomon.model.grouping import Alteration, SharedPassage
from rashomon.model.passage import Passage
from rashomon.model.report import Report

Kind = Literal["number", "name", "negation", "hedge", "wording"]
#: Words of a gap between two shared runs; a longer gap is a passage of its own, not a changed word.
_GAP_WORDS = 9
#: A shared passage is worth showing from this many words on.
_SHOWN_WORDS = 8
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class AlteredWords(WordClasses):
    """Words whose change in a copy changes what it says."""

    source: ClassVar[str] = "en/words/texts.toml#alterations"

    numbers: frozenset[str]
    negations: frozenset[str]
    hedges: frozenset[str]


def find_alterations(
    original: Report,
    original_words: Words,
    copy: Report,
    copy_words: Words,
    matches: Sequence[Match],
    words: AlteredWords,
) -> tuple[Alteration, ...]:
    """The changed words between two shared runs, in the copy's order."""
    found: list[Alteration] = []
    for left, right in pairwise(matches):
        a_low, a_high = left.first + left.length, right.first
        b_low, b_high = left.second + left.length, right.second
        if max(a_high - a_low, b_high - b_low) > _GAP_WORDS:
            continue
        kind = _kind(original, original_words, a_low, a_high, copy, copy_words, b_low, b_high, words)
        if kind is None:
            continue
        before = _passage(original_words, a_low - 1, a_high + 1)
        after = _passage(copy_words, b_low - 1, b_high + 1)
        what = f"“{_words(original, before)}” became “{_words(copy, after)}”"
        found.append(Alteration(report=copy.id, kind=kind, what=what, original=before, copy=after))
    return tuple(found)


def shared_passages(
    original_words: Words, copy: Report, copy_words: Words, matches: Sequence[Match]
) -> tuple[SharedPassage, ...]:
    """The longer shared runs, in the copy's order."""
    return tuple(
        SharedPassage(
            report=copy.id,
            passage=_passage(copy_words, m.second, m.second + m.length),
            original=_passage(original_words, m.first, m.first + m.length),
        )
        for m in matches
        if m.length >= _SHOWN_WORDS
    )


def _kind(
    a: Report,
    a_words: Words,
    a_low: int,
    a_high: int,
    b: Report,
    b_words: Words,
    b_low: int,
    b_high: int,
    words: AlteredWords,
) -> Kind | None:
    before, after = set(a_words.folded[a_low:a_high]), set(b_words.folded[b_low:b_high])
    gone, come = before - after, after - before
    if {w for w in gone if _is_number(w, words)} != {w for w in come if _is_number(w, words)}:
        return "number"
    if bool(gone & words.negations) != bool(come & words.negations):
        return "negation"
    if gone & words.hedges or come & words.hedges:
        return "hedge"
    names_gone = gone & _capitalised(a, a_words, a_low, a_high)
    names_come = come & _capitalised(b, b_words, b_low, b_high)
    if names_gone and names_come:
        return "name"
    return None


def _is_number(word: str, words: AlteredWords) -> bool:
    return (
        bool(_DIGIT.search(word))
        or word in words.numbers
        or any(part in words.numbers for part in word.split("-") if "-" in word)
    )


def _capitalised(report: Report, words: Words, low: int, high: int) -> set[str]:
    return {words.folded[i] for i in range(low, high) if report.text[words.starts[i]].isupper()}


def _passage(words: Words, low: int, high: int) -> Passage:
    low, high = max(0, low), min(len(words), high)
    return Passage(start=words.starts[low], end=words.ends[high - 1])


def _words(report: Report, passage: Passage) -> str:
    return " ".join(report.text[passage.start : passage.end].split())
