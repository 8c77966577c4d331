"""The figures of a story reconciled: questions, histories, relations, assessments and disagreements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.knowledge.library import Library
from rashomon.model.assessment import Assessment, Disagreement, FigureRelation, Policy, Series
from rashomon.model.happening import Event
from rashomon.model.material import Material, Reconciled
from rashomon.model.outcome import Outcome
from rashomon.reconciliation.assess_questions import Answered, assess
from rashomon.reconciliation.copied_figures import are_in_same_words, mark_copies
from rashomon.reconciliation.disagreements import altered_numbers, disagreements_on
from rashomon.reconciliation.harm_grades import grade_harm
from rashomon.reconciliation.histories import histories_of
from rashomon.reconciliation.lowered_numbers import replace_lowered
from rashomon.reconciliation.main_event import find_main_event
from rashomon.reconciliation.offices import name_offices_once
from rashomon.reconciliation.own_pages import name_media_once
from rashomon.reconciliation.parts_of_wholes import find_nestings
from rashomon.reconciliation.questions import Asked, Asking
from rashomon.reconciliation.record_roots import record_roots
from rashomon.reconciliation.record_series import record_question, record_series
from rashomon.reconciliation.relate_histories import relate_within, relation
from rashomon.reconciliation.relate_parts import check_parts, relate_parts
from rashomon.reconciliation.relate_questions import relate_ceilings, relate_questions
from rashomon.reconciliation.relate_voices import relate_between, relate_in_one_report
from rashomon.reconciliation.see_figures import see_figures
from rashomon.reconciliation.settle_scopes import settle_scopes
from rashomon.reconciliation.sightings import Sighting, folded
from rashomon.reconciliation.told_otherwise import find_disagreements
from rashomon.reconciliation.wording import outlet, said


def reconcile_figures(
    material: Material, events: Sequence[Event], policy: Policy, library: Library
) -> Outcome[Reconciled]:
    """Series, assessments, relations and disagreements of a story as of the material's instant; nothing is deleted.

    A copy's figures add no support: they stand with the figure of the text that they were copied from.
    """
    event_of = {claim: event.id for event in events for claim in event.claims}
    seen = name_media_once(name_offices_once(see_figures(material, event_of, library.organisations)))
    sightings = mark_copies(settle_scopes(seen, library.restatements, library.place_words.facilities), material.copies)
    asking = Asking(sightings, library.population_classes, events)
    copied = _copied(sightings)
    own = [s for s in sightings if s.copied_from is None]
    asked = asking.ask(own)
    asked.sort(key=lambda a: min((s.order, s.headline, s.figure.number_start, s.id) for s in a.members))
    made = _Made(relations=list(_copy_relations(sightings)))
    for question in asked:
        _add_question(question, asked, asking, policy, copied, made)
    nestings = find_nestings(sightings, asking)
    made.relations += relate_parts(nestings, asking)
    made.relations += relate_ceilings(asked, asking)
    made.relations += relate_questions(made.comparable, asking)
    made.disagreements += altered_numbers(sightings)
    made.disagreements += find_disagreements(material, events)
    roots = record_roots(sightings)
    return Outcome(
        Reconciled(
            events=tuple(events),
            roots=roots,
            series=tuple(made.series),
            assessments=tuple(grade_harm(made.assessments, material, events, roots, library)),
            relations=tuple(_once(made.relations)),
            disagreements=tuple(made.disagreements),
            main=find_main_event(material, events, sightings, made.series, made.assessments, library),
        ),
        tuple(check_parts(nestings, asking)),
    )


@dataclass(slots=True)
class _Made:
    """What the questions gave so far; `comparable` are those that may stand in a relation to each other."""

    relations: list[FigureRelation]
    series: list[Series] = field(default_factory=list)
    assessments: list[Assessment] = field(default_factory=list)
    disagreements: list[Disagreement] = field(default_factory=list)
    comparable: list[Answered] = field(default_factory=list)


def _add_question(
    question: Asked,
    asked: Sequence[Asked],
    asking: Asking,
    policy: Policy,
    copied: dict[str, list[Sighting]],
    made: _Made,
) -> None:
    """Add a question's series, relations, assessment and disagreements."""
    answered, found = _answer(question, asking, copied, made.series)
    found += [r for h in answered.histories for r in relate_within(h, asking)]
    if not question.ceiling and (question.live or question.first.figure.realis == "background"):
        found += relate_between(answered.histories, asking)
        found += relate_in_one_report(answered.histories, asking)
        made.comparable.append(answered)
    if question.live and not question.ceiling:
        assessment = assess(answered, _ceilings_on(question, asked, asking), policy, asking)
        made.assessments += [assessment] if assessment else []
        made.disagreements += disagreements_on(answered, found, asking)
    made.relations += found


def _answer(
    question: Asked, asking: Asking, copied: dict[str, list[Sighting]], series: list[Series]
) -> tuple[Answered, list[FigureRelation]]:
    record = record_question(question, asking)
    histories = histories_of(question, asking)
    lowered = list(replace_lowered(histories, asking))
    made = [record_series(h, record, copied) for h in histories]
    series += made
    return Answered(question, record, histories, tuple(s.id for s in made)), lowered


def _ceilings_on(question: Asked, asked: Sequence[Asked], asking: Asking) -> list[Sighting]:
    """The "up to" and feared figures that would answer the same question."""
    apart = [a for a in asked if a.ceiling or a.first.figure.realis == "feared"]
    return [
        s
        for a in apart
        for s in a.members
        if s.figure.measure == question.first.figure.measure and asking.fit(s, question.first) > 0
    ]


def _copied(sightings: Sequence[Sighting]) -> dict[str, list[Sighting]]:
    found: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        if sighting.copied_from is not None:
            found[sighting.copied_from].append(sighting)
    return found


def _copy_relations(sightings: Sequence[Sighting]) -> list[FigureRelation]:
    by_id = {s.id: s for s in sightings}
    found: list[FigureRelation] = []
    for sighting in sightings:
        original = by_id.get(sighting.copied_from or "")
        if original is None or sighting.figure.value == 0:
            # "No injuries" is no count that anybody would add.
            continue
        reason = _why_copied(sighting, original)
        found.append(relation("duplicate", sighting, original, reason[:1].upper() + reason[1:]))
    return found


def _why_copied(copy: Sighting, original: Sighting) -> str:
    one, other = outlet(original), outlet(copy)
    if copy.altered and copy.undecided:
        first = f"One text with two numbers: {said(original)} in {one}, {said(copy)} in {other}"
        return f"{first}; nothing shows which was copied from which."
    if copy.altered:
        changed = f"{said(original)} changed to {said(copy)}; the version copied from counts"
        return f"{other} carries the text of {one} with {changed}."
    pages = f"Two pages of {one}" if folded(one) == folded(other) else f"{one} and {other}"
    if not are_in_same_words(copy, original):
        return f"{pages} share passages of one text, so their {said(copy)} counts once."
    which = "; which printed it first is open" if copy.undecided and folded(one) != folded(other) else ""
    return f"{pages} give {said(copy)} in the same words, so it counts once{which}."


def _once(relations: Sequence[FigureRelation]) -> list[FigureRelation]:
    """Two claims have one relation, the first found; figures that are part of each other are no rivals."""
    parts = {frozenset((r.from_claim, r.to_claim)) for r in relations if r.type == "part of"}
    seen: set[frozenset[str]] = set()
    found: list[FigureRelation] = []
    for r in relations:
        key = frozenset((r.from_claim, r.to_claim))
        if key not in seen and (r.type == "part of" or key not in parts):
            seen.add(key)
            found.append(r)
    return found
