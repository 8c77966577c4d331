"""Where those live who had to leave home: camps, shelters, evacuation centres; the place tells it, no verb of harm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.reading import Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot, top_of
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Token

#: A place of refuge is named at most so many words behind its preposition ("in more than 200 crowded relief camps").
_LONGEST = 7


@dataclass(frozen=True, slots=True)
class ShelterWords(WordClasses):
    """Words of refuge and of those who live in it."""

    source: ClassVar[str] = "en/words/figures.toml#sheltering"

    staying: frozenset[str]
    shelters: frozenset[str]
    named: frozenset[str]
    centres: frozenset[str]
    for_refuge: frozenset[str]
    no_refuge: frozenset[str]
    evacuation: frozenset[str]
    inside: frozenset[str]
    housing: frozenset[str]
    helping: frozenset[str]
    moving: frozenset[str]
    filling: frozenset[str]
    carers: frozenset[str]
    camps: frozenset[str]


def lives_here(view: SentenceView, slot: Slot) -> bool:
    """Whether those of a slot can live in a place of refuge, and do not work there."""
    head = slot.counted.head
    if head is not None and view.measures.categories.get(head.lower) == "combatants":
        return False
    return head is None or head.lower not in view.words.of(ShelterWords).carers


def sheltered(view: SentenceView, i: int) -> str | None:
    """The measure of people of whom a token behind them says that they live in a place of refuge, or none.

    "Are in 82 relief camps", "living in temporary shelters": displaced; "in the evacuation centres": evacuated.
    """
    words = view.words.of(ShelterWords)
    k = i + 1 if view.lower(i) in words.staying or view.lower(i) == "sheltering" else i
    if view.lower(i) == "spent" and view.lower(i + 2) in ("night", "nights"):
        k = i + 3
    told = _refuge(view, k) if view.lower(k) in ("in", "at", "inside", "across") else None
    return told or ("displaced" if view.lower(i) == "sheltering" else None)


def _refuge(view: SentenceView, preposition: int) -> str | None:
    """The measure of those in the place of refuge that a preposition names, or none where it names another place."""
    camps, named = view.words.of(ShelterWords).named, False
    for n in range(preposition + 1, preposition + _LONGEST):
        token = view.parse.tokens[n] if n < len(view.parse.tokens) else None
        if token is None:
            return None
        told = refuge_noun(view, token)
        if told is not None:
            return told if not named or token.lower in camps else None
        named = named or token.pos == "PROPN"
        vague = token.lower == "of" and view.slot_at(n - 1) is not None
        if token.pos in ("VERB", "PUNCT", "ADP") and not vague and token.tag != "VBG":
            return None
    return None


def refuge_noun(view: SentenceView, noun: Token) -> str | None:
    """The measure of those who live in what a noun names, or none where it is no place of refuge."""
    words = view.words.of(ShelterWords)
    if noun.lower not in words.shelters and noun.lower not in words.centres:
        return None
    said = {view.lower(k) for k in range(noun.i - 3, noun.i)}
    if said & words.no_refuge or (noun.lower in words.centres and not said & words.for_refuge):
        return None
    return "evacuated" if said & words.evacuation else "displaced"


def shelter_reading(view: SentenceView, slot: Slot) -> Reading | None:
    """The reading of people whose clause puts them into a place of refuge.

    "1 million people have packed relief camps", "were moved into shelters", "is feeding 18,000 people inside relief
    camps", "58 relief camps serve 11,600 people".
    """
    words = view.words.of(ShelterWords)
    head = slot.counted.head
    if slot.counted.partitive or not lives_here(view, slot):
        return None
    if head is not None and "people" not in view.measures.class_of(head.lower):
        return None
    node = top_of(view, slot)
    verb = view.parse.head(node)
    if verb.pos not in ("VERB", "AUX") and not (verb.tag == "JJ" and node.dep in ("nsubj", "dobj")):
        return None
    if node.dep in ("nsubj", "nsubjpass"):
        # "Have packed relief camps" is parsed as "have" with packed camps for its object, too.
        packed = [k for o in view.parse.kids(verb, "dobj") for k in view.parse.kids(o, "amod")]
        return _of_subject(view, [verb, *view.parse.kids(verb, "xcomp"), *packed])
    if node.dep not in ("dobj", "dative"):
        return None
    if verb.lemma in words.helping:
        return _into(view, node, verb) or _into(view, verb, verb)
    if verb.lemma in words.housing:
        houses = [told for s in view.parse.kids(verb, "nsubj") if (told := refuge_noun(view, s))]
        return Reading(houses[0], "sheltered", verb.i) if houses else None
    return None


def _of_subject(view: SentenceView, verbs: list[Token]) -> Reading | None:
    words = view.words.of(ShelterWords)
    for verb in verbs:
        if verb.lemma in words.filling:
            objects = [o for v in verbs for o in view.parse.kids(v, "dobj") if o.i > verb.i]
            told = [m for o in objects if (m := refuge_noun(view, o))]
            if told:
                return Reading(told[0], "sheltered", verb.i)
        if verb.lemma in words.moving or verb.lemma in words.housing or verb.lower in words.staying:
            found = _into(view, verb, verb)
            if found:
                return found
    return None


def _into(view: SentenceView, node: Token, verb: Token) -> Reading | None:
    """The reading of those who are put into a place of refuge by a preposition below a token."""
    for preposition in view.parse.kids(node, "prep"):
        if preposition.lower in view.words.of(ShelterWords).inside:
            told = _refuge(view, preposition.i)
            if told:
                return Reading(told, "sheltered", verb.i)
    return None


def is_housed(view: SentenceView, i: int) -> bool:
    """ "the site had sheltered", "camps accommodating": a verb of housing whose sentence names a camp or shelter."""
    words = view.words.of(ShelterWords)
    tokens = view.parse.tokens
    if not 0 <= i < len(tokens) or tokens[i].lemma not in words.housing or tokens[i].pos != "VERB":
        return False
    return tokens[i].lemma == "shelter" or any(t.lower in words.camps or t.lower in words.shelters for t in tokens)
