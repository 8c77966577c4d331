"""The months, days of the week and years that a text names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import ClassVar

from rashomon.knowledge.library import Library
from rashomon.knowledge.times import TimeWords
from rashomon.knowledge.word_classes import WordClasses, either

_MOST_DAYS = 31
#: Years of these two centuries, as a pattern.
ANY_YEAR = r"(?:19|20)\d\d"


@dataclass(frozen=True, slots=True)
class YearWords(WordClasses):
    """Words right before a year that dates what is told."""

    source: ClassVar[str] = "en/words/numbers.toml#years"

    before: frozenset[str]


@dataclass(frozen=True, eq=False)
class CalendarNames:
    """Patterns of months and days, whole words in any case: Maysan, Marawi and Augusta are places."""

    times: TimeWords
    words: YearWords

    @cached_property
    def month(self) -> str:
        """A month, with the group `m`."""
        return rf"(?P<m>{either(self.times.months)})\b\.?"

    @cached_property
    def other_month(self) -> str:
        """A month, with the group `m2`."""
        return self.month.replace("<m>", "<m2>")

    @cached_property
    def year(self) -> re.Pattern[str]:
        """A year that something is dated by, in the group `y` or `y2`."""
        before = either({*self.words.before, *self.times.months_full})
        clock = rf"(?!\s+{either(self.times.zones)}\b)"  # "as of 1930 GMT" is an hour
        return re.compile(
            rf"(?i)\b{before}[\s-]+(?P<y>{ANY_YEAR})s?\b{clock}|\b{self.month} \d{{1,2}}, (?P<y2>{ANY_YEAR})\b"
        )

    @cached_property
    def named_month(self) -> re.Pattern[str]:
        """A month of which nothing else is said."""
        return re.compile(rf"(?i)\b{self.month}")

    def names_middle_of_another(self, text: str, month: int | None) -> bool:
        """Whether a text in lower case names the middle of a month, not `month` (1 to 12), where nothing goes on."""
        return any(self.number(m[1]) != month for m in self._mid_month.finditer(text))

    @cached_property
    def _mid_month(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?<!since )mid-({either(self.times.months_full)})")

    @cached_property
    def month_alone(self) -> re.Pattern[str]:
        """A whole month that is counted over ("in June alone"); in lower case."""
        return re.compile(rf"\b{either(self.times.months_full)} alone\b")

    @cached_property
    def date(self) -> re.Pattern[str]:
        """A day of a month, in whichever order, with the last one where it is a stretch ("June 4 to 7")."""
        first = rf"{self.month}\s+(?P<d>\d{{1,2}})\b(?!,?\d)(?:\s?(?:to|-|–)\s?(?P<end>\d{{1,2}})\b(?!,?\d))?"
        last = rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{self.other_month}\b"
        return re.compile(rf"(?i)\b{first}|\b{last}")

    @cached_property
    def _in_month(self) -> re.Pattern[str]:
        return re.compile(rf"(?i)\bin (?:early |late |mid-)?{self.month}(?! \d| alone)")

    @cached_property
    def week(self) -> tuple[str, ...]:
        """The days of the week in order."""
        found: dict[int, str] = {}
        for name, number in self.times.weekdays.items():
            found.setdefault(number, name)
        return tuple(found[n] for n in sorted(found))

    @cached_property
    def weekday(self) -> re.Pattern[str]:
        """A day of the week, one or several."""
        return re.compile(rf"(?i)\b({either(self.week)})s?\b")

    def weekdays_in(self, text: str) -> frozenset[str]:
        """The days of the week that a text names."""
        return frozenset(d.lower() for d in self.weekday.findall(text))

    def months_in(self, text: str) -> frozenset[int]:
        """The numbers, 1 to 12, of the months that a text names."""
        return frozenset(self.number(m["m"]) for m in self.named_month.finditer(text))

    def bare_months_in(self, text: str) -> frozenset[int]:
        """The numbers of the months that a text puts something into, and no day of them: "in early March"."""
        return frozenset(self.number(m["m"]) for m in self._in_month.finditer(text))

    def days_in(self, text: str) -> list[int]:
        """The dates of a text without their years, each as month * 31 + day, in order."""
        dates = [(m["m"] or m["m2"], d) for m in self.date.finditer(text) for d in (m["d"] or m["d2"], m["end"]) if d]
        return [self.number(month) * _MOST_DAYS + int(day) for month, day in dates if 0 < int(day) <= _MOST_DAYS]

    def number(self, month: str) -> int:
        """The number, 1 to 12, of a month by its name or short form."""
        return self.times.months[month.lower()]


def calendar_names(library: Library) -> CalendarNames:
    """The names of the library's language, always the same object."""
    return _calendar_names(library.times, library.words.of(YearWords))


@lru_cache(maxsize=4)
def _calendar_names(times: TimeWords, words: YearWords) -> CalendarNames:
    return CalendarNames(times, words)


def may_hold_year(text: str) -> bool:
    """Whether a text can name a year of these two centuries: the cheap question before the pattern."""
    return "19" in text or "20" in text
