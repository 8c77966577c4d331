"""Counts that rest on parties to the events alone, in a sentence for each party."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.model.assessment import Assessment
from rashomon.rendering import wording
from rashomon.rendering.lookup import INHERITED, Lookup
from rashomon.rendering.plain_text import clean

#: More places than this say no more than that there were others.
_MOST_PLACES = 3


def party_counts(assessments: Iterable[Assessment], lookup: Lookup) -> list[str]:
    """ "Some counts of people killed (Aleppo, Idlib) and injured come only from a party to the events (SANA)."

    One sentence for each set of roots. Whom a party calls civilians or fighters stays out of it: the words are its own.
    """
    by_roots: dict[tuple[str, ...], dict[str, list[str]]] = {}
    for one in assessments:
        if _is_open(one):
            places = by_roots.setdefault(one.roots, {}).setdefault(_measure(one), [])
            if (place := _place(one, lookup)) is not None and place not in places:
                places.append(place)
    return [_sentence(roots, told) for roots, told in by_roots.items()]


def _is_open(assessment: Assessment) -> bool:
    """Whether people were counted, and by parties to the events only: such a count has no bounds of ours."""
    counted = assessment.question.unit != "other" and not assessment.question.measure.startswith("other:")
    return counted and (assessment.low, assessment.best, assessment.high) == (None, None, None)


def _measure(assessment: Assessment) -> str:
    measure = assessment.question.measure
    return wording.NOUN_MEASURES.get(measure) or wording.MEASURES.get(measure, measure.replace("_", " "))


def _place(assessment: Assessment, lookup: Lookup) -> str | None:
    """The place, where a figure's own sentence gives one that a gazetteer holds."""
    place = lookup.shareable_question(assessment).place
    figures = [f for c in assessment.claims if (f := lookup.figure(c)) is not None and f.place is not None]
    told = any(f.place is not None and f.place.how not in INHERITED for f in figures)
    if place is None or place.geonames_id is None or not told:
        return None
    moved = assessment.question.measure in wording.MOVEMENTS and assessment.question.role != "at"
    return f"{assessment.question.role} {clean(place.name)}" if moved else clean(place.name)


def _sentence(roots: tuple[str, ...], told: dict[str, list[str]]) -> str:
    counts = [f"{measure}{_where(places)}" for measure, places in told.items()]
    named = _listed([clean(root) for root in roots])
    parties = "a party" if len(roots) == 1 else "parties"
    people = "" if set(told) <= set(wording.NOUN_MEASURES.values()) else "people "
    by = f"{parties} to the events{f' ({named})' if named else ''}"
    return f"Some counts of {people}{_listed(counts)} come only from {by}."


def _where(places: list[str]) -> str:
    if not places:
        return ""
    shown = places[:_MOST_PLACES]
    return f" ({', '.join(shown)}{' and elsewhere' if len(places) > _MOST_PLACES else ''})"


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""
