"""Tells open pages that something in the project changed, as server-sent events."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable

import anyio
from anyio import to_thread

#: How often the project is looked at while a page is open, and how often a silent line is kept alive (seconds).
_LOOK, _ALIVE = 1.0, 20.0


class Changes:
    """Watches the project's state for all open pages together."""

    def __init__(self, state: Callable[[], str]) -> None:
        self._state = state
        self._seen: str | None = None
        self._looked = 0.0

    async def events(self) -> AsyncIterator[str]:
        """One event now with the state as it is, and one each time it differs."""
        told: str | None = None
        silent = 0.0
        while True:
            state = await self._now()
            if state != told:
                told, silent = state, 0.0
                yield f"event: change\ndata: {state}\n\n"
            elif silent >= _ALIVE:
                silent = 0.0
                yield ": alive\n\n"
            await anyio.sleep(_LOOK)
            silent += _LOOK

    async def _now(self) -> str:
        now = anyio.current_time()
        if self._seen is None or now - self._looked >= _LOOK:
            self._looked = now
            self._seen = await to_thread.run_sync(self._state)
        return self._seen
