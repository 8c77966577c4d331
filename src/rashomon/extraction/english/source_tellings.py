"""Sources named as the owner of what vouches: "by the account of X", "on X's word", "X's figure is higher: 12"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.source_acts import SpeechAct
from rashomon.extraction.english.source_adjuncts import AdjunctWords
from rashomon.extraction.english.source_phrases import tree_bounds
from rashomon.extraction.english.source_speakers import read_speaker
from rashomon.extraction.english.source_torn import FINITE, SayingWords
from rashomon.extraction.english.speaker import Speaker
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Parse, Token

_POINTING = ("the", "this", "that", "these", "those")
_PERSONS_OWN = ("his", "her")
_VOUCHING = ("person", "body", "role", "media", "pronoun")


@dataclass(frozen=True, slots=True)
class TellingWords(WordClasses):
    """Nouns for what somebody tells, and verbs that give a count its number."""

    source: ClassVar[str] = "en/words/sources.toml#tellings"

    tellings: frozenset[str]
    links: frozenset[str]
    standing: frozenset[str]
    coming: frozenset[str]
    stating: frozenset[str]
    news: frozenset[str]
    statements: frozenset[str]
    comparing: frozenset[str]
    conducting: frozenset[str]
    studies: frozenset[str]


class TellingReader:
    """Reads the owners of accounts and counts."""

    def __init__(self, text: str, parse: Parse, library: Library) -> None:
        self.text, self.parse, self.library, self.words = text, parse, library, library.speech
        self.near, self.adjuncts = library.words.of(TellingWords), library.words.of(AdjunctWords)

    def acts_at(self, token: Token) -> Iterator[SpeechAct]:
        """The acts whose cue a token is."""
        above = self.parse.head(token)
        if token.lemma in self.adjuncts.claiming and token.pos == "NOUN":
            yield from self._claim(token)
        if token.lower == "per":
            yield from self._owned(token, next(iter(self.parse.kids(token, "pobj")), None))
        elif token.lower in self.near.tellings and token.dep == "pobj" and above.lower in self.near.links:
            yield from self._owned(token, self._owner(token))
        elif token.lemma in self.near.studies and token.dep == "dobj" and above.lemma in self.near.conducting:
            yield from self._conducted(above)
        elif token.lemma in self.near.news and token.pos == "NOUN":
            yield from self._news(token, above)
        elif token.lemma in self.near.statements and above.lemma in self.near.stating:
            yield from self._made(token, above)
        elif self.words.is_count(token.lemma) and token.dep in ("nsubj", "nsubjpass") and token.i < above.i:
            yield from self._of_count(token, above)

    def _claim(self, token: Token) -> Iterator[SpeechAct]:
        """The act of whoever makes a claim with a clause of its own: "the claim by activists that 640 died"."""
        clauses = [
            t for t in self.parse.kids(token, "acl", "ccomp", "relcl") if t.i > token.i and t.pos in ("VERB", "AUX")
        ]
        clauses = [t for t in clauses if any(k.lower == "that" and k.dep == "mark" for k in self.parse.kids(t))]
        # "Reports suggesting that forces killed 1,300": the reports say so, whoever speaks of them.
        saying = [t for t in self.parse.kids(token, "acl") if t.tag == "VBG"]
        clauses += [c for t in saying for c in self.parse.kids(t, "ccomp") if c.pos in ("VERB", "AUX")]
        if not clauses:
            return
        speaker = self._named(token)
        above = self.parse.head(token)
        if (
            token.dep == "dobj"
            and above.lemma in self.adjuncts.receiving
            and (subjects := self.parse.kids(above, "nsubj"))
        ):
            speaker = self._named(subjects[0])  # "the agency received a report that ..."
        tokens = self.parse.subtree(clauses[0])
        scope = (tokens[0].start, min(tokens[-1].end, len(self.text)))
        if speaker.organisation is not None or token.lower == "reports" or speaker.kind == "body":
            yield SpeechAct(speaker, token.text, "claimed", (token.start, token.end), scope, None)

    def _named(self, head: Token) -> Speaker:
        return read_speaker(self.parse, head, self.text, self.library)

    def _made(self, token: Token, verb: Token) -> Iterator[SpeechAct]:
        """The act of whoever made "this statement", "the relevant statement": of words told before it."""
        passive = token.dep == "nsubjpass"
        agents = [o for by in self.parse.kids(verb, "agent") for o in self.parse.kids(by, "pobj")]
        pointing = any(t.lower in _POINTING for t in self.parse.kids(token, "det"))
        if pointing and (passive or token.dep == "dobj"):
            for maker in agents if passive else self.parse.kids(verb, "nsubj"):
                speaker = read_speaker(self.parse, maker, self.text, self.library)
                if speaker.kind in _VOUCHING:
                    anchor = (verb.start, verb.end)
                    yield SpeechAct(speaker, verb.text, "said", anchor, anchor, None)

    def _news(self, token: Token, verb: Token) -> Iterator[SpeechAct]:
        """The act of whoever a noun of telling names with a number: "confirmation by X of 12 bodies", "word of 9 deaths
        came from Y"."""
        by = [o for k in self.parse.kids(token, "prep") if k.lower == "by" for o in self.parse.kids(k, "pobj")]
        origin = self._origin(verb) if token.dep == "nsubj" else None
        of = [k for t in (token, *by) for k in self.parse.kids(t, "prep") if k.lower == "of"]
        told = [*of, *self.parse.kids(token, "acl", "ccomp", "relcl")]
        for teller in [origin] if origin is not None else by:
            speaker = read_speaker(self.parse, teller, self.text, self.library)
            inside = [t for k in told for t in self.parse.subtree(k)]
            if speaker.kind in _VOUCHING and any(t.pos == "NUM" for t in inside):
                verbs = any(t.tag in FINITE and t not in inside for t in self.parse.tokens[token.i :])
                end = inside[-1].end if verbs else len(self.text)
                scope = (min(inside[0].start, token.end), min(end, len(self.text)))
                yield SpeechAct(speaker, token.lemma, "confirmed", (token.start, token.end), scope, None)

    def _of_count(self, token: Token, verb: Token) -> Iterator[SpeechAct]:
        """The act of a count that is a verb's subject: its owner's, where the verb gives its number or its origin."""
        owner = self._origin(verb) or self._owner(token)
        if owner is None and verb.lemma == "be":
            yield from self._estimated(token, verb)
        elif owner is not None and (
            verb.lemma in self.near.standing | self.near.comparing or self._origin(verb) is not None
        ):
            yield from self._owned(token, owner, counted=True)

    def _origin(self, verb: Token) -> Token | None:
        """Where a verb says that its subject comes from: "the numbers are said to come from the ministry"."""
        for coming in (verb, *self.parse.kids(verb, "xcomp")):
            if coming.lemma in self.near.coming:
                sources = [t for t in self.parse.kids(coming, "prep") if t.lower == "from"]
                return next((o for t in sources for o in self.parse.kids(t, "pobj")), None)
        return None

    def _estimated(self, token: Token, verb: Token) -> Iterator[SpeechAct]:
        """ "The latest official estimate is that 90 died": nobody is named but by the words of the estimate."""
        told = [t for t in self.parse.kids(verb, "ccomp") if self.parse.kids(t, "mark")]
        speaker = read_speaker(self.parse, token, self.text, self.library)
        if told and self.library.words.of(AdjunctWords).describes(speaker):
            scope = (verb.end, self.parse.subtree(told[-1])[-1].end)
            yield SpeechAct(speaker, verb.text, "estimated", (token.start, token.end), scope, None)

    def _conducted(self, verb: Token) -> Iterator[SpeechAct]:
        """Who made a study answers for no words of that sentence, but for results listed behind it."""
        for subject in self.parse.kids(verb, "nsubj"):
            speaker = read_speaker(self.parse, subject, self.text, self.library)
            if speaker.kind in ("person", "body", "role") or subject.lemma in self.library.words.of(SayingWords).staff:
                anchor = (verb.start, verb.end)
                yield SpeechAct(speaker, verb.text, "reported", anchor, anchor, None)

    def _owner(self, token: Token) -> Token | None:
        """Whose a noun is: its possessor, the noun behind "of", or who gave it."""
        owners = self.parse.kids(token, "poss")
        for link in self.parse.kids(token, "prep"):
            of = [o for o in self.parse.kids(link, "pobj") if not self._is_counted(token, o)]
            owners += of if link.lower in ("of", "from", "by") else []
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
        if speaker.text.lower() in _PERSONS_OWN:
            return True  # "his count had stood at 319"
        nouns = (speaker.text.rpartition(" ")[2].lower(), speaker.noun.lower())
        return speaker.kind == "person" or any(self.words.body_of(n) or self.words.role_of(n) for n in nouns)
