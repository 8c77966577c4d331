"""A sighting: one figure as one report gives it, with all that reconciling asks of it worked out once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import lru_cache

from rashomon.knowledge.restatements import Handled
from rashomon.model.claim import Counting, Figure
from rashomon.model.moment import AsOf
from rashomon.model.report import Report

#: Kinds of attribution that name a kind of people rather than a body: two reports' "witnesses" are not one root.
NOBODY = frozenset({"unnamed", "witness"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """A figure, its report, and where it stands.

    `root` is the root's name, null where nobody is named; `voice` tells roots apart (a root's name, or the outlet that
    speaks for itself). `copied_from` is the claim of another report that this one repeats with its text; `undecided`
    where neither the dates nor the texts show which of the two was the first. Of the marks,
    `earlier` is for a number that its report calls an older one, `taken_back` for one that its report corrects,
    `running` for a count under way ("since Wednesday", "the toll"), `going_on` for one that its source does not close
    ("so far", "expected to rise": `open_words`). `counts_day` is the one day that a count not under way is told to be
    of. `counts_both` is for a number of dead and injured together, `limits_age` for one of people of an age only,
    `opens_range` for the low end of a range, `shares_out` for some of people told of before, `one_site` for one of the
    place told of before ("at the church"), `handled` for bodies counted again for what was done with them
    ("identified"). `vague_unit` is what a number told as "dozens" counts in, `first_group` for a group whose words are
    only the first of several ("soldiers and ..."). `page_of` is the organisation whose own page the report is,
    `event_days` the days on which its own report has the figure's event.
    """

    figure: Figure
    report: Report
    order: int
    root: str | None
    voice: str
    side: str | None
    as_of: AsOf | None
    counting: Counting
    headline: bool
    copied_from: str | None = None
    altered: bool = False
    undecided: bool = False
    event: str | None = None
    event_days: tuple[dt.date, dt.date] | None = None
    earlier: bool = False
    taken_back: bool = False
    running: bool = False
    open_words: str | None = None
    counts_both: bool = False
    limits_age: bool = False
    opens_range: bool = False
    shares_out: bool = False
    one_site: bool = False
    handled: Handled | None = None
    counts_day: dt.date | None = None
    vague_unit: int | None = None
    first_group: bool = False
    page_of: str | None = None
    works_under: str | None = None
    draws_on: tuple[str, ...] = ()
    id: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Set the claim's id, which is asked for more than all else."""
        object.__setattr__(self, "id", self.figure.id)

    @property
    def is_live(self) -> bool:
        """True for what is told as having happened here; feared, planned, denied and background figures stand apart."""
        return self.figure.realis in ("happened", "claimed")

    @property
    def going_on(self) -> bool:
        """True for a count that its source does not close."""
        return self.open_words is not None

    @property
    def goes_on(self) -> bool:
        """True for a count under way, or one that its source does not close."""
        return self.running or self.going_on

    @property
    def states_itself(self) -> bool:
        """True where the root made a statement of its own for this state, rather than being quoted again."""
        return self.as_of is not None and self.as_of.how in ("stated", "statement_day")


def shared_roots(a: Sighting, b: Sighting) -> frozenset[str]:
    """The sources of a joint statement ("A and others") that two figures have in common, as a writes them.

    "Sources" and "witnesses" of two reports are no source that they have in common.
    """
    if a.root is None or b.root is None:
        return frozenset()
    if a.report.id != b.report.id and any(s.figure.attribution and s.figure.attribution.kind in NOBODY for s in (a, b)):
        return frozenset()
    others = {folded(name) for name in b.root.split(" and ")}
    return frozenset(name for name in a.root.split(" and ") if folded(name) in others)


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A name without case and with single spaces."""
    return " ".join(name.casefold().split())
