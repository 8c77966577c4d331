"""The estimates of an event's deaths: best with its parts, low and high, never of two origins added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass

from rashomon.model.happening import Event
from rashomon.rendering.exports.counts import Count, counts_of
from rashomon.rendering.exports.ged.sides import Side, Sides
from rashomon.rendering.exports.tallies import Tally, pool_of, tallies_of
from rashomon.rendering.lookup import Lookup

PARTS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")


@dataclass(frozen=True, slots=True)
class Estimate:
    """One row's numbers: `parts` add up to best; `roots` and `figures` give them; `simplified` says what is lost."""

    parts: dict[str, int]
    low: int
    high: int
    roots: tuple[str, ...]
    figures: tuple[str, ...]
    simplified: tuple[str, ...]

    @property
    def best(self) -> int:
        """The sum of the parts."""
        return sum(self.parts.values())


def estimate_of(group: Sequence[Event], sides: Sides, lookup: Lookup, taken: Set[str] = frozenset()) -> Estimate | str:
    """The estimate of an event's dead, or a sentence on why there is none.

    Best is the record's own best number where an origin gives it for this event, else the lowest. Low and high span
    the origins that answer the same question; a party's claim and a count of other people stay out of all three.
    `taken`: as in `counts_of`.
    """
    counts = counts_of(group, lookup, taken)
    tallies = tallies_of(counts.standing, _stated)
    if not tallies and counts.elsewhere:
        return "Its deaths stand in the row of another event: one toll is never counted twice."
    if not tallies:
        vague = any(c.figure.qualifier == "vague" for c in counts.standing)
        return "Its deaths are told in a vague word only." if vague else "No deaths are reported for it by itself."
    pool = pool_of(tallies)
    if all(t.interested for t in pool.rivals):
        return "Only a party to the events counts the dead, in its own interest: no reliable estimate."
    chosen = next((t for t in pool.rivals if _is_best(t, lookup)), pool.rivals[0])
    if chosen.number < 1:
        return "The only count says that nobody was killed."
    high = max(_high(t) for t in pool.rivals)
    return Estimate(
        parts=_parts(chosen, sides),
        low=pool.rivals[0].number,
        high=high,
        roots=tuple(dict.fromkeys(c.root for t in (chosen, *pool.rivals) for c in t.counts if c.root)),
        figures=tuple(dict.fromkeys(c.figure.id for t in (chosen, *pool.rivals) for c in t.counts)),
        simplified=tuple(_simplified(chosen, pool.rivals, pool.apart)),
    )


def _stated(count: Count) -> int | None:
    """The number as stated, or the lower end of a range; vague words and ceilings state none."""
    figure = count.figure
    value = figure.low if figure.low is not None else figure.value
    return None if value is None or figure.qualifier in ("vague", "up_to") else int(value)


def _high(tally: Tally) -> int:
    """The top of what an origin gives; an open top ends at the stated number, which the losses say."""
    tops = [int(c.figure.high) for c in tally.counts if c.figure.high is not None]
    return max(tally.number, sum(tops) if len(tops) == len(tally.counts) else 0)


def _is_best(tally: Tally, lookup: Lookup) -> bool:
    assessment = lookup.assessment_of.get(tally.counts[0].figure.id)
    return assessment is not None and len(tally.counts) == 1 and assessment.best == tally.number


def _parts(tally: Tally, sides: Sides) -> dict[str, int]:
    """Whose dead they are: fighters of a known side, civilians, and all whose status the origin does not tell."""
    found: Counter[str] = Counter()
    for count in tally.counts:
        number = _stated(count) or 0
        split = {_column(count, sides): number} if count.people != "all" else _divided(count, number, sides)
        found.update(split)
    return {column: found[column] for column in PARTS}


def _divided(count: Count, number: int, sides: Sides) -> dict[str, int]:
    """A count of everybody by its origin's own parts: the largest of each column; the rest is unknown."""
    largest: dict[str, int] = {}
    for part in count.parts:
        column = _column(part, sides)
        if column != "deaths_unknown" and part.root == count.root:
            largest[column] = max(largest.get(column, 0), _stated(part) or 0)
    rest = number - sum(largest.values())
    return {"deaths_unknown": number} if rest < 0 else {**largest, "deaths_unknown": rest}


def _column(count: Count, sides: Sides) -> str:
    if count.people == "civilians":
        return "deaths_civilians"
    if count.people == "fighters":
        for side, column in ((sides.a, "deaths_a"), (sides.b, "deaths_b")):
            if _is_of(count, side):
                return column
    return "deaths_unknown"


def _is_of(count: Count, side: Side | None) -> bool:
    told = (count.figure.population.side or "").casefold()
    return side is not None and bool(told) and told in side.known_as


def _simplified(chosen: Tally, rivals: Sequence[Tally], apart: Sequence[Tally]) -> list[str]:
    reasons = []
    if len({t.number for t in rivals}) > 1:
        reasons.append("Origins differ: low, best and high are numbers of different origins, and none is a sum of two.")
    elif len(chosen.counts) > 1:
        reasons.append("One origin's counts of different people were added.")
    if any(c.figure.high is None for t in rivals for c in t.counts):
        reasons.append("An open top (27 or more) ends at the stated number: the GED has no open bound.")
    if any(t.interested for t in apart):
        reasons.append("A party's claim in its own interest stays out of low, best and high.")
    if any(not t.interested for t in apart):
        reasons.append("Another origin's count of other people is not in the row: two origins are never added.")
    return reasons
