"""What changed between two dossiers."""

from __future__ import annotations

from rashomon.model.record import Record


class Change(Record, frozen=True, kw_only=True):
    """One change in a plain sentence, with the claims that it rests on."""

    text: str
    claims: tuple[str, ...]


class Comparison(Record, frozen=True, kw_only=True):
    """What the later dossier says that the earlier one did not."""

    earlier: str | None
    later: str | None
    new_figures: tuple[Change, ...]
    revised: tuple[Change, ...]
    newly_disputed: tuple[Change, ...]
    settled: tuple[Change, ...]
    events_added: tuple[Change, ...]
    reports_added: tuple[str, ...]
