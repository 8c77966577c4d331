"""The timeline: dated lines of what happened, what was counted and who held what; background apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from msgspec.structs import replace

from rashomon.composing import control_marks
from rashomon.composing.dates import of_when
from rashomon.composing.phrases import sentence
from rashomon.composing.words import Words
from rashomon.model.brief import TimelineEntry
from rashomon.model.claim import AnyClaim, Control, EventClaim, Figure
from rashomon.model.happening import Event


def timeline(words: Words) -> list[TimelineEntry]:
    """All entries by date, then text; each happening once."""
    entries = [e for event in words.ledger.events.values() if (e := _of_event(event, words)) is not None]
    entries += _background(words)
    entries += _of_control(words)
    merged: dict[tuple[dt.date, bool, str], TimelineEntry] = {}
    for entry in sorted(entries, key=lambda e: (e.date, e.end_date or e.date, e.background, e.text, e.claims)):
        known = merged.setdefault((entry.date, entry.background, entry.text), entry)
        if known is not entry:
            claims = tuple(dict.fromkeys((*known.claims, *entry.claims)))
            merged[entry.date, entry.background, entry.text] = replace(known, claims=claims)
    return list(merged.values())


def _of_event(event: Event, words: Words) -> TimelineEntry | None:
    if (
        event.start_date is None
        or event.realis not in ("happened", "claimed", "background")
        or event.precision == "unknown"
    ):
        return None
    if "negation" in event.aux_modes or "hypothetical" in event.aux_modes or "future" in event.aux_modes:
        return None
    text = words.events.clause(event, with_year=True)
    return TimelineEntry(
        date=event.start_date,
        end_date=event.end_date,
        precision=event.precision,
        background=event.background
        or words.is_old(event.end_date or event.start_date)
        or event.realis == "background"
        or "historical" in event.aux_modes,
        text=sentence(_without_date(text, event, words)),
        claims=event.claims,
    )


def _without_date(text: str, event: Event, words: Words) -> str:
    """The line stands beside its date, so it does not repeat it."""
    date = words.events.date(event, with_year=True)
    return text.removesuffix(date) if date else text


def _background(words: Words) -> Iterable[TimelineEntry]:
    """Earlier dates that reports tell of without an event of their own in the record: figures of earlier happenings."""
    in_events = {c for e in words.ledger.events.values() for c in e.claims}
    for claim in words.ledger.claims.values():
        if not isinstance(claim, Figure | EventClaim) or claim.realis != "background" or claim.id in in_events:
            continue
        told = of_when(claim.when)
        start = told.start or told.end if told else None
        text = _background_text(claim, words)
        if told is None or start is None or text is None:
            continue
        yield TimelineEntry(
            date=start, end_date=told.end, precision=told.precision, background=True, text=sentence(text),
            claims=(claim.id,),
        )  # fmt: skip


def _background_text(claim: AnyClaim, words: Words) -> str | None:
    if isinstance(claim, Figure):
        subject, predicate = words.figures.subject(claim), words.figures.predicate(claim)
        if subject is None or predicate is None:
            return None
        source = words.naming.source(claim.attribution) or words.naming.tellers([claim.id])
        caveat = words.figures.caveat([claim])
        return f"{subject} {predicate}{words.naming.at(claim.place)}{caveat}, according to {source}"
    if isinstance(claim, EventClaim):
        event = Event(
            id=claim.id, type=claim.type or "", sub_type=claim.sub_type, place=claim.place, claims=(claim.id,)
        )
        return words.events.clause(event)
    return None


def _of_control(words: Words) -> Iterable[TimelineEntry]:
    groups: dict[tuple[str, str, str, dt.date], list[Control]] = {}
    for claim in words.ledger.claims.values():
        told = of_when(claim.when) if isinstance(claim, Control) else None
        if (
            not isinstance(claim, Control)
            or told is None
            or told.start is None
            or claim.realis not in ("happened", "claimed")
        ):
            continue
        groups.setdefault((claim.place.name, claim.holder, claim.status, told.start), []).append(claim)
    for (_, _, _, start), some in groups.items():
        said = control_marks.clause(_undated(some[0]), words)
        told = of_when(some[0].when)
        if said is None or told is None:
            continue
        yield TimelineEntry(
            date=start,
            end_date=told.end,
            precision=told.precision,
            background=words.is_old(told.end or start),
            text=sentence(f"{said}, according to {control_marks.sources(some, words)}"),
            claims=tuple(c.id for c in some),
        )


def _undated(claim: Control) -> Control:
    """The claim without its date, for a line that stands beside it."""
    return replace(claim, when=None)
