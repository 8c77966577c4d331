"""Several reports' sentences are parsed together before each is read, and nothing else changes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from rashomon.adapters.spacy_parser import SpacyParser
from rashomon.extraction import parse_ahead, parsed_sentences
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Parse
from rashomon.model.report import Report
from rashomon.pipeline import Parts, understand_one, understood
from rashomon.run import Run

REPORTS = [
    Report(id=f"r{n}", text=f"Shelling killed {n} people in Sumy on Monday, the governor said. {n + 2} were hurt.")
    for n in range(3, 14)
]


class Counted(SpacyParser):
    """A parser that notes how many sentences each batch through the model has."""

    def __init__(self) -> None:
        super().__init__()
        self.batches: list[int] = []

    def _parse_batch(self, texts: Sequence[str]) -> list[Parse]:
        self.batches.append(len(texts))
        return super()._parse_batch(texts)


def test_eleven_reports_go_through_the_model_in_two_batches(library: Library) -> None:
    """The sentences of eight reports are one batch; each report has the claims that it has alone."""
    parser = Counted()
    found = understood(REPORTS, Parts(parser, library), Run(lambda: 0.0))
    assert parser.batches == [16, 6]
    assert found == [understand_one(r, SpacyParser(), library) for r in REPORTS]


def test_a_long_report_is_parsed_when_it_is_read(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """What fills batches by itself waits, so that no more than one long report is split at a time."""
    monkeypatch.setattr(parsed_sentences, "_LONG", 90)
    parser = Counted()
    long = Report(id="long", text=f"{REPORTS[0].text} Rescuers said that 40 families had fled to Kharkiv.")
    parse_ahead([long, REPORTS[1]], parser, library)
    assert parser.batches == [2]
    assert understand_one(long, parser, library).value.figures
    assert parser.batches == [2, 3]
