"""Numbers, lists, articles and sentence ends as newsroom English has them."""

from __future__ import annotations

import re
from collections.abc import Sequence

SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_VOWEL_SOUND = ("hour", "honest", "heir", "honour", "honor")
#: "un-" before "id", "im" or "in" denies, elsewhere "uni-" means one: "an unidentified", but "a united", "a union".
_NEGATED = re.compile(r"uni[dmn]")
_CONSONANT_SOUND = ("uni", "use", "one", "eu", "ukr")


def number_words(value: float) -> str:
    """Whole numbers below ten as words, millions as "1.2 million", everything else in digits with separators."""
    if value != int(value):
        return f"{value:,.1f}".rstrip("0").rstrip(".")
    whole = int(value)
    if 0 <= whole < len(SMALL):
        return SMALL[whole]
    if whole >= 1_000_000 and whole % 10_000 == 0:
        return f"{whole / 1_000_000:.2f}".rstrip("0").rstrip(".") + " million"
    return f"{whole:,}"


def listed(parts: Sequence[str], word: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return parts[0] if parts else ""
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def with_indefinite(noun: str) -> str:
    """The noun with "a" or "an"."""
    lower = noun.casefold()
    vowel = (
        lower.startswith(_VOWEL_SOUND)
        or _NEGATED.match(lower) is not None
        or (lower[:1] in "aeiou" and not lower.startswith(_CONSONANT_SOUND))
    )
    return f"{'an' if vowel else 'a'} {noun}"


def capitalised(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text as a sentence: single spaces, a capital first, a full stop last (inside closing quotation marks)."""
    text = capitalised(" ".join(text.split()))
    if text.endswith((".”", "!”", "?”", ".", "!", "?")):
        return text
    return text[:-1] + ".”" if text.endswith(",”") else text + "."


def many(count: int, singular: str, plural: str | None = None) -> str:
    """ "one report", "two reports", "14 reports"."""
    return f"{number_words(count)} {singular if count == 1 else plural or singular + 's'}"


def joined(names: Sequence[str], most: int = 3) -> str:
    """The names as a list, those past `most` as "others"."""
    unique = list(dict.fromkeys(names))
    return listed(unique) if len(unique) <= most else listed([*unique[:most], "others"])
