"""Asking a target at its host's pace, again where that may help."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from rashomon.adapters.fetching.codes import Failed
from rashomon.adapters.fetching.exchange import Answer, Exchange
from rashomon.adapters.fetching.pace import Pace, back_off, retry_after
from rashomon.adapters.fetching.target import Target

#: Answers that may pass (RFC 9110, RFC 6585).
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Asking:
    """Waits for the host's turn, asks, and asks again up to `attempts` times in all.

    A server's Retry-After is honoured; one longer than `longest_wait_s` ends the tries, and until it is over the host
    is not asked for anything.
    """

    exchange: Exchange
    pace: Pace
    random: Random
    now: Callable[[], dt.datetime]
    attempts: int
    longest_wait_s: float

    def ask(self, target: Target, conditions: Mapping[str, str], limit: int) -> Answer:
        """The answer, whatever its status; raises Refused and Failed."""
        held = self.pace.held(target.host)
        if held > self.longest_wait_s:
            raise Failed(f"{target.host} asked to wait.", retry_after_s=held)
        for attempt in range(1, self.attempts + 1):
            self.pace.wait(target.host)
            wait = back_off(attempt, self.random)
            last = attempt == self.attempts
            try:
                answer = self.exchange.ask(target, conditions, limit)
            except Failed as failed:
                if last or not failed.retryable:
                    raise
            else:
                if answer.status not in _PASSING:
                    return answer
                asked = retry_after(answer.headers.get("retry-after"), self.now())
                wait = max(wait, asked or 0.0)
                if last or wait > self.longest_wait_s:
                    self.pace.hold(target.host, asked or 0.0)
                    return answer
            self.pace.hold(target.host, wait)
        raise AssertionError("the last attempt returns or raises")
