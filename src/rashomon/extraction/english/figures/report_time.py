"""The time that a report writes in, and the dates, years and weekdays that a text names."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.background_words import BackgroundWords
from rashomon.extraction.english.figures.calendar_names import CalendarNames, calendar_names, may_hold_year
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses, either
from rashomon.model.remembered import remembered

_WORD = re.compile(r"[a-z]+")
_DIGITS = re.compile(r"\b\d[\d,.]*\d\b|\b\d\b")
#: A weekday that a report's beginning names is its own where it was within so many days.
_LEAD_DAYS = 4
#: Where its first sentence names no weekday, one that its beginning tells like this is its own.
_ON_DAY = re.compile(r"\bon [A-Z]\w+\b(?!['’])")
#: So few words at a report's beginning are its dateline, not its first sentence.
_DATELINE_WORDS = 4
#: Sentences of a beginning.
_OPENING = 6


@dataclass(frozen=True, slots=True)
class SayingWords(WordClasses):
    """Forms of verbs of speech beside the day of a statement."""

    source: ClassVar[str] = "en/words/numbers.toml#said_on"

    saying: frozenset[str]


@dataclass(frozen=True, slots=True)
class ReportTime:
    """What a report's own time is: year and month of publication, the dates and weekdays of its beginning.

    `lead_days` are the weekdays and `lead_months` the months (1 to 12) that its title and its first sentence name:
    those of what it reports. `titled` are the numbers in digits that its title tells; `yearly`: it begins with
    what "this year" brought; `disaster`: it begins with a quake, a storm or the like. `names`: how its language calls
    days and months.
    """

    names: CalendarNames
    year: int | None
    month: int | None
    dates: tuple[int, ...]
    days: frozenset[str]
    lead_days: frozenset[str]
    lead_months: frozenset[int]
    titled: frozenset[str] = frozenset()
    yearly: bool = False
    disaster: bool = False


@remembered(8)
def report_time(analysis: Analysis, library: Library) -> ReportTime:
    """The time a report writes in, by its publication, else by its first sentences; figures and events both ask."""
    report, opening, names = analysis.report, analysis.sentences[:_OPENING], calendar_names(library)
    sentences = [s.text for s in opening]
    lead = " ".join(s[:600] for s in sentences[:3])
    first = next((s.text[:600] for s in opening if s.field == "text" and s.text.count(" ") > _DATELINE_WORDS), "")
    first = f"{report.title or ''} {first}"
    published = report.published.earliest if report.published else None
    years = [int(m["y"] or m["y2"]) for s in sentences if may_hold_year(s) for m in names.year.finditer(s[:4000])]
    standing = [int(y) for y in re.findall(r"\b(20[0-4]\d|19\d\d)\b", lead)]
    year = published.year if published else max(standing + years, default=None)
    dates = tuple(names.days_in(lead))
    if published:
        dates = (published.month * 31 + published.day, *dates)
    days = set(names.weekdays_in(f"{report.title or ''} {lead}"))
    if published and report.published and report.published.precision in ("instant", "hour", "day"):
        ends = report.published.latest
        days = set(names.weekdays_in(report.title or ""))
        days |= {(ends - dt.timedelta(days=n)).strftime("%A").lower() for n in (0, 1)}
        recent = {(ends - dt.timedelta(days=n)).strftime("%A").lower() for n in range(_LEAD_DAYS)}
        days |= recent & names.weekdays_in(lead)
        if not names.weekdays_in(first):  # "Saturday's attack" may be known from earlier news
            days |= set(names.weekdays_in(" ".join(_ON_DAY.findall(lead))))
    bodies = (s.text for s in opening if s.field == "text")
    said = _said_on(library.words.of(SayingWords), names)
    return ReportTime(
        names=names,
        year=year,
        month=published.month if published else None,
        dates=dates,
        days=frozenset(days),
        lead_days=_told_days(first, names, said),
        lead_months=names.months_in(first),
        titled=frozenset(_DIGITS.findall(report.title or "")),
        disaster=not library.words.of(BackgroundWords).disasters.isdisjoint(_WORD.findall(first.lower())),
        yearly="this year" in f"{report.title or ''} {next(bodies, '')}".lower(),
    )


def _told_days(lead: str, names: CalendarNames, said: re.Pattern[str]) -> frozenset[str]:
    """The weekdays that a lead names, and before one on which somebody only said it the two before."""
    found = set(names.weekdays_in(lead))
    for match in said.finditer(lead):
        day = names.week.index(match[1].lower())
        found |= {names.week[day - 1], names.week[day - 2]}
    return frozenset(found)


@lru_cache(maxsize=4)
def _said_on(words: SayingWords, names: CalendarNames) -> re.Pattern[str]:
    """The day of a statement, which what it tells came before."""
    return re.compile(rf"(?i)\b{either(words.saying)}\b[^,.;]{{0,30}}?\b({either(names.week)})\b")
