"""What an earlier dossier of ours said that is not right any more, and why: figures that its brief told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rashomon.model.assessment import Assessment
from rashomon.model.brief import Sentence
from rashomon.model.claim import Figure
from rashomon.model.dossier import Dossier
from rashomon.rendering import wording
from rashomon.rendering.components.decision_lines import DONE
from rashomon.rendering.exports.answers import Answer
from rashomon.rendering.exports.people_classes import people_classes
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean

#: Corrections are errors of what was told; the others only say that there is something newer or a second view.
Kind = Literal["corrected", "now disputed", "newer figure"]


@dataclass(frozen=True, slots=True)
class Correction:
    """One figure of an earlier sentence: where it was told, what is right now, and why. Full sentences."""

    kind: Kind
    where: str
    said: str
    now: str
    why: str
    assessment: str
    reports: tuple[str, ...]


def told_sentences(dossier: Dossier) -> Iterator[tuple[str, Sentence]]:
    """Every sentence of a brief with the part that it stood in."""
    brief = dossier.brief
    yield "headline", brief.headline
    yield from (("key points", s) for s in brief.key_points)
    yield from (("text", s) for paragraph in brief.paragraphs for s in paragraph)


def corrections_of(earlier: Dossier, later: Dossier) -> list[Correction]:
    """A correction for each figure of the earlier brief that the later record gives otherwise, where first told."""
    was, now = Lookup(earlier), Lookup(later)
    found: list[Correction] = []
    done: set[str] = set()
    for where, sentence in told_sentences(earlier):
        for claim in sentence.claims:
            figure = was.figure(claim)
            told = was.assessment_of.get(claim)
            key = told.id if told else claim
            if figure is None or key in done:
                continue
            made = _correction(figure, told, where, sentence, was, now)
            if made is not None:
                done.add(key)
                found.append(made)
    return found


def _correction(
    figure: Figure, told: Assessment | None, where: str, sentence: Sentence, was: Lookup, now: Lookup
) -> Correction | None:
    after = _matching(figure, told, now)
    reason = _why_wrong(figure, told, after, was, now) or _moved(told, after, sentence.text)
    kind: Kind = "corrected"
    if reason is None and after is not None and told is not None:
        if after.support.best == "disputed" and told.support.best != "disputed":
            kind, reason = "now disputed", "Another origin gives a number that does not fit with it."
        elif _bounds(after) != _bounds(told):
            kind, reason = "newer figure", "It was right as of its day: a newer or another count has come since."
    if reason is None:
        return None
    revisers = [r.from_claim for r in now.relations_of.get(figure.id, ()) if r.type == "revision"]
    known = [figure.id, *revisers, *([after.best_claim] if after and after.best_claim else [])]
    reports = [lookup.claims[c].report for c in known for lookup in (now, was) if c in lookup.claims]
    return Correction(
        kind=kind,
        where=where,
        said=clean(sentence.text),
        now=Answer(after, now).sentence() if after else "The record gives no such figure any more.",
        why=reason,
        assessment=after.id if after else "",
        reports=tuple(r for r in dict.fromkeys(reports) if r in now.reports),
    )


def _matching(figure: Figure, told: Assessment | None, now: Lookup) -> Assessment | None:
    """The later answer to the question: that of the figure itself, else the one that shares most claims."""
    if figure.id in now.assessment_of:
        return now.assessment_of[figure.id]
    claims = set(told.claims if told else ())
    shared = {a.id: len(claims.intersection(a.claims)) for a in now.dossier.assessments}
    best = max(now.dossier.assessments, key=lambda a: (shared[a.id], a.id), default=None)
    return best if best is not None and shared[best.id] else None


def _why_wrong(
    figure: Figure, told: Assessment | None, after: Assessment | None, was: Lookup, now: Lookup
) -> str | None:
    """Why the figure was wrong, in a sentence; null where it was not."""
    decided = _decided(figure, told, was, now)
    if decided:
        return decided
    if figure.id not in now.claims:
        return _why_gone(figure, was, now)
    revised = [r for r in now.relations_of.get(figure.id, ()) if r.type == "revision" and r.to_claim == figure.id]
    if revised and not any(r.type == "revision" for r in was.relations_of.get(figure.id, ())):
        return clean(revised[0].reason)
    if after is not None and after.support.best == "withdrawn" and (told is None or told.support.best != "withdrawn"):
        return "Its origin withdrew it."
    read = now.figure(figure.id)
    if read is not None and (read.value, read.low, read.high) != (figure.value, figure.low, figure.high):
        return "We had read the number of this report wrongly."
    return None


def _decided(figure: Figure, told: Assessment | None, was: Lookup, now: Lookup) -> str | None:
    """A person's later decision on the figure, or on one that answers its question."""
    known = {d.id for d in was.dossier.decisions if d.applied}
    targets = {figure.id, *(told.claims if told else ())}
    for decision in now.dossier.decisions:
        if decision.id in known or not decision.applied or decision.kind not in ("reject", "correct", "recommend"):
            continue
        if targets.intersection(decision.targets) and (decision.kind == "recommend" or figure.id in decision.targets):
            corrected = f"; it ought to say: {clean(decision.corrected)}" if decision.corrected else ""
            why = f" The reason: {clean(decision.why).rstrip('.')}." if decision.why else ""
            return f"On {wording.day(decision.on)} an editor decided: {DONE[decision.kind]}{corrected}.{why}"
    return None


def _why_gone(figure: Figure, was: Lookup, now: Lookup) -> str | None:
    """Why the later record has no such claim: its page was edited, it is gone, or it is read otherwise."""
    report = was.reports.get(figure.report)
    outlet = was.outlet(figure.report)
    outlet = outlet[:1].upper() + outlet[1:]
    if figure.report in now.reports:
        return f"We had read the report of {outlet} wrongly: it does not say so."
    if report is not None and any(r.lineage == report.lineage for r in now.dossier.reports):
        return f"{outlet} edited its report: the version that counts now does not say so."
    return f"The report of {outlet} that said so is no part of the record any more."


def _moved(told: Assessment | None, after: Assessment | None, text: str) -> str | None:
    """That a number was told of another place or people; a longer period is news, a place that was not told nothing."""
    if told is None or after is None:
        return None
    before, since = told.question, after.question
    told_there = before.place is not None and before.place.name in text
    if before.place and since.place and told_there and before.place.name != since.place.name:
        return f"We had taken it for a number of {clean(before.place.name)}; it is of {clean(since.place.name)}."
    people = people_classes().class_of
    if before.measure != since.measure or people(before.population) != people(since.population):
        return "We had taken it for a number of other people."
    return None


def _bounds(assessment: Assessment) -> tuple[float | None, ...]:
    return assessment.low, assessment.best, assessment.high
