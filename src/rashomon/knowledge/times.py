"""The words of English time expressions, typed (`data/en/times.toml`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from rashomon.knowledge.library import Library


@dataclass(frozen=True, slots=True, eq=False)
class TimeWords:
    """What each word can mean in a time expression; the data file says what each field holds."""

    months: dict[str, int]
    months_full: frozenset[str]
    months_named: frozenset[str]
    weekdays: dict[str, int]
    weekday_short: dict[str, int]
    weekday_not_after: frozenset[str]
    weekday_not_before: frozenset[str]
    units: dict[str, str]
    numbers: dict[str, int]
    vague_numbers: dict[str, int]
    ordinals: dict[str, int]
    ordinal_ends: frozenset[str]
    day_words: dict[str, tuple[int, int]]
    day_parts: frozenset[str]
    early: frozenset[str]
    middle: frozenset[str]
    late: frozenset[str]
    just_past: frozenset[str]
    coming: frozenset[str]
    seasons: dict[str, str]
    zones: dict[str, int]
    clock_labels: frozenset[str]
    future_cues: frozenset[str]
    count_nouns: frozenset[str]
    governors: frozenset[str]
    bounds: dict[str, str]
    before_bounded: frozenset[str]
    no_nouns: frozenset[str]
    afterwards: frozenset[str]
    beforehand: frozenset[str]
    from_another_day: frozenset[str]
    tied_to_the_past: frozenset[str]
    anniversaries: frozenset[str]
    #: What each word can begin: names of readers of the grammar.
    begins: dict[str, frozenset[str]] = field(default_factory=dict)

    def part_of(self, word: str) -> Literal["early", "mid", "late"] | None:
        """`early`, `mid` or `late` for a word that picks a part of a stretch."""
        if word in self.early:
            return "early"
        if word in self.middle:
            return "mid"
        return "late" if word in self.late else None


def load_times(library: Library) -> TimeWords:
    """The words of the shipped file."""
    table: dict[str, Any] = library.table("en/times.toml")
    table["day_words"] = {word: (days[0], days[1]) for word, days in table["day_words"].items()}
    words = TimeWords(**{f.name: _frozen(table[f.name]) for f in fields(TimeWords) if f.name != "begins"})
    return replace(words, begins=_begins(words))


#: What a number in digits can begin.
DIGITS_BEGIN = frozenset({"date", "distance", "nth", "year", "clock"})


def _begins(words: TimeWords) -> dict[str, frozenset[str]]:
    parts = words.early | words.middle | words.late
    classes: list[tuple[Iterable[str], str]] = [
        ([*words.months, *words.weekdays, *words.weekday_short], "date"),
        ([*words.weekdays, *words.weekday_short, "last", "past", "next", "this", "coming"], "weekday"),
        ([*words.day_words, "the", "last", "this"], "day"),
        ([*words.numbers, *words.vague_numbers, *words.just_past, *words.coming, *words.units], "distance"),
        ([*parts, "so"], "part of unit"),
        (words.ordinals, "nth"),
        (["this", "current", "that", "same", "the"], "now"),
        (parts, "part"),
        ([*words.months_full, "last", "this", "next"], "month"),
        ([*words.seasons, "last", "this", "next"], "year"),
        (words.day_parts, "part of day"),
        ([*words.bounds, "as", "between", "from"], "bounds"),
    ]
    found: dict[str, set[str]] = {}
    for members, name in classes:
        for word in members:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def _frozen(value: Any) -> Any:
    return frozenset(value) if isinstance(value, list) else value
