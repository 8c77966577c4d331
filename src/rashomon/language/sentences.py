"""Text cut into sentences by rule, without a parser: fast, and the same for a text wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rashomon.knowledge.word_classes import WordBook, WordClasses
from rashomon.language.syntax import Sentence
from rashomon.model.passage import Field
from rashomon.model.remembered import remembered
from rashomon.model.report import READ_BLOCKS, Block, BlockKind, Report

#: A stop with what may close after it, then space, then what may open before a new sentence; pages that lost their
#: line ends go on without space ("police said.The man").
_BREAK = re.compile(
    r"(?:[.!?…]+[\"'”’)\]»]*(?P<space>\s+)|(?<=[^\W\d_A-Z]{3})[.!?](?=[A-Z][a-z]*[ ’',]))"
    r"(?=[\"'“‘(\[«—–*-]*\s*[^\W_])"
)
_WORD_BEFORE = re.compile(r"(?s)(?:.*[\s(\[\"'“‘])?(.*)")
_INITIAL = re.compile(r"^(?:[A-Za-z]\.)*[A-Z]$")
_BULLET = re.compile(r"^\s*(?:[-*•–—]|\d{1,2}[.)])\s+")
#: A single sentence longer than this is cut at a space: nothing grammatical is this long (characters).
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class SentenceEnds(WordClasses):
    """Words at which a stop ends a sentence or does not."""

    source: ClassVar[str] = "en/words/texts.toml#sentences"

    never_last: frozenset[str]
    numbering: frozenset[str]
    maybe_last: frozenset[str]
    openers: frozenset[str]


@remembered(8)
def split_report(report: Report, classes: WordBook) -> tuple[Sentence, ...]:
    """The sentences of a report's title field (where the title stands apart from the text) and of its read blocks.

    Remembered, for extraction and the dates of a report both ask.
    """
    words = classes.of(SentenceEnds)
    found: list[Sentence] = []
    if report.title and report.title_span is None:
        found += _of_run(report.title, 0, len(report.title), "title", "headline", -1, 0, words)
    blocks = report.blocks or (Block(start=0, end=len(report.text), kind="body"),)
    for paragraph, block in enumerate(blocks):
        if block.kind in READ_BLOCKS:
            found += _of_run(report.text, block.start, block.end, "text", block.kind, paragraph, len(found), words)
    return tuple(found)


def _of_run(
    text: str, start: int, end: int, field: Field, kind: BlockKind, paragraph: int, index: int, words: SentenceEnds
) -> Iterator[Sentence]:
    for low, high in split_span(text, start, end, words):
        yield Sentence(index, field, low, high, text[low:high], kind, paragraph)
        index += 1


def split_span(text: str, start: int, end: int, words: SentenceEnds) -> list[tuple[int, int]]:
    """Half-open spans of the sentences in text[start:end], without the space around them."""
    spans: list[tuple[int, int]] = []
    for low, high in _lines(text, start, end):
        spans += _in_line(text, low, high, words)
    return spans


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Runs that no sentence crosses: a hard-wrapped paragraph is one, an empty line or a bullet begins another."""
    low = at = start
    for line in text[start:end].splitlines(keepends=True):
        before = text[low:at].rstrip()
        if at > low and (not line.strip() or _BULLET.match(line) or before.endswith((".", "!", "?", ":", "”", '"'))):
            yield low, at
            low = at
        at += len(line)
    if at > low:
        yield low, at


def _in_line(text: str, start: int, end: int, words: SentenceEnds) -> Iterator[tuple[int, int]]:
    bullet = _BULLET.match(text[start:end])
    low = start + (bullet.end() if bullet else 0)
    for match in _BREAK.finditer(text, low, end):
        if _is_break(text, low, match, words):
            end_of_one = match.start("space") if match["space"] else match.end()
            yield from _trimmed(text, low, end_of_one)
            low = match.end()
    yield from _trimmed(text, low, end)


def _is_break(text: str, low: int, match: re.Match[str], words: SentenceEnds) -> bool:
    following = text[match.end() : match.end() + 40].lstrip("\"'“‘([«—–*- ")
    if following[:1].islower():
        return False
    if text[match.start()] != "." or match.group().rstrip() != ".":
        return True
    before = _WORD_BEFORE.match(text, max(low, match.start() - 24), match.start())
    word = before.group(1) if before else ""
    folded = word.casefold()
    if folded in words.never_last:
        return folded in words.numbering and not following[:1].isdigit()
    if folded in words.maybe_last or _INITIAL.match(word):
        first = re.match(r"\w+", following)
        return bool(first and first.group().istitle() and first.group().lower() in words.openers)
    return True


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield start, cut
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if end > start:
        yield start, end
