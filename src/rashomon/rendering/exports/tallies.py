"""Origins' counts of one event as tolls: what one origin says of all its dead, never what two say of different ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rashomon.rendering.exports.counts import Count

#: The number that a count stands for in a format; null where it states none that counts.
NumberOf = Callable[[Count], int | None]


@dataclass(frozen=True, slots=True)
class Tally:
    """One origin's toll: a count, or its counts of different people added. `whole`: it is of everybody who died."""

    number: int
    counts: tuple[Count, ...]
    whole: bool

    @property
    def voice(self) -> str:
        """Who counts."""
        return self.counts[0].voice

    @property
    def interested(self) -> bool:
        """Whether a party gives any of it of its enemy, or of civilians."""
        return any(c.interested for c in self.counts)

    @property
    def people(self) -> str:
        """Whom it counts, where it is not whole."""
        return "" if self.whole else self.counts[0].people


@dataclass(frozen=True, slots=True)
class Pool:
    """The tolls that a row chooses from (`rivals`), and those that are of other people or a party's own (`apart`)."""

    rivals: tuple[Tally, ...]
    apart: tuple[Tally, ...]


def tallies_of(counts: Sequence[Count], number_of: NumberOf) -> list[Tally]:
    """Each origin's tolls. Its counts of civilians and of fighters are added where one report gives each once."""
    by_voice: dict[str, list[Count]] = defaultdict(list)
    for count in counts:
        if number_of(count) is not None:
            by_voice[count.voice].append(count)
    found: list[Tally] = []
    for theirs in by_voice.values():
        added = _added(theirs, number_of)
        found += [added] if added else [Tally(number_of(c) or 0, (c,), c.people == "all") for c in theirs]
    return sorted(found, key=lambda t: (t.number, t.voice, t.counts[0].figure.id))


def pool_of(tallies: Sequence[Tally]) -> Pool:
    """The tolls to choose from: those of no party where there are any, and of everybody where there are any.

    Where one origin counts civilians only and another fighters only, they answer two questions: the larger group is
    chosen from, since each is a floor of the event's dead, and they are never added (design, rule 8).
    """
    neutral = [t for t in tallies if not t.interested] or list(tallies)
    rivals = [t for t in neutral if t.whole]
    if not rivals:
        lowest: dict[str, int] = {}
        for tally in neutral:
            lowest.setdefault(tally.people, tally.number)
        most = max(lowest, key=lambda p: (lowest[p], p), default="")
        rivals = [t for t in neutral if t.people == most]
    else:
        # More civilians than one origin counts of everybody: the two cannot both be right.
        most_told = max(t.number for t in rivals)
        rivals = [t for t in neutral if t.whole or t.number > most_told]
    return Pool(tuple(rivals), tuple(t for t in tallies if t not in rivals))


def _added(counts: Sequence[Count], number_of: NumberOf) -> Tally | None:
    """The sum of one report's counts of different people; null where they overlap or may do so."""
    civilians = [c for c in counts if c.people == "civilians"]
    fighters = [c for c in counts if c.people == "fighters"]
    sides = {c.figure.population.side for c in fighters} - {None}
    apart = len(civilians) <= 1 and (len(fighters) <= 1 or len(sides) == len(fighters))
    if len(counts) < 2 or len(civilians) + len(fighters) < len(counts) or not apart:
        return None
    if len({c.figure.report for c in counts}) > 1:
        return None
    return Tally(sum(number_of(c) or 0 for c in counts), tuple(counts), bool(civilians and fighters))
