"""A story in one line: what a list of thousands shows of each without its dossier."""

from __future__ import annotations

import datetime as dt

from rashomon.model.record import Record


class Step(Record, frozen=True, kw_only=True, array_like=True):
    """One state of the main figure on a day; `line` numbers the origin that gives it, `open` where more may come."""

    line: int
    day: dt.date
    value: float
    open: bool


class MainFigure(Record, frozen=True, kw_only=True):
    """The figure that a story is told by: what it counts, its range in words and numbers, and its history."""

    label: str
    range_text: str
    low: float | None
    best: float | None
    high: float | None
    support: str | None
    steps: tuple[Step, ...] = ()


class StorySummary(Record, frozen=True, kw_only=True):
    """A story's line. `place` is where it happened as it may be shown, `radius_km` how vague that is. Where that is too
    wide for a point, `towns` are those that its reports name there, as (latitude, longitude).

    `titles` are headlines of its reports, names masked, by which it is found as well; `roots` counts who produced its
    information, `doubts` the points on which accounts differ.
    """

    story: str
    headline: str
    place: str | None
    country: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    main: MainFigure | None
    measures: tuple[str, ...]
    titles: tuple[str, ...]
    roots: int
    doubts: int
    reports: int
    reviewed: bool
    towns: tuple[tuple[float, float], ...] = ()
