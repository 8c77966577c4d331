"""What the record says of a figure that somebody else wrote."""

from __future__ import annotations

from typing import Literal

from rashomon.model.record import Record

#: `supported`: a figure that stands says it. `superseded`: only a figure that its root has replaced does. `other root`:
#: somebody says it, but not who the sentence names. `within the range`: nobody says it, the bounds allow it.
#: `contradicted`: figures on the question say otherwise. `not in the record`: no figure is on the question.
Verdict = Literal[
    "supported", "superseded", "other root", "within the range", "contradicted", "not in the record", "no number"
]


class Evidence(Record, frozen=True, kw_only=True):
    """One figure of a report: its words, who says so, as of when, and its sentence with names masked.

    `start` and `end` are where the number stands in the report's field; `as_of` is an ISO date or null.
    """

    claim: str
    report: str
    outlet: str | None
    url: str | None
    published: str | None
    root: str | None
    words: str
    as_of: str | None
    sentence: str
    field: str
    start: int
    end: int


class FigureCheck(Record, frozen=True, kw_only=True):
    """What the record says of one figure of a sentence.

    `start` and `end` are the number's place in the sentence. `low` and `high` bound what stands in the record on its
    question (null: open, or nothing there). `evidence` holds what bears the verdict, the newest first.
    """

    words: str
    start: int
    end: int
    measure: str
    verdict: Verdict
    reason: str
    story: str
    low: float | None = None
    high: float | None = None
    evidence: tuple[Evidence, ...] = ()
