"""Corrections: what was wrong is told with its reason, what is only newer stands apart, what stands is not told."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
import pytest
from tests.rendering.fixtures import rich_dossier, tiny_dossier

from rashomon.errors import UsageError
from rashomon.model.assessment import FigureRelation
from rashomon.model.decision import DecisionShown
from rashomon.model.dossier import Dossier
from rashomon.model.exported import ExportOptions, Material
from rashomon.rendering.exports.corrections import write_corrections
from rashomon.rendering.exports.corrections.finding import Correction, corrections_of, told_sentences
from rashomon.rendering.lookup import Lookup


def told_figure() -> str:
    """The first figure that the rich dossier's brief cites."""
    lookup = Lookup(rich_dossier())
    return next(c for _, s in told_sentences(rich_dossier()) for c in s.claims if lookup.figure(c))


def page(later: Dossier, earlier: Dossier | None = None) -> str:
    """The corrections page of two dossiers."""
    options = ExportOptions(since=earlier or rich_dossier())
    return write_corrections(Material(dossiers=(later,), options=options)).files["corrections.md"].decode()


def of_told(later: Dossier) -> Correction:
    """The correction of that figure."""
    one = Lookup(rich_dossier()).assessment_of[told_figure()]
    (found,) = (c for c in corrections_of(rich_dossier(), later) if c.assessment in (one.id, ""))
    return found


def without(claim: str, **changes: Any) -> Dossier:
    """The rich dossier without a claim, its assessment and what else would name it."""
    rich = rich_dossier()
    left = tuple(c for c in rich.claims if c.id != claim)
    answers = tuple(a for a in rich.assessments if claim not in a.claims)
    return rich_dossier(**({"claims": left, "assessments": answers} | changes))


def test_nothing_changed_says_so() -> None:
    """Two equal dossiers give a page without a correction that says so."""
    assert "Nothing that the earlier brief told of figures has changed." in page(rich_dossier())


def test_a_revision_by_the_root_is_a_correction() -> None:
    """A number that its own origin took back since is corrected, in the words of the relation."""
    figure = told_figure()
    other = next(c.id for c in rich_dossier().claims if c.id.startswith("f-") and c.id != figure)
    revised = FigureRelation(type="revision", from_claim=other, to_claim=figure, reason="The monitor took it back.")
    found = of_told(rich_dossier(relations=(*rich_dossier().relations, revised)))
    assert (found.kind, found.why) == ("corrected", "The monitor took it back.")


def test_a_persons_decision_is_the_reason() -> None:
    """A correction by an editor is told with its day and reason, and never with the editor's name."""
    decision = DecisionShown(
        id="dec-1", kind="correct", targets=(told_figure(),), why="The page says 32.", by="Jo Petrov",
        on=dt.date(2027, 3, 7), applied=True, machine="31", corrected="value 32",
    )  # fmt: skip
    text = page(rich_dossier(decisions=(decision,)))
    assert (
        "On 7 March 2027 an editor decided: corrected; it ought to say: value 32. The reason: The page says 32." in text
    )
    assert "Petrov" not in text


def test_an_edited_page_a_lost_report_and_a_misreading_are_told_apart() -> None:
    """A claim that is gone was edited away, lost with its report, or read wrongly, as the later reports show."""
    figure = told_figure()
    report = next(c.report for c in rich_dossier().claims if c.id == figure)
    kept = [r for r in rich_dossier().reports if r.id != report]
    old = next(r for r in rich_dossier().reports if r.id == report)
    newer = msgspec.structs.replace(old, id="rpt-newer")
    assert "wrongly" in of_told(without(figure)).why
    assert "edited its report" in of_told(without(figure, reports=(*kept, newer))).why
    assert "no part of the record" in of_told(without(figure, reports=tuple(kept))).why


def test_a_newer_count_is_no_correction() -> None:
    """A range that moved without a revision stands as overtaken, and a number newly disputed as that."""
    rich, figure = rich_dossier(), told_figure()

    def with_answer(**changes: Any) -> Dossier:
        return rich_dossier(
            assessments=tuple(
                msgspec.structs.replace(a, **changes) if figure in a.claims else a for a in rich.assessments
            )
        )

    assert of_told(with_answer(high=9999.0)).kind == "newer figure"
    text = page(with_answer(high=9999.0))
    assert "## Overtaken, not wrong" in text
    assert "## Corrections" not in text


def test_without_an_earlier_dossier_of_the_story_it_is_wrong_use() -> None:
    """No earlier dossier, and one of another story, are wrong use."""
    with pytest.raises(UsageError, match="need the earlier dossier"):
        write_corrections(Material(dossiers=(rich_dossier(),)))
    with pytest.raises(UsageError, match="another story"):
        page(rich_dossier(), tiny_dossier())


def test_other_stories_are_losses() -> None:
    """Of several stories the one of the earlier dossier is compared; the others are left out by name."""
    options = ExportOptions(since=rich_dossier())
    report = write_corrections(Material(dossiers=(tiny_dossier(), rich_dossier()), options=options)).report
    assert [(x.record, x.what) for x in report.losses] == [("st-bus", "left out")]
