"""Names of organisations, actors and groups as noun phrases: article, number and case as English wants them."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import ClassVar

from rashomon.composing.neutral import neutral_phrase
from rashomon.composing.phrases import with_indefinite
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses

#: Longer phrases are clauses that extraction took whole; they make no noun phrase (words).
_LONGEST = 14
_ABBREVIATED = re.compile(r"\b[A-Z]\.(?:[A-Z]\.)+$")
_ARTICLE = re.compile(r"^(?:the|a|an)\s", re.IGNORECASE)
_DETERMINED = re.compile(
    r"^(?:some|many|several|two|three|four|one|unnamed|unidentified|both|all|\d\S*|\S+['’]s?)\s",
    re.IGNORECASE,
)
#: "Several groups said" says no more than "groups said", and reads as a count.
_VAGUELY_MANY = re.compile(r"^(?:some|several|various|numerous|a number of)\s", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_NOT_NAMED = re.compile(r"^(?:unnamed|unidentified)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PhraseNouns(WordClasses):
    """Words that make a phrase no name, and nouns without an ending in the plural."""

    source: ClassVar[str] = "en/words/briefs.toml#phrases"

    anaphoric: frozenset[str]
    plural: frozenset[str]


def noun_phrase(name: str, library: Library, seen_lower: AbstractSet[str]) -> str | None:
    """The name as a noun phrase inside a sentence, in neutral words; null where it makes none.

    `seen_lower` are the words that the reports write in lower case: a description that merely opened a sentence
    ("Insurgents") loses its capital, a name or an adjective of a people keeps it.
    """
    squeezed = " ".join(name.split()).strip(" ,;:\"“”'")
    # A caption's words before an article with a capital belong to the page: "Buy Photo A police officer".
    squeezed = re.sub(r"^.*[a-z] (?=(?:A|An) [A-Za-z])", "", squeezed)
    squeezed = squeezed if _ABBREVIATED.search(squeezed) else squeezed.rstrip(".")
    plain = neutral_phrase(squeezed, library.terms)
    plain = plain.split(", ")[0] if plain else None
    if not plain or len(plain.split()) > _LONGEST or not _whole(plain):
        return None
    if plain.split()[0].casefold() in library.words.of(PhraseNouns).anaphoric:
        return None
    if _ARTICLE.match(plain):
        return _unspecified(plain[0].lower() + plain[1:], library)
    plain = _lowered(plain, library, seen_lower)
    if _NOT_NAMED.match(plain) and not is_plural(_head_of(plain), library):
        return with_indefinite(plain)
    if plain[0].islower() and _POSSESSIVE.search(plain.split()[0]):
        return f"the {plain}"
    vague = _VAGUELY_MANY.match(plain)
    if vague and is_plural(_head_of(plain), library):
        return _lowered(plain[vague.end() :], library, seen_lower)
    if _DETERMINED.match(plain) and not plain.casefold().startswith(("people's", "people’s")):
        return plain
    return _unspecified(_with_article(plain, library), library)


def _unspecified(phrase: str, library: Library) -> str:
    """ "A source" for the report's own "the source": nobody was named before."""
    if not phrase.startswith("the "):
        return phrase
    rest = phrase.removeprefix("the ")
    last = _head_of(rest)
    if last in library.wording.unspecified:
        return with_indefinite(rest)
    return rest if is_plural(last, library) and last.removesuffix("s") in library.wording.unspecified else phrase


def _head_of(phrase: str) -> str:
    """The noun that what hangs behind it describes: "source" of "medical source at the clinic"."""
    return re.split(r"\s(?:of|for|in|to|on|from|with|at|who)\s", phrase)[0].split()[-1]


def _whole(plain: str) -> bool:
    return plain[0].isalnum() and plain.count("(") == plain.count(")") and plain.count("“") == plain.count("”")


def _lowered(plain: str, library: Library, seen_lower: AbstractSet[str]) -> str:
    """The phrase without the capital of a sentence's first word, where the words are a description, not a name."""
    words = re.split(r"\s(?:of|for|in|to|on|and|from|with|at|who|allied)\s", plain)[0].split()
    described = all(not w[0].isupper() for w in words[1:]) and words[0][1:].replace("-", "").islower()
    first = words[0].casefold()
    of_people = not library.actors.peoples.isdisjoint((first, first.split("-")[0]))
    owner = _POSSESSIVE.sub("", first)
    if owner != first:
        # "Kerman's services" belong to a town, "country's minister" to a word that reports write in lower case.
        return plain[0].lower() + plain[1:] if described and owner in seen_lower else plain
    common = first in seen_lower or (is_plural(words[-1], library) and not of_people)
    return plain[0].lower() + plain[1:] if described and common else plain


def _with_article(plain: str, library: Library) -> str:
    words = library.wording
    folded = plain.casefold()
    if folded.startswith(("people's", "people’s")):
        return f"the {plain}"
    if folded in words.no_article or "'s " in folded or "’s " in folded:
        return f"the {plain}" if plain[0].islower() and folded not in words.no_article else plain
    if folded in words.article_places:
        return f"the {plain}"
    head = re.split(r"\s(?:of|for|in|to|on|and|from|with|at|who|allied)\s|\s\(", plain)[0].split()
    last = head[-1] if head else plain
    if last.casefold() in library.persons.public and len(head) <= 4 and (" of " not in folded or plain[0].islower()):
        return f"the {plain}"
    if any(c.isupper() for c in last) or not last[0].isalpha():
        return f"the {plain}" if last.casefold() in words.bodies else plain
    if is_plural(last, library):
        return plain
    single = f"{last}s".casefold()
    if len(head) == 1 and len(plain.split()) == 1 and single in words.common:
        return single
    if last.casefold() in library.persons.private | library.persons.public:
        return with_indefinite(plain)
    return f"the {plain}"


def is_plural(word: str, library: Library) -> bool:
    """Whether a noun reads as a plural."""
    word = word.casefold()
    ends = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return ends or word in library.words.of(PhraseNouns).plural
