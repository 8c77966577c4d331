"""Copies and stories: which reports carry one text, and which tell one happening."""

from __future__ import annotations

from typing import Literal

from rashomon.model.passage import Passage
from rashomon.model.record import Record


class Alteration(Record, frozen=True, kw_only=True):
    """A number, name, actor, negation or hedge that a copy changed; both wordings, with their passages."""

    report: str
    kind: Literal["number", "name", "negation", "hedge", "wording"]
    what: str
    original: Passage
    copy: Passage


class SharedPassage(Record, frozen=True, kw_only=True):
    """Words that a report shares with the version it was copied from."""

    report: str
    passage: Passage
    original: Passage


class CopyGroup(Record, frozen=True, kw_only=True):
    """Reports that carry the same text; `origin_report` is the version copied from, null for a lone report."""

    id: str
    reports: tuple[str, ...]
    origin_report: str | None = None
    altered: tuple[Alteration, ...] = ()
    shared: tuple[SharedPassage, ...] = ()


class Story(Record, frozen=True, kw_only=True):
    """The reports of one happening; the id is that of its earliest report."""

    id: str
    reports: tuple[str, ...]
    aliases: tuple[str, ...] = ()
