"""Which act an accusation or a denial is about: named in its own words, or meant by "the attack", "it", "which"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.event_drafts import VIOLENT_TYPES, ReadEvents
from rashomon.knowledge.events import EventLexicon, Frame
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Parse, Sentence, Token
from rashomon.model.claim import EventClaim
from rashomon.model.passage import Field

#: How far back a deed may have been told that "the attack" means (sentences).
_BACK = 3


@dataclass(frozen=True, slots=True)
class ActWords(WordClasses):
    """Words for deeds."""

    source: ClassVar[str] = "en/words/claims.toml#acts"

    any_deed: frozenset[str]
    harmful: frozenset[str]
    light: frozenset[str]
    banned: frozenset[str]
    pointing: frozenset[str]
    pronouns: frozenset[str]
    own_part: frozenset[str]


@dataclass(frozen=True, slots=True)
class Act:
    """The act in an accusation's words: the claim it is (null where none), and how the words are."""

    event: EventClaim | None
    text: str
    pointing: bool


class ActFinder:
    """Finds the acts that the words of one sentence are about."""

    def __init__(
        self, analysis: Analysis, sentence: Sentence, parse: Parse, told: ReadEvents, lexicon: EventLexicon
    ) -> None:
        self.analysis = analysis
        self.sentence = sentence
        self.parse = parse
        self.told = told
        self.lexicon = lexicon

    def act_of(self, words: Token) -> Act | None:
        """The act that a noun, a pronoun or a verb tells; null where it is no deed of harm, or nothing says which."""
        classes = self.lexicon.classes.of(ActWords)
        if words.lower in classes.pronouns:
            head = self._relative_noun(words)
            if head is not None:
                return self.act_of(head)
            event = self.told_before(words, None)
            return Act(event, "", True) if event is not None else None
        if words.lemma in classes.own_part:
            below = self.below(words, "for", "in")
            return self.act_of(below) if below is not None else None
        if not self._is_deed(words):
            return None
        text = self._text(words)
        here = self._told_here(words)
        if here is not None:
            return Act(here, text, False)
        pointing = any(k.lower in classes.pointing for k in self.parse.kids(words, "det"))
        event = self.told_before(words, self._frame(words)) if pointing else None
        return Act(event, text, pointing)

    def _text(self, words: Token) -> str:
        """The words of an act without clauses and reasons beside it."""
        kept = [words]
        for kid in self.parse.kids(words):
            if kid.dep in {"relcl", "acl", "advcl", "mark", "nsubj", "punct"} or kid.lower in {"on", "while", "as"}:
                if kid.i > words.i:
                    break
                continue
            kept += self.parse.subtree(kid)
        return self.sentence.text[min(t.start for t in kept) : max(t.end for t in kept)][:200]

    def below(self, token: Token, *preps: str) -> Token | None:
        """What stands behind one of these prepositions of a word."""
        for kid in self.parse.kids(token, "prep"):
            if kid.lower in preps:
                return next(iter(self.parse.kids(kid, "pobj", "pcomp")), None)
        return None

    def told_before(self, words: Token, frame: Frame | None) -> EventClaim | None:
        """The one deed that an expression pointing back can mean; null where there are several or none."""
        field, start = self.sentence.field, self.sentence.start
        earlier = self.told.deeds_between(field, start, start + words.start)
        near = self._fitting(earlier, words, frame)
        if near:
            return near[-1] if len(near) == 1 else None
        for sentence in self._sentences_before(field):
            near = self._fitting(self.told.deeds_between(field, sentence.start, sentence.end), words, frame)
            if near:
                return near[0] if len(near) == 1 else None
        every = self._fitting(self.told.deeds_between(field, 0, start), words, frame)
        return every[0] if len(every) == 1 else None

    def _sentences_before(self, field: Field) -> list[Sentence]:
        at = self.sentence.index
        near = self.analysis.sentences[max(0, at - _BACK) : at]
        return [s for s in reversed(near) if s.field == field and s.block == self.sentence.block]

    def _fitting(self, deeds: Sequence[EventClaim], words: Token, frame: Frame | None) -> list[EventClaim]:
        classes = self.lexicon.classes.of(ActWords)
        found = [e for e in deeds if e.realis not in {"background", "planned", "feared", "denied"}]
        if words.lemma in classes.any_deed and words.lemma not in {"bombing", "explosion", "blast"}:
            special = any(k.lower in classes.banned for k in self.parse.kids(words, "compound", "amod"))
            if not special:
                return [e for e in found if e.type not in {"Battles", "Riots"} or e.made_by == "event:attack"]
        if frame is not None:
            same = [e for e in found if e.sub_type == frame.sub_type]
            return same or [e for e in found if e.type == frame.type and frame.sub_type != "Chemical weapon"]
        return found

    def _told_here(self, words: Token) -> EventClaim | None:
        low = self.sentence.start
        below = {t.i for t in self.parse.subtree(words)}
        for start, _, event in self.told.mentions_between(self.sentence.field, low, self.sentence.end):
            token = self.parse.at(start - low)
            if token is not None and token.i in below and event.type in VIOLENT_TYPES and self._is_head(token, words):
                return event if event.realis not in {"denied", "planned", "feared"} else None
        return None

    def _is_head(self, token: Token, words: Token) -> bool:
        """Whether a word tells the act itself and not what came of it or when it was."""
        while token.i != words.i:
            if token.dep not in {"dobj", "pobj", "prep", "compound", "conj", "amod", "nmod", "pcomp", "xcomp"}:
                return False
            if token.dep == "prep" and token.lower != "of":
                return False
            token = self.parse.head(token)
        return True

    def _is_deed(self, words: Token) -> bool:
        classes = self.lexicon.classes.of(ActWords)
        if words.lemma in classes.any_deed or words.lemma in classes.harmful or self._frame(words) is not None:
            return True
        if words.lemma in classes.light:
            objects = self.parse.kids(words, "dobj")
            return any(
                self._is_deed(o)
                or o.lemma in self.lexicon.evidence["weapons"]
                or any(t.lower in classes.banned for t in self.parse.subtree(o))
                for o in objects
            )
        return False

    def _frame(self, words: Token) -> Frame | None:
        """The frame of violence that a noun (with the words before it) or a verb belongs to."""
        if words.tag.startswith("NN") or words.dep in {"pobj", "dobj", "nsubj"}:
            for length in (3, 2, 1):
                first = words.i - length + 1
                if first < 0:
                    continue
                before = [t.lower for t in self.parse.tokens[first : words.i]]
                frame = self.lexicon.nouns.get(" ".join([*before, words.lemma])) or self.lexicon.nouns.get(
                    " ".join([*before, words.lower])
                )
                if frame is not None:
                    return frame if frame.type in VIOLENT_TYPES else None
        for pattern in self.lexicon.patterns(words.lemma):
            if pattern.frame.type in VIOLENT_TYPES and not pattern.objects and pattern.particle is None:
                return pattern.frame
        return None

    def _relative_noun(self, words: Token) -> Token | None:
        if words.lower not in {"which", "that"}:
            return None
        for up in self.parse.ancestors(words):
            if up.dep == "relcl":
                return self.parse.head(up)
        return None
