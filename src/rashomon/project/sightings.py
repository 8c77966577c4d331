"""When the versions of a page were seen: which of them came back, and from when each counts by that."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection

from rashomon.model.report import Report
from rashomon.storage import report_rows
from rashomon.storage.retrieval_rows import sightings
from rashomon.timeframe import Comebacks, latest_instants


def comebacks(connection: Connection, reports: Sequence[Report]) -> Comebacks:
    """The instants at which a version stood at its page again after another one; `reports` hold whole lineages."""
    many = Counter(r.lineage for r in reports)
    lineages = {r.id: r.lineage for r in reports if many[r.lineage] > 1}
    last: dict[str, str] = {}
    seen: set[str] = set()
    found: dict[str, list[dt.datetime]] = defaultdict(list)
    for sighting in sightings(connection, lineages):
        before = last.get(lineages[sighting.report])
        if sighting.report in seen and before != sighting.report:
            found[sighting.report].append(sighting.at)
        last[lineages[sighting.report]] = sighting.report
        seen.add(sighting.report)
    return found


def count_lineage(connection: Connection, lineage: str) -> None:
    """Keep from when each version of a page counts."""
    versions = report_rows.lineage_reports(connection, lineage)
    for report_id, instant in latest_instants(versions, comebacks(connection, versions)).items():
        report_rows.set_counting(connection, report_id, instant)
