"""Which engine runs the two works that go report by report and story by story, and these works themselves."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator
from contextlib import contextmanager

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
from rashomon.understanding import Parts, understood_one


def understand_here(report: Report) -> Outcome[ReportClaims]:
    """One report's claims with this process's own parts: what a worker runs."""
    parts = shipped_parts()
    return understood_one(report, parts.parser, parts.library)


def tell_here(work: StoryWork) -> Outcome[Dossier]:
    """One story's dossier with this process's own parts: what a worker runs."""
    # A worker that only understands reports loads nothing that tells stories.
    from rashomon import pipeline

    return pipeline.tell_one(work, shipped_parts().library, Run(clock.seconds))


UNDERSTAND = Work(understand_here, takes=Report, gives=Outcome[ReportClaims])
TELL = Work(tell_here, takes=StoryWork, gives=Outcome[Dossier], whole=True)


def parts_on(engine: Engine) -> Parts:
    """The shipped parts, with reports understood and stories told on an engine."""
    parts = shipped_parts()
    return dataclasses.replace(
        parts,
        extract_all=lambda reports: engine.map(UNDERSTAND, reports),
        tell_all=lambda works: engine.map(TELL, works),
    )


def chosen_parts(jobs: int) -> Parts:
    """The shipped parts, on so many worker processes; in this one for 1."""
    return parts_on(ProcessPool(jobs)) if jobs > 1 else shipped_parts()


@contextmanager
def running(settings: Settings) -> Iterator[Parts]:
    """The parts on the engine of the settings; what it holds open ends with the block. Raises UsageError."""
    if settings.engine == "local":
        yield shipped_parts()
    elif settings.engine == "processes":
        yield chosen_parts(settings.jobs if settings.jobs > 1 else os.cpu_count() or 1)
    elif settings.engine is None:
        yield chosen_parts(settings.jobs)
    elif is_spark_address(settings.engine):
        cluster = SparkCluster(settings.engine)
        try:
            yield parts_on(cluster)
        finally:
            cluster.close()
    else:
        raise UsageError(f"There is no engine {settings.engine}.", "Give local, processes or spark://HOST:PORT.")
