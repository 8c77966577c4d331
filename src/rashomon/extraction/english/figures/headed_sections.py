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
from rashomon.extraction.english.figures.run_in_headings import HeadingWords, run_in_headings
from rashomon.extraction.english.figures.unlisted_places import told_place
from rashomon.knowledge.place_words import PlaceWords
from rashomon.knowledge.word_rarity import WordRarity
from rashomon.model.claim import Figure
from rashomon.model.passage import Mention
from rashomon.model.place import Place
from rashomon.model.report import Block

#: No heading is longer (words).
_LONGEST = 8
#: So many places below the beginning of the text make what stands above it a heading, too.
_SERIES = 2
#: Marks around the words of a heading.
_MARKS = " \t:.-–—*#•‣●▪|_()[]"
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
    """The passages of a report that headings put at places; `names` tell kinds of place, `numbers` the words
    that open a number."""

    analysis: Analysis
    words: HeadingWords
    names: PlaceWords
    numbers: frozenset[str]
    rarity: WordRarity

    def over(self, figure: Figure) -> Place | None:
        """The place that the heading above a figure names; none for a title or where no heading is a place."""
        if figure.field != "text" or figure.realis == "background":
            return None
        at = bisect_right(self._starts, figure.number_start) - 1
        if at < 0 or figure.number_start >= self._sections[at].end:
            return None
        return msgspec.structs.replace(self._sections[at].place, how="neighbour")

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
        found = [s for s in self._below(blocks, heads, placed) if s.start < s.end]
        return tuple(sorted((*found, *self._run_in), key=lambda s: (s.start, s.end)))

    @property
    def _run_in(self) -> list[Section]:
        openers = self.names.cues["openers"] | self.numbers
        return [Section(place, *span) for place, span in run_in_headings(self.analysis, self.words, openers)]

    def _heads(self, blocks: Sequence[Block]) -> Iterator[_Head]:
        """The lines that can be headings, in order."""
        text, listed = self.analysis.report.text, {p.text for p in self.analysis.places if p.kind != "facility"}
        for n, block in enumerate(blocks):
            line = text[block.start : block.end]
            if block.kind not in ("heading", "chrome", "body", "key_point") or len(line.split()) > _LONGEST:
                continue
            if any(c.isdigit() for c in line) or _ENDS.search(line):
                continue
            place = self._place_of(block, line)
            yield _Head(n, place) if place is not None else self._unlisted(n, block, line, listed)

    def _unlisted(self, number: int, block: Block, line: str, listed: set[str]) -> _Head:
        """A line that is the name of a facility, or one that the report places elsewhere; else perhaps a name that no
        list holds, as no word of it is known."""
        name = line.strip(_MARKS)
        start = block.start + line.find(name)
        mention = Mention(field="text", start=start, end=start + len(name), text=name)
        words = name.split()
        if name in listed:
            return _Head(number, told_place(mention, "other"))
        low = [w.lower() for w in words]
        noun = any(" ".join(low[-size:]) in self.names.facilities for size in (1, 2, 3) if size < len(words))
        if noun and all(w[0].isupper() for w in words):
            return _Head(number, told_place(mention, "facility"))
        unknown = bool(words) and all(w[0].isalpha() and not self.rarity.is_listed(w) for w in low)
        return _Head(number, told_place(mention, "other") if unknown and name[0].isupper() else None, sure=False)

    def _place_of(self, block: Block, line: str) -> Place | None:
        """The place that a line is, with nothing else but small words and the noun for its kind."""
        inside = [p for p in self.analysis.places_in("text", block.start, block.end) if not p.adjectival]
        if not inside:
            return None
        rest = line
        for place in reversed(inside):
            low, high = place.start - block.start, place.end - block.start
            rest = rest[:low] + " " + rest[high:]
        if any(w.lower() not in self.words.beside and w.lower() not in self.names.classes for w in _WORD.findall(rest)):
            return None
        low, high = inside[0].start, inside[-1].end
        phrase = Mention(field="text", start=low, end=high, text=self.analysis.report.text[low:high])
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


def _is_beside_sure(heads: Sequence[_Head], n: int) -> bool:
    """Whether the short line before or behind one is a place for certain, and both are set in capitals or neither."""
    near = [h.place for k in (n - 1, n + 1) if 0 <= k < len(heads) and (h := heads[k]).sure]
    own = heads[n].place
    return own is not None and any(p is not None and p.text.isupper() == own.text.isupper() for p in near)
