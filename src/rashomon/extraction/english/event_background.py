"""Whether the words around a happening put it in an earlier time than the report's own news."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.event_spotting import Spot
from rashomon.extraction.english.event_years import dated_years, years_in
from rashomon.knowledge.word_classes import WordBook, WordClasses, any_of
from rashomon.language.syntax import Parse, Sentence

#: Years that a happening has gone on since, or decades.
_YEARS = re.compile(r"\b(?:since (?:the )?(?:early |mid-?|late )?(?:19|20)\d\d|in the (?:19|20)\d0s)\b")


@dataclass(frozen=True, slots=True)
class BackgroundWords(WordClasses):
    """Words that put a happening into an earlier time, and words that do not."""

    source: ClassVar[str] = "en/words/events.toml#background"

    past: frozenset[str]
    since: frozenset[str]
    comparing: frozenset[str]
    present: frozenset[str]


def is_background(
    spot: Spot, parse: Parse, sentence: Sentence, analysis: Analysis, year: int | None, classes: WordBook
) -> bool:
    """Whether the words around a happening put it in an earlier time than the report's own news."""
    words = classes.of(BackgroundWords)
    clause = _clause_text(spot, parse, sentence)
    # Asked in lower case: in two cases a pattern takes twice as long.
    plain = clause.lower()
    if any_of(words.past).search(plain) or _YEARS.search(plain):
        return not (any_of(words.comparing).search(plain) and any_of(words.since).search(clause))
    years = dated_years(clause, classes) if not spot.is_noun else years_in(clause)
    if not years and not analysis.times_in(sentence.field, sentence.start + spot.start, sentence.end):
        # A clause without a time of its own has that of its sentence ("the war began in 2011, when protests ...").
        years = dated_years(sentence.text, classes) if not any_of(words.present).search(sentence.text.lower()) else []
    return bool(years) and year is not None and max(years) < year and not any_of(words.comparing).search(plain)


def _clause_text(spot: Spot, parse: Parse, sentence: Sentence) -> str:
    """The words of the spot's own clause."""
    top = spot.predicate or spot.token
    tokens = parse.subtree(top)
    skipped: set[int] = set()
    for token in tokens:
        if token.i != top.i and token.dep in {"relcl", "ccomp", "conj", "advcl"} and token.pos in {"VERB", "AUX"}:
            below = parse.subtree(token)
            if all(b.i != spot.token.i for b in below):
                skipped |= {b.i for b in below}
    return " ".join(t.text for t in tokens if t.i not in skipped)[:600] or sentence.text[:600]
