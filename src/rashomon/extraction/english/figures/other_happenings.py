"""A happening that a report's body brings in anew, at a time that is not its lead's: "A quake in May killed 20"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.report_time import ReportTime
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.knowledge.word_classes import WordClasses, any_of
from rashomon.language.syntax import Token

#: Days into a month before which its neighbour may still be the report's own.
_TURN = 7
#: Articles that bring a happening in.
_ANEW = frozenset(("a", "an", "another"))


@dataclass(frozen=True, slots=True)
class OtherHappeningWords(WordClasses):
    """Words for a happening, for who does it, and for a time before the report's own."""

    source: ClassVar[str] = "en/words/figures.toml#other_happenings"

    happenings: frozenset[str]
    doers: frozenset[str]
    earlier: frozenset[str]
    breaks: frozenset[str]


def is_other_happening(view: SentenceView, left: int, right: int, time: ReportTime) -> bool:
    """Whether the clause of the tokens left..right brings a happening in and dates it otherwise than the lead's."""
    words = view.words.of(OtherHappeningWords)
    tokens = view.parse.tokens
    while left > 0 and view.lower(left - 1) not in words.breaks:
        left -= 1
    if not any(_brought_in(t, view, words) for t in tokens[left : right + 1]):
        return False
    clause = view.sentence.text[tokens[left].start : tokens[right].end]
    return _other_month(clause, time) or _other_day(clause, time) or bool(any_of(words.earlier).search(clause.lower()))


def _brought_in(token: Token, view: SentenceView, words: OtherHappeningWords) -> bool:
    """Whether a noun tells a happening, or its doer, for the first time: "a quake", "two bombs", "airstrikes"."""
    if token.lemma not in words.happenings and token.lemma not in words.doers:
        return False
    kids = view.parse.kids(token, "det", "poss")
    return not kids if token.tag == "NNS" else any(k.lower in _ANEW for k in kids)


def _other_month(clause: str, time: ReportTime) -> bool:
    """Whether a bare month is neither the lead's nor, within its first days, publication's or the one before."""
    months = time.names.bare_months_in(clause) - time.lead_months
    if time.month is None:
        return bool(months) and bool(time.lead_days)
    day = time.dates[0] - time.month * 31
    own = {time.month} | ({(time.month - 2) % 12 + 1} if day <= _TURN or not time.lead_days else set())
    return bool(months - own)


def _other_day(clause: str, time: ReportTime) -> bool:
    """Whether the clause's weekday is neither the lead's nor the one after it."""
    days, week = time.names.weekdays_in(clause), time.names.week
    lead = time.lead_days
    after = {week[(week.index(d) + 1) % 7] for d in lead}
    return bool(days and lead and not days & (lead | after))
