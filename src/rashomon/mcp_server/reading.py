"""What the tools read of a project: dossiers kept while nothing changed, searches with names masked."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from rashomon import app
from rashomon.composing.masking import Protector
from rashomon.mcp_server import answers
from rashomon.model.dossier import Dossier
from rashomon.settings import PolicyName, Settings, parse_as_of


class Reading:
    """One project, read again and again by one client."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._kept = lru_cache(maxsize=16)(self._compose)
        self._protectors = lru_cache(maxsize=200)(lambda _state, story: app.protector(address, story))

    def stories(self, limit: int, start: int) -> dict[str, Any]:
        """A page of the list of stories."""
        return answers.stories(app.stories(self.address, limit=limit, start=start))

    def dossier(self, story: str, as_of: str | None = None, policy: PolicyName = "recommended") -> Dossier:
        """A story's dossier. Raises NotFoundError, UsageError for an instant that is none."""
        return self._kept(app.state_of(self.address), story, as_of, policy)

    def search(self, words: str, **filters: Any) -> dict[str, Any]:
        """The hits for words and filters. Raises UsageError, NotFoundError for a story."""
        return answers.hits(app.search(self.address, words.strip() or None, guard=self._protector, **filters))

    def _protector(self, story: str) -> Protector:
        return self._protectors(app.state_of(self.address), story)

    def _compose(self, _state: str, story: str, as_of: str | None, policy: PolicyName) -> Dossier:
        instant = parse_as_of(as_of) if as_of else None
        return app.show(self.address, story, Settings(as_of=instant, policy=policy))
