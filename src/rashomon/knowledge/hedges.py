"""Words beside a number that say how exact it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.knowledge.word_classes import either
from rashomon.model.claim import Qualifier


@dataclass(frozen=True, slots=True)
class Hedges:
    """Phrases, as tuples of lower-case words, and the qualifier that each gives a number.

    `trailing` finds those of `after` right behind a number; `longest` is a phrase's greatest number of words.
    """

    before: Mapping[tuple[str, ...], Qualifier]
    after: Mapping[tuple[str, ...], Qualifier]
    beyond: Mapping[tuple[str, ...], Qualifier]
    longest: int
    trailing: re.Pattern[str]


def read_hedges(table: Mapping[str, Mapping[str, Sequence[str]]] | dict[str, Any]) -> Hedges:
    """The hedges of a table in the form of `en/hedges.toml`."""
    before = _by_phrase(table["before"])
    after = _by_phrase(table["after"])
    return Hedges(
        before=before,
        after=after,
        beyond=_by_phrase(table["beyond"]),
        longest=max(len(p) for p in (*before, *after)),
        trailing=re.compile(rf"\s*{either(' '.join(p) for p in after)}"),
    )


def _by_phrase(table: Mapping[Any, Sequence[str]]) -> dict[tuple[str, ...], Qualifier]:
    return {tuple(phrase.split()): qualifier for qualifier, phrases in table.items() for phrase in phrases}
