"""How the points of one history follow each other, each relation with its reason in plain words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import combinations

from rashomon.model.assessment import FigureRelation, FigureRelationType
from rashomon.reconciliation.fitting import TWO
from rashomon.reconciliation.histories import RISING, History, Point, follows, is_higher
from rashomon.reconciliation.questions import Asking
from rashomon.reconciliation.scopes import is_own, match_scopes
from rashomon.reconciliation.sighting_order import is_later
from rashomon.reconciliation.sightings import Sighting, folded
from rashomon.reconciliation.wording import (
    counted_in,
    day,
    is_of_report,
    of_figure,
    outlet,
    said,
    source,
    start,
    told_on,
)

#: In a history of so many points at most each is related to every later one, else to the next and the last.
_SHORT_HISTORY = 5
#: An outlet's own numbers of one day further apart are of two things.
_FAR_TIMES = 3.0


def relation(kind: FigureRelationType, a: Sighting, b: Sighting, reason: str) -> FigureRelation:
    """A relation from one claim to another."""
    return FigureRelation(type=kind, from_claim=a.id, to_claim=b.id, reason=reason)


def relate_within(history: History, asking: Asking) -> Iterator[FigureRelation]:
    """Repetitions inside each point, and how each point follows the one before."""
    for point in history.points:
        for other in point.others:
            told_twice = other.report.id != point.first.report.id or asking.is_told_twice(other, point.first)
            if told_twice and not _are_vague_words(other, point.first):
                yield relation("duplicate", other, point.first, _why_same(other, point.first))
        for other in point.carried:
            yield relation("carried over", other, point.first, _why_carried(other, point.first))
        if point.corrected_by is not None and not any(point.superseded_by is p for p in history.points):
            yield relation(
                "revision", point.corrected_by, point.first, _why_taken_back(point.first, point.corrected_by)
            )
    for i, j in combinations(range(len(history.points)), 2):
        if history.points[i].corrected_by is not None and history.points[i].superseded_by is not history.points[j]:
            continue
        if history.points[j].corrected_by is not None:
            # What was taken back never replaced anything.
            continue
        if j == i + 1 or len(history.points) <= _SHORT_HISTORY or j == len(history.points) - 1:
            before, after = history.points[i], history.points[j]
            again = asking.same_number(before.first, after.first) and "vague" in (
                before.first.figure.qualifier,
                after.first.figure.qualifier,
            )
            # A vague word said again reaffirms nothing, nor does it follow a number of its own report.
            again = (
                again or _are_things(before.first, after.first) or asking.stand_side_by_side(before.first, after.first)
            )
            again = again or any(asking.has_number_beside(p.first) for p in (before, after))
            again = again or _are_two_of_an_outlet(before.first, after.first, asking)
            again = again or _is_word_unordered(before, after)
            if before.corrected_by is not None or (not again and asking.fit(before.first, after.first) > TWO):
                yield _step(before, after, asking)


def _why_taken_back(wrong: Sighting, right: Sighting) -> str:
    return f"{start(outlet(right))} took back {said(wrong)} {counted_in(wrong)} and gives {said(right)} instead."


def _are_vague_words(a: Sighting, b: Sighting) -> bool:
    """True for "dozens" and "dozens" in one report: a vague word said twice may well be of two things."""
    return a.report.id == b.report.id and a.figure.qualifier == b.figure.qualifier == "vague"


def _is_word_unordered(before: Point, after: Point) -> bool:
    """True for a vague word beside a number that nothing puts before or behind it: "hundreds" and 2,900 are no pair."""
    words = {before.first.figure.qualifier == "vague", after.first.figure.qualifier == "vague"}
    return len(words) == 2 and before.superseded_by is None and before.corrected_by is None


def _are_things(a: Sighting, b: Sighting) -> bool:
    """True for two numbers of things on one day: missiles fired and missiles that hit are no count that rose."""
    return a.figure.measure.startswith("other:") and a.figure.unit == "other" and not (is_later(a, b) or is_later(b, a))


def _are_two_of_an_outlet(a: Sighting, b: Sighting, asking: Asking) -> bool:
    """True for two numbers of one day in an outlet's own voice that lie far apart: they are no count that rose."""
    one, other = asking.meant[a.id].stated, asking.meant[b.id].stated
    if a.root is not None or a.earlier or b.earlier or is_later(b, a) or one is None or other is None:
        return False
    return "vague" not in (a.figure.qualifier, b.figure.qualifier) and max(one, other) > _FAR_TIMES * min(one, other)


def _why_same(a: Sighting, b: Sighting) -> str:
    if a.report.id == b.report.id:
        return why_told_twice(a, b)
    if a.root is None and b.root is not None:
        return why_probably_same(a, b)
    numbers = both_numbers(a, b)
    if a.root is None and a.report.agency and folded(outlet(a)) != folded(outlet(b)):
        return f"Both credit {a.report.agency} and name nobody else: {numbers}."
    return f"Both give the same count by {source(b)}: {numbers}."


def both_numbers(a: Sighting, b: Sighting) -> str:
    """Two wordings of one number, with what sets them apart: the hedge, or that one is rounded."""
    numbers = said(a) if said(a) == said(b) else f"{said(a)} and {said(b)}"
    if {a.figure.qualifier, b.figure.qualifier} - {"vague"} and "vague" in (a.figure.qualifier, b.figure.qualifier):
        return f"{numbers}; the hedge varies, one of them is a word"
    rounded = ", one of them is rounded" if a.figure.value != b.figure.value else ""
    hedged = "the hedge varies" if a.figure.qualifier != b.figure.qualifier else ""
    return f"{numbers}; {hedged}{rounded}" if hedged else numbers + rounded


def why_probably_same(a: Sighting, b: Sighting) -> str:
    """Why a number whose source a report does not name is taken for another's count."""
    source_of = a.figure.attribution
    by = (
        f"{start(said(a))} in {outlet(a)}" if source_of is None else f"{start(said(a))} by “{source(a)}” in {outlet(a)}"
    )
    hedged = "; the hedge varies" if a.figure.qualifier != b.figure.qualifier else ""
    if b.figure.attribution is None and b.root is None:
        other = f"{said(b)} in {outlet(b)}"
    else:
        other = (
            f"{said(b)} by {source(b)}" if b.report.id == a.report.id else f"{said(b)} by {source(b)} in {outlet(b)}"
        )
    rounded = ", one of them rounded" if a.figure.value != b.figure.value else ""
    return f"{by} and {other} are probably the same count{rounded}{hedged}: the first adds no support."


def why_told_twice(a: Sighting, b: Sighting) -> str:
    """Why two figures of one report are one."""
    return f"The same report gives this figure twice: {both_numbers(a, b)}."


def _why_carried(a: Sighting, b: Sighting) -> str:
    one, other = f"{start(outlet(a))} ({told_on(a)})", f"{outlet(b)} ({told_on(b)})"
    before = " before" if follows(a, b) else " too"
    if a.root is None and b.root is not None:
        return f"{one} gives {said(a)}, {other} {said(b)} by {b.root}: probably the same count, carried over."
    if b.root is None and a.root is None:
        return f"{one} gives {said(a)}; {other} gave {said(b)}{before}."
    return f"{one} repeats {said(a)} by {b.root or a.root}; {other} gave {said(b)}{before}."


def _step(before: Point, after: Point, asking: Asking) -> FigureRelation:
    a, b = before.first, after.first
    one, other = asking.meant[a.id].stated, asking.meant[b.id].stated
    days = _days(a, b)
    if before.corrected_by is not None:
        reason = _why_taken_back(a, before.corrected_by)
        return relation("revision", b, a, reason)
    told_in_order = a.report.id != b.report.id or is_later(b, a) or a.earlier
    if before.superseded_by is None or not told_in_order:
        return unordered(a, b, asking)
    if a.earlier and a.report.id == b.report.id:
        return relation(
            "supersede", b, a, f"{start(outlet(b))} gives {said(a)} as the earlier count and {said(b)} now."
        )
    if a.earlier and (is_later(a, b) or follows(a, b)):
        again = f"{outlet(a)} calls {said(a)} the earlier count"
        return relation("supersede", b, a, f"{start(of_figure(b))} replaces its earlier {said(a)}: {again}.")
    if is_later(a, b) or follows(a, b):
        again = f"{outlet(a)} printed {said(a)} later without a new statement"
        return relation("supersede", b, a, f"{start(of_figure(b))} replaces its earlier {said(a)}; {again}.")
    if one is not None and one == other:
        return relation("reaffirmed", b, a, f"{start(source(b))} gave {said(b)} {counted_in(b)} again {days}.")
    if one is not None and other is not None and other < one:
        if b.counting in RISING:
            reason = f"The count of {source(b)} was lowered from {said(a)} to {said(b)} {counted_in(b)} {days}."
            return relation("revision", b, a, reason)
        reason = f"The figure of {source(b)} was updated from {said(a)} to {said(b)} {counted_in(b)} {days}."
        return relation("supersede", b, a, reason)
    if not is_later(b, a) and not follows(b, a):
        wholes = asking.wholes_of(a, b)
        if wholes is not None and is_higher(wholes[0], wholes[1], asking):
            return unordered(a, b, asking)
        dated = a.as_of is not None and b.as_of is not None
        order = f"the order{' within the day' if dated else ''} is inferred from the size"
        return relation("supersede", b, a, f"{start(source(b))} gave {said(a)} and {said(b)} ({told_on(b)}); {order}.")
    return relation("supersede", b, a, why_raised(a, b))


def _days(a: Sighting, b: Sighting) -> str:
    """The states of two figures; one that its report calls earlier, and dates no further, is of before that report."""
    told = [f"before {day(_published(s))}" if s.earlier and _is_dated_by_report(s) else told_on(s) for s in (a, b)]
    if told[0] != told[1]:
        return f"({told[0]}, then {told[1]})"
    both = told[0].replace("report of", "in reports of", 1) if is_of_report(a) else told[0]
    return f"(both {both}, in the order of the reports)"


def _published(sighting: Sighting) -> dt.date | None:
    published = sighting.report.published
    return published.latest.date() if published else None


def _is_dated_by_report(sighting: Sighting) -> bool:
    return sighting.as_of is not None and sighting.as_of.end == _published(sighting)


def why_raised(a: Sighting, b: Sighting) -> str:
    """Why a source's later and higher count replaces its earlier one."""
    days = _days(a, b)
    return f"The count of {b.root or source(a)} rose from {said(a)} to {said(b)} {counted_in(b)} {days}."


def unordered(a: Sighting, b: Sighting, asking: Asking) -> FigureRelation:
    """Two numbers of one voice for one time, of which neither is known to be the later."""
    for part, whole in ((a, b), (b, a)):
        if asking.is_share_of(part, whole):
            reason = f"{start(outlet(part))} gives {said(part)} as part of a count of {said(whole)} {counted_in(part)}."
            return relation("part of", part, whole, reason)
    both = f"{said(a)} and {said(b)} {counted_in(b)}"
    if a.report.id == b.report.id and _count_alike(a, b, asking):
        return relation("contradict", b, a, f"One report gives both {both}, each from {source(b)}.")
    if a.report.id == b.report.id:
        reason = f"One report gives both {both}, each from {source(b)}, and leaves open how they differ."
        return relation("incomparable", b, a, reason)
    reason = f"{start(both)} are both given from {source(b)} for the same time; which is later cannot be told."
    return relation("incomparable", b, a, reason)


def _count_alike(a: Sighting, b: Sighting, asking: Asking) -> bool:
    """True where both numbers name one place, or both count what their report is about."""
    one, other = asking.scope[a.id], asking.scope[b.id]
    if "vague" in (a.figure.qualifier, b.figure.qualifier):
        return False
    return is_own(one.place) and is_own(other.place) and match_scopes(one, other) == "same"
