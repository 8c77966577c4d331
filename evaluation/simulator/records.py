"""What a world consists of: places, roots and what they said, and the reports that tell it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

Hedge = Literal["exact", "at_least", "more_than", "approx"]
#: What an outlet did to a figure on its way into a report of its own words.
Misquote = Literal["number", "root"]


@dataclass(frozen=True, slots=True)
class Town:
    """A real town: names, ISO country code, degrees (WGS 84)."""

    name: str
    province: str
    country: str
    code: str
    people: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Source:
    """A root: its canonical name, what sentences call it, its kind and side; it sees `share` per cent, `lag` days
    late.
    """

    name: str
    called: str
    kind: str
    family: str | None
    side: str | None
    share: int
    lag: int
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What a root said on a day: so many, of this measure, in this town, as of that day.

    `corrects` is true where it takes back its own earlier number.
    """

    root: Source
    day: dt.date
    measure: str
    town: Town
    value: int
    hedge: Hedge
    corrects: bool = False


@dataclass(frozen=True, slots=True)
class Happening:
    """A crisis: what it is, where, from which day to which, its true toll of each day, and the words about it."""

    kind: str
    noun: str
    type: str
    sub_type: str | None
    towns: tuple[Town, ...]
    first: dt.date
    last: dt.date
    tolls: dict[tuple[str, str], tuple[int, ...]]
    words: dict[str, str]

    @property
    def is_running(self) -> bool:
        """True where it goes on for days, so that its tolls count since the first."""
        return self.kind in ("offensive", "flood")


@dataclass(frozen=True, slots=True)
class Told:
    """A figure in a sentence: where its parts stand in it (half-open spans of code points), and the statement behind.

    `value` is what the report prints; `root` whom it names, null for nobody; `said` the words for the root's day.
    """

    statement: Statement
    value: int
    hedge: Hedge
    root: Source | None
    number: tuple[int, int]
    place: tuple[int, int]
    source: tuple[int, int] | None
    date: tuple[int, int] | None
    said: tuple[int, int] | None
    misquote: Misquote | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence (or the headline) and the figures in it."""

    text: str
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """One report: its paragraphs of sentences, and what was done to them if they are another's.

    `published` is null where the page has no date. `copy_of` is the id of the report copied.
    """

    id: str
    outlet: str
    agency: str | None
    published: dt.datetime | None
    headline: Sentence
    paragraphs: tuple[tuple[Sentence, ...], ...]
    copy_of: str | None = None
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """One crisis with its roots, what they said in order, and how many reports tell it; `seed` makes the reports."""

    id: str
    happening: Happening
    roots: tuple[Source, ...]
    statements: tuple[Statement, ...]
    reports: int
    seed: str = field(repr=False)
