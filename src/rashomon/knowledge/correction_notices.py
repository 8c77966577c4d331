"""Notices by which a page says that it was changed (`data/en/correction_notices.toml`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rashomon.knowledge.library import Library

#: A sentence or a line, whichever is shorter; a notice is one.
_PIECE = re.compile(r"[^\n.!?]+(?:[.!?](?=\S)[^\n.!?]*)*[.!?]*")
_SPACES = re.compile(r"\s+")
#: Words between the page and what was done to it: "this story, first published on Monday, has been corrected".
_BETWEEN = r"(?:\W+[\w’']+){0,12}?\W+"


@dataclass(frozen=True, slots=True)
class CorrectionNotices:
    """Finds the notices of a text."""

    pattern: re.Pattern[str]

    def of(self, text: str) -> list[str]:
        """The sentences or lines that say that the page was changed, in order, with plain spaces."""
        return list(_notices_in(self.pattern, text))


@lru_cache(maxsize=4_000)
def _notices_in(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    """What is found in a text: a story's page asks of all its reports each time that it is opened."""
    pieces = (_SPACES.sub(" ", piece.group()).strip() for piece in _PIECE.finditer(text))
    return tuple(piece for piece in pieces if pattern.search(piece.replace("’", "'")))


def load_correction_notices(library: Library) -> CorrectionNotices:
    """The notices of the shipped file."""
    table = library.table("en/correction_notices.toml")
    openers, pages, changed, versions = (_either(table[key]) for key in ("openers", "pages", "changed", "versions"))
    shapes = (
        rf"^\W*(?:{openers})\s*(?:[:–—-]|\W*$)",
        rf"\b(?:this|the)\s+(?:{pages})\b{_BETWEEN}(?:{changed})\b",
        rf"\b(?:{versions})\s+of\s+(?:this|the|our)\s+(?:{pages})\b",
    )
    return CorrectionNotices(re.compile("|".join(shapes), re.IGNORECASE))


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
