"""Invented reports with their claims at hand: what stores are filled with where extraction is not what is measured."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from itertools import islice

from evaluation.simulator import World, invent
from evaluation.simulator.claims import invent_reports

from rashomon import pipeline
from rashomon.adapters.package_data import load_library
from rashomon.language.syntax import Parse
from rashomon.model.claim import ReportClaims
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.project import Linker, add_reports
from rashomon.run import Run
from rashomon.storage import create_store

REPORTS_A_STORY = 10
#: Reports added at a time.
_MANY = 1_000


class Invention:
    """A world's reports in their order, and parts whose extraction looks up what the world says they claim."""

    def __init__(self, reports: int, seed: int, stories: int | None = None) -> None:
        self.library = load_library()
        self._claims: dict[str, ReportClaims] = {}
        self._world = World(seed, stories or max(1, reports // REPORTS_A_STORY), reports)
        self.parts = pipeline.Parts(NoParser(), self.library, self.understood)

    def reports(self) -> Iterator[Report]:
        """Every report once, story by story; its claims are kept until they are asked for."""
        seen: set[str] = set()
        for story in invent(self._world):
            for made in invent_reports(story, self.library):
                if made.report.id not in seen:
                    seen.add(made.report.id)
                    self._claims[made.report.id] = made.claims
                    yield made.report

    def forget(self, reports: Sequence[Report]) -> None:
        """Let go of the claims of reports that are stored."""
        for report in reports:
            self._claims.pop(report.id, None)

    def understood(self, reports: Sequence[Report]) -> list[Outcome[ReportClaims]]:
        """What the world says that these reports claim."""
        return [Outcome(self._claims[r.id]) for r in reports]


def fill(address: str, stories: int, reports: int, seed: int) -> None:
    """A new project of so many reports of so many stories, each at least one."""
    invention = Invention(reports, seed, stories)
    run, linker = Run(time.perf_counter), Linker(invention.library)
    coming = invention.reports()
    with create_store(address) as store:
        while some := list(islice(coming, _MANY)):
            add_reports(store, Outcome(tuple(some)), invention.parts, run, linker=linker)
            invention.forget(some)


class NoParser:
    """Stands where a parser would: an invention is never parsed."""

    def parse_all(self, texts: Sequence[str]) -> list[Parse]:
        """Never called."""
        raise AssertionError(f"an invented report was parsed: {texts[:1]}")

    def parse(self, text: str) -> Parse:
        """Never called."""
        raise AssertionError(f"an invented report was parsed: {text}")
