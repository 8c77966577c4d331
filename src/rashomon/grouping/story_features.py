"""What a report tells of, as far as it can be compared with another report: weighed terms and a date."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter
from dataclasses import dataclass

from rashomon.knowledge.word_rarity import WordRarity
from rashomon.model.claim import ReportClaims
from rashomon.model.report import READ_BLOCKS, Block, Report

_WORD = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*")
#: A report is found for comparison by so many of its heaviest terms.
_KEYS = 24


@dataclass(frozen=True, slots=True)
class Features:
    """A report's terms at unit length, its heaviest terms as keys, and the days when it was published (null unknown)."""

    report: str
    terms: dict[str, float]
    keys: frozenset[str]
    published: tuple[dt.date, dt.date] | None


def features_of(report: Report, claims: ReportClaims, rarity: WordRarity) -> Features:
    """The features of one report; of the report and shipped constants only."""
    counts: Counter[str] = Counter()
    if report.title and report.title_span is None:
        _count(report.title, 0, len(report.title), 2, counts)
    for block in report.blocks or (Block(start=0, end=len(report.text), kind="body"),):
        if block.kind in READ_BLOCKS:
            _count(report.text, block.start, block.end, 2 if block.kind == "headline" else 1, counts)
    weights = {term: (1 + math.log(count)) * rarity.weight(term) for term, count in counts.items()}
    weights = {term: weight for term, weight in weights.items() if weight > 0}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    heaviest = sorted(weights, key=lambda term: (-weights[term], term))[:_KEYS]
    published = report.published
    return Features(
        report=report.id,
        terms={term: weight / length for term, weight in weights.items()},
        keys=frozenset(heaviest),
        published=(published.earliest.date(), published.latest.date()) if published else None,
    )


def _count(text: str, start: int, end: int, times: int, counts: Counter[str]) -> None:
    for match in _WORD.finditer(text, start, end):
        term = match.group().casefold().replace("’", "'")
        counts[term.removesuffix("'s")] += times
