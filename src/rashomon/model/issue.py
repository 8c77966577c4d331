"""An issue: imperfect data, noted as a value with a stable code; never an exception."""

from __future__ import annotations

from typing import Literal

from rashomon.model.record import Record

Severity = Literal["note", "warning", "loss"]


class Issue(Record, frozen=True, kw_only=True):
    """`report` and `claim` are ids (or the input's name where no id exists); `start`, `end` a passage of the text."""

    code: str
    severity: Severity
    report: str | None = None
    claim: str | None = None
    start: int | None = None
    end: int | None = None
    message: str
    suggestion: str = ""
