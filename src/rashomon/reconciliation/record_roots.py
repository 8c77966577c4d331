"""The roots of a story's figures: organisations and offices, each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rashomon.model.attribution import Root
from rashomon.model.ids import content_id
from rashomon.reconciliation.sightings import Sighting, folded


def record_roots(sightings: Sequence[Sighting]) -> tuple[Root, ...]:
    """One record a root, by name; where reports differ in what kind of body it is, the commonest holds."""
    named: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        if sighting.root is not None:
            named.setdefault(folded(sighting.root), []).append(sighting)
    return tuple(_root(named[name]) for name in sorted(named))


def _root(members: Sequence[Sighting]) -> Root:
    sources = [s.figure.attribution for s in members if s.figure.attribution is not None]
    name = members[0].root or ""
    kinds = Counter(a.kind for a in sources)
    sides = Counter(a.side for a in sources if a.side)
    return Root(
        id=content_id("root", folded(name)),
        name=name,
        family=next((a.family for a in sources if a.family), name),
        kind=max(sorted(kinds), key=lambda k: (k != "unnamed", kinds[k]), default="unnamed"),
        side=max(sorted(sides), key=lambda s: sides[s], default=members[0].side),
        works_under=members[0].works_under,
        draws_on=members[0].draws_on,
    )
