"""Who gave a piece of information, who relayed it, and what kind of body that is."""

from __future__ import annotations

from typing import Literal

from rashomon.model.passage import Mention
from rashomon.model.record import Record

#: A source's reliability as a user judged it: A completely reliable ... E unreliable, F cannot be judged.
AdmiraltyGrade = Literal["A", "B", "C", "D", "E", "F"]
RootKind = Literal[
    "monitor",
    "un",
    "aid",
    "government",
    "army",
    "party",
    "ministry",
    "hospital",
    "rescuers",
    "police",
    "registry",
    "witness",
    "media",
    "official",
    "expert",
    "unnamed",
]


class Attribution(Mention, frozen=True, kw_only=True):
    """The report's words for the source, and the organisation they mean.

    `origin` is the canonical root, null where only a relaying agency is named (then `agency` is set). `how` says
    where the words stand: the claim's clause or sentence, carried from a neighbouring sentence, or wherever the body
    whose own page it is first names itself.
    """

    origin: str | None = None
    family: str | None = None
    kind: RootKind = "unnamed"
    side: str | None = None
    agency: str | None = None
    how: Literal["clause", "sentence", "carried", "dateline", "page"] = "clause"


class Root(Record, frozen=True, kw_only=True):
    """An organisation or named office that produces information. An unmapped name is its own family and side.

    `grade` is a user's own (Admiralty A to F); none is shipped.
    """

    id: str
    name: str
    family: str
    kind: RootKind
    side: str | None = None
    works_under: str | None = None
    draws_on: tuple[str, ...] = ()
    grade: AdmiraltyGrade | None = None
