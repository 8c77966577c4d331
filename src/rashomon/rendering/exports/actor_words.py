"""What an actor's name is: a name of its own, a noun that only describes, or a state's army or police."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from rashomon.adapters.package_data import load_library
from rashomon.knowledge.actors import ActorLexicon
from rashomon.model.actor import ARMED, Actor

Force = Literal["army", "police", "unit"]
#: Kinds of nouns that with a nation's name are that state's own ("Syrian army").
_OF_STATES = ("army", "police", "government", "official")
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
#: Kinds of nouns that describe whoever fights, in capitals too ("Rebel Forces").
_ARMED = (*_OF_STATES[:2], "forces", "rebel", "militia", "gunman", "group")


@cache
def _lexicon() -> ActorLexicon:
    return load_library().actors


def is_described(name: str) -> bool:
    """Whether reports only describe the actor ("insurgents", "government troops") and do not name it."""
    if _lexicon().known(name) is not None:
        return False
    words = _WORD.findall(name)
    head = _kind(words[-1].lower()) if words else None
    if head in _OF_STATES and any(_is_nation(w) for w in words):
        return False
    if head in _ARMED and all(_is_common(w) for w in words[:-1]):
        return True
    rest = words[1:] if head is not None else words
    return all(w == w.lower() or _is_nation(w) for w in rest)


def is_armed_group(actor: Actor) -> bool:
    """Whether an actor that is only described is an armed group of no state ("attackers", "militants")."""
    return actor.sector in ARMED - {"state forces", "external forces"} or actor.sector == "unknown"


def force_of(actor: Actor, plain: frozenset[str]) -> Force:
    """Whether a state's force is its army as a whole, its police, or a unit with a name of its own.

    `plain` are the words that make no unit's name, beside nations and the nouns of armies.
    """
    rest = [w for w in _WORD.findall(actor.name) if not _is_nation(w)]
    kinds = {_kind(w.lower()) for w in rest}
    if "police" in kinds or _kind(actor.name.lower()) == "police":
        return "police"
    named = [w for w in rest if _singular(w.lower()) not in plain and _kind(w.lower()) not in ("army", "forces")]
    return "unit" if named else "army"


def quoted(name: str) -> str:
    """A description in quotation marks, so that a loaded word stays its reports' own; a name as it is."""
    if not is_described(name):
        return name
    first = name.split(" ")[0]
    return f'"{name}"' if first.isupper() or _is_nation(first) else f'"{name[:1].lower()}{name[1:]}"'


def is_known(name: str) -> bool:
    """Whether a name holds that of a group or nation that the record's own lists know."""
    return any(m.actor.kind != "people" for m in _lexicon().find_names(name))


def proper_name(name: str) -> str:
    """The known group's name inside a longer one ("Jaish al-Islam terror group"); else the name itself."""
    known = [m.actor.name for m in _lexicon().find_names(name) if m.actor.kind == "group"]
    return known[0] if len(set(known)) == 1 else name


@lru_cache(maxsize=4096)
def telling_words(name: str) -> frozenset[str]:
    """The words of an actor's name that tell it from others: nations by their name, no nouns of forces or groups."""
    found = set()
    for word in _WORD.findall(re.sub(r"\([^)]*\)", " ", name)):
        known = _lexicon().known(word)
        low = word.lower()
        if known is not None and known.kind in ("nation", "people", "metonym"):
            found.add(known.name.lower())
        elif low not in _lexicon().modifiers and _kind(low) is None and len(low) > 2 and low not in ("the", "and"):
            found.add(low)
    return frozenset(found)


def _is_common(word: str) -> bool:
    """Whether a word is no part of a name: small letters, a nation, or a word that qualifies forces."""
    low = word.lower()
    return word == low or _is_nation(word) or low in _lexicon().modifiers or _kind(low) is not None


def _is_nation(word: str) -> bool:
    known = _lexicon().known(word)
    return known is not None and known.kind in ("nation", "people", "metonym")


def _kind(word: str) -> str | None:
    kind = _lexicon().kind_of(word) or _lexicon().kind_of(_singular(word))
    return kind.id if kind else None


def _singular(word: str) -> str:
    if word.endswith("men"):
        return word[:-3] + "man"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
