"""Figures that owe their measure to one before them: "including eight children", "12 of them", "four in Dhaka"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.extraction.english.figures.reading import Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot

#: part: of the whole named before; share: a part given as a fraction; list: a sibling in a row.
Tie = Literal["part", "list"]

_INCLUDING = frozenset(("including", "included", "includes", "include", "among", "counting"))
_AMONG_END = frozenset(
    ("them", "whom", "these", "those", "victims", "dead", "injured", "wounded", "killed", "fatalities")
)
_STATUS_OF = frozenset(
    (
        "dead",
        "injured",
        "wounded",
        "victims",
        "killed",
        "casualties",
        "fatalities",
        "deaths",
        "missing",
        "detained",
        "detainees",
        "arrested",
        "hurt",
        "displaced",
        "hostages",
        "evacuees",
    )
)


@dataclass(frozen=True, slots=True)
class Inherited:
    """What a quantity takes from the one before: a reading, and how the two are tied."""

    reading: Reading
    tie: Tie


def is_part(view: SentenceView, slot: Slot) -> bool:
    """True where the words make the quantity a part of a whole told before."""
    if slot.counted.partitive:
        head = slot.counted.head
        return head is None or head.lower in _STATUS_OF or "people" in view.measures.class_of(head.lower)
    return _including_before(view, slot) or _among_after(view, slot)


def _including_before(view: SentenceView, slot: Slot) -> bool:
    """ "including ... Q": with nothing between but other members of the row."""
    for i in range(slot.first - 1, max(-1, slot.first - 26), -1):
        word = view.lower(i)
        if word in _INCLUDING:
            return _opens_row(view, i, slot)
        token = view.parse.tokens[i]
        if (
            word in (";", ".", ":", ")", "when", "after", "while", "as", "in", "at", "said")
            or token.pos in ("VERB", "AUX")
            and token.tag in ("VBD", "VBZ", "VBP")
            or word in ("killing", "wounding", "injuring", "while")
        ):
            return False
    return False


def _opens_row(view: SentenceView, i: int, slot: Slot) -> bool:
    if view.lower(i) == "among":
        following = view.lower(i + 1)
        if following in ("them", "these", "those", "whom"):
            return True
        return following == "the" and view.lower(i + 2) in _STATUS_OF
    return True


def _among_after(view: SentenceView, slot: Slot) -> bool:
    """ "three students among them", "two children were among the dead"."""
    for i in range(slot.counted.next, min(len(view.parse.tokens), slot.counted.next + 12)):
        if view.lower(i) == "among":
            following = view.lower(i + 1)
            return following in _AMONG_END or (following == "the" and view.lower(i + 2) in _STATUS_OF)
        if view.lower(i) in (".", ";", ":") or view.slot_at(i) is not None and view.lower(i - 1) != "and":
            return False
    return False


def continues_row(view: SentenceView, previous: Slot, slot: Slot) -> bool:
    """True where a quantity goes on a row that an earlier one began: no verb of its own, only places, times and names."""
    head = slot.counted.head
    if (
        head is not None
        and head.lower not in ("others", "other", "more")
        and "people" not in view.measures.class_of(head.lower)
    ):
        return False
    tokens = view.parse.tokens
    between = range(previous.counted.next, slot.first)
    if len(between) > 24:
        return False
    for i in between:
        token = tokens[i]
        if token.pos in ("VERB", "AUX") and not view.cues(i) and token.tag in ("VBD", "VBZ", "VBP", "VB", "MD"):
            return False
        if token.lower in (
            ";",
            ":",
            ".",
            "when",
            "while",
            "because",
            "after",
            "before",
            "against",
            "than",
            "where",
            "although",
        ):
            return token.lower in (";", ":")
    return _ends_like_row(view, slot, head is not None)


def _ends_like_row(view: SentenceView, slot: Slot, has_noun: bool) -> bool:
    """A row's member is followed by its place or time, a comma, "and", or nothing."""
    i = slot.counted.next
    if i >= len(view.parse.tokens):
        return True
    word = view.lower(i)
    if word in (
        ",",
        ".",
        ";",
        "and",
        "in",
        "at",
        "on",
        "from",
        "near",
        "there",
        "around",
        "outside",
        "inside",
        ")",
        "each",
        "during",
    ):
        return True
    return has_noun and view.parse.tokens[i].pos not in ("VERB", "AUX", "NOUN", "PROPN", "ADJ")
