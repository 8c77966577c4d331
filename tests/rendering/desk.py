"""A small desk that writes reports and claims by hand, with offsets found from the words."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from rashomon.model.attribution import Attribution
from rashomon.model.claim import AnyClaim, Caveat, Figure, Population
from rashomon.model.dossier import DossierReport, Excerpt
from rashomon.model.moment import AsOf, When
from rashomon.model.place import Place


def date(text: str) -> dt.date:
    """The date of an ISO text."""
    return dt.date.fromisoformat(text)


def as_of(text: str | None) -> AsOf | None:
    """A stated as-of of one day."""
    return AsOf(start=date(text), end=date(text), how="stated") if text else None


class Desk:
    """Collects reports, claims and excerpts; ids are given, so that tests can name them."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.reports: list[DossierReport] = []
        self.claims: list[AnyClaim] = []
        self.excerpts: list[Excerpt] = []

    def report(self, id: str, outlet: str | None, published: str | None, title: str, text: str, **more: Any) -> None:
        """Add a report."""
        self.texts[id] = text
        given: dict[str, Any] = {"agency": None, "url": f"https://news.example/{id}", "lang": "en", "read": True}
        given |= {"published_how": "given" if published else "unknown", "lineage": id, "copy_group": f"cg-{id}"} | more
        self.reports.append(DossierReport(id=id, outlet=outlet, published=published, title=title, **given))

    def claim(self, kind: type[AnyClaim], id: str, report: str, words: str, **fields: Any) -> str:
        """Add a claim whose passage is the sentence around `words`; gives its id."""
        start, end = self.sentence(report, words)
        self.claims.append(kind(id=id, report=report, start=start, end=end, **fields))
        self.excerpt(id, report, start, end)
        return id

    def figure(
        self, id: str, report: str, words: str, measure: str, origin: str | None, *, group: str | None = None,
        category: str = "people", on: str | None = None, caveat: tuple[str, str] | None = None, **fields: Any,
    ) -> str:  # fmt: skip
        """Add a figure whose number is `words`; gives its id."""
        at = self.texts[report].index(words)
        attribution = Attribution(start=at, end=at, text=origin, origin=origin) if origin else None
        if caveat:
            where = self.texts[report].index(caveat[1])
            fields["caveats"] = (Caveat(kind=caveat[0], start=where, end=where + len(caveat[1])),)  # type: ignore[arg-type]
        population = Population(category=category, group=group)  # type: ignore[arg-type]
        return self.claim(
            Figure, id, report, words, number_start=at, number_end=at + len(words), measure=measure,
            population=population, attribution=attribution, as_of=as_of(on), **fields,
        )  # fmt: skip

    def sentence(self, report: str, words: str) -> tuple[int, int]:
        """The sentence around some words of a report."""
        text = self.texts[report]
        at = text.index(words)
        ends = [m.end() for m in re.finditer(r"[.!?](?=\s|$)", text)]
        start = max((e for e in ends if e <= at), default=0)
        while start < at and text[start].isspace():
            start += 1
        return start, min((e for e in ends if e >= at + len(words)), default=len(text))

    def excerpt(self, claim: str, report: str, start: int, end: int) -> None:
        """Keep the passage with a little more text on either side."""
        text = self.texts[report]
        first, last = max(0, text.rfind(". ", 0, max(0, start - 2)) + 1), text.find(". ", end + 1)
        piece = text[first : len(text) if last < 0 else last + 1]
        self.excerpts.append(
            Excerpt(claim=claim, field="text", start=first, text=piece, sentence_start=start, sentence_end=end)
        )


def place(name: str, lat: float | None, lon: float | None, **more: Any) -> Place:
    """A resolved town, unless told otherwise."""
    fields: dict[str, Any] = {"kind": "town", "precision": "exact" if lat is not None else "unresolved"}
    fields |= {"country_code": "SD", "admin1": None} | more
    return Place(start=0, end=len(name), text=name, name=name, lat=lat, lon=lon, **fields)


def when(start: str, end: str | None = None, precision: str = "day") -> When:
    """A time expression."""
    return When(
        start=0,
        end=0,
        text="",
        start_date=date(start),
        end_date=date(end or start),
        precision=precision,  # type: ignore[arg-type]
    )
