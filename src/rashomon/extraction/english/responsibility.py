"""Responsibility: who accuses whom of an act, and who owns to one. Where it is not plain who, whom or what, nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.event_drafts import ReadEvents
from rashomon.extraction.english.responsibility_acts import Act
from rashomon.extraction.english.responsibility_answers import Answers
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Token
from rashomon.model.actor import Actor
from rashomon.model.claim import Responsibility


@dataclass(frozen=True, slots=True)
class AccusingWords(WordClasses):
    """Words of accusing and of owning to a deed."""

    source: ClassVar[str] = "en/words/claims.toml#accusing"

    owning: frozenset[str]
    doing: frozenset[str]
    saying: frozenset[str]
    not_sure: frozenset[str]
    doubting: frozenset[str]
    claiming: frozenset[str]
    accusing: frozenset[str]
    blaming: frozenset[str]
    holding: frozenset[str]
    ascribing: frozenset[str]
    responsible: frozenset[str]
    behind: frozenset[str]
    work: frozenset[str]
    vouching: frozenset[str]
    nobody: frozenset[str]
    owned: frozenset[str]


def extract_responsibilities(analysis: Analysis, told: ReadEvents, library: Library) -> tuple[Responsibility, ...]:
    """The accusations of a report in text order, each with the answer that the report gives."""
    found: list[Responsibility] = []
    for sentence in analysis.sentences:
        if sentence.parse is not None:
            reader = _Accusations(analysis, sentence, sentence.parse, told, library)
            found += reader.accusations()
            found = reader.answered(found)
    return _each_once(found)


def _each_once(found: Sequence[Responsibility]) -> tuple[Responsibility, ...]:
    """The claims, each accuser, accused and act once; an answer given later stays."""
    kept: dict[tuple[str, str | None, str], Responsibility] = {}
    for claim in found:
        key = (claim.accused, claim.by, claim.act or claim.act_text.casefold())
        if key not in kept or (kept[key].answer == "unknown" and claim.answer != "unknown"):
            kept[key] = claim
    return tuple(kept.values())


class _Accusations(Answers):
    """The accusations of one sentence."""

    def accusations(self) -> list[Responsibility]:
        """Accusations in the order of their verbs."""
        found: list[Responsibility] = []
        for token in self.parse.tokens:
            if token.tag.startswith("VB") or token.pos in {"VERB", "AUX"}:
                # Few verbs accuse, so these are asked for first.
                told = self._of_verb(token)
                if told and not self.doubted(token):
                    found += told
        return found

    def _of_verb(self, token: Token) -> list[Responsibility]:
        words = self.classes.of(AccusingWords)
        lemma = token.lemma
        if lemma in words.owning and any(o.lemma in words.owned for o in self.parse.kids(token, "dobj")):
            return self._owned(token)
        if lemma in words.claiming and token.tag == "VBN" and self.parse.kids(token, "agent"):
            return self._claimed(token)
        if lemma in words.accusing:
            act = self.below(token, "of") or self._deed_of_object(token)
            return self._laid(token, act) if act is not None else []
        if lemma in words.blaming:
            return self._blamed(token)
        if lemma in words.holding and any(k.lower in words.responsible for k in self._complements(token)):
            word = next(k for k in self._complements(token) if k.lower in words.responsible)
            act = self.below(word, "for") or self.below(token, "for")
            return self._laid(token, act) if act is not None else []
        if lemma in words.ascribing:
            return self._ascribed(token, self.below(token, "to"))
        if lemma == "be" and (made := [k for k in self.parse.kids(token, "attr") if k.lemma in words.work]):
            acts, makers = self.parse.kids(token, "nsubj"), [m for k in made if (m := self.below(k, "of"))]
            return self._said(token, makers, acts[0]) if acts else []  # "the bombing was the work of X"
        behind = words.responsible | words.behind
        if lemma == "be" and any(k.lower in behind for k in self.parse.kids(token)):
            word = next(k for k in self.parse.kids(token) if k.lower in behind)
            act = (
                self.below(word, "for")
                if word.lower in words.responsible
                else next(iter(self.parse.kids(word, "pobj")), None)
            )
            return self._said(token, self.parse.kids(token, "nsubj"), act)
        if lemma in words.doing and token.tag == "VBN" and self.parse.kids(token, "agent"):
            agents = [o for p in self.parse.kids(token, "agent") for o in self.parse.kids(p, "pobj")]
            acts = self.parse.kids(token, "nsubjpass")
            return self._said(token, agents, acts[0]) if acts else []
        return []

    def _deed_of_object(self, token: Token) -> Token | None:
        """ "accused X of the attack", "accused X's forces of shelling Y": "of" may hang on the accused."""
        for obj in self.parse.kids(token, "dobj"):
            for prep in (k for k in self.parse.kids(obj, "prep") if k.lower == "of"):
                deed = next(iter(self.parse.kids(prep, "pcomp", "pobj")), None)
                if deed is not None and self.acts.act_of(deed) is not None:
                    return deed
        return None

    def _complements(self, token: Token) -> list[Token]:
        kids = self.parse.kids(token)
        return [*kids, *[g for k in kids if k.dep == "ccomp" for g in self.parse.kids(k)], *kids]

    def _owned(self, token: Token) -> list[Responsibility]:
        """ "X claimed responsibility for Z"."""
        objects = [o for o in self.parse.kids(token, "dobj") if o.lemma in self.classes.of(AccusingWords).owned]
        words = self.below(objects[0], "for") or self.below(token, "for")
        act = self.acts.act_of(words) if words is not None else self.acts_before(token)
        actors = [self.represented(a) for a in self.subjects(token)]
        if act is None:
            return []
        return [
            self.claim(token, a, a.name, act, "conceded")
            for a in actors[:3]
            if self.can_answer(a) and self.meant(act, a)
        ]

    def _claimed(self, token: Token) -> list[Responsibility]:
        """ "an attack claimed by X"."""
        words = self.parse.head(token) if token.dep in {"acl", "relcl"} else None
        words = words or next(iter(self.parse.kids(token, "nsubjpass")), None)
        act = self.acts.act_of(words) if words is not None else None
        if act is None:
            return []
        agents = [o for p in self.parse.kids(token, "agent") for o in self.parse.kids(p, "pobj")]
        return [self.claim(token, a, a.name, act, "conceded") for a in self.named(agents) if self.can_answer(a)]

    def _blamed(self, token: Token) -> list[Responsibility]:
        """ "blamed Y for Z" and "blamed Z on Y"."""
        if self._laid_on(token) is not None:
            return self._ascribed(token, self._laid_on(token))
        act = self.below(token, "for")
        if act is None:
            act_before = self.acts_before(token)
            return self._with(token, act_before) if act_before is not None else []
        return self._laid(token, act)

    def _laid_on(self, token: Token) -> Token | None:
        """Behind "on", the last party of the verb's words, wherever the parser hangs it."""
        own = self.below(token, "on")
        if own is not None:
            return own
        preps = [t for o in self.parse.kids(token, "dobj") for t in self.parse.subtree(o) if t.lower == "on"]
        below = [o for p in preps for o in self.parse.kids(p, "pobj") if self.finder.mention_at(o) is not None]
        return below[-1] if below else None

    def _ascribed(self, token: Token, accused: Token | None) -> list[Responsibility]:
        """An act laid at somebody's door: the act is the object, the accused stands below a preposition."""
        words = next(iter(self.parse.kids(token, "dobj", "nsubjpass")), None)
        if words is None and token.dep == "relcl":
            words = self.parse.head(token)
        act = self.acts.act_of(words) if words is not None else None
        if act is None or words is None:
            return []
        by = self.accuser(token)
        if accused is None or by is None:
            return []
        return [self.claim(token, a, by, act) for a in self._accused([accused]) if a.name != by and self.meant(act, a)]

    def _laid(self, token: Token, words: Token) -> list[Responsibility]:
        """The accused are the objects of the verb, the act is given in words of its own."""
        act = self.acts.act_of(words)
        return self._with(token, act) if act is not None else []

    def _with(self, token: Token, act: Act) -> list[Responsibility]:
        by = self.accuser(token)
        if by is None:
            return []
        accused = self._accused(self.parse.kids(token, "nsubjpass") or self.parse.kids(token, "dobj"))
        return [self.claim(token, a, by, act) for a in accused if a.name != by and self.meant(act, a)]

    def _said(self, token: Token, accused: Sequence[Token], words: Token | None) -> list[Responsibility]:
        """ "X said that Y was behind it": an accusation only where somebody is named who says so."""
        named = self._accused(accused)
        if not named or words is None or any(a.i > token.i + 12 for a in accused):
            return []
        if any(t.pos == "VERB" for a in accused if a.i < token.i for t in self.parse.tokens[a.i + 1 : token.i]):
            return []
        act = self.acts.act_of(words)
        by = self._sayer(token)
        if act is None or by is None:
            return []
        return [self.claim(token, a, by, act) for a in named if a.name != by and self.meant(act, a)]

    def _sayer(self, token: Token) -> str | None:
        """Who says what a verb tells, where nobody denies or doubts it on the way."""
        words = self.classes.of(AccusingWords)
        below = token
        for up in self.parse.ancestors(token):
            if up.pos not in {"VERB", "AUX"} and not up.tag.startswith("VB"):
                if up.lemma not in words.vouching:
                    return None
            elif self.doubted(up) or up.lemma in words.doubting:
                return None
            elif up.lemma in words.saying and below.dep in {"ccomp", "conj"}:
                return self.accuser(up)
            below = up
        return None

    def _accused(self, words: Sequence[Token]) -> list[Actor]:
        """Those accused: parties that act, all of them; nobody where the words leave open which ("X or Y")."""
        for word in words:
            if any(k.lower in {"or", "either", "nor"} for k in self.parse.subtree(word)):
                return []
        return [r for a in self.named(words) if self.can_answer(r := self.represented(a))]

    def doubted(self, token: Token) -> bool:
        """Whether a verb is negated, conditional, merely possible, or only something to be done."""
        words = self.classes.of(AccusingWords)
        for kid in self.parse.kids(token):
            if kid.dep == "neg" or kid.lower in words.not_sure or kid.lower in {"no", "never"}:
                return True
            if kid.dep in {"nsubj", "nsubjpass"} and (
                (kid.lower in words.nobody and self.is_none(kid))
                or any(d.lower in {"no", "neither"} for d in self.parse.kids(kid, "det"))
            ):
                return True
            if kid.dep == "aux" and kid.lower == "to":
                return True
        return token.dep == "pcomp"

    def is_none(self, token: Token) -> bool:
        """Whether a pronoun means nobody ("no one")."""
        before = self.parse.tokens[token.i - 1].lower if token.i else ""
        return token.lower != "one" or before in {"no", "not"}
