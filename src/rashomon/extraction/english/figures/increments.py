"""Counts that a toll takes up: "16 more died, which brings the dead to 532", "rose to 91 after two more died"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.inheritance import PartWords
from rashomon.extraction.english.figures.told import FARTHEST, Told, can_hold, differ
from rashomon.extraction.english.figures.toll_words import TollWords
from rashomon.knowledge.word_classes import WordClasses
from rashomon.model.claim import Figure

#: A toll that further deaths have entered was told so many sentences before at most.
_SENTENCES_BACK = 3
#: Rules by which a total is told that has grown to its number.
_TOTALS = ("toll", "state subject", "toll carried on", "row")


@dataclass(frozen=True, slots=True)
class IncrementWords(WordClasses):
    """Words between a toll and what enters it."""

    source: ClassVar[str] = "en/words/figures.toml#increments"

    because: frozenset[str]
    adding: frozenset[str]


def toll_entered(told: Sequence[Told], i: int, wholes: Mapping[int, int], figures: Sequence[Figure]) -> int | None:
    """The index of the toll that takes up the count at i, or null; `wholes` are those found so far."""
    rules = (
        _brought(told, i),
        _risen(told, i),
        _goes_on_listing(told, i, wholes, figures),
        _running_toll(told, i),
        _last_day(told, i, wholes, figures),
    )
    return next((toll for toll in rules if toll is not None), None)


def _brought(told: Sequence[Told], i: int) -> int | None:
    """ "Five died on Sunday, which took the toll to seven": the toll right behind a count and a verb of bringing."""
    one = told[i]
    # "Fifteen died, four children among them, bringing the toll to 101": the children are of the 15.
    behind = (k for k in range(i + 1, len(told)) if not told[k].read.part or told[k].read.reading.rule == "toll")
    k = next(behind, None)
    if k is None:
        return None
    toll = told[k]
    if toll.view is not one.view or toll.measure != one.measure or not _is_larger(toll, one):
        return None
    between = range(one.read.slot.counted.next, toll.read.slot.first)
    tokens, words = one.view.parse.tokens, one.view.words.of(TollWords)
    verbs = [tokens[k] for k in between if tokens[k].lemma in words.bringing and tokens[k].pos in ("VERB", "AUX")]
    leads = one.view.lower(toll.read.slot.first - 1)
    # "Putting the tally at 238"; not: "16 were killed; before that they had put the dead at 26".
    brings = bool(verbs) and (leads == "to" or (leads == "at" and verbs[-1].tag == "VBG"))
    return k if brings else None


def _risen(told: Sequence[Told], i: int) -> int | None:
    """ "The blasts have claimed 91 lives, after two more died": the toll right before a count that explains it."""
    one = told[i]
    toll = told[i - 1] if i else None
    if toll is None or toll.view is not one.view or toll.measure != one.measure or not _is_larger(toll, one):
        return None
    words = one.view.words.of(IncrementWords)
    between = range(toll.read.slot.counted.next, one.read.slot.first)
    behind = [k for k in between if one.view.lower(k) in words.because]
    if not behind:
        return None
    added = any(one.view.parse.tokens[k].lemma in words.adding for k in range(behind[-1], one.read.slot.first))
    return i - 1 if added or _is_further(one) or toll.read.reading.rule == "toll" else None


def _goes_on_listing(told: Sequence[Told], i: int, wholes: Mapping[int, int], figures: Sequence[Figure]) -> int | None:
    """ "Of the dead, 14 are from A and 44 from B. Another 12 have not been named": the next members of that whole."""
    one, before = told[i], i - 1
    if before not in wholes or one.sentence - told[before].sentence != 1 or not _is_further(one):
        return None
    whole = wholes[before]
    members = [m for m in wholes if wholes[m] == whole and told[m].view is told[before].view]
    fits = sum(told[m].value or 0 for m in (*members, i)) <= (told[whole].value or 0)
    alike = all(told[m].measure == one.measure for m in (whole, *members)) and len(members) > 1
    return whole if alike and fits and not differ(figures[before], figures[i]) else None


def _last_day(told: Sequence[Told], i: int, wholes: Mapping[int, int], figures: Sequence[Figure]) -> int | None:
    """ "It puts the dead at 1,033. Close to 119 died within the last 24 hours": the total before a day's count."""
    one = told[i]
    if "24 hours" not in one.view.sentence.text or one.value is None or one.read.reading.rule == "toll":
        return None
    for k in range(i - 1, max(-1, i - FARTHEST), -1):
        other = told[k]
        if one.sentence - other.sentence > 1 or other.field != one.field:
            return None
        total = other.view is not one.view and other.measure == one.measure and k not in wholes
        if total and other.read.reading.rule in _TOTALS and _is_larger(other, one):
            alike = figures[k].realis == figures[i].realis and not differ(figures[k], figures[i])
            return k if alike and can_hold(other, one) else None
    return None


def _running_toll(told: Sequence[Told], i: int) -> int | None:
    """The toll that "four more deaths" have entered: told as a toll, of the same measure, just before."""
    one = told[i]
    for k in range(i - 1, max(-1, i - FARTHEST), -1) if one.read.slot.counted.more else ():
        other = told[k]
        if one.sentence - other.sentence > _SENTENCES_BACK or other.field != one.field:
            return None
        if other.measure == one.measure and other.read.reading.rule == "toll" and can_hold(other, one):
            return k
    return None


def _is_further(one: Told) -> bool:
    """True for "two more", "another 12"."""
    counted = one.read.slot.counted
    before = one.view.lower(one.read.slot.first), one.view.lower(one.read.slot.first - 1)
    return counted.more or bool(set(before) & one.view.words.of(PartWords).another)


def _is_larger(toll: Told, one: Told) -> bool:
    return toll.value is not None and one.value is not None and toll.value > one.value and not one.read.part
