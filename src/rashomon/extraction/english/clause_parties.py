"""Who does what to whom in a clause: the subject and the object of a verb as actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import msgspec

from rashomon.extraction.english.actor_reading import ActorReader, once
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Token
from rashomon.model.actor import Actor
from rashomon.model.place import Place


@dataclass(frozen=True, slots=True)
class ClauseWords(WordClasses):
    """Words of subordinate clauses."""

    source: ClassVar[str] = "en/words/events.toml#clauses"

    deeds: frozenset[str]
    timing: frozenset[str]
    aside: frozenset[str]
    phases: frozenset[str]


class Parties(msgspec.Struct, frozen=True, gc=False):
    """Actors and recipients, each in text order and once."""

    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]


class ClauseReader(ActorReader):
    """Reads the parties of the verbs of one sentence."""

    def of_verb(self, verb: Token) -> Parties:
        """Subject and object of a verb, turned round in the passive, inherited where it stands without its own."""
        passive = self._is_passive(verb)
        agents = [
            a for p in self.parse.kids(verb, "agent") for o in self.parse.kids(p, "pobj") for a in self.actors_of(o)
        ]
        objects = [a for o in self.parse.kids(verb, "dobj", "dative", "oprd") for a in self.actors_of(o)]
        objects += [
            a for p in self.parse.kids(verb, "dative") for o in self.parse.kids(p, "pobj") for a in self.actors_of(o)
        ]
        for clause in self.parse.kids(verb, "ccomp", "xcomp"):
            # "urged Iran to stop": the parser often makes the one asked the subject of the clause below.
            if clause.tag == "VB" and any(k.lower == "to" for k in self.parse.kids(clause, "aux")):
                objects += [a for s in self.parse.kids(clause, "nsubj") for a in self.actors_of(s)]
        if passive:
            subjects = [a for s in self.parse.kids(verb, "nsubjpass") for a in self.actors_of(s)]
            if not subjects and verb.dep == "acl":
                subjects = self.actors_of(self.parse.head(verb))
            if not subjects and not self.parse.kids(verb, "nsubjpass") and self.parse.kids(verb, "nsubj"):
                subjects = [a for s in self.parse.kids(verb, "nsubj") for a in self.actors_of(s)]
            if not subjects and verb.dep == "conj":
                subjects = list(self.of_verb(self.parse.head(verb)).recipients)
            return Parties(once(agents), once([*subjects, *objects]))
        actors = self.subject_of(verb)
        if not objects:
            objects = self._targets(verb)
        return Parties(once([*actors, *agents]), once(objects))

    def _is_passive(self, verb: Token) -> bool:
        """Whether the subject of a verb suffers it; also in "the man shot and killed by police"."""
        if self.parse.kids(verb, "nsubjpass", "auxpass") or (verb.dep == "acl" and verb.tag == "VBN"):
            return True
        if verb.tag == "VBN" and self.parse.kids(verb, "agent") and not self.parse.kids(verb, "dobj", "aux"):
            return True
        joined = [k for k in self.parse.kids(verb, "conj") if k.tag == "VBN" and self.parse.kids(k, "agent")]
        return bool(joined) and verb.tag in {"VBD", "VBN"} and not self.parse.kids(verb, "dobj", "aux")

    def subject_of(self, verb: Token, depth: int = 0) -> list[Actor]:
        """The actors that do what a verb says."""
        words = self.classes.of(ClauseWords)
        own = self.parse.kids(verb, "nsubj", "csubj", "nsubjpass")
        if own:
            return [a for s in own if s.dep != "nsubjpass" for a in self.actors_of(s)]
        if depth > 6 or verb.head == verb.i:
            return []
        head = self.parse.head(verb)
        if verb.tag == "VBG" and verb.dep in {"advcl", "acl", "pcomp"} and verb.i:
            # "including Russia and Iran backing the government": the noun just before it acts.
            before = self.parse.tokens[verb.i - 1]
            while before.dep == "conj" and before.head < before.i:
                before = self.parse.head(before)
            if before.pos in {"NOUN", "PROPN"} and before.i != head.i:
                return self.actors_of(before, deep=False)
        if verb.dep == "acl" and verb.tag == "VBG":
            return self.actors_of(head) or self._owner(head)
        if verb.dep in {"acl", "relcl"} and verb.tag in {"VB", "VBZ", "VBP", "VBD"}:
            return self.actors_of(head) if verb.dep == "relcl" else self._owner(head)
        charged = self.parse.kids(self.parse.head(head), "dobj") if verb.dep == "pcomp" else []
        if charged and head.lower in {"of", "from"}:
            # "accused X of arming Y": X arms.
            return [a for o in charged for a in self.actors_of(o, deep=False)]
        if verb.lower in words.deeds and self._is_noun_like(verb, head):
            return []
        if verb.dep == "pcomp":
            return self.subject_of(self.parse.head(head), depth + 1) if head.head != head.i else []
        if verb.dep in {"acomp", "attr", "oprd"}:
            return self.subject_of(head, depth + 1)
        if verb.dep == "ccomp" and verb.tag in {"VBD", "VBZ", "VBP", "VBN"}:
            # What somebody says is not what he does.
            return []
        if verb.dep == "advcl" and any(k.lower in words.timing for k in self.parse.kids(verb, "mark", "advmod")):
            return []
        if verb.dep in {"xcomp", "ccomp"}:
            objects = [a for o in self.parse.kids(head, "dobj") for a in self.actors_of(o, deep=False)]
            return objects or self.subject_of(head, depth + 1)
        if verb.dep in {"conj", "advcl", "dep", "prep"}:
            if self.parse.kids(head, "nsubjpass"):
                return (
                    []
                    if verb.dep == "advcl"
                    else [a for s in self.parse.kids(head, "nsubjpass") for a in self.actors_of(s)]
                )
            return self.subject_of(head, depth + 1)
        return []

    def _is_noun_like(self, verb: Token, head: Token) -> bool:
        """Whether "shelling" or "shooting" only names what somebody fled, investigates or speaks of."""
        if verb.dep == "pcomp":
            return head.lower not in {"by", "after", "before", "without", "of", "for", "from"} or (
                self.parse.head(head).pos not in {"VERB", "AUX", "ADJ"}
            )
        if verb.dep in {"conj", "dep", "prep"}:
            return not self.parse.kids(verb, "aux")
        return verb.dep == "xcomp" and head.lemma not in self.classes.of(ClauseWords).phases

    def _owner(self, noun: Token) -> list[Actor]:
        """Whose plan, promise or effort it is."""
        owned = [
            a for k in self.parse.kids(noun, "poss", "amod", "compound") for a in [self.mention_at(k)] if a is not None
        ]
        if owned:
            return owned
        head = self.parse.head(noun)
        return self.subject_of(head, 3) if head.i != noun.i and head.pos == "VERB" else []

    def _targets(self, verb: Token) -> list[Actor]:
        preps = self.parse.kids(verb, "prep") + [
            q for p in self.parse.kids(verb, "prt") for q in self.parse.kids(p, "prep")
        ]
        found: list[Actor] = []
        for prep in preps:
            if prep.lower in {
                "on",
                "against",
                "at",
                "with",
                "upon",
                "into",
                "to",
                "towards",
                "toward",
                "from",
                "for",
                "over",
            }:
                deep = prep.lower in {"on", "against", "at", "upon"}
                found += [a for o in self.parse.kids(prep, "pobj") for a in self.actors_of(o, deep)]
        return found

    def content_actors(self, top: Token, taken: set[str]) -> list[Actor]:
        """The actors that the content of a verb of words is about: whom it is demanded of, threatened, promised to.

        First the subject of the clause below, then the first actor behind the verb, then the first nation or place.
        """
        for clause in self.parse.kids(top, "ccomp", "xcomp"):
            subjects = [a for s in self.parse.kids(clause, "nsubj", "nsubjpass") for a in self.actors_of(s)]
            fresh = [a for a in subjects if a.name.casefold() not in taken]
            if fresh:
                return fresh
        return self._first_named(top, taken, False) or self._first_named(top, taken, True)

    def below(self, verb: Token, prep: str) -> list[Actor]:
        """The actors behind a preposition of a verb or of its object."""
        tops = [verb, *self.parse.kids(verb, "dobj", "prt")]
        preps = [p for t in tops for p in self.parse.kids(t, "prep") if p.lower == prep]
        return [a for p in preps for o in self.parse.kids(p, "pobj") for a in self.actors_of(o)]

    def _first_named(self, top: Token, taken: set[str], asides: bool) -> list[Actor]:
        """The first actor or place in the content of a verb."""
        places = self.analysis.places_in(self.sentence.field, self.sentence.start, self.sentence.end)
        for token in self._content_words(top, asides):
            mention = self.mention_at(token)
            if mention is not None and mention.name.casefold() not in taken:
                return [a for a in self.actors_of(token) if a.name.casefold() not in taken] or [mention]
            at = self.sentence.start + token.start
            place = next((p for p in places if p.start <= at < p.end), None)
            if mention is None and place is not None and place.name.casefold() not in taken:
                return [_grounds(place)]
        return []

    def _content_words(self, top: Token, asides: bool) -> list[Token]:
        """The words below a verb and behind it, without clauses of condition, time and reporting."""
        words = self.classes.of(ClauseWords)
        found: list[Token] = []
        stack = [k for k in self.parse.kids(top) if k.i > top.i]
        while stack:
            token = stack.pop(0)
            if token.dep in {"parataxis", "punct"}:
                continue
            if (
                not asides
                and token.dep in {"advcl", "relcl"}
                and any(k.lower in words.aside for k in self.parse.kids(token))
            ):
                continue
            if token.dep == "conj" and token.pos == "VERB":
                continue
            found.append(token)
            stack += self.parse.kids(token)
        return sorted(found, key=lambda t: t.i)


def _grounds(place: Place) -> Actor:
    """The people of a place as those whom an act is done to."""
    return Actor(
        field=place.field,
        start=place.start,
        end=place.end,
        text=place.text,
        name=place.name,
        country_code=place.country_code,
    )
