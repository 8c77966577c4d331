"""Words near a figure that say what it rests on and what is to be kept in mind with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from rashomon.knowledge.either import either
from rashomon.model.claim import Basis, CaveatKind


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Patterns of basis and caveat words, in the order of their table."""

    basis: tuple[tuple[Basis, re.Pattern[str]], ...]
    caveats: tuple[tuple[CaveatKind, re.Pattern[str]], ...]
    openings: tuple[str, ...]
    #: Any word of basis, any word of caveats, in lower case: one quick look at a text that holds none, as most do.
    any_basis: re.Pattern[str]
    any_caveat: re.Pattern[str]

    def basis_in(self, text: str) -> Basis:
        """The first basis with a word in a text; unknown without one."""
        if not self.any_basis.search(text.lower()):
            return "unknown"
        return next((basis for basis, pattern in self.basis if pattern.search(text)), "unknown")

    def caveats_in(self, text: str) -> Iterator[tuple[CaveatKind, int, int]]:
        """Each caveat of a text, once a kind, with the span of its words."""
        if not self.any_caveat.search(text.lower()):
            return
        for kind, pattern in self.caveats:
            match = pattern.search(text)
            if match:
                yield kind, match.start(), match.end()

    def speaks_of_figure(self, text: str) -> bool:
        """True where a sentence begins by naming the figure told before it."""
        return text.lower().startswith(self.openings)


def read_figure_words(table: Mapping[str, Mapping[str, Sequence[str]]] | dict[str, Any]) -> FigureWords:
    """The words of a table in the form of `en/figure_words.toml`."""
    return FigureWords(
        basis=tuple((cast("Basis", name), any_of(words)) for name, words in table["basis"].items()),
        caveats=tuple((cast("CaveatKind", name), any_of(words)) for name, words in table["caveats"].items()),
        openings=tuple(f"{o} " for o in table["speaks_of_figure"]["openings"]),
        any_basis=_any_word(table["basis"]),
        any_caveat=_any_word(table["caveats"]),
    )


def _any_word(phrases: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    return re.compile(either(p.lower() for listed in phrases.values() for p in listed))


def any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    """A pattern that finds any of the phrases as whole words in any case, the longest first."""
    ordered = sorted(phrases, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(p) for p in ordered) + r")\b", re.IGNORECASE)
