"""The finer place of the deed that a figure came of: "12 died in Ruritania when forces opened fire in Kotri"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rashomon.extraction.english.figures.event_areas import WIDE
from rashomon.extraction.english.figures.happening_words import HappeningWords
from rashomon.extraction.english.figures.place_distance import MOST_MENTIONS
from rashomon.extraction.english.figures.place_groups import GroupWords
from rashomon.extraction.english.figures.place_phrases import is_unnamed
from rashomon.extraction.english.figures.place_standing import StandingWords
from rashomon.extraction.english.figures.reading import Read
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.model.passage import Mention
from rashomon.model.place import Place

#: Words between a preposition and the name of the place behind it.
_NEAR = 5


def of_the_same_deed(
    view: SentenceView, read: Read, best: Place, places: Sequence[Place], reads: Sequence[Read]
) -> Place:
    """The one finer place of the clause or phrase that tells how it came to what a wide place's name places; else the
    place given."""
    if best.kind not in (*WIDE, "admin1") or best.role != "at":
        return best
    if best.kind == "country" and (inner := _of_clause(view, read, places)) is not None:
        return inner
    return _owned(view, best, places) or _behind(view, best, places, reads) or best


def _owned(view: SentenceView, wide: Place, places: Sequence[Place]) -> Place | None:
    """Where what a land owns is said to be: "Ruritania's ministry in the capital Kotri"."""
    token = view.parse.at(wide.end - 1 - view.sentence.start)
    if token is None or token.dep != "poss" or wide.kind != "country":
        return None
    part = next((p for p in places if 0 < p.start - wide.end <= len("'s ")), None)
    if part is not None and part.kind not in WIDE and part.role == wide.role:
        return part  # "In Ruritania's Kotri region, two were hurt"
    owned = view.parse.head(token).i
    if view.lower(owned + 1) not in view.words.of(GroupWords).inside:
        return None
    inside = range(owned + 2, owned + 2 + _NEAR)
    for place in places:
        first = view.parse.at(place.start - view.sentence.start)
        if first is not None and first.i in inside and place.kind not in WIDE and not is_unnamed(place):
            start, end = wide.start, (place.phrase or place).end
            text = view.sentence.text[start - view.sentence.start : end - view.sentence.start]
            return msgspec.structs.replace(place, phrase=Mention(field=place.field, start=start, end=end, text=text))
    return None


def _of_clause(view: SentenceView, read: Read, places: Sequence[Place]) -> Place | None:
    verb = view.parse.tokens[min(read.reading.anchor, len(view.parse.tokens) - 1)]
    joined = (verb, *view.parse.kids(verb, "conj"), view.parse.head(verb) if verb.dep == "conj" else verb)
    for clause in (c for v in joined for c in view.parse.kids(v, "advcl")):
        inside = view.parse.subtree(clause)
        if clause.i < verb.i or inside[0].lower not in view.words.of(StandingWords).openers:
            continue
        low, high = view.sentence.start + inside[0].start, view.sentence.start + inside[-1].end
        finer = [p for p in places if low <= p.start < high and p.kind not in WIDE and p.role == "at"]
        if len(finer) == 1 and not is_unnamed(finer[0]):
            return finer[0]
    return None


def _behind(view: SentenceView, wide: Place, places: Sequence[Place], reads: Sequence[Read]) -> Place | None:
    """The one place behind a wide one whose happening is told right there: "in Ruritania when", "in Ruritania in
    clashes at". Whoever counts something else between counts it elsewhere."""
    last = view.parse.at((wide.phrase or wide).end - 1 - view.sentence.start)
    if last is None:
        return None
    opens = view.lower(last.i + 1) in view.words.of(StandingWords).openers
    happenings = view.words.of(HappeningWords)
    link = view.parse.tokens[last.i + 1] if view.lower(last.i + 1) in ("in", "during") else None
    told = view.parse.kids(link, "pobj") if link is not None else ()
    if not opens and not any(t.lower in happenings.happenings for t in told):
        return None
    behind = [p for p in places if p.start > last.end + view.sentence.start and not p.adjectival]
    finer = [p for p in behind if p.kind not in (*WIDE, "admin1", "water") and p.role == "at" and p.precision != "near"]
    if not finer or len({p.name for p in finer}) > 1 or is_unnamed(finer[0]) or behind[0] is not finer[0]:
        return None
    before = finer[0].start - view.sentence.start
    return finer[0] if not any(last.end < r.slot.quantity.start < before for r in reads[:MOST_MENTIONS]) else None
