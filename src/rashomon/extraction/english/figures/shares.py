"""Shares and conversions: what follows from another figure, with the calculation in words."""

from __future__ import annotations

import re

import msgspec

from rashomon.extraction.english.figures.quantities import Quantity
from rashomon.model.claim import Figure

#: Between households and the people they are said to be: a bracket or comma, and little else (characters).
_CONVERTS = re.compile(r"[(,]\s*(?:or\s+|i\.e\.\s+|that is\s+)?$|\bor\s+$")
_LONGEST_GAP = 40


def with_share(figure: Figure, whole: Figure | None, quantity: Quantity) -> Figure:
    """A share with the bounds that its whole gives it, marked as derived; any other figure unchanged."""
    if figure.qualifier != "fraction" or quantity.share is None or whole is None:
        return figure
    low = _of(quantity.share, whole.low)
    high = _of(quantity.share, whole.high)
    if low is None and high is None:
        return figure
    base = whole.value if whole.value is not None else whole.low if whole.low is not None else whole.high
    words = f"{_shown(quantity.share)} of {_number(base)} is about {_number(low if low is not None else high)}"
    return msgspec.structs.replace(figure, low=low, high=high, derived=True, calculation=words)


def with_conversion(figure: Figure, before: Figure | None, sentence: str) -> Figure:
    """People stated right behind households ("3,000 families, about 15,000 people") with their link to them."""
    if before is None or before.unit != "household" or figure.unit != "person" or before.measure != figure.measure:
        return figure
    gap = sentence[max(0, before.number_end - figure.start) : max(0, figure.number_start - figure.start)]
    if before.field != figure.field or len(gap) > _LONGEST_GAP or not _CONVERTS.search(gap):
        return figure
    return msgspec.structs.replace(figure, converted_from=before.id)


def _of(share: float, bound: float | None) -> float | None:
    return None if bound is None else float(round(share * bound))


def _shown(share: float) -> str:
    known = {0.5: "half", 1 / 3: "one third", 2 / 3: "two thirds", 0.25: "a quarter", 0.75: "three quarters"}
    return known.get(share) or f"{round(share * 100)} percent"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}"
