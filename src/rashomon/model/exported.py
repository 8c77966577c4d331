"""What an export is asked, what it gives, and what its format could not carry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from rashomon.model.dossier import Dossier
from rashomon.model.record import Record


class ExportOptions(Record, frozen=True, kw_only=True):
    """Choices that some formats take.

    `split_days` makes a row for each day of a longer event (ACLED); `unknown_plural` is the number that stands for
    "several" there; `household_size` is how many persons a household is (IDMC); `since` is an earlier dossier of the
    story, for corrections.
    """

    split_days: bool = False
    unknown_plural: Literal[3, 10] = 3
    household_size: float | None = None
    since: Dossier | None = None


class Retrieval(Record, frozen=True, kw_only=True):
    """A project saw a report at this instant (ISO, UTC), its bytes having this hash."""

    at: str
    raw_sha256: str | None = None


class Material(Record, frozen=True, kw_only=True):
    """What a format is made of: the dossiers of one or more stories, and the choices.

    `provenance` says for each report (id) when a project saw it; empty for formats that do not ask, and without one.
    """

    dossiers: tuple[Dossier, ...]
    options: ExportOptions = ExportOptions()
    provenance: Mapping[str, tuple[Retrieval, ...]] = {}


class Loss(Record, frozen=True, kw_only=True):
    """One record that is not in the export (`left out`) or says less there (`simplified`), and why, in a sentence."""

    story: str
    record: str
    kind: Literal["event", "figure", "claim", "report", "story"]
    what: Literal["left out", "simplified"]
    reason: str


class LossReport(Record, frozen=True, kw_only=True):
    """What a format cannot carry at all, and what became of single records.

    `offered` counts the records that the format is about, `written` the rows (features, lines) made of them.
    """

    format: str
    offered: int
    written: int
    cannot_carry: tuple[str, ...]
    losses: tuple[Loss, ...] = ()


class Exported(Record, frozen=True, kw_only=True):
    """The bytes of each file by its name, and the loss report."""

    files: Mapping[str, bytes]
    report: LossReport
