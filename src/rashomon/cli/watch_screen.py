"""What `watch` shows: a live table on a terminal, plain lines when piped, and a log of JSON lines for machines."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import click

from rashomon.cli.printing import many
from rashomon.errors import StoreError, UsageError

if TYPE_CHECKING:
    from rashomon.app.watching import SourceLine
    from rashomon.model.watched import WatchNote

#: Hears what each poll and visit came to.
Tell = Callable[["WatchNote"], None]
#: Lines of what happened last, below the table; lines of the table around its rows, and one to spare.
_LAST, _AROUND = 8, 5


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
    table: list[Any] = [Text("Asking the sources ...")]
    console = Console()
    with Live(console=console, auto_refresh=False) as live:

        def draw() -> None:
            # A store that does not answer now is a line below the table, not its end.
            with suppress(StoreError):
                if listed := sources():
                    table[:] = [_table(*fitting(listed, console.size.height - _LAST - _AROUND))]
            lines = (Text(text, overflow="ellipsis", no_wrap=True) for text in last)
            live.update(Group(*table, *lines), refresh=True)

        def tell(note: WatchNote) -> None:
            line = told(note)
            if line is not None:
                last.append(line)
                del last[:-_LAST]
            draw()

        draw()
        yield tell


def print_note(note: WatchNote) -> None:
    """A note as a line of JSON on standard output."""
    click.echo(_json(note))


def _json(note: WatchNote) -> str:
    from rashomon.model.plain import to_plain

    return json.dumps(to_plain(note), ensure_ascii=False)


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


def fitting(sources: Sequence[SourceLine], room: int) -> tuple[list[SourceLine], int]:
    """The sources to show in so many rows (three at least), and how many are left out: where not all fit, those that
    are silent or fail come first, then those asked last.
    """
    if len(sources) <= max(room, 3):
        return list(sources), 0
    shown = max(room - 1, 2)
    asked = sorted(sources, key=lambda s: s.last_poll.timestamp() if s.last_poll else 0.0, reverse=True)
    return sorted(asked, key=lambda s: not (s.silent or s.failures))[:shown], len(sources) - shown


def _table(sources: Sequence[SourceLine], left_out: int) -> Any:
    from rich.table import Table
    from rich.text import Text

    table = Table("source", "last asked (UTC)", "answer", "last new", "next", expand=True)
    for line in sources:
        answer = "silent" if line.silent else line.outcome or "-"
        if line.failures:
            answer = f"{line.outcome} ({line.failures})"
        style = "yellow" if line.silent or line.failures else ""
        cells = (line.outlet or line.address, _at(line.last_poll), answer, _at(line.last_new), _at(line.due))
        table.add_row(*(Text(cell, overflow="ellipsis", no_wrap=True) for cell in cells), style=style)
    if left_out:
        table.add_row(f"and {many(left_out, 'other')}", style="dim")
    return table


def _at(instant: dt.datetime | None) -> str:
    return f"{instant:%d %b %H:%M}" if instant is not None else "-"


@contextmanager
def json_lines(path: str) -> Iterator[Tell]:
    """Appends each note to a file as a line of JSON, at once; raises UsageError where it cannot be written."""
    try:
        file = open(path, "a", encoding="utf-8")  # noqa: SIM115 - closed below
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.", "Choose another --json-log.") from error
    with file:

        def tell(note: WatchNote) -> None:
            file.write(_json(note) + "\n")
            file.flush()

        yield tell
