"""The Markdown export: the whole record of each story for a person's own notes, sources as footnotes."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.exported import Exported, Loss, LossReport, Material
from rashomon.rendering.exports.answers import outside
from rashomon.rendering.exports.markdown.figures import change_lines, figure_lines
from rashomon.rendering.exports.markdown.notes import Notes
from rashomon.rendering.exports.markdown.parts import (
    disagreement_lines,
    doubt_lines,
    head_lines,
    timeline_lines,
    undated,
    undated_lines,
    voice_lines,
)
from rashomon.rendering.exports.shape import Format
from rashomon.rendering.lookup import Lookup

_CANNOT_CARRY = (
    "The passages that the lines rest on: a footnote names the report, not the sentence.",
    "Fields to compute with: numbers, days and places stand in words.",
    "The reasons of relations between figures, but those that are disagreements.",
    "The map and the charts.",
)


def write_markdown(material: Material) -> Exported:
    """`record.md`: brief, figures, changes, disagreements, timeline, voices, doubts and footnotes of every story."""
    lookups = {d.story: Lookup(d) for d in material.dossiers}
    notes = Notes()
    lines = [line for lookup in lookups.values() for line in _record(lookup, notes)]
    found = list(notes.lines(lookups))
    text = "\n".join([*lines, *(["## Sources", "", *found] if found else [])]).rstrip() + "\n"
    losses = tuple(loss for lookup in lookups.values() for loss in _losses(lookup))
    offered = sum(len(d.events) for d in material.dossiers) + sum(len(d.assessments) for d in material.dossiers)
    offered += sum(1 for loss in losses if loss.kind == "figure")
    report = LossReport(
        format="markdown",
        offered=offered,
        written=offered - len(losses),
        cannot_carry=_CANNOT_CARRY,
        losses=losses,
    )
    return Exported(files={"record.md": text.encode("utf-8")}, report=report)


def _record(lookup: Lookup, notes: Notes) -> Iterator[str]:
    yield from head_lines(lookup, notes)
    yield from figure_lines(lookup, notes)
    yield from change_lines(lookup, notes)
    yield from disagreement_lines(lookup, notes)
    yield from timeline_lines(lookup, notes)
    yield from undated_lines(lookup, notes)
    yield from voice_lines(lookup, notes)
    yield from doubt_lines(lookup)


def _losses(lookup: Lookup) -> Iterator[Loss]:
    """The events that stand in no timeline and the figures that stand in no table, with the reason."""
    dossier = lookup.dossier
    told = {c for t in dossier.timeline for c in t.claims}
    listed = {e.id for e in undated(lookup)}
    for event in dossier.events:
        if event.id not in listed and not told & set(event.claims):
            dated = event.start_date is not None
            reason = "The record's timeline does not hold it." if dated else "It has neither a date nor a type to list."
            yield Loss(story=dossier.story, record=event.id, kind="event", what="left out", reason=reason)
    yield from outside(lookup)


MARKDOWN = Format(
    "markdown", "The whole record as Markdown, with a figures table and footnotes.", "text/markdown", write_markdown
)
