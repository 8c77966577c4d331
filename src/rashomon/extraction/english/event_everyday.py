"""Words of conflict that tell something of everyday life: who left a scene, whom one called, what one met."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.event_arguments import Parties
from rashomon.extraction.english.event_spotting import Spot, objects_of
from rashomon.knowledge.events import EventLexicon
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Parse, Token


@dataclass(frozen=True, slots=True)
class EverydayWords(WordClasses):
    """Words by which a word of conflict tells of everyday life."""

    source: ClassVar[str] = "en/words/events.toml#everyday"

    fugitives: frozenset[str]
    scene: frozenset[str]
    rulers: frozenset[str]
    airborne: frozenset[str]
    showing: frozenset[str]
    unmanned: frozenset[str]
    vessels: frozenset[str]
    growing: frozenset[str]
    of_law: frozenset[str]
    frequent: frozenset[str]
    likening: frozenset[str]


def _is_of_law(parse: Parse, noun: Token, words: EverydayWords) -> bool:
    """Whether a noun only says of what laws, crimes and arts are spoken: "the laws of war", "war crimes"."""
    head = parse.head(noun)
    over = parse.head(head) if noun.dep == "pobj" and head.lower in {"of", "in"} else head
    return over.i != noun.i and (noun.dep in {"pobj", "compound", "nmod"}) and over.lemma in words.of_law


def is_everyday(spot: Spot, parties: Parties, parse: Parse, lexicon: EventLexicon) -> bool:
    """Whether words of conflict tell something of everyday life: who left a scene, whom one called, what one met."""
    found = _Words(spot, parties, parse, lexicon)
    if spot.is_noun and (spot.role == "named" or _is_of_law(parse, spot.token, found.words) or found.is_denied_one()):
        return True
    if spot.is_noun and (found.is_of_kind() or found.is_a_title()):
        return True
    rule = _RULES.get(spot.frame.id)
    return rule is not None and rule(found)


class _Words:
    """A spot with the words around it that say what it is about."""

    def __init__(self, spot: Spot, parties: Parties, parse: Parse, lexicon: EventLexicon) -> None:
        self.spot, self.token, self.parties, self.parse = spot, spot.token, parties, parse
        self.words = lexicon.classes.of(EverydayWords)
        self.objects = objects_of(parse, spot.token, lexicon.classes) if not spot.is_noun else []

    def below(self, *prepositions: str) -> list[Token]:
        """What stands behind prepositions of the word."""
        links = [p for p in self.parse.kids(self.token, "prep", "prt") if not prepositions or p.lower in prepositions]
        return [o for p in links for o in self.parse.kids(p, "pobj")]

    def is_denied_one(self) -> bool:
        """Whether a noun with "no" is compared: "no attack had been deadlier" tells of another one."""
        verb = self.spot.predicate
        compared = self.spot.role == "subject" and verb is not None and verb.lemma == "be"
        return compared and any(k.lower == "no" for k in self.parse.kids(self.token, "det"))

    def is_a_title(self) -> bool:
        """Whether a noun is the name of somebody's work: "like Dante's Inferno"."""
        owner = self.parse.kids(self.token, "poss")
        owned = bool(owner) and owner[0].pos == "PROPN" and owner[0].text[1:].islower()
        link = self.parse.head(self.token)
        return owned and self.token.text[:1].isupper() and link.dep == "prep" and link.lower in self.words.likening

    def is_of_kind(self) -> bool:
        """Whether a plural is told of as a kind of happening: "clashes are common there"."""
        verb = self.spot.predicate
        if verb is None or verb.lemma != "be" or verb.tag not in {"VBZ", "VBP"} or self.token.tag != "NNS":
            return False
        said = self.parse.kids(verb, "acomp", "attr") if self.spot.role == "subject" else []
        return any(k.lower in self.words.frequent for k in said)


def _flees_scene(found: _Words) -> bool:
    if found.spot.is_noun:
        return False
    who = [*found.parties.actors, *found.parties.recipients]
    doers = any(a.text.lower().split()[-1].removesuffix("s") in found.words.fugitives for a in who)
    return doers or any(o.lemma in found.words.scene - {"home", "building", "area"} for o in found.objects)


def _is_called(found: _Words) -> bool:
    return found.token.lemma == "call" and bool(found.parse.kids(found.token, "auxpass", "nsubjpass"))


def _meets_a_thing(found: _Words) -> bool:
    return found.token.lemma == "meet" and bool(found.objects) and not found.parties.recipients


def _is_of_rulers(found: _Words) -> bool:
    if not found.spot.is_noun or found.token.lemma != "fall":
        return False
    of = found.below("of")
    return any(o.lemma in found.words.rulers for o in of) or not of


def _carries_nobody(found: _Words) -> bool:
    """ "Families have sunk deeper into need", "the market crashed": no vessel does it."""
    words, what = found.words, [*found.parse.kids(found.token, "nsubj", "nsubjpass"), *found.objects]
    if found.spot.is_noun or not what:
        return False
    aboard = any(t.lemma in words.vessels or t.lower in words.vessels or t.pos == "PROPN" for t in what)
    return not aboard or any(t.lemma in words.unmanned for t in what)


def _wrecks_nothing(found: _Words) -> bool:
    return found.spot.is_noun and any(o.lemma in found.words.growing for o in found.below("of"))


def _shows(found: _Words) -> bool:
    """ "The killings demonstrate the need": what has an object shows it."""
    return found.token.lemma in found.words.showing and bool(found.parse.kids(found.token, "dobj", "ccomp"))


def _shoots_no_aircraft(found: _Words) -> bool:
    if found.token.lemma != "shoot":
        return False
    aimed = [*found.objects, *found.below()]
    return not any(o.lemma in found.words.airborne or o.pos == "PROPN" for o in aimed)


#: What makes a class of happenings (`data/en/events.toml`) one of everyday life.
_RULES: Mapping[str, Callable[[_Words], bool]] = {
    "flight": _flees_scene,
    "request": _is_called,
    "consult": _meets_a_thing,
    "seize": _is_of_rulers,
    "transport": _carries_nobody,
    "blast": _wrecks_nothing,
    "protest": _shows,
    "disrupt": _shoots_no_aircraft,
}
