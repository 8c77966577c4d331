"""The narrative's paragraph on who is accused of what and who holds which place, disagreements with both sides."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.composing import control_marks
from rashomon.composing.phrases import listed, sentence
from rashomon.composing.plan import Plan
from rashomon.composing.responsibilities import names_no_act, responsibility_lines
from rashomon.model.assessment import Disagreement
from rashomon.model.brief import Sentence
from rashomon.model.claim import Control, EventClaim


def accusations(plan: Plan) -> Iterable[Sentence]:
    """Who is accused of what by whom, with the answer; one accuser's charges against one party in one sentence."""
    claims = [r for c in plan.material.claims for r in c.responsibilities]
    lines = [ln for ln in responsibility_lines(claims, plan.words) if not names_no_act(ln)]
    told: dict[str, list[Sentence]] = {}
    for line in lines:
        head, _, tail = line.text.partition(" for " if " for " in line.text else " it carried out ")
        alike = told.setdefault(head if ";" not in tail else line.text, [])
        alike.append(Sentence(text=line.text, claims=line.claims))
    for some in list(told.values())[:3]:
        joint = _joint(some)
        yield from [joint] if joint is not None and plan.holds(joint) else some[:1]


def _joint(some: list[Sentence]) -> Sentence | None:
    """ "A blamed B for the bombing in X and the explosion in Y.": sentences that differ in the act."""
    if len(some) == 1:
        return some[0]
    joiner = " for " if " for " in some[0].text else " it carried out "
    head = some[0].text.partition(joiner)[0]
    every = list(dict.fromkeys(s.text.rstrip(".").partition(joiner)[2] for s in some))
    acts = [a for a in every if not any(o != a and o.startswith(f"{a} ") for o in every)][:3]
    cited = [c for s in some if s.text.rstrip(".").partition(joiner)[2] in acts for c in s.claims]
    return Sentence(text=sentence(f"{head}{joiner}{listed(acts)}"), claims=tuple(dict.fromkeys(cited)))


def holdings(plan: Plan) -> Iterable[Sentence]:
    """Who took or holds what, where accounts of it differ first."""
    claims = [c for some in plan.material.claims for c in some.control if control_marks.is_told(c, plan.words)]
    doubted = {
        c for d in plan.reconciled.disagreements if d.kind in ("control", "headline") for s in d.sides for c in s.claims
    }
    for disagreement in plan.reconciled.disagreements:
        if disagreement.kind == "headline" and (told := _headline_not_borne_out(disagreement, plan)):
            yield told
        if disagreement.kind == "control" and (told := _held_by_whom(disagreement, plan)):
            yield told
    groups: dict[tuple[str, str, str], list[Control]] = {}
    for claim in claims:
        if claim.id not in doubted:
            groups.setdefault((claim.place.name, claim.holder.casefold(), claim.status), []).append(claim)
    few = len(plan.material.reports) < 4
    supported = [g for g in groups.values() if few or is_supported(g, plan)]
    for some in supported[:3]:
        said = control_marks.clause(some[-1], plan.words)
        if said is not None:
            source = control_marks.sources(some, plan.words)
            yield Sentence(text=sentence(f"{said}, according to {source}"), claims=tuple(c.id for c in some))


def is_supported(claims: list[Control], plan: Plan) -> bool:
    """Whether a change of hands has two tellers, or a day and a named source."""
    named = any(plan.words.naming.source(c.attribution) for c in claims)
    dated = any(c.when is not None for c in claims)
    return len(plan.words.ledger.independent([c.id for c in claims])) > 1 or (named and dated)


def _headline_not_borne_out(disagreement: Disagreement, plan: Plan) -> Sentence | None:
    claims = [
        plan.words.ledger.claims[c] for s in disagreement.sides for c in s.claims if c in plan.words.ledger.claims
    ]
    for claim in claims:
        said = None
        if isinstance(claim, Control):
            said = control_marks.clause(claim, plan.words)
        elif isinstance(claim, EventClaim):
            event = plan.words.ledger.events.get(plan.words.ledger.event_of.get(claim.id, ""))
            said = plan.words.events.clause(event) if event else None
        if said is not None:
            outlet = plan.words.naming.tellers([claim.id])
            text = f"the headline of {outlet} said that {said}, but the text below it did not bear this out"
            return Sentence(text=sentence(text), claims=tuple(dict.fromkeys(c.id for c in claims)))
    return None


def _held_by_whom(disagreement: Disagreement, plan: Plan) -> Sentence | None:
    told, cited, clauses = [], [], set()
    for side in disagreement.sides[:2]:
        claims = [c for i in side.claims if isinstance(c := plan.words.ledger.claims.get(i), Control)]
        said = control_marks.clause(claims[0], plan.words) if claims else None
        if said is None or said in clauses or not control_marks.is_told(claims[0], plan.words):
            return None
        clauses.add(said)
        told.append(f"{control_marks.sources(claims, plan.words)} said that {said}")
        cited += [c.id for c in claims]
    return Sentence(text=sentence(", while ".join(told)), claims=tuple(cited)) if len(told) == 2 else None
