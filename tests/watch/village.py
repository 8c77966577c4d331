"""A small web on this machine whose every answer is written beforehand: feeds and pages that change, vanish, redirect,
stall, lie about length and charset, and answer 304, 429 and 503.

What is answered depends on a seed, the path and the number of steps that the watcher has done, on nothing else.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random
from typing import Any

PAGES = 14
#: Of a hundred requests, so many meet each fault.
_FAULTS = ("503", "429", "gone", "hang up", "redirect", "charset", "short length", "long comment")
_FAULTY = 24
_TOWNS = ("Ovitz", "Lorre", "Málaga", "Brno", "Sète", "Qalat", "Thun", "Varna", "Ypres", "Zwolle", "Agde", "Bitola",
          "Cádiz", "Douz")  # fmt: skip


class Village:
    """The script: `steps` is where the watcher stands; `served` lists the versions given whole, in order."""

    def __init__(self, seed: int, length: int) -> None:
        chance = Random(seed)
        self.seed, self.length = seed, length
        self.steps = 0
        self.calm = False
        self.port = 0
        self.served: list[tuple[int, int]] = []
        self.shown: set[int] = set()
        self.asked: list[str] = []
        self.release = threading.Event()
        #: From which step each page is named, and the steps at which it is edited.
        self.begins = sorted(chance.randrange(0, length * 2 // 3) for _ in range(PAGES))
        self.edits = [sorted(chance.randrange(b + 1, length) for _ in range(chance.randrange(4))) for b in self.begins]
        self.moves = length // 3

    def revision(self, page: int) -> int:
        """Which version of a page stands there now."""
        return sum(self.steps >= at for at in self.edits[page])

    def named(self, feed: str) -> list[int]:
        """The pages that a feed names now: each one's belong to it alone, but for two that all name."""
        mine = {"a": (0, 6), "b": (4, 10), "map": (9, PAGES)}[feed]
        return [p for p in range(*mine) if self.begins[p] <= self.steps]

    def fault(self, path: str) -> str | None:
        """What goes wrong with a request now."""
        if self.calm:
            return None
        digest = hashlib.sha256(f"{self.seed} {path} {self.steps}".encode()).digest()
        if digest[0] % 100 == 0:
            return "stall"
        return _FAULTS[digest[1] % len(_FAULTS)] if digest[2] % 100 < _FAULTY else None

    def address(self, host: str, path: str) -> str:
        """An address of this web."""
        return f"http://{host}.village.example:{self.port}{path}"

    def page(self, number: int, revision: int) -> str:
        """A page's markup: a title, three sentences, its own address."""
        town = _TOWNS[number]
        return (
            f"<html lang='en'><head><title>Road works in {town}</title>"
            f"<link rel='canonical' href='https://village.example/p/{number}'>"
            "<meta property='article:published_time' content='2025-05-01T08:00:00Z'></head><body><article>"
            f"<h1>Road works in {town}</h1><p>The council of {town} closed the bridge over the river on Monday for "
            f"road works that will take until the autumn, its engineers said at the town hall of {town}.</p>"
            f"<p>Page {number} revision {revision}: the café owners of {town} asked the council for signs, and the "
            "mayor promised that the market would stay open while the works went on.</p></article></body></html>"
        )

    def feed(self, name: str) -> str:
        """A feed's or sitemap's markup."""
        links = [self.address("pages", f"/p/{n}") for n in self.named(name)]
        if name == "map":
            urls = "".join(f"<url><loc>{link}</loc><lastmod>{_LASTMOD}</lastmod></url>" for link in links)
            return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'
        items = "".join(f"<item><title>{link[-4:]}</title><link>{link}</link></item>" for link in links)
        return f'<rss version="2.0"><channel><title>Feed {name}</title>{items}</channel></rss>'


#: Sitemaps date their pages; the simulated weeks begin on this day.
_LASTMOD = "2025-05-10"


@contextmanager
def open_village(seed: int, length: int) -> Iterator[Village]:
    """A village that answers on a port of this machine."""
    village = Village(seed, length)

    class Handler(_Handler):
        script = village

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    village.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield village
    finally:
        village.release.set()
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    script: Village

    def do_GET(self) -> None:
        """Answer by the script."""
        village = self.script
        path = self.path.split("?")[0]
        village.asked.append(path)
        kind, _, name = path.strip("/").partition("/")
        if kind in ("p", "moved") and name.isdigit():
            self._page(village, path, int(name))
        elif kind == "list":
            feed = village.address("feeds", "/feed/b")
            self._send(f'<opml version="2.0"><body><outline type="rss" xmlUrl="{feed}"/></body></opml>', "text/xml")
        elif path == "/feed/a" and village.steps >= village.moves:
            self._empty(301, Location=village.address("feeds", "/new/a"))
        elif kind in ("feed", "new"):
            self._feed(village, path, name)
        else:
            self._empty(404)

    def _feed(self, village: Village, path: str, name: str) -> None:
        fault = village.fault(path)
        if fault not in (None, "redirect", "charset", "long comment") and self._broken(village, fault):
            return
        village.shown.update(village.named(name))
        self._send(village.feed(name), "application/rss+xml; charset=utf-8")

    def _page(self, village: Village, path: str, number: int) -> None:
        fault = village.fault(path)
        if self._broken(village, fault):
            return
        if fault == "redirect" and path.startswith("/p/"):
            self._empty(302, Location=f"/moved/{number}")
            return
        revision = village.revision(number)
        markup = village.page(number, revision)
        if self.headers.get("If-None-Match") == f'"{revision}"':
            self._empty(304)
            return
        if (number, revision) not in village.served:
            village.served.append((number, revision))
        content_type = "text/html; charset=iso-8859-15" if fault == "charset" else "text/html; charset=utf-8"
        encoding = "utf-8"
        if fault == "charset":
            markup = markup.replace("<head>", "<head><meta charset='utf-8'>")
        if fault == "long comment":
            markup += f"<!-- {'x' * 60_000} -->"
        self._send(markup, content_type, encoding, ETag=f'"{revision}"')

    def _broken(self, village: Village, fault: str | None) -> bool:
        """Answers with a fault, if it is one that leaves nothing to read."""
        if fault == "503":
            self._empty(503)
        elif fault == "429":
            self._empty(429, **{"Retry-After": "1800"})
        elif fault == "gone":
            self._empty(410 if village.steps % 2 else 404)
        elif fault == "hang up":
            self.close_connection = True
        elif fault == "short length":
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", "100000")
            self.end_headers()
            self.wfile.write(b"<html><body><p>The council")
            self.close_connection = True
        elif fault == "stall":
            village.release.wait(5)
        else:
            return False
        return True

    def _send(self, markup: str, content_type: str, encoding: str = "utf-8", **headers: str) -> None:
        body = markup.encode(encoding)
        self.send_response(200)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _empty(self, status: int, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "0")
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""
