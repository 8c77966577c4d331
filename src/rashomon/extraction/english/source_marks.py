"""Stretches of a report inside quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.language.syntax import Sentence

OPENING, CLOSING, PLAIN = "“„«", "”»", '"'
#: A quotation longer than this is a stray mark (sentences).
LONGEST_QUOTATION = 8
_MARK = re.compile(f"[{OPENING}{CLOSING}{PLAIN}]")


def quoted_stretches(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int, int]]:
    """Place in the sequence and half-open offsets in it of every stretch inside quotation marks, in text order.

    Marks are paired inside one paragraph; one left open ends with the paragraph.
    """
    inside, opened, paragraph = False, 0, None
    for at, sentence in enumerate(sentences):
        if sentence.paragraph != paragraph or at - opened > LONGEST_QUOTATION:
            inside, paragraph = False, sentence.paragraph
        start = 0
        for found in _MARK.finditer(sentence.text):
            i, mark = found.start(), found.group()
            if mark in OPENING or (mark == PLAIN and not inside):
                inside, start, opened = True, i, at
            elif inside and (mark in CLOSING or mark == PLAIN):
                yield at, start, i + 1
                inside = False
        if inside:
            yield at, start, len(sentence.text)
