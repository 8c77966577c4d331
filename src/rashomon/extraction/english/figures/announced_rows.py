"""Rows below a line that says what they count: "Deaths by region:" and then "In Arba – 103; in Bono – 21"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rashomon.extraction.english.figures.reading import Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.extraction.english.figures.told import FARTHEST, Told
from rashomon.knowledge.measures import Measures
from rashomon.language.syntax import Sentence

#: Names and numbers with a dash or colon between them, and nothing else.
_ROWS = re.compile(r"(?:[^\d\n:;]{2,50}[–—:-][ \t]*\d[\d,]*[ \t]*[;,.]?\s*)+")
#: Longer texts are no rows, and longer lines announce none (characters).
_LONGEST, _LONGEST_LINE = 1200, 80
#: So many lines below it still are its rows.
_MOST = 40
_DASHES = ("-", "–", "—", ":")
#: The rule of the numbers of rows.
ANNOUNCED = "announced"


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
    return Reading(measure, ANNOUNCED, slot.core) if measure is not None and bare else None


def announced_wholes(told: Sequence[Told], wholes: Mapping[int, int]) -> dict[int, int]:
    """For each row that a line announces, the count that the rows break down: the one that they add up to, else the
    largest told before that can hold them all; the sentence nearest to them where several tell it."""
    found: dict[int, int] = {}
    for members in _runs(told):
        first, need = members[0], sum(told[m].value or 0 for m in members)
        alike = [k for k in range(max(0, first - FARTHEST), first) if _can_head(told, k, first)]
        before = [k for k in alike if k not in wholes]
        exact = next((k for k in reversed(alike) if told[k].value == need), None)
        whole = max((k for k in before if (told[k].value or 0) >= need), key=lambda k: (told[k].value, k), default=None)
        whole = exact if exact is not None else whole
        if whole is not None and len(members) > 1:
            found.update(dict.fromkeys(members, whole))
    return found


def _runs(told: Sequence[Told]) -> list[list[int]]:
    runs: list[list[int]] = []
    for i, one in enumerate(told):
        if one.read.reading.rule != ANNOUNCED:
            continue
        goes_on = runs and runs[-1][-1] == i - 1 and told[i - 1].measure == one.measure
        if goes_on:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _can_head(told: Sequence[Told], k: int, first: int) -> bool:
    one = told[k]
    stated = one.value is not None and one.field == told[first].field and not one.is_rate
    return stated and one.measure == told[first].measure and one.read.reading.rule != ANNOUNCED
