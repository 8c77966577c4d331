"""Measures told by a verb with what stands beside it: "47 were pulled out alive", "4,500 houses lie in ruins"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.governed import GovernedWords
from rashomon.extraction.english.figures.reading import Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot, clauses_of, top_of
from rashomon.knowledge.frames import Frame, FrameRole, Pattern
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Token
from rashomon.model.remembered import remembered

_UPWARD = frozenset(("nummod", "quantmod", "compound", "nmod", "amod", "poss", "conj", "appos"))
_SUBJECT = ("nsubj", "nsubjpass")
_OBJECT = ("dobj", "obj", "dative", "oprd")
#: Clauses that describe a noun.
_DESCRIBING = ("acl", "relcl")
#: What stands beside a verb stands so many tokens behind it at most, and its words so many apart.
_FAR, _APART = 12, 3
#: Parts of speech between two words of a pattern.
_BETWEEN = frozenset(("DET", "ADJ", "NOUN", "PROPN", "ADV", "PRON", "NUM", "PART", "CCONJ"))
RELEASED = "other:released"
RESCUED = "rescued"
#: What became of those who were held: they are no more what they were.
_NO_MORE = (RELEASED, RESCUED, "other:escaped", "returned")


@dataclass(frozen=True, slots=True)
class FrameWords(WordClasses):
    """Words of a frame's clause."""

    source: ClassVar[str] = "en/words/figures.toml#framed"

    denying: frozenset[str]
    nobody: frozenset[str]
    ends: frozenset[str]


@remembered(32)
def framed(view: SentenceView, slot: Slot) -> Reading | None:
    """The reading by a verb and what stands beside it, or none; those set free are no more what they were.

    Remembered, for several rules in turn ask it of one quantity.
    """
    if slot.quantity.qualifier == "fraction":
        return None
    first: Reading | None = None
    for verb, role, preposition in _deeds(view, slot):
        for frame in view.measures.frames.by_verb.get(verb.lemma, ()):
            if frame.role == role and _fits(view, slot, frame) and _stands(view, slot, verb, frame, preposition):
                first = first or Reading(frame.measure, "frame", verb.i)
                if frame.measure == RELEASED:
                    return first if first.measure in (RESCUED, "injured") else Reading(frame.measure, "frame", verb.i)
    return first


def _deeds(view: SentenceView, slot: Slot) -> Iterator[tuple[Token, FrameRole, str]]:
    """The verbs that govern those counted, with how these stand to each and the preposition that leads to them."""
    parse, words = view.parse, view.words.of(GovernedWords)
    collective, relatives = words.collective, words.relatives
    node = top_of(view, slot)
    for kid in clauses_of(view, slot, node):
        if kid.dep == "acl":
            yield kid, "subject" if kid.tag == "VBG" else "object", ""
        elif any(k.lower in relatives for k in parse.kids(kid, *_SUBJECT)):
            yield kid, _of_subject(view, kid), ""
    for _ in range(6):
        above = parse.head(node)
        if above is node:
            return
        if node.dep in _SUBJECT and above.pos in ("VERB", "AUX"):
            if _is_headline(view, slot, above):
                yield above, "object", ""
            for verb in _done(view, above):
                yield verb, _of_subject(view, verb), ""
            return
        if node.dep in _OBJECT and above.pos == "VERB":
            yield above, "object", ""
            return
        if node.dep == "pobj":
            noun = parse.head(above)
            nobody = view.words.of(FrameWords).nobody
            if above.lower == "of" and (noun.lower in collective or noun.lower in nobody or noun.pos == "NUM"):
                node = noun
                continue
            if noun.pos in ("VERB", "NOUN"):
                yield noun, "pobj", above.lower
            if noun.pos != "VERB" and parse.head(noun).pos == "VERB":
                yield parse.head(noun), "pobj", above.lower
            return
        if node.dep not in _UPWARD or above.pos in ("VERB", "AUX"):
            return
        node = above


def _is_headline(view: SentenceView, slot: Slot, verb: Token) -> bool:
    """ "23 gunned down in protests": a participle alone behind a number, that a parse takes for the past tense."""
    bare = slot.counted.next == verb.i and verb.dep == "ROOT" and verb.tag in ("VBD", "VBN")
    return bare and not view.parse.kids(verb, "dobj", "aux", "auxpass")


def _done(view: SentenceView, verb: Token) -> Iterator[Token]:
    """A verb and those that complete it or go on with its subject: "are thought to have crossed"."""
    yield verb
    for kid in view.parse.kids(verb, "xcomp", "ccomp", "conj"):
        if kid.pos == "VERB" and not view.parse.kids(kid, *_SUBJECT):
            yield kid
            yield from view.parse.kids(kid, "xcomp")


def _of_subject(view: SentenceView, verb: Token) -> FrameRole:
    passive = bool(view.parse.kids(verb, "auxpass"))
    if not passive and verb.dep == "conj" and verb.tag == "VBN" and not view.parse.kids(verb, "aux"):
        passive = bool(view.parse.kids(view.parse.head(verb), "auxpass"))  # "12 were shot, and three people hit"
    return "object" if passive else "subject"


def _fits(view: SentenceView, slot: Slot, frame: Frame) -> bool:
    """Whether a frame can count what a quantity stands with."""
    head, value = slot.counted.head, slot.quantity.value
    if value is not None and value < frame.least:
        return False
    if frame.topic and frame.topic not in view.topics:
        return False
    if head is None:
        return frame.counts == "people" and not frame.only and (slot.counted.partitive or not frame.named)
    if head.lower in frame.but or (frame.only and head.lower not in frame.only):
        return False
    if frame.only:
        return True
    classes = view.measures.class_of(head.lower) | view.measures.class_of(slot.counted.compound)
    if frame.counts == "people" and not (frame.named or frame.topic or classes):
        return head.pos in ("NOUN", "PROPN")
    return frame.counts in classes


def _stands(view: SentenceView, slot: Slot, verb: Token, frame: Frame, preposition: str) -> bool:
    """Whether all that a frame asks for stands in the clause of its verb."""
    if (frame.prepositions and preposition not in frame.prepositions) or (frame.main and verb.dep in _DESCRIBING):
        return False
    if frame.modified and not any(k.lower in frame.modified for k in view.parse.kids(verb, "amod")):
        return False
    if _is_denied(view, verb) is not frame.negated:
        return False
    if frame.passive and not _is_passive(view, verb):
        return False
    if frame.agents and verb.pos == "VERB" and not _is_done_by(view, verb, frame):
        return False
    if any(_is_behind(view, slot, verb, p) for p in frame.unless):
        return False
    return not frame.behind or any(_is_behind(view, slot, verb, p) for p in frame.behind)


def _is_denied(view: SentenceView, verb: Token) -> bool:
    """Whether a verb is denied: "not", "no longer", "have yet to be found", "nobody has heard from"."""
    words = view.words.of(FrameWords)
    if view.parse.kids(verb, "neg") or (verb.pos == "NOUN" and view.lower(verb.i - 1) == "no"):
        return True
    if any(view.lower(k) in words.denying for k in range(verb.i - 4, verb.i)):
        return True
    return any(s.lower in words.nobody or view.lower(s.i - 1) == "no" for s in view.parse.kids(verb, "nsubj"))


def _is_done_by(view: SentenceView, verb: Token, frame: Frame) -> bool:
    """Whether one of a frame's agents does a deed; a passive that names nobody leaves it open."""
    agents = frame.agents
    if frame.role == "pobj":
        parties = [*view.parse.kids(verb, "nsubj", "nsubjpass", "dobj"), *_doers(view, verb)]
        return any(p.lemma in agents or p.lower in agents for p in parties)
    if _is_passive(view, verb):
        joined = [k for k in view.parse.kids(verb, "conj") if not view.parse.kids(k, *_SUBJECT)]
        by = [n for v in (verb, *joined) for n in _doers(view, v)]
        return all(n.lemma in agents for n in by) and (bool(by) or not frame.told)
    node = verb
    for _ in range(3):
        subjects = view.parse.kids(node, "nsubj")
        if subjects:
            return any(s.lemma in agents or s.lower in agents for s in subjects)
        node = view.parse.head(node)
    return False


def _doers(view: SentenceView, verb: Token) -> list[Token]:
    """Those by whom a passive is done."""
    return [n for k in view.parse.kids(verb, "agent") for n in view.parse.kids(k, "pobj")]


def _is_passive(view: SentenceView, verb: Token) -> bool:
    return verb.tag == "VBN" and not view.parse.kids(verb, "nsubj")


def _is_behind(view: SentenceView, slot: Slot, verb: Token, pattern: Pattern) -> bool:
    """Whether a pattern stands behind a verb before its clause ends; the words of the counted are none of it."""
    own, ends = range(slot.first, slot.counted.next), view.words.of(FrameWords).ends
    end = max(verb.i, slot.counted.next if slot.first > verb.i else 0) + _FAR
    for i in range(verb.i + 1, min(end, len(view.parse.tokens))):
        other = view.slot_at(i)
        none = other is not None and other.quantity.zero and view.lower(i) in pattern[0]  # "have no water"
        if view.lower(i) in ends or (other not in (None, slot) and not none):
            return False
        if i not in own and view.lower(i) in pattern[0] and _goes_on(view, i, pattern):
            return True
    return False


def _goes_on(view: SentenceView, i: int, pattern: Pattern) -> bool:
    """Whether the other words of a pattern follow its first one, which stands at a token."""
    for words in pattern[1:]:
        for k in range(i + 1, i + 2 + _APART):
            if view.lower(k) in words:
                i = k
                break
            if k >= len(view.parse.tokens) or view.parse.tokens[k].pos not in _BETWEEN:
                return False
        else:
            return False
    return True


def released(view: SentenceView, slot: Slot) -> Reading | None:
    """The reading of those set free, whatever they were before: "freed 22 hostages", "let 120 of the detained go"."""
    read = framed(view, slot)
    return read if read is not None and read.measure in _NO_MORE else None
