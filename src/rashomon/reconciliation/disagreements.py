"""What does not fit together: numbers, minimums far apart, what a copy changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model.assessment import Disagreement, DisagreementSide, FigureRelation
from rashomon.reconciliation.assess_questions import Answered
from rashomon.reconciliation.histories import RISING
from rashomon.reconciliation.number_ranges import FAR_APART
from rashomon.reconciliation.policies import Standing, standing_figures
from rashomon.reconciliation.questions import Asking
from rashomon.reconciliation.sighting_order import is_later
from rashomon.reconciliation.sightings import Sighting
from rashomon.reconciliation.wording import counted, outlet, said, source


def disagreements_on(answered: Answered, relations: Sequence[FigureRelation], asking: Asking) -> Iterator[Disagreement]:
    """At most one disagreement over a question's numbers, and one over minimums that lie far apart."""
    standing = {s.sighting.id: s for s in standing_figures(answered.histories, asking)}
    pairs = [(r, standing.get(r.from_claim), standing.get(r.to_claim)) for r in relations]
    against = [(r, a, b) for r, a, b in pairs if r.type == "contradict" and a and b]
    if against:
        sides = {s.sighting.id: s for _, a, b in against for s in (a, b) if s}
        yield _of_numbers("figure", list(sides.values()), against[0][0].reason)
    minimums = [
        (r, a, b)
        for r, a, b in pairs
        if r.type == "compatible" and a and b and a.meant.high is None and b.meant.high is None and _far(a, b)
        if not any(_is_overtaken(a, later) and _is_overtaken(b, later) for later in standing.values())
    ]
    if minimums and not against:
        sides = {s.sighting.id: s for _, a, b in minimums for s in (a, b) if s}
        yield _of_numbers("minimums", list(sides.values()), minimums[0][0].reason)


def _is_overtaken(early: Standing, later: Standing) -> bool:
    """True for a minimum of a count that only rises, where a named root has counted more in a later state."""
    rises = early.sighting.counting in RISING and later.sighting.root is not None
    return rises and later.number > early.number and is_later(later.sighting, early.sighting)


def _far(a: Standing, b: Standing) -> bool:
    if "vague" in (a.sighting.figure.qualifier, b.sighting.figure.qualifier):
        return False
    return abs(a.number - b.number) > FAR_APART * max(a.number, b.number)


def _of_numbers(kind: str, standing: Sequence[Standing], reason: str) -> Disagreement:
    by_number: dict[float, list[Standing]] = {}
    for s in sorted(standing, key=lambda s: (s.number, s.sighting.order, s.sighting.id)):
        by_number.setdefault(s.number, []).append(s)
    sides = tuple(
        DisagreementSide(
            text=(
                f"{said(some[0].sighting)} {counted(some[0].sighting.figure)} "
                f"({', '.join(dict.fromkeys(source(s.sighting) for s in some))})"
            ),
            claims=tuple(s.sighting.id for s in some),
        )
        for some in by_number.values()
    )
    return Disagreement(
        kind="figure" if kind == "figure" else "minimums",
        sides=sides,
        reason=reason,
        settle="A later count by one of them, or a third count from an origin of no side that says how it counted.",
    )


def altered_numbers(sightings: Sequence[Sighting]) -> Iterator[Disagreement]:
    """Figures that a copy changed on the way: both wordings; the version copied from counts."""
    by_id = {s.id: s for s in sightings}
    for sighting in sightings:
        original = by_id.get(sighting.copied_from or "")
        if not sighting.altered or original is None:
            continue
        yield Disagreement(
            kind="alteration",
            sides=(
                DisagreementSide(
                    text=f"{said(original)} {counted(original.figure)} ({outlet(original)})", claims=(original.id,)
                ),
                DisagreementSide(
                    text=f"{said(sighting)} {counted(sighting.figure)} ({outlet(sighting)})", claims=(sighting.id,)
                ),
            ),
            reason="One text with two numbers: nothing shows which of the two was copied from."
            if sighting.undecided
            else "One text with two numbers: the copy changed it on the way, and the version copied from counts.",
            settle="The text that was copied, or the statement of its origin.",
        )
