"""Classes of happenings: which verbs and nouns tell one, and how the field's vocabularies name it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.knowledge.word_classes import WordBook


@dataclass(frozen=True, slots=True)
class Frame:
    """A class of happenings: ACLED type and sub-type (null where it has none), PLOVER type and mode, needed proof."""

    id: str
    group: str
    type: str | None
    sub_type: str | None
    plover: str | None
    mode: str | None
    proof: str

    @property
    def is_disaster(self) -> bool:
        """Whether this is a disaster or accident."""
        return self.type is not None and self.type.startswith("disaster:")

    @property
    def is_verbal(self) -> bool:
        """Whether ACLED has no type for this class (diplomacy, speech, flight)."""
        return self.type is None


@dataclass(frozen=True, slots=True)
class VerbPattern:
    """A verb of a frame, with the particle and the objects it needs."""

    frame: Frame
    particle: str | None
    objects: frozenset[str]

    @property
    def weight(self) -> int:
        """How specific the pattern is: the more it asks, the earlier it is tried."""
        return (2 if self.objects else 0) + (1 if self.particle else 0)


class EventLexicon:
    """The frames and the word classes that decide how their words are read."""

    def __init__(self, table: Mapping[str, Any], classes: WordBook) -> None:
        self.classes = classes
        self.frames: dict[str, Frame] = {}
        self.nouns: dict[str, Frame] = {}
        #: The last words of nouns of several words.
        self.noun_ends: set[str] = set()
        #: Words at which a noun of an event can be read: whole nouns, their last words, and what "of" can follow.
        self.noun_cues: set[str] = set()
        verbs: dict[str, list[VerbPattern]] = {}
        for row in table["frame"]:
            frame = _frame(row)
            self.frames[frame.id] = frame
            for noun in row.get("nouns", ()):
                self.nouns.setdefault(noun, frame)
                self.noun_ends.update(noun[m.end() :] for m in re.finditer("[ -]", noun))
                self.noun_cues.update((noun, noun.split(" ")[0]))
            for text in row.get("verbs", ()):
                lemma, pattern = _pattern(text, frame)
                verbs.setdefault(lemma, []).append(pattern)
        self.noun_cues |= self.noun_ends
        self.verbs = {lemma: tuple(sorted(p, key=lambda v: -v.weight)) for lemma, p in verbs.items()}
        self._irregular: dict[str, str] = dict(table["irregular"])
        self.support = {name: frozenset(words) for name, words in table["support"].items()}
        self.modality = {name: frozenset(words) for name, words in table["modality"].items()}
        self.evidence = {name: frozenset(words) for name, words in table["evidence"].items()}
        #: PLOVER modes of violence with the beginnings of words that tell them, in the order in which they are tried.
        self.assault_modes = tuple((mode, tuple(words)) for mode, words in table["assault_modes"].items())
        self.strikes = {name: tuple(words) for name, words in table["strikes"].items()}
        self.crowds = {name: _any_of(patterns) for name, patterns in table["crowds"].items()}
        self.telling = {name: tuple(words) for name, words in table["telling"].items()}
        self.foreign_sure = frozenset(table["foreign_domains"]["sure"])
        #: Weapons in the singular and the plural.
        self.weapons = self.evidence["weapons"] | {f"{w}s" for w in self.evidence["weapons"]}
        #: The first words of its pairs of words.
        self.foreign_starts = {first for first, _, second in (w.partition(" ") for w in self.foreign_sure) if second}
        self.foreign_likely = frozenset(table["foreign_domains"]["likely"])

    def base(self, lemma: str) -> str:
        """The base form where the tagger leaves an irregular past as it stands ("retook")."""
        return self._irregular.get(lemma, lemma)

    def patterns(self, lemma: str) -> tuple[VerbPattern, ...]:
        """The patterns of a verb, the most specific first."""
        return self.verbs.get(self.base(lemma), ())


def _any_of(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(patterns) + r")\b", re.IGNORECASE)


def _frame(row: Mapping[str, Any]) -> Frame:
    kind, _, sub = row["acled"].partition("|")
    plover, _, mode = row["plover"].partition("|")
    return Frame(row["id"], row["group"], kind or None, sub or None, plover or None, mode or None, row["proof"])


def _pattern(text: str, frame: Frame) -> tuple[str, VerbPattern]:
    head, _, objects = text.partition(":")
    lemma, _, particle = head.partition("+")
    return lemma, VerbPattern(frame, particle or None, frozenset(objects.split("|")) if objects else frozenset())
