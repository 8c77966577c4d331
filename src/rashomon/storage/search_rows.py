"""The search index in the store: written with reports and claims, asked with one query on both databases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, text

from rashomon.model.report import Report
from rashomon.storage import tables
from rashomon.storage.search_words import Term, folded_words

_CHUNK = 500
#: Positions that a tsvector can tell apart, and those of one word that it keeps.
_LAST_POSITION, _MOST_POSITIONS = 16_383, 255
#: Words of the title stand apart from those of the text: no phrase reaches across.
_GAP = 10


def index_reports(connection: Connection, reports: Sequence[Report]) -> None:
    """Make reports findable by their titles and texts; what was found of them before is the caller's to forget."""
    entries: list[dict[str, str | None]] = [{"report": r.id, "claim": None, "kind": "report"} for r in reports]
    _add(connection, entries, [(r.title or "", r.text) for r in reports])


def index_claims(connection: Connection, claims: Sequence[tuple[str, str, str, str]]) -> None:
    """Make claims findable, as `index_reports`; each is its report, its id, its kind and its passage."""
    entries: list[dict[str, str | None]] = [
        {"report": report, "claim": claim, "kind": kind} for report, claim, kind, _ in claims
    ]
    _add(connection, entries, [("", passage) for *_, passage in claims])


def forget_report(connection: Connection, report: str) -> None:
    """Forget a report and its claims."""
    _forget(connection, tables.search_entries.c.report == report)


def forget_words(connection: Connection, report: str) -> None:
    """Forget a report's own words, and keep its claims."""
    table = tables.search_entries
    _forget(connection, table.c.report == report, table.c.claim.is_(None))


def forget_claims(connection: Connection, reports: Sequence[str]) -> None:
    """Forget the claims of reports."""
    table = tables.search_entries
    for at in range(0, len(reports), _CHUNK):
        _forget(connection, table.c.report.in_(list(reports[at : at + _CHUNK])), table.c.claim.is_not(None))


def forget_everything(connection: Connection) -> None:
    """Empty the index."""
    connection.execute(text("DELETE FROM search_index"))
    connection.execute(delete(tables.search_entries))


def squeeze(connection: Connection) -> None:
    """Let go of the words of what was forgotten: FTS5 keeps them until its parts are merged."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO search_index(search_index) VALUES ('optimize')"))


def match_text(terms: Iterable[Term], *, sqlite: bool, every: bool) -> str:
    """The terms in the words of a database's own query: all of them (`every`) or any one."""
    if sqlite:
        return (" AND " if every else " OR ").join(f'"{" ".join(t.words)}"{" *" if t.prefix else ""}' for t in terms)
    said = []
    for term in terms:
        words = [f"'{w}'" for w in term.words]
        said.append("(" + " <-> ".join(words) + (":*" if term.prefix else "") + ")")
    return (" & " if every else " | ").join(said)


def _forget(connection: Connection, *conditions: object) -> None:
    gone = connection.execute(select(tables.search_entries.c.seq).where(*conditions)).scalars().all()  # type: ignore[arg-type]
    key = "rowid" if connection.dialect.name == "sqlite" else "entry"
    for at in range(0, len(gone), _CHUNK):
        some = list(gone[at : at + _CHUNK])
        wanted = text(f"DELETE FROM search_index WHERE {key} IN :some").bindparams(bindparam("some", expanding=True))
        connection.execute(wanted, {"some": some})
        connection.execute(delete(tables.search_entries).where(tables.search_entries.c.seq.in_(some)))


def _add(connection: Connection, entries: Sequence[dict[str, Any]], texts: Sequence[tuple[str, str]]) -> None:
    if not entries:
        return
    table = tables.search_entries
    made = connection.execute(
        insert(table).returning(table.c.seq, sort_by_parameter_order=True), [{**e} for e in entries]
    )
    numbers = list(made.scalars())
    if connection.dialect.name == "sqlite":
        put = text("INSERT INTO search_index(rowid, title, body) VALUES (:seq, :title, :body)")
        rows = [{"seq": n, "title": _line(a), "body": _line(b)} for n, (a, b) in zip(numbers, texts, strict=True)]
    else:
        put = text("INSERT INTO search_index(entry, words) VALUES (:seq, CAST(:words AS tsvector))")
        rows = [{"seq": n, "words": _vector(a, b)} for n, (a, b) in zip(numbers, texts, strict=True)]
    connection.execute(put, rows)


def _line(said: str) -> str:
    return " ".join(folded_words(said))


def _vector(title: str, body: str) -> str:
    """The words as PostgreSQL writes a tsvector: the title's weigh more."""
    positions: dict[str, list[str]] = {}
    at = 0
    for word in folded_words(title):
        at += 1
        positions.setdefault(word, []).append(f"{min(at, _LAST_POSITION)}A")
    for number, word in enumerate(folded_words(body), at + _GAP):
        positions.setdefault(word, []).append(str(min(number, _LAST_POSITION)))
    return " ".join(f"'{word}':{','.join(found[:_MOST_POSITIONS])}" for word, found in positions.items())
