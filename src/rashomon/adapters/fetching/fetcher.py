"""The client: an address in, a `Fetched` out, whatever the network or a server does."""

from __future__ import annotations

import contextlib
import datetime as dt
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from random import Random
from typing import Any
from urllib.parse import urljoin

from rashomon.adapters import clock
from rashomon.adapters.fetching.asking import Asking
from rashomon.adapters.fetching.codes import Failed, Refused
from rashomon.adapters.fetching.exchange import MOVED, Answer, Exchange, short_header
from rashomon.adapters.fetching.guard import Resolve, check_target, resolve_name
from rashomon.adapters.fetching.pace import Pace, retry_after
from rashomon.adapters.fetching.robots import PRODUCT, Robots
from rashomon.adapters.fetching.target import Target, read_target
from rashomon.model.fetched import Fetched, FetchOutcome, Known
from rashomon.reading.address import without_credentials
from rashomon.settings import Fetching

_MOVED_FOR_GOOD = frozenset({301, 308})
_REDIRECTS = 10
_WAYS = {
    401: "Only readers with an account get the page; save it yourself and name the file.",
    402: "Only readers who pay get the page; save it yourself and name the file.",
    403: "The site does not serve programs; save the page yourself and name the file.",
    451: "The page is withheld for legal reasons.",
}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a fetcher takes from the world, each replaceable in a test: time, sleep, chance, the name service."""

    now: Callable[[], dt.datetime] = clock.now
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    random: Random = field(default_factory=Random)
    resolve: Resolve = resolve_name


class _Way:
    """How far a fetch has come: what was asked for, where it is, whether it moved for good, the last status."""

    def __init__(self, address: str) -> None:
        self.address = self.final = address
        self.moved = False
        self.for_good = True
        self.status: int | None = None


class Fetcher:
    """Fetches addresses one at a time; keep one for a whole run: it knows each host's pace and rules.

    Safe for several threads.
    """

    def __init__(self, settings: Fetching, surroundings: Surroundings | None = None) -> None:
        self._settings = settings
        self._world = world = surroundings or Surroundings()
        self._pace = Pace(settings.interval_s, world.clock, world.sleep)
        exchange = Exchange(settings, user_agent(settings.contact), world.resolve, world.clock)
        self._asking = Asking(exchange, self._pace, world.random, world.now, settings.attempts, settings.longest_wait_s)
        self._robots = Robots(lambda target, limit: self._asking.ask(target, {}, limit), world.clock)

    def __call__(self, address: str, known: Known | None = None) -> Fetched:
        """What came of asking for the address; `known` makes an unchanged page an answer without content."""
        way = _Way(without_credentials(address))
        try:
            answer = self._follow(address, _conditions(known), way)
            return self._settled(way, answer, known)
        except Refused as refused:
            return self._fetched(
                way, "refused", code=refused.code, reason=refused.reason, suggestion=refused.suggestion
            )
        except Failed as failed:
            way.status = failed.status
            return self._fetched(
                way,
                "failed",
                code="address_failed",
                reason=failed.reason,
                suggestion=_WAYS.get(failed.status or 0, "Try again later."),
                retry_after_s=failed.retry_after_s,
            )

    def _follow(self, address: str, conditions: Mapping[str, str], way: _Way) -> Answer:
        """The first answer that is no redirect; every hop is checked, allowed and paced like the first."""
        target = read_target(address)
        seen: set[Target] = set()
        # Ten hops, each slow and tried again, would hold a collection up for half an hour.
        latest = self._world.clock() + self._settings.total_s * self._settings.attempts
        while True:
            if self._world.clock() > latest:
                raise Failed("The redirects took too long.", status=way.status)
            if target in seen or len(seen) > _REDIRECTS:
                raise Failed("The address redirects in a circle, or too often.", status=way.status)
            seen.add(target)
            way.final = target.address
            check_target(target, allow_private=self._settings.allow_private)
            delay = self._robots.check(target)
            if delay is not None:
                self._pace.slow_down(target.host, delay)
            answer = self._asking.ask(target, conditions, self._settings.max_bytes)
            way.status = answer.status
            place = answer.headers.get("location")
            if answer.status not in MOVED or not place:
                return answer
            way.for_good = way.for_good and answer.status in _MOVED_FOR_GOOD
            way.moved = True
            target = _next(target, place)

    def _settled(self, way: _Way, answer: Answer, known: Known | None) -> Fetched:
        """The answer as a record; raises Failed where it is no page."""
        moved_to = way.final if way.moved and way.for_good else None
        if answer.status in {404, 410}:
            return self._fetched(
                way,
                "gone",
                code="address_gone",
                reason=f"The server says that the page does not exist (status {answer.status}).",
                suggestion="Check the address, or take it off the list.",
            )
        if answer.status == 304 and known is not None:
            return self._fetched(
                way,
                "unchanged",
                etag=short_header(answer, "etag") or known.etag,
                last_modified=short_header(answer, "last-modified") or known.last_modified,
                permanent_redirect_to=moved_to,
            )
        if answer.status != 200:
            wait = retry_after(answer.headers.get("retry-after"), self._world.now())
            raise Failed(f"The server answered with status {answer.status}.", status=answer.status, retry_after_s=wait)
        return self._fetched(
            way,
            "new",
            content=answer.body,
            content_type=short_header(answer, "content-type"),
            etag=short_header(answer, "etag"),
            last_modified=short_header(answer, "last-modified"),
            permanent_redirect_to=moved_to,
            **(self._cut() if answer.cut else {}),
        )

    def _cut(self) -> dict[str, Any]:
        reason = f"The page is longer than {self._settings.max_bytes:,} bytes; its beginning was read."
        return {"cut": True, "code": "page_cut", "reason": reason, "suggestion": "Give its text as a file."}

    def _fetched(self, way: _Way, outcome: FetchOutcome, **fields: Any) -> Fetched:
        return Fetched(
            address=way.address,
            final_address=way.final,
            outcome=outcome,
            retrieved_at=self._world.now(),
            status=way.status,
            **fields,
        )


def user_agent(contact: str | None) -> str:
    """How we name ourselves to servers: project, version, and whom to write to."""
    return f"{PRODUCT}/{version('rashomon')}" + (f" (+{contact})" if contact else "")


def _conditions(known: Known | None) -> dict[str, str]:
    """The headers of a conditional request (RFC 9110 13.1)."""
    if known is None:
        return {}
    named = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in named.items() if value and value.isprintable() and value.isascii()}


def _next(target: Target, place: str) -> Target:
    """Where a redirect leads; raises Refused where that is no address we ask for."""
    # Headers hold bytes; servers that write addresses with other letters write UTF-8.
    with contextlib.suppress(ValueError):
        place = place.encode("latin-1").decode("utf-8")
    try:
        return read_target(urljoin(target.address, place))
    except ValueError as error:
        raise Refused("The address redirects to one that cannot be read.") from error
