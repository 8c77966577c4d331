"""Places that count those harmed: the subject of a record ("X province recorded 53 deaths"), hospitals and speakers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.place_standing import tells_speaker
from rashomon.extraction.english.figures.reading import Read
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Token
from rashomon.model.place import Place


@dataclass(frozen=True, slots=True)
class RecordWords(WordClasses):
    """Who keeps a record, and by which verbs."""

    source: ClassVar[str] = "en/words/places.toml#records"
    at: frozenset[str]
    treats: frozenset[str]
    records: frozenset[str]
    recorders: frozenset[str]


def is_recording(view: SentenceView, read: Read, i: int) -> bool:
    """Whether a place is the subject of the verb that has the figure as its object: "X province recorded 53 deaths"."""
    words, token = view.words.of(RecordWords), view.parse.tokens[i]
    while token.dep == "compound":
        token = view.parse.head(token)
    inside = view.parse.head(token)
    if token.dep == "pobj" and inside.lower in words.at and view.parse.head(inside).lemma.lower() in words.recorders:
        token = view.parse.head(inside)  # "three hospitals in X have reported 65 injuries"
    for _ in range(3):
        if token.dep in ("nsubj", "nsubjpass"):
            break
        if token.dep not in ("compound", "amod", "nmod", "poss", "nummod"):
            return False
        token = view.parse.head(token)
    verb = view.parse.head(token)
    verbs = _records_of(view, token)
    if verb.i > read.slot.first or not verbs:
        return False
    counted = read.slot.counted.head or view.parse.tokens[read.slot.core]
    for steps, above in enumerate(view.parse.ancestors(counted), 1):
        if above.i in verbs:
            return True
        if steps > 3 or above.pos in ("VERB", "AUX"):
            return False
    return False


def has_record(view: SentenceView, token: Token) -> bool:
    """Whether a land or area, by its name alone, keeps a record: "X counted 45 deaths", whom nobody need tell it."""
    while token.dep == "compound":
        token = view.parse.head(token)
    return token.dep in ("nsubj", "nsubjpass") and bool(_records_of(view, token))


def _records_of(view: SentenceView, subject: Token) -> set[int]:
    """The verbs of keeping a record that a subject has."""
    verb = view.parse.head(subject)
    own = [verb] if subject.dep == "nsubj" else []
    return {v.i for v in (*own, *_going_on(view, verb)) if v.lemma in view.words.of(RecordWords).records}


def _going_on(view: SentenceView, verb: Token) -> list[Token]:
    """The verbs behind one that have its subject: "X bore the brunt, counting 45 deaths", "X was hit and lost 20"."""
    behind = (t for t in view.parse.kids(verb) if t.i > verb.i and t.pos in ("VERB", "AUX"))
    behind = (t for t in behind if (t.dep == "advcl" and t.tag == "VBG") or t.dep == "conj")
    return [t for t in behind if not any(k.dep in ("nsubj", "nsubjpass") for k in view.parse.kids(t))]


def is_speakers(view: SentenceView, place: Place) -> bool:
    """Whether a place only says where a speaker is: "police in X said"; what a hospital received is there."""
    first = view.parse.at(place.start - view.sentence.start)
    last = view.parse.at((place.phrase or place).end - 1 - view.sentence.start)
    if place.facility_kind == "hospital" and any(
        t.lemma in view.words.of(RecordWords).treats for t in view.parse.tokens
    ):
        return False  # what a hospital says that it received is there
    return first is not None and last is not None and tells_speaker(view, first.i, last.i)
