"""Projects and a web to watch."""

from tests.store.conftest import address, postgres, store  # noqa: F401 - fixtures
