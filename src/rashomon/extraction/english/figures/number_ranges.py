"""Two numbers that are one quantity: "between 20 and 30", and what tells them from a change between two totals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.knowledge.word_classes import WordClasses, either
from rashomon.language.english.numbers import Number

#: A gap between the numbers of a range is no longer than this, and what announces it lies this near (characters).
_LONGEST_GAP, _BEFORE = 20, 60
#: "to - by one account -": an aside inside a range that words announce.
_ASIDE = re.compile(r"\s*(?:to|and)\b[^.;\d]{0,45}$|[^.;\d]{0,45}\b(?:to|and)(?:\s+\w+){0,3}\s*$")


@dataclass(frozen=True)
class RangeWords(WordClasses):
    """Words between and before the numbers of a range, of a change, and words for none."""

    source: ClassVar[str] = "en/words/numbers.toml#ranges"

    joints: frozenset[str]
    doubting: frozenset[str]
    ranging: frozenset[str]
    about: frozenset[str]
    steps: frozenset[str]
    changes: frozenset[str]
    changing: frozenset[str]
    bringing: frozenset[str]
    moving: frozenset[str]
    beyond: frozenset[str]
    marks: frozenset[str]
    rising: frozenset[str]
    nobody: frozenset[str]
    not_none: frozenset[str]

    def is_range(self, text: str, first: Number, second: Number) -> bool:
        """Whether two numbers of a text are the bounds of one quantity."""
        gap = text[first.end : second.start]
        if len(gap) > _LONGEST_GAP or not self.gap.match(gap):
            return False
        if first.kind != second.kind and not _percents(first, second):
            return False
        if second.kind == "share":
            return True
        if first.value is None or second.value is None or first.value >= second.value:
            return False
        before = text[max(0, first.start - _BEFORE) : first.start]
        between = self.between.search(before)
        joint = gap.strip()
        if joint == "and":
            return bool(between and between.group().lower().startswith("between"))
        if joint == "or":
            return second.value <= first.value * 2 and not first.digits
        step = self.step.search(before)
        if step is not None and self.change.search(before[: step.start()]):
            return False
        changed = between and between.group().lower().startswith("from")
        return not (between and changed and self.change.search(before[: between.start()]))

    def is_topped(self, text: str, first: Number, second: Number) -> bool:
        """Whether the second number is what the first may come to: "hundreds, if not thousands", "60, possibly 70"."""
        gap = text[first.end : second.start]
        if len(gap) > _LONGEST_GAP or first.kind != second.kind or not self.topping.fullmatch(gap):
            return False
        if first.kind == "vague":
            return True
        return first.value is not None and second.value is not None and first.value < second.value

    def far_end(self, text: str, numbers: tuple[Number, ...], i: int) -> int | None:
        """The number that ends a range behind an aside, or null: "ranging from 500 to, by one account, 1,300"."""
        first = numbers[i]
        if first.value is None or not self.announced.search(text, max(0, first.start - _BEFORE), first.start):
            return None
        for k in range(i + 1, min(i + 3, len(numbers))):
            second = numbers[k]
            if second.kind == first.kind and second.value is not None and second.value > first.value:
                return k if _ASIDE.match(text[first.end : second.start]) else None
        return None

    @cached_property
    def gap(self) -> re.Pattern[str]:
        """What stands between the bounds of a range."""
        return re.compile(rf"\s*(?:-|–|—|{either(self.joints)})\s*$")

    @cached_property
    def topping(self) -> re.Pattern[str]:
        """What stands before the higher number that may be right as well."""
        return re.compile(rf"(?i),?\s+{either(self.doubting)}\s+")

    @cached_property
    def announced(self) -> re.Pattern[str]:
        """A range that words announce: "tolls ranging from"."""
        return re.compile(rf"(?i)\b{either(self.ranging)}\s+(?:widely\s+)?(?:from|between)\s+(?:\w+\s+){{0,2}}$")

    @cached_property
    def between(self) -> re.Pattern[str]:
        """Words before the first number of "between 20 and 30"."""
        return re.compile(rf"(?i)\b(?:between|from)\s+(?:{either(self.about)}\s+)?$")

    @cached_property
    def step(self) -> re.Pattern[str]:
        """Words before the step of a change: "by another 20"."""
        return re.compile(rf"(?i)\bby\s+(?:{either(self.steps)}\s+)?$")

    @cached_property
    def change(self) -> re.Pattern[str]:
        """Words of change before "from 255 to 311" or "by 20 to 133": two totals, or a step and a total, no range."""
        changes = rf"{either(self.changes)}|{either(self.changing)}\w*|{either(self.bringing)} (?:the|its|their)"
        return re.compile(rf"(?i)\b(?:{changes})\b[^.;]{{0,30}}$")

    def is_passed(self, text: str, start: int, end: int) -> bool:
        """Whether a count is said to have come past a number: "climbs past 250", "gone over the 2.8 million mark"."""
        moved = self._moved_beyond.search(text, max(0, start - _BEFORE), start)
        return moved is not None and (moved["the"] is None or self._mark_behind.match(text, end) is not None)

    @cached_property
    def _moved_beyond(self) -> re.Pattern[str]:
        verbs = rf"(?:{either(self.changes | self.moving)}|{either(self.changing)}\w*)"
        return re.compile(rf"(?i)\b{verbs} {either(self.beyond)} (?P<the>the )?$")

    @cached_property
    def _mark_behind(self) -> re.Pattern[str]:
        return re.compile(rf"[ -]{either(self.marks)}\b")

    @cached_property
    def rising_before(self) -> re.Pattern[str]:
        """Verbs before "up to", which then is no ceiling: "The toll has gone up to 16" is 16."""
        return re.compile(rf"(?i)\b{either(self.rising)}\s+$")

    @cached_property
    def none(self) -> re.Pattern[str]:
        """A count of zero where a measure follows: "no casualties", "no one", "nobody"."""
        return re.compile(rf"(?i)\b(?:no(?!\s{either(self.not_none)}\b)(?: one\b)?|{either(self.nobody)})\b")


def _percents(first: Number, second: Number) -> bool:
    return second.kind == "share" and first.kind == "count" and first.value is not None and first.value <= 100
