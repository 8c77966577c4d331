"""A question's reconciled answer: low, best and high by a named policy, their support, and the way there in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model.assessment import Assessment, BoundSupport, Policy, Question
from rashomon.model.ids import content_id
from rashomon.reconciliation.histories import History
from rashomon.reconciliation.number_ranges import is_typing_error, within_tenth
from rashomon.reconciliation.policies import Standing, choose_best, standing_figures, support_of
from rashomon.reconciliation.questions import Asked, Asking
from rashomon.reconciliation.sightings import Sighting
from rashomon.reconciliation.wording import listed, said, source, state_day


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its figures, histories and question record."""

    asked: Asked
    question: Question
    histories: list[History]
    series: tuple[str, ...]


def assess(answered: Answered, ceilings: Sequence[Sighting], policy: Policy, asking: Asking) -> Assessment | None:
    """The assessment of a live question; null where no figure states a number."""
    every = standing_figures(answered.histories, asking)
    if not every:
        return None
    odd = outliers(every)
    standing = [s for s in every if s not in odd]
    neutral = [s for s in standing if not s.is_party]
    best = choose_best(policy, standing)
    low = min((s.meant.low for s in _setting_low(neutral) if s.meant.low is not None), default=None)
    top, high = _top(neutral)
    if policy in ("minmax", "ged") and neutral:
        low, high = _with_parties(low, high, standing)
    tops = [asking.meant[c.id].stated for c in ceilings]
    members = answered.asked.members
    return Assessment(
        id=content_id("assessment", *sorted(s.id for s in members)[:1], policy),
        question=answered.question,
        low=low,
        best=best.number if best else None,
        high=high,
        ceiling=max((t for t in tops if t is not None), default=None),
        support=BoundSupport(
            low=support_of(low, standing) if low is not None else None,
            best=support_of(best.number, standing) if best else None,
            high=support_of(high, standing) if high is not None else None,
        ),
        roots=tuple(dict.fromkeys(h.root for h in answered.histories if h.root is not None)),
        claims=tuple(s.id for s in members) + tuple(c.id for c in ceilings),
        series=answered.series,
        best_claim=best.sighting.id if best else None,
        calculation=_calculation(best, neutral, top, standing, policy),
        notes=tuple(_notes(answered, standing, odd, best)),
    )


def outliers(standing: Sequence[Standing]) -> list[Standing]:
    """Figures that one slip of the finger makes of a better-supported number."""
    found: list[Standing] = []
    for one in standing:
        others = [s for s in standing if s is not one and is_typing_error(one.number, s.number)]
        if any(_weight(other, standing) > _weight(one, standing) for other in others):
            found.append(one)
    return found


def _weight(standing: Standing, every: Sequence[Standing]) -> int:
    """How many reports' voices stand behind a number; only those of different voices count."""
    return len({s.sighting.voice for s in every if within_tenth(s.number, standing.number)})


def _setting_low(neutral: Sequence[Standing]) -> list[Standing]:
    """The figures that set the lower bound: "dozens" leaves room for a number and stands beside it, no more."""
    told = [s for s in neutral if s.sighting.figure.qualifier != "vague"]
    return told or list(neutral)


def _top(neutral: Sequence[Standing]) -> tuple[Standing | None, float | None]:
    """The highest figure, and its upper bound: null where it is open."""
    top = max(neutral, key=lambda s: (s.number, s.meant.high is None, s.sighting.id), default=None)
    if top is None or top.meant.high is None:
        return top, None
    return top, max(s.meant.high for s in neutral if s.meant.high is not None)


def _with_parties(
    low: float | None, high: float | None, standing: Sequence[Standing]
) -> tuple[float | None, float | None]:
    lows = [s.meant.low for s in standing if s.meant.low is not None]
    highs = [s.meant.high for s in standing]
    return min([*lows, *([low] if low is not None else [])]), (
        None if high is None or None in highs else max(h for h in highs if h is not None)
    )


def _calculation(
    best: Standing | None,
    neutral: Sequence[Standing],
    top: Standing | None,
    standing: Sequence[Standing],
    policy: Policy,
) -> str:
    """How the bounds came about, in words."""
    if not neutral:
        names = listed(sorted({source(s.sighting) for s in standing}))
        return f"Only parties counted ({names}), so no best number is given."
    least = min(
        _setting_low(neutral), key=lambda s: (s.meant.low if s.meant.low is not None else s.number, s.sighting.id)
    )
    if len(neutral) == 1 and best:
        return f"One figure: {said(best.sighting)} by {source(best.sighting)} ({state_day(best.sighting)})."
    parts = [f"Low: {said(least.sighting)} by {source(least.sighting)}"]
    if best:
        parts.append(f"best: {said(best.sighting)} by {source(best.sighting)} ({_why(policy)})")
    if top:
        tail = ", with no upper bound" if top.meant.high is None else ""
        parts.append(f"high: {said(top.sighting)} by {source(top.sighting)}{tail}")
    return "; ".join(parts) + "."


def _why(policy: Policy) -> str:
    return {
        "recommended": "the newest of the best supported",
        "conservative": "the lowest",
        "ged": "the lowest of the best supported",
        "minmax": "no best is chosen",
        "latest": "the newest",
    }[policy]


def _notes(
    answered: Answered, standing: Sequence[Standing], odd: Sequence[Standing], best: Standing | None
) -> list[str]:
    notes: list[str] = []
    parties = [s for s in standing if s.is_party]
    if parties and len(parties) == len(standing):
        notes.append(f"Only parties counted: {listed(sorted({source(s.sighting) for s in parties}))}.")
    elif parties:
        shown = listed([f"{said(s.sighting)} by {source(s.sighting)}" for s in parties])
        notes.append(f"Shown apart because a party gives it in its own interest: {shown}.")
    notes += [
        f"{said(s.sighting)} by {source(s.sighting)} is probably a typing error and is left out of the range."
        for s in odd
    ]
    hedged = [
        h for h in answered.histories for p in h.points if len({m.figure.qualifier for m in [p.first, *p.others]}) > 1
    ]
    if hedged:
        notes.append(f"The hedge varies between reports of {listed(sorted({h.root or 'one outlet' for h in hedged}))}.")
    notes += _kinships([s.sighting for s in standing])
    if best and best.sighting.root is None:
        notes.append("No origin is named for the best number: it is the outlet's own voice.")
    if best and any(m.root is None for h in answered.histories if h.root for p in h.points for m in p.members):
        notes.append(
            "A report that names nobody gives the same number; it probably has the same origin and adds no support."
        )
    return notes


def _kinships(standing: Sequence[Sighting]) -> list[str]:
    """What binds origins to each other or to a party: one family, one compiling the other, an authority above."""
    notes: list[str] = []
    by_family: dict[str, dict[str, None]] = {}
    roots = list(dict.fromkeys(s.root for s in standing if s.root is not None))
    for s in standing:
        family = s.figure.attribution.family if s.figure.attribution else None
        if s.root is not None and family is not None and family != s.root:
            by_family.setdefault(family, {})[s.root] = None
    for family, members in by_family.items():
        if len(members) > 1:
            notes.append(f"{listed(sorted(members))} belong to one house, {family}, and count for themselves.")
    told = {s.root: s for s in standing if s.root is not None}
    for root, s in told.items():
        drawn = [r for r in roots if r in s.draws_on]
        if drawn:
            notes.append(f"{root} draws on {listed(drawn)} and adds no support to it.")
        if s.works_under is not None:
            notes.append(f"{root} works under {s.works_under}.")
    return notes
