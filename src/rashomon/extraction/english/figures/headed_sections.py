"""Passages that stand below a heading which is only a place: provinces of a situation report, sites of an attack."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.run_in_headings import HOUR, HeadingWords, run_in_headings
from rashomon.extraction.english.figures.unlisted_places import told_place
from rashomon.knowledge.library import Library
from rashomon.model.claim import Figure
from rashomon.model.passage import Mention
from rashomon.model.place import Place
from rashomon.model.report import Block

#: No heading is longer (words).
_LONGEST = 8
#: So many places below the beginning of the text make what stands above it a heading, too.
_SERIES = 2
#: What a short line can be called by the layout of its page: below the last paragraph headings are taken for chrome.
_KINDS = ("heading", "chrome", "body", "key_point", "byline")
#: A word for other things may as well be the name of a village, seldom that of a land.
_LANDS, _SETTLED = frozenset({"country", "admin1"}), frozenset({"admin2", "town"})
#: So many places of a name are looked at.
_MOST = 20
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’.-](?=\w))*|\d+")
_ENDS = re.compile(r"[.!?…][\"'”’)\]]*$")


class Section(NamedTuple):
    """A passage of the text (half-open) and the place that its heading names."""

    place: Place
    start: int
    end: int


class _Head(NamedTuple):
    """A short line: its number among the blocks, the place that it is, if it is one, and whether that is certain."""

    block: int
    place: Place | None
    sure: bool = True


@dataclass(frozen=True)
class HeadedSections:
    """The passages of a report that headings put at places."""

    analysis: Analysis
    library: Library

    def over(self, figure: Figure) -> Place | None:
        """The place that the heading above a figure names; none for a title or where no heading is a place."""
        if figure.field != "text" or figure.realis == "background":
            return None
        at = bisect_right(self._starts, figure.number_start) - 1
        if at < 0 or figure.number_start >= self._sections[at].end:
            return None
        return msgspec.structs.replace(self._sections[at].place, how="neighbour")

    @property
    def _words(self) -> HeadingWords:
        return self.library.words.of(HeadingWords)

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self._sections]

    @cached_property
    def _sections(self) -> tuple[Section, ...]:
        blocks = self.analysis.report.blocks
        heads = list(self._heads(blocks))
        prose = next((n for n, b in enumerate(blocks) if b.kind == "body"), len(blocks))
        placed = [h for n, h in enumerate(heads) if h.place is not None and (h.sure or _is_beside_sure(heads, n))]
        above = [h for h in placed if h.block < prose]
        if len(placed) - len(above) < _SERIES:
            placed = placed[len(above) :]  # datelines and bylines stand above the text
        if len(placed) == 1 and blocks[placed[0].block].kind != "heading":
            placed = []  # a tag
        found = [s for s in self._below(blocks, heads, placed) if s.start < s.end]
        return tuple(sorted((*found, *self._run_in), key=lambda s: (s.start, s.end)))

    @property
    def _run_in(self) -> list[Section]:
        openers = self.library.place_words.cues["openers"] | self.library.number_words.first
        return [Section(place, *span) for place, span in run_in_headings(self.analysis, self._words, openers)]

    def _heads(self, blocks: Sequence[Block]) -> Iterator[_Head]:
        """The lines that can be headings, in order."""
        text, listed = self.analysis.report.text, {p.text for p in self.analysis.places if p.kind != "facility"}
        for n, block in enumerate(blocks):
            hour = HOUR.match(text, block.start, block.end)
            start = hour.end() if hour is not None else block.start
            line = text[start : block.end]
            if block.kind not in _KINDS or not line or len(line.split()) > _LONGEST:
                continue
            if any(c.isdigit() for c in line) or _ENDS.search(line):
                continue
            place = self._place_of(start, line)
            yield _Head(n, place) if place is not None else self._unread(n, start, line, listed)

    def _unread(self, number: int, start: int, line: str, listed: set[str]) -> _Head:
        """A line that names a land, an area or a facility, or what the report places elsewhere; else perhaps one that
        no list holds, as none of its words is known."""
        words = [w for w in _WORD.finditer(line) if w[0] not in self._words.beside]
        while words and words[0][0].lower() in self._words.beside:
            words.pop(0)
        if not words or not words[0][0][0].isupper():
            return _Head(number, None)
        mention = _mention(line, start, words[0].start(), words[-1].end())
        low = [w[0].lower() for w in words]
        kinds = {c.entry.kind for c in self.library.gazetteer.lookup(mention.text)[:_MOST]}
        unknown = not any(self.library.word_rarity.is_listed(w) for w in low)
        if mention.text in listed or kinds & _LANDS or (unknown and kinds & _SETTLED):
            return _Head(number, told_place(mention, "other"))
        noun = any(
            " ".join(low[-size:]) in self.library.place_words.facilities for size in (1, 2, 3) if size < len(low)
        )
        if noun and all(w[0][0].isupper() for w in words):
            return _Head(number, told_place(mention, "facility"))
        return _Head(number, told_place(mention, "other") if unknown else None, sure=False)

    def _place_of(self, start: int, line: str) -> Place | None:
        """The place that a line is, with nothing else but small words and the noun for its kind."""
        inside = [p for p in self.analysis.places_in("text", start, start + len(line)) if not p.adjectival]
        if not inside:
            return None
        rest = line
        for place in reversed(inside):
            low, high = place.start - start, place.end - start
            rest = rest[:low] + " " + rest[high:]
        if any(
            w.lower() not in self._words.beside and w.lower() not in self.library.place_words.classes
            for w in _WORD.findall(rest)
        ):
            return None
        phrase = _mention(line, start, inside[0].start - start, inside[-1].end - start)
        return msgspec.structs.replace(inside[0], role="at", phrase=phrase if len(inside) > 1 else inside[0].phrase)

    def _below(self, blocks: Sequence[Block], heads: Sequence[_Head], placed: Sequence[_Head]) -> Iterator[Section]:
        """What stands below each place up to the next short line; below the last as much as below the longest other."""
        following = {one.block: after.block for one, after in pairwise(heads)}
        ends = [following.get(h.block, len(blocks)) for h in placed]
        sizes = [end - h.block for h, end in zip(placed[:-1], ends, strict=False)]
        for head, end in zip(placed, ends, strict=True):
            if head is placed[-1] and end == len(blocks) and sizes:
                end = min(end, head.block + max(sizes))
            if head.place is not None and end > head.block + 1:
                yield Section(head.place, blocks[head.block + 1].start, blocks[end - 1].end)


def _mention(line: str, start: int, low: int, high: int) -> Mention:
    """The words of a line that begins at an offset of the text."""
    return Mention(field="text", start=start + low, end=start + high, text=line[low:high])


def _is_beside_sure(heads: Sequence[_Head], n: int) -> bool:
    """Whether the short line before or behind one is a place for certain, and both are set in capitals or neither."""
    near = [h.place for k in (n - 1, n + 1) if 0 <= k < len(heads) and (h := heads[k]).sure]
    own = heads[n].place
    return own is not None and any(p is not None and p.text.isupper() == own.text.isupper() for p in near)
