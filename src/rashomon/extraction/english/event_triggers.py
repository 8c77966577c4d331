"""A fast look at a sentence, before parsing: can it tell a happening, a relation, a seizure, an accusation?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from rashomon.knowledge.word_classes import WordBook, WordClasses, either

#: A sentence longer than this is looked at only so far (characters).
_LOOKED_AT = 4000


@dataclass(frozen=True, slots=True)
class TellingStems(WordClasses):
    """What a sentence needs one of to tell of an event."""

    source: ClassVar[str] = "en/words/events.toml#tells"

    stems: frozenset[str]
    words: frozenset[str]


@lru_cache(maxsize=1)
def _trigger(telling: TellingStems) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{either(telling.stems)}|{either(telling.words)}(?![^\W_]))")


def may_tell_event(text: str, words: WordBook) -> bool:
    """Whether a sentence holds any trigger word."""
    return _trigger(words.of(TellingStems)).search(text[:_LOOKED_AT].lower()) is not None
