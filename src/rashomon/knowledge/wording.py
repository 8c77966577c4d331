"""How measures and events are worded, from `data/en/wording.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """One measure's words; `active` is "" where an event does not do it, `rank` 50 or more keeps it out of a brief."""

    passive: str
    participle: str
    active: str
    singular: str
    plural: str
    subject: str
    words: tuple[str, ...]
    rank: int


@dataclass(frozen=True, slots=True)
class EventWords:
    """One kind of event's words; `verb` is "" where nobody does it."""

    noun: str
    plural: str
    count: bool
    verb: str
    weight: int


@dataclass(frozen=True, slots=True)
class Wording:
    """All measures and events by name, words that tell an event, and plurals."""

    measures: dict[str, MeasureWords]
    events: dict[str, EventWords]
    anchors: dict[str, EventWords]
    anchor_fits: dict[str, tuple[str, ...]]
    mass_groups: frozenset[str]
    plain_persons: dict[str, str]
    telling_facilities: frozenset[str]
    common: frozenset[str]
    bodies: frozenset[str]
    tellers: frozenset[str]
    unspecified: frozenset[str]
    no_article: frozenset[str]
    article_places: frozenset[str]
    guilt_deeds: frozenset[str]
    guilt_persons: frozenset[str]

    def incriminates(self, said: str) -> bool:
        """Whether words lay a crime at a single person's door: nobody is tried in a dossier, whoever says it."""
        words = {w.strip(".,;:!?\"'“”‘’()").casefold() for w in said.split()}
        return bool(words & self.guilt_deeds) and bool(words & self.guilt_persons)


def read_wording(table: dict[str, Any]) -> Wording:
    """The typed view of the wording file."""
    return Wording(
        measures={name: _measure(entry) for name, entry in table["measures"].items()},
        events={name: _event(entry) for name, entry in table["events"].items()},
        anchors={
            word: EventWords(noun, plural, count, next(iter(verb), ""), 0)
            for word, (noun, plural, count, *verb) in table["anchors"].items()
        },
        anchor_fits={kind: tuple(words) for kind, words in table["anchor_fits"].items()},
        mass_groups=frozenset(table["mass_groups"]["words"]),
        plain_persons={word: plain for plain, words in table["plain_persons"].items() for word in words},
        telling_facilities=frozenset(table["nouns"]["telling_facilities"]),
        common=frozenset(table["nouns"]["common"]),
        bodies=frozenset(table["nouns"]["bodies"]),
        tellers=frozenset(table["nouns"]["tellers"]),
        unspecified=frozenset(table["nouns"]["unspecified"]),
        no_article=frozenset(table["nouns"]["no_article"]),
        article_places=frozenset(table["nouns"]["article_places"]),
        guilt_deeds=frozenset(table["guilt"]["deeds"]),
        guilt_persons=frozenset(table["guilt"]["persons"]),
    )


def _measure(entry: dict[str, Any]) -> MeasureWords:
    singular, plural = entry["noun"]
    return MeasureWords(
        passive=entry["passive"],
        participle=entry["participle"],
        active=entry.get("active", ""),
        singular=singular,
        plural=plural,
        subject=entry["subject"],
        words=tuple(entry["words"]),
        rank=entry["rank"],
    )


def _event(entry: dict[str, Any]) -> EventWords:
    count = entry.get("count", True)
    plural = entry.get("plural", entry["noun"] + "s" if count else entry["noun"])
    return EventWords(entry["noun"], plural, count, entry.get("verb", ""), entry["weight"])
