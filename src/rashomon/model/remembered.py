"""Answers of pure functions kept for the very same records: what a story's next instant asks again is at hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def remembered(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Make a pure function answer again what it answered for the very same objects; so many answers are kept at most.

    Records are known by identity: to compare two large ones costs as much as what is remembered. Arguments and answers
    must be frozen; arguments are given by position.
    """

    def of(function: Callable[P, T]) -> Callable[P, T]:
        kept: dict[tuple[int, ...], tuple[Any, T]] = {}

        @wraps(function)
        def again(*given: P.args, **named: P.kwargs) -> T:
            key = tuple(map(id, given))
            known = kept.get(key)
            if known is None:
                if len(kept) >= most:
                    kept.clear()
                # What was given is kept beside the answer: nothing else can take its identity.
                known = kept[key] = (given, function(*given, **named))
            return known[1]

        return again

    return of
