"""The days that a report names, worked out roughly from its words: what it tells happened on one of them, most
often.
"""

from __future__ import annotations

import datetime as dt
import re

from rashomon.knowledge.times import TimeWords
from rashomon.model.remembered import remembered
from rashomon.model.report import Report

_WORD = re.compile(r"[^\W_]+")
#: Bare weekdays and "yesterday" date the news itself near the start of a report (characters); later they wander.
_START = 1500


@remembered(4_000)
def told_days(report: Report, words: TimeWords) -> frozenset[int]:
    """Ordinals of the days named, relative to the publication; none where that is not known to the day."""
    published = report.published
    if published is None or published.earliest.date() != published.latest.date():
        return frozenset()
    day = published.earliest.date()
    tokens = [token.casefold() for token in _WORD.findall(report.text)]
    opening = len(_WORD.findall(report.text[:_START]))
    found: set[int] = set()
    for at, word in enumerate(tokens):
        if word in words.months:
            for number in (tokens[at - 1 : at], tokens[at + 1 : at + 2]):
                found.update(*(_date(day, words.months[word], int(n)) for n in number if _is_day(n)))
        elif at < opening and word in words.weekdays:
            found.add(day.toordinal() - (day.weekday() - words.weekdays[word]) % 7)
        elif at < opening and word in words.day_words and words.day_words[word][1] <= 0:
            found.add(day.toordinal() + words.day_words[word][1])
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
