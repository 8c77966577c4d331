"""Every engine on an invented corpus; a standalone Spark cluster loses a worker on the way."""

from __future__ import annotations

from contextlib import closing
from itertools import islice

import pytest
from benchmarks.cluster import compare, faults_of
from benchmarks.spark_cluster import can_start


@pytest.mark.skipif(not can_start(), reason="PySpark is not installed, or Java is not")
# PySpark warns of pandas' version and leaves its sockets to the collector.
@pytest.mark.filterwarnings("ignore")
def test_a_lost_worker_a_poisoned_report_and_a_skewed_story_change_no_byte() -> None:
    """Every engine gives the files that this process gives, and names the poisoned report and the damaged lines; the
    worker is killed while reports are understood.
    """
    runs = dict(compare(reports=60, seed=3, pool=2))
    first = runs["this process"]
    assert first.stories > 3
    assert first.largest > 15
    assert 20 <= (runs["Spark, one of two killed"].killed_at or 0) < 60
    assert {name: faults_of(first, found) for name, found in runs.items()} == {name: [] for name in runs}


def test_claims_that_the_world_gives_go_the_same_way() -> None:
    """With the world's own claims a pool gives the files that this process gives, and the poisoned report is read."""
    with closing(compare(reports=60, seed=3, pool=2, invented=True)) as runs:
        (_, here), (_, pool) = islice(runs, 2)
    assert here.stories > 3
    assert [faults_of(here, found) for found in (here, pool)] == [[], []]
