"""Two voices' numbers for one happening held against each other, each relation with its reason.

Subject of a reason is a number, not its source: whether a source is one or many leaves the grammar alone.
"""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.model.assessment import FigureRelation
from rashomon.reconciliation.histories import RISING, follows
from rashomon.reconciliation.named_sources import are_of_one_house, are_offices, is_named, may_be_one_source, named_how
from rashomon.reconciliation.number_ranges import FAR_APART, Meant, is_closed, is_typing_error, overlap, within_tenth
from rashomon.reconciliation.policies import DOCUMENTED
from rashomon.reconciliation.questions import Asking
from rashomon.reconciliation.readings import names_people
from rashomon.reconciliation.relate_histories import relation, why_probably_same, why_told_twice
from rashomon.reconciliation.scopes import WIDE, compare_places, is_own
from rashomon.reconciliation.sightings import Sighting, folded, is_later, shared_roots
from rashomon.reconciliation.what_differs import count_two_days, names_past_day, tell_other_stretches, window
from rashomon.reconciliation.wording import counted_in, measured, of_figure, said, source, start, told_on

#: Tolls of which one is undated are of one state, as far as anybody can tell, only so many times apart.
_UNDATED_TIMES = 1.5
#: Smaller numbers are near each other by chance, unless they are of one place and no more than so many times apart.
_TELLING, _TIMES = 10, 3.0
#: A count so many times another is of more than the other's place or people, whatever the reports leave open.
_FAR = 10.0
_ESTIMATED = frozenset({"estimated", "modelled"})


def compare_numbers(
    a: Sighting, b: Sighting, asking: Asking, raised: Mapping[str, Sighting] | None = None
) -> FigureRelation | None:
    """The relation of two voices' figures; null where one states no number or both name nobody for one number.

    `raised` holds for a claim the newer figure by which its own root has replaced it.
    """
    if _comes_after(a, b):
        a, b = b, a
    one, other = asking.meant[a.id], asking.meant[b.id]
    if one.stated is None or other.stated is None:
        return None
    same = one.stated == other.stated
    if shared_roots(a, b):
        shared = " and ".join(sorted(shared_roots(a, b)))
        return relation("duplicate", b, a, f"Both rest on {shared}: {said(a)}.") if same else None
    if _other_basis(a, b) and not same:
        reason = (
            f"{start(of_figure(a))} is {a.figure.basis}, {of_figure(b)} {b.figure.basis}: only the way of "
            f"counting differs."
        )
        return relation("another way of counting", a, b, reason)
    if same and not asking.is_same_count(a, b):
        return None
    together = a.report.id == b.report.id
    two_groups = together and (a.one_site != b.one_site or names_people(a) != names_people(b))
    part_of_one = not together and asking.divides(a) != asking.divides(b) and not _names_one_town(a, b)
    if not same and (two_groups or part_of_one or count_two_days(a, b) or asking.tell_inner_place(a, b)):
        return None
    if (asking.divides(a) or asking.divides(b)) and not _names_one_place(a, b) and not same:
        # A part of a total, told of one town or of "some of the dead", is no rival of another total.
        return None
    if same and not (is_named(a) and is_named(b)):
        said_vaguely = "vague" in (a.figure.qualifier, b.figure.qualifier)
        return None if said_vaguely else _of_one_origin(a, b)
    if same and a.report.id == b.report.id and are_offices(a, b):
        return relation("duplicate", b, a, why_told_twice(b, a))
    if (a.root is None and b.root is None and a.report.id == b.report.id) or names_past_day(a, b):
        return None
    if a.figure.derived != b.figure.derived:
        # What is worked out of a report's numbers stands against nobody's count.
        return None
    if a.earlier or b.earlier:
        # What a report calls an earlier number stands against nobody's.
        return None
    if a.report.id == b.report.id and (a.figure.part_of is None) != (b.figure.part_of is None):
        # What a report divides from a total and what it tells by itself are seldom one count.
        return None
    vague = [s for s in (a, b) if s.figure.qualifier == "vague"]
    if vague:
        # One vague word beside the same says nothing; a headline's stands for its own text's number.
        says_more = not same and not any(s.headline for s in vague) and overlap(one, other)
        return relation("compatible", a, b, _why_compatible(a, b, one, other)) if says_more else None
    closed = is_closed(one) and is_closed(other)
    undated = not same and (a.as_of is None or b.as_of is None)
    unordered = undated and (closed or window(a) is not None or window(b) is not None)
    if not unordered and (within_tenth(one.stated, other.stated) or (closed and overlap(one, other))):
        if a.root is None or b.root is None:
            return _near(a, b, one, other)
        return None if may_be_one_source(a, b) else relation("agree", a, b, _why_agree(a, b))
    low, high = (a, b) if one.stated < other.stated else (b, a)
    newer = (raised or {}).get(low.id) or asking.raised_by(high, one.stated if low is a else other.stated, raised or {})
    found = _of_two_numbers(a, b, one, other, newer)
    small, large = sorted((one.stated, other.stated))
    of_two = (small < _TELLING and large > _TIMES * small) or asking.lies_inside(low, high)
    return None if found is not None and found.type == "contradict" and of_two else found


def _comes_after(a: Sighting, b: Sighting) -> bool:
    if is_later(a, b) or is_later(b, a):
        return is_later(a, b)
    return (b.order, b.id) < (a.order, a.id)


def _of_one_origin(a: Sighting, b: Sighting) -> FigureRelation | None:
    """One number that one of two reports gives without a named source: who is not named is no second root.

    Two kinds of people without a name ("witnesses", "officials") may well be two sources, or one: nothing is said.
    """
    bare, named = sorted((a, b), key=named_how)
    if a.root is None and b.root is None:
        return None
    sources = [s.figure.attribution for s in (a, b)]
    both = all(s is not None for s in sources) and not (is_named(a) or is_named(b))
    if both and folded(source(a)) != folded(source(b)):
        return None
    if a.report.id == b.report.id and bare.figure.attribution is None:
        return relation("duplicate", bare, named, why_told_twice(bare, named))
    return relation("duplicate", bare, named, why_probably_same(bare, named))


def _near(a: Sighting, b: Sighting, one: Meant, other: Meant) -> FigureRelation | None:
    """Numbers within a tenth of which one names nobody: no second root agrees, but they may both be true."""
    return relation("compatible", a, b, _why_compatible(a, b, one, other)) if overlap(one, other) else None


def _of_two_numbers(
    a: Sighting, b: Sighting, one: Meant, other: Meant, raised: Sighting | None
) -> FigureRelation | None:
    """Numbers that lie apart: a later count, room left, a count not closed, or a contradiction."""
    if one.stated is None or other.stated is None:
        return None
    low, high = (a, b) if one.stated < other.stated else (b, a)
    if (a.as_of is None or b.as_of is None) and a.report.id != b.report.id:
        near = max(one.stated, other.stated) <= _UNDATED_TIMES * min(one.stated, other.stated)
        if not (near and a.running and b.running) or window(a) is not None or window(b) is not None:
            return None
        if not overlap(one, other):
            return relation("incomparable", b, a, _why_undated(a, b))
    alike = not tell_other_stretches(a, b)
    rises = other.stated > one.stated and a.counting in RISING
    if (is_later(b, a) or (follows(b, a) and not overlap(one, other))) and rises:
        telling = one.stated >= _TELLING or b.goes_on or (window(a) is not None and window(a) == window(b))
        telling = telling or (_names_one_place(a, b) and other.stated <= _TIMES * one.stated)
        telling = telling and other.stated <= _FAR * one.stated
        return relation("later count", b, a, why_later(a, b)) if alike and telling else None
    if overlap(one, other):
        return relation("compatible", a, b, _why_compatible(a, b, one, other))
    if not is_later(low, high) and (low.going_on or raised is not None):
        return relation("compatible", a, b, _why_unfinished(low, high, raised))
    if not is_later(b, a) and are_of_one_house(a, b):
        return relation("incomparable", b, a, _why_one_house(a, b)) if alike else None
    return relation("contradict", a, b, _why_contradict(a, b, one, other)) if alike else None


def _why_one_house(a: Sighting, b: Sighting) -> str:
    return (
        f"{start(of_figure(a))} and {of_figure(b)} come from media of one house; which of the two was counted later "
        "is not told."
    )


def _names_one_town(a: Sighting, b: Sighting) -> bool:
    """True for one town or quarter by the words of both; a province is told of as what was struck, too."""
    wide = any(s.figure.place is not None and s.figure.place.kind in WIDE for s in (a, b))
    return not wide and _names_one_place(a, b)


def _names_one_place(a: Sighting, b: Sighting) -> bool:
    places = [s.figure.place for s in (a, b)]
    return all(is_own(p) for p in places) and compare_places(*places) == "same"


def _other_basis(a: Sighting, b: Sighting) -> bool:
    """True where one counted heads and the other estimated; "compiled" and "reported" may hide either."""
    bases = {a.figure.basis, b.figure.basis}
    return bool(bases & DOCUMENTED) and bool(bases & _ESTIMATED)


def _why_agree(a: Sighting, b: Sighting) -> str:
    bare = [source(s) for s in (a, b) if s.figure.attribution is not None and not is_named(s)]
    tail = f" Nobody is named behind “{bare[0]}”, so the counts may have one origin." if bare else ""
    if said(a) == said(b):
        return f"{start(source(a))} and {source(b)} both give {said(a)} {counted_in(a)}.{tail}"
    if a.figure.value == b.figure.value:
        return f"{start(of_figure(a))} and {of_figure(b)} are the same number; only the hedge varies.{tail}"
    if "range" in (a.figure.qualifier, b.figure.qualifier):
        return f"{start(of_figure(a))} and {of_figure(b)} can be the same number.{tail}"
    return f"{start(of_figure(a))} and {of_figure(b)} lie within a tenth of each other.{tail}"


def why_later(a: Sighting, b: Sighting) -> str:
    """Why the higher b and the earlier a need not disagree."""
    return (
        f"{start(of_figure(b))} ({told_on(b)}) is given later than {of_figure(a)} ({told_on(a)}); "
        "the count can only rise, so the two need not disagree."
    )


def _why_compatible(a: Sighting, b: Sighting, one: Meant, other: Meant) -> str:
    low, high = (a, b) if (one.stated or 0) <= (other.stated or 0) else (b, a)
    vague = "vague" in (a.figure.qualifier, b.figure.qualifier)
    far = abs((one.stated or 0) - (other.stated or 0)) > FAR_APART * max(one.stated or 0, other.stated or 0)
    if one.high is None and other.high is None and far and not vague:
        return (
            f"{start(of_figure(low))} and {of_figure(high)} are both minimums, so both can be true, but they lie "
            "far apart."
        )
    return f"{start(of_figure(low))} leaves room for {of_figure(high)}, but supports only the lower number."


def _why_unfinished(low: Sighting, high: Sighting, raised: Sighting | None) -> str:
    if raised is not None and raised.voice != low.voice:
        own = f"{start(of_figure(low))} is the number that {source(raised)} has since raised to {said(raised)}"
    elif raised is not None:
        own = f"{start(of_figure(low))} has since been raised to {said(raised)} by the same source"
    else:
        own = f"{start(of_figure(low))} is told as a count that is not closed (“{low.open_words}”)"
    return f"{own}, so it does not speak against {of_figure(high)}."


def _why_undated(a: Sighting, b: Sighting) -> str:
    bare = [s for s in (a, b) if s.as_of is None]
    what = "neither report bears a date" if len(bare) == 2 else f"the report that gives {said(bare[0])} bears no date"
    return (
        f"Whether {of_figure(a)} and {of_figure(b)} contradict each other, or one is a later count, cannot be told: "
        f"{what}."
    )


def _why_contradict(a: Sighting, b: Sighting, one: Meant, other: Meant) -> str:
    exact = a.figure.qualifier == b.figure.qualifier == "exact"
    if exact and is_typing_error(one.stated or 0, other.stated or 0):
        odd, usual = (a, b) if (one.stated or 0) > (other.stated or 0) else (b, a)
        return (
            f"{start(of_figure(odd))} and {of_figure(usual)} are one digit apart, so one of them is probably a typing "
            "error."
        )
    what, bare = counted_in(a), measured(a.figure.measure)
    what = f"those {what}" if what == bare and a.figure.unit == "person" else what
    if is_later(b, a):
        return (
            f"The later {said(b)} by {source(b)} ({told_on(b)}) is lower than {of_figure(a)} ({told_on(a)}), "
            f"and both count {what}."
        )
    if a.report.id == b.report.id or a.counting not in RISING:
        return f"{start(of_figure(a))} and {of_figure(b)} both count {what}: they cannot both be true."
    days = f"both {told_on(a)}" if told_on(a) == told_on(b) else f"{told_on(a)}; {told_on(b)}"
    return (
        f"{start(of_figure(a))} and {of_figure(b)} ({days}) both count {what}: they cannot both be true at one "
        "time, and which was counted later is not told."
    )
