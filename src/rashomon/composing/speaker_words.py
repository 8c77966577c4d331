"""Words for speakers that name nobody: things that hold words, and what points back to somebody."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.knowledge.word_classes import WordClasses, either


@dataclass(frozen=True)
class SpeakerWords(WordClasses):
    """Words for speakers that name nobody."""

    source: ClassVar[str] = "en/words/briefs.toml#speakers"

    things: frozenset[str]
    before_things: frozenset[str]
    referring: frozenset[str]
    before_referring: frozenset[str]
    in_roles: frozenset[str]
    before_roles: frozenset[str]
    no_names: frozenset[str]
    owning: frozenset[str]

    @cached_property
    def torn_owner(self) -> re.Pattern[str]:
        """The owner that a role was cut behind: "head of the department of Ukraine's"."""
        return re.compile(rf"\s{either(self.owning)}\s(?:the\s)?[\w.-]+['’]s$")

    @cached_property
    def thing(self) -> re.Pattern[str]:
        """A thing that holds words, told where a speaker is."""
        return re.compile(rf"^{either(self.before_things)}?\s?(?:[\w-]+ )?{either(self.things)}s?\b", re.IGNORECASE)

    @cached_property
    def back(self) -> re.Pattern[str]:
        """A speaker whose words refer back to somebody named before."""
        before, noun = either(self.before_referring), either(self.referring)
        return re.compile(rf"^{before} (?:[\w-]+ )?(?:{noun}|spokes\w+)$", re.IGNORECASE)
