"""Numbers that stand alone and count what was counted before: "the 26 comprised", "X had four", "another 900 are"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.inheritance import PartWords
from rashomon.extraction.english.figures.named_shares import are_said, is_described
from rashomon.extraction.english.figures.reading import Read
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.knowledge.word_classes import WordClasses

#: Between a verb and the number that it gives stand so many tokens at most.
_NEAR = 5
#: What may stand behind such a number.
_ENDS = (",", ".", ";", "while", "but", "and", '"', "”")


@dataclass(frozen=True, slots=True)
class TracedWords(WordClasses):
    """Verbs by which some of a whole are put down to something."""

    source: ClassVar[str] = "en/words/figures.toml#traced"

    verbs: frozenset[str]
    rest: frozenset[str]
    giving: frozenset[str]


def is_told_of(view: SentenceView, slot: Slot) -> bool:
    """ "The 26 comprised 18 soldiers": a number told before, taken up to say who they are."""
    following = view.parse.tokens[slot.counted.next : slot.counted.next + 1]
    bare = slot.counted.head is None and not slot.counted.partitive and slot.first == 1 and view.lower(0) == "the"
    return bare and any(t.lemma in view.words.of(PartWords).consisting for t in following)


def is_had_by_place(view: SentenceView, slot: Slot) -> bool:
    """ "Uasin had four, Nakuru three": a name that opens its sentence has so many of what the last one counted."""
    tokens, i = view.parse.tokens, slot.first - 1
    if slot.counted.head is not None or slot.counted.partitive or i < 1 or slot.quantity.zero:
        return False
    counts = tokens[i].lemma in view.words.of(PartWords).counting and tokens[i].tag in ("VBD", "VBZ", "VBP")
    named = all(t.pos in ("PROPN", "CCONJ", "PUNCT", "DET") for t in tokens[:i]) and tokens[i - 1].pos == "PROPN"
    return counts and named and view.lower(slot.counted.next) in (",", ".", "and", ";", "each")


def is_rest(view: SentenceView, slot: Slot) -> bool:
    """ "The remaining 83 are in morgues", "and the other 800 with relatives": the rest, told by where they are."""
    rest = view.words.of(TracedWords).rest
    named = view.lower(slot.first - 2) == "the" and view.lower(slot.first - 1) in rest
    if not named or slot.counted.head is not None or slot.counted.partitive:
        return False
    tokens, i = view.parse.tokens, slot.counted.next
    i += 1 if i < len(tokens) and tokens[i].lemma == "be" else 0
    return i < len(tokens) and tokens[i].tag == "IN"


def is_another_count(view: SentenceView, slot: Slot) -> bool:
    """ "The opposition claims 40", "X reports 448, 60 of them children": a number alone that somebody else gives."""
    tokens, core = view.parse.tokens, view.parse.tokens[slot.core]
    verb = view.parse.head(core)
    gives = verb.lemma in view.words.of(TracedWords).giving and verb.tag in ("VBZ", "VBD", "VBP")
    alone = slot.counted.head is None and not slot.counted.partitive and slot.quantity.share is None
    if not (gives and alone and core.dep == "dobj" and slot.first - verb.i < _NEAR) or not slot.quantity.value:
        return False
    return slot.last + 1 >= len(tokens) or tokens[slot.last + 1].lower in (
        ",",
        ".",
        ";",
        "while",
        "but",
        "and",
        '"',
        "”",
    )


def are_described(view: SentenceView, previous: Slot, slot: Slot) -> bool:
    """ "Of whom 33 are men and 40 are women": two bare numbers of one row, each told by what it is."""
    joined = [view.lower(k) for k in (slot.first - 1, slot.first - 2)]
    of_state = previous.counted.partitive and previous.counted.head is not None  # "33 of the dead were men and ..."
    first = is_described(view, previous) or (of_state and are_said(view, previous))
    return ("and" in joined or joined[0] == ",") and first and is_described(view, slot)


def is_of_noun_before(view: SentenceView, last: Read, slot: Slot) -> bool:
    """ "2,000 bodies were buried and another 900 are in morgues": a bare number of more of what a noun told."""
    further = view.lower(slot.first) in view.words.of(PartWords).another
    following = view.parse.tokens[slot.counted.next : slot.counted.next + 1]
    bare = slot.counted.head is None and any(t.pos == "AUX" for t in following)
    return bare and further and last.reading.rule == "counted noun" and last.slot.counted.head is not None


def is_traced_too(view: SentenceView, last: Read, slot: Slot) -> bool:
    """ "Five of the deaths were linked to X, while 11 were attributed to Y": two parts of one whole."""
    if slot.counted.head is not None or not last.slot.counted.partitive:
        return False
    verbs = view.words.of(TracedWords).verbs
    pair = [view.parse.head(view.parse.tokens[s.core]) for s in (last.slot, slot)]
    return view.parse.tokens[slot.core].dep == "nsubjpass" and all(v.lemma in verbs for v in pair)


def repeats_verb(view: SentenceView, previous: Slot, slot: Slot) -> bool:
    """ "Seven bodies were found, while X said four were found": a number alone, with the verb of the last one."""
    if slot.counted.head is not None or slot.counted.partitive or slot.quantity.qualifier == "fraction":
        return False
    tokens = view.parse.tokens
    one, other = previous.counted.head or tokens[previous.core], tokens[slot.core]
    subjects = ("nsubj", "nsubjpass")
    if one.dep not in subjects or other.dep not in subjects:
        return False
    verb, again = view.parse.head(one), view.parse.head(other)
    return verb.i != again.i and verb.pos == "VERB" and verb.lemma == again.lemma


def is_stated(view: SentenceView, slot: Slot) -> bool:
    """ "33 died, far fewer than the 148 given by lawmakers": another's number for the same, with a word of stating."""
    i = slot.counted.next
    bare = slot.counted.head is None and not slot.counted.partitive and slot.quantity.qualifier != "fraction"
    stated = i < len(view.parse.tokens) and view.parse.tokens[i].lemma in view.words.of(PartWords).stating
    return bare and stated and view.parse.tokens[i].tag == "VBN" and view.lower(slot.first - 1) == "the"
