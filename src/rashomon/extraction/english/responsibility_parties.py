"""Who accuses and who can be accused: heads of noun phrases and pronouns whose meaning is plain, and nobody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.event_arguments import PartyFinder
from rashomon.extraction.english.event_drafts import ReadEvents
from rashomon.extraction.english.responsibility_acts import Act, ActFinder
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Parse, Sentence, Token
from rashomon.model.actor import POLITICAL, Actor
from rashomon.model.claim import Responsibility
from rashomon.model.ids import content_id

#: Pronouns by what they can mean.
_ONE_PERSON = frozenset({"he", "she"})
_ONE_BODY = frozenset({"it"})
_SEVERAL = frozenset({"they"})


@dataclass(frozen=True, slots=True)
class PartyWords(WordClasses):
    """Nouns of those who accuse and of those who act alone."""

    source: ClassVar[str] = "en/words/claims.toml#parties"

    accusers: frozenset[str]
    doers: frozenset[str]


class AccusationReader:
    """One sentence with its parties and its acts, and how they become claims."""

    def __init__(
        self, analysis: Analysis, sentence: Sentence, parse: Parse, told: ReadEvents, library: Library
    ) -> None:
        self.analysis = analysis
        self.sentence = sentence
        self.parse = parse
        self.told = told
        self.lexicon = library.actors
        self.classes = library.words
        self.finder = PartyFinder(analysis, sentence, parse, library.words)
        self.acts = ActFinder(analysis, sentence, parse, told, library.events)

    def below(self, token: Token, *preps: str) -> Token | None:
        """What stands behind one of these prepositions of a word."""
        return self.acts.below(token, *preps)

    def acts_before(self, token: Token) -> Act | None:
        """The deed told before that words without one of their own are about."""
        event = self.acts.told_before(token, None)
        return Act(event, "", True) if event is not None else None

    def represented(self, actor: Actor) -> Actor:
        """The group that a spokesman stands for."""
        return self.finder.represented(actor)

    def meant(self, act: Act, accused: Actor, plainly: bool = False) -> bool:
        """Whether an act can be the accused's: nobody else is told to have done it.

        `plainly` where no accuser ties the two together: then a state's forces must be of a country known.
        """
        doers = [d for d in act.event.actors if not d.private] if act.event is not None else []
        return not doers or any(_one_party(accused, d) or (not plainly and same_side(accused, d)) for d in doers)

    def can_answer(self, actor: Actor) -> bool:
        """Whether an actor is a party that can be held to account: no private person, no lone doer."""
        words = actor.name.lower().split()
        return (
            actor.sector in POLITICAL
            and not actor.private
            and bool(words)
            and words[-1].removesuffix("s") not in self.classes.of(PartyWords).doers
        )

    def named(self, words: Sequence[Token]) -> list[Actor]:
        """The actors that are the heads of these words and of those joined to them by "and"."""
        found: list[Actor] = []
        for word in words:
            heads = [word]
            for head in heads[:8]:
                heads += [k for k in self.parse.kids(head, "conj") if k.pos in {"NOUN", "PROPN"}]
            found += [a for h in heads[:8] for a in [self.finder.mention_at(h)] if a is not None and self._heads(h, a)]
        return found

    def _heads(self, word: Token, actor: Actor) -> bool:
        """Whether a word is the last of an actor's name, not an adjective inside a longer phrase."""
        return (
            actor.end - self.sentence.start <= word.end + 1
            or word.i + 1 >= len(self.parse.tokens)
            or (word.dep not in {"compound", "amod", "nmod", "poss"})
        )

    def subjects(self, token: Token) -> list[Actor]:
        """The parties in the subject of a verb, its own or the one that it shares."""
        return [a for w in self._subject_words(token) for a in self._meant(w)]

    def _subject_words(self, token: Token, depth: int = 0) -> list[Token]:
        own = self.parse.kids(token, "nsubj")
        if own or depth > 4 or token.head == token.i:
            return own
        head = self.parse.head(token)
        joined = token.dep == "conj" and head.pos in {"VERB", "AUX"} and not self.parse.kids(head, "nsubjpass")
        beside = token.dep == "advcl" and token.tag == "VBG" and not self.parse.kids(token, "mark")
        return self._subject_words(head, depth + 1) if (joined or beside) else []

    def _meant(self, word: Token) -> list[Actor]:
        if word.lower in {"who", "which", "that"} and word.pos == "PRON":
            for up in self.parse.ancestors(word):
                if up.dep == "relcl":
                    return self.named([self.parse.head(up)])
            return []
        if word.pos == "PRON":
            return self._pronoun(word)
        return self.named([word])

    def _pronoun(self, word: Token) -> list[Actor]:
        """The subject of the clause around it, else of the sentence before, where number and kind fit."""
        for up in self.parse.ancestors(word):
            for subject in self.parse.kids(up, "nsubj"):
                if subject.i < word.i and subject.pos != "PRON":
                    return [a for a in self.named([subject]) if _fits(word.lower, a)]
        before = self._sentence_before()
        if before is None or before.parse is None:
            return []
        finder = PartyFinder(self.analysis, before, before.parse, self.classes)
        root = next((t for t in before.parse.tokens if t.head == t.i and t.pos in {"VERB", "AUX"}), None)
        subjects = before.parse.kids(root, "nsubj") if root is not None else []
        found = [a for s in subjects for a in [finder.mention_at(s)] if a is not None]
        return [a for a in found if _fits(word.lower, a)] if len(subjects) == 1 else []

    def _sentence_before(self) -> Sentence | None:
        at = self.sentence.index - 1
        if at < 0 or at >= len(self.analysis.sentences):
            return None
        before = self.analysis.sentences[at]
        return before if before.field == self.sentence.field and before.block == self.sentence.block else None

    def accuser(self, token: Token) -> str | None:
        """Who accuses, as a name or in the report's words; null where that is not plain or is a private person."""
        classes = self.classes.of(PartyWords)
        if self.parse.kids(token, "nsubjpass", "auxpass") or (token.dep == "acl" and token.tag == "VBN"):
            words = [o for p in self.parse.kids(token, "agent") for o in self.parse.kids(p, "pobj")]
        else:
            words = self._subject_words(token)
        for word in words:
            actors = self._meant(word)
            if actors:
                actor = self.represented(actors[0])
                lone = actor.private and word.tag in {"NN", "NNP"}
                return None if lone else actor.name
            if word.lemma in classes.accusers or word.lower.removesuffix("s") in classes.accusers:
                return self._phrase(word)
            if word.pos == "PROPN":
                return self._source(token)
        return None

    def _phrase(self, word: Token) -> str:
        """A noun with the describing words before it."""
        first = word
        for kid in self.parse.kids(word, "amod", "compound", "nmod"):
            if kid.i < first.i:
                first = kid
        return self.sentence.text[first.start : word.end]

    def _source(self, token: Token) -> str | None:
        low = self.sentence.start
        source = self.analysis.source_of(self.sentence.field, low + token.start, low + token.end)
        return source.origin if source is not None else None

    def claim(self, token: Token, accused: Actor, by: str | None, act: Act, answer: str = "unknown") -> Responsibility:
        """The claim that an accusing verb makes."""
        low, high = self.sentence.start + token.start, self.sentence.start + token.end
        text = act.text
        if not text and act.event is not None:
            event = act.event
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
            act=act.event.id if act.event is not None else None,
            act_text=text,
            answer="conceded" if answer == "conceded" else "unknown",
        )


def _one_party(one: Actor, other: Actor) -> bool:
    """Whether two names can mean one party: the same, forces of one state, or rebels of which only one is named."""
    if one.name == other.name:
        return True
    if {one.sector, other.sector} <= {"state forces", "government"}:
        return one.country_code is not None and one.country_code == other.country_code
    rebels = {"rebel group", "political militia", "identity militia"}
    return {one.sector, other.sector} <= rebels and (one.name.islower() or other.name.islower())


def same_side(one: Actor, other: Actor) -> bool:
    """Whether an actor belongs to another: one name, or a state and its forces."""
    if one.name == other.name:
        return True
    state = {"state forces", "government"}
    if one.sector in state and other.sector in state:
        return one.country_code is None or other.country_code is None or one.country_code == other.country_code
    return False


def _fits(pronoun: str, actor: Actor) -> bool:
    """Whether a pronoun can mean an actor by number and kind."""
    last = actor.text.lower().split()[-1] if actor.text.split() else ""
    plural = last.endswith("s") and actor.text.islower()
    person = actor.sector == "government" and " " in actor.text and not actor.text.islower() and not plural
    if pronoun in _ONE_PERSON:
        return person
    if pronoun in _ONE_BODY:
        return not plural and not actor.private
    return pronoun in _SEVERAL
