"""Measures told by the grammar around a quantity's phrase: subjects, objects, relative clauses, coordinated verbs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.agents import acts
from rashomon.extraction.english.figures.beside import BesideWords, phrase_at
from rashomon.extraction.english.figures.beside_nouns import are_saved
from rashomon.extraction.english.figures.reading import Reading, joint_measure, pick
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot, clauses_of, top_of
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Token

_UPWARD = frozenset(("nummod", "quantmod", "compound", "nmod", "amod", "poss"))
_SUBJECT = ("nsubj", "nsubjpass")
_OBJECT = ("dobj", "obj", "dative", "oprd", "attr", "npadvmod")
#: Roles of a verb that counts its subject as such; every other one counts who suffers it.
_DONE_BY = ("subject", "known_subject")
#: What is done to people, wherever they were going.
_DEEDS = ("killed", "injured", "abducted", "detained", "trapped", "rescued")


@dataclass(frozen=True, slots=True)
class GovernedWords(WordClasses):
    """Nouns above a counted phrase."""

    source: ClassVar[str] = "en/words/figures.toml#governed"

    collective: frozenset[str]
    relatives: frozenset[str]
    fatal: frozenset[str]


def governed(view: SentenceView, slot: Slot) -> Reading | None:
    """The reading by the verb or noun that governs a quantity's phrase, or none."""
    words = view.words.of(GovernedWords)
    counts = slot.counted.head is not None and not slot.counted.partitive
    node = top_of(view, slot) if counts else view.parse.tokens[slot.core]
    below = _clause_of(view, slot, node)
    if below:
        return below
    for _ in range(8):
        head = view.parse.head(node)
        if head is node or node.i == head.i:
            return None
        if node.dep in _SUBJECT + _OBJECT and head.pos in ("VERB", "AUX", "ADJ", "NOUN", "PROPN"):
            return _verb_reading(view, slot, head, node)
        if node.dep == "pobj":
            reading = _preposition_reading(view, slot, head)
            if reading:
                return reading
            above = view.parse.head(head)
            if head.lower != "of" or (above.lower not in words.collective and above.pos != "NUM"):
                return None
            node = above
        elif (node.dep in ("conj", "appos") and head.pos not in ("VERB", "AUX")) or node.dep in _UPWARD:
            node = head
        else:
            return None
    return None


def own_clause(view: SentenceView, slot: Slot) -> Reading | None:
    """The reading by what describes those counted, whatever is told of some: "two of the 31 men abducted died"."""
    return _clause_of(view, slot, slot.counted.head) if slot.counted.head is not None else None


def told_of_part(view: SentenceView, slot: Slot) -> Reading | None:
    """The reading by the verb of a part, whose noun a participle describes: "200 of the girls abducted are missing"."""
    head, core = slot.counted.head, view.parse.tokens[slot.core]
    if head is None or not slot.counted.partitive or core.dep not in _SUBJECT:
        return None
    described = any(k.tag == "VBN" and k.i < view.parse.head(core).i for k in view.parse.kids(head, "acl"))
    return governed(view, slot) if described else None


def struck_on_the_way(view: SentenceView, slot: Slot, moved: Reading) -> Reading | None:
    """The deed that befell those whom their own phrase tells to be on the move: "killed 12 people fleeing the town"."""
    node = top_of(view, slot)
    verb = view.parse.head(node)
    inside = view.parse.subtree(node)
    if node.dep not in _SUBJECT + _OBJECT or not any(t.i == moved.anchor for t in inside) or moved.anchor < node.i:
        return None
    deed = _verb_reading(view, slot, verb, node) if verb.pos == "VERB" else None
    deed = deed or (phrase_at(view, verb.i, slot) if verb.pos == "VERB" else None)  # "have lost their lives"
    return deed if deed is not None and deed.measure in _DEEDS else None


def _clause_of(view: SentenceView, slot: Slot, node: Token) -> Reading | None:
    """ "200 people who were killed", "three miners trapped by the blast"."""
    for kid in clauses_of(view, slot, node):
        for verb in (kid, *view.parse.kids(kid, "conj")):
            passive = kid.dep == "acl" or any(k.dep in ("nsubjpass", "auxpass") for k in view.parse.kids(verb))
            roles = ("object", "known_object", "state") if passive else ("subject", "known_subject", "state")
            if passive and not any(c.shape == "ed" for c in view.cues(verb.i)):
                continue
            if any(k.lower not in view.words.of(GovernedWords).relatives for k in view.parse.kids(verb, *_SUBJECT)):
                continue  # "a man whose daughter was shot", "attacks in which two died"
            cue = pick(view.cues(verb.i), roles, slot.counted, view.measures)
            if cue:
                fatal = verb.lower in view.words.of(BesideWords).hurting and (
                    _is_fatal(view, verb) or _partner(view, slot, verb, roles) == "killed"
                )
                return Reading("killed" if fatal else cue.measure, "clause of the counted", verb.i)
    return None


def _preposition_reading(view: SentenceView, slot: Slot, preposition: Token) -> Reading | None:
    noun = view.parse.head(preposition)
    if preposition.lower != "of" or noun is preposition:
        return None
    cue = pick(view.cues(noun.i), ("of",), slot.counted, view.measures)
    if are_saved(view, noun.i, slot):
        return None
    return Reading(cue.measure, "noun above", noun.i) if cue else None


def _verb_reading(view: SentenceView, slot: Slot, verb: Token, node: Token) -> Reading | None:
    hurting = view.words.of(BesideWords).hurting
    subject = node.dep in _SUBJECT
    for candidate in _verbs_of(view, verb, subject):
        if candidate is not verb and candidate.tag in ("NN", "NNS"):
            continue  # "both are charged with murder"
        roles = _roles(view, candidate, node.dep)
        if candidate.dep == "oprd" and not subject and _is_state_of(view, slot, candidate):
            roles = (*roles, "state")  # "left two residents of the village dead"
        if (
            subject
            and candidate is not verb
            and view.parse.kids(verb, "dobj")
            and not view.parse.kids(candidate, "auxpass")
        ):
            roles = ("subject", "known_subject")
        cue = pick(view.cues(candidate.i), roles, slot.counted, view.measures) if roles else None
        if cue is None or (subject and cue.role not in _DONE_BY and acts(view, candidate.i)):
            continue
        measure = cue.measure
        if candidate.lower in hurting and _is_fatal(view, candidate):
            measure = "killed"
        partner = _partner(view, slot, candidate, roles)
        if partner:
            measure = (
                "killed" if candidate.lower in hurting and partner == "killed" else joint_measure(measure, partner)
            )
        return Reading(measure, "subject" if subject else "object", candidate.i)
    return None


def _is_state_of(view: SentenceView, slot: Slot, state: Token) -> bool:
    """Whether a state behind a verb is that of a count before it, with no other count between."""
    return state.i >= slot.counted.next and not any(slot.first < s.first < state.i for s in view.slots)


def _is_fatal(view: SentenceView, verb: Token) -> bool:
    near = {view.lower(k) for k in (verb.i - 1, verb.i + 1, verb.i + 2)}
    return not near.isdisjoint(view.words.of(GovernedWords).fatal)


def _verbs_of(view: SentenceView, verb: Token, subject: bool) -> Iterator[Token]:
    """The verb, those that complete it ("reported killed", "confirmed to have died"), those it is coordinated with."""
    yield verb
    for kid in view.parse.kids(verb, "xcomp", "ccomp", "oprd", "acomp", "advcl" if not subject else "xcomp", "prep"):
        if kid.dep == "ccomp" and view.parse.kids(kid, *_SUBJECT):
            continue  # "one report said six were killed"
        if subject or kid.dep in ("oprd", "xcomp", "acomp"):
            yield kid
            yield from (k for k in view.parse.kids(kid, "xcomp", "conj") if subject)
    if subject:
        yield from (k for k in view.parse.kids(verb, "conj") if not view.parse.kids(k, *_SUBJECT))
    elif verb.dep == "conj" and not view.parse.kids(view.parse.head(verb), "dobj"):
        # "Killed or maimed 30"; not: "killed 30 and holds 200", "500 were hurt and the dead include 35 nurses".
        yield from () if view.parse.kids(verb, *_SUBJECT) else (view.parse.head(verb),)


def _roles(view: SentenceView, verb: Token, dep: str) -> tuple[str, ...]:
    if dep in _OBJECT:
        return ("object", "known_object")
    objects = view.parse.kids(verb, "dobj")
    passive = dep == "nsubjpass" or any(k.dep == "auxpass" for k in view.parse.kids(verb))
    if passive:
        return ("object", "known_object", "state", "subject")
    if not objects and any(c.shape == "ed" for c in view.cues(verb.i)) and verb.tag in ("VBN", "VBD", "JJ"):
        return ("subject", "known_subject", "state", "object")
    return ("subject", "known_subject", "state")


def _partner(view: SentenceView, slot: Slot, verb: Token, roles: tuple[str, ...]) -> str | None:
    """The measure of a verb that is coordinated directly with this one ("killed or wounded")."""
    for step in (1, -1):
        if view.lower(verb.i + step) in ("and", "or", "&"):
            k = verb.i + 2 * step
            if view.slot_at(k + 1) is not None and step == 1:
                return None
            cue = pick(view.cues(k), roles, slot.counted, view.measures)
            shapes = {c.shape for c in view.cues(verb.i)}
            if cue and cue.shape in shapes:
                return cue.measure
    return None
