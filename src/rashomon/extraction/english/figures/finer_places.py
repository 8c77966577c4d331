"""The place that a report's happenings vote for, and the finer one that it puts them into inside an area."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.extraction.english.figures.event_areas import AREAS, AreaWords
from rashomon.extraction.english.figures.event_namings import Naming
from rashomon.extraction.english.figures.place_phrases import is_unnamed
from rashomon.model.place import Place


def finer_place(
    best: Place, namings: Sequence[Naming], told_at: Sequence[Place], nouns: AreaWords, spread: bool
) -> Place:
    """The one place that a report puts its happening into, inside the wider one given; else that one.

    `told_at` are the places that figures name for themselves; `spread` says that it is of what comes over an area.
    """
    if best.kind not in (*AREAS, "water"):
        return best
    # Of what is spread over an area, a place named in passing ("30 km from X") is no place of all.
    told = (n.place for n in namings if n.weight >= 1 or not spread)
    fine = [p for p in told if p.kind != "facility" and not _is_counted(p) and nouns.is_finer(p, best)]
    inner = {p.name: p for p in reversed(fine)}
    settled = {p.name: p for p in inner.values() if p.kind not in AREAS}
    if len(settled) == 1 and not spread:
        inner = settled  # "in X, which lies in the Y district": Y is an area around X
    others = {p.name for p in told_at if not is_unnamed(p) and nouns.is_finer(p, best)} - inner.keys()
    return next(iter(inner.values())) if len(inner) == 1 and not others else best


def _is_counted(place: Place) -> bool:
    """Whether a place is several that are counted: "300 Ruritanian sites"."""
    return (place.phrase or place).text[:1].isdigit()


def most_named(namings: Sequence[Naming]) -> Place | None:
    """The place with the most weight, the first named of several; none without namings."""
    votes: dict[str, float] = {}
    first: dict[str, Place] = {}
    for naming in namings:
        votes[naming.place.name] = votes.get(naming.place.name, 0.0) + naming.weight
        first.setdefault(naming.place.name, naming.place)
    best = max(votes, key=lambda name: (votes[name], -first[name].start), default=None)
    return first[best] if best else None
