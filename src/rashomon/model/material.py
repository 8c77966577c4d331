"""What the later stages work on: one story's reports and claims, and what reconciling makes of them."""

from __future__ import annotations

import datetime as dt

from rashomon.model.assessment import Assessment, Disagreement, FigureRelation, Series
from rashomon.model.attribution import Root
from rashomon.model.claim import ReportClaims
from rashomon.model.decision import DecisionShown, Reviewed
from rashomon.model.grouping import CopyGroup, Story
from rashomon.model.happening import Event, MainEvent
from rashomon.model.record import Record
from rashomon.model.report import Report


class Material(Record, frozen=True, kw_only=True):
    """One story as of an instant: `reports` and `claims` run in parallel, ordered by publication, then id.

    Only live versions published by `as_of` are inside; `apart` names undated reports that could not be placed.
    `decisions`, `reviewed` and `unmasked` (names of persons, in small letters) are what people decided; `families`
    pairs outlets with their publishers' families, as a user's list of sources gives them.
    """

    story: Story
    reports: tuple[Report, ...]
    claims: tuple[ReportClaims, ...]
    copies: tuple[CopyGroup, ...]
    as_of: dt.datetime | None
    apart: tuple[str, ...] = ()
    decisions: tuple[DecisionShown, ...] = ()
    reviewed: Reviewed | None = None
    unmasked: frozenset[str] = frozenset()
    families: tuple[tuple[str, str], ...] = ()


class Reconciled(Record, frozen=True, kw_only=True):
    """The reconciled record of one story's figures and events."""

    events: tuple[Event, ...]
    roots: tuple[Root, ...]
    series: tuple[Series, ...]
    assessments: tuple[Assessment, ...]
    relations: tuple[FigureRelation, ...]
    disagreements: tuple[Disagreement, ...]
    main: MainEvent | None = None
