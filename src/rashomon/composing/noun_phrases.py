"""Names of organisations, actors and groups as noun phrases: article, number and case as English wants them."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.composing.neutral import neutral_phrase
from rashomon.composing.phrases import with_indefinite
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses, either

#: Longer phrases are clauses that extraction took whole; they make no noun phrase (words).
_LONGEST = 14
_ABBREVIATED = re.compile(r"\b[A-Z]\.(?:[A-Z]\.)+$")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True)
class PhraseNouns(WordClasses):
    """Words that make a phrase no name, and nouns without an ending in the plural."""

    source: ClassVar[str] = "en/words/briefs.toml#phrases"

    anaphoric: frozenset[str]
    plural: frozenset[str]
    singular_ends: frozenset[str]
    articles: frozenset[str]
    determiners: frozenset[str]
    vaguely_many: frozenset[str]
    not_named: frozenset[str]
    behind: frozenset[str]
    beside: frozenset[str]

    @cached_property
    def article(self) -> re.Pattern[str]:
        """An article at the beginning."""
        return re.compile(rf"^{either(self.articles)}\s", re.IGNORECASE)

    @cached_property
    def determined(self) -> re.Pattern[str]:
        """What stands for an article at the beginning: a number, an owner, "some"."""
        words = either(self.determiners | self.not_named)
        return re.compile(rf"^(?:{words}|\d\S*|\S+['’]s?)\s", re.IGNORECASE)

    @cached_property
    def many(self) -> re.Pattern[str]:
        """ "Several groups said" says no more than "groups said", and reads as a count."""
        return re.compile(rf"^{either(self.vaguely_many)}\s", re.IGNORECASE)

    @cached_property
    def unnamed(self) -> re.Pattern[str]:
        """Somebody without a name, at the beginning."""
        return re.compile(rf"^{either(self.not_named)}\s", re.IGNORECASE)

    @cached_property
    def head_ends(self) -> re.Pattern[str]:
        """What hangs behind the noun of a phrase."""
        return re.compile(rf"\s{either(self.behind)}\s")

    @cached_property
    def first_ends(self) -> re.Pattern[str]:
        """The same, or a second noun beside the first."""
        return re.compile(rf"\s{either(self.behind | self.beside)}\s")


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
    known = library.words.of(PhraseNouns)
    if not plain or len(plain.split()) > _LONGEST or not _whole(plain):
        return None
    first = plain.split()[0]
    body = first.isupper() and library.organisations.find(first) is not None  # "WHO"
    if first.casefold() in known.anaphoric and not body:
        return None
    if known.article.match(plain):
        bare = plain.partition(" ")[2]
        if bare.casefold() in library.wording.no_article:
            return bare  # "the NATO": a name that wants none
        return _unspecified(plain[0].lower() + plain[1:], library)
    plain = _lowered(plain, library, seen_lower)
    if known.unnamed.match(plain) and not is_plural(_head_of(plain, known), library):
        return with_indefinite(plain)
    if plain[0].islower() and _POSSESSIVE.search(plain.split()[0]):
        return f"the {plain}"
    vague = known.many.match(plain)
    if vague and is_plural(_head_of(plain, known), library):
        return _lowered(plain[vague.end() :], library, seen_lower)
    folded = plain.casefold()
    owned = folded.startswith(("people's", "people’s")) or _is_of_an_office(folded, library)
    if known.determined.match(plain) and not owned:
        return plain
    return _unspecified(_with_article(plain, library), library)


def _unspecified(phrase: str, library: Library) -> str:
    """ "A source" for the report's own "the source": nobody was named before."""
    if not phrase.startswith("the "):
        return phrase
    rest = phrase.removeprefix("the ")
    last = _head_of(rest, library.words.of(PhraseNouns))
    if last in library.wording.unspecified:
        return with_indefinite(rest)
    return rest if is_plural(last, library) and last.removesuffix("s") in library.wording.unspecified else phrase


def _head_of(phrase: str, known: PhraseNouns) -> str:
    """The noun that what hangs behind it describes: "source" of "medical source at the clinic"."""
    return known.head_ends.split(phrase)[0].split()[-1]


def _whole(plain: str) -> bool:
    return plain[0].isalnum() and plain.count("(") == plain.count(")") and plain.count("“") == plain.count("”")


def _lowered(plain: str, library: Library, seen_lower: AbstractSet[str]) -> str:
    """The phrase without the capital of a sentence's first word, where the words are a description, not a name."""
    words = library.words.of(PhraseNouns).first_ends.split(plain)[0].split()
    described = all(not w[0].isupper() for w in words[1:]) and words[0][1:].replace("-", "").islower()
    described = described and not _is_titled(plain, library)
    first = words[0].casefold()
    of_people = not library.actors.peoples.isdisjoint((first, first.split("-")[0]))
    owner = _POSSESSIVE.sub("", first)
    if owner != first:
        # "Kerman's services" belong to a town, "country's minister" to a word that reports write in lower case.
        return plain[0].lower() + plain[1:] if described and owner in seen_lower else plain
    common = first in seen_lower or (is_plural(words[-1], library) and not of_people)
    # "Regional governor Anna Berg": the office before a name, of which only the sentence's beginning has a capital.
    office = len(words) > 2 and words[1].islower() and words[1] in library.persons.public
    posted = office and first in seen_lower and words[0][1:].islower() and not of_people
    return plain[0].lower() + plain[1:] if (described and common) or posted else plain


def _is_titled(plain: str, library: Library) -> bool:
    """Whether a common word has a capital behind a noun for a body, as in its name: "Ministry of Health"."""
    words = plain.split()
    if len(words) < 3 or not words[1].islower() or library.speech.body_of(words[0].casefold()) is None:
        return False
    listed = library.word_rarity.is_listed(words[2].casefold()) and library.actors.known(words[2]) is None
    return words[2][:1].isupper() and words[2][1:].islower() and listed


def _with_article(plain: str, library: Library) -> str:
    words = library.wording
    folded = plain.casefold()
    if folded.startswith(("people's", "people’s")):
        return f"the {plain}"
    head = library.words.of(PhraseNouns).first_ends.split(plain.split(" (")[0])[0].split()
    if _is_of_an_office(folded, library) or _is_office_alone(head, plain, library):
        return f"the {plain}"
    if folded in words.no_article or "'s " in folded or "’s " in folded:
        return f"the {plain}" if plain[0].islower() and folded not in words.no_article else plain
    if folded in words.article_places:
        return f"the {plain}"
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


def _is_of_an_office(folded: str, library: Library) -> bool:
    """Whether the first owner in a body's name is an office, not a person or land: "Vale Ombudsman's Office"."""
    owned = re.match(r"([\w .-]+?)['’]s? ", folded)
    words = owned.group(1).split() if owned else []
    return owned is not None and words[-1:] != [] and words[-1] in library.persons.public and " of " not in owned[1]


def _is_office_alone(head: list[str], plain: str, library: Library) -> bool:
    """Whether an office with its field, and nobody's name, is the whole: "Minister of Land and Sea"."""
    behind = [w for w in plain.split()[len(head) :] if w[0].isupper()]
    office = bool(head) and head[-1].casefold() in library.persons.public and plain[0].isupper() and " of " in plain
    return office and bool(behind) and all(library.word_rarity.is_listed(w.casefold()) for w in behind)


def is_plural(word: str, library: Library) -> bool:
    """Whether a noun reads as a plural."""
    word, known = word.casefold(), library.words.of(PhraseNouns)
    return (word.endswith("s") and not word.endswith(tuple(known.singular_ends))) or word in known.plural
