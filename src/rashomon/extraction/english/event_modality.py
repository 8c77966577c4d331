"""Whether a happening happened: negation, future, possibility, claim and background, read from the words around it."""

from __future__ import annotations

from typing import Literal

import msgspec

from rashomon.extraction.english.event_charges import ModalWords, is_definite
from rashomon.extraction.english.event_spotting import Spot
from rashomon.knowledge.events import EventLexicon
from rashomon.language.syntax import Parse, Token
from rashomon.model.claim import Realis

Aux = Literal["historical", "future", "hypothetical", "negation"]


class Modality(msgspec.Struct, frozen=True, gc=False):
    """The auxiliary modes of a happening and what they make of it; `demanded` where somebody asks for it."""

    aux: tuple[Aux, ...] = ()
    realis: Realis = "happened"
    refused: bool = False
    intended: bool = False
    prepared: bool = False
    offered: bool = False


def modality_of(spot: Spot, parse: Parse, lexicon: EventLexicon) -> Modality:
    """How real the sentence says a happening is."""
    reader = _Reader(parse, lexicon)
    if spot.is_noun:
        reader.around_noun(spot)
    feared = spot.is_noun and spot.predicate is not None and spot.predicate.lemma in lexicon.modality["fear"]
    if spot.predicate is not None and not feared and not (spot.is_noun and is_definite(spot, parse)):
        # Who does not claim or blame anybody for an attack does not say that there was none.
        claims = spot.is_noun and spot.predicate.lemma in lexicon.modality["claim"]
        done = not spot.is_noun or spot.role in {"object", "subject", "passive"}
        reader.around_verb(spot.predicate, own=done and not claims)
    if spot.predicate is not None and spot.role in {"object", "passive"}:
        reader.as_object(spot.predicate)
    return reader.result()


class _Reader:
    """Collects the signs on the way from a word up to the root of its sentence."""

    def __init__(self, parse: Parse, lexicon: EventLexicon) -> None:
        self.parse = parse
        self.words = lexicon.modality
        self.classes = lexicon.classes
        self.signs: set[str] = set()

    def around_noun(self, spot: Spot) -> None:
        """Articles, hedges and governing nouns: "no attack", "alleged attack", "fears of an attack"."""
        words = self.classes.of(ModalWords)
        for kid in self.parse.kids(spot.token):
            if kid.lower in words.negations and kid.dep in {"det", "neg", "amod"}:
                self.signs.add("negation")
            if kid.lower in self.words["hedge"]:
                self.signs.add("claimed")
            if kid.lower in words.coming:
                self.signs.add("future")
            if kid.lower in words.possible:
                self.signs.add("hypothetical")
            if kid.lower in words.past:
                self.signs.add("historical")
        current, aims = spot.token, False
        for _ in range(6):
            head = self.parse.head(current)
            if head.i == current.i or (head.pos in {"VERB", "AUX"} and head.lower != "known"):
                break
            if current.dep == "pobj" and head.lower == "without":
                self.signs.add("negation")
            if head.lower in words.notorious:
                self.signs.add("historical")
            if head.lemma in self.words["fear_nouns"] and current.dep in {"pobj", "prep", "compound"}:
                self.signs.add("hypothetical")
            aims = aims or (current.dep == "prep" and current.lower in words.towards)
            if aims and head.lemma in words.tries:
                self.signs.add("hypothetical")  # "several attempts by mediators at ceasefires"
            if head.lemma in words.ages and current.dep == "prep" and current.lower == "of":
                self.signs.add("historical")  # "worn down by a decade of conflict"
            current = head

    def as_object(self, verb: Token) -> None:
        """What a verb makes of the happening that is its object: "fear an attack", "denied the killing"."""
        if verb.lemma in self.words["fear"] or self._is_habit(verb):
            self.signs.add("hypothetical")
        elif verb.lemma == "deny":
            self.signs.add("denied")
        elif verb.lemma == "claim" and not self._nobody_did(verb):
            self.signs.add("claimed")
        elif verb.lemma in self.classes.of(ModalWords).planning:
            self.signs.add("future")

    def _nobody_did(self, verb: Token) -> bool:
        """Whether the subject of a verb is nobody: "no group claimed the attack"."""
        subjects = self.parse.kids(verb, "nsubj")
        return any(
            s.lower in {"nobody", "none"} or any(d.lower == "no" for d in self.parse.kids(s, "det")) for s in subjects
        )

    def _is_habit(self, verb: Token) -> bool:
        """Whether a verb says what somebody generally does: "does not usually claim attacks"."""
        habits = self.classes.of(ModalWords).habits
        present = verb.tag in {"VBZ", "VBP"} or any(k.tag in {"VBZ", "VBP"} for k in self.parse.kids(verb, "aux"))
        return present and any(k.lower in habits for k in self.parse.kids(verb, "advmod"))

    def around_verb(self, verb: Token, own: bool) -> None:
        """Auxiliaries and governors of the verb in charge, then of the verbs above it."""
        words = self.classes.of(ModalWords)
        current, depth, first = verb, 0, own
        while depth < 8:
            if first:
                self._auxiliaries(current)
            head = self.parse.head(current)
            if head.i == current.i:
                return
            if current.dep in {"xcomp", "ccomp", "acl", "pcomp"} or (
                current.dep in {"advcl", "conj"} and self._purpose(current)
            ):
                self._governor(current, head)
                if current.tag == "VB" and head.dep == "advcl" and self._purpose(head):
                    self.signs.add("hypothetical")  # "came to help put down the uprising"
            elif current.dep == "conj" and head.pos in {"VERB", "AUX"}:
                # A joined verb shares the auxiliaries of the first unless it has a subject of its own.
                first = not self.parse.kids(current, "nsubj", "nsubjpass", "expl", "aux")
                current, depth = head, depth + 1
                continue
            else:
                return
            if current.dep == "pcomp" and head.pos == "ADP":
                # "accused of shelling": what governs stands above the preposition.
                verb_above = self.parse.head(head)
                if verb_above.lemma in words.accusing:
                    self.signs.add("claimed")
            current, depth, first = head, depth + 1, False

    def _purpose(self, verb: Token) -> bool:
        return verb.tag == "VB" and any(k.lower == "to" for k in self.parse.kids(verb, "aux"))

    def _auxiliaries(self, verb: Token) -> None:
        words = self.classes.of(ModalWords)
        for kid in self.parse.kids(verb):
            if kid.dep == "neg" or (kid.lower in {"never", "not"} and kid.dep in {"advmod", "preconj"}):
                self.signs.add("negation")
            elif kid.dep == "aux" and kid.lower in self.words["future"]:
                self.signs.add("future")
            elif kid.dep == "aux" and kid.lower == "would" and verb.dep == "ccomp":
                # "said it would ..." is the future of what was said.
                self.signs.add("future")
            elif (kid.dep == "aux" and kid.lower in self.words["hypothetical"]) or (
                kid.dep == "mark" and kid.lower in words.conditions
            ):
                self.signs.add("hypothetical")
            elif kid.lower in words.hearsay:
                self.signs.add("claimed")
            elif kid.dep in {"nsubj", "nsubjpass", "dobj"} and (
                kid.lower in {"nobody", "none"} or any(d.lower == "no" for d in self.parse.kids(kid, "det"))
            ):
                self.signs.add("negation")
        if verb.tag == "VB" and any(k.lower == "to" for k in self.parse.kids(verb, "aux")):
            head = self.parse.head(verb)
            if verb.dep in {"acl", "xcomp"} and head.lemma in words.efforts and head.pos in {"NOUN", "VERB"}:
                self.signs.add("hypothetical")
            if head.lower in words.ahead:
                self.signs.add("future")
                if head.lower in words.willing:
                    self.signs.add("offered")
            elif verb.dep in {"advcl", "relcl"} or (verb.dep == "xcomp" and head.lemma in self.words["attempt"]):
                self.signs.add("hypothetical")

    def _governor(self, below: Token, head: Token) -> None:
        infinitive = self._purpose(below)
        if any(k.dep == "neg" for k in self.parse.kids(head)) and infinitive:
            self.signs.add("negation")
        if head.lemma in self.words["refuse"] and infinitive:
            self.signs.add("refused")
        elif head.lemma in self.words["deny"]:
            self.signs.add("denied")
        elif head.lemma == "prepare" and infinitive:
            self.signs |= {"future", "prepared"}
        elif head.lemma in self.classes.of(ModalWords).offering and infinitive:
            self.signs |= {"future", "offered"}
        elif head.lemma in self.words["intent"] and (infinitive or (below.dep == "ccomp" and self._has_modal(below))):
            self.signs.add("future")
        elif head.lemma in self.words["fear"] or head.lemma in self.words["fear_nouns"]:
            self.signs.add("hypothetical")
        elif head.lemma in self.words["claim"]:
            self.signs.add("claimed")

    def _has_modal(self, verb: Token) -> bool:
        return any(k.tag == "MD" for k in self.parse.kids(verb, "aux"))

    def result(self) -> Modality:
        order: tuple[Aux, ...] = ("historical", "future", "hypothetical", "negation")
        signs = set(self.signs)
        if "refused" in signs or "denied" in signs:
            signs.add("negation")
        aux = tuple(a for a in order if a in signs)
        realis: Realis = "happened"
        if "negation" in signs:
            realis = "denied"
        elif "future" in signs:
            realis = "planned"
        elif "hypothetical" in signs:
            realis = "feared"
        elif "historical" in signs:
            realis = "background"
        elif "claimed" in signs:
            realis = "claimed"
        return Modality(
            aux,
            realis,
            "refused" in signs or "negation" in signs,
            "future" in signs,
            "prepared" in signs,
            "offered" in signs,
        )
