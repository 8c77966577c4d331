"""The options of every command that understands many reports: where that runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click


def engine_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds --jobs and --engine (`jobs`, `engine`): the fields of `settings.Settings`."""
    command = click.option(
        "--engine",
        metavar="local|processes|spark://HOST:PORT",
        help="Where the work runs: this process, --jobs processes (one a core without --jobs), or a Spark cluster.",
    )(command)
    return click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Worker processes.")(
        command
    )
