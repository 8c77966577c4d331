"""What a story's Record view prints for deciding: decisions to undo, and what can be signed, graded, grouped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rashomon import app
from rashomon.model.dossier import Dossier
from rashomon.model.happening import Event
from rashomon.rendering import wording
from rashomon.rendering.components import decision_lines, source_lists
from rashomon.rendering.lookup import Lookup, lookup_of
from rashomon.rendering.plain_text import clean

#: So many events and other stories stand in a form; the search finds the rest.
_MOST = 60


@dataclass(frozen=True, slots=True)
class EventChoice:
    """An event with its claims to choose from, each as its id, its sentence and its outlet."""

    label: str
    claims: tuple[tuple[str, str, str], ...]


def deciding(address: str, dossier: Dossier) -> dict[str, Any]:
    """What the forms of the Record view offer; `seen` is the newest decision that they know of."""
    lookup = lookup_of(dossier)
    taken = app.decisions(address)
    lines = zip(dossier.decisions, decision_lines.decisions(lookup), strict=True)
    return {
        "seen": taken[-1].id if taken else "",
        "standing_decisions": [(d.id, line) for d, line in lines],
        "gradable": sorted({clean(r.name) for r in dossier.roots}),
        "grouped": source_lists.reports(lookup),
        "other_stories": [s for s in app.stories(address, limit=_MOST) if s.id != dossier.story],
        "events": _events(dossier.events, lookup),
    }


def _events(events: Sequence[Event], lookup: Lookup) -> list[EventChoice]:
    told = sorted((e for e in events if not e.background), key=lambda e: (-len(e.claims), e.id))
    return [EventChoice(_label(e), tuple(_claim(c, lookup) for c in e.claims)) for e in told[:_MOST]]


def _label(event: Event) -> str:
    kind = (event.sub_type or event.type or "happening").removeprefix("disaster:").replace("_", " ")
    where = f", {clean(event.place.name)}" if event.place is not None else ""
    return f"{kind}{where}, {wording.days(event.start_date, event.end_date, event.precision)}"


def _claim(claim: str, lookup: Lookup) -> tuple[str, str, str]:
    excerpt, known = lookup.excerpts.get(claim), lookup.claims.get(claim)
    words = ""
    if excerpt is not None:
        words = excerpt.text[excerpt.sentence_start - excerpt.start : excerpt.sentence_end - excerpt.start]
    return claim, " ".join(clean(words).split()), lookup.outlet(known.report) if known is not None else ""
