"""Figures of an earlier or another happening than the one reported: by years, other dates and days, whole wars."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extraction.english.figures.reading import Read
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.model.report import Report

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = r"(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\b{_MONTH}\s+(?P<d>\d{{1,2}})\b(?!,?\d)|"
    rf"\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH.replace('<m>', '<m2>')}\b",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"\b(?:an?|in|since|of|from|back in|during|year|early|late|mid|until|the|by|between|january|february|march|april|"
    r"may|june|july|"
    r"august|september|october|november|december)[\s-]+(?P<y>(?:19|20)\d\d)(?:s)?\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:(?<!since )last (?:year|month|summer|winter|spring|autumn)|"
    r"(?:year|month|decade|fortnight)s? (?:ago|earlier)|"
    r"hours earlier|a separate (?:\w+ )?(?:crash|accident|collision|plunge|incident|shooting|stabbing)|"
    r"(?:year|month)s? before|a year ago|days earlier|weeks? (?:ago|earlier|before)|earlier this (?:year|month)|"
    r"in recent (?:years|months)|over the years|in previous|historically|century|home to|"
    r"previous (?:attack|bombing|shooting|earthquake|quake|war|wave|clash|incident|disaster|flood|strike)\w*|"
    r"the past (?:few |several |two |three |four |five |ten )?(?:years|decades?)|already (?:hosts?|hosting|home)|"
    r"had already (?:displaced|uprooted|forced|killed|fled)|"
    r"in that (?:attack|bombing|shooting|strike|raid|incident|blast|crash|quake|earthquake)\b|"
    r"a similar (?:\w+ )?(?:attack|incident|bombing|shooting|disaster)|(?:each|every|per|a) year\b|annually|"
    r"anniversary|mid-(?:january|february|march|april|may|june|july|august|september|october|november|december))"
)
#: "days after another raid killed 40": what stands behind is an older happening; "after the quake" is the report's own.
_AFTER_ANOTHER = re.compile(
    r"(?i)\b(?:hours|days?|weeks?|fortnight|months?|years?) after "
    r"(?:an?|another|dozens|scores|hundreds|thousands|several|some|at least|more than|\d+)\b"
)
#: A count over many happenings: a city's year or weekend, several shootings.
_TALLY = re.compile(
    r"\b(?:this year|so far in (?:19|20)\d\d|that year|violent weekend|holiday weekend|in recent weeks)\b"
    r"|\b(?:homicides|murders) (?:reported|recorded|in)\b|\brecorded [^.;]{0,20}(?:homicides|murders)\b"
    r"|\bin (?:\w+ )?(?:separate|multiple|several|various|different|two|three|four|five|six|seven|eight|nine|ten|\d+) "
    r"(?:separate |other |different )?(?:shootings?|stabbings|homicides|crashes)(?! victims)\b"
    rf"|\b(?:across|around|throughout) the (?:city|country|state)\b|\b(?:{'|'.join(_MONTHS)}) alone\b"
    r"|\bin (?:about |just )?\w+ hours\b|\bover a span of\b|\bgun violence\b"
)
#: A court, the police or an inquiry at work: what their act is about is the report's own event, however old.
_FOLLOW_UP = re.compile(
    r"\b(?:charged|convicted|sentenced|arrested|indicted|pleads?|pleaded|held|guilty|accused|on trial|stand trial|"
    r"acquitted|jailed|extradited|identified|inquest|inquiry|behind bars|wanted|arraigned|testified|captured)\b"
)
_HARM = ("killed", "injured")
_SUPERLATIVE = re.compile(
    r"(?i)\b(?:worst|deadliest|most|biggest|largest|first|highest|bloodiest|lowest|strongest)\b[^.;]*\bsince\b[^.;]*$"
)
#: A war as one known thing ("the conflict", "Syria's war", "civil war"); "escalating conflict" is fighting of the day.
_WAR = re.compile(
    r"(?:\b(?:the|this|its|their)|['’]s|s['’])\s+(?:(?!latest|recent|renewed|new|current|escalating)[\w-]+\s+){0,4}?"
    r"(?:war|conflict|insurgency|uprising|revolt|hostilities|pandemic|genocide)\b"
    r"|\b(?:civil|\w+-year(?:-old)?|year) (?:war|conflict)\b"
)
#: What a vague total ("tens of thousands") may be told of as well; a stated number of "the fighting" is the day's.
_FIGHTING = re.compile(r"\bthe (?:fighting|violence|crisis|unrest) has\b|\bhumanitarian (?:crisis|catastrophe)\b")
_WAR_SPAN = re.compile(
    r"\b(?:since|so far|began|begun|broke out|erupted|started|beginning|outbreak|years?|multi-front|multi-sided|"
    r"decades?|complex|brutal|killed|has|have|left|claimed)\b"
)
_HEADING = re.compile(
    rf"(?:{_MONTH}|on {_MONTH.replace('<m>', '<m2>')})?\s*(?:\d{{1,2}},?\s+)?(?P<y>(?:19|20)\d\d)\b\s*(?:[A-Z:–—-])",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?i)\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\b")
_HAPPENING = re.compile(
    r"(?i)\b(?:attack|bombing|blast|explosion|strike|shooting|raid|rocket|shelling|assault|earthquake|quake|massacre|"
    r"clash|ambush|crash|fire|bomb)\w*\b"
)
#: "In June, two trains collided": a month alone, with nothing that counts on from it.
_BARE_MONTH = re.compile(rf"(?:^|,\s|\b(?:back|earlier) )in {_MONTH}(?:,|\s+(?!\d))", re.IGNORECASE)
#: "In January 2009 ...": what a sentence that opens with a year tells.
_YEAR_OPENS = re.compile(rf"(?i)(?:back )?in (?:{_MONTH} )?(?:19|20)\d\d\b")
#: A month that lies so many months back is not the report's own.
_MONTHS_BACK = 2
#: A whole war's dead are told in thousands; a day's are not (people).
_WAR_FLOOR = 10_000
#: Dates this close to the report's own belong to what it reports (days).
_NEAR_DAYS = 3
#: A weekday that a report's beginning names is its own where it was within so many days.
_LEAD_DAYS = 4


@dataclass(frozen=True, slots=True)
class ReportTime:
    """What a report's own time is: year and month of publication, the dates and weekdays of its beginning."""

    year: int | None
    month: int | None
    dates: tuple[int, ...]
    days: frozenset[str]


def report_time(report: Report, sentences: Sequence[str]) -> ReportTime:
    """The time a report writes in, by its publication, else by its first sentences."""
    lead = " ".join(s[:600] for s in sentences[:3])
    published = report.published.earliest if report.published else None
    years = [int(m["y"]) for s in sentences if _may_hold_year(s) for m in _YEAR.finditer(s[:4000])]
    standing = [int(y) for y in re.findall(r"\b(20[0-4]\d|19\d\d)\b", lead)]
    year = published.year if published else max(standing + years, default=None)
    dates = tuple(_day_numbers(lead))
    if published:
        dates = (published.month * 31 + published.day, *dates)
    days = {d.lower() for d in _DAY.findall(f"{report.title or ''} {lead}")}
    if published and report.published and report.published.precision in ("instant", "hour", "day"):
        ends = report.published.latest
        days = {d.lower() for d in _DAY.findall(report.title or "")}
        days |= {(ends - dt.timedelta(days=n)).strftime("%A").lower() for n in (0, 1)}
        recent = {(ends - dt.timedelta(days=n)).strftime("%A").lower() for n in range(_LEAD_DAYS)}
        days |= recent & {d.lower() for d in _DAY.findall(lead)}
    return ReportTime(year, published.month if published else None, dates, frozenset(days))


def is_background(view: SentenceView, read: Read, time: ReportTime, first: bool) -> bool:
    """True where the words around a figure put it in another time than the report's; `first`: its sentence leads."""
    text = view.sentence.text
    low, high = _clause(view, read)
    clause = text[low:high]
    # Asked of every figure, in lower case: in two cases a pattern takes twice as long.
    plain = clause.lower()
    followed = first and _FOLLOW_UP.search(text[: read.slot.quantity.start].lower()) is not None
    if (_other_year(clause, time) and not followed) or (not first and _EARLIER.search(plain)):
        return True
    if _whole_war(text, read) or _old_heading(text, time) or _since_then(text, read):
        return True
    if first:
        return False
    if time.year is None and view.sentence.field == "text" and _YEAR_OPENS.match(text):
        return True  # of a report that bears no date: it would have told its own year at its beginning
    if view.sentence.field == "text" and read.reading.measure in _HARM and _TALLY.search(plain):
        return True
    return (
        _other_month(text, time) or _other_month(clause, time) or _other_date(clause, time) or _other_day(clause, time)
    )


def _clause(view: SentenceView, read: Read) -> tuple[int, int]:
    """Character offsets of the stretch of sentence that a figure's time can stand in."""
    tokens = view.parse.tokens
    left, right = read.slot.first, read.slot.last
    while (
        left > 0
        and read.slot.first - left < 25
        and view.lower(left - 1) not in (";", ".", ":", "above", "than", "while", "said", "says")
    ):
        left -= 1
    while right + 1 < len(tokens) and right - read.slot.last < 22:
        word = view.lower(right + 1)
        if word in (";", ":", "above", "while", "said", "says", "when"):
            break
        if word == "," and view.lower(right + 2) in ("and", "but", "after", "with", "which", "when", "a"):
            break
        right += 1
    return tokens[left].start, tokens[right].end


def _other_year(clause: str, time: ReportTime) -> bool:
    if time.year is None or not _may_hold_year(clause):
        return False
    return any(int(m["y"]) < time.year and not _SUPERLATIVE.search(clause[: m.end()]) for m in _YEAR.finditer(clause))


def _may_hold_year(text: str) -> bool:
    return "19" in text or "20" in text


def _whole_war(text: str, read: Read) -> bool:
    quantity = read.slot.quantity
    large = (quantity.value is not None and quantity.value >= _WAR_FLOOR) or (
        quantity.value is None
        and quantity.qualifier == "vague"
        and any(
            w in text[quantity.start : quantity.end].lower()
            for w in ("million", "hundreds of thousands", "tens of thousands")
        )
    )
    if not large:
        return False
    plain = text.lower()
    told = _WAR.search(plain) or (quantity.value is None and _FIGHTING.search(plain))
    return bool(told and _WAR_SPAN.search(plain))


def _old_heading(text: str, time: ReportTime) -> bool:
    """An entry of a chronology: the sentence opens with a date of an earlier year."""
    match = _HEADING.match(text)
    return bool(match and time.year is not None and int(match["y"]) < time.year)


def _since_then(text: str, read: Read) -> bool:
    """ "the deadliest since an attack that killed hundreds", "a week after a raid killed 40": the older happening."""
    before = text[: read.slot.quantity.start]
    behind = [m for m in _AFTER_ANOTHER.finditer(before) if not set(before[m.end() :]) & set(",;:")]
    return bool(_SUPERLATIVE.search(before) or behind)


def _day_numbers(text: str) -> list[int]:
    found = []
    for match in _DATE.finditer(text):
        month, day = (match["m"] or match["m2"])[:3].lower(), int(match["d"] or match["d2"])
        index = next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(month))
        if 0 < day < 32:
            found.append(index * 31 + day)
    return found


def _other_month(text: str, time: ReportTime) -> bool:
    """A sentence that opens with a bare month of some months before publication, or of the year before."""
    match = _BARE_MONTH.search(text[:40])
    if match is None or time.month is None:
        return False
    month = next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(match["m"][:3].lower()))
    return (time.month - month) % 12 >= _MONTHS_BACK


def _other_date(clause: str, time: ReportTime) -> bool:
    """An explicit date that lies before everything that the report's beginning dates."""
    dates = _day_numbers(clause)
    return bool(dates and time.dates) and max(dates) < min(time.dates) - _NEAR_DAYS


def _other_day(clause: str, time: ReportTime) -> bool:
    """ "Saturday's bombing killed ..." in a report of a Wednesday."""
    days = {d.lower() for d in _DAY.findall(clause)}
    return bool(days and time.days and not days & time.days and _HAPPENING.search(clause))
