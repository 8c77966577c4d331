"""One office under several names ("Health Minister of X", "X's health ministry") is one root: it counts once."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from rashomon.reconciliation.sightings import Sighting, folded

#: Kinds of source of which one state has one, whoever speaks for it.
_OFFICES = frozenset({"ministry", "government", "army", "police"})
_WORD = re.compile(r"[^\W\d_]+")
#: So many letters of a word stay the same in the country and its adjective, in the office and who holds it.
_STEM = 4
#: Words of so few letters only join the others; a possessive is one of them.
_SHORT = 3


def name_offices_once(sightings: Sequence[Sighting]) -> list[Sighting]:
    """The sightings with each office under the name that most of its figures give it.

    Two names are one office where the stems of all their words are the same: "Ruritania's defence ministry" and the
    "Ruritanian Defense Ministry", but not "police" and the police of a place.
    """
    names: dict[frozenset[str], Counter[str]] = defaultdict(Counter)
    for sighting in sightings:
        key = _key(sighting)
        if key and sighting.root is not None:
            names[key][sighting.root] += 1
    chosen = {key: min(told, key=lambda n: (-told[n], len(n), n)) for key, told in names.items()}
    found: list[Sighting] = []
    for sighting in sightings:
        name = chosen.get(_key(sighting))
        told_so = name is None or name == sighting.root
        found.append(
            sighting if told_so else dataclasses.replace(sighting, root=name, voice="root:" + folded(name or ""))
        )
    return found


def _key(sighting: Sighting) -> frozenset[str]:
    """The stems of an office's name; none for other sources, and for a name of one word."""
    source_of = sighting.figure.attribution
    if sighting.root is None or source_of is None or source_of.kind not in _OFFICES:
        return frozenset()
    key = stems(sighting.root)
    return key if len(key) > 1 else frozenset()


def stems(name: str | None) -> frozenset[str]:
    """The beginnings of a name's words, by which "Ruritania" and "Ruritanian" are one."""
    return frozenset(w[:_STEM] for w in _WORD.findall(folded(name or "")) if len(w) > _SHORT)
