"""Keeps the generated sentences that hold; each that does not becomes an issue, so that a build never fails on one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from rashomon.model.brief import Sentence
from rashomon.model.issue import Issue

#: Says why a sentence does not hold, or null.
Check = Callable[[Sentence], str | None]


class Line(Protocol):
    """A generated line with the claims that it cites."""

    @property
    def text(self) -> str:
        """The words."""
        ...

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims cited."""
        ...


L = TypeVar("L", bound=Line)


class Checked:
    """Passes sentences and lines that hold and keeps an issue for each that does not."""

    def __init__(self, check: Check) -> None:
        self._check = check
        self._issues: dict[str, Issue] = {}

    @property
    def issues(self) -> tuple[Issue, ...]:
        """One issue for each text withheld."""
        return tuple(self._issues.values())

    def holds(self, sentence: Sentence) -> bool:
        """Whether a candidate stands against what it cites; where it does not, the next one is tried."""
        return self._check(sentence) is None

    def _kept(self, sentence: Sentence) -> bool:
        why = self._check(sentence)
        if why is None:
            return True
        self._issues.setdefault(
            sentence.text,
            Issue(
                code="sentence_withheld",
                severity="note",
                message=f"A sentence was left out because it did not hold against its claims: {why}.",
                claim=sentence.claims[0] if sentence.claims else None,
                suggestion="Read the claims it would have told; they are in the record.",
            ),
        )
        return False

    def keep(self, sentences: Iterable[Sentence]) -> list[Sentence]:
        """The sentences that hold, each text once."""
        kept: dict[str, Sentence] = {}
        for sentence in sentences:
            if sentence.text not in kept and self._kept(sentence):
                kept[sentence.text] = sentence
        return list(kept.values())

    def lines(self, lines: Iterable[L]) -> tuple[L, ...]:
        """The lines that hold, in their order."""
        return tuple(line for line in lines if self._kept(Sentence(text=line.text, claims=line.claims)))
