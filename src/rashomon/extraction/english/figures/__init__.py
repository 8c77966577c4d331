"""The figures of a report."""

from rashomon.extraction.english.figures.extract import extract_figures, quantity_spans
from rashomon.extraction.english.figures.trigger import needs_parse

__all__ = ["extract_figures", "needs_parse", "quantity_spans"]
