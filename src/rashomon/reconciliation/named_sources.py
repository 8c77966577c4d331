"""Whose a figure is: whether its report names anybody, and whether two names may be one source."""

from __future__ import annotations

from rashomon.reconciliation.offices import stems
from rashomon.reconciliation.sightings import NOBODY, Sighting, folded

#: Kinds of attribution that speak for one state.
_OFFICES = frozenset({"government", "ministry"})
#: Kinds of attribution that count themselves, named or not.
_COUNTS = frozenset({"police", "government", "ministry", "official", "hospital"})
#: Kinds of attribution that reports name each in its own words, and so many words by which two names may be one.
_LOCAL, _ALIKE = frozenset({"ministry", "government", "official", "hospital", "police", "army", "unnamed"}), 2


def named_how(sighting: Sighting) -> tuple[bool, bool, bool, bool]:
    """How well a source is named: an outlet's own voice, people, a medium that repeats, a body that counts."""
    source_of = sighting.figure.attribution
    medium = source_of is not None and source_of.kind == "media"
    official = source_of is not None and source_of.kind in _COUNTS
    return (
        (is_named(sighting) and not medium) or official,
        is_named(sighting),
        source_of is not None,
        bool(sighting.root),
    )


def are_offices(a: Sighting, b: Sighting) -> bool:
    """True for a government and its minister, to whom one report gives one number."""
    kinds = [s.figure.attribution.kind for s in (a, b) if s.figure.attribution is not None]
    return len(kinds) == 2 and _OFFICES.issuperset(kinds)


def is_named(sighting: Sighting) -> bool:
    """True where the report says by a name whose count it is: "officials" and "local activists" are nobody's name."""
    source_of = sighting.figure.attribution
    if source_of is None or not source_of.origin:
        return False
    words = source_of.origin.split()
    if source_of.kind in NOBODY:
        # A nurse by her name is somebody.
        return len(words) > 1 and all(word[:1].isupper() for word in words)
    return source_of.origin != source_of.origin.lower()


def count_apart(a: Sighting, b: Sighting) -> bool:
    """True for an unnamed body that counts ("officials", "police") of one report, and a named one of another kind.

    Two reports' officials may be one office, and a ministry's count is theirs.
    """
    bare, named = sorted((a, b), key=is_named)
    one, other = bare.figure.attribution, named.figure.attribution
    if a.report.id == b.report.id or one is None or other is None or is_named(bare) or not is_named(named):
        return False
    return one.kind in _COUNTS and other.kind not in _COUNTS | NOBODY | {"media"}


def may_be_one_source(a: Sighting, b: Sighting) -> bool:
    """True for two names of which one may be the other told otherwise ("government", "government of the country")."""
    one, other = (set(folded(s.root or "").split()) for s in (a, b))
    sources = [s.figure.attribution for s in (a, b) if s.figure.attribution is not None]
    houses = [s.family for s in sources]
    house = any(folded(s.root or "") == folded(h or "") for s in (a, b) for h in houses if s.root and h)
    alone = len({folded(h or "") for h in houses}) == 1
    if one <= other or other <= one or (house and alone):
        return True
    kinds = {s.kind for s in sources}
    if kinds == {"media", "government"} and stems(a.root) & stems(b.root):
        # A state's television speaks for its government.
        return True
    return all(s.kind in _LOCAL for s in sources) and len(stems(a.root) & stems(b.root)) >= _ALIKE


def are_of_one_house(a: Sighting, b: Sighting) -> bool:
    """True for two media of one house: they relay one count at two hours more often than they dispute it."""
    sources = [s.figure.attribution for s in (a, b)]
    houses = {s.family for s in sources if s is not None and s.kind == "media"}
    return (
        a.report.id != b.report.id
        and all(sources)
        and len(houses) == 1
        and None not in houses
        and all(s is not None and s.kind == "media" for s in sources)
    )
