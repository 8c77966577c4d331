"""Numbers in English text: digits, words, vague amounts and shares, as spans with their value."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

import msgspec

from rashomon.language.english.number_words import (
    AFTER_MANY,
    ATTACHED,
    FIRST,
    MANY_OF,
    PARTS,
    PLURALS,
    SCALES,
    TENS,
    UNITS,
    may_hold_number,
)

NumberKind = Literal["count", "vague", "share"]

_PERCENT = {"percent", "per", "%", "pc", "percentage"}
_WORD = re.compile(
    r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?(?!\d)|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)|"
    # "a total of 2 800": a plain space groups digits only behind words that a number follows.
    r"(?:(?<=\bof )|(?<=\bthan )|(?<=\bover )|(?<=\babout )|(?<=\bsome )|(?<=\bleast )|(?<=\bnearly )|"
    r"(?<=\balmost )|(?<=\baround ))"
    r"\d{1,3}(?: \d{3})+(?![\d.,:]\d|\d|-)|\d+(?:\.\d+)?|[^\W\d_]+|[^\w\s]"
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
def find_numbers(text: str) -> tuple[Number, ...]:
    """The numbers of a text, in order and without overlap."""
    if not may_hold_number(text):
        return ()
    words = [_Word(m.start(), m.end(), m.group().lower()) for m in _WORD.finditer(text)]
    found: list[Number] = []
    i = 0
    while i < len(words):
        first = words[i].lower
        read = _read(words, i) if first in FIRST or first[0].isdigit() else None
        if read is None:
            i += 1
            continue
        j, value, kind = read
        found.append(Number(words[i].start, words[j - 1].end, value, kind, first[0].isdigit()))
        i = j
    return tuple(found)


def _read(words: list[_Word], i: int) -> tuple[int, float | None, NumberKind] | None:
    return _part_of_a_scale(words, i) or _share(words, i) or _vague(words, i) or _count(words, i)


def _lower(words: list[_Word], i: int) -> str:
    return words[i].lower if 0 <= i < len(words) else ""


def _count(words: list[_Word], i: int) -> tuple[int, float | None, NumberKind] | None:
    first = _lower(words, i)
    if (
        first == "half"
        and _lower(words, i + 1) in ("a", "an")
        and _lower(words, i + 2) in ("million", "dozen", "billion")
    ):
        return i + 3, (6 if words[i + 2].lower == "dozen" else SCALES[words[i + 2].lower] / 2), "count"
    if first in ("a", "an") and _lower(words, i + 1) in ("hundred", "thousand", "million", "dozen", "lakh", "billion"):
        return _scaled(words, i + 1, 1.0)
    if first == "both":
        return i + 1, 2.0, "count"
    if first[:1].isdigit():
        return _digits(words, i)
    if first in UNITS or first in TENS:
        j, value = _below_hundred(words, i)
        return _scaled(words, j, value)
    return None


def _digits(words: list[_Word], i: int) -> tuple[int, float | None, NumberKind] | None:
    plain = re.sub(r"[^\d.]", "", words[i].lower)
    if len(plain) > _MOST_DIGITS:
        return None
    try:
        value = float(plain)
    except ValueError:
        return None
    glued = i + 1 < len(words) and words[i + 1].start == words[i].end
    if glued and words[i + 1].lower in ATTACHED:
        return i + 2, value * ATTACHED[words[i + 1].lower], "count"
    return _scaled(words, i + 1, value)


def _below_hundred(words: list[_Word], i: int) -> tuple[int, float]:
    word = words[i].lower
    if word in UNITS:
        return i + 1, float(UNITS[word])
    j = i + 2 if _lower(words, i + 1) == "-" and words[i + 1].start == words[i].end else i + 1
    unit = UNITS.get(_lower(words, j), 0)
    return (j + 1, float(TENS[word] + unit)) if 0 < unit < 10 else (i + 1, float(TENS[word]))


def _scaled(words: list[_Word], j: int, value: float) -> tuple[int, float, NumberKind]:
    """The number that begins with `value` and goes on at words[j] with its hundreds and thousands."""
    total = 0.0
    scale = float("inf")
    while True:
        if _lower(words, j) == "dozen":
            return j + 1, total + value * 12, "count"
        if _lower(words, j) == "hundred" and value < 100:
            value, j = value * 100, j + 1
            added = _added(words, j)
            if added and added[1] < 100:
                j, value = added[0], value + added[1]
        if _lower(words, j) == "and" and _lower(words, j + 1) in ("a", "one") and _lower(words, j + 2) == "half":
            value, j = value + 0.5, j + 3
        step = SCALES.get(_lower(words, j))
        if step is None or step >= scale:
            return j, total + value, "count"
        total, scale, j = total + value * step, step, j + 1
        added = _added(words, j)
        if added is None:
            return j, total, "count"
        j, value = added


def _added(words: list[_Word], j: int) -> tuple[int, float] | None:
    """A number word that adds to a hundred or thousand before it; digits never do."""
    joined = _lower(words, j) in ("and", "-")
    k = j + 1 if joined else j
    word = _lower(words, k)
    if word in UNITS or word in TENS:
        after, value = _below_hundred(words, k)
        if joined or _lower(words, after) == "hundred" or value:
            return after, value
    return None


def _vague(words: list[_Word], i: int) -> tuple[int, float | None, NumberKind] | None:
    first = _lower(words, i)
    j = i
    if first == "large" and _lower(words, i + 1) in ("number", "numbers") and _lower(words, i + 2) == "of":
        return i + 2, None, "vague"
    if first in ("a", "the") and _lower(words, i + 1) in ("few", "couple"):
        j = i + 1
        first = _lower(words, j)
    if first == "couple" and j > i and _lower(words, j + 1) == "of" and _lower(words, j + 2) in AFTER_MANY:
        return j + 3, None, "vague"
    if first in MANY_OF and _lower(words, j + 1) in AFTER_MANY:
        return j + 2, None, "vague"
    if first == "several":
        return i + 1, None, "vague"
    if first not in PLURALS or j > i:
        return None
    if _lower(words, i + 1) in ("of", "upon", "and") and _lower(words, i + 2) in PLURALS:
        return i + 3, None, "vague"
    return i + 1, None, "vague"


def _share(words: list[_Word], i: int) -> tuple[int, float | None, NumberKind] | None:
    return _percent(words, i) or _one_in(words, i) or _part(words, i)


def _percent(words: list[_Word], i: int) -> tuple[int, float | None, NumberKind] | None:
    if not (_lower(words, i)[:1].isdigit() or _lower(words, i) in UNITS or _lower(words, i) in TENS):
        return None
    count = _count(words, i)
    if count is None or count[1] is None or count[1] > 100:
        return None
    j = count[0]
    if _lower(words, j) == "per" and _lower(words, j + 1) == "cent":
        return j + 2, count[1] / 100, "share"
    return (j + 1, count[1] / 100, "share") if _lower(words, j) in _PERCENT - {"per"} else None


def _one_in(words: list[_Word], i: int) -> tuple[int, float | None, NumberKind] | None:
    top = UNITS.get(_lower(words, i), 0)
    j = i + 3 if _lower(words, i + 1) == "out" and _lower(words, i + 2) == "of" else i + 2
    if not 0 < top < 10 or (j == i + 2 and _lower(words, i + 1) != "in"):
        return None
    bottom = _count(words, j)
    if bottom is None or bottom[1] is None or not top < bottom[1] <= 100 or (j == i + 2 and top > 3):
        return None
    return bottom[0], top / bottom[1], "share"


def _part_of_a_scale(words: list[_Word], i: int) -> tuple[int, float | None, NumberKind] | None:
    """ "A quarter of a million", "three quarters of a million": a count, no share."""
    share = _part(words, i)
    if share is None or share[1] is None:
        return None
    j = share[0]
    if (_lower(words, j), _lower(words, j + 1)) != ("of", "a") or _lower(words, j + 2) not in ("million", "billion"):
        return None
    return j + 3, share[1] * SCALES[_lower(words, j + 2)], "count"


def _part(words: list[_Word], i: int) -> tuple[int, float | None, NumberKind] | None:
    first = _lower(words, i)
    if first == "half" and _lower(words, i + 1) not in ("a", "an", "-"):
        return i + 1, 0.5, "share"
    top = 1 if first in ("a", "one") else UNITS.get(first, 0)
    j = i + 2 if _lower(words, i + 1) == "-" else i + 1
    bottom = PARTS.get(_lower(words, j), 0)
    plural = _lower(words, j).endswith("s")
    if not top or not bottom or top >= bottom or (top > 1) != plural:
        return None
    return j + 1, top / bottom, "share"
