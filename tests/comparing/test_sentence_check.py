"""Somebody's own sentence against the record: which figure is borne out, by whom, as of when."""

from __future__ import annotations

import pytest
from tests.rendering.fixtures import rich_dossier

from rashomon import app
from rashomon.errors import UsageError
from rashomon.model.checked import FigureCheck

MONITOR, HEALTH = "Gash Valley Monitor", "Kassala State health ministry"


def check(sentence: str) -> FigureCheck:
    """What the record of the invented fight says of the only figure in a sentence."""
    (found,) = app.check_sentence(sentence, rich_dossier())
    return found


def test_a_number_that_stands_is_supported_by_its_source() -> None:
    """The latest count of a source is supported, with its words, its source and its day."""
    found = check("In Kassala, 31 civilians were killed.")
    assert (found.verdict, found.words, found.measure) == ("supported", "31", "killed")
    assert {e.root for e in found.evidence} == {MONITOR}
    assert found.evidence[0].as_of == "2027-03-06"
    assert "31" in found.evidence[0].sentence


def test_a_replaced_number_is_superseded() -> None:
    """A number that its source has replaced is superseded, and the new one is named."""
    found = check("In Kassala, 19 civilians were killed.")
    assert found.verdict == "superseded"
    assert "31" in found.reason


def test_a_number_of_somebody_else_is_not_its_sources() -> None:
    """A number that another source gives is not borne out for the one that the sentence names."""
    found = check("The Gash Valley Monitor said 26 civilians were killed in Kassala.")
    assert found.verdict == "other root"
    assert {e.root for e in found.evidence} == {HEALTH}


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("In Kassala, 28 civilians were killed.", "within the range"),
        ("In Kassala, 290 civilians were killed.", "contradicted"),
        ("In Kassala, 290 civilians were arrested.", "not in the record"),
        ("In Kassala, several civilians were killed.", "no number"),
        ("In Nairobi, 31 civilians were killed.", "not in the record"),
    ],
)
def test_other_numbers(sentence: str, verdict: str) -> None:
    """A number that nobody gives lies within the range or is contradicted; another question finds nothing."""
    assert check(sentence).verdict == verdict


def test_spans_slice_to_the_numbers() -> None:
    """Each figure's place in the sentence is its number's; a sentence without figures gives nothing."""
    sentence = "In Kassala, 31 civilians were killed and 60 fighters died in Aroma."
    found = app.check_sentence(sentence, rich_dossier())
    assert [sentence[c.start : c.end] for c in found] == ["31", "60"]
    assert app.check_sentence("Nothing was counted.", rich_dossier()) == ()


def test_what_cannot_be_checked_is_refused() -> None:
    """A blank text and one too long are wrong use."""
    for text in ("  ", "x" * 6000):
        with pytest.raises(UsageError):
            app.check_sentence(text, rich_dossier())
