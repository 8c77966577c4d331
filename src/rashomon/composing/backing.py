"""The narrative's sentences on who leads, backs or stands with whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from rashomon.composing import alliances
from rashomon.composing.gathering import by_source
from rashomon.composing.noun_phrases import is_plural
from rashomon.composing.phrases import joined, sentence
from rashomon.composing.plan import Plan
from rashomon.knowledge.word_classes import WordClasses
from rashomon.model.brief import Sentence
from rashomon.model.claim import Relation


@dataclass(frozen=True, slots=True)
class PartnerWords(WordClasses):
    """Names that say of nobody who it is."""

    source: ClassVar[str] = "en/words/briefs.toml#partners"

    anybody: frozenset[str]
    deeds: frozenset[str]


def led(plan: Plan) -> Iterable[Sentence]:
    """Who led what is told, beside it."""
    yield from _allied(plan, ("leads",))[:1]


def backers(plan: Plan) -> Iterable[Sentence]:
    """Who backs or stands with whom, those of one source together."""
    yield from by_source(_allied(plan, ("backs", "allied_with"))[:3], plan.words, plan.holds)


def _allied(plan: Plan, types: tuple[str, ...]) -> list[Sentence]:
    """Who backs, leads or stands with whom, those with the same partner in one sentence, the most told first."""
    words = plan.words.library.words.of(PartnerWords)
    peoples = set(plan.words.library.actors.adjectives.values())
    groups: dict[tuple[str, str, str], list[Relation]] = {}
    for some in plan.material.claims:
        for claim in some.relations:
            if claim.type in types and claim.status in ("stated", "declared"):
                target = plan.words.naming.organisation(claim.to_actor)
                within = claim.from_actor.casefold() in claim.to_actor.casefold()
                if claim.type == "leads" and _is_unnamed(claim.to_actor, plan):
                    continue
                if target and claim.from_actor not in peoples and target not in words.anybody and not within:
                    groups.setdefault((claim.type, target, claim.by or ""), []).append(claim)
    # Who backs whom is easily misread: of many reports, two must tell it, or of actors that are known.
    few = len(plan.material.reports) < 4
    told: list[Sentence] = []
    pairs: set[tuple[str, str]] = set()
    for claims in sorted(groups.values(), key=lambda g: -len({c.from_actor for c in g})):
        new = {(c.type, c.from_actor) for c in claims} - pairs
        if not new:
            continue
        pairs |= new
        subjects = [n for c in _one_a_land(claims, plan) if (n := plan.words.naming.organisation(c.from_actor))]
        said = alliances.clause(list(dict.fromkeys(subjects)), claims[0], plan.words)
        known = all(_is_known(c, plan) for c in claims)
        if said is None or not (few or known or len(plan.words.ledger.independent([c.id for c in claims])) > 1):
            continue
        named = [n for c in claims if c.by and (n := plan.words.naming.organisation(c.by))]
        source = joined(named) if named else plan.words.naming.tellers([c.id for c in claims])
        one = Sentence(text=sentence(f"{said}, according to {source}"), claims=tuple(c.id for c in claims))
        answered = _with_denial(one, claims, plan)
        told.append(answered if answered is not None and plan.holds(answered) else one)
    return told


def _is_unnamed(led: str, plan: Plan) -> bool:
    """Whether nothing says what was led: "operations", "the alliance", unless a happening told is called so."""
    if is_plural(led, plan.words.library):
        return True
    return led.islower() and " " not in led and all(led != plan.words.events.words(e).noun for e in plan.events)


def _one_a_land(claims: list[Relation], plan: Plan) -> list[Relation]:
    """The claims without those whose actor is another office of a state told already: Rwanda and its army."""
    kept: dict[str, Relation] = {}
    for claim in sorted(claims, key=lambda c: len(c.from_actor)):
        kept.setdefault(_land(claim.from_actor, plan) or claim.from_actor, claim)
    return [c for c in claims if any(c is k for k in kept.values())]


def _land(name: str, plan: Plan) -> str | None:
    """The country code of the state or people that a name opens with: of "the Rwandan army" Rwanda's."""
    first = next(iter(plan.words.library.actors.find_names(name)), None)
    bare = name.removeprefix("the ").removeprefix("The ")
    return first.actor.country_code if first is not None and bare.startswith(name[first.start : first.end]) else None


def _with_denial(told: Sentence, claims: list[Relation], plan: Plan) -> Sentence | None:
    """The sentence with the denial of whoever is said to back somebody, where the story has one."""
    words = plan.words.library.words.of(PartnerWords)
    lands = {land for c in claims if (land := _land(c.from_actor, plan)) is not None}
    for said in (s for some in plan.material.claims for s in some.statements if s.verb_class == "denied"):
        speaker, predicate = plan.words.statements.speaker(said), plan.words.statements.predicate(said)
        denies = speaker and predicate and any(predicate.startswith(f"denied {deed} ") for deed in words.deeds)
        if denies and _land(f"{speaker} {said.organisation or ''}", plan) in lands:
            text = f"{told.text.rstrip('.')}; {speaker} {predicate}"
            return Sentence(text=sentence(text), claims=(*told.claims, said.id))
    return None


def _is_known(relation: Relation, plan: Plan) -> bool:
    """Whether a known actor stands to another, or to forces that are only described ("government forces")."""
    actors, target = plan.words.library.actors, relation.to_actor
    described = not any(w[:1].isupper() for w in target.split()[1:])
    return actors.known(relation.from_actor) is not None and (actors.known(target) is not None or described)
