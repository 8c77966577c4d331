"""Who backs, leads, joins or opposes whom, as lines fit to print."""

from __future__ import annotations

from rashomon.composing.phrases import joined, sentence, with_indefinite
from rashomon.composing.words import Words
from rashomon.model.claim import Relation
from rashomon.model.dossier import Alliance

VERBS = {
    "backs": "backed",
    "allied_with": "fought alongside",
    "part_of": "belonged to",
    "formerly": "was formerly known as",
    "leads": "led",
    "brokered": "brokered",
    "opposes": "opposed",
    "fights": "fought",
}
_RANK = {"denied": 0, "alleged": 1, "stated": 2, "declared": 3}


def alliance_lines(claims: list[Relation], words: Words) -> list[Alliance]:
    """One line for each pair and type, in the order first told."""
    groups: dict[tuple[str, str, str], list[Relation]] = {}
    for claim in claims:
        groups.setdefault((claim.type, claim.from_actor, claim.to_actor), []).append(claim)
    return [line for some in groups.values() if (line := _line(some, words)) is not None]


def clause(subjects: list[str], relation: Relation, words: Words) -> str | None:
    """ "Russia and Iran backed the Syrian government"; null where a name cannot be printed."""
    target = words.naming.organisation(relation.to_actor)
    if target is None or not subjects:
        return None
    where = f" in {relation.where}" if relation.where and relation.where.istitle() and relation.type == "backs" else ""
    verb = "denied backing" if relation.status == "denied" and relation.type == "backs" else VERBS[relation.type]
    if relation.type == "brokered":
        target = with_indefinite(relation.to_actor) if target == f"the {relation.to_actor}" else target
    if relation.type == "allied_with":
        verb = "were allied with" if len(subjects) > 1 or subjects[0].endswith("s") else "was allied with"
    return f"{joined(subjects)} {verb} {target}{where}"


def _line(claims: list[Relation], words: Words) -> Alliance | None:
    first = claims[0]
    subject = words.naming.organisation(first.from_actor)
    said = clause([subject], first, words) if subject else None
    if said is None:
        return None
    statuses = {c.status for c in claims}
    status = max(statuses, key=lambda s: _RANK[s])
    by = list(dict.fromkeys(n for c in claims if c.by and (n := words.naming.organisation(c.by))))
    source = joined(by) if by else words.naming.tellers([c.id for c in claims])
    return Alliance(
        type=first.type,
        from_actor=first.from_actor,
        to_actor=first.to_actor,
        status=status,
        by=tuple(dict.fromkeys(c.by for c in claims if c.by)),
        text=sentence(f"{said}, according to {source}"),
        claims=tuple(c.id for c in claims),
    )
