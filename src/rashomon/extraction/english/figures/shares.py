"""Shares: the bounds that follow from a whole, with the calculation in words."""

from __future__ import annotations

import msgspec

from rashomon.extraction.english.figures.quantities import Quantity
from rashomon.model.claim import Figure


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


def _of(share: float, bound: float | None) -> float | None:
    return None if bound is None else float(round(share * bound))


def _shown(share: float) -> str:
    known = {0.5: "half", 1 / 3: "one third", 2 / 3: "two thirds", 0.25: "a quarter", 0.75: "three quarters"}
    return known.get(share) or f"{round(share * 100)} percent"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}"
