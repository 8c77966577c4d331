"""Words by which the lines of a news page that are not the story can be told (`data/en/page.toml`)."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rashomon.knowledge.library import Library

_WORD = re.compile(r"[\w'’&/.+©()-]+")


@dataclass(frozen=True, slots=True)
class Phrases:
    """A set of phrases, found in a line as whole words without one pattern over all of them."""

    all: frozenset[str]
    longest: int

    def in_line(self, line: str) -> list[str]:
        """The phrases that stand in a line, longest first at each word."""
        words = page_words(line)
        found = []
        at = 0
        while at < len(words):
            for size in range(min(self.longest, len(words) - at), 0, -1):
                phrase = " ".join(words[at : at + size])
                if phrase in self.all:
                    found.append(phrase)
                    at += size - 1
                    break
            at += 1
        return found

    def opens(self, line: str) -> str | None:
        """The longest phrase that a line begins with."""
        words = page_words(line)[: self.longest]
        for size in range(len(words), 0, -1):
            if " ".join(words[:size]) in self.all:
                return " ".join(words[:size])
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


def load_page_words(library: Library) -> PageWords:
    """The words of the shipped file."""
    table = library.table("en/page.toml")
    return PageWords(**{f.name: _phrases(table[f.name]) for f in fields(PageWords)})


def _phrases(entries: list[str]) -> Phrases:
    split = [" ".join(page_words(entry)) for entry in entries]
    return Phrases(frozenset(split), max(len(entry.split()) for entry in split))
