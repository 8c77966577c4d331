"""Helix's words for a figure: category, term, quantifier; and the impact type of Monty STAC."""

from __future__ import annotations

from rashomon.model.claim import Figure

#: Category type and category by measure and how it counts; what the report does not tell has neither.
_CATEGORIES = {
    ("displaced", "stock"): ("Stock", "idps"),
    ("displaced", "flow"): ("Flow", "new_displacement"),
    ("displaced", "increment"): ("Flow", "new_displacement"),
    ("displaced", "cumulative"): ("Flow", "new_displacement"),
    ("evacuated", "flow"): ("Flow", "new_displacement"),
    ("evacuated", "increment"): ("Flow", "new_displacement"),
    ("evacuated", "cumulative"): ("Flow", "new_displacement"),
    ("returned", "stock"): ("Stock", "returnees"),
    ("returned", "flow"): ("Flow", "return"),
    ("returned", "increment"): ("Flow", "return"),
    ("returned", "cumulative"): ("Flow", "return"),
    ("homeless", "stock"): ("Stock", "idps"),
}
_TERMS = {"displaced": "displaced", "evacuated": "evacuated", "returned": "returns", "homeless": "homeless"}
_QUANTIFIERS = {"exact": "exact", "at_least": "more_than", "more_than": "more_than", "up_to": "less_than"}
#: Monty's type where it means the same; whether a border was crossed is not told, so that displaced is the total.
_MONTY = {"displaced": "displaced_total", "evacuated": "evacuated", "homeless": "homeless"}


def category_of(figure: Figure) -> tuple[str, str]:
    """Type (Stock, Flow) and category; empty where the report does not tell whether people are so now or newly."""
    return _CATEGORIES.get((figure.measure, figure.counting), ("", ""))


def term_of(figure: Figure) -> str:
    """Helix's term."""
    return _TERMS[figure.measure]


def quantifier_of(figure: Figure) -> str:
    """Helix's quantifier; ranges, shares and "about" are approximate."""
    return _QUANTIFIERS.get(figure.qualifier, "approximately")


def monty_type_of(figure: Figure) -> str:
    """The impact type of Monty STAC; empty where none means the same."""
    return _MONTY.get(figure.measure, "")
