"""Each root's history of one question: its points in order of the states they describe, and how each follows the
last.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.reconciliation.known_figures import is_of_one_house
from rashomon.reconciliation.number_ranges import Meant, is_rounding, says_same
from rashomon.reconciliation.questions import Asked, Asking
from rashomon.reconciliation.sighting_order import in_order, is_later
from rashomon.reconciliation.sightings import Sighting

#: Measures whose count only rises.
RISING = frozenset({"cumulative"})
#: A vague word stands for so many times its floor at most.
_VAGUE_TIMES = 10.0


@dataclass(slots=True)
class Point:
    """One state of a history. `first` is the wording nearest the root; `others` say the same.

    `corrected_by` is set for a number that was taken back: it never was a state.
    """

    first: Sighting
    others: list[Sighting] = field(default_factory=list)
    carried: list[Sighting] = field(default_factory=list)
    superseded_by: Point | None = None
    corrected_by: Sighting | None = None

    @property
    def members(self) -> list[Sighting]:
        """Every sighting of the point."""
        return [self.first, *self.others, *self.carried]


@dataclass(slots=True)
class History:
    """What one voice (a root, or an outlet for itself) said on one question, earliest state first."""

    voice: str
    root: str | None
    side: str | None
    points: list[Point]


def histories_of(asked: Asked, asking: Asking) -> list[History]:
    """The histories of a question; an unattributed figure that equals a root's is put to that root."""
    own = [s for s in asked.members if s.copied_from is None]
    voices: dict[str, list[Sighting]] = defaultdict(list)
    rooted = [(m, asking.meant[m.id]) for m in own if m.root is not None]
    for sighting in in_order(own):
        voices[_voice_of(sighting, rooted, asking)].append(sighting)
    found = [_history(voice, members, asking) for voice, members in sorted(voices.items())]
    return sorted(found, key=lambda h: (h.root is None, h.points[0].first.order, h.voice))


def _voice_of(sighting: Sighting, rooted: Sequence[tuple[Sighting, Meant]], asking: Asking) -> str:
    """The voice that answers for a figure: its own, or for an unattributed one the root that gave the same number.

    Not a root to whom the same report gives another number. `rooted` are the question's figures with a root.
    """
    if sighting.root is not None:
        return sighting.voice
    mine, report = asking.meant[sighting.id], sighting.report.id
    same = [
        m
        for m, number in rooted
        if number.stated is not None
        and (number.stated == mine.stated or is_rounding(mine, number))
        and (m.report.id == report or "vague" not in (m.figure.qualifier, sighting.figure.qualifier))
        and asking.is_same_count(m, sighting)
    ]
    rivals = {m.voice for m, _ in rooted if m.report.id == report and not _tells_same(m, sighting, asking)}
    same = [m for m in same if m.voice not in rivals]
    nearest = min(
        same, key=lambda m: (m.report.id != sighting.report.id, m.order, m.figure.number_start, m.id), default=None
    )
    return nearest.voice if nearest else sighting.voice


def _history(voice: str, members: Sequence[Sighting], asking: Asking) -> History:
    points: list[Point] = []
    kept = [m for m in members if asking.correction_of(m) is None]
    for sighting in kept or members:
        _place(sighting, points, asking)
    if kept:
        _add_corrected([m for m in members if asking.correction_of(m) is not None], points, asking)
    else:
        _withdraw(points, asking)
    for point in points:
        _put_nearest_first(point)
    named = next((m for m in members if m.root is not None), members[0])
    return History(voice, named.root, named.side, points)


def _add_corrected(taken_back: Sequence[Sighting], points: list[Point], asking: Asking) -> None:
    """Adds what was taken back before the point that corrects it."""
    for sighting in taken_back:
        known = next((p for p in points if p.corrected_by and _says(p, sighting, asking)), None)
        if known is not None:
            known.others.append(sighting)
            continue
        correction = asking.correction_of(sighting)
        right = next((p for p in points if correction and correction.id in {m.id for m in p.members}), points[-1])
        points.insert(points.index(right), Point(sighting, superseded_by=right, corrected_by=correction))


def _withdraw(points: Sequence[Point], asking: Asking) -> None:
    """Marks what was taken back by a figure of another history: its root's office or house gives another number."""
    for point in points:
        right = asking.correction_of(point.first)
        own = right is not None and (point.first.root is None or is_of_one_house(point.first, right))
        if right is not None and own and not point.first.taken_back:
            point.superseded_by, point.corrected_by = Point(right), right


def _says(point: Point, sighting: Sighting, asking: Asking) -> bool:
    return says_same(asking.meant[point.first.id], asking.meant[sighting.id])


def _place(sighting: Sighting, points: list[Point], asking: Asking) -> None:
    """Adds a sighting to the history: to a point that says the same, or as a new point after the last."""
    if not points:
        points.append(Point(sighting))
        return
    for point in reversed(points):
        # "Several children" may be nine and may be twenty; nine are never twenty.
        if all(_tells_same(told, sighting, asking) for told in (point.first, *point.others)):
            later = is_later(sighting, point.first)
            if not later or (point is points[-1] and not sighting.states_itself):
                (point.carried if later else point.others).append(sighting)
                return
            if not sighting.states_itself:
                point.carried.append(sighting)
                return
            break
    newest = points[-1]
    fresh = Point(sighting)
    if _is_stale(sighting, newest.first, asking):
        fresh.superseded_by = newest
        points.insert(-1, fresh)
        return
    points.append(fresh)
    if _replaces(sighting, newest.first, asking):
        for point in points[:-1]:
            point.superseded_by = point.superseded_by or fresh


def _tells_same(a: Sighting, b: Sighting, asking: Asking) -> bool:
    """True for one number, a rounding of it, or a vague word for it in the same report ("several", then nine)."""
    one, other = asking.meant[a.id], asking.meant[b.id]
    if says_same(one, other):
        return True
    vague = [m for s, m in ((a, one), (b, other)) if s.figure.qualifier == "vague"]
    if a.report.id != b.report.id or len(vague) != 1 or vague[0].stated is None:
        return False
    number = (other if vague[0] is one else one).stated
    return number is not None and vague[0].stated <= number <= _VAGUE_TIMES * vague[0].stated


def _is_stale(new: Sighting, old: Sighting, asking: Asking) -> bool:
    """True for a lower number of a count that only rises, printed later without a statement of its own, or called the
    earlier one: an older state.
    """
    if new.earlier and not old.earlier and is_higher(old, new, asking):
        return True
    if new.states_itself or new.report.id == old.report.id:
        return False
    return (is_later(new, old) or follows(new, old)) and is_higher(old, new, asking)


def _replaces(new: Sighting, old: Sighting, asking: Asking) -> bool:
    """True where a voice's next figure takes the place of its last: later, corrected, or higher in another report of
    that day.
    """
    if is_later(new, old) or follows(new, old) or old.earlier:
        return True
    return new.report.id != old.report.id and is_higher(new, old, asking)


def is_higher(new: Sighting, old: Sighting, asking: Asking) -> bool:
    """True for a higher number of a count that only rises."""
    one, other = asking.meant[new.id].stated, asking.meant[old.id].stated
    return new.counting in RISING and one is not None and other is not None and one > other


def follows(a: Sighting, b: Sighting) -> bool:
    """True where a was published after b for sure, with days that overlap."""
    first, second = a.report.published, b.report.published
    return first is not None and second is not None and first.earliest > second.latest


def _put_nearest_first(point: Point) -> None:
    """The wording nearest the root: named, in the body, exact words before rounded ones, then earliest."""
    every = [point.first, *point.others]
    best = min(
        every,
        key=lambda s: (
            s.root is None,
            s.headline,
            s.figure.value is None,
            _roundness(s),
            s.order,
            s.figure.number_start,
            s.id,
        ),
    )
    every.remove(best)
    point.first, point.others = best, every


def _roundness(sighting: Sighting) -> int:
    value = sighting.figure.value
    if value is None or value != int(value):
        return 0
    digits = str(int(value))
    return len(digits) - len(digits.rstrip("0"))
