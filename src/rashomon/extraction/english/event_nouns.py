"""Nouns of happenings: the longest that ends at a word, the month that looks like one, the verb that carries it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.knowledge.events import EventLexicon, Frame
from rashomon.knowledge.word_classes import WordBook, WordClasses
from rashomon.language.syntax import Parse, Token


@dataclass(frozen=True, slots=True)
class SpottingWords(WordClasses):
    """Words beside the verbs and nouns of events."""

    source: ClassVar[str] = "en/words/events.toml#spotting"

    adverbs: frozenset[str]
    of_guns: frozenset[str]
    before_month: frozenset[str]
    services: frozenset[str]
    partitive: frozenset[str]
    owning: frozenset[str]
    owned: frozenset[str]
    series: frozenset[str]
    torn: frozenset[str]
    offices: frozenset[str]
    calling: frozenset[str]


def is_month(parse: Parse, token: Token, classes: WordBook) -> bool:
    """Whether "March" is the month: beside a number, behind "in", "last" and their like, or before "of"."""
    after = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else None
    before = parse.tokens[token.i - 1] if token.i else None
    if after is not None and (after.pos == "NUM" or (after.lower == "of" and after.i + 1 < len(parse.tokens))):
        return True
    return before is not None and (before.lower in classes.of(SpottingWords).before_month or before.pos == "NUM")


def noun_forms(token: Token) -> tuple[str, ...]:
    """The forms by which a lexicon may know a noun; the tagger takes the first word of a sentence for a name."""
    if token.tag == "NNP" and token.lower.endswith("s") and token.lemma == token.lower:
        return token.lower, token.lower[:-1]
    return (token.lemma,) if token.lemma == token.lower else (token.lemma, token.lower)


def noun_frame(parse: Parse, token: Token, lexicon: EventLexicon) -> tuple[Frame | None, int]:
    """The frame of the longest noun that ends at a token, and where that noun starts."""
    for prep in parse.kids(token, "prep"):
        for obj in parse.kids(prep, "pobj"):
            frame = lexicon.nouns.get(f"{token.lemma} {prep.lower} {obj.lemma}")
            if frame is not None:
                return frame, token.start
    ends = any(form in lexicon.noun_ends for form in noun_forms(token))
    for length in (3, 2, 1) if ends else (1,):
        first = token.i - length + 1
        if first < 0:
            continue
        words = [t.lower for t in parse.tokens[first : token.i]]
        for last in noun_forms(token):
            frame = lexicon.nouns.get(" ".join([*words, last])) or (
                lexicon.nouns.get("-".join([*words, last])) if words else None
            )
            if frame is not None:
                return frame, parse.tokens[first].start
    return None, token.start


def _owner(parse: Parse, noun: Token, words: SpottingWords) -> Token | None:
    """The verb of "claimed responsibility for the bombing", which says no more than "claimed the bombing"."""
    held = parse.head(parse.head(noun))
    if noun.dep != "pobj" or held.lemma not in words.owned or held.dep != "dobj":
        return None
    verb = parse.head(held)
    return verb if verb.lemma in words.owning else None


def carrier(parse: Parse, noun: Token, classes: WordBook) -> tuple[Token | None, str]:
    """The verb that a noun hangs on, and how: object, subject, oblique; heading where there is none."""
    words = classes.of(SpottingWords)
    current, role = noun, ""
    for _ in range(12):
        head = parse.head(current)
        if head.i == current.i:
            return None, role or "heading"
        if head.pos in {"VERB", "AUX"} or head.tag.startswith("VB"):
            if not role:
                role = {
                    "nsubj": "subject",
                    "nsubjpass": "passive",
                    "dobj": "object",
                    "attr": "object",
                    "oprd": "object",
                }.get(current.dep, "oblique")
                if current.dep == "oprd" and head.lemma in words.calling:
                    role = "named"
            return head, role
        owner = _owner(parse, current, words)
        if owner is not None:
            return owner, "object"
        if (current.dep == "pobj" and not (head.lower == "of" and parse.head(head).lemma in words.partitive)) or (
            current.dep in {"appos", "acl", "relcl"} and not role
        ):
            role = "oblique"
        current = head
    return None, "heading"
