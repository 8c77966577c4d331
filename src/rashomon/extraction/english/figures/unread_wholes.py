"""Parts of a whole that has no measure, and that nothing told before can be the whole of."""

from __future__ import annotations

from rashomon.extraction.english.figures.inheritance import fronted, includer_before, including_before, is_status
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


def shares_people(view: SentenceView, slot: Slot) -> bool:
    """ "16% of the country's population": a share of people of whom nothing else was told."""
    head = slot.counted.head
    return slot.quantity.qualifier == "fraction" and head is not None and not is_status(view, head.lower)


def follows_unread(view: SentenceView, slot: Slot) -> bool:
    """ "The remaining 12 patients, four of them children": the twelve, who have no measure, are the whole."""
    pronoun = slot.counted.partitive and slot.counted.head is None and not fronted(view, slot)
    return pronoun and any(o.first < slot.first and o.counted.head is not None for o in view.slots)
