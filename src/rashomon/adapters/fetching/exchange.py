"""One request to one target, and its answer: no redirect, no second try, no wait."""

from __future__ import annotations

import functools
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import httpcore

from rashomon.adapters.fetching.body import ACCEPTED, read_body
from rashomon.adapters.fetching.codes import Failed
from rashomon.adapters.fetching.guard import Resolve, check_target
from rashomon.adapters.fetching.network import GuardedNetwork
from rashomon.adapters.fetching.target import Target
from rashomon.settings import Fetching

#: Statuses that send on to another address.
MOVED = frozenset({301, 302, 303, 307, 308})
#: A header's value that is kept or sent back is no longer (characters).
_LONGEST_VALUE = 1000


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's answer: headers by lower-case name (the first of each), the body decoded where the status is 200."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Exchange:
    """Sends requests over the guarded network within the time limits of `settings`."""

    settings: Fetching
    agent: str
    resolve: Resolve
    clock: Callable[[], float]

    def ask(self, target: Target, conditions: Mapping[str, str], limit: int) -> Answer:
        """The answer to a GET, its body up to `limit` bytes; raises Refused and Failed."""
        check_target(target, allow_private=self.settings.allow_private)
        network = GuardedNetwork(
            self.resolve,
            allow_private=self.settings.allow_private,
            clock=self.clock,
            deadline=self.clock() + self.settings.total_s,
        )
        headers: dict[bytes | str, bytes | str] = {
            "Host": target.authority, "User-Agent": self.agent, "Accept-Encoding": ACCEPTED,
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "Connection": "close",
        }  # fmt: skip
        headers.update(conditions)
        origin = httpcore.Origin(target.scheme.encode(), target.host.encode(), target.port)
        url = httpcore.URL(scheme=origin.scheme, host=origin.host, port=target.port, target=target.path.encode("ascii"))
        try:
            with (
                httpcore.HTTPConnection(origin, ssl_context=_certificates(), network_backend=network) as connection,
                connection.stream("GET", url, headers=headers, extensions={"timeout": self._timeouts()}) as response,
            ):
                return _answer(response, limit)
        except httpcore.TimeoutException as error:
            raise Failed(f"{target.host} did not answer in time.", retryable=True) from error
        except httpcore.ProtocolError as error:
            raise Failed(f"{target.host} sent an answer that is damaged or ends early.", retryable=True) from error
        except (httpcore.NetworkError, OSError) as error:
            raise _unreachable(target, error) from error

    def _timeouts(self) -> dict[str, float]:
        settings = self.settings
        return {"connect": settings.connect_s, "read": settings.read_s, "write": settings.read_s}


@functools.lru_cache(maxsize=1)
def _certificates() -> ssl.SSLContext:
    return httpcore.default_ssl_context()


def _answer(response: httpcore.Response, limit: int) -> Answer:
    headers: dict[str, str] = {}
    for name, value in response.headers:
        headers.setdefault(name.decode("latin-1").lower(), value.decode("latin-1").strip())
    if response.status != 200:
        return Answer(response.status, headers)
    encoding = headers.get("content-encoding", "")
    body, cut = read_body(response.iter_stream(), encoding, limit)
    return Answer(response.status, headers, body, cut)


def _unreachable(target: Target, error: Exception) -> Failed:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return Failed(f"{target.host} could not prove who it is: {cause.verify_message.rstrip('.')}.")
        cause = cause.__cause__ or cause.__context__
    return Failed(f"{target.host} could not be reached.", retryable=True)


def short_header(answer: Answer, name: str) -> str | None:
    """A header's value where it can be kept and sent back safely: printable, and of ordinary length."""
    value = answer.headers.get(name)
    return value if value and len(value) <= _LONGEST_VALUE and value.isprintable() else None
