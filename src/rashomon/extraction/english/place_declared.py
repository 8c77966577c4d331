"""Names that no gazetteer holds and that the report itself declares places: "Kotri, a town in Jaral", "the villages of
Kotri and Tulle".

Most villages that a war reaches are in no list that fits a laptop; reports say what they are when they first name them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.extraction.english.place_cues import Line, class_named
from rashomon.extraction.english.place_matches import Match
from rashomon.extraction.english.place_verdicts import KNOWN_TOWN
from rashomon.knowledge.gazetteer import Candidate, Gazetteer, Standing

#: Kinds of place whose names are as many as villages, and are declared by their noun.
_SETTLED = frozenset(("town", "area"))
#: Kinds of area, of which the lists know only the larger ones.
_AREAS = frozenset(("admin2",))
_PARTS = _AREAS | {"admin"}
#: Words of one name, and words between an article and the noun for a kind.
_LONGEST, _DESCRIBED = 3, 5
#: Words between "one" and the noun for a kind.
_BEFORE = 4
#: Letters of a name's first word.
_SHORTEST = 3
_TOWN = Standing(frozenset({"town"}), 0, False)

#: The words of a name, folded.
Name = tuple[str, ...]


def declared_names(
    lines: Iterable[tuple[Line, frozenset[int]]], touched: frozenset[str], gazetteer: Gazetteer
) -> frozenset[Name]:
    """Names, their words folded, that a report declares to be places and that its gazetteer has in no fitting land.

    With each line come the words that already belong to a place; `touched` are the countries of the report.
    """
    found: set[Name] = set()
    for line, taken in lines:
        if line.style == "normal":
            found.update(name for first, last in _declared(line, taken) if (name := _name(line, first, last)))
    return frozenset(n for n in found if all(_is_elsewhere(c, touched) for c in gazetteer.lookup(" ".join(n))))


def _is_elsewhere(candidate: Candidate, touched: frozenset[str]) -> bool:
    """Whether a place of the name is a small one of a land that the report has nothing to do with."""
    entry = candidate.entry
    small = entry.kind in ("town", "admin2", "other") and entry.population < KNOWN_TOWN
    return small and bool(touched) and entry.country_code not in touched


def find_declared(line: Line, taken: frozenset[int], names: frozenset[Name]) -> list[Match]:
    """The mentions of declared names among the words that belong to no place."""
    found: list[Match] = []
    if not names:
        return found
    for first in range(len(line.words)):
        if first in taken or (found and first < found[-1].last) or not line.words[first].capital:
            continue
        last = _run_end(line, first, taken)
        name = _name(line, first, last)
        if name in names and not _opens_name_of_body(line, last):
            found.append(Match(first, last, " ".join(name), _TOWN))
    return found


def _declared(line: Line, taken: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The runs of capitalised words that stand where only a place's name does."""
    for first in range(len(line.words)):
        if not _opens(line, first, taken):
            continue
        last = _run_end(line, first, taken)
        if _follows_kind(line, first):
            yield from _listed(line, first, last, taken)
        elif _is_explained(line, last) or _precedes_kind(line, first, last) or _is_told_by_kind(line, first, last):
            yield first, last


def _opens(line: Line, i: int, taken: frozenset[int]) -> bool:
    """Whether a word opens a run of capitals that may be the name of a place that no list holds."""
    word, cues = line.words[i], line.lexicon.cues
    if not word.capital or word.text.isupper() or i in taken:
        return False
    if word.low in cues["never"] or word.low in cues["titles"] or word.low in line.given:
        return False
    return not (line.touches(i) and line.words[i - 1].capital)


def _run_end(line: Line, first: int, taken: frozenset[int]) -> int:
    """The end (exclusive) of a run of capitalised words with a space or hyphen between them."""
    last = first + 1
    while last < len(line.words) and last not in taken and line.words[last].capital:
        if line.words[last].gap not in (" ", "-", "‑") or line.words[last - 1].owns:
            break
        last += 1
    return last


def _name(line: Line, first: int, last: int) -> Name:
    """The folded words of a run; none where it is too long, or has an organisation's or a people's word in it."""
    words = tuple(line.low(i) for i in range(first, last))
    lexicon = line.lexicon
    others = (
        lexicon.organisations,
        lexicon.cues["peoples"],
        lexicon.cues["body"],
        lexicon.demonyms,
        lexicon.adjectives,
    )
    strange = any(w in known for w in words for known in others)
    return () if strange or len(words) > _LONGEST or len(words[0]) < _SHORTEST else words


def _is_settlement(line: Line, i: int) -> bool:
    """Whether a word in small letters names a kind of settlement, one or several."""
    word = line.word(i)
    return word is not None and not word.capital and class_named(line, i) in _SETTLED


def _follows_kind(line: Line, first: int) -> bool:
    """Whether "the village of" stands right before a name."""
    return line.touches(first) and line.low(first - 1) == "of" and _is_settlement(line, first - 2)


def _listed(line: Line, first: int, last: int, taken: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The name and those that commas and "and" tie to it, where the noun before them is in the plural."""
    yield first, last
    several = line.low(first - 2).endswith("s")
    while several and last < len(line.words):
        joined = last + 1 if line.low(last) == "and" else last
        comma = line.words[last].gap.strip() == ","
        if not (joined > last or comma) or not (joined < len(line.words) and _opens(line, joined, taken)):
            return
        first, last = joined, _run_end(line, joined, taken)
        yield first, last


def _is_explained(line: Line, last: int) -> bool:
    """Whether ", a town in" stands behind a name: an article, words in small letters, a kind, a word of place."""
    after = line.word(last)
    if after is None or after.gap.strip() not in (",", "(", "–", "—") or after.low not in line.lexicon.cues["called"]:
        return False
    for i in range(last + 1, min(last + 2 + _DESCRIBED, len(line.words) - 1)):
        gap, holder = line.words[i].gap, line.low(i) == "of"  # "the mayor of a village in"
        if holder or (not gap.isspace() and gap not in ("-", ", ")):
            return False
        if _is_settlement(line, i):
            behind = line.words[i + 1]
            cues = line.lexicon.cues
            placed = behind.low in cues["locative"] or behind.low in line.lexicon.directions
            return placed or behind.text[0].isdigit() or behind.low in cues["explaining"]
    return False


def _precedes_kind(line: Line, first: int, last: int) -> bool:
    """Whether "in Kotri village" names it: a word of place before, with no article, and no noun behind the kind. Of an
    area, "Kotri county is", the noun says enough."""
    placed = line.touches(first) and line.low(first - 1) in line.lexicon.cues["locative"]
    kind = line.word(last)
    area = kind is not None and not kind.capital and class_named(line, last) in _AREAS
    if not line.touches(last) or not (area or (placed and _is_settlement(line, last))):
        return False
    after = line.word(last + 1)
    cues = line.lexicon.cues
    return after is None or not after.gap.isspace() or after.low in cues["locative"] or after.low in cues["behind_kind"]


def _is_told_by_kind(line: Line, first: int, last: int) -> bool:
    """Whether "in one mountain district, Kotri." names it: an article, a kind in small letters, the name in commas."""
    word, after = line.words[first], line.word(last)
    kind = line.word(first - 1)
    if word.gap.strip() != "," or kind is None or kind.capital or (after is not None and after.gap.isspace()):
        return False
    if not (_is_settlement(line, first - 1) or class_named(line, first - 1) in _PARTS):
        return False
    return any(line.low(i) in line.lexicon.cues["single"] for i in range(max(0, first - 1 - _BEFORE), first - 1))


def _opens_name_of_body(line: Line, last: int) -> bool:
    """Whether a body bears the name: "the Kotri Liberation Front" is no mention of Kotri."""
    after = line.word(last)
    return after is not None and after.capital and line.touches(last)
