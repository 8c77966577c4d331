"""A standalone Spark cluster that loses a worker; left out, by name, where PySpark or Java is not installed."""

from __future__ import annotations

import pytest
from benchmarks.cluster import compare, faults_of
from benchmarks.spark_cluster import can_start

pytestmark = [
    pytest.mark.skipif(not can_start(), reason="PySpark is not installed, or Java is not"),
    # PySpark warns of pandas' version and leaves its sockets to the collector.
    pytest.mark.filterwarnings("ignore"),
]


def test_a_lost_worker_a_poisoned_report_and_a_skewed_story_change_no_byte() -> None:
    """Every engine gives the files that this process gives, and names the poisoned report and the damaged lines."""
    runs = dict(compare(reports=60, seed=3, pool=2))
    first = runs["this process"]
    assert first.stories > 3
    assert {name: faults_of(first, found) for name, found in runs.items()} == {name: [] for name in runs}
