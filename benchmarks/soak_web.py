"""A small web whose answers hang on the simulated time alone: a watcher that is killed meets the same web again.

Feeds name pages from an hour on; pages are edited, go back to earlier texts and vanish; servers fail for minutes.
"""

from __future__ import annotations

import hashlib
import mmap
import os
import signal
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from random import Random
from typing import Any

#: Seconds of the simulated time, of an hour and of one spell in which a server fails or does not.
HOUR, _SPELL = 3600, 900
#: Of a hundred spells of an address, so many are of failure.
_FAILING = 12
_TOWNS = ("Ovitz", "Lorre", "Brno", "Qalat", "Thun", "Varna", "Ypres", "Zwolle", "Agde", "Bitola", "Douz", "Enns")


class SoakWeb:
    """What is served at each simulated second; hosts are named `a` to `c`, and all lie on this machine."""

    def __init__(self, pages: int, hours: int, seed: int) -> None:
        chance = Random(seed)
        self._seed = seed
        self._now = mmap.mmap(-1, 8)
        self.port = 0
        self.pages = pages
        self._begins = [chance.randrange(0, max(1, hours // 2)) * HOUR for _ in range(pages)]
        self._edits = [
            sorted(chance.randrange(b, hours * HOUR) for _ in range(chance.randrange(4))) for b in self._begins
        ]
        self._tolls = [[chance.randrange(3, 60) for _ in range(2)] for _ in range(pages)]
        self._ends = [
            hours * HOUR * 2 if chance.random() < 0.8 else chance.randrange(b, hours * HOUR) for b in self._begins
        ]

    @property
    def now(self) -> float:
        """The simulated second, shared by all processes that were forked from this one."""
        return float(struct.unpack("d", self._now[:])[0])

    @now.setter
    def now(self, seconds: float) -> None:
        self._now[:] = struct.pack("d", seconds)

    def address(self, path: str, number: int = 0) -> str:
        """An address: pages and feeds are spread over the hosts by number."""
        return f"http://{'abc'[number % 3]}.soak.example:{self.port}{path}"

    def feeds(self) -> list[str]:
        """The addresses of the feeds."""
        return [self.address(f"/feed/{n}", n) for n in range(3)]

    def answer(self, path: str, tag: str | None) -> tuple[int, str, str]:
        """The status, the body and the tag of what stands at a path now."""
        now = self.now
        kind, _, name = path.strip("/").partition("/")
        digest = hashlib.sha256(f"{self._seed} {path} {now // _SPELL}".encode()).digest()
        if path == "/robots.txt" or not name.isdigit():
            return 404, "", ""
        if digest[0] % 100 < _FAILING:
            return 503, "", ""
        number = int(name)
        if kind == "feed":
            mine = [n for n in range(number, self.pages, 3) if self._begins[n] <= now]
            items = "".join(f"<item><title>{n}</title><link>{self.address(f'/p/{n}', n)}</link></item>" for n in mine)
            body, mark = f'<rss version="2.0"><channel><title>Feed</title>{items}</channel></rss>', f'"f{len(mine)}"'
        elif now >= self._ends[number]:
            return 410, "", ""
        else:
            body, mark = self._page(number, now)
        return (304, "", mark) if tag == mark else (200, body, mark)

    def _page(self, number: int, now: float) -> tuple[str, str]:
        # Two texts in turn: a page that is edited twice is back at its first.
        text = sum(now >= at for at in self._edits[number]) % 2
        town, dead = _TOWNS[number % len(_TOWNS)], self._tolls[number][text]
        link = self.address(f"/p/{number}", number)
        return (
            f"<html lang='en'><head><title>Storm in {town}</title><link rel='canonical' href='{link}'>"
            "<meta property='article:published_time' content='2025-05-10T05:00:00Z'></head><body><article>"
            f"<h1>Storm in {town}</h1><p>A storm killed {dead} people in {town} on Friday, the civil defence said.</p>"
            f"<p>Report {number}: the roofs of {dead + number} houses were torn off, and schools stayed shut, "
            "officials said.</p></article></body></html>",
            f'"p{text}"',
        )


@contextmanager
def served(pages: int, hours: int, seed: int) -> Iterator[SoakWeb]:
    """The web, answering from a process of its own until the block ends."""
    web = SoakWeb(pages, hours, seed)

    class Handler(_Handler):
        script = web

    server = HTTPServer(("127.0.0.1", 0), Handler)
    web.port = server.server_port
    sys.stdout.flush()
    process = os.fork()
    if process == 0:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            server.serve_forever()
        finally:
            os._exit(0)
    server.socket.close()
    try:
        yield web
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


class _Handler(BaseHTTPRequestHandler):
    script: SoakWeb

    def do_GET(self) -> None:
        """Answer by the script."""
        status, body, tag = self.script.answer(self.path, self.headers.get("If-None-Match"))
        content = body.encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Type", "application/rss+xml" if self.path.startswith("/feed") else "text/html")
        if tag:
            self.send_header("ETag", tag)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""
