"""Actors of a report: names, nouns that name them by what they are, and later words that mean them again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.actor_aliases import ActorMemory, acronym_actors, bound_actor
from rashomon.extraction.english.actor_edges import left_edge
from rashomon.extraction.english.actor_phrases import actor_at, described_actors
from rashomon.knowledge.actors import ActorLexicon, NameMatch
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Parse, Sentence, Token
from rashomon.model.actor import Actor
from rashomon.model.report import Report

#: Roles in which a country's name means its state.
_ACTING = frozenset(
    {"nsubj", "nsubjpass", "dobj", "dative", "poss", "npadvmod", "attr", "appos", "compound", "amod", "oprd"}
)


@dataclass(frozen=True, slots=True)
class ActingWords(WordClasses):
    """Words by which a country acts."""

    source: ClassVar[str] = "en/words/events.toml#acting"

    prepositions: frozenset[str]
    parts: frozenset[str]


def find_actors(_report: Report, sentences: Sequence[Sentence], library: Library) -> tuple[Actor, ...]:
    """The actor mentions of a report in text order, none inside another of the same field."""
    lexicon = library.actors
    known = ActorMemory()
    found: list[Actor] = []
    for sentence in sentences:
        here = _in_sentence(sentence, lexicon, known)
        found += [bound_actor(actor, sentence, known, lexicon) for actor in here]
    return tuple(found)


def _in_sentence(sentence: Sentence, lexicon: ActorLexicon, known: ActorMemory) -> list[Actor]:
    """The actors of one sentence, names before nouns; where two overlap, the longer."""
    names = list(lexicon.find_names(sentence.text))
    found: list[Actor] = []
    if sentence.text.isupper():
        return found
    taken: list[tuple[int, int]] = []
    if sentence.parse is not None:
        for actor in described_actors(sentence, sentence.parse, names, lexicon):
            found.append(actor)
            taken.append((actor.start - sentence.start, actor.end - sentence.start))
    for name in reversed(names):
        if any(low < name.end and name.start < high for low, high in taken):
            continue
        named = named_actor(sentence, name, lexicon)
        if named is not None:
            found.append(named)
            taken.append((named.start - sentence.start, named.end - sentence.start))
    found += acronym_actors(sentence, known, found, lexicon)
    return sorted(found, key=lambda a: (a.start, a.end))


def named_actor(sentence: Sentence, name: NameMatch, lexicon: ActorLexicon) -> Actor | None:
    """The actor of a bare name; null for a country that only says where."""
    entry = name.actor
    token = sentence.parse.at(name.end - 1) if sentence.parse is not None else None
    if entry.kind in {"nation", "metonym"} and (token is None or not _acts(sentence.parse, token, entry.kind, lexicon)):
        return None
    if entry.kind == "nation" and _ends_a_name(sentence, name, lexicon):
        return None
    if entry.kind == "people":
        if token is None or sentence.parse is None:
            return None
        noun = token.tag in {"NNS", "NNPS"} or (
            token.pos in {"NOUN", "PROPN"} and token.dep not in {"amod", "compound"}
        )
        if noun:
            start = min(name.start, left_edge(sentence.parse, token, lexicon))
            plain = sentence.text[start : name.end]
            return actor_at(sentence, start, name.end, name=plain, sector="civilians", country_code=entry.country_code)
        if entry.country_code is None:
            return None
        return actor_at(
            sentence, name.start, name.end, name=entry.name, sector="government", country_code=entry.country_code
        )
    return actor_at(
        sentence,
        name.start,
        name.end,
        name=entry.name,
        sector=entry.sector,
        country_code=entry.country_code,
        side=entry.side,
    )


def _ends_a_name(sentence: Sentence, name: NameMatch, lexicon: ActorLexicon) -> bool:
    """Whether a country's name is the last word of somebody's ("Caritas Ruritania claimed ..."), not a country."""
    parse = sentence.parse
    first = parse.at(name.start) if parse is not None else None
    if parse is None or first is None or first.i < 1:
        return False
    before = parse.tokens[first.i - 1]
    last = parse.at(name.end - 1) or first
    if before.lower in lexicon.classes.of(ActingWords).parts:
        return False
    named = before.pos == "PROPN" and before.tag == "NNP" and before.text[:1].isupper() and before.i > 0
    return named and before.dep == "compound" and before.head == last.i


def _acts(parse: Parse | None, token: Token, kind: str, lexicon: ActorLexicon) -> bool:
    """Whether a country's name stands where an actor stands."""
    if parse is None:
        return False
    while token.dep in {"conj", "compound"} and token.head != token.i and parse.head(token).pos in {"PROPN", "NOUN"}:
        token = parse.head(token)
    if kind == "metonym":
        return token.dep == "nsubj" or (
            token.dep == "pobj" and parse.head(token).lower in {"by", "against", "with", "between"}
        )
    if token.dep == "pobj":
        return parse.head(token).lower in lexicon.classes.of(ActingWords).prepositions
    return token.dep in _ACTING or token.dep == "ROOT"
