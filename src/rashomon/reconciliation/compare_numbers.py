"""Two voices' numbers for one happening held against each other, each relation with its reason.

Subject of a reason is a number, not its source: whether a source is one or many leaves the grammar alone.
"""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.model.assessment import FigureRelation
from rashomon.reconciliation.histories import RISING
from rashomon.reconciliation.named_sources import (
    are_offices,
    count_apart,
    is_named,
    may_be_one_source,
    named_how,
)
from rashomon.reconciliation.number_ranges import Meant, is_closed, overlap, within_tenth
from rashomon.reconciliation.numbers_apart import names_one_place, of_numbers_apart
from rashomon.reconciliation.policies import DOCUMENTED
from rashomon.reconciliation.questions import Asking
from rashomon.reconciliation.readings import names_people
from rashomon.reconciliation.relate_histories import relation, why_probably_same, why_told_twice
from rashomon.reconciliation.scopes import WIDE
from rashomon.reconciliation.sighting_order import is_later
from rashomon.reconciliation.sightings import Sighting, folded, shared_roots
from rashomon.reconciliation.what_differs import count_two_days, names_past_day, window
from rashomon.reconciliation.why_numbers_differ import (
    why_agree,
    why_compatible,
    why_other_basis,
    why_quoted_on_own_page,
    why_set_right,
)
from rashomon.reconciliation.wording import said, source

#: A range that reaches so many times its lower end is of several counts.
_WIDE = 2.0
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
    if same:
        return _of_one_number(a, b, asking)
    for late, early in ((b, a), (a, b)):
        if asking.corrects(late, early) and not is_later(early, late):
            return relation("revision", late, early, why_set_right(late, early))
    if _other_basis(a, b):
        return relation("another way of counting", a, b, why_other_basis(a, b))
    if _count_two_things(a, b, asking) or _is_no_rival(a, b):
        return None
    if a.figure.qualifier == b.figure.qualifier == "vague":
        return None  # "dozens" beside "hundreds" tells no reader anything
    if "vague" in (a.figure.qualifier, b.figure.qualifier):
        # A headline's vague word stands for its own text's number.
        in_headline = any(s.headline and s.figure.qualifier == "vague" for s in (a, b))
        says_more = not in_headline and overlap(one, other)
        return relation("compatible", a, b, why_compatible(a, b, one, other)) if says_more else None
    if _are_near(a, b, one, other):
        return _of_near_numbers(a, b, asking)
    return of_numbers_apart(a, b, asking, raised or {})


def _of_one_number(a: Sighting, b: Sighting, asking: Asking) -> FigureRelation | None:
    """Two voices that give one number: one count told twice, or two that agree."""
    if not asking.is_same_count(a, b):
        return None
    if not (is_named(a) and is_named(b)):
        if "vague" in (a.figure.qualifier, b.figure.qualifier):
            return None
        if not count_apart(a, b) or _is_no_rival(a, b):
            return _of_one_origin(a, b)
    if a.report.id == b.report.id and are_offices(a, b):
        return relation("duplicate", b, a, why_told_twice(b, a))
    for quoted, own in ((a, b), (b, a)):
        if quoted.page_of is not None and folded(quoted.page_of) == folded(own.root or ""):
            return relation("duplicate", own, quoted, why_quoted_on_own_page(own, quoted))
    if _is_no_rival(a, b) or "vague" in (a.figure.qualifier, b.figure.qualifier):
        # One vague word beside the same says nothing.
        return None
    return _of_near_numbers(a, b, asking)


def _count_two_things(a: Sighting, b: Sighting, asking: Asking) -> bool:
    """True for numbers of two groups, days or places, or of a part of a total beside another total."""
    together = a.report.id == b.report.id
    if a.handled != b.handled or (a.handled is not None and a.voice != b.voice):
        return True  # bodies that two offices identified are two parts of one toll
    two_groups = together and (a.one_site != b.one_site or names_people(a) != names_people(b))
    part_of_one = not together and asking.divides(a) != asking.divides(b) and not _names_one_town(a, b)
    if two_groups or part_of_one or count_two_days(a, b) or asking.tell_inner_place(a, b):
        return True
    # A part of a total, told of one town or of "some of the dead", is no rival of another total.
    return (asking.divides(a) or asking.divides(b)) and not names_one_place(a, b)


def _is_no_rival(a: Sighting, b: Sighting) -> bool:
    """True where one of two figures stands against nobody's count.

    What is worked out of a report's numbers, what a report calls an earlier number, what it divides from a total beside
    what it tells by itself, and two numbers of which one counts days that the other leaves behind.
    """
    together = a.report.id == b.report.id
    if (a.root is None and b.root is None and together) or names_past_day(a, b):
        return True
    if a.figure.derived != b.figure.derived or a.earlier or b.earlier:
        return True
    return together and (a.figure.part_of is None) != (b.figure.part_of is None)


def _are_near(a: Sighting, b: Sighting, one: Meant, other: Meant) -> bool:
    """True for numbers within a tenth or closed ranges that overlap, of states that can be set side by side.

    Not for a range so wide that it is no one count ("tolls from 500 to 1,300"): what lies inside it agrees with little.
    """
    if one.stated is None or other.stated is None:
        return False
    closed = is_closed(one) and is_closed(other)
    undated = a.as_of is None or b.as_of is None
    if undated and (closed or window(a) is not None or window(b) is not None):
        return False
    if _is_later_state(a, b, one, other):
        return False
    wide = any(m.low and m.high and m.high > _WIDE * m.low for m in (one, other))
    return not wide and (within_tenth(one.stated, other.stated) or (closed and overlap(one, other)))


def _is_later_state(a: Sighting, b: Sighting, one: Meant, other: Meant) -> bool:
    """True where the higher number of a count that only rises is of later days: "1,300", weeks on "more than 1,400"."""
    low, high = (a, b) if (one.stated or 0) < (other.stated or 0) else (b, a)
    return a.counting in RISING and is_later(high, low) and not overlap(one, other)


def _of_near_numbers(a: Sighting, b: Sighting, asking: Asking) -> FigureRelation | None:
    """Two roots' numbers that are one or near each other: they agree, unless one is less than its root's toll."""
    if a.root is None or b.root is None:
        # No second root agrees where nobody is named, but both numbers may be true.
        one, other = asking.meant[a.id], asking.meant[b.id]
        return relation("compatible", a, b, why_compatible(a, b, one, other)) if overlap(one, other) else None
    tolls = asking.leads_voice(a) and asking.leads_voice(b)
    if may_be_one_source(a, b) or not (tolls or asking.same_number(a, b)):
        return None
    return relation("agree", a, b, why_agree(a, b))


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


def _names_one_town(a: Sighting, b: Sighting) -> bool:
    """True for one town or quarter by the words of both; a province is told of as what was struck, too."""
    wide = any(s.figure.place is not None and s.figure.place.kind in WIDE for s in (a, b))
    return not wide and names_one_place(a, b)


def _other_basis(a: Sighting, b: Sighting) -> bool:
    """True where one counted heads and the other estimated; "compiled" and "reported" may hide either."""
    bases = {a.figure.basis, b.figure.basis}
    return bool(bases & DOCUMENTED) and bool(bases & _ESTIMATED)
