"""Comparing what others say with the record: a sentence of theirs, figure by figure; a table, event by event."""

from __future__ import annotations

from rashomon.comparing.sentence_check import check_figures, evidence_of
from rashomon.comparing.tables.compare_table import compare_table

__all__ = ["check_figures", "compare_table", "evidence_of"]
