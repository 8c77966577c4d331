"""The time that a report writes in, and the dates, years and weekdays that a text names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.language.syntax import Sentence
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
_DIGITS = re.compile(r"\b\d[\d,.]*\d\b|\b\d\b")
_MONTH = re.compile(rf"\b{MONTH}", re.IGNORECASE)
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
DAY = re.compile(rf"(?i)\b({'|'.join(WEEKDAYS)})s?\b")
#: The day of a statement, which what it tells came before.
_SAID_ON = re.compile(
    rf"(?i)\b(?:said|says|told|announced|reported|confirmed)\b[^,.;]{{0,30}}?\b({'|'.join(WEEKDAYS)})\b"
)
#: A weekday that a report's beginning names is its own where it was within so many days.
_LEAD_DAYS = 4
#: So few words at a report's beginning are its dateline, not its first sentence.
_DATELINE_WORDS = 4


@dataclass(frozen=True, slots=True)
class ReportTime:
    """What a report's own time is: year and month of publication, the dates and weekdays of its beginning.

    `lead_days` are the weekdays and `lead_months` the months (1 to 12) that its title and its first sentence name:
    those of what it reports. `titled` are the numbers in digits that its title tells; `yearly`: it begins with
    what "this year" brought.
    """

    year: int | None
    month: int | None
    dates: tuple[int, ...]
    days: frozenset[str]
    lead_days: frozenset[str]
    lead_months: frozenset[int]
    titled: frozenset[str] = frozenset()
    yearly: bool = False


def report_time(report: Report, opening: Sequence[Sentence]) -> ReportTime:
    """The time a report writes in, by its publication, else by its first sentences."""
    sentences = [s.text for s in opening]
    lead = " ".join(s[:600] for s in sentences[:3])
    first = next((s.text[:600] for s in opening if s.field == "text" and s.text.count(" ") > _DATELINE_WORDS), "")
    first = f"{report.title or ''} {first}"
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
    bodies = (s.text for s in opening if s.field == "text")
    return ReportTime(
        year=year,
        month=published.month if published else None,
        dates=dates,
        days=frozenset(days),
        lead_days=_told_days(first),
        lead_months=frozenset(month_number(m["m"]) for m in _MONTH.finditer(first)),
        titled=frozenset(_DIGITS.findall(report.title or "")),
        yearly="this year" in f"{report.title or ''} {next(bodies, '')}".lower(),
    )


def _told_days(lead: str) -> frozenset[str]:
    """The weekdays that a lead names, and before one on which somebody only said it the two before."""
    found = {d.lower() for d in DAY.findall(lead)}
    for match in _SAID_ON.finditer(lead):
        said = WEEKDAYS.index(match[1].lower())
        found |= {WEEKDAYS[said - 1], WEEKDAYS[said - 2]}
    return frozenset(found)


def month_number(name: str) -> int:
    """The number, 1 to 12, of a month given by its first three letters or more."""
    return next(i for i, whole in enumerate(MONTHS, 1) if whole.startswith(name[:3].lower()))


def day_numbers(text: str) -> list[int]:
    """The dates of a text without their years, each as month * 31 + day, in order."""
    found = []
    for match in _DATE.finditer(text):
        month, day = (match["m"] or match["m2"])[:3].lower(), int(match["d"] or match["d2"])
        index = month_number(month)
        if 0 < day < 32:
            found.append(index * 31 + day)
    return found


def may_hold_year(text: str) -> bool:
    """Whether a text can name a year of these two centuries: the cheap question before the pattern."""
    return "19" in text or "20" in text
