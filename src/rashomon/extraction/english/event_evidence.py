"""Evidence around a spot: what its words name, who among its parties can fight, rule or speak for a state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.event_spotting import Spot, objects_of
from rashomon.extraction.english.event_years import dated_years
from rashomon.knowledge.actors import ActorLexicon
from rashomon.knowledge.events import EventLexicon
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Parse, Token
from rashomon.model.actor import ARMED, POLITICAL, Actor

_POLITY = POLITICAL | {"protesters"}


@dataclass(frozen=True, slots=True)
class ProofWords(WordClasses):
    """Words that leave open of whom they speak."""

    source: ClassVar[str] = "en/words/events.toml#proof"

    anybodys: frozenset[str]
    gatherings: frozenset[str]
    of_state: frozenset[str]
    beginnings: frozenset[str]
    of_guns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Looks at spots and actors with the lexicons at hand."""

    events: EventLexicon
    actors: ActorLexicon

    def is_gathering(self, actor: Actor) -> bool:
        """Whether an actor is a crowd of which nothing is told but that it is one: "waves of crowds"."""
        words = actor.text.lower().split()
        return bool(words) and words[-1] in self.events.classes.of(ProofWords).gatherings

    def is_armed(self, actor: Actor) -> bool:
        """Whether an actor can carry out organised violence."""
        if actor.sector in ARMED:
            return True
        words = actor.text.lower().split()
        kind = self.actors.kind_of(words[-1].removesuffix("s")) if words else None
        return kind is not None and kind.armed and kind.id != "group"

    def is_polity(self, actor: Actor) -> bool:
        """Whether an actor speaks or acts for a state, a people, an armed group, a party or an alliance."""
        if actor.sector in {"government", "international organisation", "political party"} and self._is_vague(actor):
            return False
        return actor.sector in _POLITY or (actor.sector == "civilians" and not actor.private)

    def _is_vague(self, actor: Actor) -> bool:
        """Whether only a common noun says who it is, as any firm or club has one too ("the chief", "the mission")."""
        classes = self.events.classes.of(ProofWords)
        words = actor.text.split()
        if actor.country_code is not None or any(w[:1].isupper() for w in words[1:]):
            return False
        if actor.text[:1].isupper() and self.actors.known(actor.text) is not None:
            return False
        for word in words[:-1]:
            if (
                word.lower() in self.actors.sector_by_modifier
                or word.lower() in classes.of_state
                or self.actors.known(word)
            ):
                return False
        return words[-1].lower().removesuffix("s") in classes.anybodys

    def only_nations(self, everyone: list[Actor]) -> bool:
        """Whether all parties are bare nations, as in the fixtures of a cup."""
        known = [self.actors.known(a.text) for a in everyone]
        return bool(known) and all(k is not None and k.kind == "nation" for k in known)

    def of_guns(self, spot: Spot, parse: Parse) -> bool:
        """Whether a fire is that of guns: "rebel fire", "live fire", "mortar fire", "fire on the town"."""
        kinds = parse.kids(spot.token, "compound", "amod", "nmod", "poss")
        by = any(
            k.lemma in self.events.evidence["weapons"]
            or k.lower in self.events.classes.of(ProofWords).of_guns
            or self.actors.kind_of(k.lower) is not None
            or self.actors.known(k.text) is not None
            for k in kinds
        )
        return by or any(p.lower in {"on", "from"} for p in parse.kids(spot.token, "prep"))

    def began_in_a_year(self, spot: Spot) -> bool:
        """ "The war began in 1994": a turn of history with its date."""
        words = self.events.classes.of(ProofWords)
        began = spot.predicate is not None and spot.predicate.lemma in words.beginnings
        return began and bool(dated_years(spot.sentence.text, self.events.classes))

    def is_passive(self, spot: Spot, parse: Parse) -> bool:
        """Whether somebody has it done to him: the doer may be left out."""
        return bool(parse.kids(spot.token, "auxpass", "nsubjpass")) or (
            spot.token.dep == "acl" and spot.token.tag == "VBN"
        )

    def explodes(self, spot: Spot, parse: Parse) -> bool:
        """Whether what goes off is a weapon, an explosive or a building."""
        subjects = parse.kids(spot.token, "nsubj", "nsubjpass", "dobj")
        things = (
            self.events.evidence["explosive"] | self.events.evidence["weapons"] | self.events.evidence["civil_target"]
        )
        return any(s.lemma in things for s in subjects)

    def names_target(self, spot: Spot, parse: Parse) -> bool:
        """Whether the words name something that violence is done to."""
        return self.names_any(spot, parse, "military_target", "civil_target", "territory")

    def names_protest(self, spot: Spot, parse: Parse) -> bool:
        """Whether a protest is what the words are done to: "the crackdown on demonstrations"."""
        frames = [self.events.nouns.get(t.lemma) for t in self._things(spot, parse)]
        return any(f is not None and f.group == "protest" for f in frames)

    def strikes_homes(self, spot: Spot, parse: Parse) -> bool:
        """Whether a noun is the subject of a verb of harm done to where people live: "a landslide buried a village"."""
        verb = spot.predicate
        if spot.role != "subject" or verb is None or verb.lemma not in self.events.support["happen"]:
            return False
        hit = self.events.evidence["civil_target"] | self.events.evidence["structure"]
        return any(o.lemma in hit for o in objects_of(parse, verb, self.events.classes))

    def names_any(self, spot: Spot, parse: Parse, *classes: str) -> bool:
        """Whether a thing of one of the lexicon's classes of evidence stands in the object's place."""
        return any(t.lemma in self.events.evidence[c] for t in self._things(spot, parse) for c in classes)

    def names_territory(self, spot: Spot, parse: Parse) -> bool:
        """Whether ground that forces take stands in the object's place."""
        for thing in self._things(spot, parse):
            if thing.lemma in self.events.evidence["territory"] or (thing.pos == "PROPN" and thing.dep != "nsubj"):
                return True
        return False

    def names_structure(self, spot: Spot, parse: Parse) -> bool:
        """Whether a building or a bridge is what falls."""
        subjects = parse.kids(spot.token, "nsubj", "nsubjpass") if not spot.is_noun else parse.subtree(spot.token)
        return any(t.lemma in self.events.evidence["structure"] for t in subjects)

    def _things(self, spot: Spot, parse: Parse) -> list[Token]:
        """The words in the object's place, and what stands below them by "of" and "in"."""
        things = objects_of(parse, spot.token, self.events.classes) if not spot.is_noun else []
        if spot.role == "subject" and spot.predicate is not None:
            things += objects_of(parse, spot.predicate, self.events.classes)
        bases = [spot.token, *things]
        for base in bases:
            for prep in parse.kids(base, "prep"):
                if prep.lower in {"on", "of", "at", "against", "in", "near", "into", "over", "from", "outside", "with"}:
                    for obj in parse.kids(prep, "pobj"):
                        things += [obj, *parse.kids(obj, "conj")]
        for kid in parse.kids(spot.token, "compound", "poss", "amod", "nsubj") if spot.is_noun else ():
            things.append(kid)
        return things
