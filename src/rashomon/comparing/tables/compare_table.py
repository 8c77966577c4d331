"""A table and dossiers -> which events are in both, how the numbers agree, and what each misses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from rashomon.comparing.tables.fitting import LEAST, Fit, fit_of
from rashomon.comparing.tables.our_events import OurEvent, our_events
from rashomon.comparing.tables.pairing import best_pairs, components
from rashomon.comparing.tables.read_table import read_table
from rashomon.comparing.tables.their_events import TheirEvent
from rashomon.comparing.tables.verdicts import judge
from rashomon.model.compared_table import EventPair, NotCompared, TableComparison
from rashomon.model.dossier import Dossier
from rashomon.rendering import wording

#: Rows so many days off everything of ours are of another time.
_AROUND_DAYS = 7
#: So far beside what the record tells of, in degrees, a row is of other parts of a country.
_AROUND_DEGREES = 1.0
#: No precision of a data set leaves a day open further.
_MOST_SLACK = dt.timedelta(days=31)
#: The weight of the poorest pair there is.
_ANY = 0.01
_ELSEWHERE = "It is of another time, country or area than the record."


def compare_table(name: str, content: bytes, dossiers: Sequence[Dossier]) -> TableComparison:
    """The comparison of a table (ACLED's or the GED's columns, or HXL tags) with the dossiers' events.

    Raises SourceError where the table cannot be read or has none of these shapes.
    """
    read = read_table(name, content)
    ours, others = our_events(dossiers, read.value.format)
    theirs = list(read.value.events)
    fits = _fits(ours, theirs)
    pairs = {left: right for group in components(fits) for left, right in _paired(group, fits).items()}
    taken = set(pairs.values())
    unmatched = [o for i, o in enumerate(ours) if i not in pairs]
    single = [o for o in unmatched if not o.wide]
    looked_for = [o for o in single if read.value.format != "ged" or o.lethal]
    missing = [t for j, t in enumerate(theirs) if j not in taken]
    placed = [t for t in missing if not t.wide]
    within = [t for t in placed if _is_ours_to_have(t, ours)]
    apart = [
        NotCompared(
            whose="ours", count=len(unmatched) - len(single), reason="It is told of a whole region or country."
        ),
        NotCompared(
            whose="ours",
            count=len(single) - len(looked_for),
            reason="No origin counts its dead, and the GED has lethal events only.",
        ),
        NotCompared(whose="theirs", count=len(placed) - len(within), reason=_ELSEWHERE),
        NotCompared(whose="theirs", count=len(missing) - len(placed), reason="It is a total of a whole country."),
        NotCompared(
            whose="theirs",
            count=read.value.other_rows,
            reason="It gives no number of all the dead, nor of the civilians.",
        ),
    ]
    return TableComparison(
        table=name,
        format=read.value.format,
        stories=tuple(d.story for d in dossiers),
        reviewed="; ".join(dict.fromkeys(wording.review_note(d) for d in dossiers)) or wording.MACHINE_MADE,
        names="; ".join(dict.fromkeys(wording.names_note(d) for d in dossiers)),
        rows=len(theirs) + read.value.other_rows,
        pairs=tuple(
            _pair(ours[i], theirs[j], fits[i][j]) for i, j in sorted(pairs.items(), key=lambda p: _order(ours[p[0]]))
        ),
        they_miss=tuple(o.line for o in sorted(looked_for, key=_order)),
        we_miss=tuple(t.line for t in sorted(within, key=lambda t: (t.line.start, t.line.row))),
        not_compared=(*others, *(line for line in apart if line.count)),
        issues=read.issues,
    )


def _order(ours: OurEvent) -> tuple[dt.date, str, str]:
    return ours.line.start, ours.line.story, ours.line.event


def _fits(ours: Sequence[OurEvent], theirs: Sequence[TheirEvent]) -> dict[int, dict[int, Fit]]:
    """The possible pairs, by the numbers of both events."""
    found: dict[int, dict[int, Fit]] = {}
    if not ours:
        return found
    first = min(o.line.start for o in ours) - _MOST_SLACK
    last = max(o.line.end for o in ours) + _MOST_SLACK
    close = [(j, t) for j, t in enumerate(theirs) if first <= t.line.end and t.line.start <= last]
    for i, mine in enumerate(ours):
        near = {j: fit for j, yours in close if (fit := fit_of(mine, yours)) is not None}
        if near:
            found[i] = near
    return found


def _paired(group: Sequence[int], fits: dict[int, dict[int, Fit]]) -> dict[int, int]:
    # What a pair scores above the least: one good pair outweighs two poor ones.
    return best_pairs({i: {j: fit.score - LEAST + _ANY for j, fit in fits[i].items()} for i in group})


def _pair(ours: OurEvent, theirs: TheirEvent, fit: Fit) -> EventPair:
    judged = judge(theirs.line, ours.line.counts)
    return EventPair(
        ours=ours.line,
        theirs=theirs.line,
        km=fit.km,
        days=fit.days,
        score=fit.score,
        verdict=judged.verdict,
        by=judged.by,
        text=judged.text,
    )


def _is_ours_to_have(theirs: TheirEvent, ours: Sequence[OurEvent]) -> bool:
    """Whether a row lies in the time and area that the record tells of: else it is no gap of ours."""
    around = dt.timedelta(days=_AROUND_DAYS)
    return any(
        o.line.start - around <= theirs.line.end and theirs.line.start <= o.line.end + around and _is_near(o, theirs)
        for o in ours
    )


def _is_near(ours: OurEvent, theirs: TheirEvent) -> bool:
    if None not in (ours.lat, ours.lon, theirs.lat, theirs.lon):
        lat, lon = abs((ours.lat or 0) - (theirs.lat or 0)), abs((ours.lon or 0) - (theirs.lon or 0))
        return lat <= _AROUND_DEGREES and lon <= _AROUND_DEGREES
    return ours.line.country is not None and ours.line.country == theirs.line.country
