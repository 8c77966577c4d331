"""The words of numbers with their values, and whether a text holds any of them (`data/en/number_words.toml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_LETTERS = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True, eq=False)
class NumberWords:
    """The words; the data file says what each list holds.

    A number without digits begins with one of `first`, and holds one of `telling`.
    """

    units: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, float]
    attached: Mapping[str, float]
    parts: Mapping[str, int]
    vague_units: Mapping[str, int]
    plurals: frozenset[str]
    many_of: frozenset[str]
    after_many: frozenset[str]
    percent: frozenset[str]
    no_one: frozenset[str]
    first: frozenset[str]
    telling: frozenset[str]

    def may_stand_in(self, text: str) -> bool:
        """Whether a text has a digit or a number word; every text that holds a number has."""
        return _DIGIT.search(text) is not None or not self.telling.isdisjoint(_LETTERS.findall(text.lower()))

    def vague_unit(self, text: str) -> int | None:
        """What a vague amount counts in: 12 for "dozens", 1000 for "thousands", 1 for "several"; null for no amount."""
        every = {w.removesuffix("s") for w in _LETTERS.findall(text.casefold())}
        return next((n for word, n in self.vague_units.items() if word in every), None)


def read_number_words(table: Mapping[str, Any]) -> NumberWords:
    """The words of a table in the form of `en/number_words.toml`."""
    values: dict[str, dict[str, Any]] = table["values"]
    words = {name: frozenset(some) for name, some in table["words"].items()}
    opening = {*values["units"], *values["tens"], *words["plurals"], *words["many_of"]}
    return NumberWords(
        **values,
        plurals=words["plurals"],
        many_of=words["many_of"],
        after_many=words["after_many"],
        percent=words["percent"],
        no_one=words["no_one"],
        first=words["first"] | opening,
        telling=words["telling"] | opening | {*values["scales"], *words["after_many"], *values["parts"]},
    )
