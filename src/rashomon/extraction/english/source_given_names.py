"""Names that a source is given behind its description: "the mayor, Ada Moss", "an officer who gave his name as Ali"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.knowledge.speech import SpeechWords
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Parse, Token


@dataclass(frozen=True, slots=True)
class NamingWords(WordClasses):
    """Words by which a clause tells somebody's name."""

    source: ClassVar[str] = "en/words/sources.toml#naming"

    naming: frozenset[str]
    telling: frozenset[str]
    links: frozenset[str]


def name_behind(parse: Parse, head: Token, right: int, words: SpeechWords) -> Token | None:
    """The name between commas right behind the phrase of a post, where the tree hangs it elsewhere."""
    tokens, at = parse.tokens, right
    if at + 1 >= len(tokens) or tokens[at].text != "," or words.role_of(head.lemma) is None:
        return None
    end = at + 1
    while end < len(tokens) and tokens[end].pos == "PROPN":
        end += 1
    closed = end < len(tokens) and tokens[end].text in (",", ".")
    return tokens[end - 1] if end - at > 2 and closed else None


def name_given(parse: Parse, head: Token, right: int, words: SpeechWords) -> Token | None:
    """The name that a clause says somebody goes by: "an officer at the mill who gave his name only as Hassan"."""
    known = words.classes.of(NamingWords)
    if not words.role_of(head.lemma):
        return None
    for clause in (c for t in parse.tokens[head.i : right] for c in parse.kids(t, "relcl", "acl")):
        inside = parse.subtree(clause)
        links = [t for t in inside if t.dep == "prep" and t.lower in known.links and t.i > clause.i]
        names = [o for t in links for o in parse.kids(t, "pobj") if o.pos == "PROPN"]
        spoken = clause.lemma in known.telling and any(t.lemma == "name" for t in inside)
        if names and (spoken or clause.lemma in known.naming):
            return names[-1]
    return None
