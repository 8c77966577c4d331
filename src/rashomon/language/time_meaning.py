"""What a time expression means, before it is anchored to a day: a small tree, the same for every language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["minute", "hour", "day", "night", "week", "weekend", "fortnight", "month", "year", "decade", "century"]
Part = Literal["early", "mid", "late"]


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `zone` is minutes east of UTC, null where the text names none that is known."""

    hour: int
    minute: int = 0
    zone: int | None = None


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date as far as it is written; `last_day` closes "5-9 August".

    `swappable`: day and month may be meant the other way.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    part: Part | None = None
    clock: Clock | None = None
    swappable: bool = False


@dataclass(frozen=True, slots=True)
class WeekdayOf:
    """A day of the week; `shift` is the word before it."""

    weekday: int
    shift: Literal["", "last", "next", "this"] = ""


@dataclass(frozen=True, slots=True)
class DaysFromNow:
    """Whole days counted from the report's day, both inclusive: yesterday is -1 to -1."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class CalendarUnit:
    """The unit that holds the report's day (shift 0), the one before (-1) or after (1): "last month"."""

    unit: Unit
    shift: int
    part: Part | None = None
    so_far: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of units that ends (direction -1) or begins (1) at the report's day; `count` null for "recent days"."""

    unit: Unit
    count: int | None
    direction: Literal[-1, 1]


@dataclass(frozen=True, slots=True)
class Ago:
    """A distance back from the report's day: "two weeks ago"."""

    unit: Unit
    count: int | None


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth unit of something; `running` for "a third straight day"."""

    unit: Unit
    number: int
    running: bool


@dataclass(frozen=True, slots=True)
class Decade:
    """The 1990s."""

    year: int


@dataclass(frozen=True, slots=True)
class Season:
    """A season; its dates depend on the hemisphere, so only its year is used."""

    name: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A clock time or part of a day without its day."""

    clock: Clock | None = None


@dataclass(frozen=True, slots=True)
class Unanchored:
    """A time relative to something told elsewhere ("the next day", "hours later", "for three days").

    `days` is its distance from the day told before, where the words give one.
    """

    days: int | None = None


@dataclass(frozen=True, slots=True)
class Bounded:
    """A stretch by its bounds: since, until, by, as of, before, after one; between two, one and another."""

    kind: Literal["since", "until", "by", "as_of", "before", "after", "between", "and"]
    first: Meaning
    last: Meaning | None = None


Meaning = (
    CalendarDate | WeekdayOf | DaysFromNow | CalendarUnit | Stretch | Ago | Nth | Decade | Season | TimeOfDay
    | Unanchored | Bounded
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression in a text: half-open offsets and the meaning."""

    start: int
    end: int
    meaning: Meaning
