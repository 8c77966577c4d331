"""A text as lines and paragraphs, each with its offsets and its shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: A mark before a list entry; a dash needs its space, so that a negative number or a dateline is none.
_BULLET = re.compile(r"[ \t]*(?:[-*•‣●▪◦·–—»>]|\d{1,2}[.)])[ \t]+(?=\S)")
_INNER_END = re.compile(r"[\w)\]\"”’'][.!?][\"”’')\]]? +[\"“‘'(]?[A-Z]")
_END = re.compile(r"[.!?…][\"'”’)\]»*_]*$")
#: Wrapping of a line in emphasis or heading marks.
_WRAP = re.compile(r"(?P<open>#{1,6}[ \t]+|[*_]{1,3})?(?P<inner>.*?)(?P<close>[*_]{1,3}|[ \t]#+)?$", re.DOTALL)
#: A line this long with an end of sentence is prose wherever it stands (characters, words).
PROSE_CHARS, PROSE_WORDS = 60, 10
#: No text is wrapped at a narrower column than this (characters).
_COLUMN = 50


@dataclass(frozen=True, slots=True)
class Line:
    """One line or unwrapped paragraph: half-open offsets without space around, bullets, or whole-line emphasis.

    `group` numbers the runs between empty lines.
    """

    start: int
    end: int
    text: str
    group: int
    bullet: bool
    emphasis: bool
    heading: bool

    @property
    def words(self) -> int:
        """How many words stand in it."""
        return len(self.text.split())

    @property
    def ends_sentence(self) -> bool:
        """Whether it closes with the mark of a sentence's end."""
        return bool(_END.search(self.text[-8:]))

    @property
    def is_prose(self) -> bool:
        """Whether its length and its end are those of running text."""
        if len(self.text) < PROSE_CHARS or self.words < PROSE_WORDS:
            return False
        return self.ends_sentence or self.words > 40 or bool(_INNER_END.search(self.text))


def split_lines(text: str) -> list[Line]:
    """The lines of a text in order; hard-wrapped lines of one paragraph are one, empty ones are left out."""
    lines: list[Line] = []
    for number, group in enumerate(_groups(text)):
        lines += [_line(text, start, end, number) for start, end in _unwrapped(text, group)]
    return [line for line in lines if line.text]


def _groups(text: str) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines with something on them, as spans of the lines without the space around."""
    group: list[tuple[int, int]] = []
    at = 0
    for raw in text.splitlines(keepends=True):
        body = raw.strip()
        if body:
            start = at + len(raw) - len(raw.lstrip())
            group.append((start, start + len(body)))
        elif group:
            yield group
            group = []
        at += len(raw)
    if group:
        yield group


def _unwrapped(text: str, group: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lines of a run, joined where the run is a paragraph broken at a column."""
    widest = max(end - start for start, end in group)
    column = len(group) > 1 and 40 <= widest <= 130
    broken = column and _broken(group, widest)
    start, end = group[0]
    for low, high in group[1:]:
        long_enough = end - start >= 0.6 * widest
        goes_on = column and long_enough and not _closed(text, end) and not _BULLET.match(text, low, high)
        # A line that begins in lower case goes on; otherwise the whole run must look broken at one column.
        if goes_on and (broken or (text[low].islower() and end - start >= _COLUMN)):
            end = high
            continue
        if broken and end - start > widest and not _BULLET.match(text, low, high):
            end = high
            continue
        yield start, end
        start, end = low, high
    yield start, end


def _closed(text: str, end: int) -> bool:
    return bool(_END.search(text[max(0, end - 8) : end]))


def _broken(group: list[tuple[int, int]], widest: int) -> bool:
    full = [end - start >= 0.7 * widest for start, end in group[:-1]]
    return len(group) > 2 and sum(full) >= 0.9 * len(full) and widest >= 50


def _line(text: str, start: int, end: int, group: int) -> Line:
    bullet = _BULLET.match(text, start, end)
    if bullet:
        start = bullet.end()
    heading = emphasis = False
    wrap = _WRAP.match(text[start:end]) if text[start] in "#*_" else None
    if wrap and wrap["open"] and wrap["inner"]:
        opened = wrap["open"].strip()
        if opened.startswith("#"):
            heading = True
            start, end = start + wrap.start("inner"), start + wrap.end("inner")
        elif wrap["close"] == opened and opened not in wrap["inner"]:
            emphasis = True
            start, end = start + wrap.start("inner"), start + wrap.end("inner")
    words = text[start:end]
    return Line(start, end, words, group, bool(bullet), emphasis, heading)
