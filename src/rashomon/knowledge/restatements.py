"""Words beside a number that tell that it is no longer said (`data/en/restatements.toml`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from rashomon.knowledge.library import Library

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
#: So many words before a number are read.
_WORDS_BEFORE = 6
_CHARS = 80
Restated = Literal["taken back", "earlier"]


@dataclass(frozen=True, slots=True)
class Restatements:
    """The words; the data file says what each list holds."""

    taken_back: tuple[tuple[str, ...], ...]
    directly: tuple[tuple[str, ...], ...]
    before: frozenset[str]
    pluperfect: tuple[tuple[str, ...], ...]
    after: tuple[tuple[str, ...], ...]
    toll: frozenset[str]
    going_on: tuple[tuple[str, ...], ...]

    def restated(self, before: str, after: str) -> Restated | None:
        """Whether a number between these words of one sentence is taken back, an earlier one, or (null) stands."""
        words = _WORD.findall(before[-_CHARS:].casefold())[-_WORDS_BEFORE:]
        if _ends(words, self.taken_back):
            return "taken back"
        following = _WORD.findall(after[:_CHARS].casefold())
        behind = any(tuple(following[: len(a)]) == a for a in self.after)
        if behind or _ends(words, self.directly) or self._tells_before(_last_clause(before, words)):
            return "earlier"
        said_before = self.tells_toll(before) and any(_holds(words, phrase) for phrase in self.pluperfect)
        return "earlier" if said_before else None

    def _tells_before(self, clause: list[str]) -> bool:
        """True for "a previous toll of"; "earlier" that opens a clause tells when things happened, unless of a toll."""
        marks = [i for i, word in enumerate(clause) if word in self.before]
        return any(i > 0 or self.tells_toll(" ".join(clause)) for i in marks)

    def tells_toll(self, text: str) -> bool:
        """True where a sentence speaks of a running count."""
        return any(w in self.toll for w in _WORD.findall(text.casefold()))

    def goes_on(self, text: str) -> bool:
        """True where a sentence says that its count is not closed."""
        words = _WORD.findall(text.casefold())
        return any(_holds(words, phrase) for phrase in self.going_on)


def _holds(words: list[str], phrase: tuple[str, ...]) -> bool:
    if phrase[0] not in words:
        return False
    return any(tuple(words[i : i + len(phrase)]) == phrase for i in range(len(words) - len(phrase) + 1))


def _ends(words: list[str], phrases: tuple[tuple[str, ...], ...]) -> bool:
    return any(tuple(words[-len(p) :]) == p for p in phrases)


def _last_clause(before: str, words: list[str]) -> list[str]:
    """The words behind the last comma or other number before the number."""
    clause = re.split(r"[,;:\d]", before[-_CHARS:])[-1]
    count = len(_WORD.findall(clause))
    return words[-count:] if count else []


def load_restatements(library: Library) -> Restatements:
    """The words of the shipped file."""
    table = library.table("en/restatements.toml")
    lists = ("taken_back", "directly", "pluperfect", "after", "going_on")
    phrases = {k: tuple(tuple(p.split()) for p in table[k]) for k in lists}
    return Restatements(before=frozenset(table["before"]), toll=frozenset(table["toll"]), **phrases)
