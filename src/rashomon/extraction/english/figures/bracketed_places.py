"""The place that a count in brackets stands behind, in lists of them: "in Garissa (1), Kisumu (3 dead), Nakuru (2)"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rashomon.extraction.english.figures.phrase_edges import mention_of
from rashomon.extraction.english.figures.place_distance import directly_after
from rashomon.extraction.english.figures.reading import Read
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.extraction.english.figures.unlisted_places import told_place
from rashomon.model.place import Place

#: So many names with a bracket of counts behind each make a list.
_LIST = 2
#: A bracket of counts holds so many tokens at most, a name before it so many.
_LONGEST, _LONGEST_NAME = 20, 5


def of_bracket(view: SentenceView, read: Read, places: Sequence[Place]) -> Place | None:
    """The place of a figure in brackets: that of the name before them, known or not, where the sentence lists such."""
    opens = _opened(view, read.slot.first)
    if opens is None or any(_names_own(view, read, p, opens) for p in places):
        return None
    items = _items(view, places)
    place = items.get(opens)
    return msgspec.structs.replace(place, how="clause") if place is not None else None


def outside_brackets(view: SentenceView, read: Read, places: Sequence[Place]) -> list[Place]:
    """The places without those that head a bracket of a list: these have what their bracket counts, and no more."""
    items = _items(view, places)
    if not items or _opened(view, read.slot.first) in items:
        return list(places)
    heads = {(p.field, p.start) for p in items.values()}
    return [p for p in places if (p.field, p.start) not in heads]


def _names_own(view: SentenceView, read: Read, place: Place, opens: int) -> bool:
    """Whether a place inside the bracket is the figure's: "Kotria (12 in Arba, 3 in Bono)"."""
    token = view.parse.at(place.start - view.sentence.start)
    return token is not None and token.i > opens and directly_after(view, read.slot.counted.next - 1, token.i)


def _opened(view: SentenceView, i: int) -> int | None:
    """The bracket that a token stands in, if it is a short one."""
    for k in range(i - 1, max(-1, i - _LONGEST), -1):
        if view.lower(k) == ")":
            return None
        if view.lower(k) == "(":
            return k
    return None


def _items(view: SentenceView, places: Sequence[Place]) -> dict[int, Place]:
    """Of a sentence that lists names with a bracket of counts behind each, one of them a known place: the place of each
    bracket. In a list of victims ("Arba Bono (17)") no name is a place."""
    brackets = sorted({k for slot in view.slots if (k := _opened(view, slot.first)) is not None and k > 0})
    if len(brackets) < _LIST:
        return {}
    known = {k: p for k in brackets if (p := _ending_at(view, k, places)) is not None}
    if not known:
        return {}
    named = {k: p for k in brackets if k not in known and (p := _name_before(view, k)) is not None}
    found = {**known, **named}
    return found if len(found) >= _LIST else {}


def _ending_at(view: SentenceView, bracket: int, places: Sequence[Place]) -> Place | None:
    """The known place whose words end right before a bracket."""
    for place in places:
        last = view.parse.at((place.phrase or place).end - 1 - view.sentence.start)
        own = view.parse.at(place.end - 1 - view.sentence.start)
        if (last is not None and last.i == bracket - 1) or (own is not None and own.i == bracket - 1):
            return place
    return None


def _name_before(view: SentenceView, bracket: int) -> Place | None:
    """The name that no list of places holds, right before a bracket."""
    start = bracket
    while start > 0 and bracket - start < _LONGEST_NAME and _is_name(view, start - 1):
        start -= 1
    return told_place(mention_of(view, start, bracket - 1), "other") if start < bracket else None


def _is_name(view: SentenceView, i: int) -> bool:
    token = view.parse.tokens[i]
    return token.text[:1].isupper() and token.pos in ("PROPN", "NOUN", "ADJ") and token.lower not in view.calendar
