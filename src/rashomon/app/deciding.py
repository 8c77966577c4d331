"""Use cases of judgement: the queue, a decision, its undoing, decisions in and out as readable lines."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence

import msgspec

from rashomon.adapters import clock
from rashomon.adapters.files_out import read_bytes
from rashomon.app.parts import open_project, shipped_parts
from rashomon.deciding import newest_on
from rashomon.errors import UsageError
from rashomon.model.attribution import AdmiraltyGrade
from rashomon.model.decision import Correction, Decision, DecisionKind
from rashomon.model.plain import to_plain
from rashomon.project import (
    ReviewItem,
    dossier_at_hand,
    import_decisions,
    kept_story_dossier,
    make_decision,
    review_queue,
    standing_decisions,
    take_decision,
)
from rashomon.project.claim_words import readings_of
from rashomon.project.waiting import waiting_decisions
from rashomon.run import Run
from rashomon.storage import open_store
from rashomon.storage.claim_rows import reports_of_claims
from rashomon.storage.decision_rows import all_decisions
from rashomon.storage.report_rows import find_reports
from rashomon.storage.story_rows import find_story, list_stories


def review(
    address: str, story: str | None = None, *, limit: int | None = None, at_hand: bool = False
) -> list[ReviewItem]:
    """What waits for a person, by consequence: of one story, or of all, that with the newest report first.

    With `at_hand`, what was decided on last is left out, but what follows of it is not looked at: no story is composed
    anew for that.
    """
    run = Run(clock.seconds)
    with open_project(address) as store:
        with store.reading() as connection:
            decisions = standing_decisions(connection)
            found = [find_story(connection, story)] if story else list_stories(connection)
        if story and found == [None]:
            raise UsageError(f"There is no story {story}.", "See `rashomon stories`.")
        items: list[ReviewItem] = []
        for stored in found:
            if stored is not None:
                dossier = dossier_at_hand(store, stored) if at_hand else None
                dossier = dossier or kept_story_dossier(store, stored, shipped_parts(), run)
                items += review_queue(dossier, decisions)
                if limit is not None and story is None and len(items) >= 4 * limit:
                    break
    items.sort(key=lambda item: item.rank)
    return items if limit is None else items[:limit]


def decide(
    address: str,
    kind: DecisionKind,
    targets: Sequence[str],
    *,
    by: str,
    why: str = "",
    correction: Correction | None = None,
    grade: AdmiraltyGrade | None = None,
    seen: str | None = None,
) -> Decision:
    """Take one decision now; `seen` is the newest that its taker could know of (empty: none; null: nobody looked).

    Raises UsageError where it lacks something, NotFoundError for a missing target, ConflictError where a later
    decision than `seen` stands on the same.
    """
    decision = make_decision(kind, targets, by=by, at=clock.now(), why=why, correction=correction, grade=grade)
    with open_project(address) as store:
        return take_decision(store, decision, shipped_parts().library, seen=seen)


def read_correction(given: Mapping[str, object]) -> Correction:
    """The correction of fields given as text. Raises UsageError where one is no number or date."""
    try:
        return msgspec.convert(dict(given), Correction, strict=False)
    except msgspec.ValidationError as error:
        advice = "Give numbers as digits, dates as 2024-11-29."
        raise UsageError(f"The correction cannot be read: {error}.", advice) from error


def newest_decision(address: str, kind: DecisionKind, targets: Sequence[str]) -> Decision | None:
    """The newest standing decision that one of this kind on these targets would replace or contradict, or null."""
    with open_store(address) as store, store.reading() as connection:
        return newest_on(standing_decisions(connection), kind, targets)


def decisions_about(address: str, targets: Collection[str]) -> list[Decision]:
    """The standing decisions on any of these claims, reports, stories or names, in their order."""
    with open_store(address) as store, store.reading() as connection:
        return [d for d in standing_decisions(connection) if any(t in targets for t in d.targets)]


def decisions(address: str) -> list[Decision]:
    """Every decision of a project, undone ones included, in the order in which they were taken."""
    with open_store(address) as store, store.reading() as connection:
        return all_decisions(connection)


def decision_states(address: str) -> dict[str, str]:
    """What became of each decision that does not hold: "undone", "replaced", or "waits" for what it is about."""
    with open_store(address) as store, store.reading() as connection:
        taken = all_decisions(connection)
        holding = {d.id for d in standing_decisions(connection)}
        waiting = waiting_decisions(connection)
    undone = {t for d in taken if d.kind == "undo" for t in d.targets}
    states = {
        d.id: "undone" if d.id in undone else "replaced" for d in taken if d.kind != "undo" and d.id not in holding
    }
    return states | dict.fromkeys(waiting, "waits")


def decision_subjects(address: str) -> dict[str, str]:
    """What decisions are about, by the id that they name: a claim as the machine read it, a report by its title."""
    with open_store(address) as store, store.reading() as connection:
        named = {t for d in all_decisions(connection) for t in d.targets}
        of_claims = reports_of_claims(connection, sorted(named))
        reports = [s.report for s in find_reports(connection, {*named, *of_claims.values()}).values()]
        readings = readings_of(connection, reports, named)
    by_id = {r.id: r for r in reports}
    outlets = {r.id: r.outlet or "unknown outlet" for r in reports}
    found = {c: f"{words} ({outlets[of_claims[c]]})" for c, words in readings.items() if c in of_claims}
    return found | {r: f"{outlets[r]}: {by_id[r].title or 'no title'}" for r in named & by_id.keys()}


def decision_lines(address: str) -> bytes:
    """A project's decisions as JSON Lines, readable and read back by `take_lines`."""
    lines = [json.dumps(to_plain(d), ensure_ascii=False) + "\n" for d in decisions(address)]
    return "".join(lines).encode("utf-8")


def take_lines(address: str, path: str) -> list[Decision]:
    """Take over the decisions of a JSON Lines file; those that were new. Raises UsageError on a bad line."""
    taken: list[Decision] = []
    for number, line in enumerate(read_bytes(path).splitlines(), 1):
        if line.strip():
            try:
                taken.append(msgspec.json.decode(line, type=Decision))
            except msgspec.MsgspecError as error:
                raise UsageError(
                    f"{path}, line {number}, is no decision: {error}.", "Give an export's lines."
                ) from error
    with open_project(address) as store:
        return import_decisions(store, taken, shipped_parts().library)
