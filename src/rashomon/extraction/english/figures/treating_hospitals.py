"""The hospital whose people tell how many it treats: "X, a spokesman for the Kotri hospital, said 53 were admitted"."""

from __future__ import annotations

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.place_records import RecordWords
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.extraction.english.figures.told import Told
from rashomon.model.claim import Figure
from rashomon.model.place import Place

#: Measures of whom a hospital treats.
_TREATED = ("injured", "other:casualties")
#: So many mentions are looked at for the hospital's name.
_MOST = 60


def treating_hospital(analysis: Analysis, figure: Figure, one: Told) -> Place | None:
    """The hospital that the figure's source speaks for, where the figure's own clause says that they are treated."""
    said = figure.attribution
    if said is None or figure.measure not in _TREATED or figure.realis == "background" or not _is_treating(one):
        return None
    names = [n.lower() for n in (said.origin, said.text) if n]
    sites = [p for p in analysis.places[:_MOST] if p.facility_kind == "hospital" and p.text[:1].isupper()]
    told = [p for p in sites if any(p.name.lower() in name for name in names)] or _in_source(sites, one.view)
    return msgspec.structs.replace(told[-1], role="at", how="neighbour") if told else None


def _is_treating(one: Told) -> bool:
    """Whether the verb of the figure's clause is one of treating: "53 were being treated", "we treated 53"."""
    parse, treats = one.view.parse, one.view.words.of(RecordWords).treats
    counted = one.read.slot.counted.head or parse.tokens[one.read.slot.core]
    for above in parse.ancestors(counted):
        if above.pos in ("VERB", "AUX"):
            return above.lemma in treats
    return False


def _in_source(sites: list[Place], view: SentenceView) -> list[Place]:
    """The one hospital of the figure's own sentence."""
    inside = [p for p in sites if p.field == view.sentence.field and view.sentence.start <= p.start < view.sentence.end]
    return inside if len(inside) == 1 else []
