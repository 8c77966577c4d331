"""What a run was asked to do."""

from __future__ import annotations

import datetime as dt

import pytest

from rashomon.errors import UsageError
from rashomon.settings import parse_as_of


def test_a_date_is_its_whole_day_in_utc() -> None:
    """A date alone means the last instant of that day."""
    assert parse_as_of("2024-11-29") == dt.datetime(2024, 11, 29, 23, 59, 59, 999999, tzinfo=dt.UTC)


def test_an_instant_keeps_its_zone() -> None:
    """An instant with a zone is that instant; one without is in UTC."""
    assert parse_as_of("2024-11-29T21:15:00+01:00") == dt.datetime(2024, 11, 29, 20, 15, tzinfo=dt.UTC)
    assert parse_as_of("2024-11-29T21:15:00") == dt.datetime(2024, 11, 29, 21, 15, tzinfo=dt.UTC)


@pytest.mark.parametrize("text", ["yesterday", "", "2024-13-01", "29/11/2024"])
def test_what_is_no_date_is_refused(text: str) -> None:
    """Anything but an ISO date or instant is a UsageError that names it."""
    with pytest.raises(UsageError, match="not a date"):
        parse_as_of(text)
