"""A fixture that reads figures from a text, with every sentence parsed and no places, times or sources."""

from __future__ import annotations

import json
from collections.abc import Callable

import msgspec
import pytest

from rashomon.adapters.spacy_parser import SpacyParser
from rashomon.extraction import extract_claims
from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures import extract_figures, needs_parse
from rashomon.knowledge.library import Library
from rashomon.language.sentences import split_report
from rashomon.model.claim import Figure
from rashomon.model.place import Place
from rashomon.model.report import Report
from rashomon.reading import read_lines

ReadFigures = Callable[[str], tuple[Figure, ...]]
PlaceFigures = Callable[[str, str | None], tuple[Figure, ...]]


def links_of(figures_of: ReadFigures, text: str) -> list[tuple[float | None, float | None]]:
    """(part, whole) of each linked figure, in text order."""
    figures = figures_of(text)
    value = {f.id: f.value for f in figures}
    return [(f.value, value[f.part_of]) for f in figures if f.part_of is not None]


@pytest.fixture(scope="session")
def figures_of(parser: SpacyParser, library: Library) -> ReadFigures:
    """Figures of a text."""

    def read(text: str, title: str | None = None) -> tuple[Figure, ...]:
        report = Report(id="rpt-1", text=text, title=title)
        sentences = tuple(
            msgspec.structs.replace(s, parse=parser.parse(s.text)) if needs_parse(s.text, library) else s
            for s in split_report(report, library.words)
        )
        return extract_figures(Analysis(report=report, sentences=sentences), library)

    return read


@pytest.fixture
def placed(parser: SpacyParser, library: Library) -> PlaceFigures:
    """The figures of a text, with its title, and all that a whole extraction knows of their places."""
    return lambda text, title=None: tuple(
        f
        for f in extract_claims(Report(id="rpt-1", text=text, title=title), parser, library).value.figures
        if f.field == "text"
    )


@pytest.fixture
def read_and_placed(parser: SpacyParser, library: Library) -> PlaceFigures:
    """The same of a text whose headings, dateline and body have been told apart as for a report that is read in."""

    def place(text: str, title: str | None = None) -> tuple[Figure, ...]:
        line = json.dumps({"id": "1", "text": text, "title": title, "published": "2025-03-15"})
        (report,) = [r.report for r in read_lines("one.jsonl", line.encode(), library) if r.report is not None]
        return tuple(f for f in extract_claims(report, parser, library).value.figures if f.field == "text")

    return place


def place_of(figure: Figure) -> Place:
    """The place that a figure must have."""
    assert figure.place is not None
    return figure.place


def place_words(figure: Figure) -> str:
    """The words of the text that name a figure's place."""
    place = place_of(figure)
    return (place.phrase or place).text
