"""Dossiers composed for pages, kept while nothing changed that they depend on."""

from __future__ import annotations

import datetime as dt
import threading
from collections import OrderedDict
from collections.abc import Callable

from rashomon.model.dossier import Dossier
from rashomon.settings import PolicyName

#: What a dossier depends on: the state of what it is made of, the story, the instant, the policy.
Key = tuple[str, str, dt.datetime | None, PolicyName]
#: Dossiers kept at most: some megabytes each for a story of hundreds of reports.
_MOST = 24


class Dossiers:
    """Keeps the dossiers asked for last; two who ask for one at a time wait for one composing."""

    def __init__(self, compose: Callable[[str, dt.datetime | None, PolicyName], Dossier]) -> None:
        self._compose = compose
        self._kept: OrderedDict[Key, Dossier] = OrderedDict()
        self._busy: dict[Key, threading.Lock] = {}
        self._guard = threading.Lock()

    def get(self, state: str, story: str, as_of: dt.datetime | None, policy: PolicyName) -> Dossier:
        """The dossier of a story in this state. Raises NotFoundError, StoreError."""
        key = (state, story, as_of, policy)
        with self._guard:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            busy = self._busy.setdefault(key, threading.Lock())
        try:
            with busy:
                return self._made(key)
        finally:
            with self._guard:
                self._busy.pop(key, None)

    def _made(self, key: Key) -> Dossier:
        with self._guard:
            if key in self._kept:
                return self._kept[key]
        dossier = self._compose(*key[1:])
        with self._guard:
            self._kept[key] = dossier
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return dossier
