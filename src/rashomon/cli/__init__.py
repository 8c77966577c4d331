"""The command line: says what to do to `app`, and what came of it to the person."""

from __future__ import annotations

from rashomon.cli import (
    building,
    checking,
    comparing,
    connecting,
    exporting,
    keeping,
    projects,
    removing,
    reviewing,
    searching,
    serving,
    watching,
)
from rashomon.cli.door import main

_GROUPS = (
    building,
    checking,
    comparing,
    connecting,
    exporting,
    keeping,
    projects,
    removing,
    reviewing,
    searching,
    serving,
    watching,
)

for _group in _GROUPS:
    for _command in _group.COMMANDS:
        main.add_command(_command)

__all__ = ["main"]
