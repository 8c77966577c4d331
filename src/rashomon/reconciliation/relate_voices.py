"""How two voices' figures on one question stand to each other, number by number, each relation with its reason."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rashomon.model.assessment import FigureRelation
from rashomon.reconciliation.histories import RISING, History, Point, is_higher
from rashomon.reconciliation.number_ranges import FAR_APART, Meant, is_closed, is_typing_error, overlap, within_tenth
from rashomon.reconciliation.policies import DOCUMENTED
from rashomon.reconciliation.questions import Asking
from rashomon.reconciliation.relate_histories import relation
from rashomon.reconciliation.sightings import Sighting, is_later, share_a_root
from rashomon.reconciliation.wording import counted, possessive, said, source, start, state_day

#: Two numbers contradict each other only where their scopes fit so well by themselves.
_FIRM = 0.5
_ESTIMATED = frozenset({"estimated", "modelled"})
#: So many numbers are compared each with each; of more, each with its two neighbours.
_EACH_WITH_EACH = 12


def relate_in_one_report(histories: Sequence[History], asking: Asking) -> Iterator[FigureRelation]:
    """Two voices' figures on one question that stand in one report, where a reader meets both."""
    raised = _raised(histories, asking)
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
            found = _compare(a, b, asking, raised)
            if found is not None:
                yield found


def relate_between(histories: Sequence[History], asking: Asking) -> Iterator[FigureRelation]:
    """How different voices' figures on one question stand to each other, number by number.

    Voices that give one number are related to the first that gave it; two numbers by the two voices that are nearest,
    in one report if that may be, else in time: every number meets every other, and no pile grows with the reprints.
    """
    raised = _raised(histories, asking)
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
            yield from _some(_compare(first.first, point.first, asking, raised))
    numbers = sorted(by_number)
    for i, j in combinations(range(len(numbers)), 2):
        if len(numbers) <= _EACH_WITH_EACH or j - i <= 2:
            pair = _nearest(by_number[numbers[i]], by_number[numbers[j]])
            if pair is not None:
                yield from _some(_compare(pair[0].first, pair[1].first, asking, raised))


def _nearest(
    some: Sequence[tuple[History, Point]], others: Sequence[tuple[History, Point]]
) -> tuple[Point, Point] | None:
    """The two points of different voices that a reader would set side by side; null where only one voice gives both."""
    best: tuple[tuple[bool, bool, bool, int, dt.timedelta, str, str], Point, Point] | None = None
    for one, a in some:
        for other, b in others:
            together = not is_later(a.first, b.first) and not is_later(b.first, a.first)
            standing = a.superseded_by is None and b.superseded_by is None
            if one is other or not (together or standing):
                continue
            apart = a.first.report.id != b.first.report.id
            unnamed = sum(p.first.figure.attribution is None for p in (a, b))
            gap = _between_reports(a.first, b.first)
            rank = (apart, not standing, not together, unnamed, gap, a.first.id, b.first.id)
            if best is None or rank < best[0]:
                best = (rank, a, b)
    return best[1:] if best else None


def _between_reports(a: Sighting, b: Sighting) -> dt.timedelta:
    """The time between two publications: never their place in a list, which a copy between them would shift."""
    first, second = a.report.published, b.report.published
    return abs(first.earliest - second.earliest) if first and second else dt.timedelta.max


def _some(found: FigureRelation | None) -> Iterator[FigureRelation]:
    if found is not None:
        yield found


def _raised(histories: Sequence[History], asking: Asking) -> dict[str, Sighting]:
    """For each figure that its own root has replaced by a higher one, the newest that did."""
    found: dict[str, Sighting] = {}
    for history in histories:
        for point in history.points:
            newer = point.superseded_by
            while newer is not None and newer.superseded_by is not None and newer.superseded_by is not point:
                newer = newer.superseded_by
            if newer is not None and is_higher(newer.first, point.first, asking):
                found |= {m.id: newer.first for m in point.members}
    return found


def _compare(a: Sighting, b: Sighting, asking: Asking, raised: Mapping[str, Sighting]) -> FigureRelation | None:
    """The relation of two voices' figures; null where one of them states no number at all."""
    if is_later(a, b) or (not is_later(b, a) and (b.order, b.id) < (a.order, a.id)):
        a, b = b, a
    one, other = asking.meant[a.id], asking.meant[b.id]
    if one.stated is None or other.stated is None:
        return None
    if share_a_root(a, b):
        same = one.stated == other.stated
        return relation("duplicate", b, a, f"{start(source(a))} stands behind both: {said(a)}.") if same else None
    if _other_basis(a, b) and one.stated != other.stated:
        return relation(
            "another way of counting",
            a,
            b,
            f"{start(source(a))} gives {said(a)} as {a.figure.basis}, {source(b)} {said(b)} as "
            f"{b.figure.basis}: only the way of counting differs.",
        )
    if a.root is None and b.root is None and a.report.id == b.report.id:
        return None
    is_vague = "vague" in (a.figure.qualifier, b.figure.qualifier) and said(a).casefold() != said(b).casefold()
    if (within_tenth(one.stated, other.stated) and not is_vague) or (
        is_closed(one) and is_closed(other) and overlap(one, other)
    ):
        # Who is not named is no second root: an equal number without a source is probably the named one's.
        return relation("agree", a, b, _why_agree(a, b)) if a.root and b.root else None
    if is_later(b, a) and other.stated > one.stated and a.counting in RISING:
        return relation("later count", b, a, why_later(a, b))
    if overlap(one, other):
        return relation("compatible", a, b, _why_compatible(a, b, one, other))
    if is_vague:
        return relation("incomparable", b, a, _why_vague(a, b))
    low, high = (a, b) if one.stated < other.stated else (b, a)
    if not is_later(low, high) and (low.going_on or low.id in raised):
        return relation("compatible", a, b, _why_unfinished(low, high, raised.get(low.id)))
    if asking.fit(a, b) < _FIRM or _one_names_a_past_day(a, b, asking):
        return relation("incomparable", b, a, _why_open(a, b))
    return relation("contradict", a, b, _why_contradict(a, b, one, other))


def _why_open(a: Sighting, b: Sighting) -> str:
    return (
        f"{start(possessive(source(a)))} {said(a)} and {possessive(source(b))} {said(b)} may be of one happening "
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
        return f"{start(source(a))} and {source(b)} both give {said(a)} {counted(a.figure)}.{tail}"
    return f"{start(source(a))} gives {said(a)}, {source(b)} {said(b)}: within a tenth of each other.{tail}"


def why_later(a: Sighting, b: Sighting) -> str:
    """Why the higher b and the earlier a need not disagree."""
    return (
        f"{start(possessive(source(b)))} {said(b)} ({state_day(b)}) is a later count than "
        f"{possessive(source(a))} {said(a)} ({state_day(a)}); "
        "the count can only rise, so the two need not disagree."
    )


def _why_compatible(a: Sighting, b: Sighting, one: Meant, other: Meant) -> str:
    low, high = (a, b) if (one.stated or 0) <= (other.stated or 0) else (b, a)
    vague = "vague" in (a.figure.qualifier, b.figure.qualifier)
    far = abs((one.stated or 0) - (other.stated or 0)) > FAR_APART * max(one.stated or 0, other.stated or 0)
    if one.high is None and other.high is None and far and not vague:
        return (
            f"{start(source(low))} gives {said(low)}, {source(high)} {said(high)}: both are "
            f"minimums, so both can be true, "
            "but they lie far apart."
        )
    return (
        f"{start(possessive(source(low)))} {said(low)} leaves room for {possessive(source(high))} "
        f"{said(high)}, but supports only the lower number."
    )


def _one_names_a_past_day(a: Sighting, b: Sighting, asking: Asking) -> bool:
    """True where one counts a day before the state that the other, which names no day, describes."""
    for told, bare in ((asking.scope[a.id], b), (asking.scope[b.id], a)):
        other = asking.scope[bare.id]
        undated = other.start is None and other.end is None and not bare.running
        as_of = bare.as_of.start if bare.as_of is not None else None
        if undated and told.end is not None and as_of is not None and told.end < as_of:
            return True
    return False


def _why_vague(a: Sighting, b: Sighting) -> str:
    vague, other = (a, b) if a.figure.qualifier == "vague" else (b, a)
    return (
        f"{start(possessive(source(vague)))} {said(vague)} names no number that could be held against "
        f"{possessive(source(other))} {said(other)}."
    )


def _why_unfinished(low: Sighting, high: Sighting, raised: Sighting | None) -> str:
    if raised is not None:
        own = f"{start(source(low))} itself has since raised its {said(low)} to {said(raised)}"
    else:
        own = f"{start(source(low))} gave {said(low)} as a count that was not closed"
    return f"{own}, so it does not speak against {possessive(source(high))} {said(high)}."


def _why_contradict(a: Sighting, b: Sighting, one: Meant, other: Meant) -> str:
    exact = a.figure.qualifier == b.figure.qualifier == "exact"
    if exact and is_typing_error(one.stated or 0, other.stated or 0):
        odd, usual = (a, b) if (one.stated or 0) > (other.stated or 0) else (b, a)
        return (
            f"{start(source(odd))} gives {said(odd)}, {source(usual)} {said(usual)}: one digit "
            f"apart, so one of them is "
            "probably a typing error."
        )
    if is_later(b, a):
        return (
            f"{start(possessive(source(b)))} later {said(b)} ({state_day(b)}) is lower than "
            f"{possessive(source(a))} {said(a)} ({state_day(a)}), "
            f"and they count the same {counted(a.figure)}."
        )
    return (
        f"For the same {counted(a.figure)} {source(a)} gives {said(a)} and {source(b)} {said(b)}, and "
        f"both cannot be true."
    )
