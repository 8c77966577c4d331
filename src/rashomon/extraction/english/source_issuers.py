"""The body that issues a report itself, and so answers for what the report tells without another source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import ClassVar

from rashomon.extraction.analysis import Source
from rashomon.extraction.english.source_carrying import CarryingWords
from rashomon.knowledge.library import Library
from rashomon.knowledge.organisations import Organisation
from rashomon.knowledge.page_owners import owner_of_page, page_names
from rashomon.knowledge.word_classes import WordClasses, either
from rashomon.language.syntax import Sentence
from rashomon.model.attribution import Attribution
from rashomon.model.passage import Field
from rashomon.model.report import Report

_FIELDS: tuple[Field, ...] = ("title", "text")
#: A line that says whose statement a text is stands so early in it (characters).
_OPENING = 400
#: A body's full name with its short form in brackets: "the Harbour Workers' Association (HWA)".
_WORD = r"[A-Z][\w'’-]{1,30}"
_SHORTENED = re.compile(
    rf"(?<!\w)(?:The )?(?P<name>{_WORD}(?: (?:(?:of|for|and|on|the|in) )*{_WORD}){{1,8}}) \((?P<short>[A-Z]{{3,8}})\)"
)


@dataclass(frozen=True)
class IssuingWords(WordClasses):
    """Words that tell whose page it is, and what a page gathers of others' counts."""

    source: ClassVar[str] = "en/words/sources.toml#issuing"

    counting: frozenset[str]
    gathering: frozenset[str]
    statements: frozenset[str]
    kinds: frozenset[str]
    reports: frozenset[str]
    ourselves: frozenset[str]

    @cached_property
    def opening(self) -> re.Pattern[str]:
        """The line that names whose statement follows: "Joint statement by A, B and C"."""
        told = rf"(?i:(?:joint\s+)?{either(self.statements)}\s+(?:by|of|from):?)"
        return re.compile(rf"^\W*{told}\s+(?P<names>(?:the )?[A-Z][^\n.:]{{2,200}})$", re.MULTILINE)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """What a report of others' counts is called: "Situation Report No. 3", "flash update"."""
        return re.compile(rf"\b{either(self.kinds)}\s+{either(self.reports)}\b", re.IGNORECASE)

    @cached_property
    def first_person(self) -> re.Pattern[str]:
        """A body that speaks of itself: "our teams"."""
        return re.compile(rf"\b{either(self.ourselves)}\b", re.IGNORECASE)


def issued_sources(report: Report, sentences: Sequence[Sentence], library: Library) -> Iterator[Source]:
    """Whose page a report is as the source of all its sentences, or, of a body that gathers what others count, of those
    that speak of itself."""
    words, owner = library.words.of(IssuingWords), owner_of_page(report.outlet, report.url, library.organisations)
    if owner is not None and owner.kind not in words.counting | words.gathering:
        owner = None
    for field in _FIELDS:
        text = report.field_text(field)
        if owner is not None:
            named = _names(owner).search(text)
            found = named.span() if named is not None else None
        else:
            found = _opening(text, library) or _unknown(report, text, library)
        if found is None:
            continue
        name = text[slice(*found)]
        issuer = Attribution(field=field, start=found[0], end=found[1], text=name, origin=name, how="page")
        told = [s for s in sentences if s.field == field]
        body = owner or library.organisations.find(name)
        if body is not None and (body.kind in words.gathering or words.compiled.search(report.title or "")):
            told = [s for s in told if _is_of(s, body, words, library)]
        yield from (Source(issuer, s.index, s.start, s.end) for s in told)


def _is_of(sentence: Sentence, body: Organisation, words: IssuingWords, library: Library) -> bool:
    """Whether a sentence speaks of a body itself, and not of what others report."""
    itself = words.first_person.search(sentence.text) or _names(body).search(sentence.text)
    return itself is not None and not library.words.of(CarryingWords).is_hearsay(sentence.text)


@lru_cache(maxsize=64)
def _names(body: Organisation) -> re.Pattern[str]:
    """Finds a body's names as they are written."""
    names = sorted((body.name, *body.aliases), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])")


def _opening(text: str, library: Library) -> tuple[int, int] | None:
    """The bodies whose statement a text says at its start that it is, or null."""
    line = library.words.of(IssuingWords).opening.search(text[:_OPENING])
    return line.span("names") if line is not None and _is_body(line["names"], library) else None


def _unknown(report: Report, text: str, library: Library) -> tuple[int, int] | None:
    """A body that no file knows, whose short name signs the page: "the Harbour Workers' Association (HWA)"."""
    signs = {name.lower() for name in page_names(report.outlet, report.url)}
    for found in _SHORTENED.finditer(text):
        if found["short"].lower() in signs and _is_body(found["name"], library):
            return found.span("name")
    return None


def _is_body(name: str, library: Library) -> bool:
    """Whether a name is that of a body that is no press."""
    known, issuing = library.organisations.find_in(name), library.words.of(IssuingWords)
    if known is not None:
        return known[0].kind in issuing.counting | issuing.gathering
    words = [w.lower() for w in re.findall(r"[\w'’-]+", name)]
    return any(map(library.speech.body_of, words)) and not any(w in library.speech.media for w in words)
