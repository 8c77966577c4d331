"""Numbers in English text: digits, words, vague amounts and shares, as spans with their value."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

import msgspec

from rashomon.knowledge.number_words import NumberWords
from rashomon.language.words_by_place import words_by_place

NumberKind = Literal["count", "vague", "share"]

#: A number's own forms are tried at a digit alone: letters are what a text is full of.
_WORD = re.compile(
    r"[^\W\d_]+|(?=\d)(?:"
    r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)|"
    # "a total of 2 800": a plain space groups digits only behind words that a number follows.
    r"(?:(?<=\bof )|(?<=\bthan )|(?<=\bover )|(?<=\babout )|(?<=\bsome )|(?<=\bleast )|(?<=\bnearly )|"
    r"(?<=\balmost )|(?<=\baround ))"
    r"\d{1,3}(?: \d{3})+(?![\d.,:]\d|\d|-)|\d+(?:\.\d+)?)|[^\w\s]"
)
#: Longer runs of digits are identifiers, not counts; reading them as numbers would also be slow.
_MOST_DIGITS = 15
#: The numbers of so many texts are kept: those beside one figure are asked for by several rules, and again.
_KEPT = 10_000


class Number(msgspec.Struct, frozen=True, gc=False):
    """A number's words text[start:end] and what they say; a share has its fraction in 0..1, a vague amount no value."""

    start: int
    end: int
    value: float | None
    kind: NumberKind
    digits: bool = False


class _Word(msgspec.Struct, frozen=True, gc=False):
    start: int
    end: int
    lower: str


@lru_cache(maxsize=_KEPT)
def find_numbers(text: str, known: NumberWords) -> tuple[Number, ...]:
    """The numbers of a text, in order and without overlap."""
    if not known.may_stand_in(text):
        return ()
    words = [_Word(m.start(), m.end(), m.group().lower()) for m in _WORD.finditer(text)]
    reader = _Reader(words, known)
    found: list[Number] = []
    i = 0
    while i < len(words):
        first = words[i].lower
        nobody = i > 1 and words[i - 1].lower == "-" and words[i - 2].lower in known.no_one  # "no-one"
        read = reader.read(i) if (first in known.first or first[0].isdigit()) and not nobody else None
        if read is None:
            i += 1
            continue
        j, value, kind = read
        found.append(Number(words[i].start, words[j - 1].end, value, kind, first[0].isdigit()))
        i = j
    return tuple(found)


class _Reader:
    """The words of a text; each rule gives where the number that begins at a word ends, its value and its kind."""

    def __init__(self, words: list[_Word], known: NumberWords) -> None:
        self.words, self.known = words, known
        self._lower = words_by_place([word.lower for word in words])

    def read(self, i: int) -> tuple[int, float | None, NumberKind] | None:
        """Past which word the number at words[i] ends, its value and kind; null where none begins there."""
        part = self._part(i)
        if part is not None:
            return self._part_of_a_scale(part) or self._percent(i) or self._one_in(i) or part
        return self._percent(i) or self._one_in(i) or self._vague(i) or self._count(i)

    def _count(self, i: int) -> tuple[int, float | None, NumberKind] | None:
        first = self._lower(i)
        if (
            first == "half"
            and self._lower(i + 1) in ("a", "an")
            and self._lower(i + 2) in ("million", "dozen", "billion")
        ):
            return (
                i + 3,
                (6 if self.words[i + 2].lower == "dozen" else self.known.scales[self.words[i + 2].lower] / 2),
                "count",
            )
        if first in ("a", "an") and self._lower(i + 1) in (
            "hundred",
            "thousand",
            "million",
            "dozen",
            "lakh",
            "billion",
        ):
            return self._scaled(i + 1, 1.0)
        if first == "both":
            return i + 1, 2.0, "count"
        if first[:1].isdigit():
            return self._digits(i)
        if first in self.known.units or first in self.known.tens:
            j, value = self._below_hundred(i)
            return self._scaled(j, value)
        return None

    def _digits(self, i: int) -> tuple[int, float | None, NumberKind] | None:
        plain = re.sub(r"[^\d.]", "", self.words[i].lower)
        plain = plain.replace(".", "") if plain.count(".") > 1 else plain  # "1.265.000"
        if len(plain) > _MOST_DIGITS:
            return None
        try:
            value = float(plain)
        except ValueError:
            return None
        glued = i + 1 < len(self.words) and self.words[i + 1].start == self.words[i].end
        if glued and self.words[i + 1].lower in self.known.attached:
            return i + 2, value * self.known.attached[self.words[i + 1].lower], "count"
        return self._scaled(i + 1, value)

    def _below_hundred(self, i: int) -> tuple[int, float]:
        word = self.words[i].lower
        if word in self.known.units:
            return i + 1, float(self.known.units[word])
        j = i + 2 if self._lower(i + 1) == "-" and self.words[i + 1].start == self.words[i].end else i + 1
        unit = self.known.units.get(self._lower(j), 0)
        return (j + 1, float(self.known.tens[word] + unit)) if 0 < unit < 10 else (i + 1, float(self.known.tens[word]))

    def _scaled(self, j: int, value: float) -> tuple[int, float, NumberKind]:
        """The number that begins with `value` and goes on at self.words[j] with its hundreds and thousands."""
        total = 0.0
        scale = float("inf")
        j = self._past_hyphen(j)
        while True:
            if self._lower(j) == "dozen":
                return j + 1, total + value * 12, "count"
            if self._lower(j) == "hundred" and value < 100:
                value, j = value * 100, j + 1
                added = self._added(j)
                if added and added[1] < 100:
                    j, value = added[0], value + added[1]
            if self._lower(j) == "and" and self._lower(j + 1) in ("a", "one") and self._lower(j + 2) == "half":
                value, j = value + 0.5, j + 3
            step = self.known.scales.get(self._lower(j))
            if step is None or step >= scale:
                return j, total + value, "count"
            total, scale, j = total + value * step, step, j + 1
            added = self._added(j)
            if added is None:
                return j, total, "count"
            j, value = added

    def _past_hyphen(self, j: int) -> int:
        """Past a hyphen before a word that multiplies: "two-hundred", "ten-thousand"."""
        tied = self._lower(j) == "-" and self.words[j - 1].end == self.words[j].start
        multiplies = self._lower(j + 1) in ("hundred", "dozen") or self._lower(j + 1) in self.known.scales
        return j + 1 if tied and multiplies and self.words[j].end == self.words[j + 1].start else j

    def _added(self, j: int) -> tuple[int, float] | None:
        """A number word that adds to a hundred or thousand before it; digits never do."""
        joined = self._lower(j) in ("and", "-")
        k = j + 1 if joined else j
        word = self._lower(k)
        if word in self.known.units or word in self.known.tens:
            after, value = self._below_hundred(k)
            if joined or self._lower(after) == "hundred" or value:
                return after, value
        return None

    def _vague(self, i: int) -> tuple[int, float | None, NumberKind] | None:
        first = self._lower(i)
        j = i
        if first == "large" and self._lower(i + 1) in ("number", "numbers") and self._lower(i + 2) == "of":
            return i + 2, None, "vague"
        if first in ("a", "the") and self._lower(i + 1) in ("few", "couple"):
            j = i + 1
            first = self._lower(j)
        if first == "couple" and j > i and self._lower(j + 1) == "of" and self._lower(j + 2) in self.known.after_many:
            return j + 3, None, "vague"
        if first in self.known.many_of and self._lower(j + 1) in self.known.after_many:
            return j + 2, None, "vague"
        if first == "several":
            return i + 1, None, "vague"
        if first not in self.known.plurals or j > i:
            return None
        if self._lower(i + 1) in ("of", "upon", "and") and self._lower(i + 2) in self.known.plurals:
            return i + 3, None, "vague"
        return i + 1, None, "vague"

    def _percent(self, i: int) -> tuple[int, float | None, NumberKind] | None:
        if not (
            self._lower(i)[:1].isdigit() or self._lower(i) in self.known.units or self._lower(i) in self.known.tens
        ):
            return None
        count = self._count(i)
        if count is None or count[1] is None or count[1] > 100:
            return None
        j = count[0]
        if self._lower(j) == "per" and self._lower(j + 1) == "cent":
            return j + 2, count[1] / 100, "share"
        return (j + 1, count[1] / 100, "share") if self._lower(j) in self.known.percent else None

    def _one_in(self, i: int) -> tuple[int, float | None, NumberKind] | None:
        top = self.known.units.get(self._lower(i), 0)
        j = i + 3 if self._lower(i + 1) == "out" and self._lower(i + 2) == "of" else i + 2
        if not 0 < top < 10 or (j == i + 2 and self._lower(i + 1) != "in"):
            return None
        bottom = self._count(j)
        if bottom is None or bottom[1] is None or not top < bottom[1] <= 100 or (j == i + 2 and top > 3):
            return None
        return bottom[0], top / bottom[1], "share"

    def _part_of_a_scale(self, share: tuple[int, float, NumberKind]) -> tuple[int, float | None, NumberKind] | None:
        """ "A quarter of a million", "three quarters of a million": a count, no share."""
        j, part, _ = share
        if (self._lower(j), self._lower(j + 1)) != ("of", "a") or self._lower(j + 2) not in ("million", "billion"):
            return None
        return j + 3, part * self.known.scales[self._lower(j + 2)], "count"

    def _part(self, i: int) -> tuple[int, float, NumberKind] | None:
        first = self._lower(i)
        if first == "half" and self._lower(i + 1) not in ("a", "an", "-"):
            return i + 1, 0.5, "share"
        top = 1 if first in ("a", "one") else self.known.units.get(first, 0)
        j = i + 2 if self._lower(i + 1) == "-" else i + 1
        bottom = self.known.parts.get(self._lower(j), 0)
        plural = self._lower(j).endswith("s")
        if not top or not bottom or top >= bottom or (top > 1) != plural:
            return None
        return j + 1, top / bottom, "share"
