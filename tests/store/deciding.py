"""Decisions taken in tests, and what they are about."""

from __future__ import annotations

import datetime as dt
from typing import Any

from tests.store.worlds import NOON, dossiers

from rashomon.app.parts import shipped_parts
from rashomon.model.claim import Figure
from rashomon.model.decision import Decision
from rashomon.model.dossier import Dossier
from rashomon.project import make_decision, take_decision
from rashomon.storage import Store


def decide(store: Store, kind: Any, *targets: str, minute: int = 0, **more: Any) -> Decision:
    """A decision taken a while after noon by one reviewer."""
    at = NOON + dt.timedelta(hours=1, minutes=minute)
    decision = make_decision(kind, targets, by="R. Desk", at=at, **more)
    return take_decision(store, decision, shipped_parts().library)


def about(store: Store, given: str, **choices: Any) -> Dossier:
    """The dossier with the report of this given id."""
    return next(d for d in dossiers(store, **choices) if any(given in r.given_ids for r in d.reports))


def figure(dossier: Dossier, value: float, measure: str = "killed") -> Figure:
    """The first figure of this measure and value in the body of a report."""
    return next(c for c in bodies(dossier, value) if c.measure == measure)


def bodies(dossier: Dossier, value: float) -> list[Figure]:
    """The figures of this value that do not stand in a title."""
    return [c for c in dossier.claims if isinstance(c, Figure) and c.value == value and c.field == "text"]


def report_id(store: Store, given: str) -> str:
    """The id of the report with this given id."""
    return next(r.id for r in about(store, given).reports if given in r.given_ids)
