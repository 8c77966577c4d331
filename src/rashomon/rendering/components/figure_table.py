"""The figures as a table: for each question its range, then every origin's figures with their changes and caveats."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.model.assessment import Assessment, Series, SeriesPoint
from rashomon.model.claim import Figure
from rashomon.model.dossier import Dossier
from rashomon.rendering import wording
from rashomon.rendering.components.evidence import Notes
from rashomon.rendering.components.figure_why import Evidence, reasons_of, sentences_of
from rashomon.rendering.components.range_strip import range_strip
from rashomon.rendering.components.tags import support_tag, tag
from rashomon.rendering.lookup import MASK, Lookup
from rashomon.rendering.plain_text import clean

#: What stands where no range could be established.
NO_FIGURE = "no established figure"
#: Questions of one measure that stand open; the others fold.
MOST_BLOCKS = 7


@dataclass(frozen=True, slots=True)
class Row:
    """One figure by one origin."""

    claim: str
    words: str
    #: Whether the words state a number themselves ("several", "nearly half" do not).
    stated: bool
    origin: str
    carriers: str
    as_of: str
    as_of_how: str
    basis: str
    tags: tuple[Markup, ...]
    change: Markup
    reasons: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    #: How many sentences more give it.
    more: int
    calculation: str
    old: bool


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """One question: what is counted, the range, and its rows."""

    id: str
    label: str
    period: str
    range_text: str
    #: The best supported number, where the range does not already say it.
    best: str
    strip: Markup
    support: tuple[tuple[str, Markup], ...]
    ceiling: str
    calculation: str
    notes: tuple[str, ...]
    #: Airwars' grade of harm to civilians, "" where it has none.
    harm_grade: str
    rows: tuple[Row, ...]

    @property
    def single(self) -> bool:
        """Whether one figure is all there is, so that one line can say it."""
        return len(self.rows) == 1 and not self.ceiling and self.range_text != NO_FIGURE


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """The questions of one measure: those that weigh most, and the others behind a fold."""

    label: str
    blocks: tuple[FigureBlock, ...]
    more: tuple[FigureBlock, ...]


def by_weight(dossier: Dossier) -> list[Assessment]:
    """The assessments in the order in which they are told: what the brief cites and many claims answer first."""
    weights = citations(dossier)
    return sorted(dossier.assessments, key=lambda a: (-weights[a.id], -len(a.claims)))


def figure_groups(lookup: Lookup, notes: Notes, some: Sequence[Assessment] | None = None) -> list[FigureGroup]:
    """Assessments (null: all, by weight) as blocks, those of one measure together."""
    groups: dict[str, list[Assessment]] = {}
    for assessment in by_weight(lookup.dossier) if some is None else some:
        groups.setdefault(wording.measure_heading(assessment.question.measure), []).append(assessment)
    found = []
    for label, members in groups.items():
        blocks = tuple(figure_block(a, lookup, notes) for a in members)
        shown = MOST_BLOCKS if len(blocks) > MOST_BLOCKS + 2 else len(blocks)
        found.append(FigureGroup(label, blocks[:shown], blocks[shown:]))
    return found


def citations(dossier: Dossier) -> dict[str, int]:
    """How often the brief cites each assessment's claims."""
    brief = dossier.brief
    sentences = (brief.headline, *brief.key_points, *(s for p in brief.paragraphs for s in p))
    cited = Counter(c for s in sentences for c in s.claims)
    return {a.id: sum(cited[c] for c in a.claims) for a in dossier.assessments}


def figure_block(assessment: Assessment, lookup: Lookup, notes: Notes) -> FigureBlock:
    """One question with its range and a row for each figure that answers it."""
    rows: list[Row] = []
    shown: set[str] = set()
    told_by = [lookup.series[s] for s in assessment.series if s in lookup.series]
    # The origin of the best number comes first.
    for series in sorted(
        told_by, key=lambda s: not any(assessment.best_claim in (p.claim, *p.claims) for p in s.points)
    ):
        told = [(f, p) for p in series.points for f in (lookup.figure(p.claim),) if f]
        for i, (figure, point) in reversed(list(enumerate(told))):
            rows.append(_row(figure, point, told[i - 1][1] if i else None, series, lookup, notes))
            shown.update((point.claim, *point.claims))
    for claim in assessment.claims:
        alone = lookup.figure(claim)
        if alone and claim not in shown:
            shown.add(claim)
            rows.append(_row(alone, None, None, None, lookup, notes))
    range_text, best = answer_of(assessment)
    return FigureBlock(
        assessment.id, lookup.counted(assessment), wording.period(assessment.question), range_text, best,
        range_strip(assessment), support_tags(assessment),
        wording.number(assessment.ceiling), clean(assessment.calculation), tuple(clean(n) for n in assessment.notes),
        assessment.harm_grade or "", tuple(rows),
    )  # fmt: skip


def answer_of(assessment: Assessment) -> tuple[str, str]:
    """The range in words, or that there is none; and the best supported number where the range does not say it."""
    best = wording.number(assessment.best)
    same = assessment.best == assessment.low and assessment.high in (None, assessment.low)
    if assessment.low is None and assessment.high is None:
        return best or NO_FIGURE, ""
    return wording.bounds(assessment.low, assessment.high), "" if same else best


def support_tags(assessment: Assessment) -> tuple[tuple[str, Markup], ...]:
    """The support of each bound; one label where all bounds that exist have the same."""
    bounds = (("low", assessment.support.low), ("best", assessment.support.best), ("high", assessment.support.high))
    given = [(name, s) for name, s in bounds if s]
    if len({s for _, s in given}) == 1:
        return (("", support_tag(given[0][1])),)
    return tuple((name, support_tag(s)) for name, s in given)


def _row(
    figure: Figure,
    point: SeriesPoint | None,
    previous: SeriesPoint | None,
    series: Series | None,
    lookup: Lookup,
    notes: Notes,
) -> Row:
    claims = point.claims or (point.claim,) if point else (figure.id,)
    named = series.root if series and series.root and MASK not in series.root else None
    origin = named or lookup.root_of(figure) or "origin not named"
    as_of = point.as_of if point else figure.as_of
    sentences, every = sentences_of(claims, lookup, notes)
    return Row(
        figure.id, lookup.words(figure), figure.qualifier not in ("vague", "fraction"), clean(origin),
        _carriers(point.reports if point else (figure.report,), lookup),
        wording.as_of(as_of), wording.AS_OF_HOW[as_of.how] if as_of and as_of.how != "stated" else "",
        wording.BASIS.get(figure.basis, figure.basis), _tags(figure, point), _change(point, previous),
        reasons_of(figure.id, lookup), sentences, every - len(sentences), clean(figure.calculation or ""),
        bool(point and point.superseded_by),
    )  # fmt: skip


def _carriers(reports: Sequence[str], lookup: Lookup) -> str:
    """Who printed it: the outlets, and how many of the reports are copies."""
    outlets = list(dict.fromkeys(lookup.outlet(r) for r in reports))
    copies = sum(1 for r in reports if r in lookup.copy_of)
    text = ", ".join(outlets[:3]) + (f" and {len(outlets) - 3} more" if len(outlets) > 3 else "")
    return text + (f" ({copies} of {len(reports)} reports repeat another)" if copies else "")


def _tags(figure: Figure, point: SeriesPoint | None) -> tuple[Markup, ...]:
    found: list[Markup] = []
    if point and point.superseded_by:
        found.append(tag("superseded", "replaced since"))
    if figure.realis in ("claimed", "denied", "feared", "planned"):
        kind = "party" if figure.realis == "claimed" else "doubtful"
        found.append(tag(kind, {"claimed": "a party's claim"}.get(figure.realis, figure.realis)))
    if figure.mostly:
        found.append(tag("single", f"mostly {clean(figure.mostly)}"))
    if figure.derived:
        found.append(tag("single", "derived"))
    if figure.correction:
        found.append(tag("superseded", "a correction"))
    caveats = dict.fromkeys(c.kind for c in figure.caveats)
    return (*found, *(tag("doubtful", wording.CAVEATS[kind]) for kind in caveats))


def _change(point: SeriesPoint | None, previous: SeriesPoint | None) -> Markup:
    """The change since this origin's figure of an earlier day; a difference only between two closed numbers."""
    if point is None or previous is None or point.value is None or previous.value is None:
        return Markup("")
    if _day(point) is not None and _day(point) == _day(previous):
        return Markup("")
    new, old = point.value, previous.value
    since = f" since {wording.as_of(previous.as_of)}" if _day(previous) else ""
    if new == old:
        return tag("same", f"unchanged{since}")
    direction = "up" if new > old else "down"
    if point.qualifier == "exact" and previous.qualifier == "exact":
        return tag(direction, f"{direction} {wording.number(abs(new - old))}{since}")
    return tag(direction, f"{direction} from {wording.bounds(previous.low, previous.high)}{since}")


def _day(point: SeriesPoint) -> dt.date | None:
    return (point.as_of.end or point.as_of.start) if point.as_of else None
