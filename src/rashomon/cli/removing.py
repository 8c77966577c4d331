"""The command that erases a report."""

from __future__ import annotations

import click

from rashomon.cli.printing import plain
from rashomon.cli.projects import json_option, print_json, store_option
from rashomon.cli.reviewing import by_option
from rashomon.errors import UsageError


@click.command(short_help="Erase a report for a reason.")
@click.argument("report", required=False)
@click.option("--reason", metavar="TEXT", help="Why it goes; this stays readable.")
@click.option("--list", "listed", is_flag=True, help="List what was removed instead.")
@by_option
@store_option
@json_option
def remove(report: str | None, reason: str | None, listed: bool, by: str, store: str, as_json: bool) -> None:
    """Erase a REPORT's text and claims. Its id, the reason, the time and who did it stay.

    Its stories are formed anew without it. Adding it again needs `add --force`. Copies in other outlets and other
    versions of the page are reports of their own: they are named, to be removed too where they must go. Backups and
    archives made before keep it.
    """
    from rashomon import app

    if listed:
        found = app.removals(store)
        if as_json:
            print_json(found)
        for gone in [] if as_json else found:
            again = f" (added again {gone.forced_at[:10]})" if gone.forced_at else ""
            click.echo(plain(f"{gone.at[:10]}  {gone.report}  {gone.removed_by}  {gone.reason}{again}"))
        if not found and not as_json:
            click.echo("Nothing was removed.")
        return
    if report is None or reason is None:
        raise UsageError("Name the REPORT and give a --reason.", "See `rashomon remove --help`.")
    removed = app.remove(store, report, reason=reason, by=by)
    if as_json:
        print_json(removed)
        return
    click.echo(f"{removed.report} is removed.")
    for decision in removed.decisions:
        click.echo(f"  The decision {decision.id} ({decision.kind} by {decision.by}) was about it.")
    for other in removed.copies:
        click.echo(f"  {other} carries the same text.")
    for other in removed.versions:
        click.echo(f"  {other} is another version of the page.")
    if not removed.scrubbed:
        click.echo("  Another program has the store open: run `rashomon doctor` when it is done, to empty the log.")


COMMANDS = (remove,)
