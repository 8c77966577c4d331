"""A story's reconciled record as persons decided it: recommended figures, graded roots."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rashomon.model.assessment import Assessment, Series, SeriesPoint
from rashomon.model.attribution import Root
from rashomon.model.decision import Decision
from rashomon.model.material import Reconciled


def decide_record(reconciled: Reconciled, decisions: Sequence[Decision]) -> tuple[Reconciled, dict[str, str]]:
    """The record with the recommended figures set and the roots graded; what the machine calculated stays beside it.

    A recommended figure lapses as soon as its own root has a later one: then the machine's answer stands again. The
    second value names the lapsed claims, each with the claim that came after it.
    """
    later = _lapsed(reconciled, decisions)
    recommended = {d.targets[0]: d for d in decisions if d.kind == "recommend" and d.targets[0] not in later}
    grades = {d.targets[0].casefold(): d for d in decisions if d.kind == "grade_root"}
    points = {c: p for s in reconciled.series for p in s.points for c in (p.claim, *p.claims)}
    if not recommended and not grades:
        return reconciled, later
    decided = msgspec.structs.replace(
        reconciled,
        assessments=tuple(_recommended(a, recommended, points) for a in reconciled.assessments),
        roots=tuple(_graded(r, grades.get(r.name.casefold())) for r in reconciled.roots),
    )
    return decided, later


def _lapsed(reconciled: Reconciled, decisions: Sequence[Decision]) -> dict[str, str]:
    wanted = {d.targets[0] for d in decisions if d.kind == "recommend"}
    return {
        claim: later
        for series in reconciled.series
        for point in series.points
        for claim in wanted.intersection((point.claim, *point.claims))
        if (later := _later(point, series)) is not None
    }


def _later(point: SeriesPoint, series: Series) -> str | None:
    if point.superseded_by is not None:
        return point.superseded_by
    after = series.points[series.points.index(point) + 1 :]
    return next((p.claim for p in after if p.claim != point.claim), None)


def _recommended(
    assessment: Assessment, recommended: dict[str, Decision], points: dict[str, SeriesPoint]
) -> Assessment:
    known = [c for c in assessment.claims if c in recommended and c in points]
    if not known:
        return assessment
    chosen = max(known, key=lambda c: (recommended[c].at, recommended[c].id))
    decision, point = recommended[chosen], points[chosen]
    best = point.value if point.value is not None else point.low
    calculation = f"Best set by a reviewer on {decision.at.date().isoformat()}"
    calculation += f": {decision.why.strip().rstrip('.')}." if decision.why.strip() else "."
    return msgspec.structs.replace(
        assessment,
        best=best,
        best_claim=chosen,
        decided=decision.id,
        calculation=f"{calculation} Without that: {assessment.calculation}",
    )


def _graded(root: Root, decision: Decision | None) -> Root:
    return root if decision is None else msgspec.structs.replace(root, grade=decision.grade)
