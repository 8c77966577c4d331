"""The time that a report writes in, and the dates, years and weekdays that a text names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model.report import Report

MONTHS = "january february march april may june july august september october november december".split()
#: Whole words: Maysan, Marawi and Augusta are places.
MONTH = (
    r"(?P<m>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DATE = re.compile(
    rf"\b{MONTH}\s+(?P<d>\d{{1,2}})\b(?!,?\d)|"
    rf"\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH.replace('<m>', '<m2>')}\b",
    re.IGNORECASE,
)
YEAR = re.compile(
    r"\b(?:an?|in|since|of|from|back in|during|year|early|late|mid|until|the|by|between|january|february|march|april|"
    r"may|june|july|"
    r"august|september|october|november|december)[\s-]+(?P<y>(?:19|20)\d\d)(?:s)?\b|"
    rf"\b{MONTH} \d{{1,2}}, (?P<y2>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
DAY = re.compile(r"(?i)\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\b")
_DIGITS = re.compile(r"\b\d[\d,.]*\d\b|\b\d\b")
#: A weekday that a report's beginning names is its own where it was within so many days.
_LEAD_DAYS = 4


@dataclass(frozen=True, slots=True)
class ReportTime:
    """What a report's own time is: year and month of publication, the dates and weekdays of its beginning, and
    the numbers in digits that its title tells."""

    year: int | None
    month: int | None
    dates: tuple[int, ...]
    days: frozenset[str]
    titled: frozenset[str] = frozenset()


def report_time(report: Report, sentences: Sequence[str]) -> ReportTime:
    """The time a report writes in, by its publication, else by its first sentences."""
    lead = " ".join(s[:600] for s in sentences[:3])
    published = report.published.earliest if report.published else None
    years = [int(m["y"] or m["y2"]) for s in sentences if may_hold_year(s) for m in YEAR.finditer(s[:4000])]
    standing = [int(y) for y in re.findall(r"\b(20[0-4]\d|19\d\d)\b", lead)]
    year = published.year if published else max(standing + years, default=None)
    dates = tuple(day_numbers(lead))
    if published:
        dates = (published.month * 31 + published.day, *dates)
    days = {d.lower() for d in DAY.findall(f"{report.title or ''} {lead}")}
    if published and report.published and report.published.precision in ("instant", "hour", "day"):
        ends = report.published.latest
        days = {d.lower() for d in DAY.findall(report.title or "")}
        days |= {(ends - dt.timedelta(days=n)).strftime("%A").lower() for n in (0, 1)}
        recent = {(ends - dt.timedelta(days=n)).strftime("%A").lower() for n in range(_LEAD_DAYS)}
        days |= recent & {d.lower() for d in DAY.findall(lead)}
    titled = frozenset(_DIGITS.findall(report.title or ""))
    return ReportTime(year, published.month if published else None, dates, frozenset(days), titled)


def day_numbers(text: str) -> list[int]:
    """The dates of a text without their years, each as month * 31 + day, in order."""
    found = []
    for match in _DATE.finditer(text):
        month, day = (match["m"] or match["m2"])[:3].lower(), int(match["d"] or match["d2"])
        index = next(i for i, name in enumerate(MONTHS, 1) if name.startswith(month))
        if 0 < day < 32:
            found.append(index * 31 + day)
    return found


def may_hold_year(text: str) -> bool:
    """Whether a text can name a year of these two centuries: the cheap question before the pattern."""
    return "19" in text or "20" in text
