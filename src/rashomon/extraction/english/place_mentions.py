"""From a sentence's matches to its mentions of places: with their nouns, directions, roles and facilities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rashomon.extraction.english.place_cues import Line
from rashomon.extraction.english.place_facilities import Facility, find_facilities
from rashomon.extraction.english.place_lists import named_kinds
from rashomon.extraction.english.place_matches import Match
from rashomon.extraction.english.place_roles import setting_of
from rashomon.language.syntax import Sentence
from rashomon.model.place import Place, PlaceKind, PlacePrecision

#: Kinds that hold settlements.
_AREAS = frozenset({"country", "region", "admin1"})
#: Nouns for kinds between a name and "of": "the Jaral state capital of Kotri".
_OWNED = 2
#: Kinds of place that are no land's own.
_WIDE = frozenset({"water", "region"})


def mentions_of(sentence: Sentence, line: Line, accepted: Mapping[int, bool]) -> Iterator[Place]:
    """The places of a sentence; `accepted` has the numbers of the matches that are places, and whether they only
    describe."""
    taken: set[int] = set()
    named = named_kinds(line)
    for facility in find_facilities(line, frozenset(accepted)):
        yield _facility(sentence, line, facility)
        taken.update(n for i, n in line.covered.items() if facility.first <= i < facility.last)
    for number, describes in accepted.items():
        if number not in taken:
            yield _place(sentence, line, line.matches[number], describes, named.get(number))


def _facility(sentence: Sentence, line: Line, facility: Facility) -> Place:
    setting = setting_of(line, facility.first)
    low, high = line.words[facility.first].start, line.words[facility.last - 1].end
    text = sentence.text[low:high]
    unnamed = line.low(facility.first - 1) in ("a", "an")  # "a Catholic church"
    town = None
    if facility.town is not None:
        match = line.matches[facility.town]
        town = sentence.text[line.words[match.first].start : line.words[match.last - 1].end]
    return Place(
        field=sentence.field,
        start=sentence.start + low,
        end=sentence.start + high,
        text=text,
        name=text if town is None or (facility.named and not unnamed) else f"{text} in {town}",
        role=setting.role,
        kind="facility",
        precision=setting.precision if setting.precision in ("near", "area") else "unresolved",
        town=town,
        facility_kind=facility.kind,
    )


def _place(sentence: Sentence, line: Line, match: Match, describes: bool, named: PlaceKind | None) -> Place:
    setting = setting_of(line, match.first)
    describes = describes or setting.precision == "country" or _tells_land(line, match) or _owns_next(line, match)
    last, kind, precision = _with_class(line, match, setting.precision, named)
    if describes:
        last, precision = match.last, "unresolved"
    low = line.words[match.first if describes else setting.first].start
    high = line.words[last - 1].end
    text = sentence.text[low:high]
    return Place(
        field=sentence.field,
        start=sentence.start + low,
        end=sentence.start + high,
        text=text,
        name=text,
        role=setting.role,
        kind=kind,
        precision=precision,
        adjectival=describes,
    )


def _tells_land(line: Line, match: Match) -> bool:
    """Whether a sea or a part of the world only says which land is meant: "the French Pacific territory"."""
    j = match.last
    if not line.touches(j) or j in line.covered or line.words[j - 1].owns or not match.standing.kinds & _WIDE:
        return False
    return line.low(j) in line.lexicon.cues["lands"]


def _owns_next(line: Line, match: Match) -> bool:
    """Whether a name only says where the settlement lies that is named next: "the Jaral town of Kotri"."""
    for kind in range(match.last, min(match.last + _OWNED, len(line.words))):
        if not line.touches(kind) or kind in line.covered or line.low(kind) not in line.lexicon.classes:
            return False
        if line.low(kind + 1) == "of" and line.touches(kind + 1):
            settled = line.lexicon.classes[line.low(kind)] in ("town", "area") and line.touches(kind + 2)
            number = line.covered.get(kind + 2)
            return settled and number is not None and _is_wider(match, line.matches[number])
    return False


def _is_wider(outer: Match, inner: Match) -> bool:
    """Whether one of two names is an area's or the larger town's: not "the Kotri quarter of Jaral"."""
    return bool(outer.standing.kinds & _AREAS) or outer.standing.population > inner.standing.population


def _with_class(
    line: Line, match: Match, precision: PlacePrecision, listed: PlaceKind | None
) -> tuple[int, PlaceKind, PlacePrecision]:
    """The end of a mention with the noun for its kind, that kind, and `area` for its surroundings."""
    j = match.last
    named = line.lexicon.classes.get(line.low(j)) if line.touches(j) and j not in line.covered else None
    unnamed = line.low(match.first - 1) in ("a", "an", "another", "one") and "admin1" in match.standing.kinds
    generic = named == "town" and ("country" in match.standing.kinds or unnamed)
    if named is None or generic or line.words[match.last - 1].owns:
        return j, listed or _kind(match), precision
    if named == "area":
        return j + 1, _kind(match), precision if precision in ("region", "near") else "area"
    kind: PlaceKind = "admin1" if named == "admin" else named  # type: ignore[assignment]
    return j + 1, kind, precision


def _kind(match: Match) -> PlaceKind:
    if match.demonym:
        return "country" if match.country else "region"  # "Mediterranean"
    kinds = match.standing.kinds
    for kind in ("country", "region", "water", "facility", "town", "admin1", "admin2"):
        if kind in kinds:
            return kind
    return "other"
