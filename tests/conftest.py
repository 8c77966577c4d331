"""Fixtures that many tests share: the real parser and library, loaded once."""

from __future__ import annotations

import pytest

from rashomon.adapters.package_data import load_library
from rashomon.adapters.spacy_parser import SpacyParser
from rashomon.knowledge.library import Library


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    """The English parser."""
    return SpacyParser()


@pytest.fixture(scope="session")
def library() -> Library:
    """The shipped lexicons."""
    return load_library()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that replaces kept outputs."""
    parser.addoption("--update-golden", action="store_true", help="replace the kept outputs by today's")
