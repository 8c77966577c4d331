"""Sentences that one source answers for, gathered into one that names it once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rashomon.composing.phrases import listed, sentence
from rashomon.composing.words import Words
from rashomon.model.brief import Sentence

_BY = ", according to "
_DAY = re.compile(r" on \d{1,2} [A-Z][a-z]+$")


def by_source(told: Sequence[Sentence], words: Words, holds: Callable[[Sentence], bool]) -> list[Sentence]:
    """The sentences, those of one source as "According to A, ... and ..."; what would not hold so stays apart."""
    groups: dict[tuple[str, tuple[str, ...]], list[Sentence]] = {}
    for one in told:
        source = one.text.rstrip(".").rpartition(_BY)[2] if _BY in one.text else one.text
        reports = tuple(words.ledger.independent(one.claims)) if source.endswith(("report", "reports")) else ()
        groups.setdefault((source, reports), []).append(one)
    result: list[Sentence] = []
    for (source, _), some in groups.items():
        joint = _joint(source, some, words) if len(some) > 1 else None
        result += [joint] if joint is not None and holds(joint) else some
    return result


def _joint(source: str, some: list[Sentence], words: Words) -> Sentence:
    clauses = _of_one_day([_inside(s.text.rpartition(_BY)[0], words) for s in some])
    claims = tuple(dict.fromkeys(c for s in some for c in s.claims))
    return Sentence(text=sentence(f"according to {source}, {listed(clauses)}"), claims=claims)


def _of_one_day(clauses: list[str]) -> list[str]:
    """The clauses with the day that all of them end with told once, behind the last."""
    days = {m.group() if (m := _DAY.search(c)) is not None else None for c in clauses}
    if len(days) > 1 or None in days:
        return clauses
    return [*(_DAY.sub("", c) for c in clauses[:-1]), clauses[-1]]


def _inside(clause: str, words: Words) -> str:
    """The clause without the capital that it owes to the beginning of its sentence."""
    first = clause.split(" ")[0]
    people = words.library.actors.known(first) is not None
    plain = first in ("The", "A", "An") or (words.ledger.opens_only(first) and not people)
    return clause[0].lower() + clause[1:] if plain else clause
