"""Where work on many items runs: the port that this process, a process pool and a Spark cluster answer alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

A = TypeVar("A")
B = TypeVar("B")


@dataclass(frozen=True, slots=True)
class Work(Generic[A, B]):
    """What is done to each item alone: `do` is a module's function, so that another process finds it by its name.

    `takes` and `gives` are the types of an item and of its product (for msgspec, where they travel as bytes). `whole`
    says that an item may be large and stands for many records: it is handed out by itself. `ahead` makes ready, for
    several items at once, what `do` then finds at hand: it changes no product.
    """

    do: Callable[[A], B]
    takes: Any
    gives: Any
    whole: bool = False
    ahead: Callable[[Sequence[A]], None] | None = None

    def each(self, items: Sequence[A]) -> Iterator[B]:
        """The product of each of a few items, in order."""
        if self.ahead is not None:
            self.ahead(items)
        return map(self.do, items)


class Engine(Protocol):
    """One way to do a work to many items; which one is chosen changes no product."""

    def map(self, work: Work[A, B], items: Sequence[A]) -> Iterator[B]:
        """The product of each item, in the order of the items, as they come.

        Raises PartError where a worker was lost for good. Closing the iterator early stops what has not begun.
        """
        ...
