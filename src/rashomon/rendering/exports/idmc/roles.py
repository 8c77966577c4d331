"""Which figure of a group is the recommended one; the others are triangulation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from rashomon.rendering.exports.idmc.choosing import Entry
from rashomon.rendering.exports.idmc.terms import category_of, term_of
from rashomon.rendering.exports.people_classes import people_classes

Role = Literal["recommended", "triangulation"]
#: Classes of people that are not some of them.
_EVERYBODY = ("people", "civilians", "families")
#: Support of the best number, strongest first.
_SUPPORT = ("corroborated", "documented", "single", "disputed")


def group_of(entry: Entry) -> tuple[str, str, str]:
    """Category, place and window: of each such group of a story exactly one figure is recommended.

    IDMC groups by event, too, and its events are crises: a story is one. Where no report tells the category, figures of
    one term are a group, so that people who returned never stand beside displaced ones.
    """
    return (category_of(entry.figure)[1] or term_of(entry.figure), location(entry), window(entry))


def location(entry: Entry) -> str:
    """The name of the question's place as it may be shown; empty where none is known."""
    spot, place = entry.answer.stated_spot, entry.assessment.question.place
    return spot.name if spot else entry.answer.shown_place(place.name) if place else ""


def window(entry: Entry) -> str:
    """The days that the question counts over, "2024-11-27/2024-11-29"; empty where they are not told."""
    period = entry.assessment.question.period
    return f"{period.start or ''}/{period.end or ''}" if period and (period.start or period.end) else ""


def groups_of(entries: Sequence[Entry]) -> dict[tuple[str, str, str], list[Entry]]:
    """The figures of one story by group."""
    groups: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[group_of(entry)].append(entry)
    return groups


def roles_of(entries: Sequence[Entry]) -> dict[str, Role]:
    """The role of each figure by its id. A figure that only a party gives is recommended by nobody."""
    roles: dict[str, Role] = {e.figure.id: "triangulation" for e in entries}
    for group in groups_of(entries).values():
        able = [e for e in group if e.assessment.best is not None]
        if able:
            roles[min(able, key=_rank).figure.id] = "recommended"
    return roles


def _rank(entry: Entry) -> tuple[bool, bool, bool, bool, int, int, float, str]:
    """All people before a group, no party before a party, the record's best number, what still stands.

    Then the better supported, the newest, and of two that nothing else tells apart the lower.
    """
    one, figure = entry.assessment, entry.figure
    as_of = figure.as_of.end or figure.as_of.start if figure.as_of else None
    support = _SUPPORT.index(one.support.best) if one.support.best in _SUPPORT else len(_SUPPORT)
    return (
        people_classes().class_of(one.question.population) not in _EVERYBODY,
        figure.attribution is not None and figure.attribution.side is not None,
        one.best_claim != figure.id,
        entry.replaced,
        support,
        -(as_of.toordinal() if as_of else 0),
        (figure.value if figure.value is not None else figure.low) or 0.0,
        figure.id,
    )
