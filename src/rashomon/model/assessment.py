"""Questions, series, assessments, relations and disagreements: what reconciling makes of figures."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from rashomon.model.claim import Basis, Counting, Population, Qualifier, Unit
from rashomon.model.moment import AsOf
from rashomon.model.place import PlaceRole
from rashomon.model.record import Record

Support = Literal["corroborated", "documented", "single", "disputed", "party only", "withdrawn"]
HarmGrade = Literal["confirmed", "fair", "weak", "contested", "discounted"]
Policy = Literal["recommended", "conservative", "ged", "minmax", "latest"]
FigureRelationType = Literal[
    "duplicate",
    "carried over",
    "reaffirmed",
    "supersede",
    "revision",
    "later count",
    "agree",
    "compatible",
    "part of",
    "contradict",
    "another way of counting",
    "incomparable",
]


class Period(Record, frozen=True, kw_only=True):
    """Inclusive dates a figure counts over; null where open."""

    start: dt.date | None = None
    end: dt.date | None = None


class QuestionPlace(Record, frozen=True, kw_only=True):
    """The place of a question: the canonical name, and the gazetteer's id where it has one."""

    name: str
    geonames_id: int | None = None


class Question(Record, frozen=True, kw_only=True):
    """What a figure answers; two figures may be compared only where their questions meet (design, rule 8)."""

    measure: str
    unit: Unit
    population: Population
    place: QuestionPlace | None
    role: PlaceRole = "at"
    period: Period | None = None
    counting: Counting = "unknown"
    basis: Basis = "unknown"
    event: str | None = None


class SeriesPoint(Record, frozen=True, kw_only=True):
    """One state of a series. `reports` carry it (copies among them); `superseded_by` is the claim that replaced it.

    `claim` is the wording nearest the root; `claims` are all that say the same.
    """

    claim: str
    claims: tuple[str, ...] = ()
    value: float | None
    low: float | None
    high: float | None
    qualifier: Qualifier
    as_of: AsOf | None
    reports: tuple[str, ...]
    superseded_by: str | None = None


class Series(Record, frozen=True, kw_only=True):
    """The figures that answer one question by one root (`root` is the root's name; null where nobody is named)."""

    id: str
    question: Question
    root: str | None
    points: tuple[SeriesPoint, ...]


class BoundSupport(Record, frozen=True, kw_only=True):
    """How well each bound is supported; null where there is no such bound."""

    low: Support | None = None
    best: Support | None = None
    high: Support | None = None


class Assessment(Record, frozen=True, kw_only=True):
    """A question's reconciled answer. An open top has `high` null; `ceiling` holds "up to" and feared figures, apart.

    `calculation` says in words how the bounds came about. `notes` are plain sentences for the reader (party only,
    hedge varies, side unknown, works under X). `decided` is the decision that set the best value.
    """

    id: str
    question: Question
    low: float | None
    best: float | None
    high: float | None
    ceiling: float | None = None
    support: BoundSupport
    roots: tuple[str, ...]
    harm_grade: HarmGrade | None = None
    claims: tuple[str, ...]
    series: tuple[str, ...]
    best_claim: str | None = None
    calculation: str
    notes: tuple[str, ...] = ()
    decided: str | None = None


class FigureRelation(Record, frozen=True, kw_only=True):
    """How two figures stand to each other, with the reason in a sentence an analyst would accept."""

    type: FigureRelationType
    from_claim: str = msgspec.field(name="from")
    to_claim: str = msgspec.field(name="to")
    reason: str


class DisagreementSide(Record, frozen=True, kw_only=True):
    """One side of a disagreement in a plain phrase, with its claims."""

    text: str
    claims: tuple[str, ...]


class Disagreement(Record, frozen=True, kw_only=True):
    """Two or more sides that do not fit together, and why."""

    kind: Literal["figure", "minimums", "responsibility", "control", "happening", "date", "headline", "alteration"]
    sides: tuple[DisagreementSide, ...]
    reason: str
    settle: str | None = None
