"""What a search finds: entries that match its words and filters, the best first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    TextClause,
    and_,
    column,
    exists,
    func,
    literal,
    or_,
    select,
    table,
    text,
)

from rashomon.model.record import Record
from rashomon.storage import tables
from rashomon.storage.search_rows import match_text
from rashomon.storage.search_words import Query
from rashomon.storage.support_rows import is_supported

_INDEX = table("search_index", column("rowid"), column("entry"))
#: A word of the title weighs as much as some of the text; both databases take the length of the text into account.
_SQLITE = ("search_index MATCH :wanted", "bm25(search_index, 4.0, 1.0)")
_POSTGRES = (
    "search_index.words @@ CAST(:wanted AS tsquery)",
    "-ts_rank('{0.1, 0.2, 0.4, 1.0}', search_index.words, CAST(:wanted AS tsquery), 1)",
)
_NOT_SQLITE = "search_entries.seq NOT IN (SELECT rowid FROM search_index WHERE search_index MATCH :unwanted)"
_NOT_POSTGRES = (
    "NOT EXISTS (SELECT 1 FROM search_index AS other WHERE other.entry = search_entries.seq"
    " AND other.words @@ CAST(:unwanted AS tsquery))"
)


class Filters(Record, frozen=True, kw_only=True):
    """What hits must be: null or empty filters let everything through. A report passes those on claims (roots, measure,
    place, supports) where one claim of it passes them all. `first` and `last` are stamps that the publication lies
    between, `last` exclusive. Claims are as persons decided them; rejected ones are found alone, with `rejected`. How
    well a claim is supported is what the dossiers say that the program of this `version` made.
    """

    outlet: str | None = None
    roots: tuple[str, ...] = ()
    measure: str | None = None
    place: str | None = None
    first: str | None = None
    last: str | None = None
    reports: tuple[str, ...] | None = None
    supports: tuple[str, ...] = ()
    version: str = ""
    kinds: tuple[str, ...] = ()
    rejected: bool = False


class Found(Record, frozen=True, kw_only=True):
    """One entry that a search found; `claim` is null where it is the report itself, else `passage` are its words."""

    report: str
    claim: str | None
    kind: str
    passage: str | None
    decided: str | None = None
    corrected: str | None = None


def find_entries(
    connection: Connection, query: Query | None, filters: Filters, *, limit: int, start: int
) -> list[Found]:
    """The entries from `start` on, best first, then newest, then by id; without a query the newest first.

    A query of nothing that could be found finds nothing.
    """
    entry, report, claim = tables.search_entries, tables.reports, tables.claims
    source: Any = entry.join(report, report.c.id == entry.c.report).outerjoin(claim, claim.c.id == entry.c.claim)
    conditions: list[ColumnElement[bool] | TextClause] = [*_conditions(filters)]
    values: dict[str, str] = {}
    order: list[Any] = []
    sqlite = connection.dialect.name == "sqlite"
    if query is not None:
        if not query.wanted and not query.unwanted:
            return []
        if query.wanted:
            matches, rank = _SQLITE if sqlite else _POSTGRES
            values["wanted"] = match_text(query.wanted, sqlite=sqlite, every=True)
            source = source.join(_INDEX, (_INDEX.c.rowid if sqlite else _INDEX.c.entry) == entry.c.seq)
            conditions.append(text(matches))
            order.append(text(rank))
        if query.unwanted:
            values["unwanted"] = match_text(query.unwanted, sqlite=sqlite, every=False)
            conditions.append(text(_NOT_SQLITE if sqlite else _NOT_POSTGRES))
    order += [
        report.c.published.is_(None),
        report.c.published.desc(),
        entry.c.report,
        func.coalesce(entry.c.claim, ""),
    ]
    about = (claim.c.passage, claim.c.decided, claim.c.corrected)
    wanted = select(entry.c.report, entry.c.claim, entry.c.kind, *about).select_from(source)
    rows = connection.execute(wanted.where(*conditions).order_by(*order).limit(limit).offset(start), values)
    return [Found(**row._mapping) for row in rows]


def _conditions(filters: Filters) -> Iterator[ColumnElement[bool]]:
    report, entry = tables.reports, tables.search_entries
    if filters.outlet is not None:
        yield _same(report.c.outlet, [filters.outlet])
    if filters.first is not None:
        yield report.c.published >= filters.first
    if filters.last is not None:
        yield report.c.published < filters.last
    if filters.reports is not None:
        yield report.c.id.in_(filters.reports)
    if "claim" in filters.kinds:
        yield or_(entry.c.claim.is_not(None), entry.c.kind.in_(filters.kinds))
    elif filters.kinds:
        yield entry.c.kind.in_(filters.kinds)
    if filters.rejected:
        yield tables.claims.c.decided == "reject"
    else:
        yield func.coalesce(tables.claims.c.decided, "") != "reject"
    of_claim = list(_on_claim(tables.claims, filters))
    if of_claim:
        other = tables.claims.alias()
        live = func.coalesce(other.c.decided, "") != "reject"
        inside = exists().where(other.c.report == report.c.id, live, *_on_claim(other, filters))
        yield or_(and_(entry.c.claim.is_not(None), *of_claim), and_(entry.c.claim.is_(None), inside))


def _on_claim(claim: FromClause, filters: Filters) -> Iterator[ColumnElement[bool]]:
    if filters.roots:
        yield _same(claim.c.root, filters.roots)
    if filters.measure is not None:
        yield claim.c.measure == filters.measure
    if filters.place is not None:
        yield _has_words(claim.c.place, filters.place)
    if filters.supports:
        yield is_supported(claim.c.id, filters.supports, filters.version)


def _has_words(name: Any, wanted: str) -> ColumnElement[bool]:
    """True where a name holds the words wanted, whole: Zanzibar is in Zanzibar City, Oman is not in Romania."""
    spaced = literal(" ") + func.lower(name) + literal(" ")
    return or_(name == wanted, spaced.contains(f" {wanted.strip().lower()} ", autoescape=True))


def _same(name: Any, wanted: Sequence[str]) -> ColumnElement[bool]:
    # SQLite lowers ASCII alone: a name with its own capitals fits too.
    return or_(name.in_(list(wanted)), func.lower(name).in_([w.lower() for w in wanted]))
