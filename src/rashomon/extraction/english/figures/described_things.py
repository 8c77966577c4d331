"""What a toll counts by its noun's clause: "puts the houses destroyed at 37,000", "the number of those who fled"."""

from __future__ import annotations

from rashomon.extraction.english.figures.departures import goes_from_home
from rashomon.extraction.english.figures.reading import Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.language.syntax import Token


def of_described(view: SentenceView, verb: int, slot: Slot) -> Reading | None:
    """ "Puts the buildings destroyed at 37,000": what a verb of putting counts, by the participle behind its noun."""
    for noun in view.parse.kids(view.parse.tokens[verb], "dobj") if slot.counted.head is None else ():
        classes = view.measures.class_of(noun.lower)
        for kid in view.parse.kids(noun, "acl"):
            cue = next((c for c in view.cues(kid.i) if c.role == "object" and c.counts in classes), None)
            if cue is not None and noun.i < kid.i < slot.first and view.lower(noun.i - 1) == "the":
                return Reading(cue.measure, "toll", kid.i)
    return None


def clauses_of_group(view: SentenceView, count: int) -> list[Token]:
    """The verbs by which the people of a count are told: "the number of Ruritanians who have left their country"."""
    group = [
        noun
        for of in view.parse.kids(view.parse.tokens[count], "prep")
        if of.lower == "of"
        for noun in view.parse.kids(of, "pobj")
    ]
    return [verb for noun in group for verb in view.parse.kids(noun, "relcl", "acl")]


def of_group(view: SentenceView, clauses: list[Token]) -> Reading | None:
    """The reading of a count by the clause of its people, or none where the clause tells no measure."""
    for verb in clauses:
        passive = (verb.dep == "acl" and verb.tag == "VBN") or bool(view.parse.kids(verb, "auxpass"))
        roles = ("object", "known_object", "state") if passive else ("subject", "known_subject")
        cue = next((c for c in view.cues(verb.i) if c.counts == "people" and c.role in roles), None)
        if cue is not None:
            return Reading(cue.measure, "toll", verb.i)
        if goes_from_home(view, verb):
            return Reading("displaced", "toll", verb.i)
    return None


def damaged_things(view: SentenceView, count: int) -> Reading | None:
    """ "The number of damaged public schools has reached 178": what the participle before the noun did to it."""
    for of in view.parse.kids(view.parse.tokens[count], "prep"):
        for noun in view.parse.kids(of, "pobj"):
            classes = view.measures.class_of(noun.lower)
            for word in view.parse.kids(noun, "amod"):
                cue = next((c for c in view.cues(word.i) if c.counts in classes and c.shape == "ed"), None)
                if cue is not None:
                    return Reading(cue.measure, "toll", word.i)
    return None


def counts_things(view: SentenceView, start: int, slot: Slot) -> bool:
    """ "the number of towns": the first noun after "of" is neither people nor a measure."""
    for k in range(start, min(start + 5, slot.first)):
        token = view.parse.tokens[k]
        if token.pos == "NOUN" and token.dep != "compound":
            return "people" not in view.measures.class_of(token.lower) and not view.cues(k)
        if any(c.counts == "people" for c in view.cues(k)):
            return False
    return False


def counts_the_unharmed(view: SentenceView, start: int, slot: Slot) -> bool:
    """ "The number of passengers was 750": people of whom nothing is told."""
    near = [view.lower(k) for k in range(start, min(start + 3, slot.first))]
    return any("people" in view.measures.class_of(word) for word in near)
