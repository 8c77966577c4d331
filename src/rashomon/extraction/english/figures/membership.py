"""Whether words make a quantity a part of a whole: "12 of them", "three nurses among them", "three nurses included"."""

from __future__ import annotations

from rashomon.extraction.english.figures.inheritance import (
    PartWords,
    fronted,
    including_before,
    is_graver,
    is_status,
    of_those_harmed,
    relative_before,
)
from rashomon.extraction.english.figures.named_shares import is_named_share
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.knowledge.measures import Cue

#: A row of those "among the dead" is so long at most, and the origin of a member ("from South Sudan").
LONGEST_ROW, _FROM = 20, 3


def is_part(view: SentenceView, slot: Slot) -> bool:
    """True where the words make the quantity a part of a whole told before."""
    words = view.words.of(PartWords)
    if slot.counted.partitive:
        head = slot.counted.head
        if head is None:
            pointing = view.lower(slot.last + 2) in words.pointing or is_status(view, view.lower(slot.last + 3))
            return pointing or view.slot_at(slot.counted.next) is not None
        named = (
            any(view.lower(k) in words.status for k in range(slot.last + 2, head.i + 1))
            or of_those_harmed(view, slot) is not None
        )
        return named or among_after(view, slot) or including_before(view, slot)
    if slot.quantity.qualifier == "fraction" or is_named_share(view, slot):
        return True
    return (
        fronted(view, slot)
        or relative_before(view, slot)
        or including_before(view, slot)
        or included_after(view, slot)
        or among_after(view, slot)
        or (_is_bare(slot) and is_graver(view, slot) and view.slots[0] is not slot)
    )


def _is_bare(slot: Slot) -> bool:
    """A number alone, of those just told: not "with 6,500 more slightly damaged", who are others."""
    return slot.counted.head is None and not slot.counted.more


def included_after(view: SentenceView, slot: Slot) -> bool:
    """ "215 dead, three doctors included": the part's word stands behind it, and has no object."""
    i = slot.counted.next
    last = i + 1 >= len(view.parse.tokens) or view.parse.tokens[i + 1].pos in ("PUNCT", "CCONJ", "SCONJ")
    return last and view.lower(i) == "included" and view.lower(slot.first - 1) in (",", "(", "and", "-", "–", "—")


def among_after(view: SentenceView, slot: Slot) -> bool:
    """ "three students among them", "two children were among the dead"."""
    row_end = slot.counted.next
    listed = False
    for i in range(slot.counted.next, min(len(view.parse.tokens), slot.counted.next + LONGEST_ROW)):
        word = view.lower(i)
        if word == "among":
            of_status = view.lower(i + 1) == "the" and is_status(view, view.lower(i + 2))
            return (of_status or not (listed or _holds_others(view, slot, i))) and _closes_row(view, i)
        if word in (".", ";", ":", "died") or any(_is_done_to_people(c) for c in view.cues(i)):
            return False
        other = view.slot_at(i)
        if other is not None and i >= row_end:
            if view.lower(i - 1) not in ("and", ",") or not _is_row(view, row_end, i):
                return False
            listed = listed or view.lower(i - 1) == ","
            row_end = other.counted.next
    return False


def _is_done_to_people(cue: Cue) -> bool:
    """Whether a cue is a deed of its own: "were killed among the ruins"; "are reported among the dead" is none."""
    return cue.shape == "ed" and cue.role != "state" and cue.counts == "people"


def _is_row(view: SentenceView, start: int, end: int) -> bool:
    """Whether a row goes on from one member to the next: nothing between but where the first are from."""
    between = view.parse.tokens[start : end - 1]
    return not between or (len(between) <= _FROM and between[0].lower == "from" and between[-1].pos == "PROPN")


def _holds_others(view: SentenceView, slot: Slot, among: int) -> bool:
    """ "1,500 people, volunteers and doctors among them": the count is the whole of those named behind a comma."""
    if view.lower(among - 1) in ("were", "was", "are", "is", "also"):
        return False
    commas = [k for k in range(slot.counted.next, among) if view.lower(k) == ","]
    joined = bool(commas) and any(view.lower(k) in ("and", "or") for k in range(commas[-1], among))
    return bool(commas) and (not joined or view.slots[0] is slot)


def ends_in_among(view: SentenceView, slot: Slot) -> bool:
    """ "two children among them,": the phrase closes with the whole that it goes back to."""
    words = view.words.of(PartWords)
    i = slot.counted.next
    return (
        view.lower(i) == "among"
        and view.lower(i + 1) in words.pointing
        and view.lower(i + 2) in (",", ")", "-", "–", "—")
    )


def among_next(view: SentenceView, slot: Slot) -> bool:
    """ "ten children were among 48 people killed": the whole comes right after."""
    return any(
        view.lower(i) == "among" and (view.slot_at(i + 1) is not None or view.slot_at(i + 2) is not None)
        for i in range(slot.counted.next, min(slot.counted.next + 4, len(view.parse.tokens)))
    )


def _closes_row(view: SentenceView, i: int) -> bool:
    """ "among them" at the end of what it speaks of, not before it ("among them a journalist")."""
    words = view.words.of(PartWords)
    following = view.lower(i + 1)
    if following in words.those and view.lower(i - 1) in ("were", "was", "are", "is") and view.lower(i + 2) == "who":
        return True
    if view.slot_at(i + 1) is not None or (following == "the" and view.slot_at(i + 2) is not None):
        return view.lower(i - 1) in ("were", "was", "are", "is")
    if following in words.pointing:
        after = i + 2
        return after >= len(view.parse.tokens) or view.parse.tokens[after].pos in (
            "PUNCT",
            "CCONJ",
            "VERB",
            "AUX",
            "ADP",
        )
    return following == "the" and any(view.lower(i + k) in words.status for k in (2, 3))
