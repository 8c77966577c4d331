"""The Spark engine, on a master inside this machine; left out, by name, where PySpark or Java is not installed."""

from __future__ import annotations

import importlib.util
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.engines.works import DOUBLE, LENGTH

from rashomon import app
from rashomon.settings import Settings

if TYPE_CHECKING:
    from rashomon.adapters.spark_engine import SparkCluster

pytestmark = [
    pytest.mark.skipif(
        importlib.util.find_spec("pyspark") is None or shutil.which("java") is None,
        reason="PySpark is not installed, or Java is not",
    ),
    # PySpark warns of pandas' version and leaves its sockets to the collector.
    pytest.mark.filterwarnings("ignore"),
]
REPORTS = Path(__file__).resolve().parents[2] / "examples" / "aleppo-2024" / "reports"


@pytest.fixture
def cluster() -> Iterator[SparkCluster]:
    """A master with two threads."""
    from rashomon.adapters.spark_engine import SparkCluster

    made = SparkCluster("local[2]")
    yield made
    made.close()


def test_products_come_in_the_order_of_their_items(cluster: SparkCluster) -> None:
    """More items than one window holds give their products in order."""
    assert list(cluster.map(DOUBLE, range(100, 1_100))) == [2 * n for n in range(100, 1_100)]


def test_a_large_item_arrives_whole(cluster: SparkCluster) -> None:
    """Whole items of very different size, one of several pieces, are each handed out in one piece."""
    assert list(cluster.map(LENGTH, ["a", "b" * 20_000_001, "", "cc"])) == [1, 20_000_001, 0, 2]


def test_a_cluster_changes_no_byte() -> None:
    """The example's files are the same from Spark as from this process, in another order of the reports."""
    paths = sorted(str(path) for path in REPORTS.iterdir())
    here = app.build(paths, Settings(engine="local"))
    random.Random(5).shuffle(paths)
    there = app.build(paths, Settings(engine="local[2]"))
    assert dict(there.files) == dict(here.files)
    assert set(there.issues) == set(here.issues)
