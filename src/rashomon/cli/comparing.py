"""The command that holds another data set's table against the record."""

from __future__ import annotations

import json

import click

from rashomon.cli.printing import many, print_issues
from rashomon.errors import UsageError
from rashomon.settings import POLICIES, Fetching, PolicyName, Settings, parse_as_of


@click.command(short_help="An ACLED, UCDP GED or HXL table against the record.")
@click.argument("table", metavar="TABLE")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--out", type=click.Path(), help="Folder for the files, or - for the page on standard output.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--as-of", "as_of", metavar="T", help="Only what was published by T (a date or an ISO instant).")
@click.option("--policy", type=click.Choice(POLICIES), default="recommended", show_default=True, help="As in build.")
@click.option("--story", default="each", show_default=True, metavar="each|one|ID", help="As in build.")
def compare(
    table: str,
    sources: tuple[str, ...],
    out: str | None,
    as_json: bool,
    as_of: str | None,
    policy: PolicyName,
    story: str,
) -> None:
    """Match the events of TABLE (CSV, or - for standard input) to those of SOURCEs, one to one.

    TABLE has ACLED's or the UCDP GED's columns, or a row of HXL tags. Shown are the events in both with how the
    numbers of dead agree and with which of our origins, what the table misses, and what the record misses. SOURCEs are
    as in export: files, folders, addresses, a project, or dossier.json files.
    """
    from rashomon import app
    from rashomon.adapters.files_out import write_files, write_output
    from rashomon.adapters.terminal import TerminalProgress
    from rashomon.model.plain import to_plain

    if (out is None) == (not as_json):
        raise UsageError("compare wants either --out or --json.", "Give a folder or - with --out.")
    if table == "-" and "-" in sources:
        raise UsageError("TABLE and a SOURCE cannot both be standard input.")
    settings = Settings(
        as_of=parse_as_of(as_of) if as_of else None, policy=policy, story=story, fetching=Fetching(objects=True)
    )
    comparison = app.compare_with_table(table, sources, settings, TerminalProgress())
    print_issues(comparison.issues, "all of them are in the files")
    if out is None:
        click.echo(json.dumps(to_plain(comparison), ensure_ascii=False, indent=2))
    elif out == "-":
        write_output("-", app.compared_markdown(comparison))
    else:
        write_files(out, app.compared_files(comparison))
        missed = f"{len(comparison.they_miss)} only in the record, {len(comparison.we_miss)} only in the table"
        click.echo(f"{many(len(comparison.pairs), 'event')} in both, {missed}. See {out}/compared.md")


COMMANDS = (compare,)
