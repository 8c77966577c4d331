"""Sources named as the owner of what vouches: "by the account of X", "on X's word", "X's figure is higher: 12"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.source_acts import SpeechAct
from rashomon.extraction.english.source_phrases import tree_bounds
from rashomon.extraction.english.source_speakers import read_speaker
from rashomon.extraction.english.speaker import Speaker
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Parse, Token

_VOUCHING = ("person", "body", "role", "media", "pronoun")


@dataclass(frozen=True, slots=True)
class TellingWords(WordClasses):
    """Nouns for what somebody tells, and verbs that give a count its number."""

    source: ClassVar[str] = "en/words/sources.toml#tellings"

    tellings: frozenset[str]
    links: frozenset[str]
    standing: frozenset[str]


class TellingReader:
    """Reads the owners of accounts and counts."""

    def __init__(self, text: str, parse: Parse, library: Library) -> None:
        self.text, self.parse, self.library, self.words = text, parse, library, library.speech
        self.near = library.words.of(TellingWords)

    def acts_at(self, token: Token) -> Iterator[SpeechAct]:
        """The acts whose cue a token is."""
        above = self.parse.head(token)
        if token.lower == "per":
            yield from self._owned(token, next(iter(self.parse.kids(token, "pobj")), None))
        elif token.lower in self.near.tellings and token.dep == "pobj" and above.lower in self.near.links:
            yield from self._owned(token, self._owner(token))
        elif self.words.is_count(token.lemma) and self._has_number(token, above):
            yield from self._owned(token, self._owner(token), counted=True)

    def _has_number(self, token: Token, verb: Token) -> bool:
        """Whether a count is the subject of a verb that gives it its number."""
        return token.dep in ("nsubj", "nsubjpass") and token.i < verb.i and verb.lemma in self.near.standing

    def _owner(self, token: Token) -> Token | None:
        """Whose a noun is: its possessor, the noun behind "of", or who gave it."""
        owners = self.parse.kids(token, "poss")
        for link in self.parse.kids(token, "prep"):
            of = [o for o in self.parse.kids(link, "pobj") if not self._is_counted(token, o)]
            owners += of if link.lower in ("of", "from") else []
        for given in self.parse.kids(token, "acl"):
            owners += [o for by in self.parse.kids(given, "agent") for o in self.parse.kids(by, "pobj")]
        return owners[0] if owners else None

    def _is_counted(self, token: Token, noun: Token) -> bool:
        """Whether private persons are what a count is of: "the number of victims"."""
        role = self.words.role_of(noun.lemma)
        return role is not None and role.private and self.words.is_count(token.lemma)

    def _owned(self, token: Token, owner: Token | None, counted: bool = False) -> Iterator[SpeechAct]:
        speaker = self._speaker(owner) if owner is not None else None
        if speaker is None or (counted and not self._counts(speaker)) or speaker.kind not in _VOUCHING:
            return
        cut = self.text.rfind(";", 0, token.start)
        end = self.text.find(";", token.end)
        scope = (cut + 1, end if end >= 0 else len(self.text))
        yield SpeechAct(speaker, token.lemma, "reported", (token.start, token.end), scope, None, whole=True)

    def _speaker(self, owner: Token) -> Speaker:
        if owner.dep != "poss":
            return read_speaker(self.parse, owner, self.text, self.library)
        left, _, at = tree_bounds(self.parse, owner, self.words)
        return read_speaker(self.parse, owner, self.text, self.library, (left, owner.i + 1, at))

    def _counts(self, speaker: Speaker) -> bool:
        """Whether an owner counts, and is not what is counted in or after: not "Ecuador's toll", "the quake's toll"."""
        known = self.library.organisations.find(speaker.text)
        if known is not None:
            return known.kind != "government"
        noun = speaker.text.rpartition(" ")[2].lower()
        return speaker.kind == "person" or bool(self.words.body_of(noun) or self.words.role_of(noun))
