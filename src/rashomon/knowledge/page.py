"""Words by which the lines of a news page that are not the story can be told (`data/en/page.toml`)."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from rashomon.knowledge.word_classes import either

if TYPE_CHECKING:
    from rashomon.knowledge.library import Library

_WORD = re.compile(r"[\w'’&/.+©()-]+")


@dataclass(frozen=True, slots=True)
class Phrases:
    """A set of phrases, found in a line as whole words; `sizes` are the lengths of those that begin with a word."""

    all: frozenset[str]
    sizes: dict[str, tuple[int, ...]]

    def in_line(self, line: str) -> list[str]:
        """The phrases that stand in a line, longest first at each word."""
        return self.in_words(page_words(line))

    def in_words(self, words: list[str]) -> list[str]:
        """The phrases that stand in a line taken apart already."""
        found = []
        at = 0
        while at < len(words):
            phrase = self._at(words, at)
            if phrase is not None:
                found.append(phrase)
                at += phrase.count(" ")
            at += 1
        return found

    def opens(self, line: str) -> str | None:
        """The longest phrase that a line begins with."""
        return self._at(page_words(line[:200]), 0)

    def _at(self, words: list[str], at: int) -> str | None:
        for size in self.sizes.get(words[at], ()) if at < len(words) else ():
            phrase = " ".join(words[at : at + size])
            if phrase in self.all:
                return phrase
        return None


def page_words(line: str) -> list[str]:
    """A line's words in lower case without the punctuation around them."""
    return [word for raw in _WORD.findall(line.lower().replace("’", "'")) if (word := raw.strip(".,:;()'-/&") or raw)]


@dataclass(frozen=True, slots=True)
class PageWords:
    """The word classes of the data file, which says what each holds."""

    sections: Phrases
    media_words: Phrases
    date_labels: Phrases
    updated_labels: Phrases
    byline_openers: Phrases
    byline_roles: Phrases
    picture_credit: Phrases
    chrome: Phrases
    related: Phrases
    disclaimer: Phrases
    end_note: Phrases
    end_note_inside: Phrases
    labels: Phrases
    leads_on: Phrases
    months_elsewhere: dict[str, int]
    agency_end: re.Pattern[str]


def load_page_words(library: Library) -> PageWords:
    """The words of the shipped file."""
    table = library.table("en/page.toml")
    months = table.pop("months_elsewhere")
    phrases = {f.name: _phrases(table[f.name]) for f in fields(PageWords) if f.name in table}
    # An agency alone in brackets closes a caption above the story, and a story below it.
    agency_end = re.compile(rf"[(\[]{either(table['caption_agencies'])}[)\]]$")
    return PageWords(**phrases, months_elsewhere=months, agency_end=agency_end)


def _phrases(entries: list[str]) -> Phrases:
    phrases = frozenset(" ".join(page_words(entry)) for entry in entries)
    sizes: dict[str, set[int]] = {}
    for phrase in phrases:
        words = phrase.split()
        sizes.setdefault(words[0], set()).add(len(words))
    return Phrases(phrases, {first: tuple(sorted(found, reverse=True)) for first, found in sizes.items()})
