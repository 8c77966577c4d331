"""The toll of the main event: how many it killed and injured, told report by report and weighed over the reports."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from rashomon.knowledge.victim_words import VictimWords
from rashomon.model.happening import Toll
from rashomon.model.material import Material
from rashomon.model.remembered import remembered
from rashomon.model.report import Report
from rashomon.reconciliation.current_numbers import Answers
from rashomon.reconciliation.growing_tolls import grown_tolls
from rashomon.reconciliation.interests import interest_of
from rashomon.reconciliation.report_counts import BODY, START, Sum, is_of_a_people, is_single, sums_of
from rashomon.reconciliation.sightings import Sighting
from rashomon.reconciliation.wording import listed, source

#: A later report knows more, by so much for the last one.
_LATER = 0.3
#: What a report says that tells of the injured and of no dead, where no report leads with any.
_NONE_TOLD = 0.7
#: A stretch longer than this (days) is no count of one happening; a day may be known by its week or month only.
_STRETCH = 3
#: A count of one people only, where another report counts more without asking whose they were.
_OF_A_PEOPLE = 0.2
#: What a party counts in its own interest, where somebody else counts as well.
_IN_INTEREST = 0.2
#: A report that only tells of single victims where another counts several.
_UNCOUNTED = 0.6
#: An attacker's death is looked for so far down (characters); further down it is often another attacker's.
_TOLD_EARLY = 2500
_ROUGH = ("week", "month")
_ENOUGH = ("exact", "at_least", "more_than", "approx", "range")


def find_toll(
    told: Material,
    sightings: Sequence[Sighting],
    answers: Answers,
    day: dt.date | None,
    words: VictimWords,
) -> tuple[Toll | None, Toll | None]:
    """The killed and the injured of the happening of `day`; null where no report tells of any."""
    by_report: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        if is_of_the_day(sighting, day):
            by_report[sighting.report.id].append(sighting)
    reports = [by_report[r.id] for r in told.reports]
    dead = [sums_of(some, "killed", answers, words) for some in reports]
    injured = [sums_of(some, "injured", answers, words) for some in reports]
    struck = [sums_of(some, "other:casualties", answers, words) for some in reports]
    alive = [[*a, *b] for a, b in zip(injured, struck, strict=True)]
    killed = _with_attacker(_elect(dead, alive, "killed", answers), dead, told, answers, words)
    taken = killed.value if killed else 0.0
    left = [_without_dead(some, taken) for some in struck]
    before = _before_the_dead(dead, injured)
    own = [_without_dead(some, taken) if n in before else some for n, some in enumerate(injured)]
    hurt = [[*a, *b] for a, b in zip(own, left, strict=True)]
    return killed, _elect(hurt, dead, "injured", answers, dead_taken=killed)


def _with_attacker(
    killed: Toll | None, dead: Sequence[Sequence[Sum]], told: Material, answers: Answers, words: VictimWords
) -> Toll | None:
    """The toll with the attacker who died, where reports tell that death and one of them counts so many.

    "Two dead, gunman among them" and "killed one before shooting himself" are two counts of the same dead.
    """
    if killed is None or killed.value < 1 or not any(_tells_attackers_death(r, words) for r in told.reports):
        return killed
    more = [one for some in dead for one in some if one.value == killed.value + 1 and one.weight > BODY]
    if not more:
        return killed
    with_him = _toll(killed.value + 1, more, "killed", answers)
    return replace(
        with_him, calculation=f"{killed.value:g} + the attacker, who died = {with_him.value:g}, by {_tellers(more)}."
    )


@remembered(4_000)
def _tells_attackers_death(report: Report, words: VictimWords) -> bool:
    told = (report.title or "", report.text[:_TOLD_EARLY])
    return any(words.own_death.search(text) or words.attacker_dead.search(text) for text in told)


def _before_the_dead(dead: Sequence[Sequence[Sum]], injured: Sequence[Sequence[Sum]]) -> frozenset[int]:
    """The reports whose injured hold those who died later: older than the first that tells of a death.

    Where no report tells of dead and injured together, whoever tells of injured only means the same people.
    """
    deadly = [n for n, some in enumerate(dead) if any(one.value for one in some)]
    if not deadly:
        return frozenset()
    both = any(injured[n] for n in deadly)
    return frozenset(n for n in range(len(dead)) if n < deadly[0] or (not both and n not in deadly))


def is_of_the_day(sighting: Sighting, day: dt.date | None) -> bool:
    """True for a count of people that stands and that nothing told keeps from the happening of that day."""
    figure, when = sighting.figure, sighting.figure.when
    if figure.unit != "person" or figure.value is None or figure.qualifier not in _ENOUGH:
        return False
    if (
        sighting.earlier
        or sighting.taken_back
        or sighting.handled
        or figure.realis not in ("happened", "claimed", "background")
    ):
        return False
    if when is None or when.start_date is None or day is None:
        return figure.realis != "background"
    first, last = when.start_date, when.end_date or when.start_date
    if when.precision in _ROUGH and figure.realis != "background":
        return first <= day <= last  # "in a July shooting": one day of it
    if (last - first).days > _STRETCH:
        # "Killed two people in October", told a year later, is of a day in October; "40 this year" is another count.
        return figure.realis == "background" and first <= day <= last and (last - first).days <= 31
    if figure.realis == "background":
        return first - dt.timedelta(days=1) <= day <= last
    return last >= day


def _without_dead(sums: Sequence[Sum], killed: float) -> list[Sum]:
    """The counts of those struck without the dead among them: of "five people shot" one died, so four were hurt."""
    return [Sum(max(0.0, one.value - killed), one.weight, one.parts) for one in sums]


def _elect(
    sums: Sequence[Sequence[Sum]],
    beside: Sequence[Sequence[Sum]],
    measure: str,
    answers: Answers,
    dead_taken: Toll | None = None,
) -> Toll | None:
    """The number that the reports say most, each with one voice that it divides among its sentences.

    What an early report leads with speaks for what later days made of it (`growing_tolls.py`).
    """
    leads = any(one.value and one.weight > BODY for some in sums for one in some)
    counted = any(one.value > 1 and one.weight > BODY for some in sums for one in some)
    grown = grown_tolls(sums)
    votes: dict[float, float] = defaultdict(float)
    for n, some in enumerate(sums):
        if not some and beside[n] and not leads:
            votes[0.0] += _NONE_TOLD
        # A report that leads with the injured and tells of dead only further down speaks for none as well.
        aside = START if some and not leads and any(one.weight > BODY for one in beside[n]) else 0.0
        voice = (1 + _LATER * (n + 1) / len(sums)) / ((sum(s.weight for s in some) + aside) or 1.0)
        votes[0.0] += aside * voice
        if counted and some and all(is_single(one) for one in some):
            voice *= _UNCOUNTED
        for one in some:
            asked_for = is_of_a_people(one) and any(
                other.value > one.value and not is_of_a_people(other) for more in sums for other in more
            )
            said = (
                one.weight
                * voice
                * (_OF_A_PEOPLE if asked_for else 1.0)
                * (_IN_INTEREST if interest_of(one.parts[0]) == "in" else 1.0)
            )
            votes[grown.get((n, one.value), one.value)] += said
    if not votes:
        return None
    value = max(votes, key=lambda v: (votes[v], v))
    giving = [one for some in sums for one in some if one.value == value]
    return replace(_toll(value, giving, measure, answers), calculation=_calculation(giving, value, dead_taken))


def _toll(value: float, giving: Sequence[Sum], measure: str, answers: Answers) -> Toll:
    claims = tuple(dict.fromkeys(s.id for one in giving for s in one.parts))
    best = tuple(
        a.id
        for a in answers.assessments
        if a.question.measure == measure and a.best == value and set(a.claims) & set(claims)
    )
    return Toll(value=value, claims=claims, assessments=best, calculation="")


def _calculation(giving: Sequence[Sum], value: float, dead_taken: Toll | None) -> str:
    """How the number came about, in words."""
    if not giving:
        return "No report tells of any."
    first = max(giving, key=lambda one: (len(one.parts) == 1, one.weight))
    stated = sum(s.figure.value or 0.0 for s in first.parts)
    who = _tellers(giving)
    if stated != value and dead_taken is not None:
        return f"{stated:g} struck less {dead_taken.value:g} killed, by {who}."
    if len(first.parts) > 1:
        return f"{' + '.join(f'{s.figure.value:g}' for s in first.parts)} = {value:g}, by {who}."
    worked_out = first.parts[0].figure.calculation
    return f"{worked_out}, by {who}." if worked_out and stated == value else f"{value:g} by {who}."


def _tellers(giving: Sequence[Sum]) -> str:
    return listed(sorted({source(s) for one in giving for s in one.parts}))
