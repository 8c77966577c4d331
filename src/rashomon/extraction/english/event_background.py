"""Whether the words around a happening put it in an earlier time than the report's own news."""

from __future__ import annotations

import re

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.event_spotting import Spot
from rashomon.extraction.english.event_years import dated_years, years_in
from rashomon.language.syntax import Parse, Sentence

#: These three are asked of clauses in lower case: in two cases a pattern takes twice as long.
_BACKGROUND = re.compile(
    r"\b(?:last year|years? ago|decades? ago|months ago|a year earlier|in recent years|over the years|anniversary of|"
    r"(?:the )?(?:same|that) year|initially|originally|"
    r"since (?:the )?(?:early |mid-?|late )?(?:19|20)\d\d|in the (?:19|20)\d0s)\b"
)
_COMPARING = re.compile(r"\b(?:first|biggest|largest|worst|deadliest|most|bloodiest|heaviest|significant|fiercest)\b")
_PRESENT = re.compile(r"\b(?:have|has|is|are|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|now)\b")
_SINCE = re.compile(r"\bsince\b")


def is_background(spot: Spot, parse: Parse, sentence: Sentence, analysis: Analysis, year: int | None) -> bool:
    """Whether the words around a happening put it in an earlier time than the report's own news."""
    clause = _clause_text(spot, parse, sentence)
    plain = clause.lower()
    if _BACKGROUND.search(plain):
        return not (_COMPARING.search(plain) and _SINCE.search(clause))
    years = dated_years(clause) if not spot.is_noun else years_in(clause)
    if not years and not analysis.times_in(sentence.field, sentence.start + spot.start, sentence.end):
        # A clause without a time of its own has that of its sentence ("the war began in 2011, when protests ...").
        years = dated_years(sentence.text) if not _PRESENT.search(sentence.text.lower()) else []
    return bool(years) and year is not None and max(years) < year and not _COMPARING.search(plain)


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
