"""The days that a report names, worked out roughly from its words: what it tells happened on one of them, most
often.
"""

from __future__ import annotations

import datetime as dt
import re

from rashomon.knowledge.times import TimeWords
from rashomon.model.report import Report

_WORD = re.compile(r"[^\W_]+")
#: Bare weekdays and "yesterday" date the news itself near the start of a report (characters); later they wander.
_START = 1500


def told_days(report: Report, words: TimeWords) -> frozenset[int]:
    """Ordinals of the days named, relative to the publication; none where that is not known to the day."""
    published = report.published
    if published is None or published.earliest.date() != published.latest.date():
        return frozenset()
    day = published.earliest.date()
    found: set[int] = set()
    before = ""
    for match in _WORD.finditer(report.text):
        word = match.group().casefold()
        if before in words.months and _is_day(word):
            found |= _date(day, words.months[before], int(word))
        elif word in words.months and _is_day(before):
            found |= _date(day, words.months[word], int(before))
        elif match.start() < _START and word in words.weekdays:
            found.add(day.toordinal() - (day.weekday() - words.weekdays[word]) % 7)
        elif match.start() < _START and word in words.day_words and words.day_words[word][1] <= 0:
            found.add(day.toordinal() + words.day_words[word][1])
        before = word
    return frozenset(found)


def _is_day(word: str) -> bool:
    return word.isdecimal() and len(word) < 3


def _date(published: dt.date, month: int, number: int) -> set[int]:
    """That day of the year up to the publication, or of the year before."""
    for year in (published.year, published.year - 1):
        try:
            found = dt.date(year, month, number)
        except ValueError:
            continue
        if found <= published:
            return {found.toordinal()}
    return set()
