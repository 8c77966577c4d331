"""Commands over sources at hand: build, extract, group, diff, schema."""

from __future__ import annotations

import json
import os

import click

from rashomon.cli.asking import model_options
from rashomon.cli.engines import engine_options
from rashomon.cli.fetching import fetching_options
from rashomon.cli.printing import print_brief, print_issues
from rashomon.errors import UsageError
from rashomon.settings import POLICIES, Fetching, LanguageModel, NamesChoice, PolicyName, Settings, parse_as_of


@click.command(short_help="Reports in, cited dossiers out.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--out", required=True, type=click.Path(), help="Folder that the files are written into.")
@click.option("--as-of", "as_of", metavar="T", help="Only what was published by T (a date or an ISO instant).")
@click.option(
    "--policy",
    type=click.Choice(POLICIES),
    default="recommended",
    show_default=True,
    help="How the best value of a figure is chosen.",
)
@click.option(
    "--story",
    default="each",
    show_default=True,
    metavar="each|one|ID",
    help="A dossier for each story, the whole input as one story, or one story by its id.",
)
@click.option("--full-text", is_flag=True, help="Put whole reports into the page (mind the rights of their owners).")
@click.option(
    "--names",
    type=click.Choice(["roles", "all"]),
    default="roles",
    show_default=True,
    help="Private persons by role, or by name; the choice is written into the files.",
)
@engine_options
@fetching_options
@model_options
@click.option("--verbose", is_flag=True, help="Say how long each stage took.")
def build(
    sources: tuple[str, ...],
    out: str,
    as_of: str | None,
    policy: PolicyName,
    story: str,
    full_text: bool,
    names: NamesChoice,
    jobs: int,
    engine: str | None,
    allow_private: bool,
    contact: str | None,
    model: LanguageModel | None,
    verbose: bool,
) -> None:
    """Read SOURCEs (files, folders, addresses of pages or objects, or - for standard input), or one project, and write
    a dossier of each story.

    Plain text, Markdown, HTML, JSON Lines, Parquet, feeds (RSS, Atom, JSON Feed), mail (EML, mbox), PDF with text, web
    archives (WARC), zip and gzip are read. With a single story the files lie in the folder itself, else each story has
    a folder and index.html lists them.
    """
    from rashomon import app
    from rashomon.adapters.files_out import write_files
    from rashomon.adapters.terminal import TerminalProgress

    settings = Settings(
        as_of=parse_as_of(as_of) if as_of else None,
        policy=policy,
        story=story,
        full_text=full_text,
        names=names,
        jobs=jobs,
        engine=engine,
        fetching=Fetching(allow_private=allow_private, contact=contact, objects=True),
        model=model,
    )
    built = app.build(sources, settings, TerminalProgress(verbose=verbose))
    write_files(out, built.files)
    for dossier in built.dossiers[:3]:
        print_brief(dossier)
    if len(built.dossiers) > 3:
        click.echo(f"... and {len(built.dossiers) - 3} more stories.\n")
    print_issues(built.issues, "see issues.json")
    page = "dossier.html" if len(built.dossiers) == 1 else "index.html"
    click.echo(f"{len(built.files)} files in {out}. Open {os.path.join(out, page)}")


@click.command(short_help="The claims of each report, as JSON Lines or Parquet.")
@click.argument("reports", metavar="REPORTS")
@click.option(
    "--out", default="-", show_default=True, help="File to write (FILE.parquet: a table), or - for standard output."
)
@engine_options
@click.option("--explain", is_flag=True, help="Say of each claim which rule made it.")
def extract(reports: str, out: str, jobs: int, engine: str | None, explain: bool) -> None:
    """Print, for each line of REPORTS (JSON Lines, Parquet, or - for standard input), one line with the claims found
    in it.

    A line that cannot be read becomes a line with its issues and no claims. With --out FILE.parquet they become one
    table, a row a claim, place or issue. Names are not masked: this is your own working data.
    """
    from rashomon import app
    from rashomon.adapters.files_out import write_output
    from rashomon.adapters.terminal import TerminalProgress

    settings = Settings(jobs=jobs, engine=engine)
    # Lines that appear on a terminal are progress enough.
    progress = None if out == "-" else TerminalProgress()
    if out.partition("?")[0].lower().endswith(".parquet"):
        write_output(out, app.extract_table(reports, settings, progress, explain=explain))
        return
    lines = app.extract(reports, settings, progress, explain=explain)
    if out == "-":
        for line in lines:
            write_output("-", line)
    else:
        write_output(out, b"".join(lines))


@click.command(short_help="Which reports are copies, and which tell one story.")
@click.argument("reports", metavar="REPORTS")
@click.option("--out", default="-", show_default=True, help="File to write, or - for standard output.")
def group(reports: str, out: str) -> None:
    """Print, for each line of REPORTS (JSON Lines, Parquet, or -), its copy group, its story, and the report it was
    copied from.
    """
    from rashomon import app
    from rashomon.adapters.files_out import write_output

    write_output(out, b"".join(app.group(reports)))


@click.command(short_help="What changed between two dossiers.")
@click.argument("first", metavar="A|SOURCE")
@click.argument("second", required=False, metavar="[B]")
@click.option("--from", "earlier", metavar="T1", help="With a SOURCE: the earlier instant.")
@click.option("--to", "later", metavar="T2", help="With a SOURCE: the later instant.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def diff(first: str, second: str | None, earlier: str | None, later: str | None, as_json: bool) -> None:
    """Say what is new, revised, newly disputed and settled.

    Give two dossier.json files, or one SOURCE with --from and --to.
    """
    from rashomon import app
    from rashomon.model.plain import to_plain

    if second is not None and not (earlier or later):
        comparison = app.diff_files(first, second)
    elif second is None and earlier and later:
        one, two = (Settings(as_of=parse_as_of(t), story="one") for t in (earlier, later))
        comparison = app.diff_source(first, one, two)
    else:
        raise UsageError("diff wants two dossier.json files, or one SOURCE with --from and --to.")
    if as_json:
        click.echo(json.dumps(to_plain(comparison), ensure_ascii=False, indent=2))
    else:
        click.echo(app.describe(comparison))


@click.command(short_help="The JSON Schema of dossier.json.")
def schema() -> None:
    """Print the JSON Schema of dossier.json."""
    from rashomon import app

    click.echo(json.dumps(app.schema(), ensure_ascii=False, indent=2))


COMMANDS = (build, extract, group, diff, schema)
