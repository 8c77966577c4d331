"""The deaths that the record ties to one event, as one number for ACLED's column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model.assessment import Assessment
from rashomon.model.claim import Figure
from rashomon.model.happening import Event
from rashomon.rendering import acled_rules, wording
from rashomon.rendering.lookup import Lookup


@dataclass(frozen=True, slots=True)
class Deaths:
    """The number (null where it must be left open) and what the notes say about it."""

    number: float | None
    note: str


def deaths_of(group: Sequence[Event], lookup: Lookup) -> Deaths:
    """The lowest number reported for this event; 0 where none is, as ACLED has it.

    Only figures that the record ties to the event and its place count: the toll of a whole theatre or of many days is
    never pinned on one town and day.
    """
    found = [
        (number, figure)
        for figure in _figures(group, lookup)
        if (number := acled_rules.fatality_number(figure, lookup.words(figure))) is not None
    ]
    if not found:
        return Deaths(0, "No deaths reported for this event by itself.")
    number, figure = min(found, key=lambda pair: (pair[0], pair[1].id))
    others = sorted({n for n, _ in found if n != number})
    words = lookup.words(figure)
    note = f"Deaths: {words}." if not others else (
        f"Deaths: reports differ ({', '.join(wording.number(n) for n in (number, *others))}); the lowest is given."
    )  # fmt: skip
    return Deaths(number, note)


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
