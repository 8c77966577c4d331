"""What fell in a collapse, by the words of the reports: nobody would say of a dam that a collapse took place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.composing.ledger import Ledger
from rashomon.composing.phrases import with_indefinite
from rashomon.knowledge.word_classes import WordBook, WordClasses, either
from rashomon.model.claim import EventClaim
from rashomon.model.happening import Event

_COLLAPSE = "disaster:structural_collapse"


@dataclass(frozen=True)
class CollapseWords(WordClasses):
    """Nouns for what can fall, and the words that tell that it did."""

    source: ClassVar[str] = "en/words/briefs.toml#collapses"

    structures: frozenset[str]
    falling: frozenset[str]

    @cached_property
    def fallen(self) -> re.Pattern[str]:
        """A structure before or behind the word for its fall, in one clause, in its group `a` or `b`."""
        thing, fell = either(self.structures), either(self.falling)
        return re.compile(
            rf"(?i)\b(?P<a>{thing})\b[^.;:]{{0,80}}?\b{fell}\b|\b{fell}\s+of\s+(?:\w+\W+){{0,4}}?(?P<b>{thing})\b"
        )


def fallen_thing(event: Event, claims: Iterable[EventClaim], ledger: Ledger, words: WordBook) -> str | None:
    """The structure that most claims of a collapse tell as fallen, with its article; null where they name none."""
    if event.type != _COLLAPSE:
        return None
    found = (words.of(CollapseWords).fallen.search(ledger.words(c, c.start, c.end)) for c in claims)
    counts = Counter((m["a"] or m["b"]).lower() for m in found if m is not None)
    return with_indefinite(max(counts, key=lambda t: (counts[t], t))) if counts else None
