"""Numbers that name what they stand beside: a chapter, a road, a house in its street, a counter of a web page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.knowledge.word_classes import WordClasses, either

_JOINED_BEFORE = re.compile(r"(?:#\s|[A-Za-z]-|[A-Za-z]|\d[-/:.,]|[#/:@_&=+]|\d)$")
#: A name right before a number, and how long the numbers of a series are.
_NAME_BEFORE = re.compile(r"\b([A-Z][^\W\d_]{2,}) $")
_LONGEST_SERIES = 3
_FURNITURE_AFTER = re.compile(r"\s*(?:[A-Z]|\d|$)")


@dataclass(frozen=True)
class NumberedWords(WordClasses):
    """Words beside a number that is a name."""

    source: ClassVar[str] = "en/words/numbers.toml#numbered"

    names: frozenset[str]
    rows: frozenset[str]
    pictures: frozenset[str]
    dialled: frozenset[str]
    services: frozenset[str]
    compass: frozenset[str]
    streets: frozenset[str]
    page_labels: frozenset[str]
    telling: frozenset[str]
    states: frozenset[str]

    def is_part_of_name(self, number: str, before: str, after: str) -> bool:
        """Whether a number in digits is joined to letters, in brackets of its own, dialled, of a house or of a page."""
        return (
            _JOINED_BEFORE.search(before) is not None
            or (before.endswith("[") and after.startswith("]"))
            or (number in self.services and self.dialled_after.match(after) is not None)
            or self.street_after.match(after) is not None
            or (_FURNITURE_AFTER.match(after) is not None and self.furniture_before.search(before) is not None)
        )

    @staticmethod
    def is_of_series(text: str, start: int, end: int) -> bool:
        """Whether a number sets one of several of a name apart from the others: "the Kanzi 1 and Kanzi 2 camps"."""
        name = _NAME_BEFORE.search(text, max(0, start - 40), start)
        if name is None or not (text[start:end].isdigit() and end - start < _LONGEST_SERIES):
            return False
        alike = re.findall(rf"\b{re.escape(name[1])} (\d{{1,2}})\b", text)
        return len(set(alike)) > 1

    def is_behind_name(self, before: str) -> bool:
        """Whether what a number is the name of stands before it, and no verb of counting: "the dead number 40"."""
        return self._name_before.search(before) is not None and self._state_numbers.search(before) is None

    @cached_property
    def _state_numbers(self) -> re.Pattern[str]:
        return re.compile(rf"(?i)\bthe {either(self.states)} (?:(?:\w+ ){{1,3}})?number $")

    @cached_property
    def _name_before(self) -> re.Pattern[str]:
        row = r"(?:\d+(?:,\s+|,?\s+(?:and|or|to)\s+))*"
        return re.compile(
            rf"(?i)\b(?:{either(self.rows)}\s+{row}|{either(self.names)}|{either(self.pictures)}\s+\d+\s+of\s*/?)[\s-]*$"
        )

    @cached_property
    def told_before(self) -> re.Pattern[str]:
        """A name right behind a word of telling it, as of a broadcaster: "told Radio 4"."""
        return re.compile(rf"\b(?i:{either(self.telling)}) [A-Z]\w+ $")

    @cached_property
    def dialled_after(self) -> re.Pattern[str]:
        """What follows the number of an emergency service."""
        return re.compile(rf"(?i)\s+{either(self.dialled)}\w*\b")

    @cached_property
    def street_after(self) -> re.Pattern[str]:
        """The name of a street behind the number of a house: "at 2323 Oak St."."""
        compass = either(w.upper() if len(w) < 3 else w.capitalize() for w in self.compass)
        name = r"(?:[A-Z][\w'’]+|\d+(?:st|nd|rd|th))"
        return re.compile(rf"\s+(?:{compass}\.?\s+)?(?:{name}\s+){{1,3}}{either(map(str.capitalize, self.streets))}\b")

    @cached_property
    def furniture_before(self) -> re.Pattern[str]:
        """What a counter of a page's links and comments stands behind, between its chrome and a capital."""
        labels = either(spelt for w in self.page_labels for spelt in (w.capitalize(), w.upper()))
        return re.compile(rf"(?:\b{labels}|[\d)|]|\.\.\.|…)\s+$")
