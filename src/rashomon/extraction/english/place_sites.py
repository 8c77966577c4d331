"""Sites by their bare names or initials, where the report tells their kind: "Kotri concert hall", later "the Kotri"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rashomon.extraction.english.place_cues import HYPHENS, Line, is_placed
from rashomon.extraction.english.place_facilities import noun_at, stands_at
from rashomon.extraction.english.place_roles import setting_of
from rashomon.knowledge.place_words import PlaceWords
from rashomon.language.syntax import Sentence
from rashomon.model.place import Place

#: Words of one name; words between an article and the noun for a kind.
_LONGEST, _DESCRIBED = 4, 4
#: Letters of a name, and of the initials of one.
_SHORTEST, _INITIALS = 4, 3
#: The kind of facility that is meant wherever its initials stand.
_TREATING = "hospital"
#: So many sites are looked for in a report.
_MOST = 30

#: The folded words of a name.
Name = tuple[str, ...]


class Site(NamedTuple):
    """A facility's full name, its kind and the town that locates it."""

    name: str
    kind: str
    town: str | None


def declared_sites(places: Iterable[Place], lines: Iterable[Line], lexicon: PlaceWords) -> dict[Name, Site]:
    """The sites by their bare names in small letters ("Kotri concert hall", "Kotri, a hotel") and by their initials."""
    found: dict[Name, Site] = {}
    for place in places:
        if place.kind == "facility" and place.facility_kind and place.text[:1].isupper():
            told = Site(place.name, place.facility_kind, place.town)
            if place.town is None or place.town not in place.text:  # "at Aleppo" is not at Aleppo University
                for name in _without_noun(place.text.lower().split(), lexicon):
                    found.setdefault(name, told)
            initials = "".join(w[0] for w in place.text.split() if w[0].isupper())
            if len(initials) >= _INITIALS:
                found.setdefault((initials,), told)
    for line in lines:
        if line.style == "normal":
            for first, last, kind in _explained(line):
                name_words = tuple(line.low(k) for k in range(first, last))
                text = " ".join(line.words[k].text for k in range(first, last))
                found.setdefault(name_words, Site(text, kind, None))
    known = [(n, told) for n, told in found.items() if len(n) <= _LONGEST and (n[0].isupper() or _is_long(n))]
    return dict(known[:_MOST])


def _is_long(name: Name) -> bool:
    return len("".join(name)) >= _SHORTEST


def site_mentions(
    sentence: Sentence, line: Line, taken: Sequence[tuple[int, int]], sites: Mapping[Name, Site]
) -> Iterator[Place]:
    """The mentions of declared sites behind a word of place, outside the spans of its field that are places already.

    `taken` are these spans in text order.
    """
    firsts = {name[0] for name in sites}
    for i, word in enumerate(line.words):
        short = word.text.isupper() and word.text in firsts
        named = word.capital and word.low in firsts and stands_at(line, i)
        # "The KSI officials said": initials stand for the body. A hospital's people tell of whom they treat there.
        at = short and (sites[(word.text,)].kind == _TREATING or stands_at(line, i) or is_placed(line, i))
        if not named and not at:
            continue
        last = i + 1 if short else _run_end(line, i)
        told = sites.get((word.text,) if short else tuple(line.low(k) for k in range(i, last)))
        start, end = sentence.start + word.start, sentence.start + line.words[last - 1].end
        if told is None or _is_taken(taken, start, end):
            continue
        yield Place(
            field=sentence.field,
            start=start,
            end=end,
            text=sentence.text[word.start : line.words[last - 1].end],
            name=told.name,
            role=setting_of(line, i).role,
            kind="facility",
            facility_kind=told.kind,
            town=told.town,
        )


def _is_taken(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a span shares text with the last of others that begins before its end."""
    before = bisect_left(taken, (end, 0))
    return before > 0 and taken[before - 1][1] > start


def _without_noun(words: list[str], lexicon: PlaceWords) -> Iterator[Name]:
    """The words of a name without the noun for its kind at the end: "Kotri" and "Kotri elementary" of such a school."""
    for size in (3, 2, 1):
        if len(words) > size and " ".join(words[-size:]) in lexicon.facilities:
            yield tuple(words[:-size])


def _explained(line: Line) -> Iterator[tuple[int, int, str]]:
    """Runs of capitalised words behind which ", a concert hall" stands, with the kind of facility."""
    for i, word in enumerate(line.words):
        if word.capital or word.low not in line.lexicon.facility_openers:
            continue
        kind, _ = noun_at(line, i)
        article = next((k for k in range(i - 1, max(0, i - 2 - _DESCRIBED), -1) if line.low(k) in ("a", "an")), 0)
        plain = article and all(line.touches(k) and not line.words[k].capital for k in range(article + 1, i + 1))
        if kind is None or not plain or line.words[article].gap.strip() != ",":
            continue
        first = last = article
        while first > 0 and line.words[first - 1].capital and first - 1 not in line.covered and last - first < _LONGEST:
            first -= 1
            if not line.touches(first):
                break
        if first < last and stands_at(line, first):
            yield first, last, kind


def _run_end(line: Line, first: int) -> int:
    last = first + 1
    while last < len(line.words) and line.words[last].capital and not line.words[last - 1].owns:
        if not (line.touches(last) or line.words[last].gap in HYPHENS):
            break
        last += 1
    return last
