"""Headings that run into their paragraph: "Kotri — Twelve people died ...", "Le Tulle Two attackers entered ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import ClassVar, NamedTuple

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.unlisted_places import told_place
from rashomon.knowledge.word_classes import WordClasses, either
from rashomon.model.passage import Mention
from rashomon.model.place import Place
from rashomon.model.report import Block

#: An hour before the heading of an item: "21:30 GMT:".
HOUR = re.compile(r"\s*(?:\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?\s?[:—–-]?\s+)?")
_STOP = re.compile(r"\s?[:—–]\s|\s-\s|\.\s")
#: Words of one name.
_LONGEST = 9
#: So many paragraphs with the same kind of opening are a series.
_SERIES = 2

Span = tuple[int, int]


@dataclass(frozen=True)
class HeadingWords(WordClasses):
    """Words beside the names of places in headings, and inside the names."""

    source: ClassVar[str] = "en/words/places.toml#sections"

    beside: frozenset[str]
    joining: frozenset[str]

    @cached_property
    def name(self) -> re.Pattern[str]:
        """Capitalised words with the small ones between them."""
        word = r"[A-ZÀ-Þ\d][\w'’.-]*"
        return re.compile(rf"(?!\d){word}(?:\s(?:{either(self.joining)}\s){{0,3}}{word})*")


class _Opening(NamedTuple):
    """The name that a paragraph opens with, as a span of the text, and whether its end is beyond doubt."""

    block: Block
    start: int
    end: int
    sure: bool


def run_in_headings(analysis: Analysis, words: HeadingWords, openers: frozenset[str]) -> list[tuple[Place, Span]]:
    """The places that paragraphs open with as their headings, with the span of each paragraph behind; none but where
    several paragraphs of a report are made alike. `openers` are words that begin a sentence."""
    text, blocks = analysis.report.text, [b for b in analysis.report.blocks if b.kind in ("body", "key_point")]
    first = [o for b in blocks[1:] if (o := _parted(text, b, words.name)) is not None]
    parted = [(place, (o.end, o.block.end)) for o in first if (place := _place(analysis, o)) is not None]
    if len(parted) >= _SERIES:
        return parted
    joined = [o for b in blocks if (o := _joined(text, b, words.name, openers)) is not None]
    known = any(_place(analysis, o) is not None for o in joined)
    if sum(o.sure for o in joined) < _SERIES or not known:
        return []
    return [(_place(analysis, o) or _site(text, o), (o.end, o.block.end)) for o in _beside_sure(joined, blocks)]


def _parted(text: str, block: Block, names: re.Pattern[str]) -> _Opening | None:
    """The name that a colon or a dash parts from its paragraph."""
    hour = HOUR.match(text, block.start, block.end)
    name = names.match(text, hour.end() if hour else block.start, block.end)
    if name is None or len(name[0].split()) > _LONGEST:
        return None
    end = name.end() - (name[0].endswith("."))
    return _Opening(block, name.start(), end, True) if _STOP.match(text, end, block.end) else None


def _joined(text: str, block: Block, names: re.Pattern[str], openers: frozenset[str]) -> _Opening | None:
    """The name behind which a paragraph begins with a capital and no mark: "Le Tulle Two attackers"."""
    hour = HOUR.match(text, block.start, block.end)
    name = names.match(text, hour.end() if hour else block.start, block.end)
    if name is None:
        return None
    words = list(re.finditer(r"\S+", name[0]))
    if len(words) < 2 or words[0][0].lower() in openers:  # "The", but also "Le" of a name
        return None
    for before, word in pairwise(words[: _LONGEST + 1]):
        if (word[0].lower() in openers and word[0][0].isupper()) or _turns(before[0], word[0]):
            return _Opening(block, name.start(), name.start() + before.end(), True)
    last = words[-2]
    return _Opening(block, name.start(), name.start() + last.end(), False) if len(words) <= _LONGEST else None


def _turns(before: str, word: str) -> bool:
    """Whether capitals end: "LE TULLE Diners"."""
    return len(before) > 1 and before.isupper() and word[0].isupper() and (len(word) == 1 or word[1:].islower())


def _beside_sure(joined: Sequence[_Opening], blocks: Sequence[Block]) -> Iterator[_Opening]:
    """The openings whose end is beyond doubt, and those between or right beside such."""
    numbers = {block.start: n for n, block in enumerate(blocks)}
    sure = {numbers[o.block.start] for o in joined if o.sure}
    for opening in joined:
        n = numbers[opening.block.start]
        if opening.sure or n - 1 in sure or n + 1 in sure:
            yield opening


def _place(analysis: Analysis, opening: _Opening) -> Place | None:
    """The place mention that an opening is."""
    inside = analysis.places_in("text", opening.start, opening.end)
    return next((p for p in inside if p.start == opening.start and p.end >= opening.end and not p.adjectival), None)


def _site(text: str, opening: _Opening) -> Place:
    """The site that no list holds."""
    words = text[opening.start : opening.end]
    return told_place(Mention(field="text", start=opening.start, end=opening.end, text=words), "facility")
