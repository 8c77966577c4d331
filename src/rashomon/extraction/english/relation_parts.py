"""What relation claims are made of: the actors a word can join, the place named with it, the claims themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.event_arguments import PartyFinder
from rashomon.knowledge.library import Library
from rashomon.knowledge.relations import RelationWords
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Parse, Sentence, Token
from rashomon.model.actor import POLITICAL, Actor
from rashomon.model.claim import Relation, RelationType
from rashomon.model.ids import content_id


@dataclass(frozen=True, slots=True)
class RelationTimes(WordClasses):
    """Nouns that look like the other side of a relation."""

    source: ClassVar[str] = "en/words/claims.toml#relations"

    times: frozenset[str]


class RelationParts:
    """One sentence with its actors, and how its words become relation claims."""

    def __init__(self, analysis: Analysis, library: Library, sentence: Sentence, parse: Parse) -> None:
        self.analysis = analysis
        self.library = library
        self.lexicon = library.relations
        self.sentence = sentence
        self.parse = parse
        self.finder = PartyFinder(analysis, sentence, parse, library.words)

    def object_names(self, head: Token, words: RelationWords) -> list[str]:
        """The other side of a relation: actors, or the word for an effort or a deal, by what the relation takes."""
        if words.objects == "actor":
            return names_of(a for a in self.finder.actors_of(head) if a.sector in POLITICAL)
        nouns = self.lexicon.words[words.objects]
        # "The Eastern Pact, a Ruritania-led alliance": the name says which.
        named = names_of(self.finder.actors_of(self.parse.head(head), deep=False)) if head.dep == "appos" else []
        if head.lemma in nouns:
            return named or [head.text]
        return names_of(self.finder.actors_of(head, deep=False)) if words.objects == "effort" else []

    def backers(self, noun: Token, words: RelationWords) -> list[Actor]:
        """The actors behind the prepositions of a noun of support."""
        return [
            a
            for p in self.parse.kids(noun, "prep")
            if p.lower in words.noun_preps
            for o in self.parse.kids(p, "pobj")
            for a in self.finder.actors_of(o)
        ]

    def where_of(self, token: Token) -> str | None:
        """The place or quarter named in the verb's own words ("in the northwest")."""
        words = self.library.words.of(RelationTimes)
        tops = [token, *self.parse.kids(token, "dobj")]
        for top in tops:
            for prep in self.parse.kids(top, "prep"):
                if prep.lower == "in":
                    for obj in self.parse.kids(prep, "pobj"):
                        span = self.parse.subtree(obj)
                        if obj.pos in {"NOUN", "PROPN"} and obj.lemma not in words.times and len(span) <= 6:
                            return self.sentence.text[span[0].start : span[-1].end]
        return None

    def claims(
        self,
        kind: RelationType,
        actors: Iterable[str],
        others: Iterable[str],
        start: int,
        end: int,
        where: str | None = None,
    ) -> list[Relation]:
        """The claims of every pair, with the place and with whoever answers for the words."""
        sentence, report = self.sentence, self.analysis.report
        source = self.analysis.source_of(sentence.field, sentence.start + start, sentence.start + end)
        hedged = source is not None and source.origin is not None
        low, high = sentence.start + start, sentence.start + end
        many = list(others)
        return [
            Relation(
                id=content_id("rel", report.id, sentence.field, f"{kind}:{a}:{b}", low, high),
                report=report.id,
                made_by=f"relation:{kind}",
                field=sentence.field,
                start=sentence.start,
                end=sentence.end,
                type=kind,
                from_actor=a,
                to_actor=b,
                status="alleged" if hedged else "stated",
                by=source.origin if source is not None else None,
                where=where,
            )
            for a in actors
            for b in many
        ]


def able(actors: Iterable[Actor]) -> list[Actor]:
    """The actors that can stand in a relation: no private persons, no media."""
    return [a for a in actors if a.sector in POLITICAL]


def names_of(actors: Iterable[Actor]) -> list[str]:
    """The names, each once."""
    return list(dict.fromkeys(a.name for a in actors))
