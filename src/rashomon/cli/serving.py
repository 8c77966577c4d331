"""Commands of the workspace: serve it, and say who may enter."""

from __future__ import annotations

import click

from rashomon.cli.projects import json_option, print_json, store_option
from rashomon.errors import UsageError
from rashomon.model.account import ROLES, Role


@click.command(short_help="Open the workspace in a browser.")
@store_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Where it listens.")
@click.option("--port", default=8350, show_default=True, type=click.IntRange(0, 65535))
@click.option("--accounts", "with_accounts", is_flag=True, help="Everybody signs in (see `rashomon account`).")
@click.option("--token", envvar="RASHOMON_TOKEN", help="Whoever gives this may enter (also from RASHOMON_TOKEN).")
@click.option(
    "--tiles", metavar="ADDRESS", help="Your map tiles: https://HOST/{z}/{x}/{y}.png; else maps are drawn offline."
)
def serve(store: str, host: str, port: int, with_accounts: bool, token: str | None, tiles: str | None) -> None:
    """Serve the workspace over the project. On any address but this machine's own it asks who you are."""
    from rashomon import app
    from rashomon.adapters.web_server import run_server
    from rashomon.web import Serving, create_application

    serving = Serving(store, host=host, port=port, token=token, accounts=with_accounts, tiles=tiles)
    app.state_of(store)  # a project that is not there is told before anything is served
    if with_accounts and token is None and not app.has_accounts(store):
        raise UsageError("Nobody could sign in: the project has no account.", "Make one with `rashomon account add`.")
    click.echo(f"Open http://{'[' + host + ']' if ':' in host else host}:{port}/  (Ctrl-C ends it)")
    run_server(create_application(serving), host, port)


@click.group(short_help="Who may enter the workspace.")
def account() -> None:
    """Accounts of the workspace: reader, reviewer or admin."""


@account.command("add", short_help="Let somebody in.")
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), default="reader", show_default=True)
@click.password_option("--password", envvar="RASHOMON_PASSWORD", help="Asked for where it is not given.")
@store_option
def add_account(name: str, role: Role, password: str, store: str) -> None:
    """Let NAME in, or give one who is in another role and password."""
    from rashomon import app

    made = app.add_account(store, name, role, password)
    click.echo(f"{made.name} may enter as {made.role}.")


@account.command("list", short_help="Who may enter.")
@store_option
@json_option
def list_accounts(store: str, as_json: bool) -> None:
    """List the accounts, shut ones included."""
    from rashomon import app

    found = app.accounts(store)
    if as_json:
        print_json(found)
        return
    for a in found:
        click.echo(f"{a.name}  {a.role}" + (f"  shut on {a.shut_at:%Y-%m-%d}" if a.shut_at else ""))


@account.command("shut", short_help="Let somebody in no more.")
@click.argument("name")
@store_option
def shut_account(name: str, store: str) -> None:
    """Let NAME in no more, and sign them out everywhere."""
    from rashomon import app

    app.shut_account(store, name)
    click.echo(f"{name} may enter no more.")


COMMANDS = (serve, account)
