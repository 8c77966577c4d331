"""Two texts side by side: what they share, what was worded otherwise, and the numbers that differ."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from rashomon.rendering.plain_text import clean

_WORD = re.compile(r"\w[\w.,'’-]*\w|\w|[^\w\s]")
#: Fewer words in a row are in any two reports of one happening: they show no copying.
_LEAST = 6
#: Longer stretches between shared words are text of its own, not other words for the same.
_ALTERED = 12
#: Longer texts are not compared word by word: that takes longer than a reader waits.
_LONGEST = 6_000

Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Compared:
    """Both texts in paragraphs with their marks, and how many words of the shorter one they share, from 0 to 1."""

    one: list[Markup]
    other: list[Markup]
    shared: float


def compare(one: str, other: str) -> Compared:
    """Two texts with shared passages, altered words and differing figures marked; both plain where one is too long."""
    ours, theirs = list(_WORD.finditer(one)), list(_WORD.finditer(other))
    if max(len(ours), len(theirs)) > _LONGEST:
        return Compared(_paragraphs(one, []), _paragraphs(other, []), 0.0)
    matcher = difflib.SequenceMatcher(None, [m[0] for m in ours], [m[0] for m in theirs], autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size >= _LEAST]
    left = [(b.a, b.a + b.size) for b in blocks]
    right = [(b.b, b.b + b.size) for b in blocks]
    shared = sum(b.size for b in blocks) / max(1, min(len(ours), len(theirs)))
    return Compared(_paragraphs(one, _spans(ours, left)), _paragraphs(other, _spans(theirs, right)), shared)


def _spans(words: Sequence[re.Match[str]], shared: Sequence[tuple[int, int]]) -> list[Span]:
    """The marked spans: runs of shared words, and the few words between two of them."""
    found: list[Span] = []
    for at, (first, last) in enumerate(shared):
        if at and 0 < first - shared[at - 1][1] <= _ALTERED:
            between = words[shared[at - 1][1] : first]
            found += [(m.start(), m.end(), "differs" if any(c.isdigit() for c in m[0]) else "altered") for m in between]
        found.append((words[first].start(), words[last - 1].end(), "shared"))
    return found


def _paragraphs(text: str, spans: Sequence[Span]) -> list[Markup]:
    out, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            out.append(_marked(text, at, at + len(line.rstrip()), spans))
        at += len(line)
    return out


def _marked(text: str, start: int, end: int, spans: Sequence[Span]) -> Markup:
    out, at = Markup(""), start
    for first, last, kind in spans:
        low, high = max(first, at), min(last, end)
        if low < high:
            out += escape(clean(text[at:low]))
            out += Markup('<mark class="{}">{}</mark>').format(kind, clean(text[low:high]))
            at = high
    return out + escape(clean(text[at:end]))
