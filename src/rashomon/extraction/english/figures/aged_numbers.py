"""Numbers that are ages: of a person named, of several in a row, or the bound of a group's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.knowledge.word_classes import WordClasses, either

_OLDEST = 120
_NAME_COMMA = re.compile(r"[A-Z][\w'’.-]+,\s*$")
_APPOSED = re.compile(r"[^\W\d_]{3,},\s*$")
_AGE_ENDS = re.compile(r"\s*[,;.)]")
#: "two men, 25 and 30, were shot": ages beside those who have them.
_PAIR_AFTER = re.compile(r"\s*(?:,\s*\d{1,2}\s*)*,?\s*and\s+\d{1,2}\s*[,;.)]")
_PAIR_BEFORE = re.compile(r"[^\W\d_]{3,},\s*\d{1,2}(?:,\s*\d{1,2})*,?\s*and\s+$")


@dataclass(frozen=True)
class AgedWords(WordClasses):
    """Words beside ages."""

    source: ClassVar[str] = "en/words/numbers.toml#aged"

    ages: frozenset[str]
    persons: frozenset[str]
    about: frozenset[str]
    tale: frozenset[str]
    years: frozenset[str]
    units: frozenset[str]
    before: frozenset[str]
    counts: frozenset[str]
    harming: frozenset[str]
    portions: frozenset[str]
    than: frozenset[str]
    bounds: frozenset[str]
    bounded: frozenset[str]
    not_aged: frozenset[str]

    def is_age(self, number: str, before: str, after: str) -> bool:
        """Whether a number in digits is the age of somebody told beside it."""
        if not number.isdigit() or int(number) > _OLDEST or self.portion_before.search(before):
            return False
        apposed = before.rstrip().endswith(",") and _APPOSED.search(before) is not None
        if self.age_after.match(after) and _NAME_COMMA.search(before):
            return True
        if (apposed and _PAIR_AFTER.match(after)) or (_AGE_ENDS.match(after) and _PAIR_BEFORE.search(before)):
            return True
        aged = _AGE_ENDS.match(after) and self.age_before.search(before) and not self.count_is.search(before)
        if aged or self.ages_after.match(after):
            return True
        return apposed and after.startswith(",")

    def is_bound(self, number: str, before: str, after: str) -> bool:
        """Whether a number bounds the age of a group: "children under 15", "under the age of eight"."""
        if self.bound_before.search(before) is None or self.no_age_after.match(after) is not None:
            return False
        return len(number) < 3 or not number[:1].isdigit()

    def is_of_person(self, before: str, after: str) -> bool:
        """Whether a number is the age of a person of whom no more is said: "a woman of 40"."""
        return self.person_before.search(before) is not None and self.person_after.match(after) is not None

    @cached_property
    def ages_before(self) -> re.Pattern[str]:
        """The opening of a stretch of ages, not far before a number."""
        return re.compile(rf"(?i)\b{either(self.ages)}\b[^.;]{{0,22}}$")

    @cached_property
    def person_before(self) -> re.Pattern[str]:
        """One person, and "of", right before a number."""
        return re.compile(rf"(?i)\b{either(self.persons)} of (?:{either(self.about)} )?$")

    @cached_property
    def person_after(self) -> re.Pattern[str]:
        """What stands behind the age of a person, who is told no more of or whose tale goes on."""
        return re.compile(rf"\s*(?:[,;.)]|{either(self.tale)}\b)")

    @cached_property
    def portion_before(self) -> re.Pattern[str]:
        """Some of those told of, set off before a number: "Most of the dead, 41, lived in the capital"."""
        return re.compile(rf"(?i)\b{either(self.portions)} of (?:them|whom|the \w+),\s*$")

    @cached_property
    def age_after(self) -> re.Pattern[str]:
        """What follows an age behind a name."""
        years = rf"-?{either(self.years)}\b"
        return re.compile(rf"\s*(?:[,;)]|\.(?!\d)|{years}|--|–|—|of (?=[A-Z])|and (?:his|her|their|[A-Z]))")

    @cached_property
    def age_before(self) -> re.Pattern[str]:
        """What an age without a noun follows."""
        return re.compile(rf"(?i)\b{either(self.before)}\s+$")

    @cached_property
    def ages_after(self) -> re.Pattern[str]:
        """A second age with its unit, behind a first: "two girls, 11 and 13 years old"."""
        return re.compile(rf"\s*(?:,\s*\d{{1,2}}\s*)*,?\s*(?:and|or|to)\s+\d{{1,3}}[\s-]+{either(self.units)}\b")

    @cached_property
    def count_is(self) -> re.Pattern[str]:
        """A count of people that a number is said to be: "The death toll is now 20", "injuring over 100"."""
        said = r"(?:is|was|now|(?:at|to) (?:over|under))"
        counted = rf"{either(self.counts)}\b[^.;,]{{0,45}}\b{said}|{either(self.harming)} (?:over|under)"
        return re.compile(rf"(?i)\b(?:{counted})\s+$")

    @cached_property
    def bound_before(self) -> re.Pattern[str]:
        """What makes the number behind it the bound of an age."""
        than, bounds, bounded = map(either, (self.than, self.bounds, self.bounded))
        return re.compile(rf"(?i)\b(?:{than} than|{bounds} the age of|{bounded} (?:aged )?(?:{bounds}|up to))\s+$")

    @cached_property
    def no_age_after(self) -> re.Pattern[str]:
        """What follows a number that bounds no age."""
        return re.compile(rf"(?i)\s*(?:,\d|{either(self.not_aged)})")
