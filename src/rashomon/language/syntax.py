"""Sentences and their parse: tokens with offsets relative to the sentence, and the dependency tree.

Labels are spaCy's for English (ClearNLP dependencies, Penn tags, universal parts of speech). One sentence is one
input of the parser, alone, so that batches, caches and workers change nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import msgspec

from rashomon.model.passage import Field
from rashomon.model.report import BlockKind


class Token(msgspec.Struct, frozen=True, gc=False):
    """A token; `start`, `end` are offsets in the sentence, `head` the index of its head (at the root its own)."""

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


@dataclass(frozen=True, slots=True)
class Parse:
    """The parse of one sentence; `children[i]` are the indices of token i's direct dependents, in order, `ends[i]` is
    where it ends."""

    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    ends: tuple[int, ...]

    def head(self, token: Token) -> Token:
        """The head of a token; the token itself at the root."""
        return self.tokens[token.head]

    def kids(self, token: Token, *deps: str) -> list[Token]:
        """Direct dependents, only those with one of the labels where any is given."""
        found: list[Token] = []
        children = self.children[token.i]
        if not children:
            return found
        tokens = self.tokens
        # A plain loop: most tokens have no or one child, and this is asked a thousand times a report.
        for i in children:
            child = tokens[i]
            if not deps or child.dep in deps:
                found.append(child)
        return found

    def subtree(self, token: Token) -> list[Token]:
        """The token and all below it, in sentence order."""
        found: list[int] = []
        stack = [token.i]
        while stack:
            i = stack.pop()
            found.append(i)
            stack.extend(self.children[i])
        return [self.tokens[i] for i in sorted(found)]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """From the head upwards to the root."""
        while token.head != token.i:
            token = self.tokens[token.head]
            yield token

    def at(self, offset: int) -> Token | None:
        """The token that covers an offset of the sentence, or null."""
        tokens = self.tokens
        low = bisect_right(self.ends, offset)
        return tokens[low] if low < len(tokens) and tokens[low].start <= offset else None


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """One sentence of a report: `start`, `end` count in the report's field; `parse` is null where it was not parsed."""

    index: int
    field: Field
    start: int
    end: int
    text: str
    block: BlockKind
    paragraph: int
    parse: Parse | None = None


class Parser(Protocol):
    """Parses sentences, each as if it stood alone."""

    def parse_all(self, texts: Sequence[str]) -> list[Parse]:
        """The parse of each sentence, in order; the same text gives the same parse in any company."""
        ...

    def parse(self, text: str) -> Parse:
        """The parse of one sentence; the same text gives the same parse."""
        ...
