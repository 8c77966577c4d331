"""Tolls: "the death toll rose to 201", "put the dead at 147", "arrests passed 2,500", "a total of 1,195"."""

from __future__ import annotations

from rashomon.extraction.english.figures.described_things import (
    clauses_of_group,
    counts_the_unharmed,
    counts_things,
    damaged_things,
    of_described,
    of_group,
)
from rashomon.extraction.english.figures.reading import CASUALTIES, Reading
from rashomon.extraction.english.figures.rows import has_label
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot, completed_verb
from rashomon.extraction.english.figures.toll_words import TollWords

_DISTANT = 40
_FARTHEST = 14
#: Words of a hedge before a number (tokens).
_HEDGE = 4


def toll(view: SentenceView, slot: Slot, before: str | None) -> Reading | None:
    """The reading of a quantity told as a toll; `before` is the measure that a bare "number" goes on."""
    if (
        not _can_be_counted(view, slot)
        or _is_told_hurt(view, slot)
        or _is_headed_anew(view, slot)
        or _is_step(view, slot)
        or _opens_clause(view, slot)
        or has_label(view, 0, slot)
    ):
        return None
    return (
        _distant_toll(view, slot)
        or _beside_toll(view, slot, before)
        or _subject_toll(view, slot, before)
        or _brought_toll(view, slot, before)
    )


def _is_told_hurt(view: SentenceView, slot: Slot) -> bool:
    """ "The toll was 90 dead and more than 150 wounded": the second number is told to be no dead."""
    head = slot.counted.head
    bare = head is None or head.i == slot.last + 1  # "injured" is counted itself
    told = [c for c in view.cues(slot.last + 1) if (c.role == "object" and c.shape == "ed") or c.role == "state"]
    return bare and view.lower(slot.first - 1) in ("and", ",", ";") and any(c.measure != "killed" for c in told)


def _is_headed_anew(view: SentenceView, slot: Slot) -> bool:
    """ "Toll rises, over 1,000 staff work on": behind a verb that is told out, people who are not said to be dead."""
    rising = view.parse.tokens[slot.first - 2] if slot.first > 1 else None
    told_out = rising is not None and rising.tag == "VBZ" and rising.lemma in view.words.of(TollWords).moving
    return told_out and view.lower(slot.first - 1) == "," and slot.counted.head is not None


def _opens_clause(view: SentenceView, slot: Slot) -> bool:
    """ "The number of dead has reached 12; over 300 people are estimated to be hurt": its own clause tells."""
    head = slot.counted.head
    if head is None or head.dep not in ("nsubj", "nsubjpass") or view.lower(slot.first - 1) != ";":
        return False
    return any(c.counts == "people" for t in view.parse.subtree(view.parse.head(head)) for c in view.cues(t.i))


def _is_step(view: SentenceView, slot: Slot) -> bool:
    """ "cut the toll by 106", "rose by 20 to 133": how far a toll moved; or who did it ("killed by 12 gunmen")."""
    by = slot.first - 1
    while by > max(0, slot.first - _HEDGE) and view.parse.tokens[by].pos in ("ADV", "ADJ", "DET"):
        by -= 1
    if by < 0 or view.lower(by) != "by":
        return False
    before = view.parse.tokens[max(0, by - _FARTHEST) : by]
    verb = next((t for t in reversed(before) if t.pos in ("VERB", "AUX")), None)
    moved = verb is not None and verb.lemma in view.words.of(TollWords).moving
    return moved or view.parse.tokens[by].dep == "agent"


def _distant_toll(view: SentenceView, slot: Slot) -> Reading | None:
    """ "the toll from an attack on buses with evacuees has risen to 112": other measures may stand between."""
    words = view.words.of(TollWords)
    reached = view.lower(slot.first - 1) in words.reached or _is_mark(view, slot)
    bare = slot.quantity.qualifier in ("at_least", "more_than") and slot.counted.head is None
    if not reached and not bare:
        return None
    for i in range(slot.first - 1, max(-1, slot.first - _DISTANT), -1):
        if view.lower(i) in words.tolls:
            return _measure_at(view, i, slot, None)
        reaching = reached and (_is_reaching(view, slot.first - 1) or _is_reaching(view, slot.first - 2))
        if reaching and view.lower(i) in words.counts and view.lower(i + 1) == "of":
            told = _measure_at(view, i, slot, None)
            if told is not None:
                return told
        if _counts_people(view, i) or view.lower(i) in (";", "said", "when", "while", "but"):
            return None
        if not reached and view.parse.tokens[i].tag in ("VBD", "VBZ", "VBP"):
            return None
    return None


def _is_mark(view: SentenceView, slot: Slot) -> bool:
    """ "has crossed the 400 mark", "could reach into the thousands": a number that a toll comes to."""
    if view.lower(slot.first - 1) == "the" and view.lower(slot.first - 2) == "into":
        return slot.counted.head is None
    return view.lower(slot.first - 1) == "the" and view.lower(slot.last + 1) in view.words.of(TollWords).marks


def _is_reaching(view: SentenceView, i: int) -> bool:
    return 0 <= i < len(view.parse.tokens) and view.parse.tokens[i].lemma in view.words.of(TollWords).reaching


def _counts_people(view: SentenceView, i: int) -> bool:
    """Another quantity stands here that can itself be a toll; "two besieged towns" cannot."""
    slot = view.slot_at(i)
    return slot is not None and (slot.counted.head is None or _can_be_counted(view, slot))


def _can_be_counted(view: SentenceView, slot: Slot) -> bool:
    head = slot.counted.head
    if head is None or _is_mark(view, slot):
        return True
    return "people" in view.measures.class_of(head.lower)


def _beside_toll(view: SentenceView, slot: Slot, before: str | None) -> Reading | None:
    words = view.words.of(TollWords)
    i = slot.first - 1
    while i >= 0 and slot.first - i < _FARTHEST:
        word = view.lower(i)
        if word in words.tolls or word in words.counts or (_names_measure(view, i) and i < slot.first - 1):
            return _measure_at(view, i, slot, before)
        passed = word in words.links or word in words.states or view.slot_at(i) is not None
        if not passed and "people" not in view.measures.class_of(word):
            return None
        i -= 1
    return None


def _names_measure(view: SentenceView, i: int) -> bool:
    """A noun that is counted and no verb of its own: "deaths", "the dead"."""
    words = view.words.of(TollWords)
    cues = view.cues(i)
    if any(s.counted.head is not None and s.counted.head.i == i for s in view.slots):
        return False  # "2,189 deaths, 12,268 injured": the deaths have a number of their own
    if view.lower(i + 1) == "of" and view.slot_at(i + 2) is not None:
        return False  # "the bodies of 44 victims as well as 140 injured"
    if any(view.lower(k) in words.charged for k in range(i - 6, i)):
        return False
    if view.lower(i) in words.states:
        k = i - 1 if view.parse.tokens[i - 1].pos not in ("ADJ", "NOUN") else i - 2  # "put the civilian dead at 26"
        return view.lower(k) in ("the", "of", ",") and view.slot_at(i - 1) is None
    return any(c.role == "noun" for c in cues) and view.slot_at(i) is None and view.parse.tokens[i].tag in ("NNS", "NN")


def _measure_at(view: SentenceView, i: int, slot: Slot, before: str | None) -> Reading | None:
    words = view.words.of(TollWords)
    word = view.lower(i)
    if view.lower(i - 1) == "to" and view.parse.tokens[i].pos == "VERB":
        return None  # "estimated to number 200"
    near = {view.lower(k) for k in range(max(0, i - 4), min(i + 6, slot.first))}
    if word in words.tolls:
        return Reading("killed" if view.lower(i - 1) in words.deaths else _toll_measure(near, words), "toll", i)
    if word not in words.counts:
        return _first_measure(view, (i,))
    if view.lower(i - 1) in ("a", "combined") and view.lower(i + 1) == "of" and slot.counted.head is not None:
        return None
    if view.lower(i + 1) == "of" and counts_things(view, i + 2, slot):
        return damaged_things(view, i)
    stated = _first_measure(view, (*range(i + 1, min(i + 8, slot.first)), *range(i - 1, max(-1, i - 4), -1)))
    if stated:
        return stated
    if view.lower(i + 1) == "of" and any(view.lower(k) in words.victims for k in range(i + 2, slot.first)):
        return Reading("killed", "toll", i)
    clauses = clauses_of_group(view, i)
    if clauses:
        return of_group(view, clauses)
    if view.lower(i + 1) == "of" and counts_the_unharmed(view, i + 2, slot):
        return None
    return Reading(before, "toll carried on", i) if before and slot.counted.head is None else None


def _toll_measure(near: set[str], words: TollWords) -> str:
    if near & words.casualties:
        return CASUALTIES
    return "injured" if near & words.hurt and not near & words.deaths else "killed"


def _first_measure(view: SentenceView, order: tuple[int, ...]) -> Reading | None:
    for k in order:
        for cue in view.cues(k):
            if (
                cue.counts == "people"
                and cue.role in ("noun", "state", "object", "subject", "of")
                and view.slot_at(k) is None
            ):
                return Reading(cue.measure, "toll", k)
    return None


def _subject_toll(view: SentenceView, slot: Slot, before: str | None) -> Reading | None:
    """ "the toll, as collated from clinics, was 213": the subject of the verb that the quantity completes."""
    words = view.words.of(TollWords)
    verb = completed_verb(view, slot)
    if verb is None or verb.lemma not in words.reaching:
        return None
    nouns = view.parse.kids(verb, "nsubj", "nsubjpass") + [k for k in view.parse.kids(verb, "dobj") if k.i < slot.first]
    for noun in nouns:
        if noun.lower in words.tolls or noun.lower in words.counts or _names_measure(view, noun.i):
            return _measure_at(view, noun.i, slot, before)
        if noun.lower in words.states and verb.lemma != "be":
            return _first_measure(view, (noun.i,))
    return None


def _brought_toll(view: SentenceView, slot: Slot, before: str | None) -> Reading | None:
    """ "brought the total number of soldiers killed in the war to 18": far from its verb, where parses go astray."""
    words = view.words.of(TollWords)
    if view.lower(slot.last + 1) == "as" and view.lower(slot.last + 2) == "the" and slot.counted.head is None:
        return _measure_behind(view, slot)  # "gave 59 as the number of people abducted"
    if view.lower(slot.first - 1) not in ("to", "at", "as"):
        return None
    if view.parse.tokens[slot.first - 2].lemma in words.bringing and view.lower(slot.last + 1) == "the":
        # "That brings to 57 the number of people killed"
        return _measure_behind(view, slot)
    for i in range(slot.first - 3, max(-1, slot.first - 26), -1):
        if view.parse.tokens[i].lemma in words.bringing:
            for k in range(i + 1, min(i + 5, slot.first)):
                if view.lower(k) in words.tolls or view.lower(k) in words.counts or _names_measure(view, k):
                    return _measure_at(view, k, slot, before)
            return of_described(view, i, slot)
    return None


def _measure_behind(view: SentenceView, slot: Slot) -> Reading | None:
    behind = range(slot.last + 2, slot.last + 5)
    counting = view.words.of(TollWords).tolls | view.words.of(TollWords).counts
    k = next((k for k in behind if view.lower(k) in counting), None)
    if k is None:
        return None
    if view.lower(k) in view.words.of(TollWords).tolls:
        return Reading("killed", "toll", k)
    return _first_measure(view, tuple(range(k, min(k + 8, len(view.parse.tokens)))))
