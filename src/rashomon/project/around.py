"""What a story's dossiers are made of at whatever instant: read once, and kept while nothing in it changes.

From one instant of a story to the next the reports that count are nearly the same. Whoever holds a store open has them,
their claims and how alike they are at hand; what is worked out of one report alone finds the very same record again.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine

from rashomon.grouping import Alike
from rashomon.model.report import Report
from rashomon.project.kept_alike import are_current, kept_alike
from rashomon.project.kept_claims import KeptClaims
from rashomon.project.sightings import comebacks
from rashomon.storage import Store, node_rows, report_rows
from rashomon.storage.packing import hash_of
from rashomon.storage.retrieval_rows import sightings
from rashomon.timeframe import Comebacks

#: So many stories are kept of a store.
_MOST = 4
_kept: WeakKeyDictionary[Engine, OrderedDict[str, Around]] = WeakKeyDictionary()
_guard = threading.Lock()


@dataclass(frozen=True, slots=True)
class Around:
    """Reports that could share a story at any instant, when they came back, how alike every two are (null where another
    version of the program compared them), and their claims.
    """

    reports: tuple[Report, ...]
    back: Comebacks
    alike: Alike | None
    claims: KeptClaims = field(default_factory=KeptClaims)


def around_of(connection: Connection, reports: Sequence[Report]) -> Around:
    """What dossiers of these reports are made of."""
    return Around(tuple(reports), comebacks(connection, reports), kept_alike(connection, reports))


def around_numbers(store: Store, connection: Connection, numbers: Iterable[int]) -> Around:
    """What dossiers of the reports of these numbers are made of; at hand where the same ones were asked for before."""
    nodes = node_rows.find_nodes(connection, numbers)
    reports = [(n.seq, n.content_hash) for n in nodes.values()]
    seen = [(s.report, s.at.isoformat()) for s in sightings(connection, [n.id for n in nodes.values()])]
    key = hash_of([sorted(reports), seen, are_current(connection)])
    with _guard:
        of_store = _kept.setdefault(store.engine, OrderedDict())
        known = of_store.get(key)
        if known is not None:
            of_store.move_to_end(key)
            return known
    found = around_of(connection, [s.report for s in report_rows.reports_at(connection, nodes)])
    with _guard:
        found = of_store.setdefault(key, found)
        while len(of_store) > _MOST:
            of_store.popitem(last=False)
    return found
