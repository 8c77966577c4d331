"""Names of sources that no file knows: cleaned, described where nobody is named, and their kind told by their words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import ClassVar

from rashomon.knowledge.library import Library
from rashomon.knowledge.organisations import fold_letters
from rashomon.knowledge.speech import SpeechWords
from rashomon.knowledge.word_classes import WordClasses, either
from rashomon.model.attribution import RootKind

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
#: "Long Name (LN)": the short form behind the long one.
_IN_BRACKETS = re.compile(r"(?<=\w)\s*\([A-Z][\w&/-]*[A-Z]\)?\W*$")
#: Sectors of actors that fight and are no state's forces.
FIGHTERS = frozenset({"rebel group", "political militia"})


@dataclass(frozen=True)
class RootWords(WordClasses):
    """Words inside and beside the names of sources."""

    source: ClassVar[str] = "en/words/sources.toml#names"

    asides: frozenset[str]
    lands: frozenset[str]
    small: frozenset[str]
    owning: frozenset[str]
    articles: frozenset[str]

    @cached_property
    def aside(self) -> re.Pattern[str]:
        """What says that a source speaks beside another, and is no part of its name."""
        return re.compile(rf",? {either(self.asides)}$")

    @cached_property
    def countrys(self) -> re.Pattern[str]:
        """A land without its name as an owner: a body told so is of the land that the report named before."""
        return re.compile(rf"(?:the\s+)?{either(self.lands)}['’]s\s+(?=\w)", re.IGNORECASE)


@cache
def body_behind(nouns: frozenset[str], words: RootWords) -> re.Pattern[str]:
    """Finds what stands behind one of these nouns and "of" or "for", as its first group."""
    return re.compile(rf"{either(nouns)}\s+{either(words.owning)}\s+(?:{either(words.articles)}\s+)?(.+)")


def clean_name(words: str, lexicon: SpeechWords) -> str:
    """A name without opening articles and counts, a closing acronym or possessive, and stray punctuation."""
    text = _IN_BRACKETS.sub("", " ".join(words.split())).strip(" ,;:.\"“”'‘’()-–—")
    parts = text.split(" ")
    while len(parts) > 1 and parts[0].lower() in lexicon.leading:
        del parts[0]
    text = " ".join(parts)
    return re.sub(r"['’]s?$", "", lexicon.classes.of(RootWords).aside.sub("", text))


def describe_unnamed(cleaned: str, library: Library) -> str | None:
    """One lower-case description for a source without a name ("medical sources"), or null where it has a name.

    The describing noun stands in the plural, so that one and several such sources are one description.
    """
    words, nouns = library.speech, library.nouns
    tokens = _WORD.findall(cleaned)
    if (
        not tokens
        or any(t[0].isupper() for t in tokens[1:])
        or any(c.isupper() for c in tokens[0][1:])  # "eThekwini municipality"
        or (tokens[0][0].isupper() and not _common(tokens[0], library))
    ):
        return None
    kept = [t if i else t.lower() for i, t in enumerate(tokens) if t.lower() not in words.telling_nothing]
    speaks = body_behind(words.speakers, library.words.of(RootWords)).match(" ".join(kept))
    if speaks is not None and words.body_of(speaks[1].rpartition(" ")[2]):
        return speaks[1]  # "a spokesman for the department": the body speaks
    head = _head_index(kept, library.speech.behind)
    if not kept or (words.role_of(kept[head]) is None and words.role_of(nouns.singular(kept[head])) is None):
        return " ".join(kept) or None
    if kept[head] in words.one_of_many:
        kept[head] = nouns.plural(kept[head])
    return " ".join(kept)


def kind_of_words(name: str, library: Library) -> RootKind:
    """The kind that the words of a name tell; `unnamed` where they tell none."""
    words = library.speech
    tokens = [fold_letters(w) for w in _WORD.findall(name.replace("U.N.", "UN"))]
    parts = [part for t in tokens for part in t.split("-")]
    present = frozenset((*tokens, *parts, *(f"{one} {two}" for one, two in pairwise(parts))))
    for kind, telling in words.kind_words.items():
        if present & telling:
            return kind
    for token in reversed(tokens):
        role = words.role_of(token) or words.role_of(library.nouns.singular(token))
        if role is not None:
            return role.kind
    return "unnamed"


def is_fighter(noun: str, library: Library) -> bool:
    """Whether a noun, in the singular or plural, names fighters against a state ("separatists", "militia").

    Whoever speaks as something else, as dissidents do, only opposes it.
    """
    kinds, singular = library.actors.kinds, library.nouns.singular(noun)
    kind = kinds.get(noun) or kinds.get(singular)
    role = library.speech.role_of(noun) or library.speech.role_of(singular)
    return kind is not None and kind.armed and kind.sector in FIGHTERS and (role is None or role.kind == "party")


def _common(word: str, library: Library) -> bool:
    words = library.speech
    low = word.lower()
    known = words.role_of(low) or words.role_of(library.nouns.singular(low)) or words.body_of(low)
    return bool(known) or low in words.telling_nothing | words.common


def _head_index(tokens: list[str], behind: frozenset[str]) -> int:
    for i, token in enumerate(tokens):
        if token in behind and i:
            return i - 1
    return len(tokens) - 1
