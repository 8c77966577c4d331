"""What victims add up to that stand side by side uncounted: "his wife and four sons", "Smith, 23, and Jones, 25".

Whoever killed and then died by the own hand is added too. A sum is a figure of its own, derived, with its calculation.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.extraction.english.figures.beside import beside
from rashomon.extraction.english.figures.governed import governed
from rashomon.extraction.english.figures.inheritance import PartWords
from rashomon.extraction.english.figures.lone_victims import is_untrue, victim_slot
from rashomon.extraction.english.figures.order_of_deaths import (
    in_order_of_death,
    in_order_of_harm,
    total_read,
    with_others,
)
from rashomon.extraction.english.figures.put_right import is_put_right
from rashomon.extraction.english.figures.reading import Read, Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.extraction.english.figures.singles import past_age
from rashomon.extraction.english.figures.victim_lists import (
    MOST,
    ListWords,
    categories_of,
    counts_of,
    edges_of,
    members_of,
    slot_of,
)
from rashomon.knowledge.persons import PersonLexicon
from rashomon.knowledge.victim_words import VictimWords
from rashomon.language.syntax import Token

_MEASURES = ("killed", "injured")
#: A longer sentence is no prose (tokens).
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Sum:
    """A read total that the text does not state, with its calculation in words."""

    view: SentenceView
    read: Read
    calculation: str


def victim_sums(view: SentenceView, reads: Sequence[Read], persons: PersonLexicon, words: VictimWords) -> Iterator[Sum]:
    """The sums of a sentence: of victims joined by "and", and of the killed and their killer."""
    if is_untrue(view) or len(view.parse.tokens) > _LONGEST:
        return
    sums = list(_joined(view, reads, persons)) or list(_headed(view, reads))
    yield from sums
    told = (*in_order_of_death(view, words), *in_order_of_harm(view, reads, words), *with_others(view, reads))
    for read, calculation in told:
        yield Sum(view, read, calculation)
    yield from _with_own_death(view, [*reads, *(s.read for s in sums)], words)


def _joined(view: SentenceView, reads: Sequence[Read], persons: PersonLexicon) -> Iterator[Sum]:
    tokens = view.parse.tokens
    for i in sorted({t.head for t in tokens if t.dep == "conj" and t.head != t.i}):
        token = tokens[i]
        if token.dep == "conj" or _is_choice(view, token):
            continue
        members = members_of(view, token)
        counts = counts_of(view, members, persons)
        values = [value for value in counts if value is not None]
        if not 1 < len(members) <= MOST or len(values) < len(counts) or len(categories_of(view, members)) > 1:
            continue
        if _has_earlier(view, members[0]) or _are_more(view, members) or _are_told_apart(view, members, reads):
            continue
        reading = _reading(view, token, reads) or _of_relative(view, members, reads)
        if reading is not None and reading.rule.startswith("toll") and members[0].pos == "NUM":
            continue  # "the toll rose to 288 and 205 bodies were named"
        if any(view.lower(k) == "(" for k in range(members[0].i, members[-1].i)):
            continue  # "Injured: 7 (3 in Arba, and 1 in Bono)"
        if (
            reading is None
            or not _is_told_of(view, members, reading.anchor)
            or (max(values) == 1 and _is_one(view, token))
        ):
            continue
        first, last = edges_of(view, members)
        read = total_read(first, last, sum(values), reading)
        yield Sum(view, read, f"{' + '.join(f'{v:,.0f}' for v in values)} = {sum(values):,.0f}")


def _has_earlier(view: SentenceView, member: Token) -> bool:
    """Whether another count stands before a list's first: "24 civilians, 24 fighters, and 25 militiamen"."""
    slot = slot_of(view, member)
    before = slot.first - 1 if slot is not None and view.lower(slot.first - 1) == "," else None
    return any(s.counted.next == before for s in view.slots if s.counted.head is not None)


def _are_more(view: SentenceView, members: Sequence[Token]) -> bool:
    """ "Another 67 in A and 25 more in B", "four rather than three": on top or instead of others; nobody adds them."""
    slots = [slot_of(view, m) for m in members]
    another = view.words.of(PartWords).another
    return any(s is not None and (view.lower(s.first) in another or is_put_right(view, s)) for s in slots)


def _are_told_apart(view: SentenceView, members: Sequence[Token], reads: Sequence[Read]) -> bool:
    """ "The toll rose to 233 and 900 injured": what befell one of them did not befall the other."""
    slots = [slot_of(view, m) for m in members]
    return len({r.reading.measure for r in reads if any(r.slot is s for s in slots)}) > 1


def _headed(view: SentenceView, reads: Sequence[Read]) -> Iterator[Sum]:
    """ "Mother, toddler killed", "4 adults, 1 child shot": a headline's commas join what no parse does."""
    members: list[tuple[Token, float]] = []
    i, count = 0, len(view.parse.tokens) if view.sentence.field == "title" else 0
    while i < count:
        i = min(past_age(view, i), count - 1)
        token, slot = view.parse.tokens[i], view.slot_at(i)
        if (
            slot is not None
            and slot.quantity.qualifier == "exact"
            and slot.quantity.value
            and _counts_people(view, slot)
        ):
            members.append((token, slot.quantity.value))
            i = max(slot.counted.next, i + 1)
        elif "people" in view.measures.class_of(token.lower) and token.tag in ("NN", "NNP") and token.dep != "amod":
            members.append((token, 1.0))
            i += 1
        elif token.lower == ":" and not members:
            i += 1
        else:
            break
        if view.lower(i) not in (",", "and", "&"):
            break
        i += 1
    if 1 < len(members) <= MOST and any(view.lower(k) == "," for k in range(i)):
        last = view.parse.tokens[i - 1]
        reading = _reading(view, members[-1][0], reads)
        if reading is not None and 0 < reading.anchor - last.i <= 4:
            value = sum(v for _, v in members)
            read = total_read(members[0][0], last, value, reading)
            yield Sum(view, read, f"{' + '.join(f'{v:,.0f}' for _, v in members)} = {value:,.0f}")


def _counts_people(view: SentenceView, slot: Slot) -> bool:
    """People by a noun or as "others"; "two dead" has been told of by itself."""
    head = slot.counted.head
    return (
        slot.counted.more if head is None else "people" in view.measures.class_of(head.lower) and not view.cues(head.i)
    )


def _is_choice(view: SentenceView, token: Token) -> bool:
    """ "this man or that woman": one of them, never both."""
    return any(k.lower in ("or", "nor") for k in view.parse.kids(token, "cc"))


def _with_own_death(view: SentenceView, reads: Sequence[Read], words: VictimWords) -> Iterator[Sum]:
    """ "fatally shot five people before killing himself"."""
    killed = [
        r
        for r in reads
        if r.reading.measure == "killed" and r.slot.quantity.value and not r.part and _is_done_to(view, r)
    ]
    if not killed:
        return
    most = max(killed, key=lambda r: r.slot.quantity.value or 0)
    found = words.own_death.search(view.sentence.text, most.slot.quantity.end)
    last = view.parse.at(found.end() - 1) if found else None
    value = most.slot.quantity.value
    if last is None or value is None or view.lower(most.slot.first) in view.words.of(ListWords).selves:
        return
    read = total_read(view.parse.tokens[most.slot.first], last, value + 1, most.reading)
    yield Sum(view, read, f"{value:,.0f} + 1 who killed and died = {value + 1:,.0f}")


def _is_done_to(view: SentenceView, read: Read) -> bool:
    """Somebody did it to those counted: "killed two", "shot his brother to death"."""
    head = read.slot.counted.head or view.parse.tokens[read.slot.core]
    return read.reading.anchor < read.slot.first or head.dep == "dobj"


def _of_relative(view: SentenceView, members: Sequence[Token], reads: Sequence[Read]) -> Reading | None:
    """ "a boy and a man who were wounded": the clause of the last one tells of all."""
    plural = any(k.lower in ("were", "are") for k in view.parse.tokens[members[-1].i + 1 : members[-1].i + 4])
    return _reading(view, members[-1], reads) if plural or view.sentence.field == "title" else None


def _reading(view: SentenceView, token: Token, reads: Sequence[Read]) -> Reading | None:
    slot = slot_of(view, token)
    for read in reads:
        if read.slot is slot or (read.slot.counted.head is not None and read.slot.counted.head.i == token.i):
            return read.reading if read.reading.measure in _MEASURES and not read.part else None
    if slot is not None:
        return None
    lone = victim_slot(view, token)
    alone = dataclasses.replace(view, slots=(lone, *view.slots))
    reading = beside(alone, lone) or governed(alone, lone)
    return reading if reading is not None and reading.measure in _MEASURES else None


def _is_told_of(view: SentenceView, members: Sequence[Token], anchor: int) -> bool:
    """The word that tells the measure governs the list or stands right beside it."""
    above = view.parse.head(members[0])
    governs = anchor == above.i or any(k.i == anchor for k in view.parse.kids(above, "xcomp", "acomp", "conj", "oprd"))
    return governs or members[0].i - 4 <= anchor < members[0].i or 0 < anchor - members[-1].i <= 4


def _is_one(view: SentenceView, token: Token) -> bool:
    """ "a father and coach was killed": a verb in the singular."""
    words = view.words.of(ListWords)
    verb = view.parse.head(token)
    return any(k.lower in words.singular for k in (verb, *view.parse.kids(verb, "aux", "auxpass")))
