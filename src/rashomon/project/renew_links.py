"""Links and stories of another version of the program, made anew: a project is what a build from nothing gives.

It is done in steps, each a transaction that keeps how far it came: after a kill the next to open the project goes on
there, and two who open it at once take turns. Others who look in meanwhile find the stories as they stood, then those
that are formed.
"""

from __future__ import annotations

from itertools import islice

from sqlalchemy import Connection

from rashomon.adapters.package_data import grouping_version
from rashomon.errors import StoreError
from rashomon.knowledge.library import Library
from rashomon.project.kept_alike import are_current
from rashomon.project.link_reports import Linker
from rashomon.project.regroup import regroup
from rashomon.run import Progress, Silent
from rashomon.storage import Store, component_rows, link_rows, mark_rows, report_rows
from rashomon.storage.fact_rows import LINKED_BY, RENEWED, find_fact, forget_fact, save_fact

#: Reports linked, or stories formed around, in a step: well within the time that another writer waits.
_MANY = 500
#: What is done for every report before the next begins.
_LINKING, _FORMING = "linking", "forming"


def renew_links(store: Store, library: Library, progress: Progress | None = None) -> bool:
    """Link all reports anew where another version linked them; true where it did. Raises StoreError."""
    with store.reading() as connection:
        if are_current(connection):
            return False
        steps = 2 * (report_rows.count_reports(connection) // _MANY + 1)
    linker = Linker(library)
    # Reports may come or go meanwhile, and some may be done already: the last step finds that nothing is left.
    for _ in (progress or Silent()).track(range(steps)):
        if not _step(store, linker, library):
            return True
    while _step(store, linker, library):
        pass
    return True


def check_current(connection: Connection) -> None:
    """Raises StoreError where another version of the program made the store's links, or makes them anew just now."""
    if not are_current(connection):
        raise StoreError(
            "Another version of the program opened this project meanwhile.",
            "Start again whatever still runs the older version: what two versions link must not be mixed.",
        )


def link_all(connection: Connection, library: Library) -> None:
    """Make all marks, links, components and stories anew, in the transaction at hand."""
    _forget_links(connection)
    linker = Linker(library)
    reports = report_rows.every_report(connection)
    while some := list(islice(reports, _MANY)):
        linker.join(connection, [(stored.seq, stored.report) for stored in some])
    link_rows.delete_every_story(connection)
    form_all_stories(connection, library, linker)


def form_all_stories(connection: Connection, library: Library, linker: Linker) -> None:
    """Every story of links that are there; and the version that made these kept."""
    numbers = report_rows.every_seq(connection)
    for at in range(0, len(numbers), _MANY):
        regroup(connection, numbers[at : at + _MANY], library, linker)
    note_links(connection)


def note_links(connection: Connection) -> None:
    """Keep that this version made the links."""
    save_fact(connection, LINKED_BY, grouping_version())
    forget_fact(connection, RENEWED)


def _step(store: Store, linker: Linker, library: Library) -> bool:
    """Go on by one step from where the store says; false where nothing is left to do."""
    with store.writing() as connection:
        if are_current(connection):
            return False
        doing, last = _reached(connection)
        if doing == _LINKING:
            if last == 0:
                _forget_links(connection)
            stored = list(islice(report_rows.every_report(connection, after=last), _MANY))
            linker.join(connection, [(s.seq, s.report) for s in stored])
            last = stored[-1].seq if stored else 0
            if not stored:
                link_rows.delete_every_story(connection)
                doing = _FORMING
        else:
            numbers = report_rows.every_seq(connection, after=last)[:_MANY]
            regroup(connection, numbers, library, linker)
            if not numbers:
                note_links(connection)
                return False
            last = numbers[-1]
        save_fact(connection, RENEWED, f"{grouping_version()} {doing} {last}")
    return True


def _reached(connection: Connection) -> tuple[str, int]:
    """What this version is doing, and for reports up to which number it did; from the beginning where it is not."""
    version, _, rest = (find_fact(connection, RENEWED) or "").partition(" ")
    doing, _, last = rest.partition(" ")
    return (doing, int(last)) if version == grouping_version() else (_LINKING, 0)


def _forget_links(connection: Connection) -> None:
    mark_rows.delete_all_marks(connection)
    link_rows.delete_every_link(connection)
    component_rows.part_components(connection)
