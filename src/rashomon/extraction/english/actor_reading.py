"""Whom the words of a sentence name: from a noun phrase or a pronoun to the actors it means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.event_nouns import SpottingWords
from rashomon.knowledge.common_words import CalendarWords
from rashomon.knowledge.word_classes import WordBook, WordClasses
from rashomon.language.syntax import Parse, Sentence, Token
from rashomon.model.actor import Actor

FORCES = frozenset({"state forces", "rebel group", "political militia", "external forces"})


@dataclass(frozen=True, slots=True)
class ActorWords(WordClasses):
    """Words that mean actors named elsewhere."""

    source: ClassVar[str] = "en/words/events.toml#actors"

    pronouns: frozenset[str]
    bodies: frozenset[str]


class ActorReader:
    """Reads the actors of one sentence."""

    def __init__(self, analysis: Analysis, sentence: Sentence, parse: Parse, classes: WordBook) -> None:
        self.classes = classes
        self.analysis = analysis
        self.sentence = sentence
        self.parse = parse
        self.mentions = analysis.actors_in(sentence.field, sentence.start, sentence.end)
        self._sought: set[int] = set()

    def mention_at(self, token: Token) -> Actor | None:
        """The actor mention that covers a token."""
        at = self.sentence.start + token.start
        for actor in self.mentions:
            if actor.start <= at < actor.end:
                return actor
        return None

    def actors_of(self, token: Token, deep: bool = True) -> list[Actor]:
        """The actors that a noun phrase names, with what is joined to it; else those named inside it."""
        words, partitive = self.classes.of(ActorWords), self.classes.of(SpottingWords).partitive
        found: list[Actor] = []
        for head in self._joined(token):
            actor = self.mention_at(head)
            if actor is not None and head.lemma not in partitive:
                found.append(actor)
            elif head.tag == "VBG" and self.parse.kids(head, "nsubj"):
                found += [a for s in self.parse.kids(head, "nsubj") for a in self.actors_of(s)]
            elif head.lower in words.pronouns:
                found += self._antecedent(head)
            elif deep or head.lemma in partitive:
                found += self._inside(head)
        return list(once(found))

    def _joined(self, token: Token) -> list[Token]:
        heads = [token]
        for head in heads:
            heads += [k for k in self.parse.kids(head, "conj") if k.pos in {"NOUN", "PROPN", "PRON", "ADJ", "NUM"}]
            if len(heads) > 40:
                break
        return heads

    def _inside(self, head: Token) -> list[Actor]:
        """Actors named below a head that is none itself: "Haiti's efforts", "villages near X", "an Indian proposal"."""
        kids = self.parse.kids(head)
        for deps in (("poss",), ("amod", "compound", "nmod"), ("prep",), ("appos",)):
            found: list[Actor] = []
            for kid in kids:
                if kid.dep not in deps:
                    continue
                if kid.dep == "prep":
                    found += [a for o in self.parse.kids(kid, "pobj") for a in self.actors_of(o)]
                else:
                    found += [a for a in [self.mention_at(kid)] if a is not None]
            if found:
                return found
        if (
            head.pos == "PROPN"
            and head.dep in {"nsubj", "nsubjpass", "dobj", "conj", "poss"}
            and not self._says_when(head)
        ):
            return [self._unknown(head)]
        return []

    def _says_when(self, token: Token) -> bool:
        """Whether a word stands in a time expression ("on Monday")."""
        at = self.sentence.start + token.start
        if token.lower in self.classes.of(CalendarWords).named:
            return True
        sentence = self.sentence
        times = self.analysis.times_in(sentence.field, sentence.start, sentence.end)
        return any(t.start <= at < t.end for t in times)

    def _unknown(self, head: Token) -> Actor:
        first = head
        for kid in self.parse.kids(head, "compound", "nmod", "flat"):
            if kid.i < first.i and all(
                t.dep in {"compound", "nmod", "punct", "flat"} and t.text not in {"(", ")"}
                for t in self.parse.tokens[kid.i : head.i]
            ):
                first = kid
        text = self.sentence.text[first.start : head.end]
        return Actor(
            field=self.sentence.field,
            start=self.sentence.start + first.start,
            end=self.sentence.start + head.end,
            text=text,
            name=text,
        )

    def _antecedent(self, pronoun: Token) -> list[Actor]:
        """Whom a pronoun means; nobody where the search for it leads back to itself."""
        if pronoun.i in self._sought:
            return []
        self._sought.add(pronoun.i)
        try:
            return self._meant(pronoun)
        finally:
            self._sought.discard(pronoun.i)

    def _meant(self, pronoun: Token) -> list[Actor]:
        """For a relative pronoun its noun, else the subject of the clause above or before."""
        words = self.classes.of(ActorWords)
        if pronoun.lower in {"who", "which", "that"}:
            for up in self.parse.ancestors(pronoun):
                if up.dep == "relcl":
                    return self.actors_of(self.parse.head(up), deep=False)
            return []
        for up in self.parse.ancestors(pronoun):
            for kid in self.parse.kids(up, "nsubj", "nsubjpass"):
                if kid.i < pronoun.i and kid.lower not in words.pronouns:
                    meant = self.actors_of(kid, deep=False)
                    if pronoun.lower == "they" and len(meant) > 1:
                        return meant  # "Iran and Russia said they would"
                    return [a for a in meant if _can_mean(pronoun.lower, a, words.bodies)]
        before = [a for a in self.mentions if a.end <= self.sentence.start + pronoun.start]
        if not before and pronoun.dep in {"nsubj", "poss", "nsubjpass"}:
            return [a for a in self._subject_before() if _can_mean(pronoun.lower, a, words.bodies)]
        if pronoun.lower in {"they", "them"}:
            meant = [a for a in before if _can_mean(pronoun.lower, a, words.bodies)]
            return meant[:1] if len({a.name for a in meant}) == 1 else []  # of two bands nobody can tell which is meant
        return [a for a in before[:1] if _can_mean(pronoun.lower, a, words.bodies)]

    def _subject_before(self) -> list[Actor]:
        """The actor that is the subject of the sentence before."""
        at = self.sentence.index - 1
        before = self.analysis.sentences[at] if 0 <= at < len(self.analysis.sentences) else None
        if before is None or before.parse is None or before.field != self.sentence.field:
            return []
        parse, reader = before.parse, ActorReader(self.analysis, before, before.parse, self.classes)
        roots = [t for t in parse.tokens if t.head == t.i and t.pos in {"VERB", "AUX"}]
        subjects = [s for r in roots[:1] for s in parse.kids(r, "nsubj", "nsubjpass")]
        return [a for s in subjects for a in [reader.mention_at(s)] if a is not None]

    def represented(self, actor: Actor) -> Actor:
        """The group that a spokesman or commander stands for, where his words name it; else himself."""
        head = self.parse.at(actor.end - 1 - self.sentence.start)
        if head is None or actor.sector in {"rebel group", "state forces", "political militia"}:
            return actor
        for prep in self.parse.kids(head, "prep"):
            if prep.lower in {"of", "for"}:
                for obj in self.parse.kids(prep, "pobj"):
                    for group in self.actors_of(obj, deep=False):
                        if group.sector in FORCES | {"government", "political party"}:
                            return group
        return actor


def _can_mean(pronoun: str, actor: Actor, bodies: frozenset[str]) -> bool:
    """Whether a pronoun can mean an actor: "he" no body or force, "it" no people."""
    words = actor.text.split()
    last = words[-1].lower() if words else ""
    if pronoun in {"he", "she", "him", "her"}:
        body = last.endswith("s") or last in bodies
        one_person = actor.private or (actor.sector in {"government", "political party"} and len(words) > 1)
        return one_person and not body
    if pronoun in {"they", "them"} and len(words) == 1 and actor.sector == "government" and words[0][:1].isupper():
        return last.endswith("s")  # a land is "it"
    return not (pronoun == "it" and actor.private)


def once(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """The actors in text order, each span once, and each name once."""
    if len(found := tuple(actors)) < 2:
        return found
    seen: dict[str, Actor] = {}
    for actor in sorted(found, key=lambda a: (a.start, a.end)):
        seen.setdefault(actor.name.casefold(), actor)
    return tuple(seen.values())
