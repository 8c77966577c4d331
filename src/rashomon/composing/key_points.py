"""Up to three key points: what happened, the count that matters most, and what else weighs."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.composing import control_marks
from rashomon.composing.count_sentences import count_sentence
from rashomon.composing.disputes import dispute_sentence
from rashomon.composing.event_sentences import event_sentence
from rashomon.composing.phrases import sentence
from rashomon.composing.plan import Plan
from rashomon.composing.responsibilities import responsibility_lines
from rashomon.model.brief import Sentence


def key_facts(plan: Plan, headline: Sentence | None = None) -> Iterable[Sentence]:
    """Facts for the key points, the most important first; what the headline tells in full is not told again."""
    told_already = set(headline.claims) if headline else set()
    if plan.main is not None:
        yield event_sentence(plan.main, plan.words, year=True)
    main = plan.main_count()
    dispute = plan.dispute_of(main) if main is not None else None
    sides = [s for s in dispute.sides if told_already & set(s.claims)] if dispute else []
    if main is not None and len(sides) < 2 and (dispute is not None or main.figure.id not in told_already):
        told = dispute_sentence(dispute, plan.words) if dispute else None
        told = told or count_sentence(main, plan.words)
        if told:
            yield told
    others = [c for c in plan.counts if (main is None or c.measure != main.measure) and not c.figure.part_of]
    measures: set[str] = set()
    for count in sorted(others, key=lambda c: -c.weight):
        told = count_sentence(count, plan.words)
        if told and count.measure not in measures and len(measures) < 2 and count.figure.id not in told_already:
            measures.add(count.measure)
            yield told
    yield from _accused(plan)
    yield from _held(plan)


def _accused(plan: Plan) -> Iterable[Sentence]:
    claims = [r for c in plan.material.claims for r in c.responsibilities]
    for line in responsibility_lines(claims, plan.words)[:1]:
        yield Sentence(text=line.text, claims=line.claims)


def _held(plan: Plan) -> Iterable[Sentence]:
    claims = [c for some in plan.material.claims for c in some.control if c.status != "attempted"]
    told = [c for c in claims if control_marks.is_told(c, plan.words)]
    for claim in told[:1]:
        said = control_marks.clause(claim, plan.words)
        if said is not None:
            source = control_marks.sources([claim], plan.words)
            yield Sentence(text=sentence(f"{said}, according to {source}"), claims=(claim.id,))
