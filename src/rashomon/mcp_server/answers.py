"""What the tools answer: plain values, every statement with the passages and addresses that it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from rashomon.app import StoryLine
from rashomon.comparing import evidence_of
from rashomon.errors import UsageError
from rashomon.model.assessment import Assessment
from rashomon.model.brief import Sentence
from rashomon.model.checked import FigureCheck
from rashomon.model.claim import AnyClaim, Figure
from rashomon.model.comparison import Comparison
from rashomon.model.dossier import Dossier
from rashomon.model.exported import Exported
from rashomon.model.plain import to_plain
from rashomon.project import Added, SearchPage
from rashomon.rendering import wording
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean, web_address

Answer = dict[str, Any]
#: Passages that one statement comes with at most, and figures that one answer holds at most.
_PASSAGES, _FIGURES = 6, 40
#: Letters of an export that one answer holds at most.
_LONGEST = 300_000


def stories(lines: Sequence[StoryLine]) -> Answer:
    """Stories of a list."""
    return {"stories": [to_plain(line) for line in lines]}


def story(dossier: Dossier) -> Answer:
    """A story's brief with passages, its figures in a line each, its disagreements and what is missing."""
    lookup = Lookup(dossier)
    brief = dossier.brief
    return {
        "story": dossier.story,
        "as_of": dossier.as_of,
        "standing": wording.review_note(dossier),
        "policy": dossier.policy,
        "headline": _sentence(brief.headline, lookup),
        "key_points": [_sentence(s, lookup) for s in brief.key_points],
        "paragraphs": [[_sentence(s, lookup) for s in paragraph] for paragraph in brief.paragraphs],
        "figures": [_line(a, lookup) for a in dossier.assessments[:_FIGURES]],
        "disagreements": [
            {
                "kind": d.kind, "reason": d.reason, "settle": d.settle,
                "sides": [{"text": s.text, "passages": _passages(s.claims, lookup)} for s in d.sides],
            }
            for d in dossier.disagreements
        ],
        "reports": len(dossier.reports),
        "issues": [i.message for i in dossier.issues if i.severity != "note"],
    }  # fmt: skip


def figures(dossier: Dossier, measure: str | None, place: str | None, root: str | None) -> Answer:
    """The figures that pass the filters, each with every source's number and its sentence."""
    lookup = Lookup(dossier)
    chosen = [
        a
        for a in dossier.assessments
        if (measure is None or a.question.measure == measure)
        and (place is None or (a.question.place is not None and place.casefold() in a.question.place.name.casefold()))
        and (root is None or any(root.casefold() in r.casefold() for r in a.roots))
    ]
    return {
        "story": dossier.story,
        "as_of": dossier.as_of,
        "standing": wording.review_note(dossier),
        "figures": [_line(a, lookup) | _evidence(a, lookup) for a in chosen[:_FIGURES]],
        "left_out": max(0, len(chosen) - _FIGURES),
    }


def checks(found: Sequence[FigureCheck]) -> Answer:
    """What the record says of each figure of a sentence."""
    return {"figures": [to_plain(c) for c in found], "none_found": not found}


def changes(comparison: Comparison) -> Answer:
    """What changed, as lists of sentences."""
    return {name: value for name, value in to_plain(comparison).items() if value}


def hits(page: SearchPage) -> Answer:
    """Search hits with their snippets and addresses."""
    return {"hits": [to_plain(h) for h in page.hits], "more": page.more}


def added(result: Added) -> Answer:
    """What came of adding a report."""
    return {
        "new": list(result.new), "known": [*result.again, *result.fuller], "refused": list(result.refused),
        "issues": [i.message for i in result.issues],
    }  # fmt: skip


def exported(made: Exported) -> Answer:
    """An export's text and its losses by reason. Raises UsageError where it is no text, or longer than one answer."""
    try:
        texts = {name: content.decode("utf-8") for name, content in made.files.items()}
    except UnicodeDecodeError as error:
        raise UsageError("This format is no text.", "Take it with `rashomon export`.") from error
    if sum(map(len, texts.values())) > _LONGEST:
        raise UsageError("This export is too long for one answer.", "Take it with `rashomon export`.")
    reasons = Counter((loss.what, loss.reason) for loss in made.report.losses)
    return {
        "files": texts,
        "cannot_carry": list(made.report.cannot_carry),
        "losses": [{"what": what, "reason": why, "records": n} for (what, why), n in sorted(reasons.items())],
    }


def _line(assessment: Assessment, lookup: Lookup) -> Answer:
    return {
        "id": assessment.id,
        "counted": lookup.counted(assessment),
        "period": wording.period(assessment.question),
        "range": wording.bounds(assessment.low, assessment.high),
        "low": assessment.low,
        "best": assessment.best,
        "high": assessment.high,
        "support": to_plain(assessment.support),
        "according_to": list(assessment.roots),
        "calculation": assessment.calculation,
        "notes": list(assessment.notes),
    }


def _evidence(assessment: Assessment, lookup: Lookup) -> Answer:
    found = [f for c in assessment.claims if (f := lookup.figure(c)) is not None]
    found.sort(key=lambda f: (str(f.as_of.end) if f.as_of else "", f.id), reverse=True)
    return {"evidence": [to_plain(evidence_of(f, lookup)) for f in found[:_PASSAGES]]}


def _sentence(sentence: Sentence, lookup: Lookup) -> Answer:
    return {"text": sentence.text, "passages": _passages(sentence.claims, lookup)}


def _passages(claims: Iterable[str], lookup: Lookup) -> list[Answer]:
    """The sentences that a statement rests on, each once."""
    found: dict[tuple[str, str], Answer] = {}
    for claim in (lookup.claims[c] for c in claims if c in lookup.claims):
        shown = _passage(claim, lookup)
        found.setdefault((shown["report"], shown["sentence"]), shown)
    return list(found.values())[:_PASSAGES]


def _passage(claim: AnyClaim, lookup: Lookup) -> Answer:
    report, excerpt = lookup.reports.get(claim.report), lookup.excerpts.get(claim.id)
    base = excerpt.start if excerpt else 0
    text = excerpt.text[excerpt.sentence_start - base : excerpt.sentence_end - base] if excerpt else ""
    return {
        "claim": claim.id,
        "report": claim.report,
        "outlet": lookup.outlet(claim.report),
        "url": web_address(report.url) if report else None,
        "published": report.published if report else None,
        "source": lookup.root_of(claim) if isinstance(claim, Figure) else None,
        "sentence": " ".join(clean(text).split()),
    }
