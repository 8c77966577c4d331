"""The use case of `rashomon extract`: claims of the reports of a file, as they are found."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.adapters import clock
from rashomon.adapters.files_out import read_records
from rashomon.app.claim_lines import claims_line
from rashomon.app.engines import running
from rashomon.reading import read_lines
from rashomon.run import Progress, Run
from rashomon.settings import Settings
from rashomon.understanding import understood_each


def extract(
    path: str, settings: Settings, progress: Progress | None = None, *, explain: bool = False
) -> Iterator[bytes]:
    """One JSON line for each line of a JSON Lines file, or row of a Parquet file, in order, as they are understood.

    What cannot be read has its issues only. Raises SourceError, PartError, UsageError.
    """
    run = Run(clock.seconds, progress)
    with running(settings) as parts:
        lines = read_lines(path, read_records(path), parts.library)
        found = understood_each([line.report for line in lines if line.report is not None], parts)
        for line in run.track(lines):
            if line.report is None:
                yield claims_line(line.given_id or f"line-{line.number}", None, line.issues)
            else:
                outcome = next(found)
                issues = (*line.issues, *outcome.issues)
                yield claims_line(line.given_id or line.report.id, outcome.value, issues, explain=explain)


def extract_table(path: str, settings: Settings, progress: Progress | None = None, *, explain: bool = False) -> bytes:
    """The same as one Parquet file, a row a claim, place or issue. Raises as `extract`, at once where pyarrow is
    missing.
    """
    # Only here: it loads what writes exports.
    from rashomon.app.claim_table import claims_table

    return claims_table(extract(path, settings, progress, explain=explain))
