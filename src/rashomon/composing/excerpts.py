"""Excerpts: for each claim the words around it, so that a page can show its evidence without the whole report."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from rashomon.knowledge.library import Library
from rashomon.language.sentences import split_report
from rashomon.language.syntax import Sentence
from rashomon.model.claim import AnyClaim
from rashomon.model.dossier import Excerpt
from rashomon.model.report import Report

#: An excerpt longer than this is cut to its claim's own sentence: it is evidence, not a reprint (characters).
_LONGEST = 1500


def excerpts_of(report: Report, claims: Iterable[AnyClaim], library: Library) -> list[Excerpt]:
    """One excerpt a claim: the sentence that holds it with one sentence either side; the report is masked already."""
    by_field: dict[str, list[Sentence]] = {}
    for sentence in split_report(report, library.words):
        by_field.setdefault(sentence.field, []).append(sentence)
    return [_excerpt(report, claim, by_field.get(claim.field, [])) for claim in claims]


def _excerpt(report: Report, claim: AnyClaim, sentences: list[Sentence]) -> Excerpt:
    text = report.field_text(claim.field)
    first, last = _around(claim, sentences)
    if first is None or last is None:
        return Excerpt(
            claim=claim.id, field=claim.field, start=claim.start, text=text[claim.start : claim.end],
            sentence_start=claim.start, sentence_end=claim.end,
        )  # fmt: skip
    own_start, own_end = min(sentences[first].start, claim.start), max(sentences[last].end, claim.end)
    start = sentences[first - 1].start if first and _adjoin(text, sentences[first - 1], own_start) else own_start
    following = sentences[last + 1] if last + 1 < len(sentences) else None
    end = following.end if following and _parted_by_space(text, own_end, following.start) else own_end
    if end - start > _LONGEST:
        start, end = own_start, own_end
    return Excerpt(
        claim=claim.id, field=claim.field, start=start, text=text[start:end], sentence_start=own_start,
        sentence_end=own_end,
    )  # fmt: skip


def _around(claim: AnyClaim, sentences: list[Sentence]) -> tuple[int | None, int | None]:
    """Indices of the sentences in which the claim begins and ends."""
    starts = [s.start for s in sentences]
    first = bisect_right(starts, claim.start) - 1
    last = bisect_right(starts, max(claim.start, claim.end - 1)) - 1
    return (first, last) if first >= 0 else (None, None)


def _adjoin(text: str, before: Sentence, start: int) -> bool:
    return _parted_by_space(text, before.end, start)


def _parted_by_space(text: str, end: int, start: int) -> bool:
    return end <= start and not text[end:start].strip() and start - end <= 4
