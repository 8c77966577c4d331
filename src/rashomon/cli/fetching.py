"""The options of every command that fetches addresses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click


def fetching_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds --allow-private and --contact (`allow_private`, `contact`): the fields of `settings.Fetching`."""
    command = click.option(
        "--contact",
        envvar="RASHOMON_CONTACT",
        metavar="ADDRESS",
        help="Mail or web address that sites are told to write to (also from RASHOMON_CONTACT).",
    )(command)
    return click.option(
        "--allow-private", is_flag=True, help="Fetch also from hosts of private networks and this machine."
    )(command)
