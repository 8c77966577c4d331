"""Who does what to whom in a clause: the subject and the object of a verb as actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import msgspec

from rashomon.extraction.english.actor_reading import ActorReader, once
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Token
from rashomon.model.actor import Actor


@dataclass(frozen=True, slots=True)
class ClauseWords(WordClasses):
    """Words of subordinate clauses."""

    source: ClassVar[str] = "en/words/events.toml#clauses"

    deeds: frozenset[str]
    timing: frozenset[str]
    aside: frozenset[str]
    phases: frozenset[str]
    saying: frozenset[str]
    aiming: frozenset[str]


class Parties(msgspec.Struct, frozen=True, gc=False):
    """Actors and recipients, each in text order and once."""

    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]


class ClauseReader(ActorReader):
    """Reads the parties of the verbs of one sentence."""

    def of_verb(self, verb: Token) -> Parties:
        """Subject and object of a verb, turned round in the passive, inherited where it stands without its own."""
        if self._aims(verb):
            return Parties(once(self.actors_of(self.parse.head(verb))), once(self._targets(verb)))
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

    def _aims(self, verb: Token) -> bool:
        """Whether a participle behind its doer is a verb that the parser missed: "police shot at demonstrators"."""
        if verb.dep != "acl" or verb.tag != "VBN" or verb.lemma not in self.classes.of(ClauseWords).aiming:
            return False
        return not self.parse.kids(verb, "agent") and any(p.lower == "at" for p in self.parse.kids(verb, "prep"))

    def _is_passive(self, verb: Token) -> bool:
        """Whether the subject of a verb suffers it; also in "the man shot and killed by police"."""
        if self.parse.kids(verb, "nsubjpass", "auxpass") or (verb.dep == "acl" and verb.tag == "VBN"):
            return True
        if verb.tag == "VBN" and self.parse.kids(verb, "agent") and not self.parse.kids(verb, "dobj", "aux"):
            return True
        if verb.dep == "conj" and verb.tag == "VBN" and not self.parse.kids(verb, "nsubj", "aux", "dobj"):
            return self._is_passive(self.parse.head(verb))  # "were killed or injured"
        joined = [
            k
            for k in self.parse.kids(verb, "conj")
            if k.tag == "VBN" and self.parse.kids(k, "agent") and not self.parse.kids(k, "nsubjpass")
        ]
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
        said = self._what_was_said(verb, head)
        if said is not None:
            return self.subject_of(said, depth + 1)
        if verb.dep in {"conj", "advcl", "dep", "prep"}:
            if self.parse.kids(head, "nsubjpass"):
                return (
                    []
                    if verb.dep == "advcl"
                    else [a for s in self.parse.kids(head, "nsubjpass") for a in self.actors_of(s)]
                )
            return self.subject_of(head, depth + 1)
        return []

    def _what_was_said(self, verb: Token, head: Token) -> Token | None:
        """The verb of what a speaker told where a participle hangs on the speaking: "X struck, Y says, killing six"."""
        saying = self.classes.of(ClauseWords).saying
        while head.dep == "conj" and head.tag == "VBG" and head.head != head.i:
            head = self.parse.head(head)
        if verb.tag != "VBG" or verb.lemma in saying or head.lemma not in saying:
            return None
        if head.dep == "parataxis":
            return self.parse.head(head)
        told = [k for k in self.parse.kids(head, "ccomp") if k.i < verb.i]
        return told[-1] if told else None

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
