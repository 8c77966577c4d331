"""The dates of a generated sentence, read back out of its words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.composing.dates import MONTHS

_MONTH = "|".join(MONTHS)


_DAY = re.compile(
    rf"(?:(?P<word>on|by|since|until|dated|"
    rf"from)\s+)?(?:(?P<d1>\d{{1,2}})(?: (?P<m1>{_MONTH}))?(?: (?P<y1>\d{{4}}))? to )?"
    rf"(?P<d2>\d{{1,2}}) (?P<m2>{_MONTH})(?: (?P<y2>\d{{4}}))?"
)


_MONTH_YEAR = re.compile(rf"\bin (?:(?P<part>early|late) |(?P<mid>mid)-)?(?P<m>{_MONTH})(?: (?P<y>\d{{4}}))?")


_YEAR = re.compile(r"\b(?:in|since|from) (?P<y1>\d{4})(?: to (?P<y2>\d{4}))?(?!,?\d)")


@dataclass(frozen=True, slots=True)
class DateRead:
    """A date or range in the sentence: (day, month, year) with nulls where not said; `part` of a month: "early"."""

    start: int
    end: int
    word: str
    first: tuple[int | None, int | None, int | None] | None
    last: tuple[int | None, int | None, int | None]
    part: str = ""


def read_dates(text: str) -> list[DateRead]:
    """The dates and ranges of a sentence without its quotations, in order."""
    found: list[DateRead] = []
    for m in _DAY.finditer(text):
        last = (int(m["d2"]), MONTHS.index(m["m2"]) + 1, _year(m["y2"]))
        first: tuple[int | None, int | None, int | None] | None = None
        if m["d1"]:
            month = MONTHS.index(m["m1"]) + 1 if m["m1"] else last[1]
            first = (int(m["d1"]), month, _year(m["y1"]) or last[2])
        found.append(DateRead(m.start(), m.end(), m["word"] or "", first, last))
    taken = [(d.start, d.end) for d in found]
    found += [
        DateRead(
            m.start(),
            m.end(),
            "in",
            None,
            (None, MONTHS.index(m["m"]) + 1, _year(m["y"])),
            m["part"] or m["mid"] or "",
        )
        for m in _MONTH_YEAR.finditer(text)
        if not _inside(m.start(), taken)
    ]
    taken = [(d.start, d.end) for d in found]
    for m in _YEAR.finditer(text):
        if not _inside(m.start(), taken):
            since = (None, None, int(m["y1"])) if m["y2"] else None
            found.append(DateRead(m.start(), m.end(), "in", since, (None, None, int(m["y2"] or m["y1"]))))
    return sorted(found, key=lambda d: d.start)


def _year(text: str | None) -> int | None:
    return int(text) if text else None


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(a <= at < b for a, b in spans)
