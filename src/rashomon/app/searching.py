"""The use case of searching a project."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import get_args

from rashomon.app.parts import shipped_parts
from rashomon.errors import UsageError
from rashomon.model.assessment import Support
from rashomon.project import SearchPage, search_reports
from rashomon.project.search_reports import Guard
from rashomon.reading.decoding import plain_line
from rashomon.storage import open_store
from rashomon.storage.packing import stamp
from rashomon.storage.search_find import Filters

#: What can be found, as `kind` names it; "claim" is any of those but a report.
SEARCHED_KINDS = ("report", "claim", "figure", "event", "statement", "responsibility", "relation", "control")
SUPPORTS: tuple[str, ...] = get_args(Support)


def search(
    address: str,
    words: str | None = None,
    *,
    outlet: str | None = None,
    root: str | None = None,
    measure: str | None = None,
    place: str | None = None,
    first: str | None = None,
    last: str | None = None,
    story: str | None = None,
    support: Sequence[str] = (),
    kinds: Sequence[str] = (),
    rejected: bool = False,
    limit: int = 20,
    start: int = 0,
    guard: Guard | None = None,
) -> SearchPage:
    """The reports and claims that match the words and every filter, the best first.

    `words` are words, "phrases", -not and prefix*; null finds all that passes the filters. `first` and `last` are dates
    of publication, both inclusive. Claims are found as persons decided them, rejected ones only with `rejected`. Names
    are masked by `guard`, which gives a story's protector; without one they are not. Raises UsageError for a bad date
    or kind, NotFoundError for a missing story, StoreError.
    """
    _check("kind", kinds, SEARCHED_KINDS)
    _check("support", support, SUPPORTS)
    outlet, root, measure, place = (plain_line(name) if name else None for name in (outlet, root, measure, place))
    filters = Filters(
        outlet=outlet,
        roots=_names(root),
        measure=measure,
        place=place,
        first=stamp(_day(first)) if first else None,
        last=stamp(_day(last) + dt.timedelta(days=1)) if last else None,
        supports=tuple(support),
        kinds=tuple(kinds),
        rejected=rejected,
    )
    with open_store(address) as store:
        return search_reports(store, words, filters, story=story, limit=limit, start=start, guard=guard)


def _names(root: str | None) -> tuple[str, ...]:
    """The name as given, and the one under which the lexicon knows it."""
    if not root:
        return ()
    known = shipped_parts().library.organisations.find(root)
    return (root,) if known is None else (root, known.name)


def _check(what: str, given: Sequence[str], known: Sequence[str]) -> None:
    for value in given:
        if value not in known:
            raise UsageError(f"There is no {what} {value}.", f"Choose from {', '.join(known)}.")


def _day(text: str) -> dt.datetime:
    try:
        day = dt.date.fromisoformat(text)
        return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
    except ValueError as error:
        raise UsageError(f"{text} is no date.", "Write it as 2024-11-29.") from error
