"""Totals that the words tell behind their parts: "100 died, or a third of all 300", "Overall, 186 have died"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.inheritance import PartWords
from rashomon.extraction.english.figures.told import Told, can_hold, differ, excludes, is_elsewhere
from rashomon.knowledge.word_classes import WordClasses
from rashomon.model.claim import Figure

#: "And the rest in Bono" stands so many tokens behind the last member of a division; that has so many members at most.
_NEAR, _ROW = 10, 12
#: So many tokens open a sentence that tells a total.
_OPENING = 3


@dataclass(frozen=True, slots=True)
class TotalWords(WordClasses):
    """Words of a total told behind its parts, and of what is left of one."""

    source: ClassVar[str] = "en/words/figures.toml#totals_behind"

    rest: frozenset[str]
    overall: frozenset[str]
    in_all: frozenset[str]
    whole: frozenset[str]
    counts: frozenset[str]
    running: frozenset[str]


def total_behind(told: Sequence[Told], i: int, wholes: Mapping[int, int], figures: Sequence[Figure]) -> int | None:
    """The index of the total that the words behind a count make it a part of, or null."""
    if told[i].value is None or told[i].read.part or i in wholes:
        return None
    following = next((k for k in range(i + 1, len(told)) if told[k].measure == told[i].measure), None)
    if following is not None and _can_close(told, i, following, figures):
        if told[following].view is told[i].view:
            shared = _is_share(told[i], told[following]) or _is_the_total(told[i], told[following])
            return following if shared else None
        if _opens_total(told[following]) or _is_taken_up(told[i], told[following]):
            return following
    return _divided_with_rest(told, i)


def _can_close(told: Sequence[Told], i: int, k: int, figures: Sequence[Figure]) -> bool:
    one, total = told[i], told[k]
    near = total.field == one.field and 0 <= total.sentence - one.sentence <= 1
    larger = total.value is not None and one.value is not None and total.value > one.value
    plain = not total.read.part and figures[i].realis == figures[k].realis
    fits = can_hold(total, one) and not excludes(figures[k], figures[i]) and not is_elsewhere(figures[k], figures[i])
    return near and larger and plain and fits and not differ(figures[i], figures[k])


def _is_share(one: Told, total: Told) -> bool:
    """ "100 children died, or 37 per cent of the total of 272": a share says how many of all these are."""
    view, first = one.view, total.read.slot.first
    shares = [s for s in view.slots if one.read.slot.last < s.first < first and s.quantity.qualifier == "fraction"]
    if len(shares) != 1:
        return False
    opened = {view.lower(k) for k in range(shares[0].first - 2, shares[0].first)} & {"or", ",", "(", "-", "–", "—"}
    behind = [view.lower(k) for k in range(shares[0].last + 1, first)]
    told_as = one.view.words.of(TotalWords)
    allowed = {"of", "the", "all", "a"} | told_as.whole | told_as.counts
    return bool(opened) and "of" in behind and set(behind) <= allowed


def _is_the_total(one: Told, total: Told) -> bool:
    """ "68 were treated, but the total number hurt was above 100": the whole count, set against the first."""
    view, words = one.view, one.view.words.of(TotalWords)
    between = range(one.read.slot.counted.next, total.read.slot.first)
    told_as = (k for k in between if view.lower(k) in words.whole and view.lower(k - 1) == "the")
    return any(
        view.lower(k + 1) in words.counts or (view.lower(k) in words.counts and view.parse.tokens[k + 1].pos != "NOUN")
        for k in told_as
    )


def _opens_total(total: Told) -> bool:
    """ "Overall, 186 people have died", "In all, 40 were hurt"."""
    view, words = total.view, total.view.words.of(TotalWords)
    first = total.read.slot.first
    alone = view.lower(0) in words.overall
    phrase = view.lower(0) == "in" and view.lower(1) in words.in_all
    return (alone or phrase) and first <= _OPENING


def _is_taken_up(one: Told, total: Told) -> bool:
    """ "A further 23 soldiers died. So, by new data, 104 soldiers have died since May": the same people, counted on."""
    slot, view = one.read.slot, one.view
    said = {view.lower(k) for k in range(slot.first - 1, slot.core)}
    added = slot.counted.more or bool(said & view.words.of(PartWords).another)
    heads = [t.read.slot.counted.head for t in (one, total)]
    alike = heads[0] is not None and heads[1] is not None and heads[0].lower == heads[1].lower
    running = total.view.words.of(TotalWords).running
    return added and alike and any(t.lower in running for t in total.view.parse.tokens)


def _divided_with_rest(told: Sequence[Told], i: int) -> int | None:
    """ "70 are missing, 40 in Arba and the rest in Bono": what is left over is of the same whole."""
    one, view = told[i], told[i].view
    row = [k for k in range(max(0, i - _ROW), min(len(told), i + _ROW)) if told[k].view is view]
    last = max(k for k in row if told[k].measure == one.measure)
    if not _leaves_rest(told[last]):
        return None
    for k in row:
        need = sum(told[m].value or 0 for m in row if m > k and told[m].measure == one.measure)
        if k < i and told[k].measure == one.measure and (told[k].value or 0) > need and can_hold(told[k], one):
            return k
    return None


def _leaves_rest(one: Told) -> bool:
    view, words = one.view, one.view.words.of(TotalWords)
    for k in range(one.read.slot.counted.next, one.read.slot.counted.next + _NEAR):
        if view.slot_at(k) is not None or view.lower(k) in (".", ";"):
            return False
        if view.lower(k) in words.rest:
            return view.lower(k - 1) == "the" and view.lower(k - 2) in ("and", ",", "while")
    return False
