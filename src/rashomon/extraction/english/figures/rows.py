"""Whether a quantity goes on a row that an earlier one of its sentence began: "four in A, two in B"."""

from __future__ import annotations

from rashomon.extraction.english.figures.inheritance import PartWords
from rashomon.extraction.english.figures.of_some import tells_its_own
from rashomon.extraction.english.figures.reading import Read, Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot

#: Classes of things that a row lists, and the parts of speech of its members.
_THINGS = frozenset(("buildings", "settlements"))
_LISTED = frozenset(("NUM", "NOUN", "PROPN", "ADJ", "CCONJ", "PUNCT"))


def continues_row(view: SentenceView, previous: Slot, anchor: int, slot: Slot) -> bool:
    """True where a quantity goes on a row that an earlier one began: no verb of its own, only places and times."""
    words = view.words.of(PartWords)
    head = slot.counted.head
    outer = view.slot_at(slot.first - 3) if view.lower(slot.first - 2) == "of" else None
    if outer is not None and outer.quantity.qualifier == "fraction" and outer.quantity.share is None:
        return False  # "all but one of the 242 passengers": those of whom the others are told
    other = head is None or head.lower in words.others
    if head is not None and not other and "people" not in view.measures.class_of(head.lower):
        return False
    if tells_its_own(view, slot):
        return False
    start = max(previous.counted.next, anchor + 1) if anchor < slot.first else previous.counted.next
    if slot.first - start > 26 or has_label(view, start, slot):
        return False
    if head is None and _counted_alike(view, previous, slot):
        return True
    i = _past_where(view, start, slot.first)
    gapped = _verb_left_out(view, previous, slot)
    for token in view.parse.tokens[i : slot.first]:
        i = token.i
        tells = token.lemma in words.telling or bool(view.cues(i))
        finite = token.pos in ("VERB", "AUX") and token.tag in ("VBD", "VBZ", "VBP", "VB", "MD")
        if finite and not tells and token.i != gapped:
            return False
        told_anew = token.tag == "VBN" and token.pos == "VERB" and view.lower(i - 1) in ("have", "has", "had")
        if told_anew and not tells and token.i != gapped:
            return False  # "have killed 49, and have forced thousands to flee"
        if not tells and token.tag == "VBG" and token.i == slot.first - 1 and token.pos == "VERB":
            return False  # "wounding 12 and holding another 17"
        if token.lower in words.breaks or (token.lower == "after" and i + 1 < slot.first):
            return False
    return (
        _ends_like_row(view, slot, head is not None)
        or _repeats_preposition(view, previous, anchor, slot)
        or (head is not None and _is_joined(view, previous, slot))
    )


def _verb_left_out(view: SentenceView, previous: Slot, slot: Slot) -> int | None:
    """The verb of "one death came from A, four from B", which goes for both: the same preposition follows each time."""
    head = previous.counted.head
    verb = view.parse.head(head) if head is not None and head.dep == "nsubj" else None
    if verb is None or not previous.counted.next <= verb.i < slot.first or slot.counted.head is not None:
        return None
    same = view.lower(slot.counted.next)
    alike = view.lower(slot.first - 1) in (",", "and") and view.lower(verb.i + 1) == same
    return verb.i if alike and view.parse.tokens[slot.counted.next].tag == "IN" else None


def _is_joined(view: SentenceView, previous: Slot, slot: Slot) -> bool:
    """ "The bodies of two women and one child were found": the next member is coordinated with the last one."""
    head = slot.counted.head
    if head is None or head.dep != "conj" or slot.first - previous.counted.next != 1:
        return False
    return view.lower(previous.counted.next) in ("and", ",")


def _repeats_preposition(view: SentenceView, previous: Slot, anchor: int, slot: Slot) -> bool:
    """ "13 were shot with live bullets, four with rubber bullets": a number alone goes on with the same preposition."""
    tokens, i = view.parse.tokens, slot.counted.next
    if slot.counted.head is not None or slot.counted.partitive or i >= len(tokens) or tokens[i].tag != "IN":
        return False
    between = tokens[max(previous.counted.next, anchor + 1) : slot.first]
    first = next((t for t in between if t.tag == "IN"), None)
    joined = bool(between) and between[-1].lower in (",", "and")
    return joined and first is not None and first.lower == tokens[i].lower and first.i < slot.first - 1


def has_label(view: SentenceView, start: int, slot: Slot) -> bool:
    """ "Injuries tally 850, livestock losses 9,700": nouns between the comma and the number say what it counts."""
    comma = next((k for k in range(slot.first - 1, start - 1, -1) if view.lower(k) == ","), None)
    between = view.parse.tokens[comma + 1 : slot.first] if comma is not None else ()
    label = bool(between) and all(t.tag in ("NN", "NNS") and t.text.islower() for t in between)
    label = label and not any(t.lower in view.calendar for t in between)
    return label and not any("people" in view.measures.class_of(t.lower) or view.cues(t.i) for t in between)


def _past_where(view: SentenceView, start: int, end: int) -> int:
    """The token behind an aside that says what a place is: "70 in A, where the quake was centred, 20 in B"."""
    opens = next((i for i in range(start, end) if view.lower(i) in view.words.of(PartWords).asides), None)
    if opens is None or view.lower(opens - 1) != ",":
        return start
    return next((i for i in range(opens, end) if view.lower(i) == ","), start)


def _counted_alike(view: SentenceView, previous: Slot, slot: Slot) -> bool:
    """ "X recorded five deaths while Y registered two": verbs of counting right before both."""
    words = view.words.of(PartWords)

    def counts(one: Slot) -> bool:
        token = view.parse.tokens[one.first - 1] if one.first else None
        return token is not None and token.lemma in words.counting and token.pos in ("VERB", "AUX")

    return counts(previous) and counts(slot)


def _ends_like_row(view: SentenceView, slot: Slot, has_noun: bool) -> bool:
    """A row's member is followed by its place or time, a comma, "and", or nothing."""
    words = view.words.of(PartWords)
    i = slot.counted.next
    counted = i < len(view.parse.tokens) and view.parse.tokens[i].lemma in words.counting
    if counted and view.parse.tokens[i].tag == "VBN":
        i += 1  # "with nine recorded in Y"
    if i >= len(view.parse.tokens) or view.lower(i) in words.row_ends:
        return True
    timed = view.lower(i) == "the" and view.lower(i + 1) in words.next_times
    timed = timed or (view.lower(i) in words.later and view.lower(i + 1) in words.row_ends)
    if timed and slot.counted.head is None:
        return True  # "12 died on Monday and 33 the next day", "and three later in hospital"
    return has_noun and view.parse.tokens[i].pos not in ("VERB", "AUX", "NOUN", "PROPN", "ADJ")


def changed_from(view: SentenceView, slot: Slot) -> bool:
    """ "up from 11", "from an earlier 40": an older state of the figure just told."""
    before = {view.lower(k) for k in range(slot.first - 4, slot.first)}
    return "from" in before and bool(view.words.of(PartWords).moved & before)


def things_row(view: SentenceView, slot: Slot, last: Read) -> Read | None:
    """ "Damage to 398 schools, 160 shops and 14 health facilities": things of one class, with a comma or "and" alone
    between them, or a thing of no class.
    """
    head, other = slot.counted.head, last.slot.counted.head
    if head is None or other is None or last.reading.anchor > last.slot.first or slot.counted.partitive:
        return None
    if not view.measures.class_of(head.lower) & view.measures.class_of(other.lower) & _THINGS:
        return None
    between = view.parse.tokens[last.slot.counted.next : slot.first]
    joined = bool(between) and between[-1].lower in (",", "and", "or", "&")
    if not joined or not all(t.pos in _LISTED or t.lower == "of" for t in between):
        return None
    return Read(slot, Reading(last.reading.measure, "row", last.reading.anchor), last.part, last.slot)
