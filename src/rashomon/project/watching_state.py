"""Where a source stands after a poll: its next instant, its failures, whether it went silent, where it moved."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection

from rashomon.model.fetched import Fetched, Known
from rashomon.model.issue import Issue
from rashomon.model.source import RawSource
from rashomon.model.watched import SourceState, WatchedSource
from rashomon.project import watching_times as times
from rashomon.project.codes import issue
from rashomon.storage import source_rows
from rashomon.storage.issue_rows import save_source_issues
from rashomon.storage.packing import stamp
from rashomon.storage.source_rows import StoredSource


@dataclass(frozen=True, slots=True)
class Poll:
    """What one poll came to: when, the outcome in a word, whether it brought something, why it failed, the issues."""

    at: dt.datetime
    outcome: str
    brought: int = 0
    reason: str = ""
    issues: tuple[Issue, ...] = ()


def validators(fetched: Fetched, before: Known | None) -> Known | None:
    """What to send back next time."""
    if fetched.outcome == "unchanged":
        return before
    has_any = fetched.etag is not None or fetched.last_modified is not None
    return Known(etag=fetched.etag, last_modified=fetched.last_modified) if has_any else None


def brought(fetched: Fetched, address: str, at: dt.datetime) -> RawSource:
    """What an address gave, to be read."""
    return RawSource(
        name=address,
        content=fetched.content,
        learned_at=at,
        address=fetched.final_address,
        content_type=fetched.content_type,
    )


def failure(fetched: Fetched, about: str) -> tuple[Issue, ...]:
    """The issue of an answer that brought nothing, or a page cut at the limit; none where all went well."""
    if fetched.code is None:
        return ()
    return (
        Issue(
            code=fetched.code,
            severity="warning",
            report=about,
            message=fetched.reason,
            suggestion=fetched.suggestion,
        ),
    )


def after_answer(entry: WatchedSource, state: SourceState, poll: Poll, known: Known | None) -> SourceState:
    """Where a source stands that answered as it should."""
    gap = (poll.at - state.last_new).total_seconds() if poll.brought and state.last_new else None
    return msgspec.structs.replace(
        state,
        known=known,
        interval_s=times.next_interval(entry, state.interval_s, brought=poll.brought > 0),
        polls=state.polls + 1,
        failures=0,
        first_poll=state.first_poll or poll.at,
        last_poll=poll.at,
        last_new=poll.at if poll.brought else state.last_new,
        usual_gap_s=times.usual_gap(state.usual_gap_s, gap) if gap is not None else state.usual_gap_s,
        silent=state.silent and not poll.brought,
        outcome=poll.outcome,
        reason=poll.reason,
    )


def after_failure(entry: WatchedSource, state: SourceState, poll: Poll) -> SourceState:
    """Where a source stands that did not."""
    least, _ = times.bounds_of(entry)
    return msgspec.structs.replace(
        state,
        interval_s=state.interval_s or least,
        polls=state.polls + 1,
        failures=state.failures + 1,
        first_poll=state.first_poll or poll.at,
        last_poll=poll.at,
        outcome=poll.outcome,
        reason=poll.reason,
    )


def keep_poll(
    connection: Connection, stored: StoredSource, state: SourceState, poll: Poll, fetched: Fetched, chance: float
) -> tuple[dt.datetime | None, tuple[Issue, ...]]:
    """Keep what a poll came to; when the source is due next (null where it was removed meanwhile), and its issues."""
    now = source_rows.find_source(connection, stored.entry.address)
    active = now is not None and now.active
    issues = list(poll.issues)
    if stored.entry.kind in ("feed", "sitemap") and not state.silent and times.is_silent(state, poll.at):
        state = msgspec.structs.replace(state, silent=True)
        issues.append(_silent(stored.entry, state))
    interval = state.interval_s or times.bounds_of(stored.entry)[0]
    due: dt.datetime | None = None
    if active and state.failures:
        due = times.due_after_failure(poll.at, interval, state.failures, fetched.retry_after_s, chance)
    elif active:
        due = times.due_after(poll.at, interval, chance)
    entry = now.entry if now is not None else stored.entry
    if active and fetched.permanent_redirect_to and fetched.permanent_redirect_to != entry.address:
        entry, active, moved = _move(connection, entry, fetched.permanent_redirect_to)
        issues.append(moved)
    if now is not None:
        kept = StoredSource(entry=entry, state=state, due=due if active else None, active=active)
        source_rows.save_source(connection, kept)
    before = stored.state
    if poll.brought or issues or (poll.outcome, poll.reason) != (before.outcome, before.reason):
        words = poll.reason or "; ".join(i.message for i in issues)
        source_rows.save_poll(connection, stored.entry.address, poll.at, poll.outcome, poll.brought, words)
    save_source_issues(connection, issues, stamp(poll.at))
    return (due if active else None), tuple(issues)


def _silent(entry: WatchedSource, state: SourceState) -> Issue:
    name = entry.outlet or entry.address
    since = f"since {state.last_new:%Y-%m-%d %H:%M} UTC" if state.last_new else "since it is watched"
    usual = f"; it usually takes {_span(state.usual_gap_s)}" if state.usual_gap_s else ""
    return issue(
        "source_silent",
        "warning",
        entry.address,
        f"{name} has brought nothing new {since}{usual}.",
        "Look whether its address changed or it went out of service.",
    )


def _span(seconds: float) -> str:
    """A span of time in words, rounded."""
    for size, word in ((times.DAY, "day"), (times.HOUR, "hour"), (times.MINUTE, "minute")):
        if seconds >= size:
            count = round(seconds / size)
            return f"{count} {word}{'' if count == 1 else 's'}"
    return "less than a minute"


def _move(connection: Connection, entry: WatchedSource, address: str) -> tuple[WatchedSource, bool, Issue]:
    """The entry under its new address, whether it is watched itself, and the note of it."""
    message = f"{entry.address} moved for good to {address}."
    there = source_rows.find_source(connection, address)
    if there is not None and there.active:
        note = issue("source_moved", "note", entry.address, f"{message} It is on the list.", "Drop the old one.")
        return entry, False, note
    source_rows.delete_source(connection, entry.address)
    moved = msgspec.structs.replace(entry, address=address, was=(*entry.was, entry.address))
    note = issue("source_moved", "note", entry.address, message, "Write the new address into your list of sources.")
    return moved, True, note
