"""Which day a count is of: one that its words name, none where it runs on or the day is that of the statement."""

from __future__ import annotations

import dataclasses
import datetime as dt

from msgspec.structs import replace

from rashomon.knowledge.restatements import Restatements
from rashomon.model.moment import AsOf
from rashomon.reconciliation.readings import asked, open_words
from rashomon.reconciliation.sightings import Sighting


def is_running(sighting: Sighting, restatements: Restatements) -> bool:
    """True for a total over more than a day, or one that its sentence calls a toll."""
    figure, when = sighting.figure, sighting.figure.when
    if when is not None and when.start_date is not None and (when.end_date is None or when.end_date > when.start_date):
        return True
    return asked(restatements.tells_toll, sighting.report.field_text(figure.field)[figure.start : figure.end])


def counted_day(sighting: Sighting, restatements: Restatements) -> dt.date | None:
    """The one day whose dead or injured are counted, where the count is not under way; that of the words as they stand.

    "Killed on Friday, a monitor said" names one day for both; "the toll rose on Friday" is no count of Friday.
    """
    when = sighting.figure.when
    if when is None or when.start_date is None or when.start_date != when.end_date or sighting.earlier:
        return None
    if sighting.counting != "cumulative" or (sighting.as_of is not None and sighting.as_of.how == "stated"):
        # "As of 30 November" is a state.
        return None
    return None if is_running(sighting, restatements) or open_words(sighting, restatements) else when.start_date


def settled_days(sighting: Sighting, restatements: Restatements) -> Sighting:
    """The day of the statement bounds no count; a toll "put at" a number on an earlier day describes that day.

    A count that is corrected describes the day on which it was corrected.
    """
    figure, as_of = sighting.figure, sighting.as_of
    when = figure.when
    if when is None or when.start_date is None or when.start_date != when.end_date or as_of is None:
        return sighting
    day = when.start_date
    if as_of.how == "statement_day" and as_of.start == as_of.end == day:
        return dataclasses.replace(sighting, figure=replace(figure, when=None))
    if figure.correction:
        return sighting
    text = sighting.report.field_text(figure.field)[figure.start : figure.end]
    if (as_of.end or dt.date.min) > day and sighting.root is not None and asked(restatements.puts_count, text):
        earlier = AsOf(start=day, end=day, how="stated")
        return dataclasses.replace(sighting, figure=replace(figure, when=None), as_of=earlier)
    return sighting
