"""Whether the words around a happening put it in an earlier time than the report's own news."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.event_spotting import Spot
from rashomon.extraction.english.event_years import dated_years, years_in
from rashomon.extraction.english.figures.dated_openings import dated_openings
from rashomon.extraction.english.figures.report_time import ReportTime
from rashomon.knowledge.word_classes import WordBook, WordClasses, any_of
from rashomon.language.syntax import Parse, Sentence

#: Years that a happening has gone on since, or decades.
_YEARS = re.compile(r"\b(?:since (?:the )?(?:early |mid-?|late )?(?:19|20)\d\d|in the (?:19|20)\d0s)\b")


@dataclass(frozen=True, slots=True)
class BackgroundWords(WordClasses):
    """Words that put a happening into an earlier time, and words that do not."""

    source: ClassVar[str] = "en/words/events.toml#background"

    ago: frozenset[str]
    past: frozenset[str]
    since: frozenset[str]
    comparing: frozenset[str]
    present: frozenset[str]
    alike: frozenset[str]


class History(msgspec.Struct, frozen=True, gc=False):
    """What is history to a report: its year, else the latest that it names, and the time that it writes in."""

    analysis: Analysis
    year: int | None
    time: ReportTime
    classes: WordBook


def is_background(spot: Spot, parse: Parse, sentence: Sentence, history: History) -> bool:
    """Whether the words around a happening put it in an earlier time than the report's own news."""
    analysis, year, classes = history.analysis, history.year, history.classes
    words = classes.of(BackgroundWords)
    if _is_like_others(spot, parse, words) or _is_months_back(sentence, history.time, classes):
        return True
    described = _described_by(spot, parse)
    if any_of(words.ago).search(described.lower()):
        return True  # "a nation still recovering from a quake that left 200,000 dead over a decade ago"
    counted_on = any_of(words.since).search(described)
    if year is not None and not counted_on and max(dated_years(described, classes), default=year) < year:
        return True
    if year is not None and any(y < year for y in _years_that_it_tells_of(spot, parse)):
        return True
    clause = _clause_text(spot, parse, sentence)
    # Asked in lower case: in two cases a pattern takes twice as long.
    plain = clause.lower()
    if any_of(words.ago).search(plain) or any_of(words.past).search(plain) or _YEARS.search(plain):
        return not (any_of(words.comparing).search(plain) and any_of(words.since).search(clause))
    years = dated_years(clause, classes) if not spot.is_noun else years_in(clause)
    if not years and not analysis.times_in(sentence.field, sentence.start + spot.start, sentence.end):
        # A clause without a time of its own has that of its sentence ("the war began in 2011, when protests ...").
        years = dated_years(sentence.text, classes) if not any_of(words.present).search(sentence.text.lower()) else []
    return bool(years) and year is not None and max(years) < year and not any_of(words.comparing).search(plain)


def _is_like_others(spot: Spot, parse: Parse, words: BackgroundWords) -> bool:
    """Whether deeds are only likened to the news: "the group, which has carried out similar attacks"."""
    likened = any(k.lower in words.alike for k in parse.kids(spot.token, "amod"))
    verb = spot.predicate
    return (
        spot.is_noun
        and spot.token.tag == "NNS"
        and likened
        and verb is not None
        and any(k.lemma == "have" for k in parse.kids(verb, "aux"))
    )


def _is_months_back(sentence: Sentence, time: ReportTime, classes: WordBook) -> bool:
    """Whether a sentence opens with a month some months before the report's own, which its lead does not tell."""
    opened = dated_openings(classes, time.names)
    if sentence.field == "title" or not opened.is_months_back(sentence.text, time.month):
        return False
    return opened.month_of(sentence.text) not in time.lead_months


def _described_by(spot: Spot, parse: Parse) -> str:
    """The words of a noun's own relative clauses: "the bombing, which killed nine in 2017"."""
    clauses = parse.kids(spot.token, "relcl") if spot.is_noun else []
    return " ".join(t.text for clause in clauses for t in parse.subtree(clause))


def _years_that_it_tells_of(spot: Spot, parse: Parse) -> list[int]:
    """The year that a clause tells of: "since 2014, when the ferry sank"."""
    verb = spot.predicate or spot.token
    clause = next((t for t in (verb, *parse.ancestors(verb)) if t.dep in ("relcl", "advcl")), None)
    opener = parse.subtree(clause)[0] if clause is not None else None
    if opener is None or opener.lower != "when" or not opener.i:
        return []
    before = [t for t in parse.tokens[max(0, opener.i - 2) : opener.i] if t.text != ","][-1:]
    return [y for t in before for y in years_in(t.text)]


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
