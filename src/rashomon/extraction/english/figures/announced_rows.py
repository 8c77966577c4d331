"""Rows below a line that says what they count: "Deaths by region:" and then "In Arba – 103; in Bono – 21"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.extraction.english.figures.reading import Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.knowledge.measures import Measures
from rashomon.language.syntax import Sentence

#: Names and numbers with a dash or colon between them, and nothing else.
_ROWS = re.compile(r"(?:[^\d\n:;]{2,50}[–—:-][ \t]*\d[\d,]*[ \t]*[;,.]?\s*)+")
#: Longer texts are no rows, and longer lines announce none (characters).
_LONGEST, _LONGEST_LINE = 1200, 80
#: So many lines below it still are its rows.
_MOST = 40
_DASHES = ("-", "–", "—", ":")


def are_rows(text: str) -> bool:
    """True for a sentence that is nothing but names with a number behind each."""
    return len(text) < _LONGEST and _ROWS.fullmatch(text) is not None


def announced(sentences: Sequence[Sentence], i: int, measures: Measures) -> str | None:
    """The measure that the line above a sentence of rows announces for them, other rows between; or none."""
    k = i
    while k > max(0, i - _MOST) and are_rows(sentences[k].text):
        k -= 1
    line = sentences[k].text if k < i else ""
    if not line.rstrip().endswith(":") or len(line) > _LONGEST_LINE:
        return None
    words = re.findall(r"[a-z]+", line.lower())
    cues = (c for w in words for c in measures.cues.get(w, ()) if c.counts == "people")
    return next((c.measure for c in cues if c.role == "noun" or (c.role == "object" and c.shape == "ed")), None)


def row_reading(view: SentenceView, slot: Slot, measure: str | None) -> Reading | None:
    """The reading of a bare number behind a dash in rows of which a line before says what they count."""
    bare = slot.counted.head is None and view.lower(slot.first - 1) in _DASHES
    return Reading(measure, "announced", slot.core) if measure is not None and bare else None
