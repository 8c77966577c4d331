"""The notes of a row: what is told, by whom, who is accused, which rule gave the deaths, what is in dispute."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model.claim import EventClaim
from rashomon.model.happening import Event
from rashomon.rendering import wording
from rashomon.rendering.exports.acled.actors import VIOLENT
from rashomon.rendering.exports.acled.deaths import Deaths
from rashomon.rendering.exports.actor_words import is_armed_group, is_described, is_known, proper_name, quoted
from rashomon.rendering.lookup import MASK, Lookup
from rashomon.rendering.plain_text import clean

_NO_OUTLET = "outlet not named"


def sources(group: Sequence[Event], figures: Sequence[str], lookup: Lookup) -> str:
    """Who tells the event and its deaths: the roots, then the outlets that carry them, each once."""
    claims = [lookup.claims[c] for c in (*(i for e in group for i in e.claims), *figures) if c in lookup.claims]
    roots = (lookup.root_of(c) for c in claims)
    outlets = (lookup.outlet(c.report) for c in claims)
    found = list(dict.fromkeys(n for n in (*roots, *outlets) if n))
    return "; ".join([n for n in found if n != _NO_OUTLET] or found)


def notes(group: Sequence[Event], deaths: Deaths, days: str, lookup: Lookup) -> str:
    """The notes in full sentences."""
    note = wording.review_note(lookup.dossier)
    parts = [note[:1].upper() + note[1:] + "."]
    if lookup.dossier.names == "all":
        parts.append(wording.names_note(lookup.dossier))
    parts += _told(group, lookup)
    merged = [e.sub_type or e.type or "event" for e in group[1:]]
    if merged:
        parts.append("Coded together with it: " + ", ".join(dict.fromkeys(merged)) + ".")
    parts += accusations(group, lookup)
    parts += _unnamed(group)
    if any(e.realis == "claimed" for e in group) and not deaths.neutral:
        parts.append("Told by a party to the events only; not confirmed here.")
    parts += [*([days] if days else []), deaths.note, *disputes(group, lookup)]
    return " ".join(p for p in parts if p)


def days_note(event: Event) -> str:
    """When it was, where that is more than the day of the row; else nothing."""
    if event.start_date is None or event.end_date is None or event.end_date == event.start_date:
        return ""
    return f"Reported for {wording.days(event.start_date, event.end_date, event.precision)}; dated on the first day."


def accusations(group: Sequence[Event], lookup: Lookup) -> list[str]:
    """Who is accused by whom, and the answer; else who is named as the doer without being established."""
    acts = {c for e in group for c in e.claims} | {e.id for e in group}
    lines = [clean(r.text) for r in lookup.dossier.responsibilities if r.act in acts]
    if lines:
        return list(dict.fromkeys(lines))
    accused = list(dict.fromkeys(a for e in group for a in e.accused if not _is_withheld(a, group, lookup)))
    withheld = any(_is_withheld(a, group, lookup) for e in group for a in e.accused)
    accused = [clean(a) for a in accused]
    named = list(dict.fromkeys(f"{proper_name(a)}{_by(a, group, lookup)}" for a in accused if not is_described(a)))
    described = _once([a for a in accused if is_described(a)])
    doer = "a party" if group[0].type == "Battles" else "the doer"
    sentences = [f"Named as {doer} but not established: {', '.join(named)}."] if named else []
    if described:
        who = "Whoever did it is" if doer == "the doer" else "The parties are"
        sentences.append(f"{'Also' if named else who} described only as {', '.join(quoted(a) for a in described)}.")
    if withheld:
        sentences.append("A person whom this record does not name is told of as the doer; not established.")
    return sentences


def disputes(group: Sequence[Event], lookup: Lookup) -> list[str]:
    """What reports disagree on about the event besides its deaths, each in its own sentence."""
    claims = {c for e in group for c in e.claims}
    told = (
        d.reason
        for d in lookup.dossier.disagreements
        if d.kind in ("happening", "date", "control", "headline")
        and any(c in claims for s in d.sides for c in s.claims)
    )
    return [f"In dispute: {clean(reason)}" for reason in dict.fromkeys(told)]


def _unnamed(group: Sequence[Event]) -> list[str]:
    """The words of reports for whom the row calls unidentified."""
    actors = [a for e in group[:1] for a in (*e.actors, *e.recipients) if not a.private and is_armed_group(a)]
    told = {a.lower() for e in group for a in e.accused}
    words = _once(
        [clean(a.name) for a in actors if is_described(a.name) and a.name.lower() not in told and MASK not in a.name]
    )
    if group[0].type not in VIOLENT or not words:
        return []
    return [f"Reports call those without a name {' and '.join(quoted(w) for w in words)}."]


def _told(group: Sequence[Event], lookup: Lookup) -> list[str]:
    """The record's own line on the event, as the timeline has it."""
    claims = {c for e in group for c in e.claims}
    lines = [t.text for t in lookup.dossier.timeline if not claims.isdisjoint(t.claims)]
    return [clean(lines[0])] if lines else []


def _by(accused: str, group: Sequence[Event], lookup: Lookup) -> str:
    """According to whom, in brackets: the roots, else the outlets, of the claims that name the accused."""
    claims = [c for e in group for i in e.claims if isinstance(c := lookup.claims.get(i), EventClaim)]
    theirs = [c for c in claims if any(clean(a.name) == accused for a in c.actors)]
    roots = [r for c in theirs if (r := lookup.root_of(c))]
    who = list(dict.fromkeys(roots or [clean(lookup.outlet(c.report)) for c in theirs]))
    return f" (according to {', '.join(who)})" if who else ""


def _is_withheld(accused: str, group: Sequence[Event], lookup: Lookup) -> bool:
    """Whether the accused is masked, or somebody of no known kind who may be a private person."""
    if MASK in accused:
        return True
    claims = [c for e in group for i in e.claims if isinstance(c := lookup.claims.get(i), EventClaim)]
    actors = [a for c in claims for a in c.actors if a.name == accused]
    unknown = bool(actors) and all(a.private or a.sector in ("unknown", "civilians") for a in actors)
    return unknown and lookup.dossier.names == "roles" and not is_described(accused) and not is_known(accused)


def _once(described: Sequence[str]) -> list[str]:
    """Each description once, whatever its capitals and number ("insurgent", "insurgents")."""
    found: dict[str, str] = {}
    for name in described:
        key = name.lower().removesuffix("s")
        found[key] = max(found.get(key, ""), name, key=len)
    return list(found.values())
