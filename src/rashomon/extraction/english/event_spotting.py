"""Spots: the verbs and nouns of a sentence that may tell a happening, each with the verb that carries it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rashomon.extraction.english.event_nouns import SpottingWords, carrier, is_month, noun_forms, noun_frame
from rashomon.knowledge.events import EventLexicon, Frame, VerbPattern
from rashomon.knowledge.word_classes import WordBook
from rashomon.language.syntax import Parse, Sentence, Token

_OBJECTS = ("dobj", "attr", "oprd", "nsubjpass", "dative")
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})


class Spot(msgspec.Struct, frozen=True, gc=False):
    """A verb or noun that may tell a happening.

    `predicate` is the verb in charge: the verb itself, or the one that carries the noun (null for a verbless heading);
    `role` says how the noun hangs on it.
    """

    sentence: Sentence
    token: Token
    start: int
    end: int
    frame: Frame
    predicate: Token | None
    role: str
    head_object: Token | None = None

    @property
    def is_noun(self) -> bool:
        """Whether a noun tells it."""
        return self.role != "verb"


def find_spots(sentence: Sentence, parse: Parse, lexicon: EventLexicon) -> list[Spot]:
    """The spots of one sentence in text order; a verb whose pattern takes an event noun covers that noun."""
    words = lexicon.classes.of(SpottingWords)
    verbs: list[Spot] = []
    covered: set[int] = set()
    for token in parse.tokens:
        named = token.pos not in {"VERB", "AUX"} and not token.tag.startswith("VB")
        if named and (token.tag != "NN" or not _acts_as_verb(parse, token)):
            continue
        if token.text == "March" or (token.dep in {"amod", "compound"} and token.i + 1 < len(parse.tokens)):
            continue
        if _is_torn(parse, token, words):
            continue
        for spot in _verb_spots(sentence, parse, token, lexicon):
            verbs.append(spot)
            if spot.head_object is not None and not (spot.frame.is_verbal and _has_type(spot.head_object, lexicon)):
                covered.add(spot.head_object.i)
    cues = lexicon.noun_cues
    told = [t for t in parse.tokens if not cues.isdisjoint(noun_forms(t)) and t.i not in covered]
    nouns = [s for t in told if (s := _noun_spot(sentence, parse, t, lexicon)) is not None]
    taken = {s.token.i for s in verbs}
    return sorted(verbs + [n for n in nouns if n.token.i not in taken], key=lambda s: s.start)


def _is_torn(parse: Parse, token: Token, words: SpottingWords) -> bool:
    """Whether a word is the end of a hyphened one that tells something else: "cease-fire", "tear-gassed"."""
    before = [t.lower for t in parse.tokens[max(0, token.i - 2) : token.i]]
    return len(before) == 2 and before[1] == "-" and f"{before[0]}-{token.lemma}" in words.torn


def _acts_as_verb(parse: Parse, token: Token) -> bool:
    """Whether a word tagged as a noun has a subject and an object: "Crowds storm parliament"."""
    if token.tag != "NN":
        return False
    objects = [k for k in parse.kids(token, "dobj") if k.i > token.i]
    return bool(objects) and any(k.i < token.i for k in parse.kids(token, "nsubj"))


def verb_frames(parse: Parse, token: Token, lexicon: EventLexicon) -> list[Frame]:
    """The frames that a verb fits, the most specific first."""
    return [p.frame for p in _patterns(parse, token, lexicon) if _fits(parse, token, p, lexicon.classes)[0]]


def _verb_spots(sentence: Sentence, parse: Parse, token: Token, lexicon: EventLexicon) -> list[Spot]:
    """What a verb may tell, the most specific pattern first."""
    found: list[Spot] = []
    for pattern in _patterns(parse, token, lexicon):
        matched, held = _fits(parse, token, pattern, lexicon.classes)
        if matched:
            found.append(Spot(sentence, token, token.start, token.end, pattern.frame, token, "verb", held))
    return found


def _patterns(parse: Parse, token: Token, lexicon: EventLexicon) -> Sequence[VerbPattern]:
    """The patterns of a verb; with a particle of its own it is another verb: who shoots down a drone shoots nobody."""
    patterns = lexicon.patterns(token.lemma)
    own = {k.lower for k in parse.kids(token, "prt")}
    particled = [p for p in patterns if p.particle in own]
    return particled or patterns


def _has_type(noun: Token, lexicon: EventLexicon) -> bool:
    frame = lexicon.nouns.get(noun.lemma)
    return frame is not None and not frame.is_verbal


def _fits(parse: Parse, token: Token, pattern: VerbPattern, classes: WordBook) -> tuple[bool, Token | None]:
    """Whether the verb stands with what the pattern asks, and the object noun that satisfied it."""
    if pattern.particle is None:
        if not pattern.objects:
            return True, None
        held = _held(parse, objects_of(parse, token, classes), pattern.objects)
        return held is not None, held
    particles = [k for k in parse.kids(token) if k.lower == pattern.particle and _is_particle(token, k, classes)]
    if pattern.particle == "to" and any(k.dep in {"xcomp", "ccomp"} for k in parse.kids(token)):
        particles += [x for k in parse.kids(token, "xcomp", "ccomp") for x in parse.kids(k, "aux") if x.lower == "to"]
    if pattern.particle in {"responsible"}:
        particles += [k for k in parse.kids(token) if k.lower == pattern.particle]
    if pattern.objects:
        # "set the buildings on fire", "took the station back": the parser often hangs the phrase on the object.
        particles += [
            k for o in parse.kids(token, "dobj") for k in parse.kids(o, "prep", "advmod") if k.lower == pattern.particle
        ]
    if not particles:
        return False, None
    if not pattern.objects:
        return True, None
    below = [o for p in particles for o in parse.kids(p, "pobj")]
    # "Drove a car into a crowd" is told by where it went: who drives people into schools runs nobody over.
    taken = [] if pattern.particle == "into" else objects_of(parse, token, classes)
    held = _held(parse, below + taken, pattern.objects)
    return held is not None, held


def _is_particle(verb: Token, word: Token, classes: WordBook) -> bool:
    """Whether a word belongs to its verb: by its label, and for an adverb by standing next to it."""
    if word.dep == "prt":
        return True
    near = word.lower not in classes.of(SpottingWords).adverbs or word.i == verb.i + 1
    return near and word.dep in {"prep", "advmod", "agent", "aux", "dative"}


def objects_of(parse: Parse, verb: Token, classes: WordBook) -> list[Token]:
    """The objects of a verb (or the subject of its passive), with what is joined to them; for a participle behind a
    noun, that noun."""
    words = classes.of(SpottingWords)
    found = list(parse.kids(verb, *_OBJECTS))
    if verb.dep == "acl" and verb.tag == "VBN" and not _is_relative(parse, parse.head(verb)):
        found.append(parse.head(verb))
    i = 0
    while i < len(found):
        found += parse.kids(found[i], "conj")
        if found[i].lemma in words.partitive:
            found += [o for p in parse.kids(found[i], "prep") if p.lower == "of" for o in parse.kids(p, "pobj")]
        i += 1
    return found


def _is_relative(parse: Parse, noun: Token) -> bool:
    """Whether a noun opens a clause behind "that": in "the house that a missile destroyed" the missile is no object."""
    first = min((k.i for k in parse.kids(noun) if k.i < noun.i), default=noun.i)
    return first > 0 and parse.tokens[first - 1].lower in {"that", "which"}


def _held(parse: Parse, candidates: list[Token], nouns: frozenset[str]) -> Token | None:
    for noun in candidates:
        if noun.lemma in nouns or noun.lower in nouns:
            return noun
        before = parse.tokens[noun.i - 1] if noun.i else None
        if before is not None and f"{before.lower} {noun.lemma}" in nouns:
            return noun
        for prep in parse.kids(noun, "prep"):
            for obj in parse.kids(prep, "pobj"):
                if f"{noun.lemma} {prep.lower} {obj.lemma}" in nouns:
                    return noun
    return None


def _noun_spot(sentence: Sentence, parse: Parse, token: Token, lexicon: EventLexicon) -> Spot | None:
    words = lexicon.classes.of(SpottingWords)
    gerund = token.tag == "VBG" and token.dep in {"nsubj", "nsubjpass", "dobj", "pobj", "conj", "ROOT", "attr"}
    if (token.tag not in _NOUN_TAGS and not gerund) or _acts_as_verb(parse, token) or _is_torn(parse, token, words):
        return None
    if token.text == "March" and is_month(parse, token, lexicon.classes):
        return None
    if (
        token.lower == "fire"
        and parse.head(token).lemma in words.of_guns
        and token.dep in {"dobj", "nsubjpass", "pobj"}
    ):
        return None
    behind = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else None
    if behind is not None and behind.lemma in words.services and behind.pos in ("NOUN", "PROPN"):
        return None
    frame, start = noun_frame(parse, token, lexicon)
    if frame is None:
        return None
    if token.dep in {"compound", "nmod", "amod", "npadvmod"} and parse.head(token).i > token.i:
        head = parse.head(token)
        if head.lemma not in words.partitive | words.series:
            if not (
                frame.is_disaster and head.pos == "PROPN" and head.i == token.i + 1 and head.lower not in words.offices
            ):
                return None
            # "Typhoon Yagi killed 143"
            predicate, role = carrier(parse, head, lexicon.classes)
            return Spot(sentence, token, start, head.end, frame, predicate, role)
    predicate, role = carrier(parse, token, lexicon.classes)
    return Spot(sentence, token, start, token.end, frame, predicate, role)
