"""A web of one line an answer, for tests of a single thing: what each address gives, in order, the last for ever."""

from __future__ import annotations

import datetime as dt

from tests.watch.simulation import Clock

from rashomon.app.parts import shipped_parts
from rashomon.model.fetched import Fetched, Known
from rashomon.model.watched import WatchedSource, WatchNote
from rashomon.pipeline import Parts
from rashomon.project.watching import Watcher, World
from rashomon.project.watching_sources import take_sources
from rashomon.storage import Store

#: Fields of the answer to an address, `content` as text.
Answer = dict[str, object]
HOUSE = "https://harbour.example"


class Web:
    """Answers by address; `asked` lists what was asked for."""

    def __init__(self, clock: Clock, answers: dict[str, list[Answer]]) -> None:
        self.clock, self.answers = clock, answers
        self.asked: list[str] = []

    def __call__(self, address: str, known: Known | None = None) -> Fetched:
        """The next answer of an address; 404 for one that the web lacks."""
        self.asked.append(address)
        left = self.answers.get(address, [gone()])
        fields = dict(left.pop(0) if len(left) > 1 else left[0])
        outcome = fields.pop("outcome", "new")
        content = str(fields.pop("content", "")).encode()
        return Fetched(
            address=address,
            final_address=str(fields.pop("final_address", address)),
            outcome=outcome,  # type: ignore[arg-type]
            retrieved_at=self.clock.now(),
            content=content,
            **fields,  # type: ignore[arg-type]
        )


def gone() -> Answer:
    """404."""
    return {"outcome": "gone", "code": "address_gone", "reason": "No such page.", "status": 404}


def feed(*links: str, updated: dict[str, dt.datetime] | None = None) -> Answer:
    """An Atom feed of these addresses."""
    entries = "".join(
        f"<entry><id>{link}</id><title>x</title><link href='{link}'/>"
        + (f"<updated>{updated[link].isoformat()}</updated>" if updated and link in updated else "")
        + "</entry>"
        for link in links
    )
    return {"content": f"<feed xmlns='http://www.w3.org/2005/Atom'><title>F</title>{entries}</feed>"}


def page(title: str, *paragraphs: str, address: str, published: str = "2025-05-10T05:00:00Z") -> Answer:
    """A page."""
    text = "".join(f"<p>{p}</p>" for p in paragraphs)
    return {
        "content": f"<html lang='en'><head><title>{title}</title><link rel='canonical' href='{address}'>"
        f"<meta property='article:published_time' content='{published}'></head>"
        f"<body><article><h1>{title}</h1>{text}</article></body></html>"
    }


class Desk:
    """A project that watches such a web."""

    def __init__(
        self, store: Store, answers: dict[str, list[Answer]], parts: Parts | None = None, hosts: int = 1
    ) -> None:
        self.store, self.clock = store, Clock()
        self.web = Web(self.clock, answers)
        # One host at a time, so that the order of the answers is that of the script.
        self.world = World(self.web, self.clock.now, lambda: 0.0)
        self.watcher = Watcher(store, parts or shipped_parts(), self.world, hosts)

    def watch(self, *sources: WatchedSource) -> None:
        """Put sources on the list."""
        take_sources(self.store, sources, self.clock.now())

    def until(self, hours: float) -> list[WatchNote]:
        """Watch for so long; what came of it."""
        end = self.clock.now() + dt.timedelta(hours=hours)
        notes = []
        while (due := self.watcher.next_due()) is not None and due <= end:
            self.clock.instant = max(self.clock.instant, due)
            note = self.watcher.step()
            assert note is not None
            notes.append(note)
        self.clock.instant = end
        return notes
