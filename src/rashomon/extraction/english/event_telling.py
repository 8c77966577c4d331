"""Sentences that only say when and where the report's happening was: "It happened just before 6 p.m. Friday in X"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import ClassVar

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.knowledge.events import EventLexicon
from rashomon.knowledge.word_classes import WordClasses, either
from rashomon.language.syntax import Sentence
from rashomon.model.moment import When
from rashomon.model.place import Place

#: Sentences of a report that are searched: leads and the paragraphs after them say where and when.
_SEARCHED = 25
_SETTLEMENTS = ("town", "admin2", "admin1", "other")


@dataclass(frozen=True, slots=True)
class Setting:
    """When and where a report says that its happening was; null where it does not."""

    when: When | None
    place: Place | None


@dataclass(frozen=True)
class ClockWords(WordClasses):
    """Words of a time of day: without its day it says less than a day does."""

    source: ClassVar[str] = "en/words/events.toml#clock"

    around: frozenset[str]
    hours: frozenset[str]

    def is_clock(self, when: When) -> bool:
        """Whether a mention is a time of day alone."""
        return self._clock.fullmatch(when.text.strip()) is not None

    @cached_property
    def _clock(self) -> re.Pattern[str]:
        hour = rf"\d{{1,2}}(?:[:.]\d\d)? ?(?:[ap]\.? ?m\.?)?|{either(self.hours)}"
        return re.compile(rf"(?i)(?:{either(self.around)} )*(?:{hour})")


def told_setting(analysis: Analysis, lexicon: EventLexicon) -> Setting:
    """The first time and the first place that a telling sentence gives; days before bare times of day."""
    patterns = _patterns(lexicon.telling["verbs"], lexicon.telling["nouns"], lexicon.telling["responders"],
                         lexicon.telling["responses"])  # fmt: skip
    whens: list[When] = []
    places: list[Place] = []
    searched = [(s, s.text.lower()) for s in analysis.sentences if s.field == "text"][:_SEARCHED]
    for pattern in patterns:
        for sentence, text in searched:
            found = pattern.search(text)
            if found is None:
                continue
            whens += [t for t in analysis.times_in("text", sentence.start, sentence.end) if not _is_aside(t, sentence)]
            places += _places(analysis, sentence, sentence.start + found.start())
    clock = lexicon.classes.of(ClockWords)
    days = [w for w in whens if not clock.is_clock(w)]
    return Setting(next(iter(days or whens), None), _settled(places))


def _is_aside(when: When, sentence: Sentence) -> bool:
    """Whether a time stands in a relative clause, which dates something else."""
    token = sentence.parse.at(when.start - sentence.start) if sentence.parse is not None else None
    if token is None or sentence.parse is None:
        return False
    return any(t.dep == "relcl" for t in [token, *sentence.parse.ancestors(token)])


def _places(analysis: Analysis, sentence: Sentence, start: int) -> list[Place]:
    behind = analysis.places_in("text", start, sentence.end)
    return [p for p in behind if not p.adjectival and p.role == "at" and p.facility_kind != "hospital"]


def _settled(places: Sequence[Place]) -> Place | None:
    """The first place, a settlement or an area before a street that lies in none."""
    named = [p for p in places if p.kind in _SETTLEMENTS] or list(places)
    return msgspec.structs.replace(named[0], how="event") if named else None


@lru_cache(maxsize=4)
def _patterns(
    verbs: tuple[str, ...], nouns: tuple[str, ...], responders: tuple[str, ...], responses: tuple[str, ...]
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What happened, and who came to it, in lower case: in two cases a pattern takes twice as long."""
    verb, noun, who, came = ("|".join(map(re.escape, words)) for words in (verbs, nouns, responders, responses))
    return (
        re.compile(rf"\b(?:it|(?:the|this|that) (?:[\w'’-]+ ){{0,4}}(?:{noun})) (?:\w+ )?(?:{verb})\b"),
        re.compile(rf"\b(?:{who}) (?:\w+ )?(?:{came})\b"),
    )
