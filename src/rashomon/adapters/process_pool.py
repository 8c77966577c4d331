"""Extraction on several processes of this machine: the same claims in the same order as in one."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")

#: Reports a worker is handed at a time: enough to hide the hand-over, few enough to share the load evenly.
CHUNK = 8


def map_in_processes(work: Callable[[A], B], items: Sequence[A], jobs: int) -> list[B]:
    """`work` of each item, in order; `work` must be importable by name. With one job, or few items, in this process."""
    if jobs <= 1 or len(items) <= CHUNK:
        return [work(item) for item in items]
    # One thread a worker: the processes are the parallelism.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    with ProcessPoolExecutor(max_workers=jobs, mp_context=get_context("spawn")) as pool:
        return list(pool.map(work, items, chunksize=CHUNK))
