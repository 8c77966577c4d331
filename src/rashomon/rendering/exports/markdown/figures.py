"""The figures of a story as a Markdown table, and how each origin's number changed."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.assessment import Series, SeriesPoint
from rashomon.rendering import wording
from rashomon.rendering.exports.answers import Answer, answers_of, shown_root
from rashomon.rendering.exports.markdown.notes import Notes
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.markdown_text import escape

_HEADS = (
    "What is counted",
    "Range",
    "Best",
    "Who gives it, and as of when",
    "Support of the best",
    "To be known of it",
)


def figure_lines(lookup: Lookup, notes: Notes) -> Iterator[str]:
    """A table a measure; nothing where the record has no figure."""
    answers = answers_of(lookup)
    if not answers:
        return
    yield from ("## Figures", "", "Each line answers a question of its own: lines are not to be added up.")
    by_measure: dict[str, list[Answer]] = {}
    for answer in answers:
        by_measure.setdefault(answer.assessment.question.measure, []).append(answer)
    for measure, group in by_measure.items():
        yield from ("", f"### {escape(wording.measure_heading(measure))}", "")
        yield f"| {' | '.join(_HEADS)} |"
        yield "|" + "---|" * len(_HEADS)
        yield from (_row(answer, notes) for answer in group)
    yield ""


def change_lines(lookup: Lookup, notes: Notes) -> Iterator[str]:
    """A line for each series of several states: "Monitor, people killed: at least 11 (3 March) → 19 (4 March)"."""
    labels = {series: a.label for a in answers_of(lookup) for series in a.assessment.series}
    told = [s for s in lookup.dossier.series if len(s.points) > 1 and s.id in labels]
    if told:
        yield from ("## How the numbers changed", "")
        yield from (_changes(series, labels[series.id], lookup, notes) for series in told)
        yield ""


def _row(answer: Answer, notes: Notes) -> str:
    one = answer.assessment
    cells = (
        escape(answer.label) + notes.marks(one.claims, answer.lookup),
        wording.bounds(one.low, one.high),
        _best(answer),
        "; ".join(escape(v) for v in dict.fromkeys(answer.voices())),
        wording.support(one.support.best),
        "; ".join(escape(n.rstrip(".")) for n in _known(answer)),
    )
    return f"| {' | '.join(cells)} |"


def _best(answer: Answer) -> str:
    """The best number; a vague word stays the word."""
    best = answer.best
    if best is not None and best.qualifier == "vague":
        return escape(answer.lookup.words(best))
    return wording.number(answer.assessment.best)


def _known(answer: Answer) -> Iterator[str]:
    """Ceiling, caveats of the best figure, the record's notes, Airwars' grade."""
    one = answer.assessment
    if one.ceiling is not None:
        yield f"feared or “up to”: {wording.number(one.ceiling)}, apart from the range"
    if answer.best is not None:
        yield from (wording.CAVEATS[kind] for kind in dict.fromkeys(c.kind for c in answer.best.caveats))
    if one.harm_grade:
        yield f"Airwars' grade: {one.harm_grade}"
    yield from one.notes


def _changes(series: Series, label: str, lookup: Lookup, notes: Notes) -> str:
    who = shown_root(series.root) if series.root else "reports that name no origin"
    states = " → ".join(_state(p, lookup) for p in series.points)
    claims = [c for p in series.points for c in (p.claim, *p.claims)]
    return f"- {escape(who)}, {escape(label[:1].lower() + label[1:])}: {states}{notes.marks(claims, lookup)}"


def _state(point: SeriesPoint, lookup: Lookup) -> str:
    """The number in the report's words, how a share was worked out, and its as-of."""
    figure = lookup.figure(point.claim)
    words = lookup.words(figure) if figure else wording.number(point.value)
    worked = f"{figure.calculation}; " if figure and figure.derived and figure.calculation else ""
    return f"{escape(words)} ({escape(worked + wording.as_of(point.as_of))})"
