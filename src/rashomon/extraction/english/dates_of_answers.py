"""The days that a clause tells of what answered a happening, or of a count, and not of the happening itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.event_spotting import Spot
from rashomon.extraction.english.said_times import verb_of_time
from rashomon.knowledge.word_classes import WordBook, WordClasses
from rashomon.language.syntax import Parse, Token


@dataclass(frozen=True, slots=True)
class AnswerWords(WordClasses):
    """Words by which a clause tells what followed a happening."""

    source: ClassVar[str] = "en/words/events.toml#answers"

    counting: frozenset[str]
    counts: frozenset[str]
    afterwards: frozenset[str]
    known: frozenset[str]
    befalling: frozenset[str]
    beginning: frozenset[str]


def told_as_past(spot: Spot, parse: Parse, classes: WordBook) -> Token | None:
    """The phrase in which a happening only says what a clause followed: "rescuers dug on Sunday after a blast".

    "Killed on Sunday after an explosion" tells the news: its day is that of both. Behind words that know it already
    ("after the flood") no day outside the phrase is its own.
    """
    words = classes.of(AnswerWords)
    if not spot.is_noun:
        return None
    noun = spot.token
    while noun.dep == "conj" and parse.head(noun).pos in ("NOUN", "PROPN"):
        noun = parse.head(noun)
    above = parse.head(noun)
    if above.i == noun.i or above.lower not in words.afterwards:
        return None
    if any(k.dep in ("det", "poss") and k.lower in words.known for k in parse.kids(spot.token)):
        return above
    verb = next((t for t in parse.ancestors(above) if t.pos == "VERB"), None)
    return above if verb is not None and verb.lemma.lower() not in words.befalling else None


def dates_a_count(day: Token | None, parse: Parse, classes: WordBook) -> bool:
    """Whether a day says when a count stood at its number: "the toll of the fire rose to six on Friday".

    "Rose to six since Friday" says from when on they died.
    """
    words = classes.of(AnswerWords)
    verb = verb_of_time(day, parse)
    if day is None or verb is None or parse.head(day).lower in words.beginning:
        return False
    if any(k.lemma.lower() in words.counts for k in parse.kids(verb, "nsubj", "nsubjpass")):
        return True
    return verb.lemma in words.counting and any(k.lemma.lower() in words.counts for k in parse.kids(verb, "dobj"))
