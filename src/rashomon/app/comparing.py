"""The use case of comparing: another data set's table held against the stories of sources."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.adapters.files_out import read_bytes
from rashomon.app.exporting import dossiers_at
from rashomon.comparing import compare_table
from rashomon.model.compared_table import TableComparison
from rashomon.model.dossier import Dossier
from rashomon.rendering.compared_table import compared_files, compared_markdown
from rashomon.run import Progress
from rashomon.settings import Settings

__all__ = ["compare_dossiers", "compare_with_table", "compared_files", "compared_markdown"]


def compare_with_table(
    table: str, sources: Sequence[str], settings: Settings, progress: Progress | None = None
) -> TableComparison:
    """A table (ACLED, UCDP GED or HXL) against the stories of sources, as `export` takes them.

    Raises SourceError where the table cannot be read or is of no known shape; else as `build`.
    """
    content = read_bytes(table)
    return compare_dossiers(table, content, dossiers_at(sources, settings, progress))


def compare_dossiers(name: str, content: bytes, dossiers: Sequence[Dossier]) -> TableComparison:
    """A table's bytes against dossiers at hand; `name` stands in its issues. Raises SourceError as above."""
    return compare_table(name.replace("\\", "/").rsplit("/", 1)[-1], content, dossiers)
