"""The brief and the timeline: generated text, every sentence with what it rests on."""

from __future__ import annotations

import datetime as dt

from rashomon.model.moment import DatePrecision
from rashomon.model.record import Record


class Sentence(Record, frozen=True, kw_only=True):
    """A generated sentence and the claims, issues or reports that it cites; at least one of the three is not empty."""

    text: str
    claims: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    calculation: str | None = None


class Brief(Record, frozen=True, kw_only=True):
    """A headline, up to three key points, and paragraphs of sentences."""

    headline: Sentence
    key_points: tuple[Sentence, ...]
    paragraphs: tuple[tuple[Sentence, ...], ...]


class TimelineEntry(Record, frozen=True, kw_only=True):
    """One dated line; `date` is the first day of what it tells, `end_date` the last (both inclusive)."""

    date: dt.date
    end_date: dt.date | None = None
    precision: DatePrecision
    background: bool
    text: str
    claims: tuple[str, ...]
