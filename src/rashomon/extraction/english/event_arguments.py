"""Who takes part in a happening that a noun tells, beside what a verb gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.actor_reading import FORCES, once
from rashomon.extraction.english.clause_contents import ContentReader
from rashomon.extraction.english.clause_parties import Parties
from rashomon.extraction.english.event_nouns import SpottingWords
from rashomon.extraction.english.event_spotting import Spot
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Token
from rashomon.model.actor import Actor

__all__ = ["Parties", "PartyFinder"]


#: Groups whose noun comes "from" whoever does it ("came under attack from security forces").
_DEALT = frozenset({"attack", "strike"})


@dataclass(frozen=True, slots=True)
class NounWords(WordClasses):
    """Words around an event noun that name who takes part."""

    source: ClassVar[str] = "en/words/events.toml#nouns"

    targets: frozenset[str]
    own: frozenset[str]
    done: frozenset[str]
    suffered: frozenset[str]
    dying: frozenset[str]


class PartyFinder(ContentReader):
    """Finds the parties of the spots of one sentence, whether a verb or a noun tells them."""

    def of_noun(self, spot: Spot, support: dict[str, frozenset[str]]) -> Parties:
        """The parties of an event noun: what hangs on it, then what its verb adds."""
        words = self.classes.of(NounWords)
        actors: list[Actor] = []
        recipients: list[Actor] = []
        noun = spot.token
        ranked = any(k.tag == "JJS" for k in self.parse.kids(noun, "amod"))
        for kid in self.parse.kids(noun, "poss", "amod", "compound", "nmod"):
            actor = self.mention_at(kid)
            if ranked and kid.dep == "poss":
                continue  # "the country's deadliest bombing": where it was, not who did it
            if actor is not None:
                (recipients if actor.private else actors).append(actor)
        for prep in [p for n in self._with_head(noun) for p in self.parse.kids(n, "prep", "agent")]:
            named = [a for o in self.parse.kids(prep, "pobj") for a in self.actors_of(o, deep=prep.lower != "in")]
            if (
                prep.lower in {"by", "between"}
                or (prep.lower == "with" and spot.frame.group == "battle")
                or (prep.lower == "of" and noun.lemma in words.own)
                or (prep.lower == "from" and spot.frame.group in _DEALT)
            ):
                actors += named
            elif prep.lower in words.targets:
                recipients += named
        for clause in self.parse.kids(noun, "acl", "relcl"):
            if clause.lemma in words.suffered and clause.tag != "VBN":
                recipients += self.of_verb(clause).recipients
            elif clause.tag == "VBN" and clause.lemma in words.done:
                actors += [
                    a
                    for p in self.parse.kids(clause, "agent")
                    for o in self.parse.kids(p, "pobj")
                    for a in self.actors_of(o)
                ]
        self._from_carrier(spot, support, actors, recipients)
        return Parties(once(actors), once([r for r in recipients if all(r.start != a.start for a in actors)]))

    def _with_head(self, noun: Token) -> list[Token]:
        head = self.parse.head(noun)
        if (
            noun.dep == "pobj"
            and head.lower == "of"
            and self.parse.head(head).lemma in self.classes.of(SpottingWords).partitive
        ):
            return [noun, self.parse.head(head)]
        return [noun]

    def _from_carrier(
        self, spot: Spot, support: dict[str, frozenset[str]], actors: list[Actor], recipients: list[Actor]
    ) -> None:
        verb = spot.predicate
        if verb is None:
            return
        if spot.role == "object":
            parties = self.of_verb(verb)
            outer = [a for a in parties.actors if all(a.start != r.start for r in [*actors, *recipients])]
            if verb.lemma in support["act"]:
                if not actors:
                    actors += outer
                inner = {a.start for a in [*actors, *recipients]}
                recipients += [
                    r
                    for p in self.parse.kids(verb, "prep")
                    if p.lower in {"on", "against", "at", "upon", "with"}
                    for o in self.parse.kids(p, "pobj")
                    for r in self.actors_of(o)
                    if r.start not in inner
                ]
            elif verb.lemma in support["own"] and spot.frame.group in {"damage", "attack", "strike", "bombing"}:
                actors += [a for a in outer if not actors and _owns_to(verb, spot, a)]
            elif verb.lemma in support["suffer"]:
                recipients += outer
        elif spot.role == "passive":
            if verb.lemma in support["act"]:
                actors += [a for a in self.of_verb(verb).actors if not actors]
                recipients += [
                    r
                    for p in self.parse.kids(verb, "prep")
                    if p.lower in {"on", "against", "at"}
                    for o in self.parse.kids(p, "pobj")
                    for r in self.actors_of(o)
                ]
        elif spot.role == "subject" and verb.lemma in support["happen"] | support["harm"]:
            if not actors:  # "fighting broke out between rival militias"
                actors += [
                    a
                    for p in self.parse.kids(verb, "prep")
                    if p.lower == "between"
                    for o in self.parse.kids(p, "pobj")
                    for a in self.actors_of(o)
                ]
            recipients += [a for o in self.parse.kids(verb, "dobj") for a in self.actors_of(o)]
        elif spot.role == "oblique":
            self._from_harm(spot.token, verb, support, actors, recipients)

    def _from_harm(
        self, noun: Token, verb: Token, support: dict[str, frozenset[str]], actors: list[Actor], recipients: list[Actor]
    ) -> None:
        """ "12 soldiers were killed in an ambush", "rebels killed 12 in an ambush"."""
        if verb.lemma not in support["harm"]:
            return
        parties = self.of_verb(verb)
        if verb.lemma in self.classes.of(NounWords).dying:
            recipients += parties.actors
        else:
            recipients += parties.recipients
            if not actors and self.parse.head(noun).lower != "by":
                actors += parties.actors


def _owns_to(verb: Token, spot: Spot, actor: Actor) -> bool:
    """Whether who claims an act says that it is his: an armed group its attack, a force what it destroyed."""
    if verb.lemma == "claim" and actor.sector in {"rebel group", "political militia"}:
        return True
    return spot.frame.group == "damage" and actor.sector in FORCES and "police" not in actor.text.lower()
