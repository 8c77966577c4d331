"""The words of English time expressions, typed (`data/en/times.toml`)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from rashomon.knowledge.library import Library


@dataclass(frozen=True, slots=True)
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
    return TimeWords(**{f.name: _frozen(table[f.name]) for f in fields(TimeWords)})


def _frozen(value: Any) -> Any:
    return frozenset(value) if isinstance(value, list) else value
