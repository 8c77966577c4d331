"""Commands that keep a project safe: backup, restore, archive, unarchive."""

from __future__ import annotations

import click

from rashomon.cli.printing import many
from rashomon.cli.projects import json_option, print_json, store_option
from rashomon.errors import without_password


@click.command(short_help="Copy a project to one file.")
@click.argument("file")
@store_option
@json_option
def backup(file: str, store: str, as_json: bool) -> None:
    """Copy a project to a new FILE, used or not: the SQLite file, or (PostgreSQL) an archive, FILE.zip."""
    from rashomon import app

    reports = app.backup(store, file)
    if as_json:
        print_json({"backup": file, "reports": reports})
    else:
        click.echo(f"{file} holds the project's {many(reports, 'report')}.")


@click.command(short_help="Make a project of a backup.")
@click.argument("file")
@store_option
@json_option
def restore(file: str, store: str, as_json: bool) -> None:
    """Make a new project of a backup FILE, where --store says; one that is there is never overwritten."""
    from rashomon import app

    reports = app.restore(file, store)
    if as_json:
        print_json({"store": without_password(store), "reports": reports})
    else:
        click.echo(f"The project {without_password(store)} is restored; it holds {many(reports, 'report')}.")


@click.command(short_help="Write a project as JSON Lines.")
@click.argument("path", metavar="FOLDER|FILE.zip")
@store_option
@json_option
def archive(path: str, store: str, as_json: bool) -> None:
    """Write a project's reports, claims, decisions, removals and sources as readable lines, with a manifest.

    Another instance reads them back to the same ids, on either database.
    """
    from rashomon import app

    _print_lines(app.archive(store, path), as_json)


@click.command(short_help="Read an archive into a new project.")
@click.argument("path", metavar="FOLDER|FILE.zip")
@store_option
@json_option
def unarchive(path: str, store: str, as_json: bool) -> None:
    """Read an archive into a new project where --store says: all of it, or, where a line is at fault, nothing."""
    from rashomon import app

    _print_lines(app.unarchive(path, store), as_json)


def _print_lines(lines: dict[str, int], as_json: bool) -> None:
    if as_json:
        print_json(lines)
        return
    for name, count in lines.items():
        click.echo(f"{count:>8}  {name}")


COMMANDS = (backup, restore, archive, unarchive)
