"""An archive read back into an empty store: every line checked, all of it or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection

from rashomon.adapters.archive_files import ArchiveReader
from rashomon.errors import StoreError
from rashomon.knowledge.library import Library
from rashomon.model.decision import Decision
from rashomon.model.report import Report
from rashomon.project.archive import (
    DECISIONS,
    FILES,
    FORMAT,
    ISSUES,
    PRODUCTS,
    REPORTS,
    VERSION,
    IssueLine,
    Manifest,
    ProductLine,
)
from rashomon.project.link_reports import Linker
from rashomon.project.renew_links import form_all_stories
from rashomon.project.sightings import count_lineage
from rashomon.project.soundness import claims_faults, decision_faults, report_faults
from rashomon.storage import Store, decision_rows, product_rows, report_rows
from rashomon.storage.issue_rows import save_source_issues
from rashomon.storage.plain_rows import PLAIN, is_empty, save_plain_row
from rashomon.timeframe import counting_instants

T = TypeVar("T")
#: Reports stored and linked at once.
_MANY = 500


def read_project(store: Store, path: str, library: Library) -> dict[str, int]:
    """Read an archive into an empty project; how many lines of each file were read.

    Raises StoreError, with nothing kept, where the project is not empty or the archive damaged; it names the line.
    """
    archive = ArchiveReader(path, FILES)
    manifest = _manifest(archive)
    with store.writing() as connection:
        if not is_empty(connection):
            raise StoreError(f"{store.address} is not empty.", "Read an archive into a new project.")
        reading = _Reading(connection, archive, manifest, library)
        reading.read_reports()
        reading.read_products()
        reading.read_decisions()
        reading.read_rest()
        reading.form_stories()
    return {name: facts.lines for name, facts in manifest.files.items()}


class _Reading:
    """One archive on its way into one store, inside one transaction."""

    def __init__(self, connection: Connection, archive: ArchiveReader, manifest: Manifest, library: Library) -> None:
        self._connection, self._archive, self._manifest = connection, archive, manifest
        self._library, self._linker = library, Linker(library)
        self._lineages: Counter[str] = Counter()

    def read_reports(self) -> None:
        """Each report with its marks and links."""
        seen: set[str] = set()
        records = self._records(REPORTS, Report)
        while some := list(islice(records, _MANY)):
            for place, report in some:
                _refuse(place, [*report_faults(report), *(["it stands there twice"] if report.id in seen else [])])
                seen.add(report.id)
                self._lineages[report.lineage] += 1
            reports = [(r, counting_instants([r], seen=True)[r.id]) for _, r in some]
            numbers = report_rows.save_reports(self._connection, reports)
            self._linker.join(self._connection, [(n, r) for n, (r, _) in zip(numbers, reports, strict=True)])

    def read_products(self) -> None:
        """The claims of each report, whose passages must lie in its text."""
        for place, line in self._records(PRODUCTS, ProductLine):
            known = report_rows.find_reports(self._connection, [line.report]).get(line.report)
            if known is None:
                raise _fault(place, f"there is no {line.report}")
            _refuse(place, claims_faults(known.report, line.found.claims))
            product_rows.save_understood(self._connection, line.made_by, [(known.report, line.found)])

    def read_decisions(self) -> None:
        """Every decision."""
        decisions = []
        for place, decision in self._records(DECISIONS, Decision):
            _refuse(place, decision_faults(decision))
            decisions.append(decision)
        decision_rows.save_decisions(self._connection, decisions)

    def read_rest(self) -> None:
        """Issues of sources, and the rows of the plain tables."""
        for _, line in self._records(ISSUES, IssueLine):
            save_source_issues(self._connection, [line.issue], line.noted_at)
        for name in PLAIN:
            for place, row in self._records(f"{name}.jsonl", dict[str, Any]):
                try:
                    save_plain_row(self._connection, name, row)
                except ValueError as error:
                    raise _fault(place, str(error)) from error

    def form_stories(self) -> None:
        """From when the versions of each page count, and the stories."""
        for lineage in (name for name, count in self._lineages.items() if count > 1):
            count_lineage(self._connection, lineage)
        form_all_stories(self._connection, self._library, self._linker)

    def _records(self, name: str, kind: type[T]) -> Iterator[tuple[str, T]]:
        facts = self._manifest.files.get(name)
        if facts is None:
            # A table that came later than the archive.
            return
        decoder = msgspec.json.Decoder(kind)
        for number, line in self._archive.lines(name, facts):
            place = f"{name}, line {number}"
            try:
                yield place, decoder.decode(line)
            except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
                raise _fault(place, str(error)) from error


def _manifest(archive: ArchiveReader) -> Manifest:
    try:
        found = msgspec.json.decode(archive.manifest(), type=Manifest)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise _fault("manifest.json", str(error)) from error
    if found.format != FORMAT or found.version > VERSION:
        raise StoreError("The archive is of a newer program, or none of Rashomon's.", "Install the newer version.")
    missing = {REPORTS, PRODUCTS, DECISIONS} - set(found.files)
    if missing or set(found.files) - set(FILES):
        raise _fault("manifest.json", "it does not list the files that an archive has")
    return found


def _refuse(place: str, faults: Iterable[str]) -> None:
    for fault in faults:
        raise _fault(place, fault)


def _fault(place: str, what: str) -> StoreError:
    return StoreError(f"{place}: {what}.", "Nothing of the archive was kept; use another copy of it.")
