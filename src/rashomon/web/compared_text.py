"""Two texts side by side: what they share, what was worded otherwise, the numbers that differ; or an edit."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from rashomon import app
from rashomon.language.english.numbers import find_numbers
from rashomon.rendering.plain_text import clean

_WORD = re.compile(r"\w[\w.,'’-]*\w|\w|[^\w\s]")
#: Fewer words in a row are in any two reports of one happening: they show no copying.
_LEAST = 6
#: Longer stretches between shared words are text of its own, not other words for the same.
_ALTERED = 12
#: Longer texts are not compared word by word: that takes longer than a reader waits.
_LONGEST = 6_000

#: What an edit did is told by elements of its own, which screen readers name.
_MARKS = {"removed": '<del class="{}">{}</del>', "added": '<ins class="{}">{}</ins>'}

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
    left = _spans(one, ours, [(b.a, b.a + b.size) for b in blocks])
    right = _spans(other, theirs, [(b.b, b.b + b.size) for b in blocks])
    shared = sum(b.size for b in blocks) / max(1, min(len(ours), len(theirs)))
    return Compared(_paragraphs(one, left), _paragraphs(other, right), shared)


def edited(before: str, after: str) -> Compared:
    """Two versions of one page: the words that were removed marked in the earlier, those added in the later one."""
    ours, theirs = list(_WORD.finditer(before)), list(_WORD.finditer(after))
    if max(len(ours), len(theirs)) > _LONGEST:
        return Compared(_paragraphs(before, []), _paragraphs(after, []), 0.0)
    matcher = difflib.SequenceMatcher(None, [m[0] for m in ours], [m[0] for m in theirs], autojunk=False)
    changes = [c for c in matcher.get_opcodes() if c[0] != "equal"]
    removed = [(ours[i].start(), ours[until - 1].end(), "removed") for _, i, until, _, _ in changes if until > i]
    added = [(theirs[j].start(), theirs[until - 1].end(), "added") for _, _, _, j, until in changes if until > j]
    kept = len(ours) - sum(until - i for _, i, until, _, _ in changes)
    return Compared(_paragraphs(before, removed), _paragraphs(after, added), kept / max(1, min(len(ours), len(theirs))))


def _spans(text: str, words: Sequence[re.Match[str]], shared: Sequence[tuple[int, int]]) -> list[Span]:
    """The marked spans: runs of shared words, and the few words between two of them."""
    found: list[Span] = []
    numbers = [(n.start, n.end) for n in find_numbers(text, app.shipped_parts().library.number_words)]
    for at, (first, last) in enumerate(shared):
        if at and 0 < first - shared[at - 1][1] <= _ALTERED:
            between = words[shared[at - 1][1] : first]
            found += [(m.start(), m.end(), "differs" if _in_number(m, numbers) else "altered") for m in between]
        found.append((words[first].start(), words[last - 1].end(), "shared"))
    return found


def _in_number(word: re.Match[str], numbers: Sequence[tuple[int, int]]) -> bool:
    """Whether a word is a number, or part of one, in digits or in letters."""
    return any(c.isdigit() for c in word[0]) or any(a < word.end() and word.start() < b for a, b in numbers)


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
            mark = _MARKS.get(kind, '<mark class="{}">{}</mark>')
            out += Markup(mark).format(kind, clean(text[low:high]))
            at = high
    return out + escape(clean(text[at:end]))
