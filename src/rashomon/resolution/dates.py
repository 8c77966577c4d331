"""Time expressions -> dates: anchored at the dateline or the publication, open where nothing anchors them.

How to use it, once a report and for each claim:

    context = date_context(report, library)
    when = resolve_time(claim.when, context)                          # ahead=True for planned and feared claims
    as_of = as_of.resolve_as_of(figure.when, said_when, context)      # said_when: when the root said it, or null
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from rashomon.knowledge.library import Library
from rashomon.knowledge.times import TimeWords
from rashomon.language.english.time_grammar import scan_times
from rashomon.language.english.time_tokens import Marks
from rashomon.language.sentences import split_report
from rashomon.language.time_meaning import (
    Bounded,
    CalendarDate,
    Meaning,
    TimeExpression,
    TimeOfDay,
    Unanchored,
)
from rashomon.model.moment import AsOf, When
from rashomon.model.report import Block, Report
from rashomon.resolution.date_intervals import interval_of
from rashomon.resolution.date_spans import Interval

#: The years that a report writes with a day of a month, and with a month (day null).
WrittenYears = Mapping[tuple[int, int | None], frozenset[int]]
#: A dateline further from the publication than this belongs to another edition (days).
_NEAR = 7
#: How much of the words before a date can turn it to the future (characters).
_CUE_REACH = 70


@dataclass(frozen=True, slots=True)
class DateContext:
    """What anchors a report's dates: the first and last day that "today" can be, its dateline, the dates it names."""

    report: Report
    words: TimeWords
    first: dt.date | None
    last: dt.date | None
    dateline: dt.date | None
    written: WrittenYears
    mentions: tuple[tuple[int, Interval], ...]
    meanings: dict[tuple[int, int], Meaning]
    undated: AsOf | None = None
    looks_back: bool = False

    def interval(self, meaning: Meaning, *, ahead: bool = False) -> Interval | None:
        """The dates of a meaning; null where they differ over the days that "today" can be."""
        meaning = self._with_year(meaning)
        if not ahead:
            meaning = self._of_last_year(meaning)
        found = interval_of(meaning, self.first, ahead=ahead)
        return found if self.first == self.last or found == interval_of(meaning, self.last, ahead=ahead) else None

    def block_at(self, offset: int) -> Block | None:
        """The block of the text that covers an offset, or null."""
        blocks = self.report.blocks
        at = bisect_right(blocks, offset, key=lambda block: block.start) - 1
        return blocks[at] if at >= 0 and offset < blocks[at].end else None

    def block_before(self, block: Block, steps: int) -> Block:
        """The block so many blocks before one, or the first."""
        at = bisect_right(self.report.blocks, block.start, key=lambda b: b.start) - 1
        return self.report.blocks[max(0, at - steps)]

    def _of_last_year(self, meaning: Meaning) -> Meaning:
        """A date without a year, days after the report, with the year before where the report looks back by a year."""
        if not self.looks_back or not isinstance(meaning, CalendarDate) or meaning.year is not None:
            return meaning
        found = interval_of(meaning, self.last, ahead=False)
        if found is None or found.start is None or self.last is None or found.start <= self.last:
            return meaning
        return dataclasses.replace(meaning, year=found.start.year - 1)

    def _with_year(self, meaning: Meaning) -> Meaning:
        """A date with the year that the report writes beside the same day or month elsewhere, if that is one."""
        if not isinstance(meaning, CalendarDate) or meaning.year is not None or meaning.month is None:
            return meaning
        same = self.written.get((meaning.month, meaning.day), frozenset())
        if not same and self.first is None:
            same = self.written.get((meaning.month, None), frozenset())
        return dataclasses.replace(meaning, year=min(same)) if len(same) == 1 else meaning


def _years(dates: Sequence[CalendarDate]) -> WrittenYears:
    """The years that a report writes with each day of a month, and with each month."""
    found: dict[tuple[int, int | None], set[int]] = {}
    for date in dates:
        if date.year is not None and date.month is not None:
            for day in {date.day, None}:
                found.setdefault((date.month, day), set()).add(date.year)
    return {key: frozenset(years) for key, years in found.items()}


def date_context(report: Report, library: Library) -> DateContext:
    """The anchors of a report's dates."""
    words = library.times
    found = _scan(report, library)
    written = _years([m for _, m in _calendar_dates(found)])
    first, last = _publication_days(report)
    dateline = _dateline(report, words, first, last, written)
    if dateline is not None:
        first = last = dateline
    meanings = {(start, start + e.end - e.start): e.meaning for start, e in found}
    text = report.text.lower()
    looks_back = any(phrase in text for phrase in words.anniversaries)
    bare = DateContext(report, words, first, last, dateline, written, (), meanings, looks_back=looks_back)
    shown = [(b.start, b.end) for b in report.blocks if b.kind == "date"]
    body = [(start, e) for start, e in found if not any(low <= start < high for low, high in shown)]
    mentions = [(start, i) for start, e in body if (i := bare.interval(e.meaning)) is not None and i.start is not None]
    mentions.sort(key=lambda mention: mention[0])
    return dataclasses.replace(bare, mentions=tuple(mentions), undated=_undated(report, mentions))


def _undated(report: Report, mentions: Sequence[tuple[int, Interval]]) -> AsOf | None:
    """The state that figures describe which nothing dates: from the last date mentioned to the publication."""
    earliest, published = _publication_days(report)
    before = [i for _, i in mentions if i.end is not None and (published is None or i.end <= published)]
    latest = max((i.start for i in before if i.start is not None), default=None)
    if published is None and latest is None:
        return None
    return AsOf(start=latest if latest is not None else earliest, end=published, how="publication")


def resolve_time(when: When, context: DateContext, *, ahead: bool = False) -> When:
    """The mention with its dates; null bounds where they are open or cannot be known.

    `ahead` says that the claim is planned or feared; words like "will" before the date are seen without it.
    """
    if when.start_date is not None or when.end_date is not None:
        return when
    meaning = meaning_of(when, context)
    if meaning is None:
        return when
    found = context.interval(meaning, ahead=ahead or _looks_ahead(when, context))
    if isinstance(meaning, Unanchored) and meaning.days is not None:
        found = _from_day_before(when, meaning.days, context, reach=1)
    elif isinstance(meaning, TimeOfDay):
        found = _from_day_before(when, 0, context)
    if found is None:
        return when
    return msgspec.structs.replace(when, start_date=found.start, end_date=found.end, precision=found.precision)


def meaning_of(when: When, context: DateContext) -> Meaning | None:
    """What the mention's words mean, read with a little of what stands before them (months and years need it)."""
    known = context.meanings.get((when.start, when.end)) if when.field == "text" else None
    if known is not None:
        return known
    text = context.report.field_text(when.field)
    low = max(0, when.start - 40)
    for found in scan_times(text[low : when.end + 24], context.words):
        if low + found.start == when.start and low + found.end == when.end:
            return found.meaning
    alone = scan_times(when.text, context.words)
    return alone[0].meaning if alone else None


def _looks_ahead(when: When, context: DateContext) -> bool:
    """Whether words of the future stand shortly before the date in its clause, and it dates no past thing itself."""
    text = context.report.field_text(when.field)
    if text[when.end : when.end + 2] in {"'s", "’s"}:
        return False
    before = text[max(0, when.start - _CUE_REACH) : when.start]
    cut = max(before.rfind(stop) for stop in (". ", "\n", "; ", ", "))
    marks = Marks(before[cut + 1 :], context.words).marks
    if marks and marks[-1].lower in context.words.tied_to_the_past:
        return False
    return any(mark.lower in context.words.future_cues for mark in marks)


def _from_day_before(when: When, days: int, context: DateContext, *, reach: int = 0) -> Interval | None:
    """A day counted from the last single day named before it, as far as `reach` blocks before its own."""
    if when.field != "text":
        return None
    last = bisect_left(context.mentions, when.start, key=lambda mention: mention[0]) - 1
    if last < 0:
        return None
    start, named = context.mentions[last]
    block = context.block_at(when.start)
    if (
        block is None
        or start < context.block_before(block, reach).start
        or named.start != named.end
        or named.start is None
    ):
        return None
    try:
        day = named.start + dt.timedelta(days)
    except OverflowError:
        return None
    return Interval(day, day, "day")


def _scan(report: Report, library: Library) -> list[tuple[int, TimeExpression]]:
    """The time expressions of what is read, with their offsets in the text: sentence by sentence, as they are found."""
    spans = [(s.start, s.end) for s in split_report(report, library.words) if s.field == "text"]
    spans += [(b.start, b.end) for b in report.blocks if b.kind == "date"]
    return [(low + e.start, e) for low, high in sorted(spans) for e in scan_times(report.text[low:high], library.times)]


def _calendar_dates(found: list[tuple[int, TimeExpression]]) -> list[tuple[int, CalendarDate]]:
    dates: list[tuple[int, CalendarDate]] = []
    for start, expression in found:
        meaning = expression.meaning
        parts = [meaning.first, meaning.last] if isinstance(meaning, Bounded) else [meaning]
        dates += [(start, part) for part in parts if isinstance(part, CalendarDate) and not part.swappable]
    return dates


def _publication_days(report: Report) -> tuple[dt.date | None, dt.date | None]:
    if report.published is None:
        return None, None
    return report.published.earliest.date(), report.published.latest.date()


def _dateline(
    report: Report, words: TimeWords, first: dt.date | None, last: dt.date | None, written: WrittenYears
) -> dt.date | None:
    """The day written in the report's dateline, where it fits the publication."""
    for block in report.blocks:
        if block.kind != "dateline":
            continue
        for expression in scan_times(report.text[block.start : block.end], words):
            meaning = expression.meaning
            if not isinstance(meaning, CalendarDate) or meaning.day is None:
                continue
            found = DateContext(report, words, last, last, None, written, (), {}).interval(meaning)
            day = found.start if found else None
            if day and (last is None or first is None or -1 <= (last - day).days <= _NEAR + (last - first).days):
                return day
    return None
