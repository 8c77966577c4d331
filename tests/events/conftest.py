"""A fixture that reads a text of the test's own into an analysis."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.adapters.spacy_parser import SpacyParser
from rashomon.extraction.analysis import Analysis
from rashomon.extraction.extract_claims import analyse
from rashomon.knowledge.library import Library
from rashomon.model.report import Report

Read = Callable[[str], Analysis]


@pytest.fixture(scope="session")
def read(parser: SpacyParser, library: Library) -> Read:
    """Text -> analysis."""

    def of(text: str) -> Analysis:
        return analyse(Report(id="r", text=text, lang="en"), parser, library)

    return of
