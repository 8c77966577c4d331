"""What a copy changed on the way: numbers, names, negations and hedges, with both wordings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from rashomon.grouping.compare_texts import Match
from rashomon.grouping.report_words import Words
from rashomon.model.grouping import Alteration, SharedPassage
from rashomon.model.passage import Passage
from rashomon.model.report import Report

Kind = Literal["number", "name", "negation", "hedge", "wording"]
#: Words of a gap between two shared runs; a longer gap is a passage of its own, not a changed word.
_GAP_WORDS = 9
#: A shared passage is worth showing from this many words on.
_SHOWN_WORDS = 8
_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand "
    "thousands million dozen dozens "
    "half third quarter no none".split()
)
_NEGATIONS = frozenset(
    "not no never none nobody neither nor without denied denies deny isn't wasn't didn't hadn't".split()
)
_HEDGES = frozenset(
    "about around approximately nearly almost over least most more than up some roughly alleged "
    "allegedly reportedly apparently "
    "possibly perhaps may might could suspected believed likely unconfirmed presumed claimed feared estimated".split()
)
_DIGIT = re.compile(r"\d")


def find_alterations(
    original: Report, original_words: Words, copy: Report, copy_words: Words, matches: Sequence[Match]
) -> tuple[Alteration, ...]:
    """The changed words between two shared runs, in the copy's order."""
    found: list[Alteration] = []
    for left, right in pairwise(matches):
        a_low, a_high = left.first + left.length, right.first
        b_low, b_high = left.second + left.length, right.second
        if max(a_high - a_low, b_high - b_low) > _GAP_WORDS:
            continue
        kind = _kind(original, original_words, a_low, a_high, copy, copy_words, b_low, b_high)
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
    a: Report, a_words: Words, a_low: int, a_high: int, b: Report, b_words: Words, b_low: int, b_high: int
) -> Kind | None:
    before, after = set(a_words.folded[a_low:a_high]), set(b_words.folded[b_low:b_high])
    gone, come = before - after, after - before
    if {w for w in gone if _is_number(w)} != {w for w in come if _is_number(w)}:
        return "number"
    if bool(gone & _NEGATIONS) != bool(come & _NEGATIONS):
        return "negation"
    if gone & _HEDGES or come & _HEDGES:
        return "hedge"
    names_gone = gone & _capitalised(a, a_words, a_low, a_high)
    names_come = come & _capitalised(b, b_words, b_low, b_high)
    if names_gone and names_come:
        return "name"
    return None


def _is_number(word: str) -> bool:
    return (
        bool(_DIGIT.search(word))
        or word in _NUMBER_WORDS
        or any(part in _NUMBER_WORDS for part in word.split("-") if "-" in word)
    )


def _capitalised(report: Report, words: Words, low: int, high: int) -> set[str]:
    return {words.folded[i] for i in range(low, high) if report.text[words.starts[i]].isupper()}


def _passage(words: Words, low: int, high: int) -> Passage:
    low, high = max(0, low), min(len(words), high)
    return Passage(start=words.starts[low], end=words.ends[high - 1])


def _words(report: Report, passage: Passage) -> str:
    return " ".join(report.text[passage.start : passage.end].split())
