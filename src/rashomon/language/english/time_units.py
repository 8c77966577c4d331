"""Time expressions of units: "last month", "past three days", "two weeks ago", "the fourth day", "this week"."""

from __future__ import annotations

from typing import Literal, cast

from rashomon.language.english.time_tokens import Marks, Read
from rashomon.language.time_meaning import (
    Ago,
    CalendarUnit,
    DaysFromNow,
    Nth,
    Stretch,
    Unanchored,
    Unit,
)

_SMALL = frozenset({"minute", "hour"})


def _count(marks: Marks, i: int) -> tuple[int | None, int] | None:
    """A small number at a position (null for a vague one: "a few", "several"), and the position after."""
    words = marks.words
    at = i
    if marks.lower(at) == "a" and marks.lower(at + 1) in {*words.vague_numbers, "couple", "dozen", "half"}:
        at += 1
    word = marks.lower(at)
    value: int | None
    if marks[at].text.isdigit():
        value = marks.digits(at, 4)
        if value is None or marks.grouped(at):
            return None
        at += 1
    elif word in words.vague_numbers:
        value, at = None, at + 1
    elif word in words.numbers:
        value, at = words.numbers[word], at + 1
        if value >= 20 and marks.lower(at) == "-" and 1 <= words.numbers.get(marks.lower(at + 1), 0) <= 9:
            value, at = value + words.numbers[marks.lower(at + 1)], at + 2
    else:
        return None
    if marks.lower(at) == "of" and word in {"couple", "number"}:
        at += 1
    if marks.lower(at) == "more":
        at += 1
    if marks.lower(at) == "and" and marks.lower(at + 1) == "a" and marks.lower(at + 2) == "half":
        at += 3
    if marks.lower(at) == "-" and marks[at].joined:
        at += 1
    return value, at


def _unit(marks: Marks, i: int) -> tuple[Unit, int] | None:
    unit = marks.words.units.get(marks.lower(i))
    return (cast(Unit, unit), i + 1) if unit else None


def read_distance(marks: Marks, i: int) -> Read | None:
    """Two weeks ago; three days later; a day after; within 24 hours; past three days; the last 24 hours."""
    word = marks.lower(i)
    if word in marks.words.just_past or word in marks.words.coming:
        return _stretch(marks, i)
    counted = _count(marks, i)
    if counted is None:
        return _bare_units(marks, i)
    count, at = counted
    measured = _unit(marks, at)
    if measured is None:
        return None
    unit, after = measured
    if marks.lower(after) == "-" and marks.lower(after + 1) in {"long", "old"}:
        return None
    if marks.lower(after) == "and" and marks.lower(after + 1) == "a" and marks.lower(after + 2) == "half":
        after += 3
    following = marks.lower(after)
    if following == "ago":
        return Ago(unit, count), after + 1
    if following in marks.words.afterwards or following in marks.words.beforehand:
        # "Two days later" counts from what was told; "two days after the raid" from the raid, whose day is not known.
        days = count if unit == "day" and following in {"later", "afterwards", "earlier"} else None
        return Unanchored(days and (days if following in marks.words.afterwards else -days)), after + 1
    if marks.lower(i - 1) in {"within", "in", "over", "during", "for", "after"} or unit in _SMALL:
        return Unanchored(), after
    return None


def _bare_units(marks: Marks, i: int) -> Read | None:
    """Days earlier, hours after, weeks later."""
    unit = _unit(marks, i)
    if unit is None or not marks.lower(i).endswith("s"):
        return None
    following = marks.lower(unit[1])
    if following == "ago":
        return Ago(unit[0], None), unit[1] + 1
    if following in marks.words.afterwards or following in marks.words.beforehand:
        return Unanchored(), unit[1] + 1
    return None


def _stretch(marks: Marks, i: int) -> Read | None:
    word = marks.lower(i)
    direction: Literal[-1, 1] = 1 if word in marks.words.coming else -1
    counted = _count(marks, i + 1)
    measured = _unit(marks, counted[1]) if counted else None
    if counted and measured:
        if word in marks.words.from_another_day:
            return Unanchored(), measured[1]
        return Stretch(measured[0], counted[0], direction), measured[1]
    measured = _unit(marks, i + 1)
    if measured is None:
        return None
    unit, after = measured
    plural = marks.lower(i + 1).endswith("s")
    if plural:
        return (Unanchored() if word in marks.words.from_another_day else Stretch(unit, None, direction)), after
    if word in marks.words.from_another_day or (word == "next" and unit in {"day", "night"}):
        days = -1 if direction < 0 else 1
        return Unanchored(days if unit == "day" else None), after
    if word == "past" and unit not in {"weekend", "night"}:
        return Stretch(unit, 1, -1), after
    if word in {"last", "past"} and unit in {"day", "hour", "minute"}:
        # "the last day" is the end of something told elsewhere, unless it is counted.
        return (Stretch(unit, 1, -1) if unit != "day" else Unanchored()), after
    return CalendarUnit(unit, direction), after


def read_part_of_unit(marks: Marks, i: int) -> Read | None:
    """Earlier this week, so far this year, late last month, earlier in the day, later that day."""
    so_far = marks.lower(i) == "so" and marks.lower(i + 1) == "far"
    at = i + 2 if so_far else i + 1
    part = None if so_far else marks.words.part_of(marks.lower(i))
    if not so_far and part is None:
        return None
    if (
        marks.lower(at) == "in"
        and marks.lower(at + 1) == "the"
        and marks.lower(at + 2) in {"day", "week", "month", "year"}
    ):
        unit = cast(Unit, marks.words.units[marks.lower(at + 2)])
        later = marks.lower(i) in {"later", "earlier"}
        return (Unanchored() if unit == "day" or not later else CalendarUnit(unit, 0, part)), at + 3
    if marks.lower(at) == "on":
        at += 1
    inner = read_unit_of_now(marks, at) or _stretch_unit(marks, at)
    if inner is None or not isinstance(inner[0], CalendarUnit):
        return inner if inner and not so_far else None
    found = inner[0]
    return CalendarUnit(found.unit, found.shift, part, so_far), inner[1]


def _stretch_unit(marks: Marks, i: int) -> Read | None:
    return _stretch(marks, i) if marks.lower(i) in {"last", "next", "past"} else None


def read_unit_of_now(marks: Marks, i: int) -> Read | None:
    """This week, that day, the same day, the weekend, the next day, the day before."""
    word = marks.lower(i)
    if word in {"this", "current"} and (unit := _unit(marks, i + 1)) and not marks.lower(i + 1).endswith("s"):
        if unit[0] == "day":
            return DaysFromNow(0, 0), unit[1]
        return CalendarUnit(unit[0], 0), unit[1]
    if word in {"that", "same"} and (unit := _unit(marks, i + 1)) and not marks.lower(i + 1).endswith("s"):
        return Unanchored(0 if unit[0] in {"day", "night"} else None), unit[1]
    if word == "the":
        if marks.lower(i + 1) == "weekend":
            return CalendarUnit("weekend", 0), i + 2
        if marks.lower(i + 1) == "day" and marks.lower(i + 2) in {"before", "after"}:
            alone = not marks.lower(i + 3).isalpha()
            return Unanchored((-1 if marks.lower(i + 2) == "before" else 1) if alone else None), i + 3
    return None


def read_nth(marks: Marks, i: int) -> Read | None:
    """The fourth day, a third straight night, its 14th year."""
    number = marks.words.ordinals.get(marks.lower(i))
    at = i + 1
    if (
        number is None
        and marks[i].text.isdigit()
        and marks[i + 1].joined
        and marks.lower(i + 1) in marks.words.ordinal_ends
    ):
        number, at = marks.digits(i, 4), i + 2
    if number is None:
        return None
    running = marks.lower(at) in {"straight", "consecutive", "successive"}
    unit = _unit(marks, at + 1 if running else at)
    if unit is None or marks.lower(unit[1] - 1).endswith("s"):
        return None
    after = unit[1]
    if marks.lower(after) in {"running"} or (
        marks.lower(after) == "in" and marks.lower(after + 1) == "a" and marks.lower(after + 2) == "row"
    ):
        running, after = True, after + (1 if marks.lower(after) == "running" else 3)
    return Nth(unit[0], number, running), after
