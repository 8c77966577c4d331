"""Verification: every generated sentence against what it cites. A dossier with a sentence that fails is not written."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.composing.checked import Line
from rashomon.composing.figure_checks import FigureCheck
from rashomon.composing.ledger import Ledger
from rashomon.composing.masking import Protector
from rashomon.composing.protect import find_private, protect_nobody
from rashomon.composing.record_checks import RecordCheck
from rashomon.composing.sentence_checks import WordCheck
from rashomon.composing.sentence_reading import read_sentence
from rashomon.errors import InvariantError
from rashomon.knowledge.library import Library
from rashomon.model.brief import Sentence
from rashomon.model.dossier import Dossier
from rashomon.model.happening import Event
from rashomon.model.material import Material


class SentenceCheck:
    """Says of a sentence why it does not hold against its claims, issues or reports."""

    def __init__(self, material: Material, events: Iterable[Event], library: Library, protector: Protector) -> None:
        self._ledger = Ledger(material, events)
        self._library = library
        self._record = RecordCheck(self._ledger, material, library.wording, library.terms, library.number_words)
        self._words = WordCheck(self._ledger, library, protector)
        self._figures = FigureCheck(self._ledger, library, _place_names(self._ledger))

    def fault(self, sentence: Sentence) -> str | None:
        """Why the sentence does not hold, or null."""
        read = read_sentence(sentence.text, self._library.wording, self._library.number_words)
        if self._record.speaks_of_record(sentence):
            persons = self._words.fault(sentence, read) if not sentence.claims else None
            return persons or self._record.fault(sentence)
        return self._words.fault(sentence, read) or self._figures.fault(sentence, read)


def _place_names(ledger: Ledger) -> dict[str, str]:
    """Every name of a place in the record, the longest first."""
    names: set[str] = set()
    for claim in ledger.claims.values():
        for place in (getattr(claim, "place", None), *getattr(claim, "other_places", ())):
            if place is not None:
                names.update(n for n in (place.name, place.text, place.town) if n)
    for event in ledger.events.values():
        if event.place is not None:
            names.add(event.place.name)
    return {n: n for n in sorted(names, key=lambda n: (-len(n), n))}


def verify_dossier(dossier: Dossier, material: Material, library: Library) -> None:
    """Nothing, where every sentence of the dossier holds against the story's own claims.

    Raises InvariantError naming the first sentence that does not.
    """
    protector = find_private(material, library) if dossier.names == "roles" else protect_nobody()
    check = SentenceCheck(material, dossier.events, library, protector)
    codes = {i.code for i in dossier.issues}
    for sentence in sentences_of(dossier):
        fault = check.fault(sentence)
        if fault is None and not set(sentence.issues) <= codes:
            fault = "it cites an issue that is not in the record"
        if fault is not None:
            raise InvariantError(
                f"A generated sentence does not hold: {fault}: {sentence.text}",
                "Please report this with the input: it is a defect of the program, not of the reports.",
            )
    if len(dossier.brief.key_points) > 3 or len(dossier.brief.paragraphs) > 6:
        raise InvariantError(
            "The brief is longer than it may be.", "Please report this: it is a defect of the program."
        )


def sentences_of(dossier: Dossier) -> Iterable[Sentence]:
    """Every generated sentence of a dossier with what it cites: the brief, the timeline and the lines."""
    yield dossier.brief.headline
    yield from dossier.brief.key_points
    for paragraph in dossier.brief.paragraphs:
        yield from paragraph
    lines: list[Line] = [*dossier.timeline, *dossier.statements, *dossier.responsibilities]
    lines += [*dossier.alliances, *dossier.control]
    for line in lines:
        yield Sentence(text=line.text, claims=line.claims)
