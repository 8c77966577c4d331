"""A server on loopback that answers exactly what a test tells it, byte for byte, and remembers what it was asked."""

from __future__ import annotations

import contextlib
import datetime as dt
import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from random import Random

import pytest

from rashomon.adapters.fetching.fetcher import Fetcher, Surroundings
from rashomon.adapters.fetching.guard import Resolve
from rashomon.settings import Fetching

#: What a path is answered with: bytes, pieces of bytes, or a function of the request that gives either.
Reply = bytes | Iterable[bytes] | Callable[["Asked"], "bytes | Iterable[bytes]"]

#: An address of the public internet; `Loopback` leads it to the test's own server.
PUBLIC = "93.184.215.14"


@dataclass(frozen=True)
class Asked:
    """One request: its path with the query, and its headers by lower-case name."""

    path: str
    headers: dict[str, str]


def page(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    """A whole answer with a true length."""
    lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "Connection: close", "", ""]
    return "\r\n".join(lines).encode() + body


def moved(place: str, status: str = "302 Found") -> bytes:
    """A redirect."""
    return page(b"", f"Location: {place}", status=status)


class Server:
    """Listens on a port of `host` until closed; paths that no reply is set for are 404."""

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.asked: list[Asked] = []
        self.connections = 0
        self.replies: dict[str, Reply] = {}
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._socket = socket.create_server((host, 0), family=family)
        self.port: int = self._socket.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def paths(self) -> list[str]:
        """The paths asked for, robots.txt left out."""
        return [a.path for a in self.asked if a.path != "/robots.txt"]

    def close(self) -> None:
        """Stop listening."""
        self._socket.close()

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            connection.settimeout(10)
            raw = b""
            while b"\r\n\r\n" not in raw:
                more = connection.recv(65536)
                if not more:
                    return
                raw += more
            first, *lines = raw.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            asked = Asked(first.split(" ")[1], headers)
            self.asked.append(asked)
            reply = self.replies.get(asked.path, page(b"", status="404 Not Found"))
            if callable(reply):
                reply = reply(asked)
            for piece in [reply] if isinstance(reply, bytes) else reply:
                connection.sendall(piece)


@dataclass
class Time:
    """A clock that moves only when someone sleeps, or when a test says so."""

    seconds: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def clock(self) -> float:
        """The seconds so far."""
        return self.seconds

    def sleep(self, seconds: float) -> None:
        """Moves the clock at once."""
        self.slept.append(seconds)
        self.seconds += seconds

    def now(self) -> dt.datetime:
        """The instant of the clock."""
        return dt.datetime(2025, 5, 4, 12, tzinfo=dt.UTC) + dt.timedelta(seconds=self.seconds - 1000)


@contextlib.contextmanager
def serving(host: str = "127.0.0.1") -> Iterator[Server]:
    """A server that is closed in the end."""
    server = Server(host)
    try:
        yield server
    finally:
        server.close()


def at_home(host: str, port: int) -> list[str]:
    """A name service by which every name ending in .test is this machine, and no other exists."""
    if host.endswith(".test"):
        return ["127.0.0.1"]
    if host.replace(".", "").isdigit() or ":" in host:
        return [host]
    raise OSError(host)


def fetcher(time: Time, settings: Fetching | None = None, resolve: Resolve = at_home) -> Fetcher:
    """A fetcher over loopback in invented time."""
    world = Surroundings(now=time.now, clock=time.clock, sleep=time.sleep, random=Random(7), resolve=resolve)
    return Fetcher(settings or Fetching(allow_private=True), world)


def led_home(monkeypatch: pytest.MonkeyPatch, port: int) -> list[str]:
    """Leads every connection to PUBLIC to a port of loopback, and forbids every other; the hosts connected to."""
    tried: list[str] = []
    connect = socket.create_connection

    def instead(address: tuple[str, int], *args: object, **kwargs: object) -> socket.socket:
        tried.append(address[0])
        if address[0] != PUBLIC:
            raise ConnectionRefusedError(address[0])
        return connect(("127.0.0.1", port), *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "create_connection", instead)
    return tried
