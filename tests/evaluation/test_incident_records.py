"""The records of incidents: the main event of a dossier beside what a data base recorded."""

from __future__ import annotations

import datetime as dt

import pytest
from evaluation.incident_records import Recorded, record_shares, same_city

from rashomon.model.happening import MainEvent, Toll
from rashomon.model.place import Place


def placed(name: str, near: str | None = None) -> MainEvent:
    """A main event at a place of this name, beside a larger town."""
    return MainEvent(place=_place(name), near=_place(near) if near else None)


def _place(name: str) -> Place:
    return Place(start=0, end=0, text=name, name=name, kind="town")


@pytest.mark.parametrize(
    ("main", "city", "same"),
    [
        (placed("St. Louis"), "Saint Louis", True),
        (placed("Euharlee"), "Cartersville (Euharlee)", True),
        (placed("South Shore", "Chicago"), "Chicago", True),
        (placed("Henry County"), "Henry (county)", True),
        (placed("Henry"), "Henry (county)", False),
        (placed("The Bronx"), "Bronx", True),
        (placed("Dayton"), "Columbus", False),
        (None, "Dayton", False),
    ],
)
def test_a_city_goes_by_its_names(main: MainEvent | None, city: str, same: bool) -> None:
    """A place is the record's where it or the larger town beside it bears one of the record's names."""
    assert same_city(main, city) is same


def test_what_is_not_told_is_zero_and_no_date() -> None:
    """Without a main event the toll is zero, and the date and the city are wrong."""
    record = {"killed": 0, "injured": 0, "date": "May 12, 2031", "city": "Dayton"}
    shares = record_shares([Recorded("x", None, record)])
    assert shares == {"killed": 1.0, "injured": 1.0, "date": 0.0, "city": 0.0}


def test_a_stretch_of_days_is_no_exact_date() -> None:
    """A date is right only where the main event has that one day."""
    record = {"killed": 2, "injured": 0, "date": "May 12, 2031", "city": "Dayton"}
    day = dt.date(2031, 5, 12)
    toll = Toll(value=2, claims=("fig-1",), calculation="2 by police.")
    one = MainEvent(killed=toll, start_date=day, end_date=day)
    stretch = MainEvent(killed=toll, start_date=day, end_date=day + dt.timedelta(days=2))
    assert [Recorded("x", m, record).exact("date") for m in (one, stretch)] == [True, False]
    assert Recorded("x", one, record).exact("killed")
