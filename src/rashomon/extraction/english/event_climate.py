"""What a stretch of text is about: whether it tells of real harm, or borrows the words of war for another world."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import ClassVar, Literal

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.knowledge.events import EventLexicon
from rashomon.knowledge.word_classes import WordClasses

#: What a blast came of: somebody's deed, what blew up by itself, or what no report says.
BlastCause = Literal["deed", "accident", "open"]
_WORD = re.compile(r"[a-z0-9&']+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class CauseWords(WordClasses):
    """Words for what blows up by itself, and for doing it on purpose."""

    source: ClassVar[str] = "en/words/events.toml#causes"

    bursts: frozenset[str]
    hazards: frozenset[str]
    on_purpose: frozenset[str]


class Climate(msgspec.Struct, frozen=True, gc=False):
    """What a stretch of text is about: how many words betray another world, whether it tells of real harm."""

    foreign_sure: int
    foreign_likely: int
    harm: bool
    deaths: bool
    weapons: bool
    crowd: bool

    @property
    def is_foreign(self) -> bool:
        """Whether conflict words here are likely metaphors."""
        return self.foreign_sure > 0 or self.foreign_likely > 1


def cause_of_blast(analysis: Analysis, lexicon: EventLexicon) -> BlastCause:
    """What blew up, by the words of the headline and of the sentences that tell of a blast, then by the report's.

    Without a word of anybody's doing it on purpose, and none for what blows up by itself, the cause stays open.
    """
    words = lexicon.classes.of(CauseWords)
    texts = [_words(s.text) for s in analysis.sentences]
    about = [t for s, t in zip(analysis.sentences, texts, strict=True) if s.field == "title" or t & words.bursts]
    near, told = frozenset[str]().union(*about), frozenset[str]().union(*texts)
    if near & words.on_purpose:
        return "deed"
    if near & words.hazards:
        return "accident"
    if told & words.on_purpose:
        return "deed"
    return "accident" if told & words.hazards else "open"


def _words(text: str) -> frozenset[str]:
    return frozenset(w.removesuffix("'s") for w in _WORD.findall(text.lower()) if len(w) > 2)


@lru_cache(maxsize=256)
def climate_of(text: str, lexicon: EventLexicon) -> Climate:
    """The climate of a text by its single words and word pairs; kept, for events and control ask of one sentence."""
    words = [w.removesuffix("'s") for w in _WORD.findall(text[:20_000].lower().replace("’", "'"))]
    single = frozenset(words)
    pairs = {f"{a} {b}" for a, b in pairwise(words) if a in lexicon.foreign_starts}
    evidence = lexicon.evidence
    return Climate(
        foreign_sure=len(lexicon.foreign_sure & (single | pairs)),
        foreign_likely=len(lexicon.foreign_likely & single),
        harm=bool(evidence["harm"] & single),
        deaths=bool(evidence["deaths"] & single),
        weapons=bool(lexicon.weapons & single),
        crowd=len(evidence["crowd"] & single) > 0,
    )
