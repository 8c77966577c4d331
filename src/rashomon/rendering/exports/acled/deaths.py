"""The deaths that the record ties to one event, as one number for ACLED's column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model.assessment import Assessment
from rashomon.model.claim import Figure
from rashomon.model.happening import Event
from rashomon.rendering import wording
from rashomon.rendering.exports.acled import rules
from rashomon.rendering.lookup import Lookup


@dataclass(frozen=True, slots=True)
class Deaths:
    """The number, what the notes say about it, and whether a range or a vague word stood behind it."""

    number: int
    note: str
    simplified: str = ""


@dataclass(frozen=True, slots=True)
class _Reported:
    number: int
    figure: Figure
    root: str


def deaths_of(group: Sequence[Event], lookup: Lookup, unknown_plural: int) -> Deaths:
    """One number for the event: the lowest reported, until two roots of different sides bear out another; 0 for none.

    Only figures that the record ties to the event and its place count: the toll of a whole theatre or of many days is
    never pinned on one town and day. `unknown_plural` stands for "several" (rules of the field, "Fatalities").
    """
    found = [
        _Reported(number, figure, lookup.root_of(figure) or f"no root named, {lookup.outlet(figure.report)}")
        for figure in _figures(group, lookup)
        if (number := rules.fatality_number(figure, lookup.words(figure), unknown_plural)) is not None
    ]
    if not found:
        return Deaths(0, "No deaths reported for this event by itself.")
    lowest = min(found, key=lambda r: (r.number, r.figure.id))
    if len({r.number for r in found}) == 1:
        return _undisputed(found, lowest, lookup)
    each = ", ".join(f"{wording.number(n)} ({_roots(found, n)})" for n in sorted({r.number for r in found}))
    agreed = _corroborated(found, lookup)
    number, rule = (agreed, "the corroborated number") if agreed is not None else (lowest.number, "the lowest")
    return Deaths(
        number, f"Deaths: reports differ ({each}); {rule} is given.", "Reports differ; one number is all that fits."
    )


def _undisputed(found: Sequence[_Reported], lowest: _Reported, lookup: Lookup) -> Deaths:
    figure = lowest.figure
    note = f"Deaths: {lookup.words(figure)} ({_roots(found, lowest.number)})"
    if figure.qualifier == "vague":
        rule = f", coded {lowest.number} as ACLED codes that word"
        return Deaths(lowest.number, f"{note}{rule}.", "A vague word became a number.")
    if figure.low != figure.high:
        return Deaths(lowest.number, f"{note}; the lower bound is given.", "A bound or a range became one number.")
    return Deaths(lowest.number, f"{note}.")


def _roots(found: Sequence[_Reported], number: int) -> str:
    return ", ".join(dict.fromkeys(r.root for r in found if r.number == number))


def _corroborated(found: Sequence[_Reported], lookup: Lookup) -> int | None:
    """The best number of the event's question where two roots of different sides give it."""
    for reported in found:
        assessment = lookup.assessment_of.get(reported.figure.id)
        if assessment and assessment.support.best == "corroborated" and assessment.best is not None:
            return int(assessment.best)
    return None


def _figures(group: Sequence[Event], lookup: Lookup) -> list[Figure]:
    ids = {e.id for e in group} | {c for e in group for c in e.claims}
    places = {n for e in group if e.place for n in (e.place.name, e.place.town) if n}
    figures: list[Figure] = []
    for figure in lookup.claims.values():
        if not isinstance(figure, Figure) or figure.measure != "killed" or figure.realis not in ("happened", "claimed"):
            continue
        assessment = lookup.assessment_of.get(figure.id)
        tied = figure.event in ids or (assessment is not None and assessment.question.event in ids)
        if tied and _same_extent(figure, group, places) and not _is_part(figure, assessment):
            figures.append(figure)
    return figures


def _same_extent(figure: Figure, group: Sequence[Event], places: set[str]) -> bool:
    """Whether the figure speaks of no more than the event's own place and day."""
    if figure.place is not None and places and figure.place.name not in places and figure.place.town not in places:
        return False
    if figure.place is not None and figure.place.kind in ("country", "region", "admin1", "admin2"):
        return any(e.place and e.place.name == figure.place.name for e in group)
    when = figure.when
    long = bool(when and when.start_date and when.end_date and (when.end_date - when.start_date).days > 1)
    return not long or any(e.end_date and e.start_date and e.end_date > e.start_date for e in group)


def _is_part(figure: Figure, assessment: Assessment | None) -> bool:
    return figure.part_of is not None or (assessment is None and figure.derived)
