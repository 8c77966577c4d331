"""Asking a language model: what it was told, what came back, what an asker is."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.model.record import Record


class Asked(Record, frozen=True, kw_only=True):
    """An answer, or why there is none (`fault`, in a sentence); exactly one of the two is null."""

    text: str | None = None
    fault: str | None = None


#: Asks a model: what it is to do, then the material as data; never raises for what the model or the network does.
Ask = Callable[[str, str], Asked]
