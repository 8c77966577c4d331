"""Who repeats whom: how many accounts a story's reports amount to, and from whom each takes what it tells."""

from __future__ import annotations

from typing import Literal

from rashomon.model.record import Record


class Repeat(Record, frozen=True, kw_only=True):
    """One report repeats a source: its text (`copy`, `altered copy`), by a credit of its own, or by citing it.

    `source` is an outlet or agency; `from_report` the story's own report of theirs, where there is one. `claims` are
    those told with the citation.
    """

    report: str
    source: str
    from_report: str | None = None
    how: Literal["copy", "altered copy", "credit", "cited"]
    claims: tuple[str, ...] = ()


class BoundRoots(Record, frozen=True, kw_only=True):
    """The roots (outlets in brackets where none is named) that give each bound of one assessment."""

    assessment: str
    low: tuple[str, ...] = ()
    best: tuple[str, ...] = ()
    high: tuple[str, ...] = ()


class Sourcing(Record, frozen=True, kw_only=True):
    """A story's reports counted: all that were read, those that copy another, their outlets and publisher families."""

    reports: int
    copies: int
    outlets: int
    families: int
    repeats: tuple[Repeat, ...] = ()
    bounds: tuple[BoundRoots, ...] = ()
