"""Numbers that count nobody: dates, times, ages, money, distances, names and scores, by the words around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import ClassVar

from rashomon.extraction.english.figures.aged_numbers import AgedWords
from rashomon.extraction.english.figures.dated_numbers import is_date, is_dated
from rashomon.extraction.english.figures.measured_numbers import MeasuredWords
from rashomon.extraction.english.figures.numbered_names import NumberedWords
from rashomon.knowledge.library import Library
from rashomon.knowledge.number_words import NumberWords
from rashomon.knowledge.word_classes import WordBook, WordClasses, either

#: "Regional One": a number word with a capital behind a name, in a sentence that is no headline.
_NAME_WORD = re.compile(r"\b[A-Z][a-z]+\s+$")
_NO_ORDINAL_AFTER = re.compile(r"\s*(?:of|were|are|was|is|have|had|died|the)\b|\s*[,.;)]|$")
#: A name with a number in brackets, in a list; one alone is an age, a vote or a footnote.
_LISTED = re.compile(r"[A-Z][\w'’.-]+ \((?:\d[\d,]*)\)(?=\s*(?:,|;|\.|$|and\b|or\b))")
#: A participle or noun with one: "destroyed (62), flooded (15)".
_LISTED_DEEDS = re.compile(r"\b[a-z]{4,} \(\d[\d,]*\)(?=\s*(?:,|;|\.|$|and\b|or\b))")
_FEWEST_LISTED = 2


@dataclass(frozen=True)
class CountedAfterWords(WordClasses):
    """Nouns behind a number that is a count."""

    source: ClassVar[str] = "en/words/numbers.toml#counted_after"

    counted: frozenset[str]
    described: frozenset[str]

    @cached_property
    def after(self) -> re.Pattern[str]:
        """Those whom a number before them counts."""
        return re.compile(rf"(?i)\s+(?!more than\b)(?:{either(self.counted)}|\w+\s+{either(self.described)})\b")


@dataclass(frozen=True)
class SizedWords(WordClasses):
    """Nouns whose size a number behind "of" is."""

    source: ClassVar[str] = "en/words/numbers.toml#sized"

    parents: frozenset[str]
    places: frozenset[str]
    about: frozenset[str]

    @cached_property
    def before(self) -> re.Pattern[str]:
        """A parent or a place, and "of": "a mother of seven", "a community of 1,200"."""
        places = rf"{either(self.places)} of (?:{either(self.about)} )*"
        return re.compile(rf"(?i)\b(?:{either(self.parents)} (?:of|to) |{places})$")


@cache
def _ordinal(known: NumberWords) -> re.Pattern[str]:
    """ "A third victim", not "a third of the victims"."""
    return re.compile(rf"(?i)(?:an?|one)[\s-]+{either(p for p in known.parts if p != 'half' and p[-1] != 's')}")


@dataclass(frozen=True)
class PointedWords(WordClasses):
    """Words around "one" where it is a pronoun."""

    source: ClassVar[str] = "en/words/numbers.toml#pointed"

    pronouns: frozenset[str]
    pointing: frozenset[str]
    ends: frozenset[str]
    relatives: frozenset[str]
    comparing: frozenset[str]
    in_turn: frozenset[str]

    def is_pronoun(self, number: str, before: str, after: str) -> bool:
        """Whether a number word stands for somebody or something told before: "well above that one"."""
        if number.lower() not in self.pronouns:
            return False
        if self._each_behind.match(after) is not None or self._each_before.search(before) is not None:
            return True
        if self._described_behind.match(after) is not None and self._compared.search(before) is not None:
            return True
        return self._before.search(before) is not None and self._behind.match(after) is not None

    @cached_property
    def _described_behind(self) -> re.Pattern[str]:
        return re.compile(rf"(?i)\s+{either(self.relatives)}\b")

    @cached_property
    def _compared(self) -> re.Pattern[str]:
        return re.compile(rf"(?i)\b{either(self.comparing)}\s+$")

    @cached_property
    def _each_behind(self) -> re.Pattern[str]:
        return re.compile(rf"(?i)\s+{either(self.in_turn)}\b")

    @cached_property
    def _each_before(self) -> re.Pattern[str]:
        turns = either(t.rpartition(" ")[0] for t in self.in_turn if t.rpartition(" ")[2] in self.pronouns)
        return re.compile(rf"(?i)\b{either(self.pronouns)}\s+{turns}\s+$")

    @cached_property
    def _before(self) -> re.Pattern[str]:
        return re.compile(rf"(?i)\b{either(self.pointing)}\s+$")

    @cached_property
    def _behind(self) -> re.Pattern[str]:
        return re.compile(rf"(?i)\s*(?:[,.;:)]|$|{either(self.ends)}\b)")


@dataclass(frozen=True)
class DividedWords(WordClasses):
    """Verbs of dividing, before the number of the pieces."""

    source: ClassVar[str] = "en/words/numbers.toml#divided"

    verbs: frozenset[str]
    ends: frozenset[str]

    def are_pieces(self, before: str, after: str) -> bool:
        """Whether a number counts the pieces that something was divided into."""
        return self.end.match(after) is not None and self.before.search(before) is not None

    @cached_property
    def end(self) -> re.Pattern[str]:
        """The end of a clause behind a number."""
        return re.compile(rf"\s*(?:[,;.)]|{either(self.ends)}\b|$)")

    @cached_property
    def before(self) -> re.Pattern[str]:
        """What is divided into a number of pieces: "the river split in two"."""
        return re.compile(rf"(?i)\b{either(self.verbs)}\b[^.;,]{{0,24}}\s(?:in|into)\s+$")


def is_bracket_list(text: str) -> bool:
    """Whether a sentence lists names, or what was done, with a number in brackets behind each."""
    return ")" in text and (
        len(_LISTED.findall(text)) >= _FEWEST_LISTED or len(_LISTED_DEEDS.findall(text)) >= _FEWEST_LISTED
    )


def is_other_number(text: str, start: int, end: int, kind: str, library: Library) -> bool:
    """True where the number text[start:end] is no count of people or things that a crisis report tells of."""
    words, number = library.words, text[start:end]
    before, after = text[max(0, start - 40) : start], text[end : end + 48]
    measured, aged = words.of(MeasuredWords), words.of(AgedWords)
    if kind == "share":
        return bool(
            measured.money_before.search(before)
            or measured.change_before.search(before)
            or measured.amount_before.search(before)
            or measured.rate_before.search(before)
            or measured.no_people_after.match(after)
            or (_ordinal(library.number_words).fullmatch(number) and not _NO_ORDINAL_AFTER.match(after))
        )
    counts = words.of(CountedAfterWords).after.match(after) is not None
    if (
        aged.is_bound(number, before, after)
        or (not counts and aged.ages_before.search(before))
        or words.of(SizedWords).before.search(before)
        or words.of(DividedWords).are_pieces(before, after)
        or aged.is_of_person(before, after)
        or measured.measures(before, after)
    ):
        return True
    if words.of(PointedWords).is_pronoun(number, before, after):
        return True
    if not number[:1].isdigit():
        return _is_name(text, number, before, after, counts, words.of(NumberedWords))
    numbered = words.of(NumberedWords)
    return (
        numbered.is_part_of_name(number, before, after)
        or numbered.is_of_series(text, start, end)
        or (not counts and "," not in number and numbered.told_before.search(before) is not None)
        or is_dated(number, before, after, library)
        or aged.is_age(number, text[max(0, start - 80) : start], after)
        or (not counts and is_date(number, before, after, library))
        # No name has a separator: "those hurt now number 2,312".
        or (not counts and "," not in number and numbered.is_behind_name(before))
        or (
            before.endswith("(")
            and after.startswith(")")
            and not (_counts_behind(after, words) or is_bracket_list(text))
        )
    )


def _counts_behind(after: str, words: WordBook) -> bool:
    """Whether a number in brackets counts the noun behind them: "(74) people were killed"."""
    return words.of(CountedAfterWords).after.match(after, 1) is not None


def _is_name(text: str, number: str, before: str, after: str, counts: bool, known: NumberedWords) -> bool:
    """Whether a number in words is part of a name: "Regional One"."""
    if number == "One" and _NAME_WORD.search(before) and not (counts or _is_headline(text)):
        return True
    return number[:1].isupper() and not after[:1].isspace() and known.is_behind_name(before)


def _is_headline(text: str) -> bool:
    """Most longer words begin with a capital."""
    longer = [w for w in text.split() if len(w) > 3 and w[:1].isalpha()]
    return 2 * sum(w[:1].isupper() for w in longer) > len(longer)
