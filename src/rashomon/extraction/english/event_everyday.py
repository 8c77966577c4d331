"""Words of conflict that tell something of everyday life: who left a scene, whom one called, what one met."""

from __future__ import annotations

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


def _is_of_law(parse: Parse, noun: Token, words: EverydayWords) -> bool:
    """Whether a noun only says of what laws, crimes and arts are spoken: "the laws of war", "war crimes"."""
    head = parse.head(noun)
    over = parse.head(head) if noun.dep == "pobj" and head.lower in {"of", "in"} else head
    return over.i != noun.i and (noun.dep in {"pobj", "compound", "nmod"}) and over.lemma in words.of_law


def is_everyday(spot: Spot, parties: Parties, parse: Parse, lexicon: EventLexicon) -> bool:
    """Whether words of conflict tell something of everyday life: who left a scene, whom one called, what one met."""
    words = lexicon.classes.of(EverydayWords)
    token, frame = spot.token, spot.frame.id
    objects = objects_of(parse, token, lexicon.classes) if not spot.is_noun else []
    if frame == "flight" and not spot.is_noun:
        who = [*parties.actors, *parties.recipients]
        doers = any(a.text.lower().split()[-1].removesuffix("s") in words.fugitives for a in who)
        return doers or any(o.lemma in words.scene - {"home", "building", "area"} for o in objects)
    if frame == "request" and token.lemma == "call" and parse.kids(token, "auxpass", "nsubjpass"):
        return True
    if frame == "consult" and token.lemma == "meet" and objects and not parties.recipients:
        return True
    if frame == "seize" and spot.is_noun and token.lemma == "fall":
        of = [o for p in parse.kids(token, "prep") if p.lower == "of" for o in parse.kids(p, "pobj")]
        return any(o.lemma in words.rulers for o in of) or not of
    if frame == "transport" and not spot.is_noun:
        what = parse.kids(token, "nsubj", "nsubjpass") + objects
        if any(s.lemma in words.unmanned for s in what):
            return True
        # "Families have sunk deeper into need"
        return bool(what) and not any(
            s.lemma in words.vessels or s.lower in words.vessels or s.pos == "PROPN" for s in what
        )
    if frame == "blast" and spot.is_noun:
        of = [o for p in parse.kids(token, "prep") if p.lower == "of" for o in parse.kids(p, "pobj")]
        if any(o.lemma in words.growing for o in of):
            return True
    if frame == "protest" and token.lemma in words.showing:
        return bool(parse.kids(token, "dobj", "ccomp"))
    if spot.is_noun and (spot.role == "named" or _is_of_law(parse, token, words)):
        return True  # "called it an invasion", "the laws of war"
    if spot.is_noun and spot.role == "subject" and spot.predicate is not None and spot.predicate.lemma == "be":
        # "No attack had been deadlier" tells of another one.
        return any(k.lower == "no" for k in parse.kids(token, "det"))
    if frame == "disrupt" and token.lemma == "shoot":
        aimed = [*objects, *(o for k in parse.kids(token, "prep", "prt") for o in parse.kids(k, "pobj"))]
        return not any(o.lemma in words.airborne or o.pos == "PROPN" for o in aimed)
    return False
