"""Commands over a project: init, add, stories, show."""

from __future__ import annotations

import json
from typing import Any

import click

from rashomon.cli.engines import engine_options
from rashomon.cli.fetching import fetching_options
from rashomon.cli.printing import many, plain, print_brief, print_issues
from rashomon.errors import without_password
from rashomon.settings import POLICIES, Fetching, PolicyName, Settings, parse_as_of

#: The project that commands work on where nothing else is said.
DEFAULT_STORE = "rashomon.sqlite"

store_option = click.option(
    "--store",
    envvar="RASHOMON_STORE",
    default=DEFAULT_STORE,
    show_default=True,
    metavar="FILE|postgresql://...",
    help="The project: an SQLite file, or a PostgreSQL address (also from RASHOMON_STORE).",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def print_json(value: Any) -> None:
    """A record, or a list of them, as JSON on standard output."""
    from rashomon.model.plain import to_plain

    click.echo(json.dumps(to_plain(value), ensure_ascii=False, indent=2))


@click.command(short_help="Make a project.")
@store_option
@json_option
def init(store: str, as_json: bool) -> None:
    """Make a project: one SQLite file, or the tables in a PostgreSQL database. One that is there stays as it is."""
    from rashomon import app

    reports = app.init(store)
    if as_json:
        print_json({"store": without_password(store), "reports": reports})
    else:
        click.echo(f"The project {without_password(store)} is ready; it holds {many(reports, 'report')}.")


@click.command(short_help="Add reports to a project.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@store_option
@engine_options
@click.option("--force", is_flag=True, help="Add reports again that were removed.")
@fetching_options
@json_option
def add(
    sources: tuple[str, ...],
    store: str,
    jobs: int,
    engine: str | None,
    force: bool,
    allow_private: bool,
    contact: str | None,
    as_json: bool,
) -> None:
    """Add the reports of SOURCEs (files, folders, addresses of pages or objects, or - for standard input).

    A report that is there changes nothing.
    """
    from rashomon import app
    from rashomon.adapters.terminal import TerminalProgress

    settings = Settings(
        jobs=jobs, engine=engine, fetching=Fetching(allow_private=allow_private, contact=contact, objects=True)
    )
    added = app.add(store, sources, settings, TerminalProgress(), force=force)
    if as_json:
        print_json(
            {"new": added.new, "again": added.again, "fuller": added.fuller, "refused": added.refused}
            | {"issues": added.issues}
        )
        return
    print_issues(added.issues, "--json lists them all")
    said = [f"{len(added.new)} new"]
    said += [f"{len(added.again)} already there"] if added.again else []
    said += [f"{len(added.fuller)} completed"] if added.fuller else []
    said += [f"{len(added.refused)} refused: they were removed (--force adds them)"] if added.refused else []
    click.echo(f"Reports: {', '.join(said)}.")


@click.command(short_help="The stories of a project.")
@store_option
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many.")
@json_option
def stories(store: str, limit: int, as_json: bool) -> None:
    """List the stories, that with the newest report first."""
    from rashomon import app

    listed = app.stories(store, limit=limit)
    if as_json:
        print_json(listed)
        return
    for line in listed:
        newest = line.newest.strftime("%Y-%m-%d") if line.newest else "no date   "
        click.echo(f"{newest}  {line.id}  {line.reports:>4}  {plain(line.headline)}")
    if not listed:
        click.echo("No stories yet: add reports with `rashomon add SOURCE...`.")


@click.command(short_help="One story's brief.")
@click.argument("story", metavar="STORY")
@store_option
@click.option("--as-of", "as_of", metavar="T", help="What was known at T (a date or an ISO instant).")
@click.option("--policy", type=click.Choice(POLICIES), default="recommended", show_default=True)
@json_option
def show(story: str, store: str, as_of: str | None, policy: PolicyName, as_json: bool) -> None:
    """Print the brief of a STORY, as of now or of any instant; --json prints the whole dossier."""
    from rashomon import app

    settings = Settings(as_of=parse_as_of(as_of) if as_of else None, policy=policy)
    dossier = app.show(store, story, settings)
    if as_json:
        print_json(dossier)
    else:
        print_brief(dossier)


COMMANDS = (init, add, stories, show)
