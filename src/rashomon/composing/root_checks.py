"""Checks who a sentence says gave a number against the root of the figure that it cites."""

from __future__ import annotations

from rashomon.composing.ledger import Ledger
from rashomon.composing.sentence_reading import NumberRead, SentenceRead, source_of
from rashomon.composing.source_names import (
    counted_reports,
    is_role,
    parts_of_source,
    plain_name,
    roots_of,
    without_apostrophes,
    without_remark,
)
from rashomon.knowledge.library import Library
from rashomon.model.brief import Sentence
from rashomon.model.claim import Figure

_PERSONS = frozenset(("witness", "unnamed", "expert", "media", "rescuers", "hospital"))


def is_named_root(
    number: NumberRead, figure: Figure, read: SentenceRead, sentence: Sentence, ledger: Ledger, library: Library
) -> bool:
    """Whether the sentence puts the number to the figure's own root, or to its outlet where it has none."""
    terms = library.terms
    source = source_of(read, number)
    roots = roots_of(figure, terms, library.wording.bodies)
    if source is None:
        return not ledger.is_partisan(figure) and figure.realis != "claimed"
    count = counted_reports(source.name, library.number_words)
    if count is not None:
        cited = len(ledger.independent(sentence.claims))
        return not roots and count <= cited and (count == cited or len(read.sources) > 1)
    report = ledger.reports.get(figure.report)
    outlet = plain_name(without_remark(report.outlet), terms) if report and report.outlet else ""
    parts = {plain_name(p, terms) for p in parts_of_source(source.name, roots | {outlet}, terms)}
    if is_role(source.name, library.persons):
        return figure.attribution is not None
    bare = {without_apostrophes(r) for r in roots}
    return bool(parts & roots or {without_apostrophes(p) for p in parts} & bare) or (
        outlet in parts and (not roots or _is_person(figure, library))
    )


def _is_person(figure: Figure, library: Library) -> bool:
    """Whether the root may be one named private person, for whom the outlet stands."""
    source = figure.attribution
    if source is None or source.kind not in _PERSONS or not source.text[:1].isupper():
        return False
    return library.organisations.find(source.text) is None
