"""The use case of checking somebody's own sentence against the record."""

from __future__ import annotations

from rashomon import pipeline
from rashomon.app.parts import shipped_parts
from rashomon.comparing import check_figures
from rashomon.errors import UsageError
from rashomon.model.checked import FigureCheck
from rashomon.model.dossier import Dossier
from rashomon.model.report import Block, Report

#: The longest text that is checked at once, in code points.
MOST_TEXT = 5000


def check_sentence(sentence: str, dossier: Dossier) -> tuple[FigureCheck, ...]:
    """What a dossier says of each figure in a sentence or short paragraph; empty where it holds none.

    Raises UsageError for a text without words or longer than `MOST_TEXT`.
    """
    if not sentence.strip() or len(sentence) > MOST_TEXT:
        raise UsageError("A sentence to check has words, and no more than 5,000 letters.", "Give one sentence.")
    parts = shipped_parts()
    block = Block(kind="body", start=0, end=len(sentence))
    report = Report(id="sentence", text=sentence, blocks=(block,), lang="en", source="sentence", lineage="sentence")
    claims = pipeline.understand_one(report, parts.parser, parts.library).value
    figures = [c for c in claims.figures if c.realis != "planned"]
    return check_figures(sentence, figures, dossier)
