"""The dossier: one record of one story, ready to be rendered."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from rashomon.model.assessment import Assessment, Disagreement, FigureRelation, Policy, Series
from rashomon.model.attribution import Root
from rashomon.model.brief import Brief, TimelineEntry
from rashomon.model.claim import AnyClaim, ControlStatus, RelationType, VerbClass
from rashomon.model.decision import DecisionShown, Reviewed
from rashomon.model.grouping import CopyGroup
from rashomon.model.happening import Event, MainEvent
from rashomon.model.issue import Issue
from rashomon.model.moment import DatePrecision
from rashomon.model.place import Place
from rashomon.model.record import Record
from rashomon.model.sourcing import Sourcing

SCHEMA_VERSION = 1


class DossierReport(Record, frozen=True, kw_only=True):
    """A report as the dossier lists it: no text, only what identifies it and where to find it.

    `text_sha256` is the SHA-256 of its whole text in UTF-8, before names are masked; `raw_sha256` that of the bytes it
    was read from (a page, a mail, a PDF), null for a report that came as text.
    """

    id: str
    given_ids: tuple[str, ...] = ()
    outlet: str | None
    agency: str | None
    url: str | None
    title: str | None
    published: str | None
    published_how: str
    lang: str | None
    lineage: str
    read: bool
    copy_group: str
    text_sha256: str | None = None
    raw_sha256: str | None = None


class Excerpt(Record, frozen=True, kw_only=True):
    """The words around a claim, names masked: the sentence before, the sentence, the one after.

    `start` is where `text` begins in the report's field; the claim's offsets minus `start` fall inside `text`.
    """

    claim: str
    field: str
    start: int
    text: str
    sentence_start: int
    sentence_end: int


class StatementLine(Record, frozen=True, kw_only=True):
    """Who said what, in a sentence fit to print, with its claims."""

    speaker: str
    speaker_role: str | None
    organisation: str | None
    side: str | None
    verb_class: VerbClass
    text: str
    claims: tuple[str, ...]


class ResponsibilityLine(Record, frozen=True, kw_only=True):
    """Who accuses whom of what, and the answer; `text` is fit to print."""

    accused: str
    by: tuple[str, ...]
    act: str | None
    answer: Literal["conceded", "denied", "no_comment", "unknown"]
    text: str
    claims: tuple[str, ...]


class Alliance(Record, frozen=True, kw_only=True):
    """Who backs, leads, joins or opposes whom."""

    type: RelationType
    from_actor: str = msgspec.field(name="from")
    to_actor: str = msgspec.field(name="to")
    status: Literal["declared", "stated", "alleged", "denied"]
    by: tuple[str, ...] = ()
    text: str
    claims: tuple[str, ...]


class ControlMark(Record, frozen=True, kw_only=True):
    """A dated mark of who is said to hold a place, and who says so."""

    place: Place
    holder: str
    status: ControlStatus
    date: dt.date | None
    precision: DatePrecision
    by: tuple[str, ...]
    text: str
    claims: tuple[str, ...]


class DossierPlace(Record, frozen=True, kw_only=True):
    """A place of the dossier with the claims that name it."""

    place: Place
    claims: tuple[str, ...]
    mentions: int


class Dossier(Record, frozen=True, kw_only=True):
    """Everything the record of one story says. All references are ids; order is stable."""

    schema_version: int = SCHEMA_VERSION
    title: str
    story: str
    as_of: str | None
    policy: Policy
    names: Literal["roles", "all"] = "roles"
    reviewed: Reviewed | None = None
    brief: Brief
    main: MainEvent | None = None
    reports: tuple[DossierReport, ...]
    copy_groups: tuple[CopyGroup, ...]
    sourcing: Sourcing | None = None
    claims: tuple[AnyClaim, ...]
    excerpts: tuple[Excerpt, ...] = ()
    roots: tuple[Root, ...]
    series: tuple[Series, ...]
    assessments: tuple[Assessment, ...]
    relations: tuple[FigureRelation, ...]
    events: tuple[Event, ...]
    timeline: tuple[TimelineEntry, ...]
    statements: tuple[StatementLine, ...]
    responsibilities: tuple[ResponsibilityLine, ...]
    alliances: tuple[Alliance, ...]
    control: tuple[ControlMark, ...]
    places: tuple[DossierPlace, ...]
    disagreements: tuple[Disagreement, ...]
    issues: tuple[Issue, ...]
    decisions: tuple[DecisionShown, ...] = ()
    full_texts: dict[str, str] | None = None
