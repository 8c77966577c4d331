"""The quantities of a sentence: numbers with their hedges and ranges, those that are no count left out."""

from __future__ import annotations

import re

import msgspec
from msgspec.structs import replace

from rashomon.extraction.english.figures.other_numbers import is_other_number
from rashomon.knowledge.hedges import Hedges
from rashomon.knowledge.library import Library
from rashomon.language.english.numbers import Number, find_numbers
from rashomon.model.claim import Qualifier

_WORD_BACK = re.compile(r"[^\s(\[\"“‘,;:]+")
_RANGE_GAP = re.compile(r"^\s*(?:-|–|—|to|and|or|to as many as|to more than|to about|and about|to some|to around)\s*$")
#: Words before the first number of "between 20 and 30".
#: "tolls ranging from 500 to - by one account - 1,300": an aside inside a range that words announce.
_RANGING = re.compile(r"(?i)\brang(?:e|es|ed|ing)\s+(?:widely\s+)?(?:from|between)\s+(?:\w+\s+){0,2}$")
_RANGING_GAP = re.compile(r"^\s*(?:to|and)\b[^.;\d]{0,45}$|^[^.;\d]{0,45}\b(?:to|and)(?:\s+\w+){0,3}\s*$")
_BETWEEN = re.compile(r"(?i)\b(?:between|from)\s+(?:about\s+|around\s+|some\s+)?$")
_BY = re.compile(r"(?i)\bby\s+(?:about\s+|around\s+|some\s+|another\s+)?$")
#: Words of change before "from 255 to 311" or "by 20 to 133": two totals, or a step and a total, not a range.
_CHANGE = re.compile(
    r"(?i)\b(?:rose|risen|rise|rises|rising|increas\w+|revis\w+|up|jump\w*|climb\w*|grew|grown|fell|down|drop\w*|rais\w+|went|lower\w*|updat\w+)\b[^.;]{0,30}$"
)
_NONE = re.compile(
    r"\b(?:no(?! longer\b| more\b| fewer\b| less\b| reports?\b| immediate\b| sign| confirm| word\b)"
    r"(?: one\b)?|nobody|none)\b",
    re.IGNORECASE,
)
#: "The toll has gone up to 16" is 16, no ceiling.
_RISING_BEFORE = re.compile(r"(?i)\b(?:gone|went|goes|going|moved|crept|pushed|shot|revised|brought|raised|jumped)\s+$")
#: "No one" is nobody.
_NO_BEFORE = re.compile(r"(?i)\bno\s$")
#: "Did not exceed 46" is 46 or fewer.
_NEGATION = re.compile(r"(?:not|never|\w+n['’]t)")
_TRAILING = re.compile(r"^\s*(?:or so|or more|or thereabouts|\+|-odd|- odd|odd|plus)")


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
    numbers, hedges = find_numbers(text), library.hedges
    found: list[Quantity] = []
    i = 0
    while i < len(numbers):
        number = numbers[i]
        following = numbers[i + 1] if i + 1 < len(numbers) else None
        far = _far_end(text, numbers, i)
        if far is not None:
            found.append(_range(text, number, numbers[far], hedges))
            i = far + 1
            continue
        if following and _is_range(text, number, following):
            # "between 5 and 6 August": what the second number is, both are.
            dated = is_other_number(text, following.start, following.end, following.kind, library)
            quantity = None if dated else _range(text, number, following, hedges)
            i += 2
        else:
            quantity = _single(text, number, hedges)
            i += 1
        if quantity and not is_other_number(text, quantity.core_start, quantity.core_end, number.kind, library):
            found.append(quantity)
    found = [q for q in found if not (q.value == 1 and _NO_BEFORE.search(text, max(0, q.core_start - 4), q.core_start))]
    taken = [(q.start, q.end) for q in found]
    found += [z for z in _zeros(text) if not any(a < z.end and z.start < b for a, b in taken)]
    return tuple(sorted(found, key=lambda q: q.start))


def _far_end(text: str, numbers: tuple[Number, ...], i: int) -> int | None:
    """The number that ends a range behind an aside, or null: "ranging from 500 to, by one account, 1,300"."""
    first = numbers[i]
    if first.value is None or not _RANGING.search(text, max(0, first.start - 60), first.start):
        return None
    for k in range(i + 1, min(i + 3, len(numbers))):
        second = numbers[k]
        if second.kind == first.kind and second.value is not None and second.value > first.value:
            return k if _RANGING_GAP.match(text[first.end : second.start]) else None
    return None


def _zeros(text: str) -> list[Quantity]:
    """ "no casualties", "no one", "nobody": a count of zero where a measure follows."""
    return [
        Quantity(m.start(), m.end(), m.start(), m.end(), 0.0, 0.0, 0.0, "exact", zero=True)
        for m in _NONE.finditer(text)
    ]


def _is_range(text: str, first: Number, second: Number) -> bool:
    gap = text[first.end : second.start]
    if len(gap) > 20 or not _RANGE_GAP.match(gap) or (first.kind != second.kind and not _percents(first, second)):
        return False
    if second.kind == "share":
        return True
    if first.value is None or second.value is None or first.value >= second.value:
        return False
    before = text[max(0, first.start - 60) : first.start]
    between = _BETWEEN.search(before)
    joint = gap.strip()
    if joint == "and":
        return bool(between and between.group().lower().startswith("between"))
    if joint == "or":
        return second.value <= first.value * 2 and not first.digits
    step = _BY.search(before)
    if step is not None and _CHANGE.search(before[: step.start()]):
        return False
    return not (between and between.group().lower().startswith("from") and _CHANGE.search(before[: between.start()]))


def _percents(first: Number, second: Number) -> bool:
    return second.kind == "share" and first.kind == "count" and first.value is not None and first.value <= 100


def _range(text: str, first: Number, second: Number, hedges: Hedges) -> Quantity:
    before = text[max(0, first.start - 60) : first.start]
    between = _BETWEEN.search(before)
    start = first.start - len(between.group()) if between else first.start
    if not between:
        start, _ = _hedge_before(text, first.start, hedges)
    if second.kind == "share":
        share = second.value
        return Quantity(start, second.end, first.start, second.end, None, None, None, "fraction", share, first.digits)
    return Quantity(
        start, second.end, first.start, second.end, None, first.value, second.value, "range", digits=first.digits
    )


def _single(text: str, number: Number, hedges: Hedges) -> Quantity:
    start, qualifier = _hedge_before(text, number.start, hedges)
    end, later = _hedge_after(text, number.end, hedges)
    if qualifier == "up_to" and _RISING_BEFORE.search(text, max(0, start - 20), start):
        start, qualifier = number.start, None
    kind = qualifier or later or "exact"
    if qualifier is None and later is None:
        kind = _beyond(text, number.start, hedges) or "exact"
    bare = Quantity(start, end, number.start, number.end, number.value, None, None, kind, digits=number.digits)
    if number.kind == "share":
        return replace(bare, value=None, qualifier="fraction", share=number.value)
    if number.kind == "vague":
        return replace(bare, value=None, qualifier="vague")
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
    match = _TRAILING.match(tail)
    if match:
        phrase = tuple(match.group().split())
        return end + match.end(), hedges.after.get(phrase)
    return end, None


def _beyond(text: str, start: int, hedges: Hedges) -> Qualifier | None:
    """What the verb right before a number says of it: "passed 100" is more, "did not exceed 46" is no more."""
    words = [word for _, word in _words_back(text, start, hedges.longest)]
    if len(words) > 1 and words[-1] == "the":
        words.pop()  # "crossed the 400 mark"
    for n in range(len(words), 0, -1):
        said = hedges.beyond.get(tuple(words[-n:]))
        if said is not None:
            negated = len(words) > n and _NEGATION.fullmatch(words[-n - 1])
            return "up_to" if negated and said == "more_than" else said
    return None
