"""The web of a simulated fortnight: invented reports as pages that feeds name when their hour comes, edited, failing.

Pages lie in a file, so that a watcher's memory is its own; what is answered hangs on the simulated time alone.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import mmap
import struct
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from html import escape
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

from evaluation.simulator import World, invent
from evaluation.simulator.printing import print_report
from evaluation.simulator.relaying import tell_story
from evaluation.simulator.worlds import FIRST_DAY

from rashomon.model.fetched import Fetched, Known

START = dt.datetime.combine(FIRST_DAY, dt.time(), tzinfo=dt.UTC)
HOUR, DAY = 3_600.0, 86_400.0
#: A feed names the pages of so many seconds.
_NAMED = 2 * DAY
#: Reports a story, reports a feed; stories begin until so many days before the end, so that most are told within it.
_A_STORY, _A_FEED, _TOLD = 10, 500, 5
#: Of a hundred pages so many are edited, some hours after they came; of a hundred spells of an address (seconds) so
#: many are of failure.
_EDITED, _EDIT_HOURS, _FAILING, _SPELL = 15, (1, 12), 3, 900.0
_EDIT = "An earlier version of this page was shorter; the newsroom has checked its figures again."
_PAGE = (
    "<html lang='en'><head><title>{title}</title><link rel='canonical' href='{address}'>"
    "<meta property='article:published_time' content='{published}'></head><body><article><h1>{title}</h1>{text}"
    "</article></body></html>"
)


class FortnightWeb:
    """What is served at each simulated second of so many days; `answer` is the port that a watcher fetches by."""

    def __init__(self, folder: Path, reports: int, days: int, seed: int) -> None:
        self.end = days * DAY
        self.number_of_feeds = max(3, reports // _A_FEED)
        self._seed = seed
        self._now = mmap.mmap(-1, 8)
        # Some reports of a world come later, or have no date: a few more are asked for.
        stories = max(3, reports // _A_STORY)
        world = World(seed, stories, reports + reports // 10 + 20, max(1, -(-stories // max(1, days - _TOLD))))
        kept = sorted(_within(world, self.end), key=lambda one: one[0])[:reports]
        self.begins = array("d", (at for at, _ in kept))
        chance = Random(f"{seed}:edits")
        edits = (at + chance.uniform(*_EDIT_HOURS) * HOUR for at in self.begins)
        #: When each page is edited; infinite for never.
        self.edits = array("d", (at if chance.randrange(100) < _EDITED else float("inf") for at in edits))
        self._places = array("Q", (0,))
        with (folder / "pages").open("w+b") as file:
            for _, row in kept:
                file.write(row)
                self._places.append(file.tell())
            file.flush()
            self._rows = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    @property
    def now(self) -> float:
        """The simulated second, shared by all processes that were forked from this one."""
        return float(struct.unpack("d", self._now[:])[0])

    @now.setter
    def now(self, seconds: float) -> None:
        self._now[:] = struct.pack("d", seconds)

    def instant(self) -> dt.datetime:
        """The simulated instant."""
        return START + dt.timedelta(seconds=self.now)

    def feeds(self) -> list[str]:
        """The addresses of the feeds, each of a host of its own."""
        return [f"http://outlet-{n}.example/feed" for n in range(self.number_of_feeds)]

    def page(self, number: int) -> str:
        """The address of a page; pages are spread over the feeds."""
        return f"http://outlet-{number % self.number_of_feeds}.example/p/{number}"

    def is_edited(self, number: int) -> bool:
        """Whether a page is what its edit made of it."""
        return self.now >= self.edits[number]

    def answer(self, address: str, known: Known | None) -> Fetched:
        """What stands at an address now, or that its server fails."""
        now, at = self.now, self.instant()
        digest = hashlib.sha256(f"{self._seed} {address} {now // _SPELL}".encode()).digest()
        if digest[0] * 100 < _FAILING * 256:
            reason = "The server answered 503."
            return Fetched(address=address, final_address=address, outcome="failed", retrieved_at=at, status=503,
                           code="address_failed", reason=reason, suggestion="Try again later.")  # fmt: skip
        target = urlsplit(address)
        if target.path == "/feed":
            kind, tag, body = "application/rss+xml", *self._feed(int(target.netloc.split("-")[1].split(".")[0]), now)
        else:
            kind, tag, body = "text/html; charset=utf-8", *self._page(int(target.path.removeprefix("/p/")))
        if known is not None and known.etag == tag:
            return Fetched(address=address, final_address=address, outcome="unchanged", retrieved_at=at, status=304)
        return Fetched(address=address, final_address=address, outcome="new", retrieved_at=at, status=200,
                       content=body.encode(), content_type=kind, etag=tag)  # fmt: skip

    def _feed(self, number: int, now: float) -> tuple[str, str]:
        first, last = bisect_left(self.begins, now - _NAMED), bisect_right(self.begins, now)
        mine = [n for n in range(first, last) if n % self.number_of_feeds == number]
        items = "".join(f"<item><title>{n}</title><link>{self.page(n)}</link></item>" for n in reversed(mine))
        tag = f'"{mine[0]}-{mine[-1]}"' if mine else '"none"'
        return tag, f'<rss version="2.0"><channel><title>Feed {number}</title>{items}</channel></rss>'

    def _page(self, number: int) -> tuple[str, str]:
        row = json.loads(self._rows[self._places[number] : self._places[number + 1]])
        edited = self.is_edited(number)
        paragraphs = [*row["text"].split("\n\n"), *([_EDIT] if edited else [])]
        text = "".join(f"<p>{escape(p)}</p>" for p in paragraphs)
        published = (START + dt.timedelta(seconds=self.begins[number])).isoformat()
        body = _PAGE.format(title=escape(row["title"]), address=self.page(number), published=published, text=text)
        return f'"{int(edited)}"', body


def number_of(address: str | None) -> int:
    """The number of the page that stands at an address."""
    return int(urlsplit(address or "").path.removeprefix("/p/"))


def was_edited(text: str) -> bool:
    """Whether a report's text is that of an edited page."""
    return _EDIT in text


def _within(world: World, end: float) -> Iterator[tuple[float, bytes]]:
    """The second and the row of each report that comes before the end; one without a date comes with the one before."""
    for story in invent(world):
        at = 0.0
        for telling in tell_story(story):
            if telling.published is not None:
                at = (telling.published - START).total_seconds()
            if 0 <= at < end:
                row = print_report(telling)[0]
                yield at, json.dumps({"title": row["title"], "text": row["text"]}).encode()
