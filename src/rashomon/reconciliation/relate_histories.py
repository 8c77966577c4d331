"""How the points of histories on one question stand to each other, each relation with its reason in plain words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.model.assessment import FigureRelation, FigureRelationType
from rashomon.reconciliation.histories import RISING, History, Point, follows
from rashomon.reconciliation.number_ranges import (
    FAR_APART,
    Meant,
    is_closed,
    is_typing_error,
    overlap,
    within_tenth,
)
from rashomon.reconciliation.policies import DOCUMENTED
from rashomon.reconciliation.questions import Asking
from rashomon.reconciliation.sightings import Sighting, is_later, share_a_root
from rashomon.reconciliation.wording import counted, outlet, possessive, said, source, state_day

#: Two numbers contradict each other only where their scopes fit so well by themselves.
_FIRM = 0.5
_ESTIMATED = frozenset({"estimated", "modelled"})
#: So many numbers are compared each with each; of more, each with its two neighbours.
_EACH_WITH_EACH = 12
#: In a history of so many points at most each is related to every later one, else to the next and the last.
_SHORT_HISTORY = 5


def relation(kind: FigureRelationType, a: Sighting, b: Sighting, reason: str) -> FigureRelation:
    """A relation from one claim to another."""
    return FigureRelation(type=kind, from_claim=a.id, to_claim=b.id, reason=reason)


def relate_within(history: History, asking: Asking) -> Iterator[FigureRelation]:
    """Repetitions inside each point, and how each point follows the one before."""
    for point in history.points:
        for other in point.others:
            yield relation("duplicate", other, point.first, _why_same(other, point.first))
        for other in point.carried:
            yield relation("carried over", other, point.first, _why_carried(other, point.first))
    for i, j in combinations(range(len(history.points)), 2):
        if history.points[i].corrected_by is not None and history.points[i].superseded_by is not history.points[j]:
            continue
        if j == i + 1 or len(history.points) <= _SHORT_HISTORY or j == len(history.points) - 1:
            yield _step(history.points[i], history.points[j], asking)


def _why_same(a: Sighting, b: Sighting) -> str:
    same_report = a.report.id == b.report.id
    if a.root is None and b.root is not None and not same_report:
        reason = (
            f"{_start(outlet(a))} names nobody for this figure; it equals {possessive(source(b))}, so it "
            f"is probably the same count"
        )
        return f"{reason} and adds no support."
    if same_report:
        reason = f"The same report gives this figure twice: {said(a)} and {said(b)}"
    else:
        reason = f"Both give the same count by {source(b)}: {said(a)} and {said(b)}"
    if said(a) == said(b):
        reason = reason.rsplit(":", 1)[0] + f": {said(a)}"
    hedged = a.figure.qualifier != b.figure.qualifier
    return reason + ("; the hedge varies." if hedged else ".")


def _why_carried(a: Sighting, b: Sighting) -> str:
    by = b.root or a.root or outlet(b)
    return (
        f"{_start(outlet(a))} reprints {said(a)} by {by}, first given for {state_day(b)}, without "
        f"a new statement of its own."
    )


def _step(before: Point, after: Point, asking: Asking) -> FigureRelation:
    a, b = before.first, after.first
    one, other = asking.meant[a.id].stated, asking.meant[b.id].stated
    by, days = source(b), f"({state_day(a)}, then {state_day(b)})"
    if before.corrected_by is not None:
        by = _start(outlet(before.corrected_by))
        reason = f"{by} took back {said(a)} {counted(a.figure)} and gives {said(before.corrected_by)} instead."
        return relation("revision", b, a, reason)
    told_in_order = a.report.id != b.report.id or is_later(b, a) or a.earlier
    if before.superseded_by is None or not told_in_order:
        return _unordered(a, b)
    if is_later(a, b) or follows(a, b):
        again = f"{outlet(a)} printed {said(a)} later without a new statement"
        return relation("supersede", b, a, f"{_start(possessive(by))} {said(b)} replaces its {said(a)}; {again}.")
    if a.earlier and a.report.id == b.report.id:
        return relation(
            "supersede", b, a, f"{_start(outlet(b))} gives {said(a)} as the earlier count and {said(b)} now."
        )
    if one is not None and one == other:
        return relation("reaffirmed", b, a, f"{_start(by)} gave {said(b)} again {days}.")
    if one is not None and other is not None and other < one:
        if b.counting in RISING:
            return relation("revision", b, a, f"{_start(by)} lowered its own count from {said(a)} to {said(b)} {days}.")
        return relation("supersede", b, a, f"{_start(by)} updated its figure from {said(a)} to {said(b)} {days}.")
    if not is_later(b, a) and not follows(b, a):
        order = "the order within the day is inferred from the size"
        return relation("supersede", b, a, f"{_start(by)} gave {said(a)} and {said(b)} ({state_day(b)}); {order}.")
    return relation("supersede", b, a, f"{_start(by)} raised its count from {said(a)} to {said(b)} {days}.")


def _unordered(a: Sighting, b: Sighting) -> FigureRelation:
    """Two numbers of one voice for one time, of which neither is known to be the later."""
    who, what = _start(source(b)), counted(b.figure)
    if a.report.id == b.report.id:
        return relation("contradict", b, a, f"One report gives both {said(a)} and {said(b)} {what} by {source(b)}.")
    reason = f"{who} is given {said(a)} and {said(b)} {what} for the same time; which as-of is later cannot be told."
    return relation("incomparable", b, a, reason)


def relate_in_one_report(histories: Sequence[History], asking: Asking) -> Iterator[FigureRelation]:
    """Two voices' figures on one question that stand in one report, where a reader meets both."""
    by_report: dict[str, list[tuple[History, Point, Sighting]]] = defaultdict(list)
    for history in histories:
        for point in history.points:
            for sighting in point.members:
                if not sighting.headline:
                    by_report[sighting.report.id].append((history, point, sighting))
    for told in by_report.values():
        seen: set[tuple[int, int]] = set()
        for (one, p, a), (other, q, b) in combinations(told, 2):
            if one is other or (id(p), id(q)) in seen or (a is p.first and b is q.first):
                continue
            seen.add((id(p), id(q)))
            found = _compare(a, b, asking)
            if found is not None:
                yield found


def relate_between(histories: Sequence[History], asking: Asking) -> Iterator[FigureRelation]:
    """How different voices' figures on one question stand to each other, number by number.

    Voices that give one number are related to the first that gave it; two numbers by the two voices that are nearest,
    in one report if that may be, else in time: every number meets every other, and no pile grows with the reprints.
    """
    by_number: dict[float, list[tuple[History, Point]]] = defaultdict(list)
    for history in histories:
        for point in history.points:
            stated = asking.meant[point.first.id].stated
            if stated is not None:
                by_number[stated].append((history, point))
    for told in by_number.values():
        voices = {h.voice: (h, p) for h, p in reversed(told)}
        (_, first), *others = list(voices.values())[::-1]
        for _, point in others:
            yield from _some(_compare(first.first, point.first, asking))
    numbers = sorted(by_number)
    for i, j in combinations(range(len(numbers)), 2):
        if len(numbers) <= _EACH_WITH_EACH or j - i <= 2:
            pair = _nearest(by_number[numbers[i]], by_number[numbers[j]])
            if pair is not None:
                yield from _some(_compare(pair[0].first, pair[1].first, asking))


def _nearest(
    some: Sequence[tuple[History, Point]], others: Sequence[tuple[History, Point]]
) -> tuple[Point, Point] | None:
    """The two points of different voices that a reader would set side by side; null where only one voice gives both."""
    best: tuple[tuple[bool, bool, bool, int, str, str], Point, Point] | None = None
    for one, a in some:
        for other, b in others:
            together = not is_later(a.first, b.first) and not is_later(b.first, a.first)
            standing = a.superseded_by is None and b.superseded_by is None
            if one is other or not (together or standing):
                continue
            apart = a.first.report.id != b.first.report.id
            rank = (apart, not standing, not together, abs(a.first.order - b.first.order), a.first.id, b.first.id)
            if best is None or rank < best[0]:
                best = (rank, a, b)
    return best[1:] if best else None


def _some(found: FigureRelation | None) -> Iterator[FigureRelation]:
    if found is not None:
        yield found


def _compare(a: Sighting, b: Sighting, asking: Asking) -> FigureRelation | None:
    """The relation of two voices' figures; null where one of them states no number at all."""
    if is_later(a, b) or (not is_later(b, a) and (b.order, b.id) < (a.order, a.id)):
        a, b = b, a
    one, other = asking.meant[a.id], asking.meant[b.id]
    if one.stated is None or other.stated is None:
        return None
    if share_a_root(a, b):
        same = one.stated == other.stated
        return relation("duplicate", b, a, f"{_start(source(a))} stands behind both: {said(a)}.") if same else None
    if _other_basis(a, b) and one.stated != other.stated:
        return relation(
            "another way of counting",
            a,
            b,
            f"{_start(source(a))} gives {said(a)} as {a.figure.basis}, {source(b)} {said(b)} as "
            f"{b.figure.basis}: only the way of counting differs.",
        )
    if a.root is None and b.root is None and a.report.id == b.report.id:
        return None
    is_vague = "vague" in (a.figure.qualifier, b.figure.qualifier) and said(a).casefold() != said(b).casefold()
    if (within_tenth(one.stated, other.stated) and not is_vague) or (
        is_closed(one) and is_closed(other) and overlap(one, other)
    ):
        return relation("agree", a, b, _why_agree(a, b))
    if is_later(b, a) and other.stated > one.stated and a.counting in RISING:
        return relation("later count", b, a, why_later(a, b))
    if overlap(one, other):
        return relation("compatible", a, b, _why_compatible(a, b, one, other))
    if asking.fit(a, b) < _FIRM:
        return relation("incomparable", b, a, _why_open(a, b))
    return relation("contradict", a, b, _why_contradict(a, b, one, other))


def _why_open(a: Sighting, b: Sighting) -> str:
    return (
        f"{_start(possessive(source(a)))} {said(a)} and {possessive(source(b))} {said(b)} may be of one happening "
        "or of two: the reports leave open whether their place and days are the same."
    )


def _other_basis(a: Sighting, b: Sighting) -> bool:
    """True where one counted heads and the other estimated; "compiled" and "reported" may hide either."""
    bases = {a.figure.basis, b.figure.basis}
    return bool(bases & DOCUMENTED) and bool(bases & _ESTIMATED)


def _why_agree(a: Sighting, b: Sighting) -> str:
    nobody = a.root is None or b.root is None
    tail = " Where nobody is named, the count may have the same origin." if nobody else ""
    if said(a) == said(b):
        return f"{_start(source(a))} and {source(b)} both give {said(a)} {counted(a.figure)}.{tail}"
    return f"{_start(source(a))} gives {said(a)}, {source(b)} {said(b)}: within a tenth of each other.{tail}"


def why_later(a: Sighting, b: Sighting) -> str:
    """Why the higher b and the earlier a need not disagree."""
    return (
        f"{_start(possessive(source(b)))} {said(b)} ({state_day(b)}) is a later count than "
        f"{possessive(source(a))} {said(a)} ({state_day(a)}); "
        "the count can only rise, so the two need not disagree."
    )


def _why_compatible(a: Sighting, b: Sighting, one: Meant, other: Meant) -> str:
    low, high = (a, b) if (one.stated or 0) <= (other.stated or 0) else (b, a)
    far = abs((one.stated or 0) - (other.stated or 0)) > FAR_APART * max(one.stated or 0, other.stated or 0)
    if one.high is None and other.high is None and far:
        return (
            f"{_start(source(low))} gives {said(low)}, {source(high)} {said(high)}: both are "
            f"minimums, so both can be true, "
            "but they lie far apart."
        )
    return (
        f"{_start(possessive(source(low)))} {said(low)} leaves room for {possessive(source(high))} "
        f"{said(high)}, but supports only the lower number."
    )


def _why_contradict(a: Sighting, b: Sighting, one: Meant, other: Meant) -> str:
    exact = a.figure.qualifier == b.figure.qualifier == "exact"
    if exact and is_typing_error(one.stated or 0, other.stated or 0):
        odd, usual = (a, b) if (one.stated or 0) > (other.stated or 0) else (b, a)
        return (
            f"{_start(source(odd))} gives {said(odd)}, {source(usual)} {said(usual)}: one digit "
            f"apart, so one of them is "
            "probably a typing error."
        )
    if is_later(b, a):
        return (
            f"{_start(possessive(source(b)))} later {said(b)} ({state_day(b)}) is lower than "
            f"{possessive(source(a))} {said(a)} ({state_day(a)}), "
            f"and they count the same {counted(a.figure)}."
        )
    return (
        f"For the same {counted(a.figure)} {source(a)} gives {said(a)} and {source(b)} {said(b)}, and "
        f"both cannot be true."
    )


def _start(name: str) -> str:
    return name[:1].upper() + name[1:]
