"""Sources that a sentence rests on: "based on police data", "with reference to the mayor", "by the board, 12 died"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from msgspec.structs import replace

from rashomon.extraction.english.source_acts import SpeechAct
from rashomon.extraction.english.source_adjuncts import AdjunctReader
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Parse, Token


@dataclass(frozen=True, slots=True)
class RestingWords(WordClasses):
    """Words by which a sentence rests on a source."""

    source: ClassVar[str] = "en/words/sources.toml#resting"

    based: frozenset[str]
    references: frozenset[str]
    counting: frozenset[str]


class RestingReader:
    """Reads the sources that a sentence says that it rests on."""

    def __init__(self, text: str, parse: Parse, library: Library) -> None:
        self.text, self.parse, self.library, self.words = text, parse, library, library.speech
        self.near = library.words.of(RestingWords)
        self.reader = AdjunctReader(text, parse, library)

    def acts_at(self, token: Token) -> Iterator[SpeechAct]:
        """The acts whose cue a token is."""
        if token.lower == "by" and token.dep == "prep":
            yield from self._by_body(token)
        elif token.lower in self.near.references and token.dep == "pobj":
            yield from self._with_reference(token)
        elif token.lower in self.near.based:
            yield from self._based(token)

    def _by_body(self, by: Token) -> Iterator[SpeechAct]:
        """ "By the ministry, 12 people died": a body between commas before what happened."""
        above, before = self.parse.head(by), self.parse.tokens[max(0, by.i - 1)]
        objects = self.parse.kids(by, "pobj")
        if not objects or above.i < by.i or above.pos not in ("VERB", "AUX") or (by.i > 0 and before.text != ","):
            return
        speaker, noun = self.reader.speaker(objects[0]), objects[0]
        known = self.library.organisations.find(speaker.text)
        kind = known.kind if known is not None else self.words.body_of(noun.lemma if noun.pos == "NOUN" else noun.lower)
        closed = self.text[speaker.end : speaker.end + 1] == ","
        if speaker.kind == "body" and closed and kind in self.near.counting:
            yield self.reader.vouching(by, speaker)

    def _based(self, token: Token) -> Iterator[SpeechAct]:
        """ "12 died, based on official data": a count or document of somebody's that closes or opens what it bears."""
        links = [t for t in self.parse.kids(token, "prep") if t.lower == "on"]
        before = self.text[: token.start].rstrip()
        if before and before[-1] not in ",–—-":
            return
        for told in (o for t in links for o in self.parse.kids(t, "pobj") if self.reader.is_document(o)):
            speaker = self.reader.speaker(self.reader.holder(told))
            owned = speaker.organisation is not None or self.reader.near.describes(speaker)
            if owned and not self.reader.is_vague(speaker):
                yield self.reader.vouching(token, speaker)

    def _with_reference(self, token: Token) -> Iterator[SpeechAct]:
        """ "The agency reported with reference to the mayor": the mayor answers, the agency relays."""
        above = self.parse.head(token)
        links = [t for t in self.parse.kids(token, "prep") if t.lower == "to"]
        for source in (o for t in links for o in self.parse.kids(t, "pobj") if above.lower in ("with", "in")):
            speaker = self.reader.speaker(source)
            if speaker.kind in ("person", "body", "role", "media", "document") and not self.reader.is_vague(speaker):
                verbs = (v for v in self.parse.ancestors(token) if v.lemma in self.words.plain)
                subjects = (self.reader.speaker(s) for v in verbs for s in reversed(self.parse.kids(v, "nsubj")))
                relay = next((s for s in subjects if s.kind in ("body", "media", "person")), None)
                yield replace(self.reader.vouching(token, speaker), relayed_by=relay)
