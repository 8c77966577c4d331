"""Which sentences go on with the figures, or point back to the words, of the sentence before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import ClassVar

from rashomon.knowledge.number_words import NumberWords
from rashomon.knowledge.word_classes import WordClasses, either

_WORD = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")
#: What quotes, asks or tells in a clause of its own.
_QUOTING = ("“", "”", '"', "?", "!", ", as ")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class CarryingWords(WordClasses):
    """Words by which a sentence goes on with what the one before told."""

    source: ClassVar[str] = "en/words/sources.toml#carrying"

    victims: frozenset[str]
    counts: frozenset[str]
    rest: frozenset[str]
    pronouns: frozenset[str]
    includes: frozenset[str]
    lists: frozenset[str]
    below: frozenset[str]
    breakdowns: frozenset[str]
    of_lists: frozenset[str]
    pointing: frozenset[str]
    comes: frozenset[str]
    written: frozenset[str]
    same: frozenset[str]
    newer: frozenset[str]
    replaces: frozenset[str]
    told: frozenset[str]
    reportive: frozenset[str]
    fates: frozenset[str]
    wrecked: frozenset[str]
    harms: frozenset[str]
    hedges: frozenset[str]
    verbs: frozenset[str]
    places: frozenset[str]
    worst: frozenset[str]
    totals: frozenset[str]
    said: frozenset[str]
    anchors: frozenset[str]
    between: frozenset[str]
    endings: frozenset[str]
    states: frozenset[str]
    bringing: frozenset[str]
    standing: frozenset[str]
    tolls: frozenset[str]
    wholes: frozenset[str]
    most: frozenset[str]
    nobodys: frozenset[str]
    elsewhere: frozenset[str]
    hardest: frozenset[str]
    struck: frozenset[str]
    moments: frozenset[str]
    happenings: frozenset[str]
    harming: frozenset[str]
    documents: frozenset[str]
    showing: frozenset[str]

    def goes_on(self, text: str, numbers: NumberWords) -> bool:
        """Whether a sentence tells more of the people counted before: "of the dead", "the rest were"."""
        return _going_on(self, numbers).match(text) is not None

    def is_of_others(self, text: str, told: str) -> bool:
        """Whether a sentence speaks of "the dead" though what was told counts things and nobody who was harmed."""
        harmed = self.victims | self.fates | self.harms
        named = any(pair[1] in self.victims for pair in pairwise(_WORD.findall(text.lower())) if pair[0] == "the")
        return named and harmed.isdisjoint(_WORD.findall(told.lower()))

    def is_hearsay(self, text: str) -> bool:
        """Whether a sentence tells as somebody's words what it says of nobody: "So far 353 are said to be injured"."""
        return self._hearsay.search(text) is not None

    def counts_a_place(self, text: str) -> bool:
        """Whether a sentence opens with the place or the whole that it counts for: "In the port of Arda, 12 died"."""
        return self._of_place.match(text) is not None

    def tells_its_harm(self, text: str, numbers: NumberWords) -> bool:
        """Whether a sentence tells what harm a happening did that was told right before: "The attack killed four"."""
        words = _WORD.findall(text.lower())
        dated = _YEAR.search(text) is not None or not (self.elsewhere | self.anchors).isdisjoint(words)
        return not dated and self._harm.match(text) is not None and self.has_number(text, numbers)

    def only_counts(self, text: str) -> bool:
        """Whether no word of a sentence turns to a story of its own, and nobody is quoted in it."""
        told = self.elsewhere.isdisjoint(_WORD.findall(text.lower()))
        return told and not any(mark in text for mark in _QUOTING)

    def counts_alike(self, text: str, numbers: NumberWords) -> bool:
        """Whether a sentence says that it counts on: for a place or a whole, or of those counted before."""
        return self.counts_a_place(text) or self.goes_on(text, numbers)

    def goes_on_counting(self, text: str, numbers: NumberWords) -> bool:
        """Whether a sentence tells how a count stands that somebody keeps: "Nine people are in intensive care", "The
        number of wounded has risen to 27", "That brings the total to 40".

        Such states change by the hour: who tells them right behind a count is whoever counted.
        """
        return _counting_on(self, numbers).search(text) is not None and not self._of_reports.match(text)

    def has_number(self, text: str, numbers: NumberWords) -> bool:
        """Whether a text has a number, in figures or, from two on, in words."""
        return _DIGIT.search(text) is not None or any(
            w in numbers.tens or numbers.units.get(w, 0) > 1 for w in _WORD.findall(text.lower())
        )

    def rests_on_it(self, text: str) -> bool:
        """Whether a sentence says that it goes by the count told before: "according to the same data"."""
        return self._same_count.search(text) is not None

    def leans_back(self, text: str, numbers: NumberWords) -> bool:
        """Whether a number opens a sentence whose noun is that of the sentence before: "More than 500 were hurt"."""
        return _leaning(self, numbers).match(text) is not None

    def is_backshifted(self, text: str) -> bool:
        """Whether a sentence tells in the pluperfect, and nothing but somebody's words before it says since when.

        By its words alone: a sentence that no other rule needs is not parsed.
        """
        return self._pluperfect.search(text) is not None and self.anchors.isdisjoint(_WORD.findall(text.lower()))

    def speaks_of_counts(self, text: str) -> bool:
        """Whether a sentence without a number speaks of the counts around it as a whole: "the figures are partial"."""
        return self._of_counts.match(text) is not None

    def announces(self, text: str) -> bool:
        """Whether what a sentence speaks of as a whole follows as a list: "The results are given below:"."""
        return text.rstrip().endswith(":") or not self.below.isdisjoint(_WORD.findall(text.lower()))

    def announces_counts(self, text: str) -> bool:
        """Whether a sentence tells of counts and ends before them: "The mayor gave the following breakdown:"."""
        words = _WORD.findall(text.lower())
        return text.rstrip().endswith(":") and not (self.lists | self.breakdowns).isdisjoint(words)

    def points_back(self, text: str) -> bool:
        """Whether a sentence only says whose the words before it are: "This is according to X"."""
        return self._pointing_back.match(text) is not None

    def replaces_count(self, text: str) -> bool:
        """Whether a sentence sets a new count beside the one before it: "The new toll from X replaces one of 12"."""
        return self._replacing.match(text) is not None

    @cached_property
    def _hearsay(self) -> re.Pattern[str]:
        fate = either(self.fates | self.wrecked)
        return re.compile(
            rf"\b(?:is|are|was|were) (?:also )?{either(self.told)} (?:to|{fate})\b|\b{either(self.reportive)}\b",
            re.IGNORECASE,
        )

    @cached_property
    def _of_place(self) -> re.Pattern[str]:
        place = rf"(?i:{either(self.places)})(?: [a-z]+){{0,4}} [A-Z]"
        whole = rf"(?:The {either(self.worst)} (?:toll|number)|(?i:{either(self.totals)}))"
        return re.compile(rf"(?:[-•*] )?(?:{place}|{whole}\b)")

    @cached_property
    def _harm(self) -> re.Pattern[str]:
        told = rf"(?:(?:the|this|these) (?:[\w-]+ ){{0,2}}?)?{either(self.happenings)}"
        return re.compile(rf"{told} (?:(?:has|have|also|had) )*{either(self.harming)}\b", re.IGNORECASE)

    @cached_property
    def _pluperfect(self) -> re.Pattern[str]:
        """ "had completely destroyed", "had also been hit"; not "had 90 beds"."""
        return re.compile(rf"\bhad (?:{either(self.between)} |\w+ly )*\w*{either(self.endings)}\b")

    @cached_property
    def _of_counts(self) -> re.Pattern[str]:
        return re.compile(
            rf"(?:the|these|those) (?:\w+ )?{either(self.lists)} {either(self.of_lists)}\b", re.IGNORECASE
        )

    @cached_property
    def _pointing_back(self) -> re.Pattern[str]:
        told = rf"(?:according to|{either(self.written)} (?:in|on|at|via))"
        return re.compile(rf"{either(self.pointing)} {either(self.comes)} (?:\w+ )?{told}\b", re.IGNORECASE)

    @cached_property
    def _of_reports(self) -> re.Pattern[str]:
        """ "Reports indicate that 40 are missing": words of others than whoever spoke before."""
        return re.compile(rf"(?:\w+ ){{0,3}}{either(self.nobodys)} \w+ that\b", re.IGNORECASE)

    @cached_property
    def _same_count(self) -> re.Pattern[str]:
        count = either(self.lists | self.counts)
        told = rf"(?:the {either(self.same)}|these|those|that|this) (?:\w+ )?{count}"
        same = rf"the same (?:\w+ )?{either(self.lists | self.counts | self.documents)}"
        shown = rf"(?:the|these|those|that|this) (?:\w+ )?{count} {either(self.showing)}"
        return re.compile(
            rf"\b(?:(?:according to|going by) {told}|by {same})(?=[,.;:)]|$)|, {shown}(?=[,.;:)]|$)|^{shown} that\b",
            re.IGNORECASE,
        )

    @cached_property
    def _replacing(self) -> re.Pattern[str]:
        count = either(self.lists | self.counts)
        return re.compile(
            rf"the {either(self.newer)} (?:\w+ )?{count} (?:from|of|by) [^.]{{1,80}}? {either(self.replaces)}\b",
            re.IGNORECASE,
        )


@cache
def _leaning(known: CarryingWords, numbers: NumberWords) -> re.Pattern[str]:
    number = rf"(?:\d[\d,.]*|{either(word for word, value in numbers.units.items() if value > 1)})"
    return re.compile(
        rf"(?:{either(known.hedges)} )*{number}(?: of {either(known.pronouns)})? {either(known.verbs)}\b", re.IGNORECASE
    )


@cache
def _going_on(known: CarryingWords, numbers: NumberWords) -> re.Pattern[str]:
    # In figures, or a word for a small number.
    number = rf"(?:\d|{either(word for word, value in numbers.units.items() if value > 1)}\b)"
    victims, rest = either(known.victims), either(known.rest)
    counts = either(known.victims | known.counts)
    them, includes = either(known.pronouns), either(known.includes)
    told = rf"(?:(?:the|those) {victims}|the {rest})"
    return re.compile(
        rf"(?:(?:of|among) (?:{them}|the {either(known.wholes)}|the {victims})\b"
        rf"|(?:of|among) the {number}"  # "Of the 300 hurt, 12 are in danger"
        rf"|(?:[\w.-]+(?:,\d+)? ){{1,5}}of {them}\b"  # "nearly half of them"
        rf"|(?:there (?:was|were|are|is) )?another {number}"
        rf"|(?:out )?of this [^,.]{{1,40}}, {number}"  # "Of this displaced population, 400"
        rf"|out of (?:{them}|the) |{told}\b[^.]{{0,60}}?\b(?:were|was|are|is)\b"
        rf"|(?:they|these|those|it) (?:also )?{includes}\b"
        rf"|(?:they|these|those) are (?:among|part of)\b"
        rf"|the {either(known.most)}\b[^.]{{0,20}}\d"
        rf"|(?:the|those) {counts}\b[^.]{{0,60}}?\b{includes}\b"
        rf"|[^.]{{0,60}}\bof (?:the|those) {victims}\b"
        rf"|[^.]{{0,80}}\bamong (?:the {victims}|those (?:who|{victims}))\b)",
        re.IGNORECASE,
    )


@cache
def _counting_on(known: CarryingWords, numbers: NumberWords) -> re.Pattern[str]:
    small = either(word for word, value in numbers.units.items() if value > 1)
    number = rf"(?:\d[\d,.]*|(?:{either(numbers.tens)}-)?{small}|{either(numbers.tens)})"
    plain = rf"(?:{either(known.hedges)} )?(?:\d+(?:[,.]\d+)*|{small})"  # "39 people", no day before a comma
    hit = rf"{either(known.hardest)}[- ]{either(known.struck)}"
    count, inside = either(known.counts), [w.removeprefix("in ") for w in known.states if w.startswith("in ")]
    state = rf"(?:{either(known.states)}|in [^.,]{{0,40}}\bhospitals?)"
    victims = rf"(?:the )?(?:{either(known.victims)}|people (?:who|that)\b)"
    return re.compile(
        rf"(?:^|\b){number} (?:(?:(?!and\b)[^.;:() ]+ ){{0,10}}?)?{either(known.standing)} (?:\w+ ){{0,2}}?{state}\b"
        rf"|^in (?:the )?{either(inside)} (?:there )?are {number}\b"
        rf"|^[^.;]{{3,80}} (?:is|was|are|were) (?:\w+ )?{hit}\b[^.]*\b{number}\b"
        rf"|^(?:as (?:of|at)|by|until) [^.;]{{0,30}}\b{either(known.moments)}\b[^.;]{{0,12}}?,? {plain} "
        rf"|^the (?:{either(known.tolls)}|{count} of {victims})"
        rf"|^(?:that|this|it|which) (?:\w+ )?{either(known.bringing)} the [^.]{{0,80}}\b{number}\b",
        re.IGNORECASE,
    )
