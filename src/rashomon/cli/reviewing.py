"""Commands of judgement: review (a terminal flow), decide, decisions."""

from __future__ import annotations

import getpass
import textwrap
from typing import TYPE_CHECKING, Any, get_args

import click

from rashomon.cli.printing import many, plain
from rashomon.cli.projects import json_option, print_json, store_option
from rashomon.errors import RashomonError, UsageError
from rashomon.model.decision import DecisionKind

if TYPE_CHECKING:
    from rashomon.model.decision import Decision
    from rashomon.project import ReviewItem

_WIDTH = 92
_KEYS = "[a]ccept  [r]eject  [c]orrect  [n]ote  [s]kip  [u]ndo  [q]uit"
_DONE = {"a": "Accepted", "r": "Rejected", "c": "Corrected", "n": "Noted"}
_FIELDS = ("value", "low", "high", "qualifier", "measure", "population", "counting", "basis", "realis", "root", "place")

by_option = click.option(
    "--by", envvar="RASHOMON_REVIEWER", default=getpass.getuser, metavar="NAME", help="Who decides (RASHOMON_REVIEWER)."
)


def correction_options(command: Any) -> Any:
    """The fields of a correction, as options."""
    for name in reversed((*_FIELDS, "unit", "geonames-id", "start-date", "end-date")):
        kind = float if name in ("value", "low", "high") else int if name == "geonames-id" else str
        command = click.option(f"--{name}", type=kind, metavar="X", help=f"Correct the {name.replace('-', ' ')}.")(
            command
        )
    return command


@click.command(short_help="Check what matters most, one key a decision.")
@click.argument("story", required=False)
@store_option
@by_option
@click.option("--limit", type=click.IntRange(1), help="Only the first so many.")
@json_option
def review(story: str | None, store: str, by: str, limit: int | None, as_json: bool) -> None:
    """Go through what waits for a person, by consequence: headline and key points first, of one STORY or of all.

    Each shows the sentence with its neighbours, then what the machine made of it. --json prints the queue.
    """
    from rashomon import app

    items = app.review(store, story, limit=limit)
    if as_json:
        print_json(items)
        return
    if not items:
        click.echo("Nothing waits for a decision.")
        return
    taken: list[tuple[int, Decision]] = []
    at = 0
    while at < len(items):
        _show(items[at], at, len(items))
        key = _key()
        if key == "q":
            break
        if key == "u":
            at = _undo(store, by, taken, at)
        elif key in "arcn":
            decision = _take(store, by, key, items[at])
            if decision is not None:
                click.secho(f"  {_DONE[key]}.", dim=True)
                taken.append((at, decision))
                at += key != "n"
        elif key == "s":
            at += 1
    click.echo(f"{many(len(taken), 'decision')} taken by {by}; {many(len(items) - at, 'claim')} left.")


@click.command(short_help="Take one decision.")
@click.argument("kind", type=click.Choice(get_args(DecisionKind)), metavar="KIND")
@click.argument("targets", nargs=-1, required=True, metavar="ID...")
@store_option
@by_option
@click.option("--why", default="", metavar="TEXT", help="The reason.")
@click.option("--grade", type=click.Choice(list("ABCDEF")), help="With grade_root: the Admiralty grade.")
@correction_options
@json_option
def decide(
    kind: Any, targets: tuple[str, ...], store: str, by: str, why: str, grade: Any, as_json: bool, **fields: Any
) -> None:
    """Take a decision of a KIND on claims, reports, stories, roots or names by their IDs.

    \b
    accept, reject, correct     a claim (correct with --value, --place, --root ...)
    merge_/split_copies         reports that carry one text, or one that does not
    merge_/split_stories        reports of one story, or some that are a story of their own
    merge_/split_events         event claims of one happening, or some that are another
    recommend                   a figure as its question's best value, until its root has a later one
    grade_root, unmask, note, review, undo
    """
    from rashomon import app
    from rashomon.model.decision import Correction

    given = {name: value for name, value in fields.items() if value is not None}
    correction = _correction(given) if given else None
    if kind == "correct" and correction is None:
        correction = Correction()
    decision = app.decide(store, kind, targets, by=by, why=why, correction=correction, grade=grade)
    if as_json:
        print_json(decision)
    else:
        click.echo(f"{decision.id}  {decision.kind}  {' '.join(decision.targets)}")


@click.command(short_help="The decisions of a project, out and in.")
@store_option
@click.option("--export", "out", metavar="FILE|-", help="Write all decisions as JSON Lines.")
@click.option("--import", "path", metavar="FILE|-", help="Take over the decisions of such a file.")
@json_option
def decisions(store: str, out: str | None, path: str | None, as_json: bool) -> None:
    """List every decision with what became of it; or export them, or import those of another project."""
    from rashomon import app
    from rashomon.adapters.files_out import write_output

    if path:
        new = app.take_lines(store, path)
        click.echo(f"{many(len(new), 'decision')} taken over.")
    elif out:
        write_output(out, app.decision_lines(store))
    elif as_json:
        print_json(app.decisions(store))
    else:
        _list(app.decisions(store), app.decision_states(store), app.decision_subjects(store))


def _key() -> str:
    """The key that the person presses; "q" for the end of the input. Raises UsageError where no terminal is there."""
    try:
        return click.getchar().lower()
    except (EOFError, KeyboardInterrupt):
        return "q"
    except OSError as error:
        advice = "Use `review --json` for the queue, and `decide`."
        raise UsageError("A review needs a terminal to press keys on.", advice) from error


def _list(taken: list[Decision], states: dict[str, str], subjects: dict[str, str]) -> None:
    """A line each decision, with what it is about in words below it."""
    for d in taken:
        parts = [f"{d.at:%Y-%m-%d %H:%M}", d.id, d.by, d.kind, " ".join(d.targets)]
        parts += [what for what in (_given(d), d.why) if what]
        parts += [f"({states[d.id]})"] if d.id in states else []
        click.echo(plain("  ".join(parts)))
        for target in d.targets:
            if target in subjects:
                click.secho(plain(f"    {subjects[target]}"), dim=True)
    if not taken:
        click.echo("No decisions yet: take some with `rashomon review` or `rashomon decide`.")


def _given(decision: Decision) -> str:
    """What a correction or a grade says."""
    from rashomon.model.plain import to_plain

    if decision.correction is not None:
        fields = ((name, getattr(decision.correction, name)) for name in decision.correction.__struct_fields__)
        return ", ".join(f"{name} {to_plain(value)}" for name, value in fields if value is not None)
    return decision.grade or ""


def _show(item: ReviewItem, at: int, count: int) -> None:
    click.echo()
    outlet = plain(item.outlet or "unknown outlet")
    click.secho(f"{at + 1} of {count}   {outlet}   {item.kind}, {item.reason}", dim=True)
    for text, strong in ((item.before, False), (item.sentence, True), (item.after, False)):
        if text:
            click.secho(_indented(text), bold=strong, dim=not strong)
    click.echo(_indented("; ".join(f"{name} {value}" for name, value in item.machine.items())))
    click.secho(f"  {item.claim}   {_KEYS}", dim=True)


def _indented(text: str) -> str:
    return textwrap.fill(plain(text), _WIDTH, initial_indent="  ", subsequent_indent="  ")


def _take(store: str, by: str, key: str, item: ReviewItem) -> Decision | None:
    """The decision of a key, or null where the person thought better of it or it was refused."""
    from rashomon import app

    kind: DecisionKind = {"a": "accept", "r": "reject", "c": "correct", "n": "note"}[key]  # type: ignore[assignment]
    correction = _asked_correction() if key == "c" else None
    if key == "c" and correction is None:
        return None
    needs_reason = key in "cn" or (key == "a" and item.kind == "responsibility")
    why = click.prompt("  Why", default="", show_default=False) if needs_reason else ""
    try:
        return app.decide(store, kind, [item.claim], by=by, why=why, correction=correction)
    except RashomonError as error:
        click.secho(f"  {error.message} {error.suggestion}", fg="red")
        return None


def _asked_correction() -> Any:
    """What the claim ought to say, as "field value" lines until an empty one; null where none was given."""
    given: dict[str, Any] = {}
    fields = (*_FIELDS, "unit", "geonames_id", "start_date", "end_date")
    click.echo("  Fields: " + ", ".join(fields) + '. Write "value 27" or "start_date 2024-11-29"; an empty line ends.')
    while line := click.prompt("  ", default="", show_default=False, prompt_suffix="").strip():
        name, _, value = line.partition(" ")
        if name in fields and value:
            given[name] = value
        else:
            click.secho(f"  {name!r} is no field with a value.", fg="red")
    try:
        return _correction(given) if given else None
    except RashomonError as error:
        click.secho(f"  {error.message} {error.suggestion}", fg="red")
        return None


def _correction(given: dict[str, Any]) -> Any:
    from rashomon import app

    return app.read_correction(given)


def _undo(store: str, by: str, taken: list[tuple[int, Decision]], at: int) -> int:
    """Undo the last decision of this sitting; where to go on."""
    from rashomon import app

    if not taken:
        click.echo("  Nothing to undo in this sitting.")
        return at
    back, decision = taken.pop()
    app.decide(store, "undo", [decision.id], by=by)
    click.echo(f"  Undone: {decision.kind} {decision.targets[0]}")
    return back


COMMANDS = (review, decide, decisions)
