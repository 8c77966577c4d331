"""Who stood on which side of which conflict, by date (`data/sides.toml`), and the publishers' families."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.knowledge.organisations import name_key

if TYPE_CHECKING:
    from rashomon.knowledge.library import Library


@dataclass(frozen=True, slots=True)
class SideEntry:
    """An actor's side in one conflict; both dates inclusive, null where open."""

    actor: str
    conflict: str
    side: str
    first: dt.date | None
    last: dt.date | None

    def holds(self, day: dt.date | None) -> bool:
        """Whether this holds on a day; an unknown day is taken as inside."""
        return day is None or ((self.first is None or self.first <= day) and (self.last is None or day <= self.last))


@dataclass(frozen=True, slots=True)
class Sides:
    """The entries of the file, by folded actor; `settings` are the words that show that a text tells of a conflict."""

    by_actor: dict[str, tuple[SideEntry, ...]]
    settings: dict[str, tuple[str, ...]]

    def side_of(self, actor: str, on_date: dt.date | None, conflict: str | None = None) -> str | None:
        """The actor's side on a day, in one conflict where it is given; null where none, or more than one, is known."""
        entries = [e for e in self.by_actor.get(name_key(actor), ()) if conflict in (None, e.conflict)]
        found = {e.side: None for e in entries if e.holds(on_date)}
        return next(iter(found)) if len(found) == 1 else None

    def side_in_text(self, actor: str, on_date: dt.date | None, text: str) -> str | None:
        """The actor's side in the one conflict whose setting a text names; null where none or several are."""
        found: dict[str, None] = {}
        for conflict in self.conflicts_of(actor):
            side = self.side_of(actor, on_date, conflict)
            if side is not None and any(word in text for word in self.settings.get(conflict, ())):
                found[side] = None
        return next(iter(found)) if len(found) == 1 else None

    def conflicts_of(self, actor: str) -> tuple[str, ...]:
        """The conflicts in which an actor is listed, in the order of the file."""
        return tuple(dict.fromkeys(e.conflict for e in self.by_actor.get(name_key(actor), ())))


def load_sides(library: Library) -> Sides:
    """The sides of the shipped file."""
    by_actor: dict[str, tuple[SideEntry, ...]] = {}
    table = library.table("sides.toml")
    for row in table["sides"]:
        entry = SideEntry(row["actor"], row["conflict"], row["side"], row.get("from"), row.get("to"))
        key = name_key(entry.actor)
        by_actor[key] = (*by_actor.get(key, ()), entry)
    return Sides(by_actor, {name: tuple(words) for name, words in table["settings"].items()})


def load_publisher_families(library: Library) -> dict[str, str]:
    """Family by folded outlet name, from `data/families.toml`."""
    families = library.table("families.toml")["family"]
    return {name_key(member): f["name"] for f in families for member in f.get("members", ())}
