"""Invariants of a project broken on purpose, each with the check that must find it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, text, update
from tests.store.worlds import NOON

from rashomon.model.decision import Decision
from rashomon.model.report import Report
from rashomon.storage import tables
from rashomon.storage.packing import pack, unpack
from rashomon.storage.product_rows import Understood
from rashomon.storage.removal_rows import save_tombstone


def first(connection: Connection, column: Any) -> Any:
    """The first value of a column."""
    return connection.execute(select(column).order_by(column).limit(1)).scalar_one()


def change_record(change: Callable[[Report], Report]) -> Callable[[Connection], None]:
    """A fault: the first report's record changed without its id."""

    def spoil(connection: Connection) -> None:
        table = tables.reports
        body = first(connection, table.c.record)
        changed = pack(change(unpack(body, Report)))
        connection.execute(update(table).where(table.c.record == body).values(record=changed))

    return spoil


def change_product(change: Callable[[Understood], Understood]) -> Callable[[Connection], None]:
    """A fault: the claims of the clash changed without their rows."""

    def spoil(connection: Connection) -> None:
        table = tables.products
        for row in connection.execute(select(table)).all():
            found = unpack(row.body, Understood)
            if found.claims.figures:
                spoiled = pack(change(found))
                connection.execute(update(table).where(table.c.report == row.report).values(body=spoiled))
                return

    return spoil


def set_all(table: Any, **values: Any) -> Callable[[Connection], None]:
    """A fault: columns of every row overwritten."""
    return lambda connection: connection.execute(update(table).values(**values)) and None


def without(table: Any) -> Callable[[Connection], None]:
    """A fault: every row gone."""
    return lambda connection: connection.execute(delete(table)) and None


def outside(found: Understood) -> Understood:
    """Claims with a passage beyond the text."""
    figure = msgspec.structs.replace(found.claims.figures[0], end=10**6)
    claims = msgspec.structs.replace(found.claims, figures=(figure, *found.claims.figures[1:]))
    return msgspec.structs.replace(found, claims=claims)


def fewer(found: Understood) -> Understood:
    """Claims without the figures."""
    return msgspec.structs.replace(found, claims=msgspec.structs.replace(found.claims, figures=()))


def change_decision(connection: Connection) -> None:
    """A fault: a decision that says another person took it."""
    decision = unpack(first(connection, tables.decisions.c.body), Decision)
    changed = msgspec.structs.replace(decision, by="Someone Else")
    connection.execute(update(tables.decisions).values(body=pack(changed)))


def bury_live(connection: Connection) -> None:
    """A fault: a report that is there has a tombstone."""
    save_tombstone(connection, first(connection, tables.reports.c.id), "Gone.", NOON, "R. Desk")


def part_component(connection: Connection) -> None:
    """A fault: the last report of a component lies apart, under a number of its own."""
    reports = tables.reports
    wide = connection.execute(
        select(reports.c.component).group_by(reports.c.component).having(func.count() > 1).limit(1)
    ).scalar_one()
    last = connection.execute(select(func.max(reports.c.seq)).where(reports.c.component == wide)).scalar_one()
    connection.execute(update(reports).where(reports.c.seq == last).values(component=last))


def rename_component(connection: Connection) -> None:
    """A fault: a component is not named after its first report."""
    lone = first(connection, tables.reports.c.component)
    for table in (tables.reports, tables.stories):
        connection.execute(update(table).where(table.c.component == lone).values(component=10_000))


def add_row(table: Any, **values: Any) -> Callable[[Connection], None]:
    """A fault: a row of nothing."""
    return lambda connection: connection.execute(insert(table).values(**values)) and None


def empty_index(connection: Connection) -> None:
    """A fault: entries without words."""
    connection.execute(text("DELETE FROM search_index"))


def page_of_nothing(connection: Connection) -> None:
    """A fault: a page says that a report which never was stood there."""
    state = first(connection, tables.pages.c.state)
    connection.execute(update(tables.pages).values(state=state.replace('"report":"rpt-', '"report":"rpt-x')))


RETITLE = change_record(lambda r: msgspec.structs.replace(r, title="Another", title_span=None))
FAULTS: list[tuple[str, str, Callable[[Connection], None]]] = [
    ("undecodable report", "reports", set_all(tables.reports, record=b"x")),
    ("changed text", "reports", change_record(lambda r: msgspec.structs.replace(r, text=r.text + " More."))),
    ("changed lineage", "reports", change_record(lambda r: msgspec.structs.replace(r, lineage="lin-0"))),
    ("changed title", "columns", RETITLE),
    ("counting", "columns", set_all(tables.reports, counts_from="2001-01-01T00:00:00.000000+00:00")),
    ("content hash", "columns", set_all(tables.reports, content_hash="0")),
    ("no products", "products", without(tables.products)),
    ("undecodable product", "products", set_all(tables.products, body=b"x")),
    ("product of other content", "products", set_all(tables.products, key="v:0")),
    ("passage outside", "products", change_product(outside)),
    ("claims without rows", "products", change_product(fewer)),
    ("rows of no claims", "products", without(tables.claims)),
    ("no marks", "marks", without(tables.marks)),
    ("no links", "marks", without(tables.links)),
    ("a link too strong", "marks", set_all(tables.links, copied=0.9)),
    ("no chances", "marks", without(tables.chances)),
    ("a chance too high", "marks", set_all(tables.chances, chance=0.99)),
    ("no cores", "marks", set_all(tables.places, core=False)),
    ("no places", "stories", without(tables.places)),
    ("another story's place", "stories", set_all(tables.places, story="story-0")),
    ("orphan places", "orphans", add_row(tables.places, report=9_999, cluster=1, story="story-0", first=1, core=True)),
    ("a mark too many", "marks", add_row(tables.marks, mark=7, report=1)),
    ("parted component", "components", part_component),
    ("misnamed component", "components", rename_component),
    ("no stories", "stories", without(tables.stories)),
    ("undecodable story", "stories", set_all(tables.stories, record=b"x")),
    ("stale story", "stories", set_all(tables.stories, state="0")),
    ("story of nothing", "stories", add_row(tables.stories, id="story-0", component=99, reports=1, state="0", record=b"x")),
    ("undecodable decision", "decisions", set_all(tables.decisions, body=b"x")),
    ("forged decision", "decisions", change_decision),
    ("removed report there", "tombstones", bury_live),
    ("no entries", "search", without(tables.search_entries)),
    ("no words", "search", empty_index),
    ("undecodable dossier", "dossiers", set_all(tables.dossiers, body=b"x")),
    ("dossier without notes", "dossiers", without(tables.dossier_reports)),
    ("notes without dossier", "dossiers", without(tables.dossiers)),
    ("undecodable source", "watching", set_all(tables.sources, state="x")),
    ("undecodable entry", "watching", set_all(tables.sources, entry="x")),
    ("source of another address", "watching", set_all(tables.sources, address="https://other.example/feed")),
    ("source never asked", "watching", set_all(tables.sources, due=None)),
    ("source due at no instant", "watching", set_all(tables.sources, due="soon")),
    ("undecodable page", "watching", set_all(tables.pages, state="x")),
    ("page of no report", "watching", page_of_nothing),
    ("orphan retrieval", "orphans", add_row(tables.retrievals, report="rpt-0", source="x")),
    ("orphan marks", "orphans", add_row(tables.marks, mark=7, report=9_999)),
]  # fmt: skip
