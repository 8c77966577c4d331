"""Invented reports that another process makes meanwhile: what a benchmark of stores adds, without their making."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from itertools import islice
from multiprocessing.connection import Connection
from queue import Queue
from threading import Thread
from types import TracebackType

import msgspec

from benchmarks.invented import Invention, NoParser
from rashomon import pipeline
from rashomon.adapters.package_data import load_library
from rashomon.model.claim import ReportClaims
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report

#: Reports handed over at a time, and how many such lots wait to be taken: the two processes work beside each other.
_MANY, _AHEAD = 250, 16
_Pairs = list[tuple[Report, ReportClaims]]


class Coming:
    """So many reports of a world in their order, and parts whose extraction gives what the world says they claim."""

    def __init__(self, reports: int, seed: int) -> None:
        self.library = load_library()
        self.parts = pipeline.Parts(NoParser(), self.library, self._understood)
        self._claims: dict[str, ReportClaims] = {}
        self._ready: list[Report] = []
        here, there = multiprocessing.Pipe(duplex=False)
        self._pipe = here
        # A new process, not a copy of this one: its memory and its time are not this one's.
        self._maker = multiprocessing.get_context("spawn").Process(target=_make, args=(there, reports, seed))
        self._decoder = msgspec.msgpack.Decoder(_Pairs)
        self._maker.start()
        there.close()
        #: What was handed over; empty bytes stand for the end.
        self._handed: Queue[bytes] = Queue(_AHEAD)
        Thread(target=self._fetch, daemon=True).start()

    def take(self, count: int) -> list[Report]:
        """The next reports, fewer at the end of the world."""
        while len(self._ready) < count:
            handed = self._handed.get()
            if not handed:
                self._handed.put(handed)
                break
            found = self._decoder.decode(handed)
            self._ready += [report for report, _ in found]
            self._claims.update((report.id, claims) for report, claims in found)
        taken, self._ready = self._ready[: max(0, count)], self._ready[max(0, count) :]
        return taken

    def _fetch(self) -> None:
        try:
            while True:
                self._handed.put(self._pipe.recv_bytes())
        except (EOFError, OSError):
            self._handed.put(b"")

    def forget(self, reports: Sequence[Report]) -> None:
        """Let go of the claims of reports that are stored."""
        for report in reports:
            self._claims.pop(report.id, None)

    def _understood(self, reports: Sequence[Report]) -> list[Outcome[ReportClaims]]:
        return [Outcome(self._claims[r.id]) for r in reports]

    def __enter__(self) -> Coming:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._maker.terminate()
        self._maker.join()


def _make(pipe: Connection, reports: int, seed: int) -> None:
    invention = Invention(reports, seed)
    coming = invention.reports()
    encoder = msgspec.msgpack.Encoder()
    while some := list(islice(coming, _MANY)):
        claims = [outcome.value for outcome in invention.understood(some)]
        pipe.send_bytes(encoder.encode(list(zip(some, claims, strict=True))))
        invention.forget(some)
