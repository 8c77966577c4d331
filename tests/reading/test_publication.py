"""Written dates become instants, days, months or years; what cannot be is not used."""

from __future__ import annotations

import pytest
from tests.reading.page_reading import LEARNED, LIBRARY, read_page, read_record

from rashomon.reading.publication import read_published

BODY = "At least six villagers died when the dam above the plain gave way on Monday, the water ministry said."


@pytest.mark.parametrize(
    ("written", "earliest", "precision"),
    [
        ("2025-06-11", "2025-06-11T00:00:00+00:00", "day"),
        ("2025-06-11T18:40:05Z", "2025-06-11T18:40:05+00:00", "instant"),
        ("2025-06-11T18:40:05.123+02:00", "2025-06-11T16:40:05+00:00", "instant"),
        ("2025-06-11 18:40", "2025-06-11T18:40:00+00:00", "instant"),
        ("2025-06", "2025-06-01T00:00:00+00:00", "month"),
        ("2025", "2025-01-01T00:00:00+00:00", "year"),
        ("Wed, 11 Jun 2025 18:40:00 +0300", "2025-06-11T15:40:00+00:00", "instant"),
        ("June 11, 2025, 6:40 p.m. EDT", "2025-06-11T22:40:00+00:00", "instant"),
        ("11th of June 2025", "2025-06-11T00:00:00+00:00", "day"),
    ],
)
def test_a_date_is_read_with_its_precision(written: str, earliest: str, precision: str) -> None:
    """A written date gives its first instant in UTC and its precision."""
    found = read_published(written, "given", "x", LIBRARY.times, LEARNED).value
    assert found is not None
    assert (found.earliest.isoformat(), found.precision) == (earliest, precision)
    assert found.earliest <= found.latest


@pytest.mark.parametrize(
    "written", ["2024-02-30", "2024-13-01", "0000-00-00", "-2024-01-01", "12", "", "next week", "9" * 300]
)
def test_what_is_no_date_leaves_an_issue_and_no_publication(written: str) -> None:
    """An impossible date gives null and one issue."""
    outcome = read_published(written, "given", "x", LIBRARY.times, LEARNED)
    assert outcome.value is None
    assert len(outcome.issues) == 1


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Published 25 Jul, 2018 11:09am", "2018-07-25T11:09:00+00:00"),
        ("July 25, 2018 / 6:00 PM / 3 years ago", "2018-07-25T18:00:00+00:00"),
        ("Issued on: 29/11/2024 - 21:15", "2024-11-29T21:15:00+00:00"),
        ("Fri., Nov. 29, 2024 at 9:15 p.m. EST", "2024-11-30T02:15:00+00:00"),
        ("29 Nov 2024 21:15 (GMT+03:00)", "2024-11-29T18:15:00+00:00"),
        ("2 décembre 2024", "2024-12-02T00:00:00+00:00"),
        ("lunes, 2 de diciembre de 2024 a las 10:00", "2024-12-02T00:00:00+00:00"),
        ("News Desk, Jul 10, 2017, 4:55 PM IST", "2017-07-10T16:55:00+00:00"),
    ],
)
def test_a_line_of_dates_dates_the_page(line: str, published: str) -> None:
    """A line that holds nothing but dates and their labels, or a name and a date, gives the publication."""
    report = read_page(f"Dam fails above the plain\n{line}\n\n{BODY}\n")
    assert report.published is not None
    assert (report.published.earliest.isoformat(), report.published.how) == (published, "page")


def test_the_day_in_an_address_dates_a_report_that_nothing_else_does() -> None:
    """The address is asked last."""
    report, _ = read_record(text=BODY, url="https://example.com/2025/06/11/dam-fails")
    assert report is not None
    assert report.published is not None
    assert (report.published.earliest.date().isoformat(), report.published.how) == ("2025-06-11", "address")


def test_a_given_date_wins_over_the_page() -> None:
    """The date given beside the text is the publication, whatever the page shows."""
    report, _ = read_record(text=f"Dam fails above the plain\n1 May 2020\n\n{BODY}\n", published="2025-06-11")
    assert report is not None
    assert report.published is not None
    assert (report.published.earliest.date().isoformat(), report.published.how) == ("2025-06-11", "given")
