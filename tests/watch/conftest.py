"""Projects and a web to watch."""

from tests.store.conftest import address, kind, postgres, projects, store  # noqa: F401 - fixtures
