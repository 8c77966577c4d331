"""Up to three key points: what happened, the count that matters most, and what else weighs."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.composing import control_marks
from rashomon.composing.changes import earlier_sentence
from rashomon.composing.count_sentences import count_sentence
from rashomon.composing.counts import Count
from rashomon.composing.deeds import is_supported
from rashomon.composing.disputes import dispute_sentence
from rashomon.composing.event_sentences import event_sentence
from rashomon.composing.outgrown import gives_way
from rashomon.composing.phrases import sentence
from rashomon.composing.plan import Plan
from rashomon.composing.responsibilities import names_no_act, responsibility_lines
from rashomon.language.english.numbers import find_numbers
from rashomon.model.brief import Sentence

#: Measures that reports give of many things at once.
_LOOSE = frozenset(
    ("evacuated", "returned", "strikes", "troops", "rescuers", "buildings_destroyed", "buildings_damaged")
)


def key_facts(plan: Plan, headline: Sentence | None = None) -> Iterable[Sentence]:
    """Facts for the key points, the most important first; what the headline tells in full is not told again."""
    numbers = plan.words.library.number_words
    told_already = set(headline.claims) if headline and find_numbers(headline.text, numbers) else set()
    if plan.main is not None:
        yield event_sentence(plan.main, plan.words, year=True)
    main = plan.main_count()
    dispute = plan.dispute_of(main) if main is not None else None
    sides = [s for s in dispute.sides if told_already & set(s.claims)] if dispute else []
    if (
        main is not None
        and plan.is_near_main(main)
        and len(sides) < 2
        and (dispute is not None or main.figure.id not in told_already)
    ):
        told = dispute_sentence(dispute, plan.words) if dispute else None
        told = told or count_sentence(main, plan.words)
        if told:
            yield told
    lines = responsibility_lines([r for c in plan.material.claims for r in c.responsibilities], plan.words)
    lines = [ln for ln in lines if not names_no_act(ln)]
    own = [ln for ln in lines if plan.main is not None and plan.words.events.the_act(plan.main) in ln.text]
    yield from (Sentence(text=ln.text, claims=ln.claims) for ln in own[:1])
    yield from _other_counts(plan, main, told_already)
    if (
        main is not None
        and dispute is None
        and (earlier := earlier_sentence(main, plan.reconciled, plan.words)) is not None
    ):
        yield earlier
    yield from (Sentence(text=ln.text, claims=ln.claims) for ln in lines[:1] if ln not in own)
    yield from _held(plan)


def _other_counts(plan: Plan, main: Count | None, told_already: set[str]) -> Iterable[Sentence]:
    """The weightiest counts of two other measures, each of the main happening: what befell others is no key point."""
    others = [c for c in plan.counts if (main is None or c.measure != main.measure) and not c.figure.part_of]
    measures: set[str] = set()
    for count in sorted(others, key=lambda c: (not plan.is_toll(c), -c.weight)):
        if count.measure in measures or len(measures) == 2 or count.figure.id in told_already:
            continue
        if not plan.is_toll(count) and gives_way(count, others, plan):
            continue
        told = count_sentence(count, plan.words) if plan.is_of_main(count) and _tells(count, plan) else None
        if told:
            measures.add(count.measure)
            yield told


def _tells(count: Count, plan: Plan) -> bool:
    """Whether a count says enough for a key point: no "several", nothing that one witness saw, no movement or strikes
    that nothing ties to it.
    """
    source = count.figure.attribution
    if source is not None and source.kind == "witness":
        return False
    if (plan.words.figures.quantity(count.figure) or "").startswith("several"):
        return False
    return count.measure not in _LOOSE or plan.is_linked(count) or plan.is_at_main(count)


def _held(plan: Plan) -> Iterable[Sentence]:
    claims = [c for some in plan.material.claims for c in some.control if c.status != "attempted"]
    told = [c for c in claims if control_marks.is_told(c, plan.words)]
    for claim in [c for c in told if is_supported([c], plan)][:1]:
        said = control_marks.clause(claim, plan.words)
        if said is not None:
            source = control_marks.sources([claim], plan.words)
            yield Sentence(text=sentence(f"{said}, according to {source}"), claims=(claim.id,))
