"""Which happening a figure belongs to, and which figure a correction takes back."""

from __future__ import annotations

import pytest

from rashomon.adapters.spacy_parser import SpacyParser
from rashomon.extraction import extract_claims
from rashomon.knowledge.library import Library
from rashomon.model.claim import ReportClaims
from rashomon.model.report import Report


def _claims(text: str, parser: SpacyParser, library: Library, title: str | None = None) -> ReportClaims:
    return extract_claims(Report(id="rpt-1", title=title, text=text), parser, library).value


def _anchor(claims: ReportClaims, text: str, value: float) -> str | None:
    """The word that tells the event of the figure with a value."""
    (figure,) = (f for f in claims.figures if f.value == value)
    event = next((e for e in claims.events if e.id == figure.event), None)
    return text[event.anchor_start : event.anchor_end] if event else None


def test_a_figure_belongs_to_the_happening_of_its_clause(parser: SpacyParser, library: Library) -> None:
    """The people that a bombing kills are of the bombing."""
    text = "A suicide bombing at a market in Kabul killed 12 civilians on Monday."
    assert _anchor(_claims(text, parser, library), text, 12) == "suicide bombing"


def test_a_figure_of_an_older_happening_is_not_of_the_reports_own(parser: SpacyParser, library: Library) -> None:
    """The dead of a bombing of 2009 are not tied to the bombing of today."""
    text = "A bomb in Baghdad on 4 March 2016 killed eight people. A bombing in 2009 killed 101 people there."
    claims = _claims(text, parser, library)
    eight, older = (next(f for f in claims.figures if f.value == n) for n in (8, 101))
    assert eight.event is not None
    assert older.realis == "background"
    assert older.event != eight.event


def test_the_toll_of_an_offensive_is_of_no_single_clash(parser: SpacyParser, library: Library) -> None:
    """A toll of days of fighting has no event."""
    text = "Clashes between rebels and soldiers in the province have killed 153 people since Wednesday."
    assert [f.event for f in _claims(text, parser, library).figures if f.value == 153] == [None]


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("The ministry revised the toll down to 41, while 12 people are missing.", [True, False]),
        ("Officials had earlier put the dead at 60; the floods displaced 3,000 people.", [True, False]),
        ("The blast killed seven people and wounded 20.", [False, False]),
    ],
)
def test_a_correction_is_of_its_own_clause(
    text: str, corrected: list[bool], parser: SpacyParser, library: Library
) -> None:
    """Words of correction mark the figure of their clause and no other of the sentence."""
    assert [f.correction for f in _claims(text, parser, library).figures] == corrected
