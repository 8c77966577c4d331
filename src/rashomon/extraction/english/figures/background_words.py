"""Words by which a text sets a happening apart from its own, or keeps it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.knowledge.word_classes import WordClasses, either


@dataclass(frozen=True)
class BackgroundWords(WordClasses):
    """Words by which a text sets a happening apart from its own, or keeps it."""

    source: ClassVar[str] = "en/words/figures.toml#background"

    follow_up: frozenset[str]
    superlatives: frozenset[str]
    happenings: frozenset[str]
    disasters: frozenset[str]
    coming: frozenset[str]
    over: frozenset[str]
    spread: frozenset[str]
    camps: frozenset[str]
    of_camps: frozenset[str]
    keeping: frozenset[str]
    breaks_before: frozenset[str]
    breaks_behind: frozenset[str]
    after_comma: frozenset[str]
    leaving_out: frozenset[str]
    latest: frozenset[str]
    recovered: frozenset[str]

    @cached_property
    def before_these(self) -> re.Pattern[str]:
        """What leaves the report's own happening out, in lower case: "before this latest attack"."""
        before, latest = either(self.leaving_out), either(self.latest)
        return re.compile(rf"\b{before} (?:this|the|these) (?:\w+ )?{latest} (?:\w+ )?{either(self.happenings)}\w*\b")

    @cached_property
    def recovering(self) -> re.Pattern[str]:
        """What a land has not got over, in lower case: its time is not the news's."""
        return re.compile(rf"\b{either(self.recovered)}\w* (?:from|after) [^,;.]*")

    @cached_property
    def known_disaster(self) -> re.Pattern[str]:
        """The one disaster that is spoken of: "the cyclone", "Saturday's magnitude 7 quake"."""
        return re.compile(rf"(?i)\b(?:the|\w+['’]s) (?:[\w.-]+ ){{0,4}}?{either(self.disasters)}\b")

    @cached_property
    def superlative_since(self) -> re.Pattern[str]:
        """A record that holds since an older happening: "the deadliest blast since"."""
        return re.compile(rf"(?i)\b{either(self.superlatives)}\b[^.;]*\b(?<!have )(?<!has )(?<!had )since\b[^.;]*$")

    @cached_property
    def superlative_over(self) -> re.Pattern[str]:
        """What a record is set against, behind it: "the highest in years, above the"."""
        most, over = either(self.superlatives), either(self.over)
        return re.compile(rf"(?i)\b{most}\b[^.;]*\b{over} (?:the |a )?(?:previous |earlier |older )?(?:\w+ of )?$")

    @cached_property
    def happening(self) -> re.Pattern[str]:
        """A word that begins like one of a happening: "attack", "attackers"."""
        return re.compile(rf"(?i)\b{either(self.happenings)}\w*\b")
