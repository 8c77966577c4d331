"""What a stage returns: its product and the issues it met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from rashomon.model.issue import Issue

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """A stage's product and its issues."""

    value: T
    issues: tuple[Issue, ...] = ()
