"""A figure in one line that can be quoted as it stands: number, what is counted, origin, as-of, what limits it."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model.assessment import Assessment
from rashomon.model.claim import Figure
from rashomon.rendering import wording
from rashomon.rendering.lookup import Lookup

#: What must be said of a figure of which it is not simply told that it happened.
_REALIS = {"claimed": "a party's claim", "denied": "denied", "feared": "feared", "planned": "planned"}


@dataclass(frozen=True, slots=True)
class Citable:
    """One figure's line and the claim that it rests on."""

    claim: str
    text: str


def citable(figure: Figure, assessment: Assessment, lookup: Lookup) -> Citable:
    """The line of one figure; it names the outlet where no origin is named, and ends with the record's own standing."""
    series = (lookup.series[s] for s in assessment.series if s in lookup.series)
    as_of = next((p.as_of for s in series for p in s.points if figure.id in (p.claim, *p.claims)), figure.as_of)
    outlet = lookup.outlet(figure.report)
    root = lookup.root_of(figure)
    dated = bool(as_of and (as_of.start or as_of.end))
    said = [
        f"{root}, in {outlet}" if root else f"origin not named, in {outlet}",
        f"as of {wording.as_of(as_of)}" if dated else "as-of not known",
        *(wording.CAVEATS[kind] for kind in dict.fromkeys(c.kind for c in figure.caveats)),
        *((_REALIS[figure.realis],) if figure.realis in _REALIS else ()),
        *(("contradicted by another origin",) if is_contradicted(figure.id, lookup) else ()),
    ]
    period = wording.period(assessment.question)
    label = lookup.counted(assessment) + (f", {period}" if period else "")
    told = f"calculated: {figure.calculation}" if figure.calculation else ""
    number = f"{lookup.words(figure)}{f' ({told})' if told else ''}"
    dossier = lookup.dossier
    standing = f"Rashomon, as of {wording.instant(dossier.as_of)}, {wording.review_note(dossier)}"
    return Citable(figure.id, f"{label}: {number} ({'; '.join(said)}). {standing}.")


def best_citable(assessment: Assessment, lookup: Lookup) -> Citable | None:
    """The line of an assessment's best figure; null where it has none."""
    figure = lookup.figure(assessment.best_claim) if assessment.best_claim else None
    return citable(figure, assessment, lookup) if figure is not None else None


def is_contradicted(claim: str, lookup: Lookup) -> bool:
    """Whether another origin's figure contradicts this one."""
    return any(r.type == "contradict" for r in lookup.relations_of.get(claim, ()))
