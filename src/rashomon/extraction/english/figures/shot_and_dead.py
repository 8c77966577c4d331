"""Who was shot where somebody died: "five were shot" counts dead and wounded, and of one it says nothing more."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rashomon.extraction.english.figures.reading import CASUALTIES
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.extraction.english.figures.told import OtherWords, Told
from rashomon.knowledge.victim_words import VictimWords
from rashomon.model.claim import Figure
from rashomon.model.ids import content_id

_TOLD = ("happened", "claimed")
#: So many sentences after those who were shot their dead may be told.
_NEAR = 8
#: So many counts of people shot are weighed, so that work stays linear in a hostile text.
_MOST = 60
#: Words behind a reading's anchor in which a wound is named (tokens).
_REACH = 5


def tells_hit_only(one: Told, words: VictimWords) -> bool:
    """True where the words leave open whether those who were hit lived."""
    return is_hit(one.view, one.read.reading.anchor, words)


def is_hit(view: SentenceView, i: int, words: VictimWords) -> bool:
    """True where the words at an anchor tell a hit and no wound."""
    if any(c.measure == "injured" and c.role in ("state", "noun") for k in (i + 1, i + 2) for c in view.cues(k)):
        return False
    return view.lower(i) in words.hit or any(view.lower(k) in words.wounds for k in range(i, i + _REACH))


def without_the_shot_dead(figures: Sequence[Figure], told: Sequence[Told], words: VictimWords) -> frozenset[int]:
    """Positions of single victims told as hit and not as living, in a report that tells of a death."""
    if _dead_of(figures) is None:
        return frozenset()
    return frozenset(
        n
        for n, (figure, one) in enumerate(zip(figures, told, strict=True))
        if figure.measure == "injured"
        and one.read.slot.quantity.single
        and tells_hit_only(one, words)
        and not lives(one.view.sentence.text, words)
    )


def lives(text: str, words: VictimWords) -> bool:
    """True where a sentence tells a wound or care, and no death."""
    return words.lived.search(text) is not None and words.died.search(text) is None


def with_the_shot(figures: Sequence[Figure], told: Sequence[Told], words: VictimWords) -> list[Figure]:
    """Figures where those shot of whom some died are casualties; behind each stands the injured whom that leaves.

    The injured are derived, with their calculation, where the report itself does not count as many.
    """
    found = list(figures)
    hurt = [
        f.value or 0
        for f, one in zip(figures, told, strict=True)
        if f.measure == "injured" and f.realis in _TOLD and not tells_hit_only(one, words)
    ]
    whole = _carried_with_the_dead(figures, told, words)
    if whole is not None:
        found[whole] = msgspec.structs.replace(figures[whole], measure=CASUALTIES)
    derived: Figure | None = None
    weighed = 0
    for i, (figure, one) in enumerate(zip(figures, told, strict=True)):
        if weighed == _MOST or not _may_hold_dead(figure, one, words):
            continue
        weighed += 1
        dead = _dead_among(figures, told, i)
        if dead is None or dead.value is None or figure.value is None:
            continue
        found[i] = msgspec.structs.replace(figure, measure=CASUALTIES)
        left = figure.value - dead.value
        if (
            left > max(hurt, default=0)
            and dead.qualifier == "exact"
            and (derived is None or left > (derived.value or 0))
        ):
            derived = _injured(figure, dead, left)
    return [*found, derived] if derived else found


def with_mixed_victims(figures: Sequence[Figure], told: Sequence[Told]) -> list[Figure]:
    """Figures where victims of whom some were injured are casualties: "4,500 victims; of those 4,300 were injured"."""
    hurt = {f.part_of for f in figures if f.measure == "injured" and f.part_of is not None}
    found = list(figures)
    for i, (figure, one) in enumerate(zip(figures, told, strict=True)):
        head = one.read.slot.counted.head
        harmed = head is not None and head.lower in one.view.words.of(OtherWords).harmed
        if figure.measure == "killed" and figure.id in hurt and harmed:
            found[i] = msgspec.structs.replace(figure, measure=CASUALTIES)
    return found


def _carried_with_the_dead(figures: Sequence[Figure], told: Sequence[Told], words: VictimWords) -> int | None:
    """The people taken to a hospital who are exactly the dead and the injured that the report counts."""
    counts = {
        m: [f for f in figures if f.measure == m and f.realis in _TOLD and f.value] for m in ("killed", "injured")
    }
    dead = max((f.value or 0 for f in counts["killed"]), default=0)
    values = sorted({f.value or 0 for f in counts["injured"]})
    if not dead or len(values) < 2 or values[-1] != values[-2] + dead:
        return None
    largest = [i for i, f in enumerate(figures) if f.measure == "injured" and f.value == values[-1]]
    carried = [i for i in largest if words.carried.search(_after(told[i])) and not _is_other(told[i])]
    return carried[0] if len(largest) == 1 and carried else None


def _after(one: Told) -> str:
    return one.view.sentence.text[one.read.slot.quantity.end :]


def _is_other(one: Told) -> bool:
    counted = one.read.slot.counted
    return counted.more or (counted.head is not None and counted.head.lower in one.view.words.of(OtherWords).others)


def _may_hold_dead(figure: Figure, one: Told, words: VictimWords) -> bool:
    if figure.measure != "injured" or figure.realis not in _TOLD or one.read.part or (figure.value or 0) < 2:
        return False
    if figure.qualifier not in ("exact", "at_least") or _is_other(one):
        return False
    # "Both were taken to a hospital, where one died": the dead are among those who were carried.
    beside = [s.quantity.start for s in one.view.slots if s.first > one.read.slot.last]
    there = words.carried.search(
        _after(one), 0, min(beside, default=len(one.view.sentence.text)) - one.read.slot.quantity.end
    )
    carried = there is not None and words.died.search(_after(one)) is not None
    return carried or tells_hit_only(one, words)


def _dead_of(figures: Sequence[Figure]) -> Figure | None:
    dead = [f for f in figures if f.measure == "killed" and f.realis in _TOLD and f.value]
    return max(dead, key=lambda f: f.value or 0, default=None)


def _dead_among(figures: Sequence[Figure], told: Sequence[Told], i: int) -> Figure | None:
    """The largest count of dead told with or after those who were shot, and none that is told beside them."""
    shot, one = figures[i], told[i]
    dead = [
        (f, other)
        for f, other in zip(figures, told, strict=True)
        if f.measure == "killed" and f.realis in _TOLD and f.value and not f.derived
    ]
    whole = all((f.value or 0) <= (shot.value or 0) for f, _ in dead)
    near = [
        f
        for f, other in dead
        if (f.value or 0) <= (shot.value or 0)
        and (whole or f.field != shot.field or -1 <= other.sentence - one.sentence <= _NEAR)
    ]
    beside = [f for f in near if f.field == shot.field and f.start == shot.start and f.number_start < shot.number_start]
    return None if beside and not _opens_clause(one) else max(near, key=lambda f: f.value or 0, default=None)


def _opens_clause(one: Told) -> bool:
    """ "One person died after seven were shot": the dead is told beside those who were shot, and is among them."""
    return one.view.lower(one.read.slot.first - 1) in one.view.words.of(OtherWords).together


def _injured(shot: Figure, dead: Figure, left: float) -> Figure:
    return msgspec.structs.replace(
        shot,
        id=content_id("fig", shot.report, shot.field, "derived figure", shot.number_start, shot.number_end),
        made_by="figures: shot less the dead",
        measure="injured",
        value=left,
        low=left,
        high=left if shot.high is not None else None,
        derived=True,
        calculation=f"{shot.value:,.0f} shot less {dead.value:,.0f} dead is {left:,.0f}",
        part_of=None,
    )
