"""What commands print: nothing that a report, a page or a person wrote may steer the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rashomon.model.dossier import Dossier
    from rashomon.model.issue import Issue

_WIDTH = 92


def plain(text: str) -> str:
    """The text with a blank for every letter that is none to read: controls, escapes, turns of direction."""
    return "".join(c if c.isprintable() else " " for c in text)


def many(count: int, one: str, several: str | None = None) -> str:
    """ "1 report", "2 reports", or, where its plural is another, "2 `several`"."""
    return f"{count} {one if count == 1 else several or one + 's'}"


def print_brief(dossier: Dossier) -> None:
    """A dossier's brief on the terminal, with who reviewed it and what persons decided."""
    from rashomon.rendering import wording
    from rashomon.rendering.components.decision_lines import decisions, told
    from rashomon.rendering.lookup import Lookup

    brief = dossier.brief
    click.echo()
    click.secho(textwrap.fill(plain(brief.headline.text), _WIDTH), bold=True)
    note = wording.review_note(dossier)
    click.secho(plain(f"As of {wording.instant(dossier.as_of)}. {note[:1].upper()}{note[1:]}."), dim=True)
    for point in brief.key_points:
        _print_item(point.text)
    for paragraph in brief.paragraphs:
        click.echo()
        click.echo(textwrap.fill(plain(" ".join(s.text for s in paragraph)), _WIDTH))
    decided = [told(line) for line in decisions(Lookup(dossier)) if line.done != "reviewed"]
    if decided:
        click.echo("\nWhat persons decided:")
    for line in decided:
        _print_item(line)
    click.echo()


def _print_item(text: str) -> None:
    click.echo(textwrap.fill(plain(text), _WIDTH, initial_indent="  - ", subsequent_indent="    "))


def print_issues(issues: Sequence[Issue], rest: str) -> None:
    """The first issues that are more than notes, each with its report, on standard error; `rest`: where others are."""
    serious = [i for i in issues if i.severity != "note"]
    for issue in serious[:8]:
        about = f"{issue.report}: " if issue.report and issue.report not in issue.message else ""
        suggestion = f" {issue.suggestion}" if issue.suggestion else ""
        click.echo(plain(f"{issue.severity}: {about}{issue.message}{suggestion}"), err=True)
    if len(serious) > 8:
        click.echo(f"... and {len(serious) - 8} more: {rest}", err=True)
