"""Answers of pure functions kept for the very same records: what a story's next instant asks again is at hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

#: What is compared by value; their type stands at the same place of every call.
_PLAIN = (int, str)
P = ParamSpec("P")
T = TypeVar("T")


def remembered(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Make a pure function answer again what it answered for the very same objects; so many answers are kept at most.

    Records are known by identity: to compare two large ones costs as much as what is remembered; numbers and texts are
    known by their value. Arguments and answers must be frozen; arguments are given by position.
    """

    def of(function: Callable[P, T]) -> Callable[P, T]:
        kept: dict[tuple[object, ...], tuple[Any, T]] = {}

        @wraps(function)
        def again(*given: P.args, **named: P.kwargs) -> T:
            key = tuple([one if type(one) in _PLAIN else id(one) for one in given])
            known = kept.get(key)
            if known is None:
                if len(kept) >= most:
                    kept.clear()
                # What was given is kept beside the answer: nothing else can take its identity.
                known = kept[key] = (given, function(*given, **named))
            return known[1]

        return again

    return of
