from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.fetching.served import Server, Time, serving


@pytest.fixture
def server() -> Iterator[Server]:
    """A server on loopback whose answers the test sets."""
    with serving() as made:
        yield made


@pytest.fixture
def time() -> Time:
    """Invented time."""
    return Time()
