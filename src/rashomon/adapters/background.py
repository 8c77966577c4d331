"""Work done beside the rest: one thread for each piece, which does not outlive the program."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


def begin(work: Callable[[], T]) -> Future[T]:
    """What the work will give, begun now. A program that ends does not wait for it: no stalled server holds it up."""
    promise: Future[T] = Future()

    def run() -> None:
        try:
            found = work()
        except BaseException as error:  # noqa: BLE001 - whoever asks for the result gets it
            promise.set_exception(error)
        else:
            promise.set_result(found)

    threading.Thread(target=run, daemon=True).start()
    return promise
