"""The narrative's counts: each measure's weightiest, their disputes, parts and changes, nothing told twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.composing.agreements import agreement
from rashomon.composing.changes import earlier_sentence, risen_sentence
from rashomon.composing.count_sentences import count_sentence, included, part_sentence, parts_of
from rashomon.composing.counts import Count
from rashomon.composing.disputes import dispute_sentence
from rashomon.composing.phrases import capitalised
from rashomon.composing.plan import Plan
from rashomon.model.brief import Sentence
from rashomon.model.claim import Figure

_MOST_OF_A_MEASURE = {"killed": 4, "injured": 2, "displaced": 2}


def told_counts(plan: Plan, some: list[Count], before: Sequence[Count] = ()) -> Iterable[Sentence]:
    """The sentences of some counts, the weightiest of each measure first, with who agrees and what was said before.

    `before` are counts that other sentences have told.
    """
    told: dict[str, int] = {}
    disputed: set[int] = set()
    disputed_measures: set[str] = set()
    clauses: set[str] = set()
    sources: set[tuple[str, str, str]] = set()
    in_dispute: list[Figure] = []
    tellings: list[Count] = list(before)
    for count in some:
        told[count.measure] = told.get(count.measure, 0) + 1
        if told[count.measure] > _MOST_OF_A_MEASURE.get(count.measure, 1):
            continue
        if _is_part_of_told(count, some):
            told[count.measure] -= 1
            continue
        dispute = plan.dispute_of(count)
        if dispute is not None:
            if id(dispute) in disputed or len(disputed) > 1:
                continue
            worded = dispute_sentence(dispute, plan.words, another=count.measure in disputed_measures)
            if worded is not None and plan.holds(worded):
                disputed.add(id(dispute))
                disputed_measures.add(count.measure)
                in_dispute += plan.words.ledger.figures(worded.claims)
                yield worded
                continue
        if any(_is_same_number(count.figure, f, plan) for f in in_dispute):
            told[count.measure] -= 1
            continue
        key = (count.source, plan.words.figures.group(count.figure), count.measure)
        told_before = key in sources or _is_told(count, tellings, plan)
        if told_before and not (_is_local(count, plan) and _place_is_new(count, tellings, plan)):
            told[count.measure] -= 1
            continue
        sources.add(key)
        worded = count_sentence(count, plan.words, lead_with_source=told[count.measure] % 2 == 1)
        if worded is None or worded.text in clauses:
            continue
        if not plan.holds(worded):
            yield worded  # whoever keeps sentences notes it
            continue
        clauses.add(worded.text)
        tellings.append(count)
        risen = risen_sentence(worded, count, plan.reconciled, plan.words)
        rises = risen is not None and plan.holds(risen)
        yield risen if risen is not None and rises else worded
        parts = parts_of(count, plan.words)
        subject = worded.text.startswith(capitalised(count.source))
        together = included(parts, count, plan.words, after=subject)
        if together is not None:
            yield together
        for part in [p for p in parts if together is None or p.id not in together.claims][:2]:
            if (said := part_sentence(part, count, plan.words)) is not None:
                yield said
        if (agreed := agreement(count, plan.reconciled, plan.words)) is not None:
            yield agreed
        # After the parts, which are of the newest count.
        if not rises and (earlier := earlier_sentence(count, plan.reconciled, plan.words)) is not None:
            yield earlier


def _is_told(count: Count, told: list[Count], plan: Plan) -> bool:
    """Whether the same number stands there already of people who may be the same: of one group, or called otherwise."""
    return any(_is_same_number(count.figure, t.figure, plan) for t in told)


def _is_same_number(one: Figure, other: Figure, plan: Plan) -> bool:
    return (one.measure, one.value) == (other.measure, other.value) and _may_be_same(one, other, plan)


def _may_be_same(one: Figure, other: Figure, plan: Plan) -> bool:
    groups = {plan.words.figures.group(f) for f in (one, other)}
    if len(groups) == 1 or "people" in groups:
        return True
    # Four students and four whom their side calls civilians: one count of one deed, unless they are opposed kinds.
    opposed = {one.population.category, other.population.category} == {"civilians", "combatants"}
    same_day = one.when is None or other.when is None or one.when == other.when
    return not opposed and same_day and (one.value or 0) > 1


def _place_is_new(count: Count, told: list[Count], plan: Plan) -> bool:
    """Whether no count of its measure and number was told of this place."""
    place = plan.words.naming.place(count.figure.place)
    alike = [t for t in told if (t.measure, t.figure.value) == (count.measure, count.figure.value)]
    return all(plan.words.naming.place(t.figure.place) not in (place, None) for t in alike)


def _is_local(count: Count, plan: Plan) -> bool:
    """Whether a count is of one town or facility: a source may give one for each."""
    place = count.figure.place
    return place is not None and place.kind in ("town", "facility") and bool(plan.words.figures.at(count.figure))


def _is_part_of_told(count: Count, some: list[Count]) -> bool:
    return count.figure.part_of is not None and any(
        count.figure.part_of in {*c.claims, *c.assessment.claims} for c in some if c is not count
    )
