"""Numbers of people that count nobody for a measure: one who speaks, one whom a name tells, what is told of another."""

from __future__ import annotations

from rashomon.extraction.english.figures.counted_nouns import CountedNouns
from rashomon.extraction.english.figures.reading import Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.extraction.english.figures.toll_words import TollWords
from rashomon.language.syntax import Token

#: "Of the bus's 40 passengers": a possessor stands within so many tokens.
_POSSESSOR = 4


def is_no_count(view: SentenceView, slot: Slot) -> bool:
    """A number before one person ("On 6 Mother of Boy Killed"), "both the rebels and the army"; a share of things."""
    head = slot.counted.head
    if _is_share_of_things(view, slot) or _is_next_one(view, slot):
        return True
    if slot.counted.partitive and head is not None and _is_somebody(view, slot, head):
        return True
    if view.lower(slot.core) == "both" and _joins_two(view, slot.core + 1):
        return True
    if slot.quantity.value == 1 and view.lower(slot.first - 1) == "of" and head is not None and head.tag == "NN":
        above = view.parse.head(view.parse.tokens[slot.first - 1])
        if above.pos == "NOUN" and "people" in view.measures.class_of(above.lower):
            return True  # "seven members of one family"
    if head is None or head.tag not in ("NN", "NNP") or slot.quantity.value is None or slot.quantity.value < 2:
        return False
    if view.measures.class_of(head.lower) == {"strikes"}:
        return True  # "476 strike and decoy drones"
    return "people" in view.measures.class_of(head.lower) and "people" in view.measures.class_of(f"{head.lower}s")


def _is_next_one(view: SentenceView, slot: Slot) -> bool:
    """ "Four were shot dead and a fifth died": the one behind four is no share."""
    before = [s for s in view.slots if s.first < slot.first]
    share = slot.quantity.share
    if not before or not share or slot.counted.partitive or view.lower(slot.first) not in ("a", "an"):
        return False
    return slot.counted.head is None and round(1 / share) - 1 == before[-1].quantity.value


def _is_share_of_things(view: SentenceView, slot: Slot) -> bool:
    """ "40 percent of the corals died", "88% of the total": a share of what is neither people nor buildings."""
    head = slot.counted.head
    if head is not None and slot.quantity.qualifier == "fraction" and head.lower in view.words.of(TollWords).counts:
        return True
    if head is None or slot.quantity.qualifier != "fraction" or not head.text.islower() or head.tag != "NNS":
        return False
    return not (
        view.measures.class_of(head.lower) or view.measures.class_of(slot.counted.compound) or view.cues(head.i)
    )


def is_of_next_people(view: SentenceView, slot: Slot) -> bool:
    """ "It destroyed 80 homes in X, where 10 of the 20 people killed were children": they are none of the homes."""
    whole = view.slot_at(slot.counted.next) if slot.counted.partitive and slot.counted.head is None else None
    head = whole.counted.head if whole is not None else None
    return head is not None and "people" in view.measures.class_of(head.lower)


def _joins_two(view: SentenceView, i: int) -> bool:
    """Whether a noun phrase begins here that "and" joins to another: "both the rebels and the army"."""
    tokens = view.parse.tokens
    while i < len(tokens) and tokens[i].pos in ("DET", "ADJ", "NOUN", "PROPN"):
        i += 1
    return view.lower(i) == "and"


def _is_somebody(view: SentenceView, slot: Slot, head: Token) -> bool:
    """Those who speak, and one whom a name or an act tells.

    "Said one of the workers", "Ada Moss, one of the victims", "he recognised one of the dead".
    """
    words = view.words.of(CountedNouns)
    core, i = view.parse.tokens[slot.core], slot.first - 1
    if core.dep == "nsubj" and view.parse.head(core).lemma in words.speaking:
        return True
    if slot.quantity.value != 1:
        return False
    named = view.lower(i) == "," and i > 0 and view.parse.tokens[i - 1].pos == "PROPN"
    return named or (bool(view.cues(head.i)) and view.lower(slot.counted.next) not in words.told_by)


def is_negated(view: SentenceView, reading: Reading) -> bool:
    """ "three customers who were not hurt" are no three hurt."""
    token = view.parse.tokens[reading.anchor]
    if reading.measure == "missing" and _is_found(view, token):
        return True
    return reading.rule not in ("toll", "counted noun", "frame") and bool(view.parse.kids(token, "neg"))


def _is_found(view: SentenceView, state: Token) -> bool:
    """ "Located 100 people who were reported missing": whoever was found is missing no more."""
    node = state
    for _ in range(4):
        above = view.parse.head(node)
        if node.dep in ("relcl", "acl"):
            verb = view.parse.head(above)
            found = verb.lemma in view.words.of(CountedNouns).finding and _has_happened(view, verb)
            return found and above.dep in ("dobj", "nsubjpass", "nsubj")
        node = above
    return False


def _has_happened(view: SentenceView, verb: Token) -> bool:
    """Not "hopes of locating 53", "try to find 53", "have not found 53": these are missing still."""
    if verb.tag == "VB" or view.parse.kids(verb, "neg"):
        return False
    return verb.dep != "pcomp" or view.parse.head(verb).lower not in ("of", "for", "at", "about")


def is_exception(view: SentenceView, slot: Slot) -> bool:
    """ "All but one of the 48 passengers": nearly the whole, which is told apart."""
    return slot.quantity.share is None and view.lower(slot.first) == "all"


def is_outer_predicate(view: SentenceView, slot: Slot, reading: Reading) -> bool:
    """ "one of the two officers is dead": what is told of the part is not told of its whole."""
    i = slot.first - 1
    while view.lower(i) in ("the", "these", "those", "all"):
        i -= 1
    if i > 0 and view.parse.tokens[i].tag in ("POS", "PRP$"):  # "22 of the bus's 40 passengers were hurt"
        possessor = range(i, max(0, i - _POSSESSOR), -1)
        i = next((k for k in possessor if view.lower(k) == "of"), i)
    outer = view.slot_at(i - 2 if view.lower(i - 1) == "out" else i - 1) if view.lower(i) == "of" else None
    if (
        outer is None
        or (outer.quantity.qualifier == "fraction" and not is_exception(view, outer))
        or outer.quantity.zero
        or outer.first <= reading.anchor < slot.counted.next
    ):
        return False
    if reading.anchor < outer.first:
        return True  # "killed three of the 12 officers"
    anchor = view.parse.tokens[reading.anchor]
    participle = reading.anchor == slot.counted.next and anchor.tag != "VBZ"
    return not participle or (reading.rule != "frame" and any(c.role == "subject" for c in view.cues(reading.anchor)))
