"""Why a figure stands as it does: its sentences, and how it stands to the figures of others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from rashomon.model.assessment import FigureRelation
from rashomon.rendering import wording
from rashomon.rendering.components.evidence import Notes, marked_excerpt
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean

#: Relations whose reason is worth a line under the figure; copies and plain updates explain themselves.
TOLD_RELATIONS = {
    "contradict": "differs from", "revision": "revises", "compatible": "is compatible with", "agree": "agrees with",
    "later count": "is a later count than", "part of": "is part of", "another way of counting": "counts otherwise than",
    "incomparable": "cannot be compared with", "carried over": "repeats", "reaffirmed": "reaffirms",
}  # fmt: skip

#: So many sentences stand under a figure that very many reports give; the others are asked for.
MOST_SENTENCES = 5


class Evidence(NamedTuple):
    """A sentence: its note's number, its outlet and date, its words, and the first claim that rests on it."""

    note: int
    source: str
    words: Markup
    claim: str


def reasons_of(claim: str, lookup: Lookup) -> tuple[str, ...]:
    """How the figure stands to those of others, each in a sentence with its reason."""
    found: dict[str, None] = {}
    for relation in lookup.relations_of.get(claim, ()):
        if relation.type in TOLD_RELATIONS and (
            relation.from_claim == claim or relation.type in ("contradict", "agree")
        ):
            found[_reason(relation, claim, lookup)] = None
    return tuple(found)


def _reason(relation: FigureRelation, claim: str, lookup: Lookup) -> str:
    other = lookup.figure(relation.to_claim if relation.from_claim == claim else relation.from_claim)
    words = f"“{lookup.words(other)}”" if other else "another figure"
    whose = (lookup.root_of(other) or lookup.outlet(other.report)) if other else ""
    return _sentence(f"{TOLD_RELATIONS[relation.type]} {words}{f' ({whose})' if whose else ''}: {relation.reason}")


def _sentence(text: str) -> str:
    text = clean(text).strip()
    return text[:1].upper() + text[1:]


def sentences_of(
    claims: Sequence[str], lookup: Lookup, notes: Notes, first: int = 0, most: int = MOST_SENTENCES
) -> tuple[tuple[Evidence, ...], int]:
    """So many sentences of some claims from the `first` on, and how many there are in all."""
    wanted = frozenset(claims)
    told = [note for note in notes.cite(list(claims)) if note.excerpt]
    found = []
    for note in told[first : first + most]:
        here = [c for c in note.claims if c.id in wanted]
        report = lookup.reports.get(note.report)
        source = f"{lookup.outlet(note.report)}, {wording.instant(report.published if report else None)}"
        assert note.excerpt is not None, "those without are left out"
        words = marked_excerpt(note.excerpt, here, anchors=False)
        found.append(Evidence(note.number, source, words, here[0].id))
    return tuple(found), len(told)
