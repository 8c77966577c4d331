"""An actor as a report names it: who did something or had it done to them."""

from __future__ import annotations

from typing import Literal

from rashomon.model.passage import Mention

#: ACLED's `inter` names in lower case, and the classes its actors need beside them.
Sector = Literal[
    "state forces",
    "rebel group",
    "political militia",
    "identity militia",
    "rioters",
    "protesters",
    "civilians",
    "external forces",
    "government",
    "international organisation",
    "political party",
    "media",
    "unknown",
]

#: Whose actors can carry out organised violence.
ARMED: frozenset[Sector] = frozenset(
    {"state forces", "rebel group", "political militia", "identity militia", "external forces"}
)
#: Whose actors can stand to each other as allies or enemies, and answer for a deed.
POLITICAL: frozenset[Sector] = ARMED | {"government", "international organisation", "political party"}


class Actor(Mention, frozen=True, kw_only=True):
    """A named or described actor. `private` is true for victims, witnesses and other private persons."""

    name: str
    sector: Sector = "unknown"
    side: str | None = None
    country_code: str | None = None
    private: bool = False
