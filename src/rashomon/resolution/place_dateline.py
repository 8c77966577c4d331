"""Where a report was filed, by its dateline."""

from __future__ import annotations

import re

from rashomon.model.place import Place
from rashomon.model.report import READ_BLOCKS, Report

_DATELINE = re.compile(r"[^\W\d_a-z][^\n(—–]{1,60}?(?:\s?\([A-Za-z /.]{2,24}\))?\s{0,2}(?:[—–]|-{1,2})\s")


def publication_place(report: Report, places: tuple[Place, ...]) -> Place | None:
    """The first of a report's resolved places, where it opens the text as a dateline; else null."""
    starts = [b.start for b in report.blocks if b.kind in READ_BLOCKS and b.kind != "headline"] or [0]
    for start in starts[:4]:
        found = _DATELINE.match(report.text, start)
        if found is None:
            continue
        for place in places:
            if place.field == "text" and place.start == start and place.end <= found.end() and place.text.isupper():
                return place
    return None
