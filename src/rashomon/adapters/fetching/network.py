"""The network that requests go through: connects to checked addresses only, and never past a deadline."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from rashomon.adapters.fetching.guard import Resolve, checked_ips


class GuardedNetwork(httpcore.NetworkBackend):
    """Opens sockets for one request: resolves, judges, and connects to what was judged, all before `deadline`.

    `deadline` is an instant of `clock`, in seconds.
    """

    def __init__(self, resolve: Resolve, *, allow_private: bool, clock: Callable[[], float], deadline: float) -> None:
        self._resolve = resolve
        self._allow_private = allow_private
        self._clock = clock
        self._deadline = deadline
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A stream to the first address of the host that answers.

        Raises Refused where one of them is not public, Failed where there is none, httpcore.ConnectError.
        """
        last: Exception | None = None
        for ip in checked_ips(host, port, self._resolve, allow_private=self._allow_private):
            try:
                wait = _left(self._clock, self._deadline, timeout)
                stream = self._sockets.connect_tcp(str(ip), port, wait, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                last = error
            else:
                return _BoundStream(stream, self._clock, self._deadline)
        raise last or httpcore.ConnectError(host)


class _BoundStream(httpcore.NetworkStream):
    """A stream whose every wait ends at the deadline: a server that sends a byte a second gains nothing by it."""

    def __init__(self, stream: httpcore.NetworkStream, clock: Callable[[], float], deadline: float) -> None:
        self._stream = stream
        self._clock = clock
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._clock, self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._clock, self._deadline, timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        wait = _left(self._clock, self._deadline, timeout)
        stream = self._stream.start_tls(ssl_context, server_hostname, wait)
        return _BoundStream(stream, self._clock, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _left(clock: Callable[[], float], deadline: float, timeout: float | None) -> float:
    left = deadline - clock()
    if left <= 0:
        raise httpcore.ReadTimeout("the time for the whole answer is over")
    return left if timeout is None else min(left, timeout)
