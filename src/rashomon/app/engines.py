"""Which engine runs the works that go report by report and story by story, and these works themselves."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager

from rashomon.adapters import clock
from rashomon.adapters.process_pool import ProcessPool
from rashomon.adapters.spark_engine import SparkCluster, is_spark_address
from rashomon.app.parts import shipped_parts
from rashomon.errors import UsageError
from rashomon.model.claim import ReportClaims
from rashomon.model.dossier import Dossier
from rashomon.model.engine import Engine, Work
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.model.story_work import StoryWork
from rashomon.run import Run
from rashomon.settings import Settings
from rashomon.understanding import Parts, read_ahead, understood_one


def understand_here(report: Report) -> Outcome[ReportClaims]:
    """One report's claims with this process's own parts: what a worker runs."""
    parts = shipped_parts()
    return understood_one(report, parts.parser, parts.library)


def read_ahead_here(reports: Sequence[Report]) -> None:
    """The sentences of several reports parsed together with this process's own parser: what a worker runs before."""
    parts = shipped_parts()
    read_ahead(reports, parts.parser, parts.library)


def sketch_here(report: Report) -> bytes:
    """What tells how alike a report is to others, packed, with this process's own lexicons: what a worker runs."""
    # A worker that only understands reports loads nothing that groups them.
    from rashomon.grouping import pack_sketch, sketch_of, words_of

    return pack_sketch(sketch_of(report, words_of(report), shipped_parts().library))


def tell_here(work: StoryWork) -> Outcome[Dossier]:
    """One story's dossier with this process's own parts: what a worker runs."""
    # A worker that only understands reports loads nothing that tells stories.
    from rashomon import pipeline

    return pipeline.tell_one(work, shipped_parts().library, Run(clock.seconds))


UNDERSTAND = Work(understand_here, takes=Report, gives=Outcome[ReportClaims], ahead=read_ahead_here)
SKETCH = Work(sketch_here, takes=Report, gives=bytes)
TELL = Work(tell_here, takes=StoryWork, gives=Outcome[Dossier], whole=True)


def parts_on(engine: Engine) -> Parts:
    """The shipped parts, with reports understood and sketched and stories told on an engine."""
    parts = shipped_parts()
    return dataclasses.replace(
        parts,
        extract_all=lambda reports: engine.map(UNDERSTAND, reports),
        tell_all=lambda works: engine.map(TELL, works),
        sketch_all=lambda reports: engine.map(SKETCH, reports),
    )


@contextmanager
def running(settings: Settings) -> Iterator[Parts]:
    """The parts on the engine of the settings; what it holds open ends with the block. Raises UsageError."""
    engine = _engine(settings)
    if engine is None:
        yield shipped_parts()
        return
    with closing(engine):
        yield parts_on(engine)


def _engine(settings: Settings) -> ProcessPool | SparkCluster | None:
    """What runs beside this process; null where nothing does."""
    if settings.engine == "local":
        return None
    if settings.engine in ("processes", None):
        jobs = settings.jobs if settings.jobs > 1 or settings.engine is None else os.cpu_count() or 1
        return ProcessPool(jobs) if jobs > 1 else None
    if is_spark_address(settings.engine):
        return SparkCluster(settings.engine)
    raise UsageError(f"There is no engine {settings.engine}.", "Give local, processes or spark://HOST:PORT.")
