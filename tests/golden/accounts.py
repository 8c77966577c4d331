"""What two accounts of one offensive must yield, asked of the dossier as plain JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]


def claims(dossier: Json, kind: str, **fields: Any) -> list[Json]:
    """The claims of a kind whose fields have these values."""
    return [c for c in dossier["claims"] if c["kind"] == kind and all(c.get(k) == v for k, v in fields.items())]


def figure(dossier: Json, measure: str, value: float) -> list[Json]:
    """The figure claims of a measure and stated value."""
    return claims(dossier, "figure", measure=measure, value=value)


def assessment_of(dossier: Json, claim: Json) -> Json:
    """The assessment that a figure claim belongs to."""
    found = [a for a in dossier["assessments"] if claim["id"] in a["claims"]]
    assert len(found) == 1, f"{len(found)} assessments hold {claim['id']}"
    return found[0]


def related(dossier: Json, one: Json, other: Json) -> set[str]:
    """The types of the relations between two figure claims."""
    pair = {one["id"], other["id"]}
    return {r["type"] for r in dossier["relations"] if {r["from"], r["to"]} == pair}


def generated(dossier: Json) -> Iterator[str]:
    """Every text that the record says in its own voice."""
    brief = dossier["brief"]
    yield dossier["title"]
    yield brief["headline"]["text"]
    yield from (s["text"] for s in brief["key_points"])
    yield from (s["text"] for p in brief["paragraphs"] for s in p)
    for name in ("timeline", "statements", "responsibilities", "alliances", "control"):
        yield from (line["text"] for line in dossier[name])


def root(claim: Json) -> str | None:
    """The canonical root of a claim."""
    return (claim.get("attribution") or {}).get("origin")


def backs(dossier: Json, who: str, whom: str) -> list[Json]:
    """The alliances in which one whose name holds `who` backs one whose name holds `whom`."""
    return [
        a
        for a in dossier["alliances"]
        if a["type"] in ("backs", "allied_with")
        and who.lower() in a["from"].lower()
        and whom.lower() in a["to"].lower()
    ]
