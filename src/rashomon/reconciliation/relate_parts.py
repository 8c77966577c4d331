"""The relations of parts to their wholes, each with its reason, and the issues of parts that do not add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.model.assessment import FigureRelation
from rashomon.model.issue import Issue
from rashomon.reconciliation.parts_of_wholes import Nesting
from rashomon.reconciliation.questions import Asking
from rashomon.reconciliation.relate_histories import relation
from rashomon.reconciliation.scopes import compare_periods, compare_populations, match_scopes
from rashomon.reconciliation.sightings import Sighting
from rashomon.reconciliation.wording import counted, counted_in, measured, number, said


def relate_parts(nestings: Sequence[Nesting], asking: Asking) -> Iterator[FigureRelation]:
    """The part-of relations of those parts that fit into their wholes, with the sum where all parts make the whole."""
    sums = _divisions(nestings, asking)
    for nesting in nestings:
        part, whole = nesting.part, nesting.whole
        n, total = asking.meant[part.id].stated, asking.meant[whole.id].stated
        if n is not None and total is not None and n > total and asking.meant[whole.id].high is not None:
            continue
        how = "the report says so" if nesting.stated else _nested_by(nesting, asking)
        arithmetic = sums.get(whole.id, "")
        # Where the words for the groups do not nest, one of them is not what is counted.
        nests = compare_populations(asking.scope[part.id], asking.scope[whole.id], asking.populations)
        what = counted_in(whole) if nests in ("same", "narrower", "unknown") else measured(whole.figure.measure)
        reason = f"{_told_apart(part, n, what)} part of the {said(whole)} {what}: {how}{arithmetic}."
        yield relation("part of", part, whole, reason)


def _told_apart(part: Sighting, number: float | None, what: str) -> str:
    """A part as the subject of a sentence, with its verb."""
    group = part.figure.population.group or ""
    if part.figure.qualifier == "fraction":
        return f"The share {said(part)} is told as a"
    if number == 1 and part.figure.qualifier == "exact":
        one = "One person" if part.figure.unit == "person" else "One"
        return f"{f'One {group}' if group.isalpha() and not group.endswith('s') else one} told of is"
    bare = measured(part.figure.measure)
    return f"The {said(part)} {bare if what == bare else counted_in(part)} are"


def _nested_by(nesting: Nesting, asking: Asking) -> str:
    part, whole = nesting.part, nesting.whole
    if part.handled:
        return f"it counts bodies that were {part.handled}"
    if nesting.summed:
        return "with other numbers of the report they make up that total"
    one, other = asking.scope[part.id], asking.scope[whole.id]
    if compare_populations(one, other, asking.populations) == "narrower":
        return "the same report counts a narrower group"
    if match_scopes(one, other) == "narrower":
        return "the same report counts a place inside the other"
    return "the same report counts fewer of the same days"


def _divisions(nestings: Sequence[Nesting], asking: Asking) -> dict[str, str]:
    """For each whole that its parts add up to, the sum in figures."""
    found: dict[str, str] = {}
    for whole, parts in _by_whole(nestings).items():
        numbers = [asking.meant[p.part.id].stated for p in parts]
        total = asking.meant[whole].stated
        known = [n for n in numbers if n is not None]
        if len(known) > 1 and len(known) == len(numbers) and sum(known) == total:
            found[whole] = f"; the parts add up ({' + '.join(number(n) for n in known)} = {number(sum(known))})"
    return found


def _by_whole(nestings: Sequence[Nesting]) -> dict[str, list[Nesting]]:
    found: dict[str, list[Nesting]] = defaultdict(list)
    for nesting in nestings:
        found[nesting.whole.id].append(nesting)
    return found


def check_parts(nestings: Sequence[Nesting], asking: Asking) -> Iterator[Issue]:
    """An issue where a part is larger than its whole, or stated parts that do not overlap add up to more, with the
    arithmetic.
    """
    for parts in _by_whole([n for n in nestings if n.part.copied_from is None]).values():
        whole = parts[0].whole
        meant_whole = asking.meant[whole.id]
        if meant_whole.stated is None or meant_whole.high is None:
            continue
        for nesting in parts:
            part = asking.meant[nesting.part.id]
            if part.low is not None and part.low > meant_whole.high:
                yield _issue(
                    "part_exceeds_whole",
                    nesting.part,
                    f"{said(nesting.part)} {counted(nesting.part.figure)} are said to be part of {said(whole)}: "
                    f"{number(part.low)} > {number(meant_whole.high)}.",
                )
        disjoint = [p for p in parts if p.stated and _apart_from_all(p, parts, asking)]
        known = [n for p in disjoint if (n := asking.meant[p.part.id].low) is not None]
        if len(known) > 1 and sum(known) > meant_whole.high:
            yield _issue(
                "parts_exceed_whole",
                whole,
                f"The parts of {said(whole)} {counted(whole.figure)} add up to more: "
                f"{' + '.join(number(n) for n in known)} = {number(sum(known))} > {number(meant_whole.high)}.",
            )


def _apart_from_all(nesting: Nesting, parts: Sequence[Nesting], asking: Asking) -> bool:
    mine = asking.scope[nesting.part.id]
    return all(
        p is nesting
        or compare_populations(mine, asking.scope[p.part.id], asking.populations) == "apart"
        or match_scopes(mine, asking.scope[p.part.id]) == "apart"
        or compare_periods(mine, asking.scope[p.part.id]) == "apart"
        for p in parts
    )


def _issue(code: str, sighting: Sighting, message: str) -> Issue:
    figure = sighting.figure
    return Issue(
        code=code,
        severity="warning",
        report=sighting.report.id,
        claim=sighting.id,
        start=figure.number_start if figure.field == "text" else None,
        end=figure.number_end if figure.field == "text" else None,
        message=message,
        suggestion="Read the passage and decide which number was meant.",
    )
