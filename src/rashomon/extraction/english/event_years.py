"""The years that a report and its sentences name: what was before a report's own year is history."""

from __future__ import annotations

import re

from rashomon.extraction.analysis import Analysis

_DATED = re.compile(
    r"(?i:\b(?:in|since|during|of|from|until|by|between|and|early|late|mid|before|after|year|january|february|march|april|may|june|july|"
    r"august|september|october|november|december|\d{1,2}(?:st|nd|rd|th)?)) ?[,-]? ?(?P<year>(?:19[0-9]\d|20[0-4]\d))"
    r"(?!\d|[.,]\d)"
)
#: A report that names only older years tells of history: no news page is older than this (year).
_OLDEST_NEWS = 2005
_YEAR = re.compile(r"(?<![\d,.])(?:19[3-9]\d|20[0-4]\d)(?!\d|[.,]\d)")


def report_year(analysis: Analysis) -> int | None:
    """The report's own year: of its publication, else the latest that it names."""
    published = analysis.report.published
    if published is not None:
        return published.latest.year
    years = [y for s in analysis.sentences for y in years_in(s.text)]
    return max([*years, _OLDEST_NEWS]) if years else None


def years_in(text: str) -> list[int]:
    """The plain years that a text names."""
    return [int(m.group()) for m in _YEAR.finditer(text)]


def dated_years(text: str) -> list[int]:
    """The years that date what a text tells: behind a preposition, a month or a day, not "its 2011 report"."""
    if "19" not in text and "20" not in text:
        return []
    return [int(m.group("year")) for m in _DATED.finditer(text)]
