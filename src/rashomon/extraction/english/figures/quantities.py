"""The quantities of a sentence: numbers with their hedges and ranges, those that are no count left out."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from rashomon.extraction.english.figures.number_ranges import RangeWords
from rashomon.extraction.english.figures.other_numbers import is_other_number
from rashomon.knowledge.hedges import Hedges
from rashomon.knowledge.library import Library
from rashomon.language.english.numbers import Number, find_numbers
from rashomon.model.claim import Qualifier

#: "No one" is nobody.
_NO_BEFORE = re.compile(r"(?i)\bno\s$")
#: A year of these centuries.
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
#: The last word of a number.
_LAST_WORD = re.compile(r"[a-z]+$")
#: The last day of a month.
_LAST_DAY = 31
#: "Did not exceed 46" is 46 or fewer.
#: What stands between a number and its repetition, and behind it: "thirty-nine (39)".
_REPEATED = re.compile(r"\s?\(\s?[\w,.-]+(?: [\w-]+)*\)")
_NEGATION = re.compile(r"(?:not|never|\w+n['’]t)")


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """A quantity's words sentence[start:end], hedge included; `core_start` to `core_end` is the bare number."""

    start: int
    end: int
    core_start: int
    core_end: int
    value: float | None
    low: float | None
    high: float | None
    qualifier: Qualifier
    share: float | None = None
    digits: bool = False
    single: bool = False
    zero: bool = False


def find_quantities(text: str, library: Library) -> tuple[Quantity, ...]:
    """The quantities of a sentence that can be counts, in order."""
    numbers, hedges, words = find_numbers(text, library.number_words), library.hedges, library.words.of(RangeWords)
    scales = {**library.number_words.attached, **library.number_words.scales, "hundred": 100.0}
    numbers, brackets = _without_repeats(text, numbers)
    found: list[Quantity] = []
    i = 0
    while i < len(numbers):
        number = numbers[i]
        following = numbers[i + 1] if i + 1 < len(numbers) else None
        far = words.far_end(text, numbers, i)
        if far is not None:
            found.append(_range(text, number, numbers[far], hedges, words, scales))
            i = far + 1
            continue
        if following and _are_bounds(text, number, following, library):
            # "between 5 and 6 August": what the second number is, both are; a hyphen between them makes it no name.
            apart = text[: number.end] + " " * (following.start - number.end) + text[following.start :]
            dated = _are_years(text, number, following) or is_other_number(
                apart, following.start, following.end, following.kind, library
            )
            quantity = None if dated else _range(text, number, following, hedges, words, scales)
            i += 2
        else:
            quantity = _single(text, number, hedges, words)
            i += 1
        end = brackets.get(number.start)
        if quantity and not is_other_number(text, quantity.core_start, end or quantity.core_end, number.kind, library):
            found.append(replace(quantity, end=end) if end is not None else quantity)
    found = [q for q in found if not (q.value == 1 and _NO_BEFORE.search(text, max(0, q.core_start - 4), q.core_start))]
    taken = [(q.start, q.end) for q in found]
    found += [z for z in _zeros(text, words) if not any(a < z.end and z.start < b for a, b in taken)]
    return tuple(sorted(found, key=lambda q: q.start))


def _are_bounds(text: str, first: Number, second: Number, library: Library) -> bool:
    """Whether two numbers are one quantity; not the day and the toll of "rose to 60, and by July 26 to 80"."""
    words = library.words.of(RangeWords)
    if not (words.is_range(text, first, second) or words.is_topped(text, first, second)):
        return False
    past = second.value is not None and second.value > _LAST_DAY >= (first.value or 0)
    return not (
        past and first.digits and is_other_number(text[: first.end], first.start, first.end, first.kind, library)
    )


def _without_repeats(text: str, numbers: tuple[Number, ...]) -> tuple[tuple[Number, ...], dict[int, int]]:
    """The numbers but those that stand again in brackets ("thirty-nine (39) people"), and by the start of each one
    that does, where its bracket ends."""
    found: list[Number] = []
    ends: dict[int, int] = {}
    for number in numbers:
        last = found[-1] if found else None
        alike = last is not None and last.kind == number.kind == "count" and last.value == number.value
        if alike and last is not None and _REPEATED.fullmatch(text, last.end, number.end + 1):
            ends[last.start] = number.end + 1
        else:
            found.append(number)
    return tuple(found), ends


def _are_years(text: str, first: Number, second: Number) -> bool:
    """ "In 1983-2009": two years joined by a hyphen count nothing."""
    bounds = text[first.start : first.end], text[second.start : second.end]
    return text[first.end] in "-–" and all(_YEAR.fullmatch(b) for b in bounds)


def _zeros(text: str, words: RangeWords) -> list[Quantity]:
    """ "no casualties", "no one", "nobody": a count of zero where a measure follows."""
    return [
        Quantity(m.start(), m.end(), m.start(), m.end(), 0.0, 0.0, 0.0, "exact", zero=True)
        for m in words.none.finditer(text)
    ]


def _range(
    text: str, first: Number, second: Number, hedges: Hedges, words: RangeWords, scales: Mapping[str, float]
) -> Quantity:
    before = text[max(0, first.start - 60) : first.start]
    between = words.between.search(before)
    start = first.start - len(between.group()) if between else first.start
    if not between:
        start, _ = _hedge_before(text, first.start, hedges)
    if second.kind == "vague":
        return Quantity(start, second.end, first.start, second.end, None, None, None, "vague")
    if second.kind == "share":
        share = second.value
        return Quantity(start, second.end, first.start, second.end, None, None, None, "fraction", share, first.digits)
    low = _in_scale_of(text, first, second, scales)
    return Quantity(start, second.end, first.start, second.end, None, low, second.value, "range", digits=first.digits)


def _in_scale_of(text: str, first: Number, second: Number, scales: Mapping[str, float]) -> float | None:
    """The lower bound, in the scale that only the higher one names: "2 to 3 million" is no two."""
    named = _LAST_WORD.search(text[second.start : second.end].lower())
    scale = scales.get(named.group()) if named is not None else None
    if scale is None or first.value is None or second.value is None:
        return first.value
    return first.value * scale if first.value * scale < second.value else first.value


def _single(text: str, number: Number, hedges: Hedges, words: RangeWords) -> Quantity:
    alone = text[number.start - 1 : number.start] == "(" and text[number.end : number.end + 1] == ")"
    start, qualifier = _hedge_before(text, number.start - 1 if alone else number.start, hedges)
    if alone and qualifier is None:
        start = number.start  # "at least (20) people"
    end, later = _hedge_after(text, number.end, hedges)
    if qualifier == "up_to" and words.rising_before.search(text, max(0, start - 20), start):
        start, qualifier = number.start, None
    kind = qualifier or later or "exact"
    if qualifier is None and later is None:
        passed: Qualifier | None = "more_than" if words.is_passed(text, number.start, number.end) else None
        kind = passed or _beyond(text, number.start, hedges) or "exact"
    bare = Quantity(start, end, number.start, number.end, number.value, None, None, kind, digits=number.digits)
    if number.kind == "share":
        return replace(bare, value=None, qualifier="fraction", share=number.value)
    if number.kind == "vague" or kind == "fraction":
        return replace(bare, value=None, qualifier=kind if kind == "fraction" else "vague")
    return with_bounds(bare)


def with_bounds(quantity: Quantity) -> Quantity:
    """The quantity with the bounds that its value and qualifier state."""
    value, kind = quantity.value, quantity.qualifier
    low = None if kind == "up_to" else value
    high = None if kind in ("at_least", "more_than") else value
    return replace(quantity, low=low, high=high)


def _hedge_before(text: str, start: int, hedges: Hedges) -> tuple[int, Qualifier | None]:
    """Where the hedges before a number begin, and what they say; hedges may stand one before the other."""
    said: Qualifier | None = None
    while True:
        words = _words_back(text, start, hedges.longest)
        for n in range(len(words), 0, -1):
            phrase = tuple(w for _, w in words[-n:])
            found = hedges.before.get(phrase)
            if found:
                start = words[-n][0]
                said = found if said in (None, "exact") and found != "exact" else said or found
                break
        else:
            return start, said


def _words_back(text: str, end: int, most: int) -> list[tuple[int, str]]:
    words: list[tuple[int, str]] = []
    while len(words) < most:
        head = text[max(0, end - 40) : end].rstrip()
        if not head or head[-1] in ",;:()[]":
            break
        at = len(head)
        while at and not head[at - 1].isspace() and head[at - 1] not in '(["“‘,;:—–':
            at -= 1
        if at == len(head):
            break
        end = max(0, end - 40) + at
        words.insert(0, (end, head[at:].lower()))
    return words


def _hedge_after(text: str, end: int, hedges: Hedges) -> tuple[int, Qualifier | None]:
    tail = text[end : end + 24]
    match = hedges.trailing.match(tail)
    if match:
        phrase = tuple(match.group().split())
        return end + match.end(), hedges.after.get(phrase)
    return end, None


def _beyond(text: str, start: int, hedges: Hedges) -> Qualifier | None:
    """What the verb right before a number says of it: "passed 100" is more, "did not exceed 46" is no more."""
    words = [word for _, word in _words_back(text, start, hedges.longest)]
    if len(words) > 1 and words[-1] == "the":
        words.pop()  # "crossed the 400 mark"
    if len(words) > 1 and words[-1] == "top" and words[-2] in ("the", "its", "their", "his", "her"):
        return None  # "the top two leaders"
    for n in range(len(words), 0, -1):
        said = hedges.beyond.get(tuple(words[-n:]))
        if said is not None:
            negated = len(words) > n and _NEGATION.fullmatch(words[-n - 1])
            return "up_to" if negated and said == "more_than" else said
    return None
