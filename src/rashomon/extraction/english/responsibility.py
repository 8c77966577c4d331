"""Responsibility: who accuses whom of an act, and what the accused answers."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.event_arguments import PartyFinder
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Parse, Sentence, Token
from rashomon.model.actor import Actor
from rashomon.model.claim import EventClaim, Responsibility
from rashomon.model.ids import content_id

_OWNING = frozenset({"claim", "accept", "admit", "take", "assume", "acknowledge"})
_ADMITTING = frozenset({"admit", "acknowledge", "concede"})
_BEHIND = frozenset({"responsible", "behind"})
_DOING = frozenset({"carry", "conduct", "perpetrate", "commit", "launch", "cause", "stage"})
_ACTS = frozenset(
    "attack strike airstrike bombing massacre killing raid shelling blast explosion assault abduction shooting murder "
    "assassination atrocity crime ambush bombardment kidnapping execution".split()
)
_ANSWERS = frozenset({"responsibility", "involvement", "role", "accusation", "allegation", "claim", "charge", "report"})


def extract_responsibilities(
    analysis: Analysis, events: Sequence[EventClaim], _library: Library
) -> tuple[Responsibility, ...]:
    """The accusations of a report in text order, each with the answer that the report gives."""
    found: list[Responsibility] = []
    for sentence in analysis.sentences:
        if sentence.parse is not None:
            reader = _Accusations(analysis, sentence, sentence.parse, events)
            found += reader.accusations()
            found = reader.answered(found)
    return tuple(found)


class _Accusations:
    """The accusations and answers of one sentence."""

    def __init__(self, analysis: Analysis, sentence: Sentence, parse: Parse, events: Sequence[EventClaim]) -> None:
        self.analysis = analysis
        self.sentence = sentence
        self.parse = parse
        self.events = events
        self.finder = PartyFinder(analysis, sentence, parse)

    def accusations(self) -> list[Responsibility]:
        """Accusations in the order of their verbs."""
        found: list[Responsibility] = []
        for token in self.parse.tokens:
            if not token.tag.startswith("VB") and token.pos not in {"VERB", "AUX"}:
                continue
            if any(k.dep == "neg" for k in self.parse.kids(token)):
                continue
            found += self._of_verb(token)
        return found

    def _of_verb(self, token: Token) -> list[Responsibility]:
        if token.lemma in _OWNING and any(
            o.lemma == "responsibility" for o in self.parse.kids(token, "dobj", "nsubjpass")
        ):
            return self._owned(token)
        if token.lemma == "claim" and token.tag == "VBN" and self.parse.kids(token, "agent"):
            by = [
                a
                for p in self.parse.kids(token, "agent")
                for o in self.parse.kids(p, "pobj")
                for a in self.finder.actors_of(o)
            ]
            return [self._claim(token, a, a.name, answer="conceded") for a in by if self._event_near(token) is not None]
        if token.lemma == "accuse":
            return self._accused(token, self._objects(token), self._below(token, "of"))
        if token.lemma == "blame":
            return self._blamed(token)
        if token.lemma == "hold" and any(k.lower == "responsible" for k in self.parse.kids(token)):
            return self._accused(token, self._objects(token), None)
        if token.lemma in {"attribute", "ascribe"}:
            return self._accused(token, self._pobj_actors(token, "to"), None)
        if token.lemma == "be" and any(k.lower in _BEHIND for k in self.parse.kids(token)):
            return self._said(token, self.finder.subject_of(token))
        if token.lemma in _DOING and token.tag == "VBN" and self._does_act(token):
            by = [
                a
                for p in self.parse.kids(token, "agent")
                for o in self.parse.kids(p, "pobj")
                for a in self.finder.actors_of(o)
            ]
            return self._said(token, by)
        return []

    def _does_act(self, token: Token) -> bool:
        """Whether what is done is an act that somebody answers for, and no drone or rocket "launched by" somebody."""
        heads = self.parse.kids(token, "nsubjpass") or [self.parse.head(token)]
        return any(h.lower in {"which", "that", "it"} or h.lemma in _ACTS for h in heads)

    def _owned(self, token: Token) -> list[Responsibility]:
        subjects = self.parse.kids(token, "nsubj")
        if any(
            s.lower in {"nobody", "none"} or any(d.lower == "no" for d in self.parse.kids(s, "det")) for s in subjects
        ):
            return []
        if any(s.text.lower() in {"one", "no-one"} and self._has_no(s) for s in subjects):
            return []
        actors = list(self.finder.of_verb(token).actors)
        return [self._claim(token, a, a.name, answer="conceded") for a in actors[:3]]

    def _has_no(self, token: Token) -> bool:
        return token.i > 0 and self.parse.tokens[token.i - 1].lower in {"no", "not"}

    def _accused(self, token: Token, accused: Sequence[Actor], act: Token | None) -> list[Responsibility]:
        accusers = list(self._accusers(token))
        by = accusers[0].name if accusers else None
        return [self._claim(token, a, by, act) for a in accused if a.name != by]

    def _accusers(self, token: Token) -> Sequence[Actor]:
        passive = bool(self.parse.kids(token, "auxpass", "nsubjpass")) or (token.dep == "acl" and token.tag == "VBN")
        if passive:
            return [
                a
                for p in self.parse.kids(token, "agent")
                for o in self.parse.kids(p, "pobj")
                for a in self.finder.actors_of(o)
            ]
        return self.finder.subject_of(token)

    def _objects(self, token: Token) -> list[Actor]:
        passive = bool(self.parse.kids(token, "auxpass", "nsubjpass")) or (token.dep == "acl" and token.tag == "VBN")
        return (
            list(self.finder.of_verb(token).recipients)
            if passive
            else [a for o in self.parse.kids(token, "dobj") for a in self.finder.actors_of(o)]
        )

    def _blamed(self, token: Token) -> list[Responsibility]:
        """ "blamed Y for Z" and "blamed Z on Y"."""
        on = self._pobj_actors(token, "on")
        if on:
            return self._accused(token, on, next(iter(self.parse.kids(token, "dobj", "nsubjpass")), None))
        return self._accused(token, self._objects(token), self._below(token, "for"))

    def _said(self, token: Token, accused: Sequence[Actor]) -> list[Responsibility]:
        """ "X said that Y was behind it": an accusation only where somebody is named who says so."""
        accused = [a for a in accused if not a.private]
        start, end = self.sentence.start + token.start, self.sentence.start + token.end
        source = self.analysis.source_of(self.sentence.field, start, end)
        speakers = [
            a
            for up in self.parse.ancestors(token)
            if up.lemma in {"say", "believe", "allege", "claim", "report", "suspect", "insist"}
            for a in self.finder.subject_of(up)
        ]
        by = speakers[0].name if speakers else (source.origin or source.text if source is not None else None)
        if by is None:
            return []
        return [self._claim(token, a, by) for a in accused if a.name != by]

    def _below(self, token: Token, prep: str) -> Token | None:
        for kid in self.parse.kids(token, "prep"):
            if kid.lower == prep:
                return next(iter(self.parse.kids(kid, "pobj", "pcomp")), None)
        return None

    def _pobj_actors(self, token: Token, prep: str) -> list[Actor]:
        return [
            a
            for p in self.parse.kids(token, "prep")
            if p.lower == prep
            for o in self.parse.kids(p, "pobj")
            for a in self.finder.actors_of(o, deep=False)
        ]

    def _claim(
        self, token: Token, accused: Actor, by: str | None, act: Token | None = None, answer: str = "unknown"
    ) -> Responsibility:
        low, high = self.sentence.start + token.start, self.sentence.start + token.end
        by = self.finder.represented(accused).name if by == accused.name else by
        accused = self.finder.represented(accused)
        event = self._event_near(act or token)
        words = self.parse.subtree(act) if act is not None else []
        text = self.sentence.text[words[0].start : words[-1].end] if words else ""
        if not text and event is not None:
            text = self.analysis.report.field_text(event.field)[event.anchor_start : event.anchor_end]
        return Responsibility(
            id=content_id("rsp", self.analysis.report.id, self.sentence.field, accused.name, low, high),
            report=self.analysis.report.id,
            made_by=f"responsibility:{token.lemma}",
            field=self.sentence.field,
            start=self.sentence.start,
            end=self.sentence.end,
            accused=accused.name,
            by=by,
            act=event.id if event is not None else None,
            act_text=text[:200],
            answer="conceded" if answer == "conceded" else "unknown",
        )

    def _event_near(self, token: Token) -> EventClaim | None:
        """The happening that an accusation is about: below its words, in its sentence, else the last told before."""
        violent = [e for e in self.events if e.type is not None and e.realis not in {"planned", "denied"}]
        here = [
            e
            for e in violent
            if e.field == self.sentence.field and self.sentence.start <= e.anchor_start < self.sentence.end
        ]
        below = {self.sentence.start + t.start for t in self.parse.subtree(token)}
        for event in here:
            if event.anchor_start in below or any(event.anchor_start <= b < event.anchor_end for b in below):
                return event
        if here:
            return min(here, key=lambda e: abs(e.anchor_start - self.sentence.start - token.start))
        before = [e for e in violent if e.field == self.sentence.field and e.anchor_start < self.sentence.start]
        return before[-1] if before else (violent[0] if violent else None)

    def answered(self, found: list[Responsibility]) -> list[Responsibility]:
        """The accusations with the answers that this sentence gives; a denial of something unsaid stands alone."""
        for token in self.parse.tokens:
            answer = self._answer(token)
            if answer is None:
                continue
            low, high = self.sentence.start + token.start, self.sentence.start + token.end
            for speaker in self.finder.subject_of(token)[:2]:
                actor = self.finder.represented(speaker)
                if actor.private:
                    continue
                hits = [r for r in found if r.accused == actor.name and r.answer == "unknown"]
                if hits:
                    found = [
                        msgspec.structs.replace(r, answer=answer, answer_start=low, answer_end=high) if r in hits else r
                        for r in found
                    ]
                elif answer != "no_comment" and self._is_about_act(token):
                    claim = self._claim(token, actor, actor.name if answer == "conceded" else None)
                    found = [*found, msgspec.structs.replace(claim, answer=answer, answer_start=low, answer_end=high)]
        return found

    def _answer(self, token: Token) -> str | None:
        if not token.tag.startswith("VB"):
            return None
        negated = any(k.dep == "neg" for k in self.parse.kids(token))
        if token.lemma in {"deny", "reject", "dismiss"} and not negated and self._is_about_act(token):
            return "denied"
        if token.lemma in _ADMITTING and not negated and self.parse.kids(token, "xcomp", "ccomp"):
            return "conceded"
        if token.lemma == "comment" and (negated or self.parse.head(token).lemma in {"decline", "refuse"}):
            return "no_comment"
        return None

    def _is_about_act(self, token: Token) -> bool:
        if token.lemma in _ADMITTING:
            return self._event_near(token) is not None
        objects = self.parse.kids(token, "dobj")
        if any(o.lemma in _ANSWERS for o in objects):
            return True
        return token.lemma == "deny" and bool(self.parse.kids(token, "xcomp", "ccomp")) and bool(self.events)
