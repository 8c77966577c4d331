"""Sentences that say whose the words before them are: "This was stated by the mayor", "Police announced this"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import ClassVar

from rashomon.extraction.english.source_carrying import CarryingWords
from rashomon.extraction.english.source_reading import Spoken
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Parse, Sentence, Token
from rashomon.model.attribution import Attribution

#: The sentences of a field with their acts of speech.
Read = Sequence[tuple[Sentence, list[Spoken]]]


@dataclass(frozen=True, slots=True)
class PointingWords(WordClasses):
    """Words for all that was told before."""

    source: ClassVar[str] = "en/words/sources.toml#pointing"

    pronouns: frozenset[str]
    news: frozenset[str]
    articles: frozenset[str]
    telling: frozenset[str]
    links: frozenset[str]


def pointing(read: Read, at: int, library: Library) -> tuple[Attribution, list[Sentence]] | None:
    """The source that a sentence gives to sentences before it that name none, and these; else null.

    "This was stated by X" is said of all of the paragraph, "The figures are partial, X said" and "Over 500 were hurt,
    X said" of the sentence right before.
    """
    sentence, every = read[at]
    spoken = [s for s in every if s.act.attributes]
    carrying = library.words.of(CarryingWords)
    if not spoken or at == 0:
        return None
    numbered = carrying.has_number(sentence.text, library.number_words)
    for one in spoken:
        if not numbered and sentence.parse is not None and _is_of_before(one, sentence.parse, library):
            return one.attribution, _unsourced(_paragraph_before(read, at))
    if carrying.points_back(sentence.text) and not numbered:
        return spoken[0].attribution, _unsourced(_paragraph_before(read, at))
    leaning = spoken[0].act.whole and carrying.leans_back(sentence.text, library.number_words)
    judging = carrying.speaks_of_counts(sentence.text) and not numbered
    if leaning or judging or carrying.replaces_count(sentence.text):
        return spoken[0].attribution, _unsourced(read[at - 1 : at])
    return None


def _is_of_before(spoken: Spoken, parse: Parse, library: Library) -> bool:
    """Whether what somebody tells is only what the sentences before say: "this", "the information"."""
    words, verb = library.words.of(PointingWords), parse.at(spoken.act.anchor[0])
    if verb is None or verb.lemma not in words.telling or parse.kids(verb, "ccomp"):
        return False
    passive = bool(parse.kids(verb, "auxpass"))
    objects = parse.kids(verb, "nsubjpass") if passive else parse.kids(verb, "dobj")
    # "told the station about this": the tree may hang "about" on the station.
    links = [] if passive else [k for t in (verb, *objects) for k in parse.kids(t, "prep") if k.lower in words.links]
    objects += [o for k in links for o in parse.kids(k, "pobj")]
    so = any(k.lower == "so" and k.i == 0 for k in parse.kids(verb, "advmod"))
    return so or any(_is_all_before(token, parse, words, passive) for token in objects)


def _is_all_before(token: Token, parse: Parse, words: PointingWords, passive: bool) -> bool:
    if token.lower in words.pronouns:
        return token.lower != "it" or passive  # "It was announced by the ministry on Sunday."
    article = any(k.lower in words.articles for k in parse.kids(token, "det"))
    return article and token.lemma in words.news and not parse.kids(token, "relcl", "acl", "prep")


def _unsourced(read: Read) -> list[Sentence]:
    """The last sentences of these that name no source."""
    told = takewhile(lambda pair: not any(s.act.attributes for s in pair[1]), reversed(read))
    return [sentence for sentence, _ in told]


def _paragraph_before(read: Read, at: int) -> Read:
    """The sentences of the paragraph before the sentence: of its own, or the one above where it opens its own."""
    paragraph = read[at - 1][0].paragraph
    low = at
    while low > 0 and read[low - 1][0].paragraph == paragraph and read[low - 1][0].block != "headline":
        low -= 1
    return read[low:at]
