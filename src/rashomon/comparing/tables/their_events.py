"""An event of another data set, whatever its columns were."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Literal

from rashomon.model.compared_table import TheirLine

#: What kinds of happening are told apart between data sets that code them differently.
Kind = Literal["battle", "remote", "civilians", "demonstration", "strategic", "disaster"]
VIOLENT: frozenset[Kind] = frozenset({"battle", "remote", "civilians"})

ACLED_KINDS: dict[str, Kind] = {
    "battles": "battle",
    "explosions/remote violence": "remote",
    "violence against civilians": "civilians",
    "protests": "demonstration",
    "riots": "demonstration",
    "strategic developments": "strategic",
}
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.0+)?")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_FORMATS = ("%d %B %Y", "%d-%B-%Y", "%d %b %Y", "%d-%b-%Y", "%Y/%m/%d")


class CellError(ValueError):
    """A cell that cannot be read; the text says which, and what it holds."""


@dataclass(frozen=True, slots=True)
class TheirEvent:
    """A row as it is matched: its line, how far its day and place may be off, its kinds and actors."""

    line: TheirLine
    slack_days: int
    lat: float | None
    lon: float | None
    radius_km: float | None
    kinds: frozenset[Kind] = frozenset()
    actors: tuple[str, ...] = field(default=())

    @property
    def wide(self) -> bool:
        """Whether it has neither a point nor a place below its country: a total, no event."""
        return self.lat is None and not self.line.place


def read_date(cell: str, column: str) -> dt.date:
    """A date as data sets write it: ISO with or without a time, or day, month name and year. Raises CellError."""
    text = cell.strip().split("T")[0]
    text = re.sub(r"\s+\d{1,2}:\d{2}.*$", "", text)
    if _ISO.fullmatch(text):
        with contextlib.suppress(ValueError):
            return dt.date.fromisoformat(text)
    for pattern in _FORMATS:
        try:
            return dt.datetime.strptime(text, pattern).replace(tzinfo=dt.UTC).date()
        except ValueError:
            continue
    raise CellError(f'has no date in {column}: "{cell[:40]}"')


def read_count(cell: str, column: str) -> int | None:
    """A number of people, null for an empty cell. Raises CellError."""
    text = cell.strip()
    if not text:
        return None
    if not _NUMBER.fullmatch(text):
        raise CellError(f'has no number of people in {column}: "{cell[:40]}"')
    return int(float(text.replace(",", "")))


def read_degrees(cell: str, column: str, most: float) -> float | None:
    """A latitude or longitude, null for an empty cell. Raises CellError."""
    text = cell.strip()
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not -most <= value <= most:
        raise CellError(f'has no degrees in {column}: "{cell[:40]}"')
    return value
