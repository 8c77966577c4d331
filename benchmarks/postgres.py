"""A PostgreSQL server of its own for tests and benchmarks: on loopback, in a folder that vanishes with it."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

#: Where Debian and its like keep the server's programs, which are not on the path.
_DEBIAN = Path("/usr/lib/postgresql")
_START_SECONDS = 60


def find_programs() -> Path | None:
    """The folder with initdb and pg_ctl, or null where PostgreSQL is not installed."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    found = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    return found[-1].parent if found else None


class Server:
    """A running server; `address` names its database, `stop` and `start` restart it with its data kept."""

    def __init__(self, programs: Path, folder: Path, port: int, user: str | None, durable: bool) -> None:
        self._programs, self._folder, self._port, self._user = programs, folder, port, user
        self._fsync = "on" if durable else "off"
        self.address = f"postgresql://rashomon@127.0.0.1:{port}/postgres"
        #: Whether its data were there before.
        self.found = (folder / "data").exists()

    def start(self) -> None:
        """Start it and wait until it answers."""
        options = f"-p {self._port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync={self._fsync}"
        self._run("pg_ctl", "-w", "-t", str(_START_SECONDS), "-l", str(self._folder / "log"), "-o", options, "start")

    def stop(self, mode: str = "fast") -> None:
        """Stop it: `fast` ends the sessions cleanly, `immediate` is a crash."""
        self._run("pg_ctl", "-w", "-m", mode, "stop")

    def make(self) -> None:
        """Make the empty cluster."""
        self._run("initdb", "-U", "rashomon", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8")

    def new_database(self, name: str, like: str | None = None) -> str:
        """The address of a new database: empty, or a copy of another that nobody has open."""
        copied = sql.SQL(" TEMPLATE {}").format(sql.Identifier(like)) if like else sql.SQL("")
        with psycopg.connect(self.address, autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)) + copied)
        return self.database(name)

    def database(self, name: str) -> str:
        """The address of a database that is there."""
        return self.address.rsplit("/", 1)[0] + "/" + name

    def _run(self, program: str, *args: str) -> None:
        environment = {**os.environ, "PGDATA": str(self._folder / "data")}
        # The server refuses to run as root; its files then belong to its own user.
        subprocess.run(
            [str(self._programs / program), *args],
            check=True,
            env=environment,
            user=self._user,
            cwd=self._folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_START_SECONDS * 2,
        )


@contextmanager
def server(keep: Path | None = None, durable: bool = True) -> Iterator[Server]:
    """A started server for the length of the block; its data stay in the folder `keep`, where one is given.

    Without `durable` it waits for no disk: a crash of the server loses nothing then, one of the machine might.
    Raises FileNotFoundError where PostgreSQL is not installed.
    """
    programs = find_programs()
    if programs is None:
        raise FileNotFoundError("PostgreSQL is not installed (initdb was not found).")
    user = "postgres" if os.geteuid() == 0 else None
    folder = keep or Path(tempfile.mkdtemp(prefix="rashomon-pg-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        if user is not None:
            shutil.chown(folder, user=pwd.getpwnam(user).pw_uid)
        running = Server(programs, folder, _free_port(), user, durable)
        if not running.found:
            running.make()
        running.start()
        try:
            yield running
        finally:
            running.stop("fast" if keep else "immediate")
    finally:
        if keep is None:
            shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
