"""Footnotes: every line is followed by the reports that it rests on, each report one note over the whole file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.rendering.lookup import Lookup
from rashomon.rendering.markdown_text import escape, source_line


class Notes:
    """The footnotes of a file, numbered in the order in which they are first used."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}

    def marks(self, claims: Iterable[str], lookup: Lookup, reports: Iterable[str] = ()) -> str:
        """The marks of the reports of some claims, " [^1][^4]"; nothing where there are none."""
        found = [lookup.claims[c].report for c in claims if c in lookup.claims]
        story = lookup.dossier.story
        numbers = {self._numbers.setdefault((story, r), len(self._numbers) + 1) for r in (*found, *reports)}
        return " " + "".join(f"[^{n}]" for n in sorted(numbers)) if numbers else ""

    def lines(self, lookups: dict[str, Lookup]) -> Iterator[str]:
        """Each note in its order: outlet, title, date, address, agency, and whose text it copies."""
        for (story, report), number in self._numbers.items():
            yield f"[^{number}]: {_note(report, lookups[story])}."


def _note(report_id: str, lookup: Lookup) -> str:
    report, original = lookup.reports.get(report_id), lookup.copy_of.get(report_id)
    parts = [source_line(report_id, lookup)]
    if report and report.agency:
        parts.append(f"text of {escape(report.agency)}")
    if original:
        parts.append(f"a copy of the report of {escape(lookup.outlet(original))}")
    return "; ".join(parts)
