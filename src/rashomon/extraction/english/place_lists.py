"""Nouns that name the kind of several places at once: `provinces of X and Y`, `X, Y and Z states`."""

from __future__ import annotations

from rashomon.extraction.english.place_cues import Line, class_named
from rashomon.model.place import PlaceKind

_KINDS: dict[str, PlaceKind] = {"admin": "admin1", "admin1": "admin1", "admin2": "admin2", "town": "town"}


def named_kinds(line: Line) -> dict[int, PlaceKind]:
    """For match numbers the kind that a noun before (`province of X`) or behind their list names."""
    found: dict[int, PlaceKind] = {}
    for number, match in enumerate(line.matches):
        i = match.first - 1
        if line.low(i) == "of" and line.touches(i + 1):
            kind = _kind_of(line, i - 1)
            if kind is not None and "country" not in match.standing.kinds:
                found[number] = kind
        if number not in found and number - 1 in found and _is_tied(line, number):
            found[number] = found[number - 1]
        plural = line.low(match.last)
        if line.touches(match.last) and plural.endswith("s") and match.last not in line.covered:
            kind = _kind_of(line, match.last)
            while kind is not None and number >= 0:
                found.setdefault(number, kind)
                number = number - 1 if _is_tied(line, number) else -1
    return found


def _kind_of(line: Line, i: int) -> PlaceKind | None:
    return _KINDS.get(class_named(line, i) or "")


def _is_tied(line: Line, number: int) -> bool:
    """Whether a comma, `and` or `or` ties a match to the one before."""
    if number < 1:
        return False
    left, right = line.matches[number - 1], line.matches[number]
    words = [line.low(i) for i in range(left.last, right.first)]
    return words in (["and"], ["or"]) or (not words and line.words[right.first].gap.strip() == ",")
