"""Who printed a report and which agency it credits."""

from __future__ import annotations

import pytest
from tests.reading.page_reading import read_page, read_record, words_of

BODY = "At least six villagers died when the dam above the plain gave way on Monday, the water ministry said."


@pytest.mark.parametrize(
    ("opening", "agency", "dateline"),
    [
        ("PORT DALE, Norland, Jun 3 (Reuters) - ", "Reuters", "PORT DALE, Norland, Jun 3 (Reuters) -"),
        ("PORT DALE (AP) — ", "Associated Press", "PORT DALE (AP) —"),
        ("Port Dale, June 3, (dpa/AFP) – ", "Deutsche Presse-Agentur", "Port Dale, June 3, (dpa/AFP) –"),
        ("PORT DALE: ", None, "PORT DALE:"),
        ("PORT DALE Jun 3 ", None, "PORT DALE Jun 3"),
        ("(AFP)", "Agence France-Presse", "(AFP)"),
        ("MOSCOW, June 3. /TASS/. ", "TASS", "MOSCOW, June 3. /TASS/."),
        ("Damascus, SANA- ", "SANA", "Damascus, SANA-"),
        ("New Delhi, India – ", None, "New Delhi, India –"),
        ("Karachi (Pakistan): ", None, "Karachi (Pakistan):"),
        ("KYIV/LVIV, Jun 3 (Reuters) - ", "Reuters", "KYIV/LVIV, Jun 3 (Reuters) -"),
    ],
)
def test_a_dateline_is_a_block_and_names_its_agency(opening: str, agency: str | None, dateline: str) -> None:
    """A dateline is a block of its own, and the agency in its brackets is the report's."""
    report = read_page(f"Dam fails above the plain\n\n{opening}{BODY}\n")
    assert words_of(report, "dateline") == [dateline]
    assert words_of(report, "body") == [BODY]
    assert report.agency == agency
    if report.agency_mention is not None:
        mention = report.agency_mention
        assert report.text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    "opening",
    [
        "Officials - who asked not to be named - said ",
        "UPDATE: ",
        "The army said (quoting a report) that ",
        "Rain fell. ",
    ],
)
def test_an_ordinary_opening_is_no_dateline(opening: str) -> None:
    """A sentence with a dash, a label or brackets is no dateline."""
    assert not words_of(read_page(f"Dam fails above the plain\n\n{opening}{BODY}\n"), "dateline")


@pytest.mark.parametrize(
    "ending", [" - REUTERS", " (Reuters)", "\n\nReuters contributed to this report.", " --Reuters"]
)
def test_a_closing_credit_names_the_agency(ending: str) -> None:
    """A credit at the end of the story names the agency."""
    assert read_page(f"Dam fails above the plain\n\n{BODY}{ending}\n").agency == "Reuters"


def test_a_picture_credit_names_no_agency() -> None:
    """The agency of a picture is not the agency of the text."""
    assert read_page(f"Dam fails above the plain\nPhoto: A. Person/AFP\n\n{BODY}\n").agency is None


def test_an_agency_named_in_a_sentence_is_no_credit() -> None:
    """An agency that somebody spoke to is not the report's agency."""
    assert (
        read_page(f"Dam fails above the plain\n\n{BODY} The minister told Reuters that more rain was due.\n").agency
        is None
    )


@pytest.mark.parametrize(
    ("url", "canonical", "outlet"),
    [
        ("https://www.reuters.com/world/dam?utm_source=x#top", "https://reuters.com/world/dam", "Reuters"),
        ("http://news.example.co.uk/a/", "https://news.example.co.uk/a", "example.co.uk"),
        (
            "http://web.archive.org/web/20170315074305/http://www.example.com/a.html",
            "https://example.com/a.html",
            "example.com",
        ),
    ],
)
def test_the_address_is_made_canonical_and_names_the_outlet(url: str, canonical: str, outlet: str) -> None:
    """Tracking, fragments and archives go; the outlet is the known one or the domain."""
    report, issues = read_record(text=BODY, url=url)
    assert report is not None
    assert (report.canonical_url, report.outlet, report.outlet_how) == (canonical, outlet, "address")
    assert not issues


def test_two_versions_of_a_page_share_their_lineage_and_not_their_id() -> None:
    """The lineage is that of outlet and address; another text is another report."""
    first, _ = read_record(text=BODY, url="https://example.com/a")
    second, _ = read_record(text=BODY + " Search goes on.", url="https://example.com/a#live")
    assert first is not None
    assert second is not None
    assert first.lineage == second.lineage
    assert first.id != second.id


def test_a_report_without_address_is_its_own_lineage() -> None:
    """Without an address the lineage is the report's id."""
    report, _ = read_record(text=BODY)
    assert report is not None
    assert report.lineage == report.id


def test_a_given_outlet_wins_over_the_address() -> None:
    """The outlet given beside the text is kept as given."""
    report, _ = read_record(text=BODY, url="https://example.com/a", outlet="The Example")
    assert report is not None
    assert (report.outlet, report.outlet_how) == ("The Example", "given")
