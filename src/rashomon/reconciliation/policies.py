"""The named policies: which of the standing figures of a question is taken as best."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model.assessment import Policy, Support
from rashomon.reconciliation.histories import RISING, History
from rashomon.reconciliation.interests import interest_of
from rashomon.reconciliation.number_ranges import Meant, within_tenth
from rashomon.reconciliation.questions import Asking
from rashomon.reconciliation.sighting_order import is_later
from rashomon.reconciliation.sightings import Sighting, shared_roots

#: Ways of counting, best first: heads counted one by one, then lists, then estimates.
_BASES = ("identified", "verified", "counted", "registered", "compiled", "reported", "unknown", "estimated", "modelled")
#: A basis that is a stated method: one root with it is "documented".
DOCUMENTED = frozenset({"identified", "verified", "counted", "registered"})
#: Kinds of source that without a name are nobody in particular.
_NO_OFFICE = frozenset({"unnamed", "monitor", "media", "expert", "official"})
_RANK: dict[Support, int] = {
    "corroborated": 4,
    "documented": 4,
    "single": 3,
    "disputed": 2,
    "party only": 1,
    "withdrawn": 0,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A figure that a voice still stands by: the newest of its history."""

    history: History
    sighting: Sighting
    meant: Meant

    @property
    def number(self) -> float:
        """The stated number; the callers keep only figures that state one."""
        return self.meant.stated if self.meant.stated is not None else 0.0

    @property
    def is_party(self) -> bool:
        """True where a side speaks in its own interest."""
        return interest_of(self.sighting) == "in"


def standing_figures(histories: Sequence[History], asking: Asking) -> list[Standing]:
    """The newest unsuperseded figures of every voice; a voice that gives two numbers for one time has both.

    What a report calls an earlier count stands no more where its own newer one answers the same question.
    """
    found = [
        Standing(history, point.first, asking.meant[point.first.id])
        for history in histories
        for point in history.points
        if point.superseded_by is None
    ]
    found = [s for s in found if s.meant.stated is not None]
    newer = {s.sighting.report.id for s in found if not s.sighting.earlier}
    return [s for s in found if not (s.sighting.earlier and s.sighting.report.id in newer)]


def support_of(number: float, standing: Sequence[Standing]) -> Support:
    """How well a number is supported by the voices that give it within a tenth."""
    near = [s for s in standing if within_tenth(s.number, number)]
    neutral = [s for s in near if not s.is_party]
    if not neutral:
        return "party only"
    roots = _independent(neutral)
    sides = {s.sighting.side or s.sighting.voice for s in roots.values()}
    if len(sides) > 1:
        return "corroborated"
    others = [s for s in standing if not s.is_party]
    if all(any(_contradicts(other, one) for other in others) for one in neutral):
        return "disputed"
    if any(s.sighting.figure.basis in DOCUMENTED for s in roots.values()):
        return "documented"
    return "single"


def _independent(standing: Sequence[Standing]) -> dict[str, Standing]:
    """One figure for each root that counts for itself.

    A joint statement adds nothing beside one of those who made it, nor a description ("police") beside a root of its
    kind or the same description elsewhere: it may be the same office.
    """
    named = [s for s in standing if s.sighting.root is not None]
    found: dict[str, Standing] = {}
    kinds: set[str] = set()
    for s in sorted(named, key=lambda s: (_is_description(s), s.sighting.order, s.sighting.id)):
        if any(shared_roots(s.sighting, other.sighting) for other in found.values()):
            continue
        if any(other.root in s.sighting.draws_on or s.sighting.root in other.draws_on for other in roots_of(found)):
            continue
        kind = s.sighting.figure.attribution.kind if s.sighting.figure.attribution else "unnamed"
        if _is_description(s) and (kind in kinds or kind in _NO_OFFICE):
            continue
        kinds.add(kind)
        found[s.sighting.voice] = s
    return found


def roots_of(found: dict[str, Standing]) -> list[Sighting]:
    """The figures that stand for the roots counted so far."""
    return [s.sighting for s in found.values()]


def _is_description(standing: Standing) -> bool:
    """True for a source without a name of its own."""
    return not any(w[:1].isupper() for w in (standing.sighting.root or "").split())


def _contradicts(other: Standing, one: Standing) -> bool:
    """Whether two figures cannot both be true: closed away from each other, and no later state of a rising count."""
    if within_tenth(other.number, one.number):
        return False
    low, high = sorted((other, one), key=lambda s: s.number)
    if low.meant.high is None or (high.meant.low is not None and low.meant.high >= high.meant.low):
        return False
    rises = high.sighting.counting in RISING and low.sighting.counting in RISING
    return not (rises and (is_later(high.sighting, low.sighting) or _came_out_later(high.sighting, low.sighting)))


def _came_out_later(high: Sighting, low: Sighting) -> bool:
    """Whether a count came out days after another, where nothing but their reports' days tells what each describes."""
    days = [s.report.published for s in (high, low)]
    if any(s.as_of is None or s.as_of.how != "publication" for s in (high, low)) or None in days:
        return False
    return days[0].earliest.date() > days[1].latest.date()  # type: ignore[union-attr]


def choose_best(policy: Policy, standing: Sequence[Standing]) -> Standing | None:
    """The figure that a policy takes as best; nobody's where only parties counted (except `latest`, which asks for
    the newest).
    """
    neutral = [s for s in standing if not s.is_party]
    if policy == "latest":
        return max(neutral, key=lambda s: (_newest(s), _quality(s, standing)), default=None)
    if policy == "conservative":
        return min(neutral, key=lambda s: (s.number, _name(s)), default=None)
    if policy == "minmax":
        return None
    if policy == "ged":
        best = max((_quality(s, standing) for s in neutral), default=None)
        return min(
            (s for s in neutral if _quality(s, standing) == best), key=lambda s: (s.number, _name(s)), default=None
        )
    return max(
        neutral, key=lambda s: (_quality(s, standing), _newest(s), _directness(s), s.number, _name(s)), default=None
    )


def _quality(standing: Standing, every: Sequence[Standing]) -> int:
    return _RANK[support_of(standing.number, every)]


def _newest(standing: Standing) -> dt.date:
    as_of = standing.sighting.as_of
    return (as_of.end or as_of.start or dt.date.min) if as_of else dt.date.min


def _directness(standing: Standing) -> tuple[int, bool, bool]:
    """A better way of counting, then a named root, then a plain number, before repetition."""
    figure = standing.sighting.figure
    return -_BASES.index(figure.basis), standing.sighting.root is not None, figure.qualifier == "exact"


def _name(standing: Standing) -> str:
    return standing.sighting.id
