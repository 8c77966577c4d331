"""A text as the words, numbers and marks that time expressions are made of."""

from __future__ import annotations

import re

import msgspec

from rashomon.knowledge.times import DIGITS_BEGIN, TimeWords
from rashomon.language.time_meaning import Meaning
from rashomon.language.words_by_place import words_by_place

_NOTHING: frozenset[str] = frozenset()
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")


class Mark(msgspec.Struct, frozen=True, gc=False):
    """One word, run of digits or punctuation mark; `joined` where no space stands before it."""

    start: int
    end: int
    text: str
    lower: str
    joined: bool


#: A meaning and the position after its last mark.
Read = tuple[Meaning, int]


class Marks:
    """The marks of one text and the words they can be; positions past the end answer with an empty mark."""

    def __init__(self, text: str, words: TimeWords) -> None:
        self.words = words
        self.text = text
        self.marks: list[Mark] = []
        last = -1
        for match in _TOKEN.finditer(text):
            word = match.group()
            start, end = match.span()
            self.marks.append(Mark(start, end, word, word.lower(), start == last))
            last = end
        #: The lower-case word at a position.
        self.lower = words_by_place([mark.lower for mark in self.marks])
        self._count = len(self.marks)
        self._none = Mark(len(text), len(text), "", "", False)

    def __len__(self) -> int:
        return len(self.marks)

    def __getitem__(self, i: int) -> Mark:
        return self.marks[i] if 0 <= i < self._count else self._none

    def beginnings(self) -> list[int]:
        """The positions whose word can begin something, in order."""
        known = self.words.begins
        return [i for i, mark in enumerate(self.marks) if mark.lower in known or mark.lower[0].isdigit()]

    def begins(self, i: int) -> frozenset[str]:
        """What the word at a position can begin."""
        word = self.lower(i)
        return DIGITS_BEGIN if word[:1].isdigit() else self.words.begins.get(word, _NOTHING)

    def digits(self, i: int, longest: int) -> int | None:
        """The number at a position where it has at most so many digits (ASCII); not a part of a longer number."""
        mark = self[i]
        return int(mark.text) if mark.text.isascii() and mark.text.isdigit() and len(mark.text) <= longest else None

    def grouped(self, i: int) -> bool:
        """Whether the digits at a position are a part of 12,000 or 1.5."""
        before, after = self[i - 1], self[i + 1]
        follows = after.joined and after.text in ",." and self[i + 2].joined and self[i + 2].text.isdigit()
        precedes = (
            self[i].joined
            and before.text in {",", ".", "$", "€", "£"}
            and (before.text in "$€£" or (before.joined and self[i - 2].text.isdigit()))
        )
        return follows or precedes

    def year(self, i: int) -> int | None:
        """A four-digit year from 1800 to 2100 at a position."""
        mark = self[i]
        value = self.digits(i, 4) if len(mark.text) == 4 else None
        return value if value is not None and 1800 <= value <= 2100 and not self.grouped(i) else None

    def day(self, i: int) -> tuple[int, int] | None:
        """A day of a month (1 to 31, "29th") at a position, and the position after it."""
        value = self.digits(i, 2)
        if value is None or not 1 <= value <= 31:
            return None
        return value, i + 2 if self[i + 1].joined and self.lower(i + 1) in self.words.ordinal_ends else i + 1

    def month(self, i: int) -> tuple[int, int] | None:
        """A month's name or abbreviation with a capital, and the position after it and its full stop."""
        mark = self[i]
        number = self.words.months.get(mark.lower)
        if number is None or not mark.text[0].isupper():
            return None
        short = mark.lower not in self.words.months_full
        return number, i + 2 if short and self[i + 1].text == "." and self[i + 1].joined else i + 1

    def weekday(self, i: int, *, short: bool = False) -> tuple[int, int] | None:
        """A day of the week at a position (abbreviated only where asked for), and the position after it."""
        mark = self[i]
        if not mark.text[:1].isupper():
            return None
        full = self.words.weekdays.get(mark.lower)
        if full is not None:
            return full, i + 1
        number = self.words.weekday_short.get(mark.lower) if short else None
        if number is None:
            return None
        return number, i + 2 if self[i + 1].text == "." and self[i + 1].joined else i + 1
