"""What stands around an actor's noun: where its name starts, and the group or country behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rashomon.knowledge.actors import ActorLexicon, NameMatch
from rashomon.knowledge.common_words import CalendarWords
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Parse, Sentence, Token


@dataclass(frozen=True, slots=True)
class EdgeWords(WordClasses):
    """Words that are no part of a name."""

    source: ClassVar[str] = "en/words/events.toml#edges"

    auxiliaries: frozenset[str]
    naming: frozenset[str]


def left_edge(parse: Parse, token: Token, lexicon: ActorLexicon) -> int:
    """Where the noun's name starts: modifiers that stand unbroken before it, without article and number."""
    calendar = lexicon.classes.of(CalendarWords).named
    auxiliaries = lexicon.classes.of(EdgeWords).auxiliaries
    first = token
    i = token.i - 1
    inside = {t.i for t in parse.subtree(token) if t.i < token.i}
    while i >= 0 and i in inside:
        left = parse.tokens[i]
        if "\n" in first.text or left.end < first.start - 3:
            break
        if left.dep in {"cc", "conj"} and left.pos in {"CCONJ", "ADJ", "PROPN"} and parse.head(left).dep == "amod":
            # "Hungarian and Romanian officials" is one name.
            first = left
            i -= 1
            continue
        if left.dep in {"det", "nummod", "advmod", "predet", "quantmod", "cc", "conj", "relcl", "prep", "mark"}:
            break
        if left.text in {"-", "–"} and left.start > 0 and _stands_apart(left, first, parse):
            break
        hyphened = left.i > 0 and parse.tokens[left.i - 1].text in {"-", "–"}
        if left.pos in {"PRON", "NUM", "VERB"} and not hyphened and left.text != "-" and "-" not in left.text:
            break
        if left.tag in {"VBD", "VBN"} and left.i and parse.tokens[left.i - 1].lower in auxiliaries:
            break
        if left.lower in calendar or "(" in left.text or ")" in left.text:
            break
        if left.dep == "punct" and left.text not in {"-", "–", "'", "’"}:
            break
        first = left
        i -= 1
    while first.i < token.i and (first.dep == "punct" or first.dep == "case" or not first.text[0].isalnum()):
        first = parse.tokens[first.i + 1]
    return first.start


def _stands_apart(dash: Token, after: Token, parse: Parse) -> bool:
    """Whether a dash stands between words with spaces on both sides."""
    before = parse.tokens[dash.i - 1] if dash.i else dash
    return before.end < dash.start and dash.end < after.start


def of_whom(sentence: Sentence, parse: Parse, token: Token) -> str:
    """ "of Sindh province" behind "the government", as part of its name."""
    for prep in parse.kids(token, "prep"):
        if prep.lower == "of" and prep.i == token.i + 1:
            below = parse.subtree(prep)
            if len(below) <= 6 and any(t.pos == "PROPN" for t in below):
                return sentence.text[token.end : below[-1].end]
    return ""


def named_behind(parse: Parse, token: Token, names: Sequence[NameMatch], lexicon: ActorLexicon) -> NameMatch | None:
    """The group in "rebels identifying as X", "a faction known as X"."""
    naming = lexicon.classes.of(EdgeWords).naming
    for clause in parse.kids(token, "acl"):
        if clause.lemma in naming:
            for prep in parse.kids(clause, "prep"):
                for obj in parse.kids(prep, "pobj") if prep.lower == "as" else ():
                    return next((n for n in names if n.start <= obj.start < n.end and n.actor.kind == "group"), None)
    return None


def members_of(parse: Parse, token: Token, names: Sequence[NameMatch]) -> NameMatch | None:
    """The group in "fighters of X", "gunmen from X"."""
    for prep in parse.kids(token, "prep"):
        if prep.lower in {"of", "from"} and prep.i == token.i + 1:
            for obj in parse.kids(prep, "pobj"):
                return next((n for n in names if n.start <= obj.start < n.end and n.actor.kind == "group"), None)
    return None


def country_after(parse: Parse, token: Token, names: Sequence[NameMatch]) -> str | None:
    """The country in "the government of X"."""
    for prep in parse.kids(token, "prep"):
        if prep.lower in {"of", "in"}:
            for obj in parse.kids(prep, "pobj"):
                for name in names:
                    if name.start < obj.end and obj.start < name.end and name.actor.country_code:
                        return name.actor.country_code
    return None
