"""A project as files of readable lines, which another instance reads back to the same ids (`unarchive.py`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection

from rashomon.adapters.archive_files import FileFacts, write_archive
from rashomon.model.issue import Issue
from rashomon.model.record import Record
from rashomon.storage import SCHEMA, Store
from rashomon.storage.decision_rows import all_decisions
from rashomon.storage.issue_rows import every_source_issue
from rashomon.storage.plain_rows import PLAIN, plain_rows
from rashomon.storage.product_rows import Understood, products_of
from rashomon.storage.report_rows import every_report

FORMAT = "rashomon archive"
#: The shape of the lines; a later one is refused by an older program.
VERSION = 1
REPORTS, PRODUCTS, DECISIONS, ISSUES = "reports.jsonl", "products.jsonl", "decisions.jsonl", "source_issues.jsonl"
FILES = (REPORTS, PRODUCTS, DECISIONS, ISSUES, *(f"{name}.jsonl" for name in PLAIN))


class Manifest(Record, frozen=True, kw_only=True):
    """What an archive is: its format and version, the schema of the store it came from, and its files."""

    format: str
    version: int
    schema: str
    files: dict[str, FileFacts]


class ProductLine(Record, frozen=True, kw_only=True):
    """The claims made of a report, and the program's version that made them."""

    report: str
    made_by: str
    found: Understood


class IssueLine(Record, frozen=True, kw_only=True):
    """An issue of a source, and when it was noted."""

    noted_at: str | None
    issue: Issue


def write_project(store: Store, path: str) -> Mapping[str, FileFacts]:
    """Write the whole project to a folder, or to a zip where the path ends so; its files. Raises UsageError."""
    with store.reading() as connection:
        files = ((name, _lines(connection, name)) for name in FILES)
        return write_archive(path, files, _manifest)


def _lines(connection: Connection, name: str) -> Iterator[bytes]:
    return (msgspec.json.encode(record, order="deterministic") for record in _records(connection, name))


def _records(connection: Connection, name: str) -> Iterator[Any]:
    if name == REPORTS:
        yield from (stored.report for stored in every_report(connection))
    elif name == PRODUCTS:
        for stored in every_report(connection):
            for version, found in products_of(connection, stored.report):
                yield ProductLine(report=stored.report.id, made_by=version, found=found)
    elif name == DECISIONS:
        yield from all_decisions(connection)
    elif name == ISSUES:
        for noted_at, issue in every_source_issue(connection):
            yield IssueLine(noted_at=noted_at, issue=issue)
    else:
        yield from plain_rows(connection, name.removesuffix(".jsonl"))


def _manifest(files: Mapping[str, FileFacts]) -> bytes:
    found = Manifest(format=FORMAT, version=VERSION, schema=SCHEMA, files=dict(files))
    return msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n"
