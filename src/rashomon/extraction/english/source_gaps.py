"""Sources of clauses that leave out their verb: "the ministry counts 44 dead, the opposition 90"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from rashomon.extraction.english.source_acts import SpeechAct
from rashomon.extraction.english.source_phrases import bounds_before
from rashomon.extraction.english.source_speakers import read_speaker
from rashomon.extraction.english.source_stretches import VerbWords
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Parse, Token

_SPEAKING = ("person", "body", "role", "media")
_JOINS = (",", ";", "and", "but", "while")


class GapReader:
    """Reads the further speakers of a verb of speech that is not said again."""

    def __init__(self, text: str, parse: Parse, library: Library) -> None:
        self.text, self.parse, self.library = text, parse, library
        self.hedges = library.words.of(VerbWords).hedges

    def after(self, act: SpeechAct) -> Iterator[SpeechAct]:
        """The acts of those who, behind an act that tells a number, are named right before a number of their own."""
        inside = [t for t in self.parse.tokens if act.anchor[1] <= t.start < act.scope[1]]
        numbers = [t for t in inside if t.pos == "NUM"]
        for i, number in enumerate(numbers[1:], start=1):
            end = self._edge(number)
            near = bounds_before(self.parse, end, self.library.speech) if end > 1 else None
            if near is None or near[0] < 1 or near[0] <= numbers[i - 1].i:
                continue
            if self.parse.tokens[near[0] - 1].lower not in _JOINS:
                continue
            speaker = read_speaker(self.parse, self.parse.tokens[near[2]], self.text, self.library, near)
            if speaker.kind in _SPEAKING:
                yield replace(act, speaker=speaker, scope=(speaker.end, act.scope[1]), content=None, relayed_by=None)

    def _edge(self, number: Token) -> int:
        """Where the words that lead to a number begin: hedges, and "of" in "police speak of 5 dead, others of 20"."""
        at = number.i
        while at > 0 and (self.parse.tokens[at - 1].lower in self.hedges or self.parse.tokens[at - 1].lower == "of"):
            at -= 1
        return at
