"""The words of English numbers with their values, and whether a text holds any of them."""

from __future__ import annotations

import re

#: Words below twenty, with their values.
UNITS = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
#: Tens, with their values.
TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
TENS["fourty"] = 40
#: Words that multiply what stands before them.
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "lakh": 1e5, "crore": 1e7, "mln": 1e6, "mn": 1e6}
#: The same, written to a number in digits ("12k").
ATTACHED = {"k": 1e3, "m": 1e6, "mn": 1e6}
#: Plurals that are vague amounts.
PLURALS = {
    "tens",
    "dozens",
    "scores",
    "hundreds",
    "thousands",
    "millions",
    "lakhs",
    "crores",
    "multitudes",
    "countless",
}
#: Words that make a vague amount of a unit behind them ("several hundred").
MANY_OF = {"several", "few", "many"}
#: Those units.
AFTER_MANY = {"hundred", "thousand", "million", "dozen", "score", "lakh", "tens", "hundreds", "thousands", "dozens"}
#: Parts of a whole, with their number.
PARTS = {
    "half": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "eighth": 8,
    "eighths": 8,
    "tenth": 10,
    "tenths": 10,
}
#: Words other than digits that a number can begin with.
FIRST = frozenset({*UNITS, *TENS, *PLURALS, *MANY_OF, "a", "an", "the", "both", "half", "large"})
#: Every number without a digit holds one of these, "a", "an" and "the" aside, which open a number only before another.
_TELLING = frozenset(
    {*UNITS, *TENS, *SCALES, *PLURALS, *MANY_OF, *AFTER_MANY, *PARTS, "both", "half", "large", "couple"}
)
#: What is counted in vague amounts, with its number, in the order in which one is looked for; "several" counts ones.
_VAGUE_UNITS = {"thousand": 1000, "hundred": 100, "dozen": 12, "score": 20, "several": 1, "million": 1_000_000}
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")


def vague_unit(words: str) -> int | None:
    """What a vague amount counts in: 12 for "dozens", 1000 for "thousands", 1 for "several"; null where it is none."""
    every = {w.removesuffix("s") for w in _LETTERS.findall(words.casefold())}
    return next((n for word, n in _VAGUE_UNITS.items() if word in every), None)


def may_hold_number(text: str) -> bool:
    """Whether a text has a digit or a number word; every text that holds a number has."""
    return _DIGIT.search(text) is not None or not _TELLING.isdisjoint(_LETTERS.findall(text.lower()))
