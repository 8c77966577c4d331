"""Use cases of decisions that need two persons: one proposes, another one confirms; both stand in the audit log."""

from __future__ import annotations

import msgspec

from rashomon.adapters import clock
from rashomon.app.deciding import decide
from rashomon.deciding import can_harm, check_decision
from rashomon.errors import NotFoundError, UsageError
from rashomon.model.account import AuditLine
from rashomon.model.decision import Decision, DecisionKind
from rashomon.project import make_decision
from rashomon.storage import account_rows, open_store

#: What the audit log calls the steps of a proposal; its line holds the whole decision, the later ones its id.
PROPOSED, CONFIRMED, DECLINED = "proposed", "confirmed", "declined"


def needs_second(kind: DecisionKind, targets: tuple[str, ...]) -> bool:
    """Whether a decision can harm a person, so that where accounts exist one person alone does not take it."""
    return can_harm(kind, targets)


def propose(address: str, kind: DecisionKind, targets: tuple[str, ...], *, by: str, why: str) -> Decision:
    """Keep a decision that another account must confirm; it changes nothing yet. Proposed again it is the same one.

    Raises UsageError where it lacks something, or another person proposed the same.
    """
    same = next((p for p in proposals(address) if (p.kind, p.targets) == (kind, targets)), None)
    if same is not None and same.by == by:
        return same
    if same is not None:
        raise UsageError(f"{same.by} proposed this already.", "Confirm it where it waits for a second person.")
    proposal = make_decision(kind, targets, by=by, at=clock.now(), why=why)
    check_decision(proposal)
    _note(address, by, PROPOSED, msgspec.json.encode(proposal).decode())
    return proposal


def proposals(address: str) -> list[Decision]:
    """What waits for a second person, the oldest first."""
    with open_store(address) as store, store.reading() as connection:
        lines = account_rows.audit_of(connection, (PROPOSED, CONFIRMED, DECLINED))
    settled = {line.target for line in lines if line.action != PROPOSED}
    proposed = [msgspec.json.decode(line.target, type=Decision) for line in lines if line.action == PROPOSED]
    return [p for p in proposed if p.id not in settled]


def confirm(address: str, proposal: str, *, by: str, seen: str | None = None) -> Decision:
    """Take a proposed decision, which then stands under both names.

    Raises UsageError where the same person proposed it, NotFoundError where nothing waits, ConflictError as `decide`.
    """
    found = _waiting(address, proposal)
    if found.by == by:
        raise UsageError("You proposed this yourself.", "Another person must confirm it.")
    taken = decide(address, found.kind, found.targets, by=f"{found.by} and {by}", why=found.why, seen=seen)
    _note(address, by, CONFIRMED, proposal)
    return taken


def decline(address: str, proposal: str, *, by: str) -> None:
    """Take a proposal off the list: its own proposer does not want it any more, or another person is against it."""
    _note(address, by, DECLINED, _waiting(address, proposal).id)


def _waiting(address: str, proposal: str) -> Decision:
    found = next((p for p in proposals(address) if p.id == proposal), None)
    if found is None:
        raise NotFoundError("Nothing of that kind waits any more.", "Go back to the queue.")
    return found


def _note(address: str, account: str, action: str, target: str) -> None:
    line = AuditLine(at=clock.now(), account=account, action=action, target=target)
    with open_store(address) as store, store.writing() as connection:
        account_rows.note_action(connection, line)
