"""Crime and policing kept apart from war: who is an organised force, what is ground, whose arrest is political."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.event_arguments import Parties
from rashomon.extraction.english.event_spotting import Spot, objects_of
from rashomon.knowledge.events import EventLexicon
from rashomon.knowledge.word_classes import WordBook, WordClasses, any_of
from rashomon.language.syntax import Parse
from rashomon.model.actor import ARMED, Actor

_HELD_SECTORS = frozenset({"protesters", "rioters", "rebel group", "political party", "media"})
#: Ten or more, before whom it counts.
_MANY = re.compile(r"\b[1-9]\d{1,4} ")
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class PolicingWords(WordClasses):
    """Words of crime and of the police."""

    source: ClassVar[str] = "en/words/events.toml#policing"

    policing: frozenset[str]
    dwellings: frozenset[str]
    many: frozenset[str]
    crowds: frozenset[str]
    charged: frozenset[str]
    held: frozenset[str]


def is_organised(everyone: Sequence[Actor], classes: WordBook) -> bool:
    """Whether an army, a rebel group or a militia takes part."""
    words = classes.of(PolicingWords)
    return any(a.sector in ARMED and not _words([a]) & words.policing for a in everyone)


def is_crime(everyone: Sequence[Actor], classes: WordBook) -> bool:
    """Whether police or lone gunmen take part."""
    return bool(_words(everyone) & classes.of(PolicingWords).policing)


def is_ground(spot: Spot, parties: Parties, parse: Parse, classes: WordBook) -> bool:
    """Whether what changes hands is ground that forces hold, and who takes it a force: police regain no territory."""
    if parties.actors and not is_organised(parties.actors, classes) and is_crime(parties.actors, classes):
        return False
    things = {o.lemma for o in objects_of(parse, spot.token, classes)} if not spot.is_noun else set()
    return not things or not things <= classes.of(PolicingWords).dwellings


def is_political(spot: Spot, parties: Parties, lexicon: EventLexicon) -> bool:
    """Whether an arrest is of people for what they are or say, or of many, and not of a suspect of a crime."""
    words = _words(parties.recipients)
    if words & (lexicon.evidence["captives"] | lexicon.classes.of(PolicingWords).held) or any(
        a.sector in _HELD_SECTORS for a in parties.recipients
    ):
        return True
    classes = lexicon.classes.of(PolicingWords)
    text = spot.sentence.text.lower()
    many = any_of(classes.many).search(text) or any(
        any_of(classes.crowds).match(text, m.end()) for m in _MANY.finditer(text)
    )
    return bool(many) and not classes.charged & words


def _words(actors: Sequence[Actor]) -> set[str]:
    """The words of the actors' names, as they stand and without a plural's ending."""
    words = {w for a in actors for w in _WORD.findall(a.text.lower())}
    return words | {w.removesuffix("s") for w in words}
