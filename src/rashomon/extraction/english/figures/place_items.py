"""The place that heads or closes a figure's item of a list: "X 191 dead, Y 22 deaths", "1 man and 1 child in X"."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.extraction.english.figures.place_distance import MOST_MENTIONS, directly_after
from rashomon.extraction.english.figures.reading import Read
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.model.place import Place


def of_item(view: SentenceView, read: Read, reads: Sequence[Read], places: Sequence[Place]) -> Place | None:
    """The place that the figure's item of a list names at its head or its end, if it does."""
    return _heading(view, read, reads, places) or _closing(view, read, reads, places)


def _heading(view: SentenceView, read: Read, reads: Sequence[Read], places: Sequence[Place]) -> Place | None:
    """The place right before the first number of an item, where only counted nouns stand between it and the figure."""
    first = read.slot.first
    ends = {_last(view, p) + 1: p for p in places if _last(view, p) + 1 <= first}
    counted = {k for r in reads[:MOST_MENTIONS] for k in range(r.slot.first, r.slot.counted.next)}
    for start in sorted(ends, reverse=True):
        between = range(start, first)
        heads = any(r.slot.first == start for r in reads[:MOST_MENTIONS])
        if heads and all(k in counted or view.lower(k) == "and" for k in between):
            token = view.parse.at(ends[start].start - view.sentence.start)
            return ends[start] if token is not None and _opens_item(view, token.i) else None
    return None


def _opens_item(view: SentenceView, i: int) -> bool:
    """Whether a list or the sentence goes on right before a place: no preposition ties it to words before it."""
    while i > 0 and view.parse.tokens[i - 1].pos in ("DET", "ADJ"):
        i -= 1
    return i == 0 or view.lower(i - 1) in (",", ";", ":", "and", "while")


def _closing(view: SentenceView, read: Read, reads: Sequence[Read], places: Sequence[Place]) -> Place | None:
    """The place right behind the number that "and" ties to the figure: "1 man and 1 child in X"."""
    joint = read.slot.counted.next
    following = next((r for r in reads[:MOST_MENTIONS] if r.slot.first == joint + 1), None)
    if following is None or view.lower(joint) != "and" or _put_behind(view, read, places):
        return None
    return _put_behind(view, following, places)


def _put_behind(view: SentenceView, read: Read, places: Sequence[Place]) -> Place | None:
    """The place that a preposition puts right behind a figure, if one does."""
    for place in sorted(places, key=lambda p: p.start):
        token = view.parse.at(place.start - view.sentence.start)
        if token is not None and token.i >= read.slot.counted.next:
            home = place.role == "from" and place.kind == "country"  # "two Kotrians and one each from X and Y"
            return place if not home and directly_after(view, read.slot.counted.next - 1, token.i) else None
    return None


def _last(view: SentenceView, place: Place) -> int:
    token = view.parse.at(place.end - 1 - view.sentence.start)
    return token.i if token is not None else len(view.parse.tokens)
