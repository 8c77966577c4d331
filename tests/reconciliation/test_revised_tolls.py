"""A toll that its source makes smaller stays one count, with the number before it and those of others."""

from __future__ import annotations

import pytest
from tests.composing.test_sourcing import dossier_of
from tests.dates.dated_report import report_of

from rashomon.adapters.spacy_parser import SpacyParser
from rashomon.knowledge.library import Library
from rashomon.model.claim import Figure
from rashomon.pipeline import understand_one

FIRST = (
    "At least 63 people were killed when a ferry sank off Zanzibar on Monday, the coastguard said. "
    "Divers went on searching the wreck."
)
LOWERED = (
    "The coastguard on Tuesday put the death toll from the ferry sinking off Zanzibar at 54, down from the 63 that it "
    "gave the night before. The names of some victims had been written down twice, it said."
)
LATER = (
    "The sinking of a ferry off Zanzibar has now claimed 57 lives, after three of the injured died. "
    "The coastguard had earlier spoken of 63 deaths, a toll that it later cut to 54."
)


def figures_of(text: str, parser: SpacyParser, library: Library) -> dict[float | None, Figure]:
    """The figures of a report of 7 May 2024, a Tuesday, by their numbers."""
    claims = understand_one(report_of(text, "2024-05-07"), parser, library).value
    return {f.value: f for f in claims.figures}


def test_a_toll_made_smaller_is_one_count(parser: SpacyParser, library: Library) -> None:
    """63 dead, then 54, then 57 are numbers of one question though the count falls, and 57 and 54 are no two tolls."""
    told = dossier_of(
        parser, library, ("Post", "2024-05-06", FIRST), ("Star", "2024-05-07", LOWERED), ("Sun", "2024-05-09", LATER)
    )
    number = {
        c.id: c.value for c in told.claims if isinstance(c, Figure) and c.measure == "killed" and (c.value or 0) > 3
    }
    asked = [{number[c] for s in told.series if s.id in a.series for p in s.points for c in p.claims if c in number}
             for a in told.assessments]  # fmt: skip
    assert {54.0, 57.0, 63.0} in asked


@pytest.mark.parametrize(
    ("text", "number", "taken_back"),
    [
        ("The mayor lowered the death toll of the ferry sinking off Zanzibar from 63 to 54.", 54, True),
        ("Officials put the death toll at 54, down from the 63 given on Monday.", 54, True),
        ("The dead number 63, a toll that the navy later cut to 54.", 54, True),
        ("Six people were killed after the ferry cut its engines and drifted to 30 metres off the pier.", 6, False),
        ("The death toll rose to 63 on Monday.", 63, False),
    ],
)
def test_words_that_make_a_toll_smaller_correct_it(
    text: str, number: float, taken_back: bool, parser: SpacyParser, library: Library
) -> None:
    """A toll that is lowered, cut or "down from" a number corrects that number; one that rises does not."""
    assert figures_of(text, parser, library)[number].correction is taken_back


@pytest.mark.parametrize(
    ("before", "after", "how"),
    [
        ("The ministry lowered the toll of the fire from ", " to 54", "earlier"),
        ("The toll was raised on Monday from ", " to 70", "earlier"),
        ("The dead number from ", " to 54", None),
    ],
)
def test_a_number_that_becomes_another_is_the_earlier_one(
    before: str, after: str, how: str | None, library: Library
) -> None:
    """ "From 63 to 54" behind a word for a change is an earlier number and a newer one, and otherwise a range."""
    assert library.restatements.restated(before, after) == how


def test_the_day_of_the_speech_is_no_day_of_dying(parser: SpacyParser, library: Library) -> None:
    """A day behind a source that stands behind the number dates what was said, and no death."""
    told = figures_of("The ferry sank with 63 dead, the coastguard said on Tuesday.", parser, library)[63]
    assert told.when is None
    assert told.said_when is not None


def test_nothing_is_counted_over_days_to_come(parser: SpacyParser, library: Library) -> None:
    """ "The toll could rise in the coming hours" gives no days to the injured of its sentence."""
    text = "The coastguard said that 63 people were injured and that the number could rise in the coming hours."
    assert figures_of(text, parser, library)[63].when is None


def test_a_toll_from_attacks_somewhere_is_of_that_place(parser: SpacyParser, library: Library) -> None:
    """ "The toll from Mombasa attacks" counts who died there, not who came from there."""
    place = figures_of("The navy revised down the death toll from Mombasa attacks to 54.", parser, library)[54].place
    assert place is not None
    assert (place.name, place.role) == ("Mombasa", "at")


def test_the_figure_counts_what_its_number_counted_before(parser: SpacyParser, library: Library) -> None:
    """ "The figure" that was brought from 63 to 54 counts the dead that 54 counted, not the injured told in between."""
    text = (
        "The navy put the death toll from the sinking of a ferry off Mombasa at 54. It said 81 people were injured. "
        "The mayor had on Monday revised the figure from 63 to 54."
    )
    told = understand_one(report_of(text, "2024-05-07"), parser, library).value.figures
    assert {f.measure for f in told if f.value in (54, 63)} == {"killed"}


def test_a_number_that_was_lowered_stands_nowhere(parser: SpacyParser, library: Library) -> None:
    """63 by another source is replaced too, once the coastguard lowered it, with a reason that names both."""
    first = FIRST.replace("the coastguard said", "the Red Cross said")
    told = dossier_of(parser, library, ("Post", "2024-05-06", first), ("Star", "2024-05-07", LOWERED))
    replaced = [p.value for s in told.series for p in s.points if p.superseded_by is not None and p.value == 63]
    assert replaced
    reasons = [r.reason for r in told.relations if r.type == "revision"]
    assert any("lowered the count from 63 to 54" in r and "Red Cross" in r for r in reasons)


def test_what_a_source_had_first_put_it_at_is_an_earlier_number(library: Library) -> None:
    """A pluperfect of saying in a number's own clause makes it an earlier one, whatever stands between."""
    restated = library.restatements.restated
    assert restated("The broadcaster had first put the number of dead at ", ".") == "earlier"
    assert restated("The mayor, who had put the toll at nine, now puts it at ", ".") is None


def test_an_earlier_number_of_a_voice_stands_in_its_series(parser: SpacyParser, library: Library) -> None:
    """The number that a source had first given is replaced by the one it gives now, though only that has a day."""
    text = (
        "Two blasts in Durban on Monday left at least 73 people dead, state television reported. "
        "The broadcaster had first put the number of dead at 20."
    )
    told = dossier_of(parser, library, ("Post", "2024-05-06", text))
    number = {c.id: c.value for c in told.claims if isinstance(c, Figure)}
    steps = [(number[r.from_claim], number[r.to_claim]) for r in told.relations if r.type == "supersede"]
    assert steps == [(73, 20)]


def test_a_number_given_in_place_of_another_corrects_it(parser: SpacyParser, library: Library) -> None:
    """ "275 and not 288" corrects the 288 that another office gave, near as the two numbers are."""
    first = "The railway ministry said on Saturday that 288 people were killed in the train crash in Durban."
    second = (
        "The toll of the train crash in Durban was lowered on Sunday. After a new check the number of dead is 275 and "
        "not 288, the district collector said."
    )
    told = dossier_of(parser, library, ("Post", "2024-05-04", first), ("Star", "2024-05-05", second))
    number = {c.id: c.value for c in told.claims if isinstance(c, Figure)}
    found = {(r.type, number[r.from_claim], number[r.to_claim]) for r in told.relations}
    assert ("revision", 275, 288) in found
    assert not any(kind == "agree" for kind, _, _ in found)


def test_two_roots_that_differ_correct_nothing(parser: SpacyParser, library: Library) -> None:
    """What one body says "and not, as" another had said is the other's number still."""
    first = "Rescuers said on Saturday that 300 people were killed in the mine collapse in Durban."
    second = "The ministry said on Sunday that 30 people died in the mine collapse in Durban and not 300, as rescuers had said."
    told = dossier_of(parser, library, ("Post", "2024-05-04", first), ("Star", "2024-05-05", second))
    assert not any(r.type == "revision" for r in told.relations)


def test_a_family_takes_its_own_number_back(parser: SpacyParser, library: Library) -> None:
    """The UN's lower number withdraws the one that its humanitarian office gave before."""
    first = "OCHA said on Saturday that at least 1,300 people were killed by the flood in Durban."
    second = (
        "The United Nations said on Monday that at least 390 people died in the flood in Durban and not 1,300, as its "
        "humanitarian office OCHA had reported."
    )
    told = dossier_of(parser, library, ("Post", "2024-05-04", first), ("Star", "2024-05-06", second))
    number = {c.id: c.value for c in told.claims if isinstance(c, Figure)}
    withdrawn = {number[p.claim] for s in told.series for p in s.points if p.superseded_by is not None}
    assert withdrawn == {1300}
