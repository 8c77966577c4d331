"""Whether a source named in a sentence is one that a claim names: compared by words, without articles."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import ClassVar

from rashomon.composing.neutral import neutral_phrase
from rashomon.knowledge.library import Library
from rashomon.knowledge.number_words import NumberWords
from rashomon.knowledge.persons import PersonLexicon
from rashomon.knowledge.terms import LoadedTerms
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.english.numbers import find_numbers
from rashomon.model.claim import AnyClaim, Control, EventClaim, Figure, Relation, Responsibility, Statement
from rashomon.model.remembered import remembered
from rashomon.model.report import Report

_ROLES = frozenset(
    ("a witness", "hospital staff", "a rescuer", "an expert", "an official", "a police officer", "a journalist",
     "a person quoted in the report", "an unnamed source")
)  # fmt: skip
#: What a file adds to the name of an outlet: "Harbour Herald (AFP)".
_REMARK = re.compile(r"(?<=\S)\s*[(\[][^()\[\]]*[)\]]\s*$")
_RECORD = re.compile(r"^(?:the )?(.+?) reports?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WrittenWords(WordClasses):
    """Nouns for what is written down."""

    source: ClassVar[str] = "en/words/briefs.toml#written"

    nouns: frozenset[str]


def plain_name(name: str, terms: LoadedTerms) -> str:
    """The name for comparison: neutral words, no article, no case, single spaces."""
    neutral = neutral_phrase(" ".join(name.split()), terms) or name
    return re.sub(r"^(?:the|a|an)\s+", "", neutral.casefold().strip(" ,.;:"))


def without_remark(name: str) -> str:
    """An outlet's name without the remark in brackets behind it."""
    return _REMARK.sub("", name)


def without_apostrophes(name: str) -> str:
    """The name without apostrophes, for comparison with a damaged text that lost them."""
    return re.sub(r"['’]", "", name)


@remembered(20_000)
def names_of(claim: AnyClaim, report: Report | None, terms: LoadedTerms) -> frozenset[str]:
    """Every name under which a sentence may say who gave this claim of this report."""
    outlet = report.outlet if report else None
    names: list[str | None] = [outlet, without_remark(outlet) if outlet else None]
    if isinstance(claim, Figure | EventClaim | Control) and claim.attribution is not None:
        names += [claim.attribution.origin, claim.attribution.text, claim.attribution.agency]
    if isinstance(claim, Statement):
        names += [claim.speaker, claim.organisation, claim.speaker_role]
        names += [f"{claim.speaker_role} {claim.speaker}", f"{claim.speaker}, {claim.speaker_role}"]
    if isinstance(claim, Responsibility | Relation):
        names.append(claim.by)
    if isinstance(claim, Responsibility):
        names.append(claim.accused)
    return frozenset(plain_name(n, terms) for n in names if n)


def roots_of(claim: AnyClaim, terms: LoadedTerms, bodies: AbstractSet[str] = frozenset()) -> set[str]:
    """The names of the claim's own root, their short forms too, without the outlet."""
    if isinstance(claim, Figure | EventClaim | Control) and claim.attribution is not None:
        a = claim.attribution
        names = [n for n in (a.origin, a.text, a.agency) if n]
        names += [re.sub(r"^[A-Z][a-z]+\.?,? an? (?=[A-Z])", "", n) for n in names]
        short = [s for n in names if (s := short_name(n, bodies))]
        return {plain_name(n, terms) for n in (*names, *short)}
    return set()


def parts_of_source(name: str, known: set[str], terms: LoadedTerms) -> list[str]:
    """A list of sources taken apart, unless the whole is one known name ("Ministry of Health and Population")."""
    if plain_name(name, terms) in known:
        return [name]
    parts = [p for p in re.split(r",\s| and ", name) if p]
    joined: list[str] = []
    # Names that hold "and" themselves: join neighbours while that gives a known name.
    while parts:
        for take in range(len(parts), 0, -1):
            whole = " and ".join(parts[:take])
            if take == 1 or plain_name(whole, terms) in known:
                joined.append(whole)
                parts = parts[take:]
                break
    return joined


def counted_reports(name: str, known: NumberWords) -> int | None:
    """How many reports "three reports" or "one report" speaks of; null where the name is no such count."""
    match = _RECORD.match(name.strip())
    if match is None:
        return None
    numbers = find_numbers(match.group(1), known)
    return int(numbers[0].value) if len(numbers) == 1 and numbers[0].value is not None else None


def is_role(name: str, persons: PersonLexicon) -> bool:
    """Whether the source is a private person's role: "a witness", "a resident", "relatives"."""
    plain = name.casefold().strip(" ,")
    if plain in _ROLES:
        return True
    words = plain.split()
    single = words[0] in ("a", "an") and len(words) == 2
    word = words[-1] if single or len(words) == 1 else ""
    return word in persons.private | persons.kin or (not single and word.removesuffix("s") in persons.private)


def is_written(name: str, library: Library) -> bool:
    """Whether a source is something written down, which says nothing by itself: "preliminary figures"."""
    before, *behind = re.split(r" (?:of|from|by|for|on) ", name, maxsplit=1)
    head, owned = before.split(), any(w[0].isupper() for w in " ".join(behind).split())
    # "Data" alone tells less than that somebody unnamed gave it.
    return (len(head) > 1 or owned) and head[-1].casefold() in library.words.of(WrittenWords).nouns


def short_name(name: str, bodies: AbstractSet[str]) -> str | None:
    """A long name's usual short form, its head ("Observatory" of one for human rights); null where it has none."""
    words = re.sub(r"^the ", "", name, flags=re.IGNORECASE).split()
    head = next((n for n, w in enumerate(words) if w in ("for", "of", "on")), 0)
    if head < 2 or len(words) < 5 or words[head - 1].casefold() not in bodies or not words[head - 1][:1].isupper():
        return None
    return words[head - 1]
