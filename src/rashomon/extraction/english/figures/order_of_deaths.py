"""How many are dead where a report tells the last of them by order: "a third victim has died"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.extraction.english.figures.quantities import Quantity
from rashomon.extraction.english.figures.reading import Reading
from rashomon.extraction.english.figures.readings import Read
from rashomon.extraction.english.figures.sentence_view import Counted, SentenceView, Slot
from rashomon.knowledge.victim_words import VictimWords
from rashomon.language.syntax import Token


def in_order_of_death(view: SentenceView, words: VictimWords) -> Iterator[tuple[Read, str]]:
    """ "A third victim has died": three are dead."""
    for token in view.parse.tokens:
        value = words.ordinals.get(token.lower)
        noun = view.parse.head(token)
        if value is None or not token.i < noun.i <= token.i + 3 or "people" not in view.measures.class_of(noun.lower):
            continue
        opens = token.i == 0 and view.sentence.field == "title"
        verb = view.parse.head(noun)
        if noun.dep != "nsubj" or verb.lemma != "die" or not (opens or view.lower(token.i - 1) == "a"):
            continue
        read = total_read(token, noun, value, Reading("killed", "order of deaths", verb.i))
        yield read, f"the {token.lower} to die, so {value:,.0f}"


def total_read(first: Token, last: Token, value: float, reading: Reading) -> Read:
    """A read total of people between two tokens, which the text does not state."""
    quantity = Quantity(first.start, last.end, first.start, last.end, value, value, value, "exact")
    slot = Slot(quantity, first.i, last.i, last.i, Counted(None, last.i + 1))
    return Read(slot, Reading(reading.measure, "sum of victims", reading.anchor), False)
