"""Later words that mean an actor again: acronyms, "the group", "the army"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from rashomon.extraction.english.actor_phrases import actor_at
from rashomon.knowledge.actors import ActorKind, ActorLexicon
from rashomon.language.syntax import Sentence
from rashomon.model.actor import Actor

_ACRONYM = re.compile(r"\(\s*(?:known as |or )?[\"'“]?([A-Z][A-Za-z/&-]{1,9})[\"'”]?\s*\)")


@dataclass(slots=True)
class ActorMemory:
    """What is known of a report's actors while its sentences are walked."""

    acronyms: dict[str, Actor] = field(default_factory=dict)
    groups: list[Actor] = field(default_factory=list)
    states: dict[str, Actor | None] = field(default_factory=dict)


def acronym_actors(
    sentence: Sentence, known: ActorMemory, found: Sequence[Actor], lexicon: ActorLexicon
) -> list[Actor]:
    """Binds "Long Name (LN)" and gives later uses of LN."""
    new: list[Actor] = []
    heads = lexicon.organisation_heads
    spans = [(a.start - sentence.start, a.end - sentence.start) for a in found]
    for match in _ACRONYM.finditer(sentence.text):
        before = [a for a in found if 0 <= match.start() - (a.end - sentence.start) <= 1]
        if before:
            known.acronyms.setdefault(match.group(1), before[-1])
            continue
        name = _long_name(sentence.text, match.start(), match.group(1))
        if name is not None and not any(low < name[1] and name[0] < high for low, high in spans):
            words = sentence.text[name[0] : name[1]].lower().split()
            sector = next((heads[w] for w in reversed(words) if w in heads), None)
            if sector is None:
                continue
            actor = actor_at(sentence, *name, name=sentence.text[name[0] : name[1]], sector=sector)
            new.append(actor)
            known.acronyms.setdefault(match.group(1), actor)
    for acronym, meant in known.acronyms.items():
        for match in re.finditer(rf"(?<![\w-]){re.escape(acronym)}(?![\w-])", sentence.text):
            if not any(low < match.end() and match.start() < high for low, high in spans):
                new.append(
                    actor_at(
                        sentence,
                        match.start(),
                        match.end(),
                        name=meant.name,
                        sector=meant.sector,
                        country_code=meant.country_code,
                        side=meant.side,
                    )
                )
                spans.append((match.start(), match.end()))
    return new


def _long_name(text: str, end: int, acronym: str) -> tuple[int, int] | None:
    """The capitalised words before an acronym that begin with its letters, in order; at most eight words."""
    words = [(m.start(), m.end()) for m in re.finditer(r"[\w'’-]+", text[max(0, end - 120) : end])]
    offset = max(0, end - 120)
    letters = [c.lower() for c in acronym if c.isalpha()]
    for count in range(2, min(9, len(words) + 1)):
        chosen = words[-count:]
        first = text[offset + chosen[0][0]]
        if not first.isupper() or first.lower() != letters[0]:
            continue
        initials = [text[offset + s].lower() for s, _ in chosen]
        if _in_order(letters, initials):
            return offset + chosen[0][0], offset + chosen[-1][1]
    return None


def _in_order(letters: Sequence[str], initials: Sequence[str]) -> bool:
    rest = iter(initials)
    return all(any(letter == initial for initial in rest) for letter in letters)


def bound_actor(actor: Actor, sentence: Sentence, known: ActorMemory, lexicon: ActorLexicon) -> Actor:
    """The actor with the name of the earlier mention it means, where that is the only one it can mean."""
    words = actor.text.lower().split()
    head = words[-1] if words else ""
    kind = lexicon.kinds.get(head) or lexicon.kinds.get(head.removesuffix("s"))
    plain = actor.name == actor.text and kind is not None and lexicon.known(actor.text) is None
    at = actor.start - sentence.start
    pointing = sentence.text[max(0, at - 4) : at].lower() == "the "
    if plain and len(words) == 1 and kind is not None and pointing:
        bound = _antecedent(head.removesuffix("s"), kind, known, lexicon)
        if bound is not None:
            return msgspec.structs.replace(
                actor, name=bound.name, sector=bound.sector, country_code=bound.country_code, side=bound.side
            )
        return actor
    if not plain and actor.sector in {"rebel group", "political militia", "identity militia", "political party"}:
        if all(g.name != actor.name for g in known.groups):
            known.groups.append(actor)
        else:
            known.groups.sort(key=lambda g: g.name == actor.name)
    if kind is not None and kind.id in {"army", "police", "government"} and actor.country_code:
        seen = known.states.get(head)
        one = head not in known.states or (seen is not None and seen.country_code == actor.country_code)
        known.states[head] = actor if one else None
    return actor


def _antecedent(head: str, kind: ActorKind, known: ActorMemory, lexicon: ActorLexicon) -> Actor | None:
    if head in lexicon.alias_heads:
        fits = [g for g in known.groups if g.sector in lexicon.alias_heads[head]]
        return fits[-1] if fits else None
    if kind.id in {"rebel", "militia"}:
        fits = [g for g in known.groups if g.sector == kind.sector]
        return fits[0] if len(fits) == 1 else None
    if kind.id in {"army", "police", "government"}:
        return known.states.get(head)
    return None
