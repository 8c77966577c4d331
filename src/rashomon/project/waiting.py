"""Decisions whose claim, report or story is not in the project: they are kept, and wait for it."""

from __future__ import annotations

from sqlalchemy import Connection

from rashomon.deciding import standing
from rashomon.storage import claim_rows, decision_rows, report_rows, story_rows


def waiting_decisions(connection: Connection) -> tuple[str, ...]:
    """The ids of the standing decisions that name what is not there, in the order in which they were taken."""
    return tuple(
        d.id
        for d in standing(decision_rows.all_decisions(connection))
        if any(_is_missing(connection, target) for target in d.targets)
    )


def _is_missing(connection: Connection, target: str) -> bool:
    """True for an id of nothing that is there; names of roots and persons are never missing."""
    if target.startswith("rpt-"):
        return not report_rows.known_ids(connection, [target])
    if target.startswith("story-"):
        return story_rows.find_story(connection, target) is None
    if target.startswith(_CLAIMS):
        return not claim_rows.reports_of_claims(connection, [target])
    return False


_CLAIMS = ("fig-", "evt-", "stm-", "rsp-", "rel-", "ctl-")
