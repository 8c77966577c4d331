"""Parts of a whole that has no measure, and that nothing told before can be the whole of."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.extraction.english.figures.inheritance import fronted, includer_before, including_before, is_status
from rashomon.extraction.english.figures.reading import Read
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot


def is_of_unread_whole(view: SentenceView, slot: Slot) -> bool:
    """ "six women, including two minors, were raped": the whole stands in the sentence and has no measure; and "20 % of
    the territory" shares out land."""
    if including_before(view, slot):
        opens = includer_before(view, slot) or 0
        return any(opens - 2 <= other.counted.next <= opens for other in view.slots)
    head = slot.counted.head
    if slot.quantity.qualifier != "fraction":
        return False
    if head is None:
        # "half the annual rainfall": the noun of the phrase that the share stands before.
        behind = view.parse.tokens[slot.counted.next : slot.counted.next + 5]
        shared = [t for t in behind if t.pos in ("NOUN", "VERB", "AUX", "PUNCT", "ADP")][:1]
        opens = bool(behind) and behind[0].pos == "DET" and not slot.counted.partitive
        head = shared[0] if opens and shared and shared[0].pos == "NOUN" else None
        if head is None:
            return False
    classes = view.measures.class_of(head.lower) | view.measures.class_of(slot.counted.compound)
    return not (is_status(view, head.lower) or classes & {"people", "buildings"})


def is_of_things_between(view: SentenceView, slot: Slot, whole: Slot) -> bool:
    """ "6,400 people are in 40 schools, of which 12 are full": those told last, without a measure, are the whole."""
    if (view.lower(slot.first - 2), view.lower(slot.first - 1)) != ("of", "which"):
        return False
    told = [other for other in view.slots if other.counted.next < slot.first]
    return bool(told) and told[-1] is not whole and told[-1].counted.head is not None


def shares_people(view: SentenceView, slot: Slot) -> bool:
    """ "16% of the country's population": a share of people of whom nothing else was told."""
    head = slot.counted.head
    return slot.quantity.qualifier == "fraction" and head is not None and not is_status(view, head.lower)


def follows_unread(view: SentenceView, slot: Slot) -> bool:
    """ "The remaining 12 patients, four of them children": the twelve, who have no measure, are the whole."""
    pronoun = slot.counted.partitive and slot.counted.head is None and not fronted(view, slot)
    return pronoun and any(o.first < slot.first and o.counted.head is not None for o in view.slots)


def counts_nobody(view: SentenceView, slot: Slot) -> bool:
    """ "Including 3.5 million masks", "over 60 per cent said they needed help": things of no class, and a bare share
    of which it is not said that it is of those told before."""
    head = slot.counted.head
    if head is not None:
        known = view.measures.class_of(head.lower) | view.measures.class_of(slot.counted.compound)
        name = (
            head.pos == "PROPN" or is_status(view, head.lower) or any(c.counts == "people" for c in view.cues(head.i))
        )
        return not (known or name)
    told_of = view.lower(slot.first - 1) == "(" or view.lower(slot.last + 1) == "of"  # "the majority (55 per cent)"
    if slot.quantity.qualifier != "fraction" or slot.counted.partitive or told_of:
        return False
    if any(other.first < slot.first for other in view.slots):
        return True  # of those whom the sentence counted before, without a measure
    behind = [
        view.parse.tokens[k] for k in range(slot.counted.next, min(slot.counted.next + 5, len(view.parse.tokens)))
    ]
    return not any(t.lower in view.measures.categories or is_status(view, t.lower) for t in behind)


def counts_people(view: SentenceView) -> bool:
    """Whether a sentence counts several people: "the plane was carrying 242 people"."""
    counted = [s for s in view.slots if s.counted.head is not None and not s.counted.partitive]
    several = (s.counted.head for s in counted if (s.quantity.value or 0) > 1)
    return any(head is not None and "people" in view.measures.class_of(head.lower) for head in several)


def without_pronouns(reads: Sequence[Read]) -> list[Read]:
    """The reads of a sentence behind people of whom nothing was told, without the parts of these ("among them 12")."""
    gone: list[Slot] = []
    for read in reads:
        if read.reading.rule == "part of earlier" or any(read.row is slot for slot in gone):
            gone.append(read.slot)
    return [read for read in reads if not any(read.slot is slot for slot in gone)]
