"""Public bodies that reports call differently: "the Kenyan Health Ministry" and "the Health Ministry in Nairobi"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.knowledge.library import Library
from rashomon.knowledge.organisations import fold_word, name_words
from rashomon.knowledge.word_classes import WordClasses

#: So many letters of a word stay the same in its forms ("emergency", "emergencies").
_STEM = 6
#: Kinds of a known organisation that may be told without its name.
_PUBLIC = ("government", "ministry", "rescuers", "registry", "official")


@dataclass(frozen=True)
class SeatWords(WordClasses):
    """Nouns for public bodies; each class holds what may be called by another of it."""

    source: ClassVar[str] = "en/words/texts.toml#seats"

    ministries: frozenset[str]
    agencies: frozenset[str]
    governments: frozenset[str]
    small: frozenset[str]

    @cached_property
    def sorts(self) -> dict[str, str]:
        """The sort of body that each noun names, by the noun as names are compared."""
        classes = {"ministry": self.ministries, "agency": self.agencies, "government": self.governments}
        return {fold_word(noun): sort for sort, nouns in classes.items() for noun in nouns}


@dataclass(frozen=True, slots=True)
class Body:
    """A body's name taken apart: its sort, its country's code where told, the stems of what it deals with.

    `rank` orders the names of one body, the one to print first.
    """

    origin: str
    known: bool
    sort: str
    nation: str | None
    stems: frozenset[str]
    rank: tuple[bool, bool, bool, int, str]


def fullest_bodies(countries: Mapping[str, str | None], library: Library) -> dict[str, str]:
    """Each public body's origin with the name that these origins tell it best by; bodies of one name are left out.

    `countries` holds for each origin the code of the country that it tells most of. Two names are one body's where both
    are of one sort (a ministry, an agency), neither tells another country, and what the one deals with is among what
    the other does. A name without a country is that of no country but the one it tells of; one that several bodies
    could bear stays alone.
    """
    bodies = [b for o in sorted(countries) if (b := body_of(o, library)) is not None]
    groups: list[list[Body]] = []
    for body in sorted(bodies, key=lambda b: (b.nation is None, -len(b.stems), b.rank)):
        near = [g for g in groups if any(_are_one(body, other) for other in g)]
        if body.nation is None and countries[body.origin] is not None:
            near = [g for g in near if {b.nation for b in g} <= {None, countries[body.origin]}]
        if len(near) == 1 and all(_are_one(body, other) for other in near[0]):
            near[0].append(body)
        else:
            groups.append([body])
    best = {b.origin: min(group, key=lambda b: b.rank) for group in groups for b in group}
    return {origin: body.origin for origin, body in best.items() if body.origin != origin}


def body_of(origin: str, library: Library) -> Body | None:
    """The public body in an origin's words; null where no noun of a public body ends or opens its name."""
    words, known = library.words.of(SeatWords), library.organisations.find(origin)
    nations = [m for m in library.actors.find_names(origin) if m.actor.country_code is not None]
    codes = {m.actor.country_code for m in nations} | ({known.country} if known and known.country else set())
    if len(codes) > 1 or " and " in origin.partition(" of ")[0] or (known and known.kind not in _PUBLIC):
        return None
    taken = {k for m in nations for _, k in name_words(origin[m.start : m.end])}
    keys = [k for _, k in name_words(origin.partition(" (")[0]) if k not in taken]
    seats = [words.sorts[k] for k in keys if k in words.sorts]
    if not seats or (known is None and words.sorts.get(keys[-1]) is None and not _opens(keys, words)):
        return None
    stems = frozenset(k[:_STEM] for k in keys if k not in words.sorts and k not in words.small)
    told = any(m.actor.kind != "metonym" for m in nations)
    rank = (known is None, not told, not origin[:1].isupper(), -len(stems), origin)
    return Body(origin, known is not None, seats[0], next(iter(codes), None), stems, rank)


def _opens(keys: Sequence[str], words: SeatWords) -> bool:
    """Whether the noun stands before what the body deals with: "Ministry of Health", "General Directorate of Roads"."""
    at = next(i for i, k in enumerate(keys) if k in words.sorts)
    return keys[at + 1 : at + 2] != [] and keys[at + 1] in words.small


def _are_one(a: Body, b: Body) -> bool:
    if a.sort != b.sort or (a.known and b.known):
        return False
    if a.nation != b.nation and a.nation is not None and b.nation is not None:
        return False
    if not a.stems or not b.stems:
        # "The authorities", "the agency" may be anybody's; those of one country are one.
        return a.stems == b.stems and a.nation == b.nation and a.nation is not None
    return a.stems <= b.stems or b.stems <= a.stems
