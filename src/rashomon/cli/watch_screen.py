"""What `watch` shows: a live table on a terminal, plain lines when piped, and a log of JSON lines for machines."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import click

from rashomon.errors import StoreError, UsageError

if TYPE_CHECKING:
    from rashomon.app.watching import SourceLine
    from rashomon.model.watched import WatchNote

#: Hears what each poll and visit came to.
Tell = Callable[["WatchNote"], None]
#: Lines of what happened last, below the table.
_LAST = 8


@contextmanager
def watch_screen(sources: Callable[[], Sequence[SourceLine]]) -> Iterator[Tell]:
    """Shows notes as they come; `sources` gives the state of each source for the table."""
    if not sys.stdout.isatty():
        yield _print_line
        return
    from rich.console import Console, Group
    from rich.live import Live
    from rich.text import Text

    last: list[str] = []
    table: list[Any] = []
    with Live(Text("Asking the sources ..."), console=Console(), auto_refresh=False) as live:

        def tell(note: WatchNote) -> None:
            line = told(note)
            if line is not None:
                last.append(line)
                del last[:-_LAST]
            # A store that does not answer now is a line below the table, not its end.
            with suppress(StoreError):
                table[:] = [_table(sources())]
            live.update(Group(*table, *(Text(text) for text in last)), refresh=True)

        yield tell


def _print_line(note: WatchNote) -> None:
    line = told(note)
    if line is not None:
        click.echo(line)


def told(note: WatchNote) -> str | None:
    """One plain line on a note; null where nothing came of it that a person wants to know."""
    parts = []
    if note.named:
        parts.append(f"{note.named} new or changed")
    if note.edited:
        parts.append("a later version")
    elif note.new:
        parts.append("a new report" if len(note.new) == 1 else f"{len(note.new)} new reports")
    if note.outcome in ("failed", "refused", "gone"):
        parts.append(f"{note.outcome}: {note.reason}" if note.reason else note.outcome)
    shown = {i.message for i in note.issues} - {note.reason}
    parts += sorted(shown)
    if not parts:
        return None
    # What a server sent never reaches the terminal as more than plain characters.
    text = f"{note.at:%Y-%m-%d %H:%M:%S}  {note.address or 'the store'}  {'; '.join(parts)}"
    return "".join(c if c.isprintable() else " " for c in text)


def _table(sources: Sequence[SourceLine]) -> Any:
    from rich.table import Table
    from rich.text import Text

    table = Table("source", "last asked", "answer", "last new", "next", expand=True)
    for line in sources:
        answer = "silent" if line.silent else line.outcome or "-"
        if line.failures:
            answer = f"{line.outcome} ({line.failures})"
        style = "yellow" if line.silent or line.failures else ""
        cells = (line.outlet or line.address, _at(line.last_poll), answer, _at(line.last_new), _at(line.due))
        table.add_row(*(Text(cell, overflow="ellipsis", no_wrap=True) for cell in cells), style=style)
    return table


def _at(instant: dt.datetime | None) -> str:
    return f"{instant:%d %b %H:%M}" if instant is not None else "-"


@contextmanager
def json_lines(path: str) -> Iterator[Tell]:
    """Appends each note to a file as a line of JSON, at once; raises UsageError where it cannot be written."""
    from rashomon.model.plain import to_plain

    try:
        file = open(path, "a", encoding="utf-8")  # noqa: SIM115 - closed below
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.", "Choose another --json-log.") from error
    with file:

        def tell(note: WatchNote) -> None:
            file.write(json.dumps(to_plain(note), ensure_ascii=False) + "\n")
            file.flush()

        yield tell
