"""The area of reports that count at many places, and of figures told together with the parts of others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.datelines import is_filing, without_topic
from rashomon.extraction.english.figures.told import Told
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Sentence
from rashomon.model.claim import Figure
from rashomon.model.place import Place
from rashomon.model.remembered import remembered

#: A line of fewer words is a heading, a byline or a dateline and tells nothing.
_HEADING = 5
#: So many places that figures name for themselves make a report of several sites.
SEVERAL = 2
#: Figures at so many places make a report of the area around them.
_MANY = 3
#: Kinds too wide for where a happening was, if the report names a finer place.
WIDE = ("country", "region")
#: How wide an area is that no noun names, as the nouns of areas are ranked.
_BY_KIND = {"admin2": 1, "admin1": 3}
#: Small words inside the phrase of a place.
_INSIDE = ("of", "the")
#: Kinds that hold other places.
AREAS = (*WIDE, "admin1", "admin2")


@dataclass(frozen=True, slots=True)
class AreaWords(WordClasses):
    """Nouns for settlements and for areas, the smaller first."""

    source: ClassVar[str] = "en/words/places.toml#areas"
    settled: frozenset[str]
    settlements: frozenset[str]
    lands: frozenset[str]
    smallest: frozenset[str]
    middle: frozenset[str]
    largest: frozenset[str]
    others: frozenset[str]

    def are_others(self, place: Place) -> bool:
        """ "in other towns", "in three neighbouring districts": several, and none that was told before."""
        *before, last = place.text.lower().split()
        settled = _singular(last) in self.settlements | self.smallest | self.middle | self.largest
        return settled and last.endswith("s") and not self.others.isdisjoint(before)

    def names_settlement(self, text: str) -> bool:
        """Whether words speak of a town or a part of one."""
        return any(w in self.settlements for w in text.lower().split())

    def tells_areas(self, text: str) -> bool:
        """ "various regions": several areas, none of which is named."""
        last = text.lower().split()[-1]
        return last.endswith("s") and _singular(last) in self.middle | self.largest

    def outside_phrase(self, words: list[str]) -> list[str]:
        """The words before a name without those of its phrase: "devastated" of "devastated areas of the southern state
        of"."""
        kinds = self.settled | self.settlements | self.smallest | self.middle | self.largest
        k = len(words)
        while k > 0 and (
            words[k - 1] in _INSIDE or words[k - 1].removesuffix("s") in kinds or words[k - 1][-3:] == "ern"
        ):
            k -= 1
        return words[:k]

    def is_vague(self, place: Place) -> bool:
        """ "a rebel-held town", "a town in northern X": the report names it elsewhere."""
        if place.kind not in ("other", *AREAS):
            return False
        words = (place if place.kind == "other" else place.phrase or place).text.lower().split()
        if words[:1] not in (["a"], ["an"]):
            return False
        if words[-1] in self.settled or place.phrase is None:
            return words[-1] in self.settled
        before = place.phrase.text[: max(0, place.start - place.phrase.start)]  # not "a market in X, a town in Y"
        return self.names_settlement(before if place.field == place.phrase.field else place.phrase.text)

    def points_back(self, place: Place) -> bool:
        """ "the Pacific territory", "the capital": a place told by kind, which the report names elsewhere."""
        words = place.text.lower().split()
        if place.phrase is not None and place.phrase.text.islower():
            told = place.phrase.text.split()  # "the largely deserted city" on an island
            return told[0] == "the" and told[-1] in self.settlements
        return place.kind == "other" and words[0] == "the" and words[-1] in self.lands

    def is_finer(self, place: Place, wide: Place) -> bool:
        """Whether a place may be a part of a wider one by its kind or, of two areas, by their nouns."""
        if place.kind in ("country", "region", "water"):
            return False
        return wide.kind in WIDE or place.kind in ("town", "other") or self._rank(place) < self._rank(wide)

    def _rank(self, place: Place) -> int:
        last = place.text.lower().split()[-1]
        ranks = (self.smallest, self.middle, self.largest)
        unnamed = _BY_KIND.get(place.kind, 0)  # "Kotria", known as a state, needs no noun
        return next((n for n, nouns in enumerate(ranks, 1) if last in nouns), unnamed)


def _singular(noun: str) -> str:
    return noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")


@remembered(8)
def lead_of(analysis: Analysis) -> Sentence | None:
    """The first sentence of the text that tells something; headings, bylines, datelines and the title once more tell
    nothing."""
    text = [s for s in analysis.sentences if s.field == "text"]
    title = (analysis.report.title or "").strip().lower()
    telling = [s for s in text if len(s.text.split()) >= _HEADING and s.text.strip().lower() != title]
    body = (s for s in telling if s.block in ("body", "key_point"))
    return next(body, None) or next(iter(telling), None) or next(iter(text), None)


def lead_end(analysis: Analysis) -> int:
    """Where the lead ends in the text."""
    lead = lead_of(analysis)
    return lead.end if lead is not None else 0


def first_word(place: Place) -> str:
    """The first word with a capital, so that "the Kotri region" and "Kotri" are one."""
    return next((w.lower() for w in place.name.split() if w[:1].isupper()), place.name)


@dataclass(frozen=True, slots=True)
class ReportAreas:
    """What a report's opening and the spread of its figures say of the area that it counts over.

    `counted` is the area that the lead's first figure names for itself; `opening` that one, else the one that the title
    or the lead names. `over_all` is the latter where the opening names no place in it and the figures are at many.
    `divided` holds the sentences (field, index) whose figures are at several places; `alone` says that the opening's
    area is the one place in its country that title and lead name.
    """

    counted: Place | None
    opening: Place | None
    over_all: Place | None
    divided: frozenset[tuple[str, int]]
    alone: bool

    def of(self, figure: Figure, one: Told, event: Place | None, spread: bool) -> Place | None:
        """The place of a figure that names none: the report's area where it counts over that, else the event's."""
        own = figure.place is not None and figure.place.how == "clause"
        if not own and (figure.field, one.sentence) in self.divided:
            return self.opening or event
        over = (self.opening if spread else None) or self.over_all
        if over is None or event is None:
            return event
        return over if event.kind not in WIDE or self.alone else event


def _opening(areas: Sequence[Place], words: AreaWords, analysis: Analysis) -> Place | None:
    """The area named first, or the one state of it that is named beside it; several states are the country's, and one
    that a list sets beside countries is no part of them."""
    listed = [p for before, p in pairwise(areas) if before.kind == "country" and is_listed(analysis, before, p)]
    states = [p for p in areas if p.kind == "admin1" and words.is_finer(p, areas[0]) and p not in listed]
    states = [p for p in states if p.name != areas[0].name]
    states = [p for p in states if not any(words.is_finer(p, wider) for wider in states)]
    one = len({first_word(p) for p in states}) == 1
    return states[0] if one else next(iter(areas), None)


def is_listed(analysis: Analysis, before: Place, place: Place) -> bool:
    """Whether "and" joins two places."""
    text = analysis.report.field_text(place.field)
    return before.field == place.field and text[before.end : place.start].strip(" ,") in ("and", "and the")


def find_areas(
    analysis: Analysis, figures: Sequence[Figure], told: Sequence[Told], words: AreaWords, country: Place | None
) -> ReportAreas:
    """The areas of a report, from its opening and the places that its figures name for themselves; `country` is the one
    that it names most."""
    end = lead_end(analysis)
    named = [p for p in analysis.places if (p.field == "title" or p.end <= end) and not p.adjectival]
    told_of = [p for p in named if not is_filing(analysis.report, p)]
    named = without_topic(analysis.report, told_of or named)
    areas = [p for p in named if p.kind in AREAS and p.role == "at"]
    areas = [p for p in areas if not _only_contains(analysis, p, named)]
    opening = _opening(areas, words, analysis)
    around = opening if told_of else country  # an opening that names no place tells of its country's many
    counted = _counted_in(lead_of(analysis), figures, told)
    if counted is not None and _says_some(counted, words):
        counted = None
    sites: set[str] = set()
    told_in: dict[tuple[str, int], set[str]] = {}
    for figure, one in zip(figures, told, strict=True):
        place = figure.place
        if place is None or place.how != "clause" or place.kind in WIDE:
            continue
        told_in.setdefault((figure.field, one.sentence), set()).add(first_word(place))
        listed = analysis.places_in(place.field, place.start, (place.phrase or place).end) or [place]
        if place.role == "at" and around is not None and words.is_finer(place, around):
            sites |= {first_word(p) for p in listed if words.is_finer(p, around)}
    spread = len(sites) >= _MANY and all(p.kind in AREAS for p in (named if told_of else ()))
    divided = frozenset(where for where, places in told_in.items() if len(places) >= SEVERAL)
    finer = {first_word(p) for p in named if p.kind not in WIDE}
    alone = opening is not None and finer == {first_word(opening)}
    return ReportAreas(counted, counted or opening, around if spread else None, divided, alone)


def _only_contains(analysis: Analysis, area: Place, named: Sequence[Place]) -> bool:
    """Whether an area only says where the town right before it lies: "in Kotri, West Jaral"."""
    text = analysis.report.field_text(area.field)
    before = [p for p in named if p.field == area.field and 0 <= area.start - p.end <= len(", ")]
    before = [p for p in before if text[p.end : area.start] == ", "]
    return any(p.kind in ("town", "other", "facility") or _only_contains(analysis, p, named) for p in before)


def _counted_in(lead: Sentence | None, figures: Sequence[Figure], told: Sequence[Told]) -> Place | None:
    """The area that the lead's first figure, no part of another, names for itself."""
    for figure, one in zip(figures, told, strict=True):
        place = figure.place
        if one.view.sentence is not lead or figure.realis == "background" or one.read.part or one.read.row is not None:
            continue
        own = place is not None and place.how == "clause" and place.role == "at" and place.kind in AREAS
        return place if own else None
    return None


def _says_some(place: Place, words: AreaWords) -> bool:
    """Whether words tell of some places in an area, not of all that is counted: "a village in X", "parts of X"."""
    phrase = place.phrase.text.lower().split() if place.phrase is not None else []
    return words.is_vague(place) or phrase[:1] in (["a"], ["an"], ["parts"])
