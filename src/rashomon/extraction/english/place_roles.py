"""What the words before a name say of it: from or to it, near it, around it, which part of it."""

from __future__ import annotations

import msgspec

from rashomon.extraction.english.place_cues import Line
from rashomon.model.place import PlacePrecision, PlaceRole

#: Words that may stand between a cue and its name.
_BETWEEN = 9
#: Farther than this from a place, a thing is not near it; the place only tells where to look.
_FAR = 60


class Setting(msgspec.Struct, frozen=True, gc=False):
    """Where a mention begins with its direction words, how precisely it places things, and its role."""

    first: int
    precision: PlacePrecision
    role: PlaceRole


def setting_of(line: Line, first: int) -> Setting:
    """The setting of a name that begins at a word; precision `country` says that it is only far from there."""
    start, precision = _direction(line, first)
    role = role_of(line, start)
    if precision == "unresolved":
        precision = _nearness(line, start)
    return Setting(start, precision, role)


def _direction(line: Line, first: int) -> tuple[int, PlacePrecision]:
    """The first word of `northern X`, `north-western X`, `the north-east of X`; and `near` for `10 km west of X`."""
    directions = line.lexicon.directions
    start = first
    while start > 0 and line.low(start - 1) in directions and start - 1 not in line.covered and _joined(line, start):
        start -= 1
    if start < first:
        return start, "region"
    i = first - 1
    if line.low(i) == "the":
        i -= 1
    if line.low(i) != "of" or not directions.get(line.low(i - 1)):
        return first, "unresolved"
    j, units = i - 1, line.lexicon.cues["units"]
    while directions.get(line.low(j - 1)) and _joined(line, j):
        j -= 1
    if line.low(j - 1) in units and is_far(line, j - 1):
        return first, "country"
    if line.low(j - 1) in units or line.low(j - 1) in ("just", "far", "immediately"):
        return first, "near"
    return (j, "region") if line.low(j - 1) in ("the", "in") else (first, "near")


def _joined(line: Line, i: int) -> bool:
    return line.words[i].gap in "-‐‑" or line.words[i].gap.isspace()


def is_far(line: Line, unit: int) -> bool:
    """Whether the number before a unit of length says more than a short way."""
    word = line.word(unit - 1)
    digits = word.text.replace(",", "") if word is not None else ""
    if not digits.isdigit() and word is not None and digits[:1].isdigit():
        digits = digits.split(".")[0].rstrip("kmiles")
    return digits.isdigit() and len(digits) < 9 and int(digits) > _FAR


def _nearness(line: Line, first: int) -> PlacePrecision:
    i = first - 1
    skipped = line.lexicon.cues["skipped"]
    while i >= 0 and first - i < 4 and (line.low(i) in skipped or i in line.covered):
        i -= 1
    for length in (1, 2, 3):
        phrase = " ".join(line.low(k) for k in range(i - length + 1, i + 1) if k >= 0)
        if phrase in line.lexicon.cues["near"]:
            return "country" if line.low(i) == "from" and is_far(line, i - 1) else "near"
        if phrase in line.lexicon.cues["area"]:
            return "area"
    return "unresolved"


def role_of(line: Line, first: int) -> PlaceRole:
    """`from` or `to` where the words before say that people or things move; else `at`."""
    cues = line.lexicon.cues
    i = first - 1
    for _ in range(_BETWEEN):
        if i < 0 or any(c in line.words[i + 1].gap for c in ".;:()"):
            return "at"
        low = line.low(i)
        pair = f"{line.low(i - 1)} {low}"
        if pair in cues["to"] or low in cues["to"]:
            return "to"
        if pair in cues["from"] or low in cues["from"]:
            return "from"
        if low == "to":
            before = {line.low(k) for k in range(max(0, i - 6), i)}
            return "to" if before & cues["motion"] else "at"
        if low in cues["locative"] or line.word(i) is None:
            return "to" if _is_inside_goal(line, i) else "at"
        listed = i in line.covered or low in ("and", "or") or "," in line.words[i + 1].gap
        classed = low in line.lexicon.classes or low.removesuffix("s") in line.lexicon.classes
        passing = low in cues["skipped"] or classed or low in line.lexicon.directions or low in cues["passing"]
        if not (listed or passing):
            return "at"
        i -= 1
    return "at"


def _is_inside_goal(line: Line, i: int) -> bool:
    """Whether a preposition goes on what people are moved to: "airlifted to the hospital in X", "fled to districts
    across X"."""
    cues = line.lexicon.cues
    for k in range(i - 1, max(-1, i - _BETWEEN), -1):
        low = line.low(k)
        if low in ("to", "toward", "towards"):
            nouns = {line.low(n).removesuffix("s") for n in range(k + 1, i)}
            moved = {line.low(n) for n in range(max(0, k - 6), k)} & cues["motion"]
            goals = nouns & (line.lexicon.facilities.keys() | line.lexicon.classes.keys())
            return bool(moved) and bool(goals)
        if low in cues["locative"] or any(c in line.words[k + 1].gap for c in ".;:()"):
            return False
    return False
