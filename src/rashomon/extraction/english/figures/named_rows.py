"""Rows that are headed by names of places, known or not: "Ubay: 12", "Loon: 6" below a line that announces them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rashomon.extraction.english.figures.announced_rows import ANNOUNCED
from rashomon.extraction.english.figures.label_rows import is_row
from rashomon.extraction.english.figures.phrase_edges import mention_of
from rashomon.extraction.english.figures.told import Told
from rashomon.extraction.english.figures.unlisted_places import told_place
from rashomon.model.claim import Figure
from rashomon.model.place import Place

#: A name that heads a row has so many words at most.
_LONGEST = 7
#: Signs before and inside the name of a row.
_SIGNS = ("-", "–", "—", "•", "*", "(", ")", ".", "'", "’")


def with_named_rows(figures: Sequence[Figure], told: Sequence[Told]) -> list[Figure]:
    """The figures; of rows of which at least one is headed by a known place, each at the name that heads it."""
    found = list(figures)
    for run in _runs(told):
        labels = {i: label for i in run if (label := _label(told[i])) is not None}
        known = [i for i, label in labels.items() if _is_in(figures[i].place, label)]
        if not known or len(labels) < len(run):
            continue
        for i, label in labels.items():
            if i not in known:
                found[i] = msgspec.structs.replace(found[i], place=label)
    return found


def _runs(told: Sequence[Told]) -> list[list[int]]:
    """Figures that are rows right below one another."""
    runs: list[list[int]] = []
    for i, one in enumerate(told):
        if not (is_row(one.view, one.read.slot) and one.read.reading.rule == ANNOUNCED):
            continue
        last = told[runs[-1][-1]] if runs else None
        if last is not None and runs[-1][-1] == i - 1 and one.sentence - last.sentence <= 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return [run for run in runs if len(run) > 1]


def _label(one: Told) -> Place | None:
    """The name before the colon of a row."""
    colon = one.read.slot.first - 1
    first = next((k for k in range(colon) if one.view.parse.tokens[k].text not in _SIGNS), colon)
    words = one.view.parse.tokens[first:colon]
    if not 0 < len(words) <= _LONGEST or not all(w.text[:1].isupper() or len(w.text) < 4 for w in words):
        return None
    return told_place(mention_of(one.view, first, colon - 1), "other")


def _is_in(place: Place | None, label: Place) -> bool:
    """Whether a known place is the one that heads the row."""
    return place is not None and place.field == label.field and label.start <= place.start < label.end
