"""How much one request may send, and how often one client may try: refused at the door, before anything is read."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: The largest body of a request, in bytes: a mailbox or a folder's worth of reports.
MOST_BYTES = 32_000_000


class BodyLimit:
    """Refuses bodies that are larger than `most` bytes, whatever length they claim (413)."""

    def __init__(self, app: ASGIApp, most: int = MOST_BYTES) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        claimed = dict(scope["headers"]).get(b"content-length", b"0")
        if not claimed.isdigit() or int(claimed) > self._most:
            await self._refuse(scope, receive, send)
            return
        read = 0

        async def receive_some() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self._most:
                # Whoever reads the body sees its sender gone; nothing of it is kept.
                return {"type": "http.disconnect"}
            return message

        await self._app(scope, receive_some, send)

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        text = f"A request may send {self._most // 1_000_000} MB at most. Add larger files with `rashomon add`."
        await PlainTextResponse(text, 413)(scope, receive, send)


class Attempts:
    """Counts tries by name within a stretch of time; those past `most` are refused until the stretch is over."""

    def __init__(self, most: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._seconds, self._clock = most, seconds, clock
        self._tried: OrderedDict[str, deque[float]] = OrderedDict()

    def allow(self, name: str) -> bool:
        """Whether the name may try once more now; the try is counted."""
        now = self._clock()
        tries = self._tried.setdefault(name, deque())
        self._tried.move_to_end(name)
        while len(self._tried) > 10_000:
            self._tried.popitem(last=False)
        while tries and tries[0] <= now - self._seconds:
            tries.popleft()
        if len(tries) >= self._most:
            return False
        tries.append(now)
        return True
