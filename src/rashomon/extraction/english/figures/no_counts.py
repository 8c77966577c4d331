"""Numbers of people that count nobody for a measure: one who speaks, one whom a name tells, what is told of another."""

from __future__ import annotations

from rashomon.extraction.english.figures.counted_nouns import CountedNouns
from rashomon.extraction.english.figures.reading import Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.language.syntax import Token


def is_no_count(view: SentenceView, slot: Slot) -> bool:
    """A number before one person ("On 6 Mother of Boy Killed"), "both the rebels and the army"."""
    head = slot.counted.head
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
    return "people" in view.measures.class_of(head.lower) and "people" in view.measures.class_of(f"{head.lower}s")


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


def is_outer_predicate(view: SentenceView, slot: Slot, reading: Reading) -> bool:
    """ "one of the two officers is dead": what is told of the part is not told of its whole."""
    i = slot.first - 1
    while view.lower(i) in ("the", "these", "those", "all"):
        i -= 1
    outer = view.slot_at(i - 2 if view.lower(i - 1) == "out" else i - 1) if view.lower(i) == "of" else None
    if (
        outer is None
        or outer.quantity.qualifier == "fraction"
        or outer.quantity.zero
        or reading.anchor < slot.counted.next
    ):
        return False
    participle = reading.anchor == slot.counted.next and view.parse.tokens[reading.anchor].tag != "VBZ"
    return not participle or any(c.role == "subject" for c in view.cues(reading.anchor))
