"""Counts that say too little to be a line of a brief: one beside many, a vague word beside a number, an early count."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.composing.counts import Count
from rashomon.composing.ledger import claim_words
from rashomon.composing.naming import UNNAMED
from rashomon.composing.plan import Plan
from rashomon.composing.source_names import is_role
from rashomon.model.claim import Figure

#: Beside so many, one more whom nothing else tells of is no line of a brief.
_MANY = 10
#: Nobody at the scene counts so many.
_BEYOND_ONE = 1000
#: So many of what a vague word counts in are told by it at least: two dozen by "dozens".
_SOME = 2


def tells_too_little(count: Count, told: Sequence[Figure], plan: Plan) -> bool:
    """Whether a count is no news beside those told before it."""
    if plan.words.figures.is_one(count.figure) and _are_many(count, told):
        return True
    if count.measure == "other:casualties" and _are_dead(count, told):
        return True
    if count.figure.qualifier == "vague" and (count.source == UNNAMED or _is_counted(count, told, plan)):
        return True
    return _is_beyond_one(count, plan)


def _are_many(count: Count, told: Sequence[Figure]) -> bool:
    """Whether many were told already of what a count tells of one."""
    return any(f.measure == count.measure and (f.value or 0) >= _MANY for f in told)


def _are_dead(count: Count, told: Sequence[Figure]) -> bool:
    """Whether as many dead were told already as a count has dead and hurt: it is an early one."""
    return any(f.measure == "killed" and (f.value or 0) >= (count.figure.value or 0) for f in told)


def _is_counted(count: Count, told: Sequence[Figure], plan: Plan) -> bool:
    """Whether a number told before says more than a vague word: "dozens hurt" beside 239."""
    figure, ledger = count.figure, plan.words.ledger
    said = claim_words(figure, ledger.reports.get(figure.report), figure.number_start, figure.number_end)
    unit = plan.words.library.number_words.vague_unit(said) or 0
    return any(f.measure == figure.measure and (f.value or 0) >= _SOME * unit > 0 for f in told)


def _is_beyond_one(count: Count, plan: Plan) -> bool:
    """Whether so many are told by one private person, who can have counted none of it."""
    by = count.figure.attribution
    private = by is not None and by.kind == "witness" and is_role(count.source, plan.words.library.persons)
    return private and (count.figure.value or 0) >= _BEYOND_ONE
