"""A row of an HXL-tagged table as an event: columns are found by their tags, whatever their headings (HXL 1.1)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence

from rashomon.comparing.tables.countries import country_code
from rashomon.comparing.tables.their_events import (
    ACLED_KINDS,
    CellError,
    TheirEvent,
    read_count,
    read_date,
    read_degrees,
)
from rashomon.model.compared_table import TheirLine

_TAG = re.compile(r"#[a-z][a-z0-9_]*(?:\s*\+\s*[a-z][a-z0-9_]*)*", re.IGNORECASE)
#: A table without a precision: a point may be a town's or its district's.
_RADIUS_KM = 30.0
#: Attributes that say how a number of all people is given, not that it is of some of them.
_OF_ALL = frozenset({"killed", "ind", "min", "max", "best", "total", "num"})

Tag = tuple[str, frozenset[str]]


def is_tag_row(cells: Sequence[str]) -> bool:
    """Whether a row is HXL's row of tags: it has tags, and nothing else in its cells."""
    filled = [c.strip() for c in cells if c.strip()]
    return bool(filled) and all(_TAG.fullmatch(c) for c in filled)


def hxl_columns(cells: Sequence[str]) -> HxlColumns | None:
    """The columns by their tags; null where no column is a date."""
    columns = HxlColumns([_tag(c) for c in cells])
    return columns if columns.has_date else None


def _tag(cell: str) -> Tag:
    name, *attributes = (p.strip().lower() for p in cell.split("+"))
    return name, frozenset(attributes)


class HxlColumns:
    """Where a tagged table has what an event needs."""

    def __init__(self, tags: Sequence[Tag]) -> None:
        self.width = len(tags)
        self._tags = tags
        self._start = self._find("#date", lambda a: "start" in a or "occurred" in a)
        if self._start is None:
            self._start = self._find("#date", lambda a: not a & {"end", "reported", "updated", "added", "modified"})
        self._end = self._find("#date", lambda a: "end" in a)
        self._killed = self._number(frozenset())
        self._civilians = self._find("#affected", lambda a: a == {"killed", "civilians"})
        self._low, self._high = self._number(frozenset({"min"})), self._number(frozenset({"max"}))

    @property
    def counts_dead(self) -> bool:
        """Whether a column counts people killed: then a row without such a number is a figure of something else."""
        return self._killed is not None or self._civilians is not None

    @property
    def has_date(self) -> bool:
        """Whether a column says when things happened."""
        return self._start is not None

    def event(self, number: int, cells: Sequence[str]) -> TheirEvent:
        """The event of a row. Raises CellError where its date, deaths or coordinates cannot be read."""
        start = read_date(self._cell(cells, self._start), "#date")
        end = self._day(cells) or start
        if end < start:
            raise CellError("ends before it starts")
        kind = ACLED_KINDS.get(self._text(cells, "#event", lambda a: "type" in a).lower())
        code = self._text(cells, "#country", lambda a: "code" in a)
        killed = read_count(self._cell(cells, self._killed), "#affected+killed")
        civilians = read_count(self._cell(cells, self._civilians), "#affected+killed+civilians")
        place = self._text(cells, "#loc", lambda a: "name" in a or not a) or self._text(cells, "#loc", lambda _: True)
        return TheirEvent(
            line=TheirLine(
                row=number,
                id=self._text(cells, "#event", lambda a: bool(a & {"id", "code"})),
                start=start,
                end=end,
                place=place or self._text(cells, "#adm2", _is_name) or self._text(cells, "#adm1", _is_name),
                country=country_code(code, self._text(cells, "#country", _is_name)),
                low=read_count(self._cell(cells, self._low), "#affected+killed+min"),
                best=civilians if killed is None else killed,
                high=read_count(self._cell(cells, self._high), "#affected+killed+max"),
                counted="civilians" if killed is None and civilians is not None else "everybody",
            ),
            slack_days=1,
            lat=read_degrees(self._text(cells, "#geo", lambda a: "lat" in a), "#geo+lat", 90),
            lon=read_degrees(self._text(cells, "#geo", lambda a: "lon" in a), "#geo+lon", 180),
            radius_km=_RADIUS_KM,
            kinds=frozenset({kind}) if kind else frozenset(),
        )

    def _day(self, cells: Sequence[str]) -> dt.date | None:
        cell = self._cell(cells, self._end)
        return read_date(cell, "#date+end") if cell.strip() else None

    def _number(self, bound: frozenset[str]) -> int | None:
        """The column of people killed, all of them; a column of some (children, men) is none."""
        return self._find("#affected", lambda a: "killed" in a and not a - _OF_ALL and a & {"min", "max"} == bound)

    def _find(self, name: str, fits: Callable[[frozenset[str]], bool]) -> int | None:
        return next((i for i, (n, a) in enumerate(self._tags) if n == name and fits(a)), None)

    def _text(self, cells: Sequence[str], name: str, fits: Callable[[frozenset[str]], bool]) -> str:
        return self._cell(cells, self._find(name, fits)).strip()

    @staticmethod
    def _cell(cells: Sequence[str], column: int | None) -> str:
        return cells[column] if column is not None else ""


def _is_name(attributes: frozenset[str]) -> bool:
    return "code" not in attributes
