"""The command that writes a record in the field's own formats."""

from __future__ import annotations

import os
from collections.abc import Mapping

import click

from rashomon.errors import UsageError
from rashomon.settings import POLICIES, Fetching, NamesChoice, PolicyName, Settings, parse_as_of


@click.command(short_help="Stories in a format of the field, with what it cannot carry.")
@click.argument("format_name", metavar="FORMAT", required=False)
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@click.option("--out", type=click.Path(), help="Folder for the files, or - for standard output.")
@click.option("--list", "list_formats", is_flag=True, help="List the formats.")
@click.option("--as-of", "as_of", metavar="T", help="Only what was published by T (a date or an ISO instant).")
@click.option("--policy", type=click.Choice(POLICIES), default="recommended", show_default=True, help="As in build.")
@click.option("--story", default="each", show_default=True, metavar="each|one|ID", help="As in build.")
@click.option(
    "--names", type=click.Choice(["roles", "all"]), default="roles", show_default=True, help="Private persons."
)
@click.option("--split-days", is_flag=True, help="ACLED: a row for each day of a longer event.")
@click.option(
    "--unknown-plural",
    type=click.Choice(["3", "10"]),
    default="3",
    show_default=True,
    help='ACLED: the number that stands for "several".',
)
@click.option(
    "--household-size",
    type=click.FloatRange(min=1, max=20),
    metavar="PERSONS",
    help="IDMC: how many persons a household is; without it households are not converted.",
)
@click.option("--since", metavar="DOSSIER.json", help="Corrections: the earlier dossier.")
def export(
    format_name: str | None,
    sources: tuple[str, ...],
    out: str | None,
    list_formats: bool,
    as_of: str | None,
    policy: PolicyName,
    story: str,
    names: NamesChoice,
    split_days: bool,
    unknown_plural: str,
    household_size: float | None,
    since: str | None,
) -> None:
    """Write the stories of SOURCEs (files, folders, addresses, a project, or dossier.json files) as FORMAT.

    Beside the files stands the loss report (FORMAT.losses.md and .json): what the format cannot carry, and which
    records were left out or simplified, and why.
    """
    from rashomon import app
    from rashomon.adapters.files_out import write_files
    from rashomon.adapters.terminal import TerminalProgress
    from rashomon.model.exported import ExportOptions

    if list_formats:
        for line in app.formats():
            click.echo(f"{line.name:<12} {line.about}")
        return
    if format_name is None or not sources or out is None:
        raise UsageError("export wants a FORMAT, a SOURCE and --out.", "See `rashomon export --list`.")
    settings = Settings(
        as_of=parse_as_of(as_of) if as_of else None,
        policy=policy,
        story=story,
        names=names,
        fetching=Fetching(objects=True),
    )
    options = ExportOptions(
        split_days=split_days,
        unknown_plural=10 if unknown_plural == "10" else 3,
        household_size=household_size,
        since=app.load_dossier(since) if since else None,
    )
    exported = app.export(format_name, sources, settings, options, TerminalProgress())
    if out == "-":
        _print_one(exported.files)
        return
    write_files(out, app.export_files(exported))
    report = exported.report
    click.echo(f"{report.written} written of {report.offered} records, {len(report.losses)} left out or simplified.")
    click.echo(f"What {report.format} cannot carry: {os.path.join(out, report.format)}.losses.md")


def _print_one(files: Mapping[str, bytes]) -> None:
    from rashomon.adapters.files_out import write_output

    if len(files) != 1:
        raise UsageError(f"This export has {len(files)} files.", "Give a folder with --out.")
    write_output("-", next(iter(files.values())))


COMMANDS = (export,)
