"""Reading a short text for its sources and statements, as the extraction stage does."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.source_reading import read_sentences
from rashomon.extraction.english.sources import find_sources, needs_parse
from rashomon.knowledge.library import Library
from rashomon.language.sentences import split_report
from rashomon.language.syntax import Parser
from rashomon.model.report import Report

Analyse = Callable[..., Analysis]
#: Asks of a text and a number in it for the words of its source, its origin and its agency.
Ask = Callable[[str, str], tuple[str | None, str | None, str | None]]


@pytest.fixture(scope="session")
def analyse(parser: Parser, library: Library) -> Analyse:
    """A text (and title) to its sentences and sources."""

    def read(text: str, title: str | None = None) -> Analysis:
        report = Report(id="r", text=text, title=title)
        sentences = tuple(
            msgspec.structs.replace(s, parse=parser.parse(s.text)) if needs_parse(s.text, library.words) else s
            for s in split_report(report, library.words)
        )
        speech = read_sentences(sentences, library)
        return Analysis(report=report, sentences=sentences, speech=speech, sources=find_sources(speech, library))

    return read


@pytest.fixture(scope="session")
def who_says(analyse: Analyse) -> Ask:
    """Words, origin and agency of the source of the first occurrence of a number in a text."""

    def ask(text: str, number: str) -> tuple[str | None, str | None, str | None]:
        at = text.index(number)
        found = analyse(text).source_of("text", at, at + len(number))
        return (None, None, None) if found is None else (found.text, found.origin, found.agency)

    return ask
