"""How alike reports are, as the store keeps it: who asks compares no text."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from rashomon.adapters.package_data import grouping_version
from rashomon.grouping import Alike, Compared
from rashomon.model.report import Report
from rashomon.storage import chance_rows, link_rows, node_rows, report_rows
from rashomon.storage.fact_rows import LINKED_BY, find_fact


def are_current(connection: Connection) -> bool:
    """True where this version made the store's links."""
    return find_fact(connection, LINKED_BY) == grouping_version() or report_rows.is_empty(connection)


def kept_alike(connection: Connection, reports: Sequence[Report]) -> Alike | None:
    """What is known of how alike these reports are; null where another version compared them."""
    if not are_current(connection):
        return None
    nodes = node_rows.named_nodes(connection, [r.id for r in reports])
    places = link_rows.places_of(connection, nodes)
    known = Compared(
        frozenset(nodes[seq].id for seq, place in places.items() if place.first == seq),
        frozenset(nodes[seq].id for seq, place in places.items() if place.core),
        {node.id: node.component for node in nodes.values()},
        *chance_rows.chance_pairs(connection, nodes),
    )
    return Alike([nodes[seq].id for seq in sorted(nodes)], *link_rows.copy_pairs(connection, nodes), known)
