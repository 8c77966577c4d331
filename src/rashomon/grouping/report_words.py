"""The words that a report itself says, with their places: chrome is left out, quoted words are marked."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from sys import intern

from rashomon.grouping.shingles import run_hashes
from rashomon.model.report import READ_BLOCKS, Block, Report

_WORD = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*")
_OPENING, _CLOSING = "“«„", "”»"
_MARK = re.compile(f'["\n{_OPENING}{_CLOSING}]')


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a report's text in order: `folded` to compare, `starts` and `ends` in the text, `quoted` (1 or 0)
    inside quotation marks.

    `telling` are the names and numbers among them; `runs` are the hashes of the runs of words that start at each.
    """

    folded: tuple[str, ...]
    starts: array[int]
    ends: array[int]
    quoted: bytes
    telling: frozenset[str]
    runs: array[int]

    def __len__(self) -> int:
        return len(self.folded)

    def digest(self) -> str:
        """A hash of the words in their order; empty where there are none."""
        text = " ".join(self.folded).encode("utf-8", "surrogatepass")
        return blake2b(text, digest_size=16).hexdigest() if text else ""


def words_of(report: Report) -> Words:
    """The words of the blocks that say something; of the whole text where it was not taken apart."""
    text = report.text
    folded: list[str] = []
    starts, ends = array("I"), array("I")
    quoted = bytearray()
    telling: set[str] = set()
    for block in report.blocks or (Block(start=0, end=len(text), kind="body"),):
        if block.kind not in READ_BLOCKS:
            continue
        spans = [match.span() for match in _WORD.finditer(text, block.start, block.end)]
        words = [text[start:end] for start, end in spans]
        # One copy of each word in memory, however many texts hold it.
        plain = [intern(word.casefold().replace("’", "'")) for word in words]
        telling.update(
            p
            for (start, _), word, p in zip(spans, words, plain, strict=True)
            if (p != word or word[0].isdecimal()) and _tells(text, start)
        )
        folded += plain
        starts.extend(start for start, _ in spans)
        ends.extend(end for _, end in spans)
        quoted += _inside(spans, _quoted_spans(text, block.start, block.end))
    return Words(tuple(folded), starts, ends, bytes(quoted), frozenset(telling), array("I", run_hashes(folded)))


def _inside(spans: Sequence[tuple[int, int]], quotes: Sequence[tuple[int, int]]) -> bytearray:
    """For each span 1 where it starts inside a quotation."""
    inside, at = bytearray(len(spans)), 0
    for low, high in quotes:
        at = bisect_left(spans, (low, 0), at)
        behind = bisect_left(spans, (high, 0), at)
        inside[at:behind] = b"\1" * (behind - at)
        at = behind
    return inside


def _tells(text: str, start: int) -> bool:
    """True for a number, and for a word with a capital that does not open a sentence, a line or a quotation."""
    if text[start].isdecimal():
        return True
    before = text[max(0, start - 3) : start].rstrip(" ")
    return text[start].isupper() and bool(before) and before[-1] not in ".!?:\n\"“‘'("


def _quoted_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Half-open spans inside quotation marks; a quotation does not run on past the end of its line."""
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for match in _MARK.finditer(text, start, end):
        mark = match.group()
        if mark == "\n":
            opened = None
        elif mark in _OPENING or (mark == '"' and opened is None):
            opened = match.start()
        elif opened is not None:
            spans.append((opened, match.end()))
            opened = None
    return spans
