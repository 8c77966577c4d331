"""Whether a part that a report's words give of a whole can be one of it: people, days and sums may say otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rashomon.reconciliation.questions import Asking
from rashomon.reconciliation.scopes import compare_populations, is_own, match_scopes
from rashomon.reconciliation.sightings import Sighting

#: Who counts here is not known to be dead: no part of a death toll.
_LIVING = frozenset({"injured", "missing", "trapped", "rescued", "detained", "displaced", "evacuated"})


class _Nested(Protocol):
    @property
    def part(self) -> Sighting: ...

    @property
    def whole(self) -> Sighting: ...


def is_told_as_part(part: Sighting, whole: Sighting, asking: Asking) -> bool:
    """False where the whole is one person, an older count, of other people, places or days, or a sibling ("two of
    them"), and for the hurt, trapped or missing among the dead.

    Inside one sentence the words themselves tell the people and days apart.
    """
    total = asking.meant[whole.id].stated
    if (whole.earlier and not part.earlier) or (total is not None and total <= 1):
        return False
    if whole.figure.measure == "killed" and part.figure.measure in _LIVING:
        return False
    if _share(part) and _share(whole) and _together(part, whole):
        return False
    if _together(part, whole) or whole.headline:
        return True
    one, other = asking.scope[part.id], asking.scope[whole.id]
    if asking.kind(whole) == asking.kind(part) and not asking.leads_report(whole) and _are_two_sources(part, whole):
        return False
    borrowed = one.place == other.place
    if whole.figure.part_of is not None and is_own(other.place) and (borrowed or match_scopes(one, other) != "same"):
        # What a report tells next without a place is no part of the 43 that its list gives of one province.
        return _share(part)
    if _share(part) and asking.counts_between(whole, part):
        return False
    named = part.figure.population.group is not None
    if named and compare_populations(one, other, asking.populations) in ("apart", "wider"):
        return False
    return part.counts_day is None or whole.counts_day is None or part.counts_day == whole.counts_day


def exceeds_whole(nesting: _Nested, nestings: Sequence[_Nested], asking: Asking) -> bool:
    """True where the parts that one sentence lists of a whole of another sentence add up to more than it.

    A report that lists more than its whole lists the parts of another.
    """
    whole = asking.meant[nesting.whole.id]
    if _together(nesting.part, nesting.whole) or whole.stated is None or whole.high is None:
        return False
    listed = [n for n in nestings if n.whole.id == nesting.whole.id and _together(n.part, nesting.part)]
    counts = [asking.meant[n.part.id].stated or 0 for n in listed]
    return len(counts) > 1 and sum(counts) > whole.stated


def _are_two_sources(a: Sighting, b: Sighting) -> bool:
    return a.root is not None and b.root is not None and a.voice != b.voice


def _together(a: Sighting, b: Sighting) -> bool:
    one, other = a.figure, b.figure
    return a.report.id == b.report.id and (one.field, one.start) == (other.field, other.start)


def _share(sighting: Sighting) -> bool:
    """True for "two of them" and "of whom two": a share of people told before."""
    figure = sighting.figure
    text = sighting.report.field_text(figure.field)
    behind = text[figure.number_end : figure.end].split(maxsplit=2)[:2]
    before = text[figure.start : figure.number_start].split()[-2:]
    return any(words in (["of", "them"], ["of", "whom"]) for words in (behind, before))
