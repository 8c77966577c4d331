"""The command that searches a project."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from rashomon.cli.printing import many, plain
from rashomon.cli.projects import json_option, print_json, store_option

if TYPE_CHECKING:
    from rashomon.project import SearchHit

_KINDS = ("report", "claim", "figure", "event", "statement", "responsibility", "relation", "control")
_SUPPORTS = ("corroborated", "documented", "single", "disputed", "party only", "withdrawn")

_DECIDED = {"accept": "accepted", "correct": "corrected", "reject": "rejected"}


@click.command(short_help="Find reports and claims by words and filters.")
@click.argument("words", nargs=-1)
@click.option("--outlet", metavar="NAME", help="Printed by this outlet.")
@click.option("--root", metavar="NAME", help="Claims by this root (an alias will do).")
@click.option("--measure", metavar="NAME", help="Figures of this measure: killed, displaced ...")
@click.option("--place", metavar="NAME", help="Claims at a place with these words in its name.")
@click.option("--from", "first", metavar="DATE", help="Published on this day or later.")
@click.option("--to", "last", metavar="DATE", help="Published on this day or earlier.")
@click.option("--story", metavar="STORY", help="In this story as it stands.")
@click.option("--support", type=click.Choice(_SUPPORTS), multiple=True, help="Figures that a dossier supports so well.")
@click.option("--kind", "kinds", type=click.Choice(_KINDS), multiple=True, help="Only reports, only claims, or a kind.")
@click.option("--rejected", is_flag=True, help="Only claims that a person rejected, which are left out otherwise.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="How many.")
@click.option("--start", type=click.IntRange(0, 2**31), default=0, show_default=True, help="Skip so many.")
@store_option
@json_option
def search(words: tuple[str, ...], store: str, as_json: bool, **filters: Any) -> None:
    """Find reports and claims by WORDS: every word, "a phrase", prefix*, -not; or, without any, by filters.

    The best come first. Write -- before the words where the first begins with a dash. Names are not masked: what is
    found is your own working data, not an output to share.
    """
    from rashomon import app

    page = app.search(store, " ".join(words) if words else None, **filters)
    if as_json:
        print_json(page)
        return
    for hit in page.hits:
        _print_hit(hit)
    if not page.hits:
        click.echo("Nothing found.")
    elif page.more:
        click.echo(f"More: --start {page.start + len(page.hits)}")
    if page.unweighed:
        some = many(page.unweighed, "story is", "stories are")
        click.echo(f"{some} left out, whose support is not known yet: `rashomon stories --limit N` makes it known.")


def _print_hit(hit: SearchHit) -> None:
    day = hit.published.strftime("%Y-%m-%d") if hit.published else "no date   "
    click.secho(f"{day}  {hit.claim or hit.report}  {hit.kind}  {plain(hit.outlet or 'unknown outlet')}", dim=True)
    if hit.claim is None and hit.title and plain(hit.title) != hit.snippet:
        click.echo(f"  {plain(hit.title)}")
    line, at = "", 0
    for start, end in hit.matches:
        if start >= at:
            line += hit.snippet[at:start] + click.style(hit.snippet[start:end], bold=True)
            at = end
    click.echo(f"  {line}{hit.snippet[at:]}")
    if hit.reading:
        click.secho(f"  {hit.kind}: {plain(hit.reading)}", dim=True)
    if hit.decided:
        said = _DECIDED.get(hit.decided, hit.decided)
        click.secho(f"  {said}{': ' + plain(hit.corrected) if hit.corrected else ''}", dim=True)


COMMANDS = (search,)
