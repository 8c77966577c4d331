"""Reports that a body issues itself: what they tell without a source is its own word."""

from __future__ import annotations

import pytest

from rashomon.extraction.english.source_issuers import issued_sources
from rashomon.knowledge.library import Library
from rashomon.knowledge.page_owners import host_label
from rashomon.language.sentences import split_report
from rashomon.model.report import Report

_TEAMS = "Teams of Doctors Without Borders/Médecins Sans Frontières (MSF) took in 94 wounded in Vester. About 31 died."


def _issuers(library: Library, text: str, number: str, **of: str) -> set[str]:
    report = Report(id="r", text=text, **of)
    at = text.index(number)
    found = issued_sources(report, split_report(report, library.words), library)
    return {s.attribution.text for s in found if s.attribution.field == "text" and s.scope_start <= at < s.scope_end}


@pytest.mark.parametrize(
    ("outlet", "url"),
    [
        ("doctorswithoutborders.org", ""),
        ("msf.org", ""),
        ("MSF (republished by Vester Wire)", ""),
        ("reliefweb.int (MSF)", ""),
        ("Vester Aid Portal", "https://www.msf.org.uk/vester"),
    ],
)
def test_a_page_s_own_body_answers_for_it(library: Library, outlet: str, url: str) -> None:
    """A body whose name, letters or address sign a page answers for all of its sentences."""
    assert _issuers(library, _TEAMS, "31", outlet=outlet, url=url) == {"Doctors Without Borders"}


@pytest.mark.parametrize("outlet", ["Vester Herald", "Reuters", "reliefweb.int", "vesterherald.com"])
def test_an_outlet_that_prints_what_a_body_did_speaks_itself(library: Library, outlet: str) -> None:
    """A body that a report only names issues nothing of it."""
    assert not _issuers(library, _TEAMS, "94", outlet=outlet)


@pytest.mark.parametrize(
    ("text", "number", "outlet", "name"),
    [
        (
            "The Vester Harbour Workers Association (VHWA) has watched the strike. Police hurt 40 people.",
            "40",
            "vhwa.org",
            "Vester Harbour Workers Association",
        ),
        (
            "Joint statement by Amnesty Vester, the Vester Medical Association and the Law Society\n\n12 people died.",
            "12",
            "allnews.example",
            "Amnesty Vester, the Vester Medical Association and the Law Society",
        ),
        ("Statement by the Vester Lions\n\n12 people died.", "12", "allnews.example", None),
        ("The Vester Press Network (VPN) showed 12 dead. 9 were children.", "9", "vpn.org", None),
    ],
)
def test_a_text_says_whose_it_is(library: Library, text: str, number: str, outlet: str, name: str | None) -> None:
    """A short form that signs the page and a line that says whose statement follows tell the issuer, if it is a body
    and no press."""
    assert _issuers(library, text, number, outlet=outlet) == ({name} if name else set())


_UPDATE = "UNHCR and the towns shelter 3,100 people in Vester. Some 940 houses burned. Our staff met 61 families."


@pytest.mark.parametrize(("number", "answers"), [("3,100", True), ("940", False), ("61", True)])
def test_who_gathers_counts_answers_for_its_own_work(library: Library, number: str, answers: bool) -> None:
    """Of a UN agency's page only what it tells of itself is its own word."""
    assert bool(_issuers(library, _UPDATE, number, outlet="unhcr.org", title="Fire in Vester")) is answers


def test_a_situation_report_gathers_what_others_count(library: Library) -> None:
    """In a situation report a charity answers for what it tells of itself alone."""
    text = "Some 940 houses burned. Save the Children has helped 61 families."
    assert not _issuers(library, text, "940", outlet="Save the Children", title="Vester fire: Situation Report No. 2")
    assert _issuers(library, text, "61", outlet="Save the Children", title="Vester fire: Situation Report No. 2")
    assert _issuers(library, text, "940", outlet="Save the Children", title="Fire in Vester leaves families homeless")


@pytest.mark.parametrize(
    ("host", "label"),
    [("www.unicef.org.au", "unicef"), ("msf.org", "msf"), ("news.bbc.co.uk", "bbc"), ("Vester Herald", None)],
)
def test_a_host_s_own_part_is_told_from_its_domain(host: str, label: str | None) -> None:
    """What stands before the suffix of an address is its owner's name."""
    assert host_label(host) == label
