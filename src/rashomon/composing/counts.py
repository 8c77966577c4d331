"""The counts that a brief tells: which figure stands for an assessment, and how much it matters."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.composing.days_out import are_days_later
from rashomon.composing.source_names import is_role
from rashomon.composing.words import Words
from rashomon.model.assessment import Assessment
from rashomon.model.claim import Figure
from rashomon.model.material import Reconciled

#: What a number's support adds to its weight, and what it loses where only a person's post stands for it.
_SUPPORT = {"corroborated": 3.0, "documented": 2.0, "single": 1.0}
_OF_A_PERSON = 6.0
#: A count of a longer time (days) is of more than the news.
_A_YEAR = 366
#: What "more than" a number is said of is not a tenth more.
_ROUNDED = 1.1
#: Positions in a report that its writer thought most important (characters from the start).
_LEAD = 900


@dataclass(frozen=True, slots=True)
class Count:
    """One assessed number as a brief tells it: the figure that words it and the claims that say the same."""

    assessment: Assessment
    figure: Figure
    claims: tuple[str, ...]
    source: str
    named: bool
    weight: float

    @property
    def measure(self) -> str:
        """The measure counted."""
        return self.figure.measure


def counts(reconciled: Reconciled, words: Words) -> list[Count]:
    """Every count that can be told, the weightiest of each measure first, measures in the order of a brief."""
    found = [c for a in reconciled.assessments if (c := _count(a, reconciled, words)) is not None]
    rank = words.library.wording.measures
    return sorted(found, key=lambda c: (rank[c.measure].rank, -c.weight, c.assessment.id))


def _count(assessment: Assessment, reconciled: Reconciled, words: Words) -> Count | None:
    candidates = _usable(_by_nearness(assessment, reconciled, words), words)
    if not candidates:
        return None
    figure = candidates[0]
    source = words.naming.source(figure.attribution)
    same = [f.id for f in words.ledger.figures(assessment.claims) if _says_same(f, figure, words)]
    cited = tuple(dict.fromkeys([figure.id, *same]))
    told_by = source or words.naming.tellers(cited)
    weight = _weight(assessment, figure, words)
    # What somebody at the scene counted gives way to what a body did.
    weight -= _OF_A_PERSON if source is not None and is_role(source, words.library.persons) else 0.0
    return Count(assessment, figure, cited, told_by, source is not None, weight)


def _by_nearness(assessment: Assessment, reconciled: Reconciled, words: Words) -> list[str]:
    """Claim ids of a question: the main toll's, its best, the newest live points of its series, then the rest."""
    ids = _risen_toll(assessment, reconciled, words)
    ids += [assessment.best_claim] if assessment.best_claim else []
    for series in reconciled.series:
        if series.id in assessment.series:
            ids += [p.claim for p in reversed(series.points) if p.superseded_by is None]
    return list(dict.fromkeys([*ids, *assessment.claims]))


def _risen_toll(assessment: Assessment, reconciled: Reconciled, words: Words) -> list[str]:
    """The main happening's toll where the question holds it above its best: a policy may lag behind.

    It must be by a named root, or have come out days after the best.
    """
    best = next(iter(words.ledger.figures([assessment.best_claim or ""])), None)
    tolls = (reconciled.main.killed, reconciled.main.injured) if reconciled.main else ()
    return [
        f.id
        for toll in tolls
        if toll is not None and best is not None and toll.value > (best.value or 0)
        for f in words.ledger.figures(c for c in toll.claims if c in assessment.claims)
        if f.value == toll.value
        and (words.naming.source(f.attribution) is not None or are_days_later([f], [best], words.ledger))
    ]


def _usable(ids: Iterable[str], words: Words) -> list[Figure]:
    figures = [f for f in words.ledger.figures(ids) if f.realis in ("happened", "claimed") and not f.derived]
    figures = [f for f in figures if not _is_of_bodies(f, words)]
    told = [f for f in figures if words.figures.predicate(f) and words.figures.subject(f) and f.value != 0]
    named = [f for f in told if f.realis != "claimed" or words.naming.source(f.attribution)]
    named = [f for f in named if not is_of_years(f)]
    live = [f for f in named if words.ledger.reports.get(f.report) is not None]
    # A wording whose source is named tells the same number better than one without, and a count better than its bound.
    exact = next((f for f in live if _is_bounded(live[0], f) and words.naming.source(f.attribution)), None)
    best = exact.value if exact is not None else live[0].value if live else None
    return sorted(live, key=lambda f: (f.value != best, words.naming.source(f.attribution) is None))


def _is_bounded(bound: Figure, count: Figure) -> bool:
    """Whether one figure only rounds another down: "more than 100", where somebody counted 104."""
    if bound.qualifier not in ("at_least", "more_than") or count.qualifier != "exact":
        return False
    low, value = bound.low or 0, count.value or 0
    return count.measure == bound.measure and count.part_of is None and low < value <= low * _ROUNDED


def _is_of_bodies(figure: Figure, words: Words) -> bool:
    """Whether bodies are counted again, for what was done with them: "205 were identified" says nobody's toll.

    Nor does a part of these.
    """
    whole = words.ledger.claims.get(figure.part_of or "")
    if isinstance(whole, Figure) and whole.id != figure.id and whole.part_of is None and _is_of_bodies(whole, words):
        return True
    if figure.measure != "killed" or figure.value is None:
        return False
    before = words.ledger.words(figure, figure.start, figure.number_start)
    if words.library.restatements.handles(before, words.ledger.words(figure, figure.number_end, figure.end)) is None:
        return False
    beside = (c for c in words.ledger.claims.values() if isinstance(c, Figure) and c.report == figure.report)
    return any(c.measure == "killed" and (c.value or 0) > (figure.value or 0) for c in beside)


def is_of_years(figure: Figure) -> bool:
    """Whether the figure counts over more than a year: the toll of a war is not that of the story."""
    when = figure.when
    return bool(when and when.start_date and when.end_date and (when.end_date - when.start_date).days > _A_YEAR)


def _says_same(figure: Figure, chosen: Figure, words: Words) -> bool:
    if figure.value != chosen.value or figure.qualifier != chosen.qualifier or figure.realis != chosen.realis:
        return False
    roots = (words.naming.source(figure.attribution), words.naming.source(chosen.attribution))
    same_caveats = {c.kind for c in figure.caveats} <= {c.kind for c in chosen.caveats}
    return (roots[0] is None or roots[0] == roots[1]) and same_caveats


def _weight(assessment: Assessment, figure: Figure, words: Words) -> float:
    groups = len(words.ledger.independent(assessment.claims))
    size = math.log10(max(1.0, figure.value or figure.low or 10.0))
    leads = any(f.field == "title" or f.start < _LEAD for f in words.ledger.figures(assessment.claims))
    weight = 2.0 * groups + 1.5 * len(assessment.roots) + size + (2.0 if leads else 0.0)
    weight += _SUPPORT.get(assessment.support.best or "", 0.0)
    weight -= 5.0 if figure.part_of else 0.0
    return weight - (1.5 if figure.qualifier == "vague" else 0.0)
