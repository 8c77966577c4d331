"""How the tests of places build a report and look at what was found in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.extraction.english.places import find_places
from rashomon.knowledge.library import Library
from rashomon.language.sentences import split_report
from rashomon.model.place import Place
from rashomon.model.report import Report
from rashomon.resolution.places import resolve_places

Find = Callable[..., tuple[Place, ...]]


@pytest.fixture(scope="session")
def find(library: Library) -> Find:
    """Finds the places of a text, unresolved."""

    def run(text: str, title: str | None = None) -> tuple[Place, ...]:
        report = Report(id="r", text=text, title=title)
        return find_places(report, split_report(report, library.words), library)

    return run


@pytest.fixture(scope="session")
def resolve(library: Library, find: Find) -> Find:
    """Finds and resolves the places of a text."""

    def run(text: str, title: str | None = None) -> tuple[Place, ...]:
        report = Report(id="r", text=text, title=title)
        return resolve_places(report, find(text, title), library)

    return run
