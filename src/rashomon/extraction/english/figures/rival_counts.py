"""The count that "the dead" are right behind it: the only one of the sentence before, or the last of those set against
each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.told import FARTHEST, Told, can_hold
from rashomon.knowledge.word_classes import WordClasses
from rashomon.model.claim import Figure


@dataclass(frozen=True, slots=True)
class RivalWords(WordClasses):
    """Words that set one count against another."""

    source: ClassVar[str] = "en/words/figures.toml#rivals"

    against: frozenset[str]


def just_told(told: Sequence[Told], i: int, wholes: Mapping[int, int], figures: Sequence[Figure]) -> int | None:
    """The count of the state in the part's own sentence, or the only one of the sentence before with the same voice."""
    one = told[i]
    plain = [k for k in range(max(0, i - FARTHEST), i) if k not in wholes and not told[k].read.part]
    near = [k for k in plain if told[k].field == one.field]
    near = [k for k in near if told[k].measure == one.measure and told[k].value and can_hold(told[k], one)]
    here = [k for k in near if told[k].view is one.view]
    just = [k for k in range(max(0, i - FARTHEST), i) if one.sentence - told[k].sentence == 1 and k not in wholes]
    just = [k for k in just if told[k].measure == one.measure]
    # Of rival counts of the sentence before ("some spoke of 276, but the minister confirmed 190") the last stands.
    rivals = len(just) > 1 and _are_rivals(told, just)
    last = just[-1] if just and just[-1] in near and (rivals or len(just) == 1) else None
    alone = [last] if last is not None and (rivals or _is_one_voice(figures[last], figures[i])) else []
    return max(here or alone, key=lambda k: (told[k].value or 0, k), default=None)


def _are_rivals(told: Sequence[Told], just: Sequence[int]) -> bool:
    """Whether the counts of a sentence are set against each other: "but" stands before the last of them."""
    view = told[just[-1]].view
    between = range(told[just[-2]].read.slot.counted.next, told[just[-1]].read.slot.first)
    return any(view.lower(k) in view.words.of(RivalWords).against for k in between)


def _is_one_voice(before: Figure, figure: Figure) -> bool:
    source, its = before.attribution, figure.attribution
    return source is None or its is None or source.text == its.text
