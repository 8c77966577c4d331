"""Whether the record bears out a figure that somebody else wrote, by whom, and as of when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from rashomon.comparing.one_question import is_on_question, is_same_scope, says_number
from rashomon.model.checked import Evidence, FigureCheck, Verdict
from rashomon.model.claim import Figure
from rashomon.model.dossier import Dossier
from rashomon.rendering import wording
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean, web_address

#: Sentences shown for a verdict at most.
_MOST = 8
_STANDS = ("happened", "claimed")


def check_figures(sentence: str, figures: Sequence[Figure], dossier: Dossier) -> tuple[FigureCheck, ...]:
    """What the dossier says of each figure read from the sentence, in their order.

    A figure is held against those of the same measure, unit and people, at the same place or one that holds the other.
    Only figures told as happened count; copies add nothing. Where several roots differ, each stands in the evidence.
    """
    lookup = Lookup(dossier)
    replaced = {c for s in dossier.series for p in s.points if p.superseded_by for c in (p.claim, *p.claims)}
    replaced |= {r.to_claim for r in dossier.relations if r.type in ("supersede", "revision")}
    # The correction itself quotes the number that it takes back.
    replaced |= {c.id for c in dossier.claims if isinstance(c, Figure) and c.id not in lookup.assessment_of}
    return tuple(_check(sentence, figure, lookup, replaced) for figure in figures)


def _check(sentence: str, figure: Figure, lookup: Lookup, replaced: set[str]) -> FigureCheck:
    others = [c for c in lookup.claims.values() if isinstance(c, Figure) and c.realis in _STANDS]
    rivals = [o for o in others if is_on_question(figure, o)]
    live = [o for o in rivals if o.id not in replaced]
    verdict, bearing = _verdict(figure, rivals, live, lookup)
    low, high = _bounds([o for o in live if is_same_scope(figure, o)])
    return FigureCheck(
        words=sentence[figure.number_start : figure.number_end],
        start=figure.number_start,
        end=figure.number_end,
        measure=figure.measure,
        verdict=verdict,
        reason=_reason(verdict, bearing, low, high, lookup),
        story=lookup.dossier.story,
        low=low,
        high=high,
        evidence=tuple(evidence_of(o, lookup) for o in _newest_first(bearing)[:_MOST]),
    )


def _verdict(
    figure: Figure, rivals: Sequence[Figure], live: Sequence[Figure], lookup: Lookup
) -> tuple[Verdict, list[Figure]]:
    """The verdict, and the figures that bear it."""
    if figure.value is None and figure.low is None and figure.high is None:
        return "no number", list(live)
    if not rivals:
        return "not in the record", []
    said = [o for o in live if says_number(figure, o)]
    old = [o for o in rivals if o not in live and says_number(figure, o)]
    named = lookup.root_of(figure)
    if named is not None:
        theirs = [o for o in said if _is_root(named, lookup.root_of(o))]
        if theirs:
            return "supported", theirs
        old_theirs = [o for o in old if _is_root(named, lookup.root_of(o))]
        if said and not old_theirs:
            return "other root", said
        old = old_theirs or old
    elif said:
        return "supported", said
    if old:
        roots = {lookup.root_of(o) for o in old}
        return "superseded", [*old, *(o for o in live if lookup.root_of(o) in roots and is_same_scope(figure, o))]
    return _against(figure, [o for o in live if is_same_scope(figure, o)], rivals)


def _is_root(named: str, root: str | None) -> bool:
    """Whether a name means this root, in full or by words of it ("the Observatory")."""
    words = named.casefold().removeprefix("the ").split()
    return root is not None and all(w in root.casefold().split() for w in words)


def _against(figure: Figure, bounding: list[Figure], rivals: Sequence[Figure]) -> tuple[Verdict, list[Figure]]:
    """What the figures of the same place and people make of a number that nobody gives."""
    if not bounding:
        return "not in the record", list(rivals)
    low, high = _bounds(bounding)
    stated = figure.value if figure.value is not None else figure.low
    inside = stated is not None and low is not None and low <= stated and (high is None or stated <= high)
    return ("within the range", bounding) if inside else ("contradicted", bounding)


def _bounds(live: Sequence[Figure]) -> tuple[float | None, float | None]:
    """The lowest and highest number that stands; the top is open where the highest stated number is a floor."""
    stated = [(o.low if o.low is not None else o.value, o.high) for o in live if o.qualifier != "up_to"]
    known = [(low, high) for low, high in stated if low is not None]
    if not known:
        return None, None
    highest = max(low if high is None else high for low, high in known)
    closed = any(high == highest for _, high in known)
    return min(low for low, _ in known), highest if closed else None


def _reason(verdict: Verdict, bearing: Sequence[Figure], low: float | None, high: float | None, lookup: Lookup) -> str:
    lines = {line.casefold(): line for o in _newest_first(bearing) if (line := _told(o, lookup))}
    told = "; ".join(list(lines.values())[:3])
    match verdict:
        case "supported":
            return f"The record has it: {told}."
        case "other root":
            return f"The record has the number, not from the source named: {told}."
        case "superseded":
            return f"The source has given another number since, or the number was corrected: {told}."
        case "within the range":
            return f"No report gives this number; the record has {wording.bounds(low, high)}: {told}."
        case "contradicted":
            return f"The record says otherwise: {told}."
        case "no number":
            return "No number is stated that could be held against the record."
        case _ if bearing:
            return f"No figure in the record is of that place and people; near it stands: {told}."
        case _:
            return "No figure in the record is on this question."


def _told(figure: Figure, lookup: Lookup) -> str:
    root = lookup.root_of(figure) or f"{lookup.outlet(figure.report)}, naming no source"
    return f"{lookup.words(figure)} according to {root}, as of {wording.as_of(figure.as_of)}"


def _newest_first(figures: Sequence[Figure]) -> list[Figure]:
    def when(figure: Figure) -> tuple[dt.date, str]:
        return (figure.as_of and figure.as_of.end) or dt.date.min, figure.id

    return sorted({o.id: o for o in figures}.values(), key=when, reverse=True)


def evidence_of(figure: Figure, lookup: Lookup) -> Evidence:
    """A figure of the record as evidence: its words, who says so, as of when, its sentence with names masked."""
    report = lookup.reports.get(figure.report)
    excerpt = lookup.excerpts.get(figure.id)
    sentence = (
        excerpt.text[excerpt.sentence_start - excerpt.start : excerpt.sentence_end - excerpt.start] if excerpt else ""
    )
    return Evidence(
        claim=figure.id,
        report=figure.report,
        outlet=report.outlet if report else None,
        url=web_address(report.url) if report else None,
        published=report.published if report else None,
        root=lookup.root_of(figure),
        words=lookup.words(figure),
        as_of=str(figure.as_of.end) if figure.as_of and figure.as_of.end else None,
        sentence=" ".join(clean(sentence).split()),
        field=figure.field,
        start=figure.number_start,
        end=figure.number_end,
    )
