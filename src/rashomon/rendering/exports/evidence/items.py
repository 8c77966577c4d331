"""What an evidence pack holds of each claim and each report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rashomon.model.claim import AnyClaim, Figure
from rashomon.model.exported import Retrieval
from rashomon.model.plain import to_plain
from rashomon.rendering.components.decision_lines import DONE
from rashomon.rendering.exports.answers import shown_root
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean, web_address

Seen = Mapping[str, Sequence[Retrieval]]


def claim_item(claim: AnyClaim, lookup: Lookup, seen: Seen) -> dict[str, Any]:
    """A claim with its passage, its report, what was decided on it, and the record's own reading of it."""
    excerpt = lookup.excerpts.get(claim.id)
    passage: dict[str, Any] | None = None
    if excerpt is not None:
        first, last = excerpt.sentence_start - excerpt.start, excerpt.sentence_end - excerpt.start
        passage = {
            "field": excerpt.field,
            "start": excerpt.start,
            "before": clean(excerpt.text[:first]),
            "sentence_start": excerpt.sentence_start,
            "sentence": clean(excerpt.text[first:last]),
            "sentence_end": excerpt.sentence_end,
            "after": clean(excerpt.text[last:]),
        }
    assessment = lookup.assessment_of.get(claim.id)
    return {
        "claim": claim.id,
        "kind": kind_of(claim),
        "words": lookup.words(claim) if isinstance(claim, Figure) else None,
        "origin": shown_root(lookup.root_of(claim) or "") or None,
        "passage": passage,
        "report": report_item(claim.report, lookup, seen),
        "answers": assessment.id if assessment else None,
        "decisions": decisions_on(claim.id, lookup),
        "reading": to_plain(claim),
    }


def report_item(report_id: str, lookup: Lookup, seen: Seen) -> dict[str, Any]:
    """What identifies a report, where it was, when it was seen, and the hashes that it can be held against."""
    report = lookup.reports.get(report_id)
    if report is None:
        return {"id": report_id}
    return {
        "id": report.id,
        "outlet": report.outlet,
        "agency": report.agency,
        "title": report.title,
        "address": web_address(report.url),
        "published": report.published,
        "published_how": report.published_how,
        "copy_of": lookup.copy_of.get(report.id),
        "text_sha256": report.text_sha256,
        "raw_sha256": report.raw_sha256,
        "retrieved": [{"at": r.at, "raw_sha256": r.raw_sha256} for r in seen.get(report.id, ())],
        "decisions": decisions_on(report.id, lookup),
    }


def decisions_on(target: str, lookup: Lookup) -> list[dict[str, Any]]:
    """What persons decided on a claim or report; who they are stands only where they signed a review."""
    return [
        {
            "id": d.id, "on": d.on.isoformat(), "done": DONE.get(d.kind, d.kind), "machine": d.machine,
            "corrected": d.corrected, "why": d.why, "applied": d.applied, "note": d.note,
        }
        for d in lookup.dossier.decisions
        if target in d.targets
    ]  # fmt: skip


def kind_of(claim: AnyClaim) -> str:
    """The claim's kind, as its JSON has it: figure, event, statement, responsibility, relation, control."""
    return str(claim.__struct_config__.tag)
