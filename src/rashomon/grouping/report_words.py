"""The words that a report itself says, with their places: chrome is left out, quoted words are marked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.model.report import READ_BLOCKS, Block, Report

_WORD = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*")
_OPENING, _CLOSING = "“«„", "”»"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a report's text in order: `folded` to compare, `starts` and `ends` in the text, `quoted` inside
    quotation marks.

    `telling` are the names and numbers among them.
    """

    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quoted: tuple[bool, ...]
    telling: frozenset[str]

    def __len__(self) -> int:
        return len(self.folded)


def words_of(report: Report) -> Words:
    """The words of the blocks that say something; of the whole text where it was not taken apart."""
    blocks = report.blocks or (Block(start=0, end=len(report.text), kind="body"),)
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    quoted: list[bool] = []
    telling: set[str] = set()
    for block in blocks:
        if block.kind not in READ_BLOCKS:
            continue
        marks = _quoted_spans(report.text, block.start, block.end)
        at = 0
        for match in _WORD.finditer(report.text, block.start, block.end):
            while at < len(marks) and marks[at][1] <= match.start():
                at += 1
            word = match.group()
            if word[0].isdecimal() or (word[0].isupper() and not _opens(report.text, match.start())):
                telling.add(word.casefold().replace("’", "'"))
            folded.append(match.group().casefold().replace("’", "'"))
            starts.append(match.start())
            ends.append(match.end())
            quoted.append(at < len(marks) and marks[at][0] <= match.start())
    return Words(tuple(folded), tuple(starts), tuple(ends), tuple(quoted), frozenset(telling))


def _opens(text: str, start: int) -> bool:
    """True for a word that opens a sentence, a line or a quotation, where a capital tells nothing."""
    before = text[max(0, start - 3) : start].rstrip(" ")
    return start == 0 or not before or before[-1] in ".!?:\n\"“‘'("


def _quoted_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Half-open spans inside quotation marks; a quotation does not run on past the end of its line."""
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for at in range(start, end):
        mark = text[at]
        if mark == "\n":
            opened = None
        elif mark in _OPENING or (mark == '"' and opened is None):
            opened = at
        elif opened is not None and (mark in _CLOSING or mark == '"'):
            spans.append((opened, at + 1))
            opened = None
    return spans
