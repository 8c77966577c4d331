"""What a verb of putting counts by the participle behind its noun: "puts the houses destroyed at 37,000"."""

from __future__ import annotations

from rashomon.extraction.english.figures.reading import Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot


def of_described(view: SentenceView, verb: int, slot: Slot) -> Reading | None:
    """ "Puts the buildings destroyed at 37,000": what a verb of putting counts, by the participle behind its noun."""
    for noun in view.parse.kids(view.parse.tokens[verb], "dobj") if slot.counted.head is None else ():
        classes = view.measures.class_of(noun.lower)
        for kid in view.parse.kids(noun, "acl"):
            cue = next((c for c in view.cues(kid.i) if c.role == "object" and c.counts in classes), None)
            if cue is not None and noun.i < kid.i < slot.first and view.lower(noun.i - 1) == "the":
                return Reading(cue.measure, "toll", kid.i)
    return None
