"""One run: times each stage, keeps its issues, reports progress. Nothing of the clock enters a product."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from rashomon.model.issue import Issue
from rashomon.model.outcome import Outcome

T = TypeVar("T")


class Progress(Protocol):
    """Where a run says what it does: a terminal, a log, nowhere."""

    def stage(self, name: str, seconds: float, issues: int) -> None:
        """A stage is done."""
        ...

    def track(self, items: Sequence[T], before: int = 0, of: int | None = None) -> Iterator[T]:
        """The items, one by one, with their progress shown.

        Where they are a part of more, `before` counts those done earlier and `of` all of them.
        """
        ...


class Silent:
    """Progress that nobody watches."""

    def stage(self, name: str, seconds: float, issues: int) -> None:
        """Say nothing."""

    def track(self, items: Sequence[T], before: int = 0, of: int | None = None) -> Iterator[T]:  # noqa: ARG002
        """The items."""
        return iter(items)


class Run:
    """`clock` gives seconds that only ever rise; stages are timed from the end of the one before."""

    def __init__(self, clock: Callable[[], float], progress: Progress | None = None) -> None:
        self._clock = clock
        self._progress = progress or Silent()
        self._last = clock()
        self._issues: dict[Issue, None] = {}
        self._whole: tuple[int, int] | None = None

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Every issue so far, each once, in the order of the stages."""
        return tuple(self._issues)

    def keep(self, issues: Iterable[Issue]) -> None:
        """Keep issues that were met outside a stage."""
        self._issues.update(dict.fromkeys(issues))

    def step(self, name: str, outcome: Outcome[T]) -> T:
        """The outcome's value; its issues are kept and the stage's time is reported."""
        now = self._clock()
        self.keep(outcome.issues)
        self._progress.stage(name, now - self._last, len(outcome.issues))
        self._last = now
        return outcome.value

    def part_of(self, before: int, of: int) -> None:
        """What is tracked next is a part of so many items, of which `before` are done."""
        self._whole = before, of

    def track(self, items: Sequence[T]) -> Iterator[T]:
        """The items, with their progress shown."""
        if self._whole is None:
            return self._progress.track(items)
        (before, of), self._whole = self._whole, None
        return self._progress.track(items, before, of)
