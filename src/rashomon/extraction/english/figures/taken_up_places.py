"""Places that a sentence takes up from the one before: "at the same spot", "across the region"."""

from __future__ import annotations

import msgspec

from rashomon.extraction.english.figures.pointed_places import is_compound
from rashomon.extraction.english.figures.pointing_words import PointingWords
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.model.claim import Figure
from rashomon.model.passage import Mention
from rashomon.model.place import Place


def same_place(figure: Figure, view: SentenceView, last: Figure) -> Place | None:
    """The place of the figure before, where a sentence says that it was there, too: "another 50 at the same spot"."""
    same = view.words.of(PointingWords).same_place.search(view.sentence.text)
    before = last.place
    if same is None or before is None or before.role != "at":
        return None
    if figure.realis == "background" and last.realis != "background":
        return None  # an older happening at the place of this one
    return msgspec.structs.replace(before, how="neighbour")


def area_words(figure: Figure, view: SentenceView) -> Mention | None:
    """The words for the area around a happening, which the report names elsewhere: "the region"."""
    found = view.words.of(PointingWords).around.search(view.sentence.text)
    if found is None or is_compound(view, found.end("words")):
        return None
    start, end = found.span("words")
    at = view.sentence.start
    return Mention(field=figure.field, start=at + start, end=at + end, text=view.sentence.text[start:end])
