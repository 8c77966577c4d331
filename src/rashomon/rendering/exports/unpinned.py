"""Tolls that stand in no row of events, each with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Set

from rashomon.model.assessment import Assessment
from rashomon.model.exported import Loss
from rashomon.rendering.lookup import Lookup


def unpinned(lookup: Lookup, written: Set[str], rows: Set[str]) -> Iterator[Loss]:
    """A loss for each question of people killed with no figure in `written`; `rows` are the events with a row."""
    story = lookup.dossier.story
    for assessment in lookup.dossier.assessments:
        question = assessment.question
        if question.measure == "killed" and question.unit == "person" and not written & set(assessment.claims):
            reason = _why(assessment, lookup, rows)
            yield Loss(story=story, record=assessment.id, kind="figure", what="left out", reason=reason)


def _why(assessment: Assessment, lookup: Lookup, rows: Set[str]) -> str:
    figures = [f for c in assessment.claims if (f := lookup.figure(c)) is not None]
    if figures and all(f.part_of for f in figures):
        return "It counts some of the dead of another count, and is no toll of its own."
    if assessment.question.event is None:
        return "It belongs to no single event: the toll of an area or a campaign is never pinned on one place and day."
    if assessment.question.event not in rows:
        return "Its event has no row."
    return "It is told with an event but of another day or a wider place, or another count stands for the event."
