"""Comparing what others say with the record: a sentence of theirs, figure by figure."""

from __future__ import annotations

from rashomon.comparing.sentence_check import check_figures

__all__ = ["check_figures"]
