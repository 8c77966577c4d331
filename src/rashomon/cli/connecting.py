"""The command that lets a language model's client at a project."""

from __future__ import annotations

import click

from rashomon.cli.projects import store_option


@click.command(short_help="Let a language model's client read the project (MCP).")
@store_option
@click.option("--allow-adding", is_flag=True, help="The client may add reports; without it, it can only read.")
def mcp(store: str, allow_adding: bool) -> None:
    """Serve the project to a client of the Model Context Protocol on standard input and output.

    Its tools list stories, read a dossier, give figures with their evidence, search reports, check a sentence against
    the record and say what changed. Private persons appear by role.
    """
    from rashomon import app
    from rashomon.mcp_server import create_server

    app.state_of(store)  # a project that is not there is told before a client connects
    create_server(store, writing=allow_adding).run("stdio")


COMMANDS = (mcp,)
