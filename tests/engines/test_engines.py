"""Engines: the same bytes from each of them, an end without remains, and progress that counts what is done."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import pytest
from tests.engines.works import DOUBLE, TOUCH, WHO

from rashomon import app
from rashomon.adapters.process_pool import AHEAD, CHUNK, ProcessPool
from rashomon.adapters.spark_engine import SparkCluster, check_program
from rashomon.app.engines import sketch_here
from rashomon.app.parts import shipped_parts
from rashomon.errors import PartError, UsageError
from rashomon.grouping import sketch_of, unpack_sketch, words_of
from rashomon.model.claim import ReportClaims
from rashomon.model.engine import Work
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.pipeline import Parts, understood
from rashomon.run import Run
from rashomon.settings import Settings

T = TypeVar("T")
ROOT = Path(__file__).resolve().parents[2]
REPORTS = ROOT / "examples" / "aleppo-2024" / "reports"


def built(sources: Sequence[str], **choices: Any) -> dict[str, bytes]:
    """The files of a build, a dossier for each story."""
    return dict(app.build(sources, Settings(**choices)).files)


@pytest.fixture(scope="module")
def in_order() -> list[str]:
    """The example's files by name."""
    return sorted(str(path) for path in REPORTS.iterdir())


@pytest.fixture(scope="module")
def here(in_order: list[str]) -> dict[str, bytes]:
    """The example's files as this process builds them."""
    return built(in_order, engine="local", jobs=2)


def test_engines_and_orders_change_no_byte(here: dict[str, bytes], in_order: list[str]) -> None:
    """The example's files are the same from this process and from a pool, in whatever order the reports are given."""
    shuffled = list(in_order)
    random.Random(2).shuffle(shuffled)
    assert len(here) > 20
    assert built(shuffled, engine="processes", jobs=2) == here


class Noting:
    """An engine that does the work here and notes how many items it was given each time."""

    given: ClassVar[list[int]] = []

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs

    def map(self, work: Work[T, T], items: Sequence[T]) -> Iterator[T]:
        """The product of each item."""
        self.given.append(len(items))
        return map(work.do, items)

    def close(self) -> None:
        """Nothing is open."""


def test_extract_add_and_rebuild_take_an_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Extract, add and rebuild hand all reports to the engine that is named, and give what this process gives."""
    text = "Shelling killed {} people in Aleppo on Monday, the governor said."
    records = [{"id": str(n), "published": "2025-05-06", "text": text.format(n + 2)} for n in range(3)]
    lines, store = str(tmp_path / "reports.jsonl"), str(tmp_path / "project.sqlite")
    Path(lines).write_text("".join(json.dumps(r) + "\n" for r in records), "utf-8")
    monkeypatch.setattr("rashomon.app.engines.ProcessPool", Noting)
    pool = Settings(engine="processes", jobs=2)
    assert list(app.extract(lines, pool)) == list(app.extract(lines, Settings()))
    app.init(store)
    app.add(store, [lines], pool)
    monkeypatch.setattr(sys.modules["rashomon.project.rebuild"], "program_version", lambda: "another")
    assert app.rebuild_project(store, pool).anew == 3
    assert Noting.given == [3, 3, 3]


def test_grouping_takes_what_an_engine_made_of_each_report(
    here: dict[str, bytes], in_order: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build on an engine weighs no report and marks no text itself, and its files are the same."""
    for name in ("find_copies.marks_of_text", "group_stories.features_of"):
        module, _, function = name.partition(".")
        monkeypatch.setattr(sys.modules[f"rashomon.grouping.{module}"], function, lambda *_: pytest.fail("made here"))
    monkeypatch.setattr("rashomon.app.engines.ProcessPool", Noting)
    assert built(in_order, engine="processes", jobs=2) == here


@pytest.mark.parametrize("published", [None, "2025-05-06"])
def test_a_packed_sketch_is_the_same(published: str | None) -> None:
    """What a worker packs of a report, dated, undated or without a word, is what grouping would make of it here."""
    library = shipped_parts().library
    for text in ("Shelling killed 14 people in Aleppo on 5 May, the governor Karim Haddad said.", ""):
        record = {"id": "one", "text": text or "...", "published": published}
        report = app.read_records([record]).value[0]
        sketch = sketch_of(report, words_of(report), library)
        assert bool(sketch.features.published) == bool(published)
        assert unpack_sketch(sketch_here(report)) == sketch


def test_a_pool_keeps_its_processes_until_it_is_closed() -> None:
    """Two works after each other are done by the same processes, which are gone once the pool is closed."""
    pool = ProcessPool(2)
    first, second = (set(pool.map(WHO, range(4 * CHUNK))) for _ in range(2))
    assert os.getpid() not in first
    assert len(first | second) <= 2
    pool.close()
    with pytest.raises(ProcessLookupError):
        os.kill(max(first), 0)


def test_an_unknown_engine_is_refused(in_order: list[str]) -> None:
    """A name that is no engine's ends the run with what to give instead."""
    with pytest.raises(UsageError, match="no engine steam"):
        built(in_order, engine="steam")


def test_spark_without_pyspark_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PySpark is not installed, a Spark address ends the run with the words that install it."""
    monkeypatch.setitem(sys.modules, "pyspark.errors", None)
    with pytest.raises(PartError) as raised:
        SparkCluster("spark://127.0.0.1:7077")
    assert "rashomon[spark]" in raised.value.suggestion


def test_another_program_on_a_worker_is_refused() -> None:
    """A worker whose program differs from the asking one's does nothing."""
    with pytest.raises(PartError, match="another version"):
        check_program("0123456789abcdef")


def test_products_keep_the_order_of_their_items() -> None:
    """A pool gives the products in the order of the items, also where the last chunk is a short one."""
    assert list(ProcessPool(2).map(DOUBLE, range(100, 100 + 3 * CHUNK + 1))) == [
        2 * n for n in range(100, 100 + 3 * CHUNK + 1)
    ]


def test_a_worker_that_ends_is_named() -> None:
    """Where a worker process ends by itself, the run ends with a PartError that says so."""
    with pytest.raises(PartError, match="A worker process ended"):
        list(ProcessPool(2).map(DOUBLE, range(3 * CHUNK)))


def test_a_pool_does_not_run_far_ahead(tmp_path: Path) -> None:
    """Only so many chunks are begun before the first product is taken, and closing begins no other."""
    paths = [str(tmp_path / str(n)) for n in range(20 * AHEAD * CHUNK)]
    products = ProcessPool(2).map(TOUCH, paths)
    assert next(products) == paths[0]
    time.sleep(0.3)
    products.close()  # type: ignore[attr-defined]
    assert CHUNK <= len(list(tmp_path.iterdir())) <= 2 * AHEAD * CHUNK


@pytest.mark.skipif(os.name != "posix", reason="signals of a terminal are POSIX")
def test_an_interrupt_ends_every_process_without_a_word_of_the_workers() -> None:
    """Ctrl-C, which a terminal sends to the whole group, ends a pool in seconds; no worker prints a traceback or stays."""
    called = [sys.executable, "-m", "tests.engines.works"]
    path = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    process = subprocess.Popen(
        called, cwd=ROOT, env=os.environ | {"PYTHONPATH": path}, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "first\n"
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)  # ends once no process holds the pipes any more: workers inherit them
    assert (process.returncode, out, err) == (0, "interrupted\n", "")


class Watched:
    """Progress that notes how many results were there at each step."""

    def __init__(self, results: list[Report]) -> None:
        self.results, self.seen = results, list[tuple[int, int]]()

    def stage(self, name: str, seconds: float, issues: int) -> None:
        """Nothing is noted of stages."""

    def track(self, items: Sequence[T], before: int = 0, of: int | None = None) -> Iterator[T]:
        """The items, noting how many were said to be done and how many were."""
        for done, item in enumerate(items):
            self.seen.append((done, len(self.results)))
            yield item


def test_progress_says_done_of_what_is_done() -> None:
    """An engine's report counts as done once its claims are here, not when it was handed out."""
    reports = [Report(id=f"rpt-{n}", text=f"Text {n}.") for n in range(4)]
    results: list[Report] = []

    def extract_all(some: Sequence[Report]) -> Iterator[Outcome[ReportClaims]]:
        for report in some:
            results.append(report)
            yield Outcome(ReportClaims(report=report.id))

    watched = Watched(results)
    parts = Parts(shipped_parts().parser, shipped_parts().library, extract_all)
    assert len(understood(reports, parts, Run(lambda: 0.0, watched))) == 4
    assert watched.seen == [(0, 0), (1, 1), (2, 2), (3, 3)]
