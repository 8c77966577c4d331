"""Reports kept ready for comparison in a process: those of today at hand, many more of the past packed."""

from __future__ import annotations

from collections import OrderedDict
from typing import TypeVar

from rashomon.grouping import Names, Sketch, Words, names_of, pack_sketch, sketch_of, unpack_sketch, words_of
from rashomon.knowledge.library import Library
from rashomon.model.report import Report

#: Sketches at hand: those of the stories that are being told now, and what is asked for with them.
_AT_HAND = 5_000
#: So many words of texts are at hand, some forty bytes each: of a story of ten thousand reports any text may be
#: compared word by word with one that comes.
_WORDS = 2_000_000
#: Sketches kept packed, a few kilobytes each: far fewer stories of the past are asked for at a time, but any may be.
PACKED = 150_000
T = TypeVar("T")


class Sketches:
    """Sketches and words by the hash of their report's content; each kind up to a bound, the oldest go first."""

    def __init__(self, library: Library, packed: int = PACKED) -> None:
        self._library, self._most = library, packed
        self._at_hand: OrderedDict[str, Sketch] = OrderedDict()
        self._packed: OrderedDict[str, bytes] = OrderedDict()
        self._names: OrderedDict[str, Names] = OrderedDict()
        self._words: OrderedDict[str, Words] = OrderedDict()
        self._many_words = 0

    def find(self, key: str) -> Sketch | None:
        """The sketch of a report that was made before, or null."""
        found = self._at_hand.get(key)
        if found is not None:
            self._at_hand.move_to_end(key)
            return found
        packed = self._packed.get(key)
        if packed is None:
            return None
        # Reports without a date are asked for by those of all times: the same few, again and again.
        found = unpack_sketch(packed)
        _keep(self._at_hand, key, found, min(_AT_HAND, self._most))
        return found

    def has(self, key: str) -> bool:
        """True where the sketch of a report was made before."""
        return key in self._packed

    def make(self, key: str, report: Report) -> Sketch:
        """The sketch of a report."""
        found = self.find(key) if self.has(key) else None
        if found is None:
            found = sketch_of(report, self.words(key, report), self._library)
            _keep(self._at_hand, key, found, min(_AT_HAND, self._most))
            _keep(self._packed, key, pack_sketch(found), self._most)
            _keep(self._names, key, names_of(found.marks.telling, found.marks.words), self._most)
        return found

    def find_names(self, key: str) -> Names | None:
        """The names and numbers of a report as bits, where they were taken before."""
        return self._names.get(key)

    def names(self, key: str, report: Report) -> Names:
        """The names and numbers of a report as bits; taking them costs less than a sketch."""
        found = self.find_names(key)
        if found is None:
            words = self.find_words(key) or words_of(report)
            found = names_of(words.telling, len(words))
            _keep(self._names, key, found, self._most)
        return found

    def find_words(self, key: str) -> Words | None:
        """The words of a report that were taken apart before, or null."""
        return self._words.get(key)

    def words(self, key: str, report: Report) -> Words:
        """The words of a report."""
        found = self._words.get(key)
        if found is None:
            found = words_of(report)
            self._words[key] = found
            self._many_words += len(found)
            while self._many_words > _WORDS and len(self._words) > 1:
                self._many_words -= len(self._words.popitem(last=False)[1])
        return found


def _keep(kept: OrderedDict[str, T], key: str, value: T, most: int) -> None:
    kept[key] = value
    if len(kept) > most:
        kept.popitem(last=False)
