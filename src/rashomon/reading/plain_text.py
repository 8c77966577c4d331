"""A plain-text file -> one report; offsets point into the decoded text as given."""

from __future__ import annotations

from rashomon.knowledge.library import Library
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.model.source import RawSource
from rashomon.reading.decoding import limited, without_surrogates
from rashomon.reading.draft import Draft, beside
from rashomon.reading.settle import settle_report


def read_plain_text(source: RawSource, text: str, library: Library) -> Outcome[tuple[Report, ...]]:
    """The report of a text file."""
    clean = without_surrogates(source.name, text)
    short = limited(source.name, clean.value)
    draft = Draft(name=source.name, text=short.value, how="page")
    settled = settle_report(beside(draft, source), library)
    return Outcome((settled.value,), clean.issues + short.issues + settled.issues)
