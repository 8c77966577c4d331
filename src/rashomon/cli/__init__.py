"""The command line: says what to do to `app`, and what came of it to the person."""

from __future__ import annotations

from rashomon.cli import building, projects, removing, reviewing, searching
from rashomon.cli.door import main

for _command in (*building.COMMANDS, *projects.COMMANDS, *reviewing.COMMANDS, *removing.COMMANDS, *searching.COMMANDS):
    main.add_command(_command)

__all__ = ["main"]
