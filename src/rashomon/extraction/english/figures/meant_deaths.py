"""Casualties that mean deaths: "15 more deaths, so that casualties come to 149" counts 149 dead."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from rashomon.extraction.english.figures.counting import CountingWords
from rashomon.extraction.english.figures.make_figure import SentenceReads
from rashomon.extraction.english.figures.reading import CASUALTIES, Read
from rashomon.extraction.english.figures.toll_words import TollWords


def with_meant_deaths(found: Sequence[SentenceReads]) -> list[SentenceReads]:
    """The sentences of a report, its casualties as killed where one adds further deaths to them and none the hurt."""
    told = [r.reading.measure for one in found for r in one.reads if _are_casualties(one, r)]
    if not told or not any(_adds_deaths(one) for one in found) or any(_joins_hurt(one) for one in found):
        return list(found)
    return [dataclasses.replace(one, reads=tuple(_as_deaths(one, r) for r in one.reads)) for one in found]


def _are_casualties(one: SentenceReads, read: Read) -> bool:
    named = one.view.lower(read.reading.anchor) in one.view.words.of(TollWords).casualties
    return named and read.reading.measure == CASUALTIES


def _as_deaths(one: SentenceReads, read: Read) -> Read:
    if not _are_casualties(one, read):
        return read
    return dataclasses.replace(read, reading=dataclasses.replace(read.reading, measure="killed"))


def _adds_deaths(one: SentenceReads) -> bool:
    """Whether a sentence tells further deaths and then the casualties that they come to."""
    more, lower = one.view.words.of(CountingWords).more, one.view.lower
    for read in one.reads:
        slot = read.slot
        added = slot.counted.more or any(lower(k) in more for k in range(slot.first, slot.counted.next))
        later = any(_are_casualties(one, r) and r.slot.first > slot.first for r in one.reads)
        if read.reading.measure == "killed" and added and later:
            return True
    return False


def _joins_hurt(one: SentenceReads) -> bool:
    """Whether the hurt are told beside the casualties, which then hold them."""
    return any(_are_casualties(one, r) for r in one.reads) and any(r.reading.measure == "injured" for r in one.reads)
