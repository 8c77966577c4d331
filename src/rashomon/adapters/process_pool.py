"""The engine that is several processes of this machine: the same products in the same order as in one."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain
from multiprocessing import get_context
from typing import TypeVar

from rashomon.errors import PartError
from rashomon.model.engine import Work

A = TypeVar("A")
B = TypeVar("B")

#: Small items a worker is handed at a time: enough to hide the hand-over, few enough to share the load evenly.
CHUNK = 8
#: Chunks on their way for each worker: it never waits for the next, and no more than these are in memory twice.
AHEAD = 4


class ProcessPool:
    """So many worker processes, begun when first needed; they stay, with what they have loaded, until `close`."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def map(self, work: Work[A, B], items: Sequence[A]) -> Iterator[B]:
        """The product of each item, in order, as they come. With one job, or few items, in this process.

        Raises PartError where a worker ended by itself. An interrupt, an error or closing the iterator drops what was
        not begun, lets what was begun end, and leaves no process behind.
        """
        size = 1 if work.whole else CHUNK
        chunks = [items[at : at + size] for at in range(0, len(items), size)]
        if self._jobs <= 1 or len(items) <= size:
            return chain.from_iterable(map(work.each, chunks))
        return self._spread(work, chunks)

    def close(self) -> None:
        """Drop what was not begun, let what was begun end, and end the processes; a later `map` begins new ones."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _spread(self, work: Work[A, B], chunks: Sequence[Sequence[A]]) -> Iterator[B]:
        pool = self._begun()
        begun: deque[Future[list[B]]] = deque()
        done = False
        try:
            for chunk in chunks:
                with _interrupts_held():
                    begun.append(pool.submit(_do_each, work.do, work.ahead, chunk))
                if len(begun) >= AHEAD * self._jobs:
                    yield from begun.popleft().result()
            while begun:
                yield from begun.popleft().result()
            done = True
        except BrokenProcessPool as error:
            raise PartError(
                "A worker process ended without an answer.",
                "It may have run out of memory: give fewer --jobs; what was stored before stands.",
            ) from error
        finally:
            if not done:
                self.close()

    def _begun(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # One thread a worker: the processes are the parallelism.
            os.environ.setdefault("OMP_NUM_THREADS", "1")
            self._pool = ProcessPoolExecutor(self._jobs, get_context("spawn"), initializer=_heed_parent_only)
        return self._pool


def _do_each(do: Callable[[A], B], ahead: Callable[[Sequence[A]], None] | None, items: Sequence[A]) -> list[B]:
    # The functions alone travel: of the types of items and products a worker needs nothing.
    return list(Work(do, takes=None, gives=None, ahead=ahead).each(items))


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """An interrupt waits until the end of the block; a worker begun inside it hears none, not even while it starts."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _heed_parent_only() -> None:
    """A terminal's Ctrl-C reaches every process; the parent alone answers it, by handing out nothing more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
