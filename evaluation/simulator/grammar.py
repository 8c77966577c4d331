"""Sentences from grammar.toml: a rule is opened until only words are left, and the parts that count are marked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from random import Random

_SLOT = re.compile(r"\{(\w+)\}")
#: Deeper than this no rule of the grammar goes.
_DEPTH = 8

Spans = dict[str, tuple[int, int]]


@lru_cache(maxsize=1)
def rules() -> Mapping[str, list[str]]:
    """The rules by name."""
    return tomllib.loads((Path(__file__).parent / "grammar.toml").read_text("utf-8"))


def expand(rule: str, words: Mapping[str, str], chance: Random) -> tuple[str, Spans]:
    """A sentence of a rule and the half-open spans of those slots that stand once in it; `words` go before rules."""
    pieces = _opened("{" + rule + "}", words, chance, _DEPTH)
    text = ""
    spans: Spans = {}
    for name, piece in pieces:
        if name is not None:
            spans.setdefault(name, (len(text), len(text) + len(piece)))
        text += piece
    return text[:1].upper() + text[1:], spans


def _opened(template: str, words: Mapping[str, str], chance: Random, depth: int) -> list[tuple[str | None, str]]:
    """The template as pieces of text, those of the world's words with their name."""
    if depth == 0:
        raise ValueError(f"{template!r} opens without end")
    pieces: list[tuple[str | None, str]] = []
    at = 0
    for match in _SLOT.finditer(template):
        if match.start() > at:
            pieces.append((None, template[at : match.start()]))
        slot = match.group(1)
        if slot in words and "{" not in words[slot]:
            pieces.append((slot, words[slot]))
        elif slot in words:
            pieces += _opened(words[slot], words, chance, depth - 1)
        else:
            pieces += _opened(chance.choice(rules()[slot]), words, chance, depth - 1)
        at = match.end()
    if at < len(template):
        pieces.append((None, template[at:]))
    return pieces
