"""Commands over what is watched: sources, watch, versions."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import signal
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

import click

from rashomon.cli.fetching import fetching_options
from rashomon.cli.printing import many, plain
from rashomon.cli.projects import json_option, print_json, store_option
from rashomon.errors import UsageError
from rashomon.settings import Fetching, Settings

if TYPE_CHECKING:
    from rashomon.app.watching import SourceLine
    from rashomon.model.watched import WatchNote
    from rashomon.project.watching_sources import ListChange


@click.command(short_help="The sources that a project watches.")
@store_option
@click.option("--import", "import_path", type=click.Path(), metavar="FILE", help="Put a file's sources on the list.")
@click.option("--export", "export_path", type=click.Path(), metavar="FILE", help="Write the list as a file (or -).")
@click.option("--add", "added", metavar="ADDRESS", help="Put one source on the list.")
@click.option("--remove", "removed", metavar="ADDRESS", help="Take a source off the list; its reports stay.")
@click.option("--kind", type=click.Choice(["feed", "sitemap", "page", "opml"]), help="With --add; feed if not given.")
@click.option("--outlet", help="With --add: who prints it.")
@click.option("--family", help="With --add: the publisher's family.")
@click.option("--country", help="With --add: ISO 3166, two letters.")
@click.option("--language", help="With --add: ISO 639.")
@click.option("--at-least", metavar="TIME", help="With --add: asked no more often (90s, 10m, 6h, 2d).")
@click.option("--at-most", metavar="TIME", help="With --add: asked no less often.")
@json_option
def sources(
    store: str,
    import_path: str | None,
    export_path: str | None,
    added: str | None,
    removed: str | None,
    as_json: bool,
    **fields: str | None,
) -> None:
    """List the sources that `watch` asks, or change the list.

    \b
    A file of sources is TOML. All but the address may be left out:
      [[source]]
      address = "https://harbour.example/feed.xml"
      kind = "feed"              feed, sitemap, page or opml
      outlet = "Harbour Post"
      family = "Harbour Media"
      country = "ZA"
      language = "en"
      at_least = "10m"
      at_most = "6h"
    """
    from rashomon import app
    from rashomon.adapters.files_out import write_output

    if sum(x is not None for x in (import_path, export_path, added, removed)) > 1:
        raise UsageError("Only one of --import, --export, --add and --remove can be done at a time.", "Call it twice.")
    if added is None and any(fields.values()):
        raise UsageError("What is said of a source belongs to --add.", "Give --add ADDRESS, or write it into the file.")
    if import_path is not None:
        _say_change(app.import_sources(store, import_path), as_json)
    elif added is not None:
        _say_change(app.add_source(store, {"address": added, **fields}), as_json)
    elif removed is not None:
        gone = app.remove_source(store, removed)
        print_json({"removed": gone}) if as_json else click.echo(f"No longer watched: {', '.join(gone)}")
    elif export_path is not None:
        write_output(export_path, app.source_file(store))
    else:
        _say_list(app.sources(store), as_json)


def _say_change(change: ListChange, as_json: bool) -> None:
    if as_json:
        print_json(change)
        return
    said = [f"{len(change.added)} added", f"{len(change.changed)} changed", f"{len(change.same)} as before"]
    said += [f"{len(change.moved)} watched at a new address since they moved"] if change.moved else []
    click.echo(f"Sources: {', '.join(said)}.")


def _say_list(listed: list[SourceLine], as_json: bool) -> None:
    if as_json:
        print_json(listed)
        return
    for line in listed:
        last = f"{line.last_poll:%Y-%m-%d %H:%M}" if line.last_poll else "not asked yet   "
        state = "silent" if line.silent else line.outcome
        about = ", ".join(x for x in (line.family, line.country, line.language) if x)
        click.echo(
            f"{last}  {line.kind:<7}  {state:<9}  {line.outlet or ''}  {line.address}{f'  ({about})' if about else ''}"
        )
        if line.failures:
            click.echo(f"    failed {line.failures} times in a row: {line.reason}")
    if not listed:
        click.echo("Nothing is watched yet: `rashomon sources --add ADDRESS`, or --import FILE.")


@click.command(short_help="Collect from the sources by itself.")
@store_option
@click.option("--once", is_flag=True, help="Do what is due now, then end.")
@click.option("--for", "for_time", metavar="TIME", help="End after so long (90s, 10m, 6h, 2d).")
@click.option("--sources", "sources_path", type=click.Path(), metavar="FILE", help="Put a file's sources on the list.")
@click.option("--hosts", type=click.IntRange(1, 100), default=8, show_default=True, help="Ask so many hosts at a time.")
@click.option("--json-log", type=click.Path(), metavar="FILE", help="Append what happens, a line of JSON each.")
@click.option("--json", "as_json", is_flag=True, help="Print what happens so, and in the end what came of it.")
@fetching_options
def watch(
    store: str,
    once: bool,
    for_time: str | None,
    sources_path: str | None,
    hosts: int,
    json_log: str | None,
    as_json: bool,
    allow_private: bool,
    contact: str | None,
) -> None:
    """Ask the project's sources as they become due, and add what they bring, until Ctrl-C.

    Each source is asked more often while it brings something and less often while it does not. Pages are looked at
    again for a week: an edit is kept as a later version. Stopping and starting again goes on where it was. A store
    that is locked, full or does not answer is tried again.
    """
    from rashomon import app
    from rashomon.cli.watch_screen import json_lines, print_note, watch_screen

    settings = Settings(fetching=Fetching(allow_private=allow_private, contact=contact))
    seconds = app.read_duration(for_time, "--for") if for_time is not None else None
    with ExitStack() as stack:
        stop = stack.enter_context(_stopping())
        tellers = [print_note if as_json else stack.enter_context(watch_screen(lambda: app.sources(store)))]
        if json_log is not None:
            tellers.append(stack.enter_context(json_lines(json_log)))

        def tell_all(note: WatchNote) -> None:
            for tell in tellers:
                tell(note)

        result = app.watch(
            store,
            app.polite_fetch(settings),
            tell_all,
            lambda wait: stop.wait(wait) if wait else stop.is_set(),
            once=once,
            seconds=seconds,
            sources_path=sources_path,
            hosts=hosts,
        )
    if as_json:
        click.echo(json.dumps({"what": "ended", **dataclasses.asdict(result)}))
        return
    click.echo(
        f"{many(result.steps, 'request')}: {many(result.new, 'new report')}"
        + (f", {result.edited} of them a later version of a page" if result.edited else "")
        + (f"; {result.failed} failed or were refused" if result.failed else "")
        + "."
    )


@contextmanager
def _stopping() -> Iterator[threading.Event]:
    """An event that Ctrl-C and SIGTERM set: what is being done is finished first. A second Ctrl-C ends at once."""
    stop = threading.Event()

    def ask_to_stop(number: int, _frame: Any) -> None:
        if stop.is_set() and number == signal.SIGINT:
            raise KeyboardInterrupt
        stop.set()
        click.echo("\nStopping when what is being done is stored ...", err=True)

    before = {number: signal.signal(number, ask_to_stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@click.command(short_help="The versions of a page, and what changed.")
@click.argument("name", metavar="REPORT|ADDRESS")
@store_option
@json_option
def versions(name: str, store: str, as_json: bool) -> None:
    """Show each version of a page with the instant it was seen, and what it claims otherwise than the one before."""
    from rashomon import app

    found = app.versions(store, name)
    if as_json:
        print_json(found)
        return
    click.echo(plain(f"{found[-1].outlet or 'unknown outlet'}  {found[-1].address or ''}"))
    for number, version in enumerate(found, 1):
        seen = _instant(version.seen_from)
        until = f", still there {_instant(version.seen_until)}" if version.seen_until != version.seen_from else ""
        back = " (the text of an earlier version again)" if version.again else ""
        click.echo(f"{number}. {version.report}  seen {seen}{until}{back}")
        for change in version.changes:
            click.echo(f"   - {plain(change.text)}")
        if number > 1 and not version.changes:
            click.echo("   - no claim changed")
        if version.note:
            click.echo(f"   note: {plain(version.note)}")


def _instant(at: dt.datetime | None) -> str:
    return f"{at.astimezone(dt.UTC):%Y-%m-%d %H:%M} UTC" if at is not None else "at an unknown time"


COMMANDS = (sources, watch, versions)
