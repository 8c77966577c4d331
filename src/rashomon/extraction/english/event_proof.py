"""What proves that a verb or noun tells a happening and no metaphor of sport, trade, weather or science."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.event_arguments import Parties
from rashomon.extraction.english.event_climate import Climate
from rashomon.extraction.english.event_everyday import is_everyday
from rashomon.extraction.english.event_spotting import Spot, objects_of
from rashomon.extraction.english.event_years import dated_years
from rashomon.knowledge.actors import ActorLexicon
from rashomon.knowledge.events import EventLexicon
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Parse, Token
from rashomon.model.actor import ARMED, POLITICAL, Actor

_CROWD = frozenset({"protesters", "rioters", "civilians"})
_POLITY = POLITICAL | {"protesters"}


@dataclass(frozen=True, slots=True)
class ProofWords(WordClasses):
    """Words that leave open of whom they speak."""

    source: ClassVar[str] = "en/words/events.toml#proof"

    anybodys: frozenset[str]
    of_state: frozenset[str]


@dataclass(frozen=True, slots=True)
class Proof:
    """Judges spots with the lexicons at hand."""

    events: EventLexicon
    actors: ActorLexicon

    def holds(
        self, spot: Spot, parties: Parties, parse: Parse, here: Climate, report: Climate, places: int, conflict: bool
    ) -> bool:
        """Whether a spot counts as a happening."""
        everyone = [*parties.actors, *parties.recipients]
        armed = [a for a in everyone if self.is_armed(a)]
        if here.is_foreign and not here.weapons and not (armed and here.foreign_sure == 0):
            return False
        rule = spot.frame.proof
        if is_everyday(spot, parties, parse, self.events) or (spot.frame.id == "fire" and self._of_guns(spot, parse)):
            return False
        if spot.token.lemma == "meet" and not spot.is_noun and parse.kids(spot.token, "auxpass"):
            return False
        if spot.token.lemma in {"back", "support"} and spot.token.tag in {"VBG", "VBZ", "VBP", "VBN"}:
            # A standing relation, told as one; only a deed of support is an event.
            return False
        if spot.token.lemma in {"war", "conflict"} and spot.role == "subject" and self._began_in_a_year(spot):
            return True
        if rule == "party" and conflict and spot.is_noun and not here.is_foreign:
            return spot.token.lemma not in {"war", "conflict", "violence"} or bool(armed)
        if spot.frame.is_verbal and here.foreign_likely and self._only_nations(everyone):
            return False
        if rule == "none":
            told = bool(everyone) or places > 0 or here.harm or here.weapons or conflict
            return not here.foreign_sure and (told or spot.frame.group not in {"strike", "battle"})
        if rule == "blast":
            return here.harm and (spot.is_noun or self._explodes(spot, parse))
        states = [a for a in parties.actors if a.sector in {"government", "external forces"}]
        people = any(a.private or a.sector in {"civilians", "protesters"} for a in parties.recipients)
        match rule:
            case "party":
                return (
                    bool(armed)
                    or bool(states and (self._object(spot, parse) or parties.recipients))
                    or (self._object(spot, parse) and (here.harm or here.weapons))
                    or (spot.is_noun and (here.harm or here.weapons) and report.harm and not here.is_foreign)
                )
            case "armed":
                if spot.frame.id in {"loot", "crowdcontrol"} and any(a.sector in _CROWD for a in parties.actors):
                    return bool(objects_of(parse, spot.token, self.events.classes)) and not here.is_foreign
                return (
                    any(self.is_armed(a) for a in parties.actors)
                    or bool(
                        states
                        and objects_of(parse, spot.token, self.events.classes)
                        and (self._object(spot, parse) or people)
                    )
                    or (
                        bool(parties.recipients)
                        and any(self.is_armed(a) for a in parties.recipients)
                        and not here.foreign_likely
                    )
                )
            case "people":
                return bool(armed) or people or (spot.is_noun and here.harm) or (bool(parties.recipients) and here.harm)
            case "agent":
                return (
                    any(self.is_armed(a) for a in parties.actors)
                    or bool(states and people)
                    or (spot.is_noun and bool(parties.recipients) and here.harm)
                    or (spot.token.lemma in {"murder", "execute", "lynch", "slay"} and people)
                )
            case "territory":
                return (any(self.is_armed(a) for a in parties.actors) or bool(states)) and (
                    self._territory(spot, parse) or (places > 0 and spot.is_noun)
                )
            case "crowd":
                if spot.token.lemma in {"rally", "march"} and not spot.is_noun and not here.crowd:
                    return False
                return any(
                    a.sector in {"protesters", "rioters", "civilians", "rebel group"} for a in parties.actors
                ) or (here.crowd and not here.is_foreign)
            case "polity":
                unknown = all(a.sector == "unknown" and a.text[:1].isupper() for a in parties.actors)
                told_of = bool(parties.actors) or self._is_passive(spot, parse)
                return any(self.is_polity(a) for a in parties.actors) or (
                    unknown
                    and told_of
                    and any(self.is_polity(a) for a in parties.recipients)
                    and not here.foreign_likely
                )
            case "polity_or_people":
                return any(self.is_polity(a) or a.private for a in parties.actors)
            case "official":
                official = any(
                    a.sector in {"government", "political party"} and self.is_polity(a) for a in parties.actors
                )
                return official and not here.foreign_likely
            case "captive":
                held = any(a.sector in {"civilians", "government"} for a in parties.recipients)
                return any(self.is_polity(a) for a in parties.actors) and (
                    held or self._any_object(spot, parse, "captives")
                )
            case "emergency":
                # "A curfew was declared": the words allow no other reading.
                return any(w in spot.sentence.text.lower() for w in ("emergency", "martial law", "curfew"))
            case "hazard":
                return spot.role != "oblique" or here.harm or report.harm
            case "harm":
                return here.harm or (report.harm and spot.role in {"subject", "object", "heading", "passive", "verb"})
            case "deaths":
                return here.deaths
            case "structure":
                return here.harm and self._structure(spot, parse)
        return False

    def _of_guns(self, spot: Spot, parse: Parse) -> bool:
        """ "rebel fire", "mortar fire", "fire on the town"."""
        kinds = parse.kids(spot.token, "compound", "amod", "nmod", "poss")
        by = any(
            k.lemma in self.events.evidence["weapons"]
            or self.actors.kind_of(k.lower) is not None
            or self.actors.known(k.text) is not None
            for k in kinds
        )
        return by or any(p.lower in {"on", "from"} for p in parse.kids(spot.token, "prep"))

    def _began_in_a_year(self, spot: Spot) -> bool:
        """ "The war began in 1994": a turn of history with its date."""
        began = spot.predicate is not None and spot.predicate.lemma in {"begin", "start", "erupt", "break"}
        return began and bool(dated_years(spot.sentence.text))

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

    def _is_passive(self, spot: Spot, parse: Parse) -> bool:
        return bool(parse.kids(spot.token, "auxpass", "nsubjpass")) or (
            spot.token.dep == "acl" and spot.token.tag == "VBN"
        )

    def _only_nations(self, everyone: list[Actor]) -> bool:
        """Whether all parties are bare nations, as in the fixtures of a cup."""
        known = [self.actors.known(a.text) for a in everyone]
        return bool(known) and all(k is not None and k.kind == "nation" for k in known)

    def _explodes(self, spot: Spot, parse: Parse) -> bool:
        subjects = parse.kids(spot.token, "nsubj", "nsubjpass", "dobj")
        things = (
            self.events.evidence["explosive"] | self.events.evidence["weapons"] | self.events.evidence["civil_target"]
        )
        return any(s.lemma in things for s in subjects)

    def _object(self, spot: Spot, parse: Parse) -> bool:
        """Whether the words name something that violence is done to."""
        return self._any_object(spot, parse, "military_target", "civil_target", "territory")

    def _any_object(self, spot: Spot, parse: Parse, *classes: str) -> bool:
        return any(t.lemma in self.events.evidence[c] for t in self._things(spot, parse) for c in classes)

    def _territory(self, spot: Spot, parse: Parse) -> bool:
        for thing in self._things(spot, parse):
            if thing.lemma in self.events.evidence["territory"] or (thing.pos == "PROPN" and thing.dep != "nsubj"):
                return True
        return False

    def _structure(self, spot: Spot, parse: Parse) -> bool:
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
