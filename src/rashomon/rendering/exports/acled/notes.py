"""The notes of a row: what is told, by whom, who is accused, which rule gave the deaths."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model.happening import Event
from rashomon.rendering import wording
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean


def sources(group: Sequence[Event], lookup: Lookup) -> str:
    """Who tells the event: its roots, then the outlets that carry them, each once."""
    claims = [lookup.claims[c] for e in group for c in e.claims if c in lookup.claims]
    roots = (lookup.root_of(c) for c in claims)
    outlets = (lookup.outlet(c.report) for c in claims)
    return "; ".join(dict.fromkeys(n for n in (*roots, *outlets) if n))


def notes(group: Sequence[Event], deaths: str, split: str, lookup: Lookup) -> str:
    """The notes in full sentences."""
    note = wording.review_note(lookup.dossier)
    parts = [note[:1].upper() + note[1:] + ".", *_told(group, lookup)]
    merged = [e.sub_type or e.type or "event" for e in group[1:]]
    if merged:
        parts.append("Also: " + ", ".join(dict.fromkeys(merged)) + ".")
    parts += _accusations(group, lookup)
    if any(e.realis == "claimed" for e in group):
        parts.append("Claimed by one side; not confirmed here.")
    return " ".join(p for p in (*parts, deaths, split) if p)


def _told(group: Sequence[Event], lookup: Lookup) -> list[str]:
    """The record's own line on the event, as the timeline has it."""
    claims = {c for e in group for c in e.claims}
    lines = [t.text for t in lookup.dossier.timeline if claims & set(t.claims)]
    return [clean(lines[0])] if lines else []


def _accusations(group: Sequence[Event], lookup: Lookup) -> list[str]:
    acts = {c for e in group for c in e.claims} | {e.id for e in group}
    lines = [clean(r.text) for r in lookup.dossier.responsibilities if r.act in acts]
    accused = list(dict.fromkeys(a for e in group for a in e.accused))
    if lines:
        return list(dict.fromkeys(lines))
    return ["Accused, not established: " + ", ".join(map(clean, accused)) + "."] if accused else []
