"""Words by which a report that counts nobody tells of a victim, and of what did not happen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.knowledge.word_classes import WordClasses, either


@dataclass(frozen=True)
class LoneWords(WordClasses):
    """Words of a report that counts nobody."""

    source: ClassVar[str] = "en/words/figures.toml#lone_victims"

    pronouns: frozenset[str]
    not_victims: frozenset[str]
    arms: frozenset[str]
    fatal: frozenset[str]
    deeds: frozenset[str]
    deaths: frozenset[str]
    crimes: frozenset[str]
    of_crimes: frozenset[str]
    wounds: frozenset[str]
    accidents: frozenset[str]
    untrue: frozenset[str]
    graded: frozenset[str]

    @cached_property
    def of_arms(self) -> re.Pattern[str]:
        """A shooting, a stabbing or a murder, in lower case: deaths of age and illness are no news of violence."""
        return re.compile(rf"\b{either(self.arms)}\b")

    @cached_property
    def deadly(self) -> re.Pattern[str]:
        """Words that tell of a victim's death."""
        deed = rf"{either(self.fatal)} (?:\w+[ -]){{0,2}}{either(self.deeds)}"
        crime = rf"(?<!attempted ){either(self.crimes)}(?: {either(self.of_crimes)}|,)"
        return re.compile(rf"(?i)\b(?:{deed}\b|{either(self.deaths)}\b|{crime})")

    @cached_property
    def hurtful(self) -> re.Pattern[str]:
        """Words that tell of a victim's wounds."""
        accident = rf"accidental(?:ly)? (?:self-inflicted )?{either(self.accidents)}"
        return re.compile(
            rf"(?i)\b(?:{either(self.wounds)}\b|{accident}|shot in the \w+|shooting of (?:an? )?\d+-year-old)"
        )

    @cached_property
    def denied(self) -> re.Pattern[str]:
        """Words by which a sentence denies, fears or supposes, in lower case; "not serious" denies no wound."""
        wounds = rf"(?! (?:\w+ )?(?:to be )?{either(self.graded)})"
        return re.compile(rf"\b(?:not{wounds}|{either(self.untrue)})\b")
