"""Whether a verb with its subject and object tells something: "counted 24 dead", not "found survivors"."""

from __future__ import annotations

from rashomon.extraction.english.source_adjuncts import AdjunctWords
from rashomon.extraction.english.source_stretches import VerbWords
from rashomon.extraction.english.source_torn import SayingWords
from rashomon.extraction.english.speaker import Speaker
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Parse, Token

_CLOSING = frozenset('”"')


class SpeakingTest:
    """Tells verbs of speech from the same verbs where nothing is said."""

    def __init__(self, parse: Parse, library: Library) -> None:
        self.parse, self.library, self.words = parse, library, library.speech
        self.near, self.known = library.words.of(VerbWords), library.words.of(SayingWords)

    def counted_by_name(self, lemma: str, speaker: Speaker, told: Token | None) -> bool:
        """Whether a name tells a number, of whom earlier words must say that it speaks: "Orlov reported 71 dead"."""
        name = self.parse.tokens[speaker.head].pos == "PROPN" and speaker.kind == "other"
        if told is None or lemma not in self.words.with_object:
            return False
        counted = self.words.is_count(told.lemma) and self.parse.head(told).dep != "relcl"
        return name and (counted or told.pos == "NUM" or bool(self.parse.kids(told, "nummod")))

    def is_speech(self, verb: Token, lemma: str, speaker: Speaker, clause: Token | None, told: Token | None) -> bool:
        """Whether a verb tells something with this speaker, clause and object."""
        words = self.words
        owned = speaker.organisation is not None or self.library.words.of(AdjunctWords).describes(speaker)
        source_like = speaker.kind not in ("other", "count") or (speaker.kind == "count" and owned)
        if lemma in words.source_subject and not source_like:
            return False
        if speaker.kind == "count" and not source_like:
            return False
        if lemma == "read":
            quoted = verb.i > 1 and self.parse.tokens[verb.i - 2].text in _CLOSING  # "...,” it read"
            return speaker.kind == "document" or (speaker.text.lower() == "it" and quoted)
        if clause is not None:
            # "Three held as the group claims responsibility": the clause before is no part of what is claimed.
            return clause.i > verb.i or told is None or told.lemma not in words.not_speech_object
        if told is None:
            return lemma in self.known.tagging or lemma in words.attitude
        if told.lemma in words.not_speech_object or (lemma in self.near.finding and self.is_found(verb, told)):
            return False
        linked = lemma in self.near.telling_of | self.near.pointing_to  # "residents spoke of 12 dead"
        of_it = linked and told.dep in ("pobj", "pcomp")
        if lemma in self.near.holding and not any(t.pos == "NUM" for t in self.parse.subtree(told)):
            return False  # "a government that has a recession to deal with"
        counts = words.is_count(told.lemma) or told.lemma in self.near.counted or self._breaks_down(verb, told)
        if lemma in self.near.tolling and not counts:
            return False
        return lemma in words.attitude or ((of_it or lemma in words.with_object) and source_like)

    def _breaks_down(self, verb: Token, told: Token) -> bool:
        """Whether somebody splits up a count told before, in a list behind a colon: "broke it down: 12 in Arda"."""
        down = any(t.lower == "down" for t in self.parse.kids(verb, "prt", "advmod"))
        behind = self.parse.tokens[verb.i + 1 : verb.i + 4]
        return down and told.pos == "PRON" and any(t.text == ":" for t in behind)

    def is_found(self, verb: Token, told: Token) -> bool:
        """Whether those whom somebody finds are told, and nothing is said: "bodies", "146 of the dead".

        Who identifies those that were killed has counted them.
        """
        if verb.lemma in self.near.establishing and any(t.tag == "VBN" for t in self.parse.kids(told, "acl")):
            return False
        of = [o for k in self.parse.kids(told, "prep") if k.lower == "of" for o in self.parse.kids(k, "pobj")]
        return told.lemma in self.near.found or (told.pos == "NUM" and any(o.lower in self.near.counted for o in of))
