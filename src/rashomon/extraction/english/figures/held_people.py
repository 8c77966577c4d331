"""What befell some of those whose noun says held, displaced or missing: "three of the detainees were hurt"."""

from __future__ import annotations

from rashomon.extraction.english.figures.framed import framed
from rashomon.extraction.english.figures.governed import governed
from rashomon.extraction.english.figures.reading import Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot

#: What befalls them, and what is no state of the held: the dead and the hurt are told of by other rules.
_BEFALLING = frozenset(("killed", "injured", "missing", "trapped", "rescued"))
_HARMED = frozenset(("killed", "injured"))


def befallen(view: SentenceView, slot: Slot) -> Reading | None:
    """The reading by the verb of a part of such people, or none where it tells no harm and no rescue."""
    head = slot.counted.head
    if head is None or not slot.counted.partitive:
        return None
    states = {c.measure for c in view.cues(head.i) if c.role in ("noun", "state") and c.counts == "people"}
    if not states or states & _HARMED:
        return None
    told = framed(view, slot) or governed(view, slot)
    befell = told is not None and told.measure in _BEFALLING - states and told.anchor > head.i
    return told if befell else None
