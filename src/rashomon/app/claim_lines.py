"""Claims as `rashomon extract` prints them: one JSON object a report, references as positions in the line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from rashomon.model.claim import ReportClaims
from rashomon.model.issue import Issue
from rashomon.model.place import Place
from rashomon.model.plain import to_plain

_INTERNAL = ("id", "report", "kind", "decided")


def claims_line(
    given_id: str | None, claims: ReportClaims | None, issues: Sequence[Issue], *, explain: bool = False
) -> bytes:
    """One line of JSON with a line end; `part_of`, `event` and `act` are positions in its figures and events.

    With `explain` each claim keeps `made_by`, the rule that made it. A line that could not be read has issues only.
    """
    claims = claims or ReportClaims(report="")
    figures = {f.id: i for i, f in enumerate(claims.figures)}
    events = {e.id: i for i, e in enumerate(claims.events)}
    line: dict[str, Any] = {
        "id": given_id,
        "figures": [
            _object(f, explain, part_of=figures.get(f.part_of or ""), event=events.get(f.event or ""))
            for f in claims.figures
        ],
        "events": [_object(e, explain) for e in claims.events],
        "places": [_place(p) for p in claims.places],
        "statements": [_object(s, explain) for s in claims.statements],
        "responsibilities": [_object(r, explain, act=events.get(r.act or "")) for r in claims.responsibilities],
        "relations": [_object(r, explain) for r in claims.relations],
        "control": [_object(c, explain) for c in claims.control],
        "issues": [to_plain(i) for i in issues],
    }
    return msgspec.json.encode(line) + b"\n"


def _object(record: msgspec.Struct, explain: bool, **positions: int | None) -> dict[str, Any]:
    fields: dict[str, Any] = to_plain(record)
    _in_full(fields.get("place"))
    for name in _INTERNAL if explain else (*_INTERNAL, "made_by"):
        fields.pop(name, None)
    fields.update(positions)
    return fields


def _place(place: Place) -> dict[str, Any]:
    fields: dict[str, Any] = to_plain(place)
    _in_full(fields)
    return fields


def _in_full(place: dict[str, Any] | None) -> None:
    """Give a place the whole phrase of the report as its words ("rebel-held suburbs of Damascus"); the name stays."""
    phrase = None if place is None else place.pop("phrase", None)
    if place is not None and phrase is not None:
        place.update(phrase)
