"""What sets two figures apart that a reader would be tempted to compare: their days, their places, their people.

Only what the reports state is named. Null means that nothing stated tells the two apart, so their numbers can be held
against each other, or that too much does, so that nobody would.
"""

from __future__ import annotations

import datetime as dt

from rashomon.reconciliation.number_ranges import within_tenth
from rashomon.reconciliation.questions import Asking
from rashomon.reconciliation.scopes import (
    Fit,
    compare_places,
    compare_populations,
    is_description,
    is_own,
    match_scopes,
)
from rashomon.reconciliation.sighting_order import is_later
from rashomon.reconciliation.sightings import Sighting
from rashomon.reconciliation.wording import day, of_figure, said, source, start, state_day, who

#: So many days after a day, a report that names no day tells of more than that day, or of another.
_GONE_ON = 2
#: Groups are set beside each other where one number is at most so many times the other, and neither is a single person.
_TIMES, _FEW = 3.0, 2
#: Smaller numbers are near each other by chance; so many times apart are two that are not.
_LARGE, _NEARLY = 10, 1.5
#: Of a place and one inside it, numbers further apart are of two places, whatever else the reports leave open.
_TWICE = 2.0
#: Days that began so many days ago are the setting of what is counted ("the worst attack since the 1980s").
_LONG_AGO = 300
#: Kinds of place that hold others.
_WIDE = frozenset({"country", "admin1", "admin2", "region"})


def what_differs(a: Sighting, b: Sighting, asking: Asking) -> str | None:
    """The sentence that names the one stated difference of two figures of one kind; null for none or several."""
    one, other = asking.scope[a.id], asking.scope[b.id]
    people = compare_populations(one, other, asking.populations)
    place = match_scopes(one, other)
    days = different_days(a, b) or _one_day_of_many(a, b, asking) or _one_day_of_many(b, a, asking)
    if people not in ("same", "unknown"):
        alike = days is None and _is_one_state(a, b) and _is_one_place(a, b, asking, place)
        return _different_people(a, b, asking, people) if alike else None
    if days is not None:
        few = min(asking.meant[s.id].stated or 0 for s in (a, b)) < _LARGE
        return days if place in ("same", "unknown") and not few and not _are_disjoint(a, b) else None
    return different_places(a, b, asking) if window(a) == window(b) else None


def _is_one_state(a: Sighting, b: Sighting) -> bool:
    """True for states of the same days, where neither counts a day that the other leaves behind."""
    return not (is_later(a, b) or is_later(b, a) or names_past_day(a, b))


def _is_one_place(a: Sighting, b: Sighting, asking: Asking, place: Fit) -> bool:
    """True for one place; where that is left open, for figures of one report, and for large and near numbers."""
    if place != "unknown" or _are_disjoint(a, b):
        return place == "same"
    numbers = [asking.meant[s.id].stated or 0 for s in (a, b)]
    near = min(numbers) >= _LARGE and max(numbers) <= _NEARLY * min(numbers) and _told_of_one_day(a, b)
    return near or a.report.id == b.report.id


def _are_disjoint(a: Sighting, b: Sighting) -> bool:
    """True for two places with names that lie apart, though one of them is only the setting of its report."""
    places = [s.figure.place for s in (a, b)]
    return compare_places(*places) == "apart" and not any(p is not None and is_description(p) for p in places)


def _told_of_one_day(a: Sighting, b: Sighting) -> bool:
    """True for two states of the very same days."""
    return a.as_of is not None and b.as_of is not None and (a.as_of.start, a.as_of.end) == (b.as_of.start, b.as_of.end)


def different_days(a: Sighting, b: Sighting) -> str | None:
    """The sentence on the days that two figures count, where both reports tell them and they differ."""
    one, other = window(a), window(b)
    if one is None or other is None or one == other or _may_go_on(one, other):
        return None
    return f"{_both(a, b)} count different days ({_days(one)}; {_days(other)})."


def count_two_days(a: Sighting, b: Sighting) -> bool:
    """True where each counts the people of one day, and the days are two; by the words as they stand."""
    return a.counts_day is not None and b.counts_day is not None and a.counts_day != b.counts_day


def names_past_day(a: Sighting, b: Sighting) -> bool:
    """True where one counts days that ended well before the state of the other, which names none and is no toll."""
    for told, bare in ((window(a), b), (window(b), a)):
        as_of = bare.as_of.start if bare.as_of is not None else None
        if told is None or window(bare) is not None or bare.running or as_of is None:
            continue
        # Inside one report, or beside a statement of that very day, the day that only one names is a difference.
        if (as_of - told[1]).days >= (1 if a.report.id == b.report.id or bare.states_itself else _GONE_ON):
            return True
    return False


def tell_other_stretches(a: Sighting, b: Sighting) -> bool:
    """True where one tells a stretch of time ("within a day", "since Monday") or several places, and the other not.

    What the one leaves out may lie outside the other's; neither a later count nor a contradiction can be shown.
    """
    if bool(a.figure.other_places) != bool(b.figure.other_places):
        return True
    stretches = [s.figure.when for s in (a, b) if s.figure.when is not None and window(s) is None]
    several = [w for w in (window(a), window(b)) if w is not None and w[0] != w[1]]
    told = (window(a) is not None, window(b) is not None)
    return bool(stretches) or (len(several) == 1 and told[0] != told[1])


def _one_day_of_many(told: Sighting, bare: Sighting, asking: Asking) -> str | None:
    """The sentence where one counts a day, and the other is the toll of a country or region some days later."""
    days, place, as_of = window(told), bare.figure.place, bare.as_of
    if days is None or days[0] != days[1] or window(bare) is not None or as_of is None or as_of.start is None:
        return None
    wide = place is None or place.kind in _WIDE
    if not (bare.running or bare.going_on) or not wide or (as_of.start - days[1]).days < _GONE_ON:
        return None
    if within_tenth(asking.meant[told.id].stated or 0, asking.meant[bare.id].stated or 0):
        # The day on which all of them were hurt: an earthquake's toll is of one day, whenever it is told.
        return None
    return f"{start(of_figure(told))} counts one day ({_days(days)}), {of_figure(bare)} all told by {state_day(bare)}."


def window(sighting: Sighting) -> tuple[dt.date, dt.date] | None:
    """The days that a figure counts, where its report tells both ends; null for what began long before its state.

    A toll that is given on a day ("rose to 290 on Monday") is of that state, not of that day's dead; nor is a count
    that goes on ("32 so far").
    """
    when, as_of = sighting.figure.when, sighting.as_of
    if when is None or when.start_date is None or when.end_date is None:
        return None
    days = (when.end_date - when.start_date).days
    of_state = sighting.running and as_of is not None and as_of.end == when.end_date
    if (sighting.going_on and days == 0) or (of_state and days <= 1):
        return None
    if as_of is not None and as_of.start is not None and (as_of.start - when.start_date).days > _LONG_AGO:
        return None
    return when.start_date, when.end_date


def _may_go_on(a: tuple[dt.date, dt.date], b: tuple[dt.date, dt.date]) -> bool:
    """True for two stretches of days that overlap: the ends of a count under way are its states, and no difference."""
    return a[0] < a[1] and b[0] < b[1] and max(a[0], b[0]) <= min(a[1], b[1])


def _days(days: tuple[dt.date, dt.date]) -> str:
    return day(days[0]) if days[0] == days[1] else f"{day(days[0])} to {day(days[1])}"


def are_nested_places(a: Sighting, b: Sighting, asking: Asking) -> bool:
    """True where one counts a place inside the other's, or one facility, and the numbers lie far apart."""
    place = match_scopes(asking.scope[a.id], asking.scope[b.id])
    facilities = [s.figure.place for s in (a, b) if s.figure.place is not None and s.figure.place.kind == "facility"]
    inside = place in ("narrower", "wider") or (place == "unknown" and any(is_own(p) for p in facilities))
    low, high = sorted(asking.meant[s.id].stated or 0 for s in (a, b))
    return inside and high > _TWICE * low


def different_places(a: Sighting, b: Sighting, asking: Asking) -> str | None:
    """The sentence on two places that both reports name, of which one holds the other and counts many times more."""
    one, other = asking.scope[a.id], asking.scope[b.id]
    if "vague" in (a.figure.qualifier, b.figure.qualifier) or one.others or other.others:
        return None
    inner, outer = sorted((a, b), key=lambda s: asking.meant[s.id].stated or 0)
    if (asking.meant[inner.id].stated or 0) < _LARGE:
        return None
    if (asking.meant[outer.id].stated or 0) < _TIMES * (asking.meant[inner.id].stated or 0):
        return None
    within, around = (asking.scope[s.id].place for s in (inner, outer))
    if within is None or around is None or within.name == around.name or not (is_own(within) and is_own(around)):
        return None
    if match_scopes(one, other) not in ("narrower", "wider") or (within.kind in _WIDE and around.kind not in _WIDE):
        return None
    inside = f", and {within.name} lies in {around.name}" if around.kind in _WIDE else ""
    return f"{_both(inner, outer)} count different places ({within.name}; {around.name}){inside}."


def _different_people(a: Sighting, b: Sighting, asking: Asking, people: Fit) -> str | None:
    """Groups that lie apart, or one within the other where the smaller number counts the narrower group."""
    groups = who(a.figure.population), who(b.figure.population)
    numbers = [asking.meant[s.id].stated or 0 for s in (a, b)]
    unknown = any(asking.scope[s.id].population.startswith("group:") for s in (a, b))
    if unknown or groups[0].casefold() == groups[1].casefold():
        return None
    side_by_side = people == "apart" and a.report.id == b.report.id
    if min(numbers) < _FEW or (max(numbers) > _TIMES * min(numbers) and not side_by_side):
        return None
    if people == "apart":
        classes = [asking.scope[s.id].population for s in (a, b)]
        if asking.same_number(a, b) or asking.populations.cuts_across(*classes):
            # "24 men", "24 suspects": one number is no two groups' by chance, nor are women no rebels.
            return None
        return f"{_both(a, b)} count different people ({groups[0]}; {groups[1]})."
    narrow, wide = (a, b) if people == "narrower" else (b, a)
    named = wide.figure.population.group is not None
    if a.report.id != b.report.id and (named or a.as_of is None or b.as_of is None):
        # "Gunmen" and "militants" of two reports, or of days that nobody told, are two counts as often as one.
        return None
    if asking.same_number(a, b):
        if wide.figure.population.group is None:
            return None
        told = [f"{who(s.figure.population)} ({said(s)} by {source(s)})" for s in (narrow, wide)]
        return f"One number is told of two groups: {told[0]} and {told[1]}." if a.report.id != b.report.id else None
    if (asking.meant[narrow.id].stated or 0) > (asking.meant[wide.id].stated or 0):
        return None
    return (
        f"{start(of_figure(narrow))} counts {who(narrow.figure.population)} only, {of_figure(wide)} all "
        f"{who(wide.figure.population)}: the one number may be part of the other."
    )


def _both(a: Sighting, b: Sighting) -> str:
    return f"{start(of_figure(a))} and {of_figure(b)}"
