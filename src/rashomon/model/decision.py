"""Decisions: a person's judgement on a machine's result; append-only, undone by another one, and above the machine."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from rashomon.model.attribution import AdmiraltyGrade
from rashomon.model.ids import content_id
from rashomon.model.record import Record

DecisionKind = Literal[
    "accept",
    "reject",
    "correct",
    "merge_copies",
    "split_copies",
    "merge_stories",
    "split_stories",
    "merge_events",
    "split_events",
    "recommend",
    "grade_root",
    "unmask",
    "note",
    "review",
    "undo",
]
#: Kinds whose later decision on the same targets takes the earlier one's place.
ONE_AT_A_TIME: frozenset[DecisionKind] = frozenset(("accept", "reject", "correct", "grade_root", "recommend", "review"))
#: Kinds that say what becomes of a claim: of these the newest on a claim stands.
ON_CLAIMS: frozenset[DecisionKind] = frozenset(("accept", "reject", "correct"))
#: Kinds that say which reports stand together.
ON_REPORTS: frozenset[DecisionKind] = frozenset(("merge_copies", "split_copies", "merge_stories", "split_stories"))


class Correction(Record, frozen=True, kw_only=True, omit_defaults=True):
    """What a claim ought to say; a field that is null stays as the machine read it.

    `place` is a canonical name (with `geonames_id` where it is known), `root` the origin's canonical name; dates are
    inclusive.
    """

    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: str | None = None
    measure: str | None = None
    unit: str | None = None
    population: str | None = None
    counting: str | None = None
    basis: str | None = None
    realis: str | None = None
    root: str | None = None
    place: str | None = None
    geonames_id: int | None = None
    start_date: dt.date | None = None
    end_date: dt.date | None = None


class Decision(Record, frozen=True, kw_only=True):
    """One judgement. `targets` are ids of claims or reports, a root's name, a person's name to unmask, a story's id, or
    (undo) a decision's id; `why` is the person's reason. Names of the deciders never enter a shareable output unless
    they signed a review.
    """

    id: str
    kind: DecisionKind
    targets: tuple[str, ...]
    correction: Correction | None = None
    grade: AdmiraltyGrade | None = None
    why: str = ""
    by: str
    at: dt.datetime


class DecisionShown(Record, frozen=True, kw_only=True):
    """A decision as a dossier lists it: `applied` is false where its claim is gone or a newer figure lapsed it, and
    `note` says so. `machine` is what the machine had read, `corrected` what it ought to say (a root's grade), in words.
    `by` is a name only where it signs a review.
    """

    id: str
    kind: DecisionKind
    targets: tuple[str, ...]
    why: str
    by: str
    on: dt.date
    applied: bool
    machine: str | None = None
    corrected: str | None = None
    note: str | None = None


class Reviewed(Record, frozen=True, kw_only=True):
    """Who reviewed the dossier, and when."""

    by: str
    on: dt.date


class Forcing(Record, frozen=True, kw_only=True):
    """What a person decided on a group: its `members` are one with all that stands beside any of them (`joins`), or a
    group of their own.
    """

    joins: bool
    members: frozenset[str]


class Forced(Record, frozen=True, kw_only=True):
    """What persons decided on groups, in the order in which they decided it: the later decision has the last word."""

    steps: tuple[Forcing, ...] = ()


def decision_id(kind: str, targets: tuple[str, ...], by: str, at: dt.datetime) -> str:
    """The id of a decision: of what it is about, whose it is, and when."""
    return content_id("dec", kind, *targets, by, at.isoformat())
