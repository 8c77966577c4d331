"""Scores events against PLOVER records: `python -m evaluation.events PATH/plover-records.json [--show]`.

The records carry the type names of 2016; they are mapped to today's. A record's type is right where the first event
told in its text has it ("main") or where any has ("any"); an actor is found where one of the event's parties shares a
significant word, a country or a people with the record's.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rashomon.adapters.package_data import load_library
from rashomon.adapters.spacy_parser import SpacyParser
from rashomon.extraction.english.events import read_events
from rashomon.extraction.extract_claims import analyse
from rashomon.knowledge.library import Library
from rashomon.model.actor import Actor
from rashomon.model.claim import EventClaim
from rashomon.model.report import Report

#: Names of 2016 that PLOVER 2.0 renamed or folded into another type.
RENAMED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
#: (type, mode) of 2016 that moved in 2.0: destruction and abduction are ASSAULT modes, deportation COERCE.
MOVED = {("COERCE", "destroy"): "ASSAULT", ("COERCE", "detain"): "ASSAULT", ("FIGHT", "deport"): "COERCE"}
_EMPTY = frozenset(
    "the a an of in on and or for to by from with government president minister forces force people".split()
)


@dataclasses.dataclass(frozen=True, slots=True)
class RecordScore:
    """How one record fared; null where the record names no such party."""

    wanted: str
    got: str | None
    main: bool
    any: bool
    source: bool | None
    target: bool | None


def wanted_type(record: dict[str, Any]) -> str:
    """The record's type under today's name."""
    event, mode = record["event"], record.get("mode") or ""
    return MOVED.get((event, mode)) or RENAMED.get(event, event)


def score_record(record: dict[str, Any], events: list[EventClaim], library: Library) -> RecordScore:
    """The record against the events of its text; the parties are those of the event of its type, else of the first."""
    wanted = wanted_type(record)
    chosen = next((e for e in events if e.plover == wanted), events[0] if events else None)
    return RecordScore(
        wanted=wanted,
        got=events[0].plover if events else None,
        main=bool(events) and events[0].plover == wanted,
        any=any(e.plover == wanted for e in events),
        source=_found(record.get("source"), chosen.actors if chosen else (), library),
        target=_found(record.get("target"), chosen.recipients if chosen else (), library),
    )


def _found(parties: object, actors: Iterable[Actor], library: Library) -> bool | None:
    if not isinstance(parties, list) or not parties:
        return None
    named = list(actors)
    return all(any(_same(str(p.get("actorText", "")), a, library) for a in named) for p in parties)


def _same(text: str, actor: Actor, library: Library) -> bool:
    mine = _words(actor.text) | _words(actor.name)
    if _words(text) & mine:
        return True
    theirs = {m.actor.country_code for m in library.actors.find_names(text)} - {None}
    return actor.country_code is not None and actor.country_code in theirs


def _words(text: str) -> set[str]:
    return {w.strip("'’s.,").casefold() for w in text.split()} - _EMPTY - {""}


def evaluate(path: Path) -> list[tuple[dict[str, Any], RecordScore]]:
    """Every record of a file with its score."""
    library, parser = load_library(), SpacyParser()
    scored = []
    for record in json.loads(path.read_text("utf-8")):
        report = Report(id=record["id"], text=record["text"].strip("{} "), lang="en")
        events = list(read_events(analyse(report, parser, library), library).events)
        scored.append((record, score_record(record, events, library)))
    return scored


def main() -> None:
    """Prints the shares, and with --show what each failing record got."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("records", type=Path)
    arguments.add_argument("--show", action="store_true", help="print the records that fail")
    chosen = arguments.parse_args()
    scored = evaluate(chosen.records)
    scores = [s for _, s in scored]
    for name in ("main", "any", "source", "target"):
        known = [getattr(s, name) for s in scores if getattr(s, name) is not None]
        print(f"{name:7} {sum(known) / len(known):.3f}  ({sum(known)} of {len(known)})")
    print("none told:", sum(s.got is None for s in scores))
    print("confused:", Counter((s.wanted, s.got) for s in scores if not s.any).most_common(25))
    if chosen.show:
        for record, s in scored:
            if not (s.any and s.source is not False and s.target is not False):
                print(f"{record['id'][12:]} {s.wanted} got {s.got} src={s.source} tgt={s.target} | {record['text']}")


if __name__ == "__main__":
    main()
