"""What the accused answer: a denial answers an accusation of the same deed, and no other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

import msgspec

from rashomon.extraction.english.responsibility_acts import Act, ActWords
from rashomon.extraction.english.responsibility_parties import AccusationReader, same_side
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Token
from rashomon.model.actor import Actor
from rashomon.model.claim import Responsibility

Answer = Literal["denied", "no_comment", "conceded"]


@dataclass(frozen=True, slots=True)
class AnswerWords(WordClasses):
    """Words of an answer to an accusation."""

    source: ClassVar[str] = "en/words/claims.toml#answers"

    denying: frozenset[str]
    distancing: frozenset[str]
    said: frozenset[str]
    admitting: frozenset[str]
    done_to: frozenset[str]
    commenting: frozenset[str]
    declining: frozenset[str]
    pronouns: frozenset[str]
    taking_part: frozenset[str]


class Answers(AccusationReader):
    """The answers of one sentence."""

    def answered(self, found: list[Responsibility]) -> list[Responsibility]:
        """The accusations with the answers given here; who denies a part of his own in a deed is told also alone."""
        words = self.classes.of(AnswerWords)
        for token in self.parse.tokens:
            if token.lemma in words.distancing and not any(k.dep == "neg" for k in self.parse.kids(token)):
                found = self._distanced(token, found)
            if not token.tag.startswith("VB") or self._is_open(token):
                continue
            if token.lemma in words.denying:
                found = self._denied(token, found)
            elif token.lemma in words.commenting and self._declined(token):
                found = self._with_answer(token, self._speakers(token, found), None, found, "no_comment")
            elif token.lemma in words.admitting:
                found = self._admitted(token, found)
        return found

    def _is_open(self, token: Token) -> bool:
        kids = self.parse.kids(token)
        return token.lemma not in self.classes.of(AnswerWords).commenting and any(
            k.dep == "neg" or (k.dep == "aux" and k.tag in {"MD", "TO"}) or k.lower in {"if", "whether"} for k in kids
        )

    def _declined(self, token: Token) -> bool:
        negated = any(k.dep == "neg" for k in self.parse.kids(token))
        return negated or self.parse.head(token).lemma in self.classes.of(AnswerWords).declining

    def _speakers(self, token: Token, found: list[Responsibility]) -> list[Actor]:
        """Who answers; a pronoun behind an accusation in its sentence means the accused."""
        words = self.classes.of(AnswerWords)
        head = self.parse.head(token) if token.lemma in words.commenting and token.dep == "xcomp" else token
        pronoun = next((s for s in self.parse.kids(head, "nsubj") if s.pos == "PRON"), None)
        if pronoun is not None and pronoun.lower in words.pronouns:
            here = [r for r in found if r.start == self.sentence.start and r.field == self.sentence.field]
            names = list(dict.fromkeys(r.accused for r in here))
            if len(names) == 1:
                mention = next((m for m in self.finder.mentions if m.name == names[0]), None)
                return [mention] if mention is not None else []
        return [self.represented(a) for a in self.subjects(head)][:2]

    def _denied(self, token: Token, found: list[Responsibility]) -> list[Responsibility]:
        classes = self.classes.of(AnswerWords)
        speakers = [a for a in self._speakers(token, found) if self.can_answer(a)]
        if not speakers:
            return found
        objects = self.parse.kids(token, "dobj", "nsubjpass")
        clauses = self.parse.kids(token, "xcomp", "ccomp")
        if any(o.lemma in self.classes.of(ActWords).own_part for o in objects):
            words = self.below(
                next(o for o in objects if o.lemma in self.classes.of(ActWords).own_part), "for", "in", "of"
            ) or self.below(token, "for", "in")
            act = self.acts.act_of(words) if words is not None else self.acts_before(token)
            if words is not None and act is None:
                return found
            return self._with_answer(token, speakers, act, found, "denied", alone=True)
        said = next((o for o in objects if o.lemma in classes.said or o.lower == "which"), None)
        if said is not None:
            inner = self.parse.kids(said, "acl", "relcl", "ccomp") + clauses
            if not inner:
                words = self.below(said, "of")
                act = self.acts.act_of(words) if words is not None else None
                return self._with_answer(token, speakers, act, found, "denied") if words is None or act else found
            return self._denied_clause(token, speakers, inner[0], found)
        if clauses:
            return self._denied_clause(token, speakers, clauses[0], found)
        return found

    def _distanced(self, token: Token, found: list[Responsibility]) -> list[Responsibility]:
        """ "X distanced itself from the bombing", "tried to distance itself": a denial, whatever X said before."""
        words, itself = self.below(token, "from"), self.parse.kids(token, "dobj")
        act = self.acts.act_of(words) if words is not None else None
        if act is None or not itself or itself[0].tag != "PRP":
            return found
        above = self.parse.head(token) if token.dep == "xcomp" else token
        speakers = [a for v in (token, above) for w in self.subjects(v) if self.can_answer(a := self.represented(w))]
        return self._with_answer(token, speakers, act, found, "denied", alone=True) if speakers else found

    def _denied_clause(
        self, token: Token, speakers: list[Actor], clause: Token, found: list[Responsibility]
    ) -> list[Responsibility]:
        """A denial that the speakers, or forces of theirs, did something: only where that is a deed."""
        classes, subjects = self.classes.of(AnswerWords), self.parse.kids(clause, "nsubj")
        if self.parse.kids(clause, "nsubjpass"):
            return found
        if subjects and subjects[0].pos != "PRON":
            own = [a for a in self.named(subjects) if self.can_answer(a) and any(same_side(a, s) for s in speakers)]
            if not own:
                return found
            # Who speaks for an army denies for the army.
            speakers = [*own, *speakers]
        if clause.lemma == "be":
            word = next((k for k in self.parse.kids(clause) if k.lower in classes.taking_part), None)
            if word is None:
                return found
            words = next(iter(self.parse.kids(word, "pobj")), None) or self.below(word, "for", "in")
        else:
            words = clause
        if words is None:
            return found
        act = self.acts.act_of(words)
        if act is None and words.lemma in classes.done_to:
            act = next((a for o in self.parse.kids(words, "dobj") if (a := self.acts.act_of(o)) is not None), None)
        return self._with_answer(token, speakers, act, found, "denied", alone=True) if act is not None else found

    def _admitted(self, token: Token, found: list[Responsibility]) -> list[Responsibility]:
        """ "X admitted shelling the market": one's own deed, told of oneself."""
        clause = next(iter(self.parse.kids(token, "xcomp", "ccomp", "prep")), None)
        if clause is not None and clause.dep == "prep":
            clause = next(iter(self.parse.kids(clause, "pcomp")), None) if clause.lower == "to" else None
        if clause is None or self.parse.kids(clause, "nsubjpass", "auxpass"):
            return found
        subjects = self.parse.kids(clause, "nsubj")
        if subjects and subjects[0].lower not in self.classes.of(AnswerWords).pronouns:
            return found
        act = self.acts.act_of(clause)
        speakers = [a for a in self._speakers(token, []) if self.can_answer(a)]
        if act is None or not speakers:
            return found
        return [*found, *(self.claim(token, a, a.name, act, "conceded") for a in speakers[:1])]

    def _with_answer(
        self,
        token: Token,
        speakers: list[Actor],
        act: Act | None,
        found: list[Responsibility],
        answer: Answer,
        alone: bool = False,
    ) -> list[Responsibility]:
        """The accusations that an answer meets; where it meets none and says itself what it is about, one alone."""
        low, high = self.sentence.start + token.start, self.sentence.start + token.end
        event = act.event.id if act is not None and act.event is not None else None
        names = {s.name for s in speakers}
        met = [
            r
            for r in found
            if (r.accused in names or self._speaks_for(speakers, r.accused))
            and r.answer == "unknown"
            and r.by != r.accused
            and (event is None or r.act is None or r.act == event)
        ]
        if met:
            met = met if event is not None else met[-1:]
            return [
                msgspec.structs.replace(r, answer=answer, answer_start=low, answer_end=high) if r in met else r
                for r in found
            ]
        if not alone or act is None or act.event is None or act.event.type == "Battles":
            return found
        if not self.meant(act, speakers[0], plainly=True):
            return found
        claim = self.claim(token, speakers[0], None, act)
        return [*found, msgspec.structs.replace(claim, answer=answer, answer_start=low, answer_end=high)]

    def _speaks_for(self, speakers: list[Actor], accused: str) -> bool:
        """Whether a state's own forces or officials answer for the state that is named."""
        known = self.lexicon.known(accused)
        return (
            known is not None
            and known.kind == "nation"
            and any(
                s.country_code == known.country_code and s.sector in {"state forces", "government"} for s in speakers
            )
        )
