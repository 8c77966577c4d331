"""Names that a source is given behind its description: "the mayor, Ada Moss", "an officer who gave his name as Ali"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.knowledge.library import Library
from rashomon.knowledge.speech import SpeechWords
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Parse, Token

#: A body's name is so many tokens at most.
_LONGEST_NAME = 6


@dataclass(frozen=True, slots=True)
class NamingWords(WordClasses):
    """Words by which a clause tells somebody's name."""

    source: ClassVar[str] = "en/words/sources.toml#naming"

    naming: frozenset[str]
    telling: frozenset[str]
    links: frozenset[str]


def name_behind(parse: Parse, head: Token, right: int, words: SpeechWords) -> Token | None:
    """The name between commas right behind the phrase of a post, or behind a rank's full stop, where the tree hangs it
    elsewhere.
    """
    tokens, at = parse.tokens, right
    if at + 1 < len(tokens) and tokens[at].text == "." and head.lower in words.titles:
        end = next((t.i for t in tokens[at + 1 :] if t.pos != "PROPN"), len(tokens))
        return tokens[end - 1] if end > at + 1 else None  # "said Sgt. Paul Varga", torn at the stop
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


def known_behind(parse: Parse, head: Token, right: int, text: str, library: Library) -> int | None:
    """Where a known body's name ends right behind a noun for bodies: "the aid organisation Save the Children"."""
    tokens = parse.tokens
    if head.pos != "NOUN" or right != head.i + 1 or library.speech.body_of(head.lemma) is None:
        return None
    if right >= len(tokens) or not tokens[right].text[:1].isupper():
        return None
    longest = min(right + _LONGEST_NAME, len(tokens))
    ends = [e for e in range(longest, right, -1) if tokens[e - 1].pos != "PUNCT"]
    named = (e for e in ends if library.organisations.find(text[tokens[right].start : tokens[e - 1].end]) is not None)
    return next(named, None)
