"""How many are dead or were struck where a report tells the last by order ("a third victim") or by "others"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rashomon.extraction.english.figures.counted_phrase import Counted
from rashomon.extraction.english.figures.quantities import Quantity
from rashomon.extraction.english.figures.reading import CASUALTIES, Read, Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.knowledge.victim_words import VictimWords
from rashomon.language.syntax import Token

_HARM = ("killed", "injured")


def in_order_of_death(view: SentenceView, words: VictimWords) -> Iterator[tuple[Read, str]]:
    """ "A third victim has died": three are dead."""
    ordinals = words.ordinals
    for token in view.parse.tokens:
        if token.lower not in ordinals:
            continue
        value = ordinals[token.lower]
        noun = view.parse.head(token)
        if not token.i < noun.i <= token.i + 3 or "people" not in view.measures.class_of(noun.lower):
            continue
        opens = token.i == 0 and view.sentence.field == "title"
        verb = view.parse.head(noun)
        if noun.dep != "nsubj" or verb.lemma != "die" or not (opens or view.lower(token.i - 1) == "a"):
            continue
        read = total_read(token, noun, value, Reading("killed", "order of deaths", verb.i))
        yield read, f"the {token.lower} to die, so {value:,.0f}"


def in_order_of_harm(view: SentenceView, reads: Sequence[Read], words: VictimWords) -> Iterator[tuple[Read, str]]:
    """ "A fourth person was wounded": four were struck, whatever became of the others."""
    for read in reads:
        head = read.slot.counted.head
        if read.reading.measure != "injured" or not read.slot.quantity.single or head is None:
            continue
        token = view.parse.tokens[read.slot.first + 1]
        value = words.ordinals.get(token.lower)
        if value is not None and head.lower in words.anybody:
            total = total_read(token, head, value, Reading(CASUALTIES, "order of harm", read.reading.anchor))
            yield total, f"the {token.lower} who was struck, so {value:,.0f}"


def with_others(view: SentenceView, reads: Sequence[Read]) -> Iterator[tuple[Read, str]]:
    """ "One man is in critical condition and three others are injured": the others come to those told before."""
    for first, second in pairwise(reads):
        one, more = first.slot.quantity, second.slot.quantity
        if second.reading.measure != first.reading.measure or first.reading.measure not in _HARM:
            continue
        if not _is_of_others(second.slot) or first.part or second.part or one.qualifier != more.qualifier:
            continue
        if first.reading.rule.startswith("toll") or _is_of_other_noun(first, second):
            continue  # "the toll rose to 201, with four more dead": the toll has them already
        if one.value and more.value and one.qualifier == "exact":
            last = view.parse.tokens[second.slot.counted.next - 1]
            total = one.value + more.value
            read = total_read(view.parse.tokens[first.slot.first], last, total, first.reading)
            yield read, f"{one.value:,.0f} + {more.value:,.0f} = {total:,.0f}"


def _is_of_other_noun(first: Read, second: Read) -> bool:
    """ "Buried his father together with 107 other bodies": what the noun counts are others of its own kind alone."""
    nouns = [read.slot.counted.head for read in (first, second)]
    lemmas = {noun.lemma for noun in nouns if noun is not None}
    return second.reading.rule == "counted noun" and len(lemmas) > 1


def _is_of_others(slot: Slot) -> bool:
    return slot.counted.more or (slot.counted.head is not None and slot.counted.head.lower == "others")


def total_read(first: Token, last: Token, value: float, reading: Reading) -> Read:
    """A read total of people between two tokens, which the text does not state."""
    quantity = Quantity(first.start, last.end, first.start, last.end, value, value, value, "exact")
    slot = Slot(quantity, first.i, last.i, last.i, Counted(None, last.i + 1))
    return Read(slot, Reading(reading.measure, "sum of victims", reading.anchor), False)
