"""A Spark cluster of its own for tests and benchmarks: a master and workers on loopback, gone with the block."""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

#: Seconds until a master listens, and until a worker says that it was taken on.
_BEGIN = 60
_LOOPBACK = "127.0.0.1"
_PACKAGE = "org.apache.spark.deploy"


def can_start() -> bool:
    """Whether PySpark, which brings Spark's own programs, and Java are installed."""
    return importlib.util.find_spec("pyspark") is not None and shutil.which("java") is not None


class Standalone:
    """A running cluster; `address` names its master. Each worker has one core."""

    def __init__(self, folder: Path, port: int) -> None:
        self.address = f"spark://{_LOOPBACK}:{port}"
        self._folder, self._port = folder, port
        self._processes: list[subprocess.Popen[bytes]] = []

    def start(self, workers: int) -> None:
        """Start the master and so many workers; raises TimeoutError where one does not come up."""
        self._begin("master", "master.Master", "--host", _LOOPBACK, "--port", str(self._port), "--webui-port", "0")
        _until(lambda: _listens(self._port), "the master")
        for n in range(workers):
            name = f"worker-{n}"
            self._begin(name, "worker.Worker", "--host", _LOOPBACK, "--cores", "1", "--memory", "1g",
                        "--webui-port", "0", "--work-dir", str(self._folder / name), self.address)  # fmt: skip
            _until(partial(self._says, name, b"Successfully registered"), name)

    def kill_worker(self, number: int) -> None:
        """End a worker, and all that it runs, as a power cut does."""
        self._end(self._processes[1 + number])

    def stop(self) -> None:
        """End whatever still runs."""
        for process in reversed(self._processes):
            self._end(process)

    def _says(self, name: str, words: bytes) -> bool:
        return words in (self._folder / f"{name}.log").read_bytes()

    def _begin(self, name: str, program: str, *args: str) -> None:
        import pyspark

        home = Path(pyspark.__file__).parent
        environment = {
            **os.environ,
            "SPARK_HOME": str(home),
            "SPARK_LOCAL_IP": _LOOPBACK,
            # The executors' Python finds what this one finds, wherever its works are defined.
            "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
        }
        with (self._folder / f"{name}.log").open("wb") as log:
            # An executor is its worker's child: one group, so that they end together.
            self._processes.append(
                subprocess.Popen(
                    [str(home / "bin" / "spark-class"), f"{_PACKAGE}.{program}", *args],
                    env=environment,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                    start_new_session=True,
                )
            )

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextmanager
def standalone(workers: int = 2) -> Iterator[Standalone]:
    """A running cluster for the length of the block."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as name, socket.socket() as free:
        free.bind((_LOOPBACK, 0))
        port = int(free.getsockname()[1])
        free.close()
        cluster = Standalone(Path(name), port)
        try:
            cluster.start(workers)
            yield cluster
        finally:
            cluster.stop()


def _listens(port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex((_LOOPBACK, port)) == 0


def _until(come: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + _BEGIN
    while not come():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what} did not come up within {_BEGIN} s")
        time.sleep(0.2)
