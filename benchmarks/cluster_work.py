"""What the cluster's workers do in `benchmarks.cluster`: the program's own works, with a report that breaks a rule."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon import pipeline
from rashomon.app.engines import SKETCH, TELL
from rashomon.app.parts import shipped_parts
from rashomon.language.syntax import Parse, Parser
from rashomon.model.claim import ReportClaims
from rashomon.model.engine import Engine, Work
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report

#: The word that the poisoned report holds and no other.
POISON = "Xyzzaport"


class _Poisoned:
    """The shipped parser, which breaks on the poisoned report's sentence as a defect would."""

    def __init__(self, inner: Parser) -> None:
        self._inner = inner

    def parse_all(self, texts: Sequence[str]) -> list[Parse]:
        """The inner parser's answer; raises ValueError on the poison."""
        if any(POISON in text for text in texts):
            raise ValueError("poisoned")
        return self._inner.parse_all(texts)

    def parse(self, text: str) -> Parse:
        """The same of one sentence."""
        return self.parse_all([text])[0]


def understand_or_break(report: Report) -> Outcome[ReportClaims]:
    """One report's claims, found in a worker as the program does."""
    parts = shipped_parts()
    return pipeline.understood_one(report, _Poisoned(parts.parser), parts.library)


UNDERSTAND_OR_BREAK = Work(understand_or_break, takes=Report, gives=Outcome[ReportClaims])


def parts_on(engine: Engine) -> pipeline.Parts:
    """The shipped parts, with reports understood (poisoned ones too) and sketched and stories told on an engine."""
    parts = shipped_parts()
    return pipeline.Parts(
        parts.parser,
        parts.library,
        extract_all=lambda reports: engine.map(UNDERSTAND_OR_BREAK, reports),
        tell_all=lambda works: engine.map(TELL, works),
        sketch_all=lambda reports: engine.map(SKETCH, reports),
    )
