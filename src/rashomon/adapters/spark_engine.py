"""The engine that is an Apache Spark cluster: small items by `mapInArrow`, whole stories by a grouped map.

Items travel as msgpack in a binary column with their position; what comes back is put in the order of the positions,
so that neither the number of workers nor which of them were lost and replaced changes a product.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

import msgspec

from rashomon.adapters.package_data import program_version
from rashomon.errors import PartError
from rashomon.model.engine import Work

A = TypeVar("A")
B = TypeVar("B")

#: Small items that one task is handed, and how many tasks a core gets of one window: later ones even out slow ones.
_TASK, _TASKS = 25, 8
#: A whole item travels in pieces of so many bytes; a window of whole items holds about so many.
_PIECE, _WINDOW = 8_000_000, 64_000_000
_ANSWER = "position bigint, product binary"
#: The words of the exception itself, at the end of a worker's traceback.
_RAISED = re.compile(r"^(?:\w+\.)*\w*(?:Error|Exception)\b: .*$", re.MULTILINE)


def is_spark_address(address: str) -> bool:
    """Whether it names a Spark master: `spark://HOST:PORT`, or `local[N]` for one in this machine with N threads."""
    return bool(re.fullmatch(r"spark://[^\s/]+:\d+|local\[(\d+|\*)\]", address))


class SparkCluster:
    """A session on a master, begun at once and ended by `close`.

    Every worker needs this very program: it is compared by its hash. The parser and the lexicons are loaded once a
    worker process, which Spark keeps from task to task. Raises PartError where PySpark, Java or the master is missing.
    """

    def __init__(self, master: str) -> None:
        try:
            import pyarrow
            import pyspark.errors
            from py4j.protocol import Py4JError
            from pyspark.sql import SparkSession
        except ImportError as error:
            raise PartError("The Spark engine needs PySpark.", "Install it: pip install 'rashomon[spark]'.") from error
        self._pa = pyarrow
        self._faults = (pyspark.errors.PySparkException, Py4JError)
        # The workers' Python is the driver's unless said otherwise, as where all run on one machine.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        settings = {
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
            "spark.log.level": "ERROR",
            # Small partitions would be put together, and one core tell all stories.
            "spark.sql.adaptive.enabled": "false",
            "spark.sql.execution.arrow.maxRecordsPerBatch": str(_TASK),
            "spark.rpc.message.maxSize": "512",
        }
        builder = SparkSession.builder.master(master).appName("rashomon")
        for key, value in settings.items():
            builder = builder.config(key, value)
        try:
            self._session = builder.getOrCreate()
            self._cores = max(1, self._session.sparkContext.defaultParallelism)
        except self._faults as error:
            raise PartError(
                f"Spark could not be begun at {master}: {_reason(error)}",
                "Spark needs Java 17 or later, and the master must run at that address.",
            ) from error

    def map(self, work: Work[A, B], items: Sequence[A]) -> Iterator[B]:
        """The product of each item, in order, a window of them at a time. Raises PartError where Spark gives up."""
        for window in self._windows(work, items):
            try:
                rows = self._told(work, window) if work.whole else self._mapped(work, window)
            except self._faults as error:
                raise PartError(
                    f"The Spark cluster gave up: {_reason(error)}", "The logs of its workers say more."
                ) from error
            for _, product in sorted(rows):
                yield msgspec.msgpack.decode(product, type=work.gives)

    def close(self) -> None:
        """End the session; the cluster's workers are free."""
        self._session.stop()

    def _windows(self, work: Work[A, B], items: Sequence[A]) -> Iterator[list[bytes]]:
        """The items as bytes: as many at a time as keep every core at work, and whole ones as memory allows."""
        most = self._cores * _TASKS * (1 if work.whole else _TASK)
        window: list[bytes] = []
        size = 0
        for item in items:
            data = msgspec.msgpack.encode(item)
            if window and (len(window) >= most or size + len(data) > _WINDOW):
                yield window
                window, size = [], 0
            window.append(data)
            size += len(data)
        if window:
            yield window

    def _mapped(self, work: Work[A, B], window: list[bytes]) -> list[tuple[int, bytes]]:
        pa = self._pa
        table = pa.table({"position": pa.array(range(len(window)), pa.int64()), "item": pa.array(window, pa.binary())})
        tasks = min(-(-len(window) // _TASK), self._cores * _TASKS)
        frame = self._session.createDataFrame(table).repartition(max(tasks, min(self._cores, len(window))))
        return _rows(frame.mapInArrow(_by_batches(work, program_version()), _ANSWER))

    def _told(self, work: Work[A, B], window: list[bytes]) -> list[tuple[int, bytes]]:
        pa = self._pa
        pieces = [
            (position, part, data[start : start + _PIECE])
            for position, data in enumerate(window)
            for part, start in enumerate(range(0, len(data), _PIECE))
        ]
        positions, parts, contents = zip(*pieces, strict=True)
        table = pa.table(
            {
                "position": pa.array(positions, pa.int64()),
                "part": pa.array(parts, pa.int64()),
                "item": pa.array(contents, pa.binary()),
            }
        )
        frame = self._session.createDataFrame(table).repartition(min(len(window), self._cores * _TASKS), "position")
        return _rows(frame.groupBy("position").applyInArrow(_by_groups(work, program_version()), _ANSWER))


def _rows(frame: Any) -> list[tuple[int, bytes]]:
    answer = frame.toArrow()
    return list(zip(answer.column("position").to_pylist(), answer.column("product").to_pylist(), strict=True))


def _by_batches(work: Work[A, B], version: str) -> Callable[[Iterable[Any]], Iterable[Any]]:
    """What a worker does to record batches of items. It travels by value; all that it names, by name."""

    def each(batches: Iterable[Any]) -> Iterable[Any]:
        import pyarrow as pa

        check_program(version)
        for batch in batches:
            products = done(work, batch.column("item").to_pylist())
            yield pa.record_batch([batch.column("position"), pa.array(products, pa.binary())], ["position", "product"])

    return each


def _by_groups(work: Work[A, B], version: str) -> Callable[[Any], Any]:
    """What a worker does to the pieces of one whole item."""

    def each(table: Any) -> Any:
        import pyarrow as pa

        check_program(version)
        pieces = sorted(zip(table.column("part").to_pylist(), table.column("item").to_pylist(), strict=True))
        (product,) = done(work, [b"".join(piece for _, piece in pieces)])
        position = table.column("position")[0].as_py()
        return pa.table({"position": pa.array([position], pa.int64()), "product": pa.array([product], pa.binary())})

    return each


def done(work: Work[A, B], items: Sequence[bytes]) -> list[bytes]:
    """The product's bytes of the bytes of each item."""
    read = [msgspec.msgpack.decode(data, type=work.takes) for data in items]
    return [msgspec.msgpack.encode(product) for product in work.each(read)]


def check_program(version: str) -> None:
    """Raises PartError where this worker runs another program than the one that asks: its claims would differ."""
    if program_version() != version:
        raise PartError("A Spark worker has another version of Rashomon than the program that asks it.")


def _reason(error: Exception) -> str:
    """One line: what a worker raised, or the first line of what Spark says."""
    raised = _RAISED.findall(str(error))
    return raised[-1] if raised else str(error).strip().partition("\n")[0]
