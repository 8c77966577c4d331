"""Bodies that keep the running count of their own work: "Police have arrested 60 people"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.source_acts import SpeechAct
from rashomon.extraction.english.source_names import is_state
from rashomon.extraction.english.source_speakers import read_speaker
from rashomon.extraction.english.source_stretches import StretchReader
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Parse, Token

_PRESENT = frozenset({"VBZ", "VBP"})


@dataclass(frozen=True, slots=True)
class WorkWords(WordClasses):
    """Verbs for what a body does for, or to, people whom it counts."""

    source: ClassVar[str] = "en/words/sources.toml#own_work"

    working: frozenset[str]
    links: frozenset[str]
    receiving: frozenset[str]
    received: frozenset[str]


class OwnWorkReader:
    """Reads clauses in the present perfect by which a body's own work is counted.

    What happened once may be anybody's word; a count that still runs is kept by the body alone.
    """

    def __init__(self, text: str, parse: Parse, library: Library) -> None:
        self.text, self.parse, self.library = text, parse, library
        self.near = library.words.of(WorkWords)

    def acts(self) -> Iterator[SpeechAct]:
        """The acts of a sentence in which nobody else speaks."""
        for verb in self.parse.tokens:
            if (verb.lemma in self.near.receiving and self._receives(verb)) or (
                verb.lemma in self.near.working and verb.tag == "VBN" and self._is_running(verb) and self._counts(verb)
            ):
                yield from self._act(verb)

    def _is_running(self, verb: Token) -> bool:
        """Whether a verb stands in the present perfect of a main clause."""
        has = any(t.lemma == "have" and t.tag in _PRESENT for t in self.parse.kids(verb, "aux"))
        return has and verb.dep in ("ROOT", "conj") and not self.parse.kids(verb, "auxpass", "neg")

    def _counts(self, verb: Token) -> bool:
        links = [t for t in self.parse.kids(verb, "prep") if t.lower in self.near.links]
        objects = [*self.parse.kids(verb, "dobj"), *(o for t in links for o in self.parse.kids(t, "pobj"))]
        return any(t.i > verb.i and self.parse.kids(t, "nummod") for t in objects)

    def _receives(self, verb: Token) -> bool:
        """Whether a verb tells how many reports a body got: "It had received 47 reports of missing people"."""
        objects = [t for t in self.parse.kids(verb, "dobj") if self.parse.kids(t, "nummod")]
        return verb.tag[:3] in ("VBD", "VBN", "VBZ") and any(t.lemma in self.near.received for t in objects)

    def _act(self, verb: Token) -> Iterator[SpeechAct]:
        for subject in self.parse.kids(verb, "nsubj"):
            speaker = read_speaker(self.parse, subject, self.text, self.library)
            counting = speaker.kind == "pronoun" and verb.lemma in self.near.receiving
            if counting or (speaker.kind == "body" and not is_state(speaker.text, self.library)):
                stretch = StretchReader(self.text, self.parse, self.library)
                scope = (verb.end, stretch.list_end(stretch.clause_end(verb)))
                yield SpeechAct(speaker, verb.text, "reported", (verb.start, verb.end), scope, None)
