"""Times: a published instant with its precision, a date interval, an as-of."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from rashomon.model.passage import Mention
from rashomon.model.record import Record

DatePrecision = Literal["instant", "hour", "day", "week", "month", "year", "period", "unknown"]
AsOfHow = Literal["stated", "statement_day", "dateline", "publication"]
PublishedHow = Literal["given", "page", "text", "address", "unknown"]


class Published(Record, frozen=True, kw_only=True):
    """When a report was published: `earliest` to `latest` (both inclusive instants with a zone), and how it is known.

    A date alone is that whole day in UTC; "November 2024" is that whole month.
    """

    earliest: dt.datetime
    latest: dt.datetime
    precision: DatePrecision
    how: PublishedHow


class When(Mention, frozen=True, kw_only=True):
    """A time expression of a report and the dates it means; both bounds inclusive, null where open or unknown."""

    start_date: dt.date | None = None
    end_date: dt.date | None = None
    precision: DatePrecision = "unknown"


class AsOf(Record, frozen=True, kw_only=True):
    """The state a figure describes, as inclusive dates, and how that is known (design, "Figures, the heart")."""

    start: dt.date | None
    end: dt.date | None
    how: AsOfHow
