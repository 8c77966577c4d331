"""Whom a pronoun or a short name means as a source: the speakers of a report so far, in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile
from typing import ClassVar

from rashomon.extraction.english.speaker import Speaker
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses
from rashomon.model.attribution import Attribution

#: A pronoun's antecedent is looked for at most this many sentences back.
_PRONOUN_REACH = 4
#: Words that a sentence's opening name has at most.
_LONGEST_NAME = 4
#: Who makes statements.
_MAKERS = ("body", "person", "role", "other")
#: Speakers kept in mind: more than a report of ordinary length has, so that work grows with the text alone.
_REMEMBERED = 80


@dataclass(frozen=True, slots=True)
class RepeatingNouns(WordClasses):
    """Nouns by which a sentence goes back to a source."""

    source: ClassVar[str] = "en/words/sources.toml#discourse"

    bodies: frozenset[str]
    documents: frozenset[str]
    offices: frozenset[str]
    officials: frozenset[str]
    press: frozenset[str]
    statements: frozenset[str]


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker already met: where, who, and the attribution that it gave; `quoted`: in somebody's own words."""

    sentence: int
    speaker: Speaker
    attribution: Attribution
    quoted: bool = False


class Voices:
    """The speakers of one field of a report, as they are met."""

    def __init__(self, library: Library) -> None:
        self._forces = library.speech.kind_words["army"]
        self._library = library
        self._met: deque[Voice] = deque(maxlen=_REMEMBERED)

    def add(self, voice: Voice) -> None:
        """Remember a speaker."""
        self._met.append(voice)

    def last(self) -> Voice | None:
        """The latest speaker, or null."""
        return self._met[-1] if self._met else None

    def of_pronoun(self, word: str, sentence: int, quoted: bool = False) -> Voice | None:
        """The speaker that a pronoun means, or null; outside quotations one who stands outside them before others."""
        fits = {
            "he": self._is_person, "she": self._is_person, "it": self._is_thing, "they": self._is_many,
            "this": self._is_thing, "that": self._is_thing, "its": self._is_thing, "their": self._is_many,
            "his": self._is_person, "her": self._is_person,
        }.get(word)  # fmt: skip
        if fits is None:
            return None
        near = [v for v in reversed(self._met) if sentence - v.sentence <= _PRONOUN_REACH and fits(v)]
        if not near and word in ("it", "its"):  # "the armed forces said ...; it added": a body told in the plural
            near = [v for v in reversed(self._met) if sentence - v.sentence <= _PRONOUN_REACH and self._is_forces(v)]
        outside = near if quoted else [v for v in near if not v.quoted]
        return next(iter(outside or near), None)

    def of_post(self, speaker: Speaker, sentence: int) -> Voice | None:
        """The person in a public role who spoke last before, whom "the official" and the bare noun of his post mean."""
        noun = speaker.text.lower().removeprefix("the ")
        if speaker.kind != "role" or noun == speaker.text.lower() or " " in noun or speaker.plural:
            return None
        near = (v for v in reversed(self._met) if sentence - v.sentence <= _PRONOUN_REACH)
        last = next((v for v in near if self._is_person(v)), None)
        if last is None or last.speaker.kind != "person" or last.speaker.private:
            return None
        post = _content(last.speaker.role or "")
        return last if noun in post or noun in self._library.words.of(RepeatingNouns).officials else None

    def meet_again(self, sentence: int, text: str) -> None:
        """Note that a sentence opens with the name of a person who spoke before: a pronoun behind it means that one."""
        opening = list(takewhile(lambda w: w[:1].isupper(), text.split()))
        words = _content(" ".join(opening[:_LONGEST_NAME]))
        for voice in reversed(self._met) if words else ():
            if voice.speaker.kind == "person" and words <= _content(voice.speaker.text):
                return self.add(replace(voice, sentence=sentence, quoted=False))

    def of_definite(self, speaker: Speaker) -> Voice | None:
        """The earlier speaker that a definite noun phrase or a part of a name repeats, or null."""
        words = _content(speaker.text)
        army = bool(words) and words <= self._forces  # the state's: no party's that calls itself one
        known = self._library
        met = [
            v
            for v in reversed(self._met)
            if not (army and known.is_party_army(v.attribution.origin or v.attribution.text))
        ]
        named = [v for v in met if _is_named(v)]
        definite = speaker.text.lower().startswith(("the ", "this ", "that "))
        known_bodies = self._library.words.of(RepeatingNouns).bodies
        for voice in named:
            if definite and speaker.noun in known_bodies and len(words) == 1 and voice.speaker.kind == "person":
                continue  # "the agency" is the last that spoke, not that of a spokesman's post
            if words and words <= _content(
                f"{voice.speaker.text} {voice.attribution.origin or ''} {voice.speaker.role or ''}"
            ):
                return voice
        # "The UN Office for ...", "the country's relief agency" tell a body of their own, however common its noun: only
        # a bare description repeats one.
        own = any(w[:1].isupper() or w.endswith(("'s", "’s")) for w in speaker.text.split()[1:])
        described = definite and not own
        if described and (found := self._of_class(speaker, met)) is not None:
            return found
        for voice in met:
            if words and definite and speaker.noun == voice.speaker.noun and words <= _content(voice.speaker.text):
                return voice
        return None

    def of_maker(self, speaker: Speaker, sentence: int) -> Voice | None:
        """The speaker told right before of whom "the statement" is, or null."""
        words = self._library.words.of(RepeatingNouns)
        if speaker.noun not in words.statements or not speaker.text.lower().startswith(("the ", "its ", "their ")):
            return None
        near = [v for v in self._met if sentence - v.sentence <= _PRONOUN_REACH and v.speaker.kind in _MAKERS]
        return near[-1] if near else None

    def _of_class(self, speaker: Speaker, met: Sequence[Voice]) -> Voice | None:
        words, noun = self._library.words.of(RepeatingNouns), speaker.noun
        for voice in met:
            if noun in words.press and voice.speaker.kind in ("body", "media", "other") and self._is_press(voice):
                return voice
            # "The authorities" are no single agency told of before.
            many = speaker.plural and not voice.speaker.plural
            if noun in words.bodies and voice.speaker.kind in ("body", "other") and not (many or self._is_press(voice)):
                return voice
            if noun in words.documents and voice.speaker.kind == "document":
                return voice
        return None

    def _is_press(self, voice: Voice) -> bool:
        found = self._library.organisations.find(voice.attribution.origin or voice.attribution.text)
        return (
            (found is not None and found.kind == "media")
            or voice.speaker.kind == "media"
            or voice.attribution.agency is not None
        )

    def _is_person(self, voice: Voice) -> bool:
        if voice.speaker.noun in self._library.words.of(RepeatingNouns).offices:
            return False
        return voice.speaker.kind in ("person", "role", "other") and not voice.speaker.plural

    def _is_thing(self, voice: Voice) -> bool:
        office = voice.speaker.noun in self._library.words.of(RepeatingNouns).offices
        thing = office or voice.speaker.kind in ("body", "document", "media", "other")
        return thing and not voice.speaker.plural

    def _is_forces(self, voice: Voice) -> bool:
        return voice.speaker.kind == "body" and any(w[:1].isupper() for w in voice.speaker.text.split())

    def _is_many(self, voice: Voice) -> bool:
        return voice.speaker.plural or voice.speaker.kind == "body"


@lru_cache(maxsize=1024)  # each speaker is held against those before him
def _content(words: str) -> frozenset[str]:
    small = ("the", "of", "for", "a", "an", "in", "at", "and")
    return frozenset(w.removesuffix("'s").strip(",") for w in words.lower().split()).difference(small)


def _is_named(voice: Voice) -> bool:
    words = (voice.attribution.origin or voice.attribution.text).split()
    return voice.speaker.kind == "person" or any(w[:1].isupper() for w in words[1:]) or words[0].isupper()
