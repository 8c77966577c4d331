"""A person's decisions taken: checked, kept, and the stories that they change formed anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from rashomon.deciding import check_decision, newest_on, standing
from rashomon.errors import ConflictError, NotFoundError, UsageError
from rashomon.knowledge.library import Library
from rashomon.model.attribution import AdmiraltyGrade
from rashomon.model.decision import ON_CLAIMS, ON_REPORTS, Correction, Decision, DecisionKind, decision_id
from rashomon.project.regroup import regroup
from rashomon.project.renew_links import check_current
from rashomon.project.settle_claims import settle_claims
from rashomon.storage import (
    Store,
    change_rows,
    claim_rows,
    decision_rows,
    link_rows,
    node_rows,
    report_rows,
    story_rows,
    summary_rows,
)

_ON_EVENTS = ("merge_events", "split_events")


def make_decision(
    kind: DecisionKind,
    targets: Sequence[str],
    *,
    by: str,
    at: dt.datetime,
    why: str = "",
    correction: Correction | None = None,
    grade: AdmiraltyGrade | None = None,
) -> Decision:
    """A decision with its id, not yet checked nor kept."""
    wanted = tuple(targets)
    return Decision(
        id=decision_id(kind, wanted, by, at),
        kind=kind,
        targets=wanted,
        correction=correction,
        grade=grade,
        why=why,
        by=by,
        at=at,
    )


def take_decision(store: Store, decision: Decision, library: Library, *, seen: str | None = None) -> Decision:
    """The decision, kept; stories that it touches are formed anew.

    `seen` is the id of the newest decision of the project that its taker knew of, empty for none; null where nobody
    looked. Raises UsageError where it is incomplete, NotFoundError where it names what the project does not hold,
    ConflictError where a later one than `seen` stands on the same.
    """
    with store.writing() as connection:
        check_current(connection)
        known = decision_rows.all_decisions(connection)
        check_decision(decision)
        _check_targets(connection, decision, known)
        _check_rejected(decision, known)
        _check_seen(decision, known, seen)
        decision_rows.save_decisions(connection, [decision])
        _redo(connection, [decision], [*known, decision], library)
        _note_changed(connection, _undone(decision, known), decision.by)
    return decision


def import_decisions(store: Store, decisions: Sequence[Decision], library: Library) -> list[Decision]:
    """Keep decisions that were taken elsewhere; those that were new. Targets that are not here wait for their claim."""
    with store.writing() as connection:
        check_current(connection)
        known = decision_rows.all_decisions(connection)
        new = decision_rows.save_decisions(connection, decisions)
        _redo(connection, new, [*known, *new], library)
        if new:
            summary_rows.outdate(connection, None)
    return new


def standing_decisions(connection: Connection) -> tuple[Decision, ...]:
    """The project's decisions that hold now."""
    return standing(decision_rows.all_decisions(connection))


def _check_targets(connection: Connection, decision: Decision, known: Iterable[Decision]) -> None:
    if decision.kind == "undo":
        missing = set(decision.targets) - {d.id for d in known}
    elif decision.kind in ON_CLAIMS or decision.kind == "recommend" or decision.kind in _ON_EVENTS:
        missing = set(decision.targets) - set(claim_rows.reports_of_claims(connection, decision.targets))
    elif decision.kind in ON_REPORTS:
        missing = set(decision.targets) - set(report_rows.find_reports(connection, decision.targets))
    elif decision.kind == "review":
        missing = {t for t in decision.targets if story_rows.find_story(connection, t) is None}
    else:
        missing = set()
    if missing:
        where = "decisions" if decision.kind == "undo" else "stories" if decision.kind == "review" else "search"
        raise NotFoundError(f"The project holds no {', '.join(sorted(missing))}.", f"See `rashomon {where}` for ids.")


def _check_rejected(decision: Decision, known: Sequence[Decision]) -> None:
    """A figure that a person rejected answers no question: it cannot be the best one of any."""
    if decision.kind == "recommend":
        against = next((d for d in standing(known) if d.kind == "reject" and d.targets == decision.targets), None)
        if against is not None:
            raise UsageError(f"{decision.targets[0]} was rejected.", f"Undo {against.id} first.")


def _check_seen(decision: Decision, known: Sequence[Decision], seen: str | None) -> None:
    if seen is None:
        return
    order = [d.id for d in sorted(known, key=lambda d: (d.at, d.id))]
    newest = newest_on(standing(known), decision.kind, decision.targets)
    if newest is not None and (seen not in order or order.index(newest.id) > order.index(seen)):
        raise ConflictError(f"{newest.by} decided on this meanwhile.", "Look at that decision first.")


def _redo(connection: Connection, new: Sequence[Decision], known: Sequence[Decision], library: Library) -> None:
    """Make anew what new decisions change: stories of what is decided on reports, else what claims are found by."""
    about = [found for d in new if (found := _undone(d, known)) is not None]
    regrouped = {seq for d in about if d.kind in ON_REPORTS for seq in _touched(connection, d)}
    if regrouped:
        regroup(connection, regrouped, library)
    settled = {seq for d in about if d.kind in ON_CLAIMS for seq in _touched(connection, d)}
    if settled - regrouped:
        # Which reports tell one story does not hang on their claims: a large story stays as it is.
        settle_claims(connection, settled - regrouped, standing(known), library)


def _note_changed(connection: Connection, about: Decision | None, by: str) -> None:
    """Stories that a decision is about changed; one on names, roots or what is not there may bear on every story."""
    reports = set() if about is None else _reports_of(connection, about)
    if about is None or not reports:
        summary_rows.outdate(connection, None)
        return
    seqs = node_rows.named_nodes(connection, reports)
    pages = node_rows.lineage_nodes(connection, {node.lineage for node in seqs.values()})
    stories = {place.story for place in link_rows.places_of(connection, pages).values()}
    summary_rows.outdate(connection, stories)
    change_rows.note_changed(connection, stories, by)


def _undone(decision: Decision, known: Sequence[Decision]) -> Decision | None:
    """What a decision is about in the end: what an undoing (of an undoing ...) undoes; null where it is unknown."""
    while decision.kind == "undo":
        found = next((d for d in known if d.id in decision.targets), None)
        if found is None:
            return None
        decision = found
    return decision


def _touched(connection: Connection, about: Decision) -> set[int]:
    """The reports that a decision is on."""
    return set(node_rows.named_nodes(connection, _reports_of(connection, about)))


def _reports_of(connection: Connection, about: Decision) -> set[str]:
    """The reports that a decision names, itself, by its claims or by a story; none for one on a root or a name."""
    named = {t.replace("story-", "rpt-", 1) for t in about.targets if t.startswith(("rpt-", "story-"))}
    return named | set(claim_rows.reports_of_claims(connection, about.targets).values())
