"""Several hosts asked at once: a slow one holds up nobody, and what is kept is the same in any order."""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections import Counter
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

from tests.watch.scripted import Answer, Desk, feed, page
from tests.watch.simulation import claimless_parts

from rashomon.model.fetched import Fetched, Known
from rashomon.model.watched import WatchedSource
from rashomon.storage import Store, create_store, report_rows, source_rows

HOSTS = [f"https://{name}.example" for name in ("abbey", "brook", "cliff", "delta", "ember")]


def told(host: str, number: int, text: str) -> Answer:
    """A page of a host."""
    body = f"The council met for the {text} time on matter {number} at {host} and put off the bridge until the autumn."
    return page(f"Matter {number}", body, "The market would stay open, the engineers said.", address=f"{host}/{number}")


def web_of(hosts: list[str]) -> dict[str, list[Answer]]:
    """For each host a feed of three pages, each edited once."""
    answers: dict[str, list[Answer]] = {}
    for host in hosts:
        answers[f"{host}/feed"] = [feed(*(f"{host}/{n}" for n in range(3)))]
        answers |= {f"{host}/{n}": [told(host, n, "first"), told(host, n, "second")] for n in range(3)}
    return answers


class SlowWeb:
    """Answers as a desk's own web does, after a while; notes how many requests each host had at a time."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self._inside, self._chance, self._lock = desk.web, Random(seed), threading.Lock()
        self.running: Counter[str] = Counter()
        self.most_at_one = self.most_together = 0

    def __call__(self, address: str, known: Known | None = None) -> Fetched:
        """The answer, late."""
        host = urlsplit(address).hostname or ""
        with self._lock:
            self.running[host] += 1
            self.most_at_one = max(self.most_at_one, self.running[host])
            self.most_together = max(self.most_together, self.running.total())
            pause = self._chance.uniform(0.0, 0.01)
        time.sleep(pause)
        with self._lock:
            self.running[host] -= 1
            return self._inside(address, known)


def watched(store: Store, hosts: int, seed: int = 0) -> tuple[SlowWeb, object]:
    """What a project holds after a day of watching, asking so many hosts at a time."""
    desk = Desk(store, web_of(HOSTS), claimless_parts(), hosts)
    slow = SlowWeb(desk, seed)
    object.__setattr__(desk.world, "fetch", slow)
    desk.watch(*(WatchedSource(address=f"{host}/feed", outlet=host) for host in HOSTS))
    desk.until(24)
    with store.reading() as connection:
        reports = sorted((s.report.id, s.report.learned_at) for s in report_rows.every_report(connection))
        sources = source_rows.list_sources(connection)
        pages = source_rows.find_pages(connection, [f"{host}/{n}" for host in HOSTS for n in range(3)])
    return slow, (reports, sources, sorted(pages.items()))


def test_what_is_kept_is_the_same_however_many_hosts_are_asked_at_a_time(tmp_path: Path) -> None:
    """One host at a time, or four with answers in any order, give the same reports, instants and states."""
    with create_store(str(tmp_path / "one.sqlite")) as store:
        slow, expected = watched(store, 1)
    assert slow.most_together == 1
    with create_store(str(tmp_path / "many.sqlite")) as store:
        slow, found = watched(store, 4, seed=1)
    assert found == expected
    assert slow.most_at_one == 1
    assert 1 < slow.most_together <= 4


def test_a_host_that_stalls_holds_up_its_own_pages_alone(tmp_path: Path) -> None:
    """While one host does not answer, the other's feed and pages are kept; then its own come too."""
    stalled = threading.Event()
    with create_store(str(tmp_path / "p.sqlite")) as store:
        desk = Desk(store, web_of(HOSTS[:2]), claimless_parts(), hosts=2)
        inside = desk.web

        def fetch(address: str, known: Known | None = None) -> Fetched:
            if address.startswith(HOSTS[0]):
                stalled.wait(30)
            return inside(address, known)

        object.__setattr__(desk.world, "fetch", fetch)
        desk.watch(*(WatchedSource(address=f"{host}/feed") for host in HOSTS[:2]))
        notes = [desk.watcher.step() for _ in range(4)]
        assert {urlsplit(n.address).hostname for n in notes if n} == {"brook.example"}
        assert sum(len(n.new) for n in notes if n) == 3
        stalled.set()
        late = desk.watcher.finish()
        assert late is not None
        assert (late.address, late.named) == (f"{HOSTS[0]}/feed", 3)
        assert desk.watcher.finish() is None


def test_a_long_list_of_one_host_does_not_stop_the_others(tmp_path: Path) -> None:
    """A source that is due after 600 pages of another host is asked together with the first of them."""
    many = [f"{HOSTS[0]}/{n}" for n in range(600)]
    answers: dict[str, list[Answer]] = {f"{HOSTS[0]}/feed": [feed(*many)], f"{HOSTS[1]}/feed": [feed()]}
    with create_store(str(tmp_path / "p.sqlite")) as store:
        desk = Desk(store, answers, claimless_parts(), hosts=2)
        desk.watch(WatchedSource(address=f"{HOSTS[0]}/feed"))
        assert desk.watcher.step() is not None
        desk.clock.instant += dt.timedelta(seconds=1)
        desk.watch(WatchedSource(address=f"{HOSTS[1]}/feed"))
        two = {note.address for _ in range(2) if (note := desk.watcher.step())}
        assert f"{HOSTS[1]}/feed" in two
