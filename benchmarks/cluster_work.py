"""What the cluster's workers do in `benchmarks.cluster`: the program's own works, with a report that breaks a rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.cluster_corpus import POISON, claims_in
from rashomon import pipeline
from rashomon.app.engines import SKETCH, TELL
from rashomon.app.parts import shipped_parts
from rashomon.language.syntax import Parse, Parser
from rashomon.model.claim import ReportClaims
from rashomon.model.engine import Engine, Work
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report


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


@dataclass(frozen=True)
class Aids:
    """Files that all workers see: the world's claims, where they are not to be found in the texts; and one that grows
    by a byte for each report that a worker has begun to understand.
    """

    world: Path | None
    begun: Path

    def count(self) -> int:
        """How many reports workers have begun to understand."""
        return self.begun.stat().st_size if self.begun.exists() else 0


def understand_or_break(aids: Aids, report: Report) -> Outcome[ReportClaims]:
    """One report's claims as its world knows them; of one that it does not know, as the program finds them."""
    with aids.begun.open("ab") as counted:
        counted.write(b".")
    known = claims_in(aids.world, report.id) if aids.world else None
    if known is not None:
        return Outcome(known)
    parts = shipped_parts()
    return pipeline.understood_one(report, _Poisoned(parts.parser), parts.library)


def parts_on(engine: Engine, aids: Aids) -> pipeline.Parts:
    """The shipped parts, with reports understood (poisoned ones too) and sketched and stories told on an engine."""
    parts = shipped_parts()
    work = Work(partial(understand_or_break, aids), takes=Report, gives=Outcome[ReportClaims])
    return pipeline.Parts(
        parts.parser,
        parts.library,
        extract_all=lambda reports: engine.map(work, reports),
        tell_all=lambda works: engine.map(TELL, works),
        sketch_all=lambda reports: engine.map(SKETCH, reports),
    )
