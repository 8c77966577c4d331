"""Numbers of money, units, times of day and shares that count nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.knowledge.word_classes import WordClasses, either


@dataclass(frozen=True)
class MeasuredWords(WordClasses):
    """Words of money, units and times of day."""

    source: ClassVar[str] = "en/words/numbers.toml#measured"

    money: frozenset[str]
    units: frozenset[str]
    before_unit: frozenset[str]
    joined: frozenset[str]
    clock: frozenset[str]
    no_people: frozenset[str]
    changing: frozenset[str]
    rates: frozenset[str]
    hedges: frozenset[str]

    def measures(self, before: str, after: str) -> bool:
        """Whether what stands around a number makes it an amount of money or units, or a time of day."""
        return (
            self.money_before.search(before) is not None
            or self.unit_after.match(after) is not None
            or self.joined_after.match(after) is not None
        )

    @cached_property
    def money_before(self) -> re.Pattern[str]:
        """A sign of money at the end of what stands before a number."""
        signs = [w for w in self.money if not w[0].isalpha()]
        return re.compile(rf"(?i)(?:{either(signs)}|\b{either(self.money.difference(signs))})\s*$")

    @cached_property
    def unit_after(self) -> re.Pattern[str]:
        """A unit behind a number, or what marks it as a time of day."""
        unit = rf"(?:\s|-)*(?:{either(self.before_unit)}\s+)*{either(self.units)}(?!\w)"
        clock = either(self.clock)
        return re.compile(rf"(?i)(?:{unit}|\s*(?:{clock}|\([0-9:]+\s*{clock}|h\d))")

    @cached_property
    def joined_after(self) -> re.Pattern[str]:
        """What is written to a number without a space: letters, a unit behind a hyphen, more digits."""
        ends = r"[:/]\d|-\d|–\d|st\b|nd\b|rd\b|th\b|s\b"
        return re.compile(rf"(?i)(?:[a-z_]|[-–](?:{either(self.joined)}|m\b)|{ends})")

    @cached_property
    def amount_before(self) -> re.Pattern[str]:
        """An amount of money right before a bracket: "a gap of $69.3 million (74 per cent)"."""
        signs = [w for w in self.money if not w[0].isalpha()]
        return re.compile(rf"{either(signs)}\s?[\d.,]+(?:\s?\w{{1,8}})?\s\($")

    @cached_property
    def change_before(self) -> re.Pattern[str]:
        """What stands before a share by which something changed: "is up by more than 50 percent"."""
        return re.compile(rf"(?i)\b{either(self.changing)}(?:\s+(?:by|of))?\s+(?:{either(self.hedges)}\s+)*$")

    @cached_property
    def rate_before(self) -> re.Pattern[str]:
        """What stands before a share that is a rate: "a fatality rate of 3.9%", "(CFR 1.6%)"."""
        links = r"(?:of|at|is|was|stood at|:|\()"
        return re.compile(rf"(?i)\b{either(self.rates)}\s*(?:{links}\s*)?(?:{either(self.hedges)}\s+)*$")

    @cached_property
    def no_people_after(self) -> re.Pattern[str]:
        """What follows a share of something other than people."""
        return re.compile(rf"(?i)\s*{either(self.no_people)}\b")
