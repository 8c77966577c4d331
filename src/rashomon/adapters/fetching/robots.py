"""robots.txt as RFC 9309 wants it read: kept a day, missing means allowed, unreachable means forbidden."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin

from protego import Protego

from rashomon.adapters.fetching.codes import Failed, Refused
from rashomon.adapters.fetching.exchange import MOVED, Answer
from rashomon.adapters.fetching.target import Target, read_target

#: The name that sites address us by.
PRODUCT = "Rashomon"
#: Bytes that are read; the standard asks for 500 KiB at least.
_LONGEST = 512 * 1024
#: Seconds that a site's rules are kept; the standard allows a day.
_KEPT_S = 86_400.0
#: Seconds after which a site whose rules could not be read is asked again.
_KEPT_FAILED_S = 300.0
_REDIRECTS = 5
#: Sites whose rules are kept at a time.
_SITES = 2000


@dataclass(frozen=True, slots=True)
class _Rules:
    until: float
    rules: Protego | None = None
    failed: Failed | None = None


class Robots:
    """What sites allow. `ask` fetches one target up to so many bytes and raises Refused and Failed."""

    def __init__(self, ask: Callable[[Target, int], Answer], clock: Callable[[], float]) -> None:
        self._ask = ask
        self._clock = clock
        self._sites: dict[str, _Rules] = {}
        self._lock = threading.Lock()

    def check(self, target: Target) -> float | None:
        """The seconds that the site wants between requests, or null; raises Refused where it forbids the target.

        Raises Failed where the rules could not be read: until they can, nothing is asked.
        """
        site = self._site(target)
        if site.failed is not None:
            raise Failed(site.failed.reason, status=site.failed.status, retry_after_s=site.failed.retry_after_s)
        if site.rules is None:
            return None
        if not site.rules.can_fetch(target.address, PRODUCT):
            raise Refused(
                f"The robots.txt of {target.host} asks programs not to fetch {target.address}.",
                "Save the page yourself and name the file.",
                code="robots_disallow",
            )
        return site.rules.crawl_delay(PRODUCT)

    def _site(self, target: Target) -> _Rules:
        key = f"{target.scheme}://{target.authority}"
        with self._lock:
            known = self._sites.get(key)
        if known is not None and self._clock() < known.until:
            return known
        found = self._read(read_target(f"{key}/robots.txt"))
        with self._lock:
            self._sites[key] = found
            while len(self._sites) > _SITES:
                del self._sites[next(iter(self._sites))]
        return found

    def _read(self, target: Target) -> _Rules:
        try:
            answer = self._follow(target)
        except Failed as failed:
            return _Rules(self._clock() + _KEPT_FAILED_S, failed=failed)
        # 429 asks us to go away for now; every other 4xx means that there are no rules.
        if answer.status == 429 or answer.status >= 500:
            reason = f"The robots.txt of {target.host} answered with status {answer.status}: nothing is asked for."
            return _Rules(self._clock() + _KEPT_FAILED_S, failed=Failed(reason, status=answer.status))
        return _Rules(self._clock() + _KEPT_S, _parsed(answer) if answer.status == 200 else None)

    def _follow(self, target: Target) -> Answer:
        answer = self._ask(target, _LONGEST)
        for _ in range(_REDIRECTS):
            place = answer.headers.get("location")
            if answer.status not in MOVED or not place:
                break
            try:
                target = read_target(urljoin(target.address, place))
                answer = self._ask(target, _LONGEST)
            except (Refused, ValueError):
                # A redirect to where we may not go is as good as no file.
                return Answer(404, {})
        return answer


def _parsed(answer: Answer) -> Protego:
    """The rules; of a file that was cut, without its last line, since half a path forbids more than the whole."""
    body = answer.body.rpartition(b"\n")[0] if answer.cut else answer.body
    return Protego.parse(body.decode("utf-8-sig", "replace"))
