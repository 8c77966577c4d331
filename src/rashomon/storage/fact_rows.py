"""What a store says of itself, by name."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from rashomon.storage import tables

#: The fact that says which state the marks of a store are in: its own affair, no archive holds it.
MARKS_STATE = "marks_state"
#: The version of the program that made the links and stories; which one is making them anew, and how far it came (which
#: no archive holds: an archive's are made anew where it is read).
LINKED_BY, RENEWED = "linked_by", "renewed"
#: The number of the newest change of a story: it goes with the looks and the stories, which no archive holds either.
CHANGES = "changes"


def find_fact(connection: Connection, name: str) -> str | None:
    """The value of a fact, or null."""
    value = connection.execute(select(tables.facts.c.value).where(tables.facts.c.name == name)).scalar()
    return None if value is None else str(value)


def save_fact(connection: Connection, name: str, value: str) -> None:
    """Keep a fact in place of the one before."""
    connection.execute(delete(tables.facts).where(tables.facts.c.name == name))
    connection.execute(insert(tables.facts).values(name=name, value=value))


def forget_fact(connection: Connection, name: str) -> None:
    """Forget a fact, where it stands."""
    connection.execute(delete(tables.facts).where(tables.facts.c.name == name))
