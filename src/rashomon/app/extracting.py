"""The use case of `rashomon extract`: claims of the reports of a file, as they are found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.adapters.files_out import read_bytes
from rashomon.app.claim_lines import claims_line
from rashomon.app.engines import chosen_parts
from rashomon.model.claim import ReportClaims
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.reading import read_lines
from rashomon.settings import Settings
from rashomon.understanding import Parts, understood_one


def extract(path: str, settings: Settings, *, explain: bool = False) -> Iterator[bytes]:
    """One JSON line for each line of a JSON Lines file, in order; a line that cannot be read has its issues only."""
    parts = chosen_parts(settings.jobs)
    lines = read_lines(path, read_bytes(path), parts.library)
    reports = [line.report for line in lines if line.report is not None]
    found = iter(_understand(reports, parts))
    for line in lines:
        if line.report is None:
            yield claims_line(line.given_id or f"line-{line.number}", None, line.issues)
        else:
            outcome = next(found)
            issues = (*line.issues, *outcome.issues)
            yield claims_line(line.given_id or line.report.id, outcome.value, issues, explain=explain)


def _understand(reports: Sequence[Report], parts: Parts) -> Iterator[Outcome[ReportClaims]]:
    if parts.extract_all is not None:
        yield from parts.extract_all(reports)
    else:
        for report in reports:
            yield understood_one(report, parts.parser, parts.library)
