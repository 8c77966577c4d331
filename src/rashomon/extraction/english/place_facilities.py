"""Hospitals, schools, camps and their like: named ones by their run of capitals, others by the town behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.extraction.english.place_cues import Line
from rashomon.extraction.english.place_led_names import led_name

#: Kinds that are a facility only where the noun has its capital ("Main Street", "Trump Tower").
_PROPER = frozenset({"street", "building", "open", "leisure"})
#: Kinds whose noun may be in lower case behind any name (`Nasser hospital`).
_LOWER = frozenset({"hospital", "camp", "airport", "crossing", "worship", "prison"})
#: Words commoner than this give no facility a name (weight of word_rarity.py: "training" has 0.9, "sandy" 1.7).
_EVERYDAY = 1.5
_LONGEST_RUN = 6
_WITHIN = 5


@dataclass(frozen=True, slots=True)
class Facility:
    """Words `first` to `last` (exclusive) that name a facility; `town` is the index of the match that locates it."""

    first: int
    last: int
    kind: str
    named: bool
    town: int | None


def find_facilities(line: Line, accepted: frozenset[int]) -> list[Facility]:
    """The facilities of a sentence from left to right; `accepted` are the matches that are places."""
    found: list[Facility] = []
    end = 0
    for i, word in enumerate(line.words):
        if word.capital and i >= end and word.low in line.lexicon.leading_openers:
            led = led_name(line, i)
            known = line.covered.get(i)
            if led is not None and (known not in accepted or line.matches[known].last < led[1]):
                found.append(Facility(i, led[1], led[0], True, _town_after(line, led[1], accepted)))
                end = led[1]
                continue
        if word.low not in line.lexicon.facility_openers:
            continue
        kind, size = noun_at(line, i)
        if kind is None or i < end or line.covered.get(i) in accepted:
            continue
        last = _past_second_noun(line, i + size)
        facility = _named(line, i, last, kind, end, accepted) or _plain(line, i, last, kind, accepted)
        if facility is not None:
            found.append(facility)
            end = facility.last
    return found


def _past_second_noun(line: Line, last: int) -> int:
    """The end of "the Kotri Hall concert venue", whose name ends in a noun for facilities of its own."""
    if last >= len(line.words) or not line.touches(last) or not line.words[last - 1].capital:
        return last
    kind, size = noun_at(line, last)
    return last + size if kind is not None and size > 1 else last


def noun_at(line: Line, i: int) -> tuple[str | None, int]:
    """The kind of the noun for a facility that stands at an index, if one does, and how many words it has."""
    for size in (4, 3, 2):
        if i + size <= len(line.words) and all(line.touches(k) for k in range(i + 1, i + size)):
            kind = line.lexicon.facilities.get(" ".join(line.low(k) for k in range(i, i + size)))
            if kind:
                return kind, size
    return line.lexicon.facilities.get(line.words[i].low), 1


def _named(line: Line, i: int, last: int, kind: str, floor: int, accepted: frozenset[int]) -> Facility | None:
    proper = line.words[last - 1].capital
    if kind in _PROPER and not proper and last - i == 1:
        return None
    following = line.low(last) if line.touches(last) else ""
    if following in line.lexicon.organisations and line.words[last].capital:
        return None
    first = _run_start(line, i, floor)
    if first < i:
        inside = [line.covered[k] for k in range(first, i) if k in line.covered]
        plain = kind in _PROPER or not stands_at(line, first)
        if not proper and not inside and kind not in _LOWER and last - i == 1 and plain:
            return None  # "the Kotri hall"; "at the Kotri school" and "the Kotri concert hall" tell enough
        if not proper and all(line.matches[m].demonym for m in inside) and len(inside) == i - first:
            return None
        town = next((m for m in inside if m in accepted and not line.matches[m].demonym), None)
        town = town if town is not None else _town_after(line, last, accepted)
        return Facility(first, last, kind, True, town) if town is not None or _names(line, first, i) else None
    if proper and following == "of" and line.style == "normal" and kind in ("school", "worship", "hospital"):
        k = last + 1
        k += line.low(k) == "the"
        end = k
        while end < len(line.words) and end - k < _LONGEST_RUN and line.words[end].capital and line.touches(end):
            end += 1
        if end > k:
            inside = [line.covered[n] for n in range(k, end) if n in line.covered and line.covered[n] in accepted]
            return Facility(i, end, kind, True, inside[0] if inside else _town_after(line, end, accepted))
    return None


def stands_at(line: Line, i: int) -> bool:
    """Whether a word of place stands before a name, with an article between them or none."""
    k = i - 1
    if k > 0 and line.touches(i) and line.low(k) == "the":
        k -= 1
        if line.low(k) == "of":
            return True
    return k >= 0 and line.touches(k + 1) and line.low(k) in line.lexicon.cues["at_sites"]


def _names(line: Line, first: int, last: int) -> bool:
    """Whether a run holds a word that is no common word: `Military Training Schools` names no school."""
    return any(
        (k in line.covered and not line.matches[line.covered[k]].demonym) or line.rarity.weight(line.low(k)) > _EVERYDAY
        for k in range(first, last)
    )


def _run_start(line: Line, i: int, floor: int) -> int:
    """Where the capitalised words before a facility noun begin; the noun itself where there are none."""
    first = i
    while first > floor and i - first < _LONGEST_RUN:
        before = line.words[first - 1]
        gap = line.words[first].gap
        if not (gap.isspace() or gap in "-‐‑") or (before.owns and "'" not in gap and "’" not in gap):
            break
        article = before.low in line.lexicon.cues["articles"] and gap in "-‐‑"
        if not (before.capital or article):
            break
        if line.style != "normal" and first - 1 not in line.covered:
            break
        if first - 1 in line.covered and line.matches[line.covered[first - 1]].first >= floor:
            first = line.matches[line.covered[first - 1]].first
            continue
        classed = before.low in line.lexicon.classes and first - 2 >= floor and line.words[first - 2].capital
        own = before.low in line.lexicon.foreign_adjectives or before.low in line.lexicon.facility_adjectives
        # "St Anthony church", "Kotri Central Hospital", "Kotri City hall"
        never = before.low in line.lexicon.cues["never"] and not (article or classed or own)
        if before.low in line.lexicon.cues["openers"] or never:
            break
        first -= 1
    if first < i and line.words[first].gap in "-‐‑" and first > 0 and not line.words[first - 1].capital:
        return i
    return first


def _plain(line: Line, i: int, last: int, kind: str, accepted: frozenset[int]) -> Facility | None:
    noun = " ".join(line.low(k) for k in range(i, last))
    if noun not in line.lexicon.bare_facilities or line.words[i].capital:
        return None
    town = _town_after(line, last, accepted)
    return None if town is None else Facility(i, last, kind, False, town)


def _town_after(line: Line, last: int, accepted: frozenset[int]) -> int | None:
    """The match behind `in`, `at`, `near` or a comma right after a facility."""
    if last >= len(line.words):
        return None
    comma = line.words[last].gap.strip() == ","
    if not comma and not (line.touches(last) and line.low(last) in line.lexicon.facility_links):
        return None
    for k in _reach(line, last + (0 if comma else 1)):
        number = line.covered.get(k)
        if number is not None and number in accepted and not line.matches[number].demonym:
            return number
    return None


def _reach(line: Line, start: int) -> Iterator[int]:
    """Word indices from a start over articles, directions and class nouns, the first other word last."""
    passing = line.lexicon.cues["skipped"] | {"of"}
    for k in range(start, min(len(line.words), start + _WITHIN)):
        if k > start and not (line.touches(k) or line.words[k].gap in "-‐‑"):
            return
        yield k
        low = line.low(k)
        described = k in line.covered and line.matches[line.covered[k]].demonym
        if not (described or low in passing or low in line.lexicon.directions or low in line.lexicon.classes):
            return
