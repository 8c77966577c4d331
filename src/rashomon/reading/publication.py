"""A written date -> when a report was published, with its precision and how that is known."""

from __future__ import annotations

import datetime as dt
import re

from rashomon.knowledge.times import TimeWords
from rashomon.language.english.time_calendar import days_in_month, read_date
from rashomon.language.english.time_tokens import Marks
from rashomon.language.time_meaning import CalendarDate
from rashomon.model.issue import Issue
from rashomon.model.moment import Published, PublishedHow
from rashomon.model.outcome import Outcome
from rashomon.reading.codes import issue

_ISO = re.compile(
    r"^\s*(?P<y>[+-]?\d{4,})(?:-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2})(?:[T ]"
    r"(?P<time>\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d{1,9})?)?)\s?(?P<zone>Z|z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?)?)?\s*$"
)
#: A clock may be ahead, and a date alone lasts to the end of its day everywhere.
_AHEAD = dt.timedelta(days=2)


def read_published(
    value: str, how: PublishedHow, about: str, words: TimeWords, learned_at: dt.datetime | None
) -> Outcome[Published | None]:
    """The publication that a string names; null with an issue where it names none that can be."""
    value = value[:200]
    iso = _ISO.match(value)
    date = _of_iso(iso) if iso else None
    if date is None and not iso:
        marks = Marks(value, words)
        found = next((f for i in range(min(len(marks), 40)) if (f := read_date(marks, i))), None)
        date = found[0] if found else None
    if date is None or date.year is None:
        if iso:
            return Outcome(None, (_no_such_date(value, about),))
        message = f"The publication date {value!r} could not be read."
        return Outcome(None, (issue("date_unreadable", "warning", about, message, "Give it as YYYY-MM-DD."),))
    published = published_of(date, how, seconds=_seconds(iso))
    if published is None:
        return Outcome(None, (_no_such_date(value, about),))
    return in_time(published, value, about, learned_at, ambiguous=date.swappable)


def in_time(
    published: Published, value: str, about: str, learned_at: dt.datetime | None, *, ambiguous: bool
) -> Outcome[Published | None]:
    """The publication unless it lies after the report was learned, with the issues of its date."""
    if learned_at is not None and published.earliest > learned_at + _AHEAD:
        message = f"The publication date {value!r} lies in the future."
        return Outcome(None, (issue("date_in_future", "warning", about, message, "Correct the date."),))
    if not ambiguous:
        return Outcome(published)
    message = f"Day and month of the publication date {value!r} can be meant either way."
    return Outcome(published, (issue("date_ambiguous", "note", about, message, "Give it as YYYY-MM-DD."),))


def _no_such_date(value: str, about: str) -> Issue:
    message = f"The publication date {value!r} does not exist or lies outside 1800 to 2100."
    return issue("date_impossible", "warning", about, message, "Give it as YYYY-MM-DD.")


def _of_iso(match: re.Match[str]) -> CalendarDate | None:
    year, month, day = (int(match[k]) if match[k] and len(match[k]) < 6 else None for k in "ymd")
    if year is None or not 1800 <= year <= 2100 or (month is not None and not 1 <= month <= 12):
        return None
    if day is not None and not (1 <= day <= days_in_month(year, month or 1)):
        return None
    return CalendarDate(year=year, month=month, day=day)


def _seconds(match: re.Match[str] | None) -> tuple[dt.time, int | None] | None:
    if match is None or not match["time"]:
        return None
    digits = re.sub(r"\D", "", match["time"].split(".")[0].split(",")[0]).ljust(6, "0")
    hour, minute, second = int(digits[:2]), int(digits[2:4]), min(int(digits[4:6]), 59)
    if hour > 23 or minute > 59:
        return None
    zone = match["zone"] or ""
    if zone[:1] not in {"+", "-"}:
        return dt.time(hour, minute, second), 0
    shift = re.sub(r"\D", "", zone).ljust(4, "0")
    return dt.time(hour, minute, second), (-1 if zone[0] == "-" else 1) * (int(shift[:2]) * 60 + int(shift[2:]))


def published_of(
    date: CalendarDate, how: PublishedHow, seconds: tuple[dt.time, int | None] | None = None
) -> Published | None:
    """What a written date with a year names: an instant, a day, a month or a year; a time without zone is UTC."""
    if date.year is None:
        return None
    try:
        if date.day is None or date.month is None:
            month = date.month
            last = dt.date(date.year, month or 12, days_in_month(date.year, month or 12))
            return _span(dt.date(date.year, month or 1, 1), last, how, month is not None)
        day = dt.date(date.year, date.month, date.day)
        if seconds is None and date.clock is not None:
            seconds = dt.time(date.clock.hour, date.clock.minute), date.clock.zone
        if seconds is not None:
            moment = dt.datetime.combine(day, seconds[0], dt.UTC) - dt.timedelta(minutes=seconds[1] or 0)
            return Published(earliest=moment, latest=moment, precision="instant", how=how)
        other = dt.date(date.year, date.day, date.month) if date.swappable else day
    except (ValueError, OverflowError):
        return None
    earliest, latest = _day(min(day, other)), _day(max(day, other), end=True)
    return Published(earliest=earliest, latest=latest, precision="day" if day == other else "period", how=how)


def _span(first: dt.date, last: dt.date, how: PublishedHow, is_month: bool) -> Published:
    return Published(
        earliest=_day(first), latest=_day(last, end=True), precision="month" if is_month else "year", how=how
    )


def _day(day: dt.date, *, end: bool = False) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(23, 59, 59) if end else dt.time(), dt.UTC)
