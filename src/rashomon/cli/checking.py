"""The command that checks a project."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from rashomon.cli.engines import engine_options
from rashomon.cli.printing import many, plain
from rashomon.cli.projects import json_option, print_json, store_option
from rashomon.errors import StoreError
from rashomon.settings import Settings

if TYPE_CHECKING:
    from rashomon.project import Diagnosis


@click.command(short_help="Check a project, and mend it.")
@click.option("--full", is_flag=True, help="Make all links and stories anew to compare, not a sample's.")
@click.option("--repair", "mend", is_flag=True, help="Make anew what can be made anew.")
@store_option
@json_option
def doctor(full: bool, mend: bool, store: str, as_json: bool) -> None:
    """Check every invariant of a project and say what to do. Ends with 0 where it is sound, 5 where it is not."""
    from rashomon import app

    diagnosis = app.doctor(store, full=full, mend=mend)
    if as_json:
        print_json(diagnosis)
    else:
        _print(diagnosis)
    if diagnosis.findings:
        sys.exit(StoreError.exit_code)


def _print(diagnosis: Diagnosis) -> None:
    for finding in diagnosis.repaired:
        click.echo(f"mended  {finding.check}: {finding.what} ({finding.count})")
    for finding in diagnosis.findings:
        click.echo(plain(f"fault   {finding.check}: {finding.what} ({finding.count}: {', '.join(finding.subjects)})"))
        click.echo(f"        {finding.advice}")
    for decision in diagnosis.waiting:
        click.echo(f"waits   {decision}: what it is about is not in the project")
    if not diagnosis.findings:
        how = f"links and stories of {diagnosis.sampled} made anew" if diagnosis.sampled < diagnosis.reports else "all"
        click.echo(f"Sound: {many(diagnosis.reports, 'report')} checked ({how}).")


@click.command(short_help="Read a project's reports anew with a better program.")
@engine_options
@store_option
@json_option
def rebuild(jobs: int, engine: str | None, store: str, as_json: bool) -> None:
    """Extract the claims anew of every report that an older version of the program read.

    Decisions stay with every claim that is found again. Those whose claim is not found are listed: they wait.
    """
    from rashomon import app
    from rashomon.adapters.terminal import TerminalProgress

    settings = Settings(jobs=jobs, engine=engine)
    found = app.rebuild_project(store, settings, None if as_json else TerminalProgress())
    if as_json:
        print_json(found)
        return
    click.echo(f"{found.anew} of {many(found.reports, 'report')} read anew.")
    for decision in found.waiting:
        click.echo(f"waits   {decision}: what it is about is not in the project")


COMMANDS = (doctor, rebuild)
