"""Where a report's event was, for figures that name no place: its sites so far, its lead, the area of its counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.body_places import area_of_body
from rashomon.extraction.english.figures.countries_told import country_of, of_war
from rashomon.extraction.english.figures.datelines import is_filing
from rashomon.extraction.english.figures.event_areas import AREAS, SEVERAL, WIDE, AreaWords, ReportAreas, first_word
from rashomon.extraction.english.figures.event_extent import extent_of, is_of_one_town, tells_all
from rashomon.extraction.english.figures.event_namings import Naming
from rashomon.extraction.english.figures.finer_places import finer_place, most_named
from rashomon.extraction.english.figures.first_places import Passage, first_place
from rashomon.extraction.english.figures.happening_words import HappeningWords
from rashomon.extraction.english.figures.pointing_words import PointingWords
from rashomon.extraction.english.figures.told import Told
from rashomon.extraction.english.figures.town_parts import part_of_town
from rashomon.extraction.english.figures.unlisted_places import told_place
from rashomon.model.claim import Figure
from rashomon.model.passage import Mention
from rashomon.model.place import Place

#: A place is carried this many sentences on.
_NEIGHBOUR = 1
#: Sentences that say whether a report is of a happening or of a whole theatre.
_OPENING = 3


class LastPlace(NamedTuple):
    """The last place that a figure's own words named, with its sentence and who told of it."""

    sentence: int
    place: Place
    teller: str | None


def teller_of(figure: Figure) -> str | None:
    """Who tells of a figure, by the best name at hand."""
    said = figure.attribution
    return (said.origin or said.text) if said is not None else None


@dataclass(frozen=True)
class ReportEvent:
    """What a report tells of where its event was.

    `told_at` are the places that figures name for themselves: a toll of several of them is the wider place's.
    `of_parts` are where those stand, as field and start, that only a part is said to be at ("half of them in X").
    """

    analysis: Analysis
    namings: Sequence[Naming]
    told_at: Sequence[Place]
    of_parts: frozenset[Passage]
    areas: ReportAreas
    counting: frozenset[int]
    words: HappeningWords
    nouns: AreaWords

    @cached_property
    def theatre(self) -> bool:
        """Whether it opens with what no one town is the place of."""
        return any(self.words.theatre.search(s.text) for s in self.analysis.sentences[:_OPENING])

    @cached_property
    def spread(self) -> bool:
        """Whether it opens with what is spread over an area: a flood, protests."""
        opens = any(self.words.over_area.search(s.text) for s in self.analysis.sentences[:_OPENING])
        return opens and not self.in_one_town

    @cached_property
    def one_site(self) -> bool:
        """Whether every happening of it that is put anywhere, and no fewer than several, is at one settlement."""
        told = [n.place for n in self.namings if n.weight >= 1]
        settled = all(p.kind in ("town", "other", "facility") for p in told)
        places = {(p.field, p.start) for p in told}
        return settled and len(places) > SEVERAL and len({first_word(p) for p in told}) == 1

    def spreads(self, one: Told) -> bool:
        """Whether a figure counts over the area of what is spread: all of it, or more than happened at its one site."""
        return self.spread and (not self.one_site or self.words.since.search(one.view.sentence.text) is not None)

    @cached_property
    def sites(self) -> dict[str, Place]:
        """The places of its figures by their first word."""
        return {first_word(p): p for p in reversed(self.told_at) if p.kind not in WIDE and p.field == "text"}

    @cached_property
    def only(self) -> Place | None:
        """The one place that it names, again and again, else its one facility."""
        named = [p for p in self.analysis.places if p.kind != "facility"]
        again = len(named) > 1 and len({p.name for p in named}) == 1
        sites = {p.name: p for p in reversed(self.analysis.places) if p.kind == "facility" and p.text[:1].isupper()}
        first = next((p for p in named if not p.adjectival), None)
        several = len({p.name for p in self.told_at}) >= SEVERAL  # the facility is then one of many places
        return first if again else next(iter(sites.values())) if len(sites) == 1 and not several else None

    @cached_property
    def country(self) -> Place | None:
        """The country that it names most."""
        return country_of(self.analysis, self.words)

    def event_of(self, figure: Figure, one: Told) -> Place | None:
        """The place of the happening that a figure goes with: the latest for "the blast", else the most named yet."""
        text, title = one.view.sentence.text, figure.field == "title"
        so_far = [n for n in self.namings if (n.place.field == "title" or not title) and n.place.start < figure.end]
        if self.words.pointing_back.search(text):
            near = [n.place for n in so_far if n.place.kind != "country" and n.weight >= 1]
            if near:
                return near[-1]
        best = most_named(so_far)
        if (best is None or best.kind in WIDE) and self.words.one.search(text):
            best = most_named([n for n in self.namings if n.place.kind not in WIDE]) or best
        found = best or first_place(self.analysis, self.of_parts) or self.country
        found = self._narrowed(found, one, best is not None) if found is not None else None
        if found is not None and found.kind == "town" and not self.theatre and not self.words.since.search(text):
            found = part_of_town(self.analysis, self.namings, self.told_at, found)
        return self._around(found) if found is not None else self.only

    def _narrowed(self, place: Place, one: Told, voted: bool) -> Place:
        """The finer place of the happening inside one that happenings voted for, or that the report begins with.

        A country that a figure's own sentence names stays: "Ruritania: gangs kill 70".
        """
        if self.theatre:
            return place
        if not voted and (place.kind not in WIDE or self.spread or _names(one, place, self.analysis)):
            return place
        return self.finer(place)

    @cached_property
    def in_one_town(self) -> bool:
        """Whether its lead puts happenings of many places into one town."""
        return is_of_one_town(self.analysis, self.words)

    @cached_property
    def extent(self) -> Place | None:
        """The area that its lead or headline puts happenings of many places into."""
        return None if self.in_one_town else extent_of(self.analysis, self.words, self.nouns)

    def within_extent(self, one: Told, event: Place | None) -> Place | None:
        """The area of happenings of many places instead of one of these; one happening stays where it was."""
        area = self.extent
        if area is None or event is None or not self.nouns.is_finer(event, area):
            return event
        return event if self.words.one.search(one.view.sentence.text) else area

    def _around(self, place: Place) -> Place:
        """The area that the lead counts over, where the place is one of several in it that happenings were at."""
        area = self.areas.counted
        if area is None or not self.nouns.is_finer(place, area):
            return place
        sites = {first_word(n.place) for n in self.namings if self.nouns.is_finer(n.place, area)}
        return area if len(sites) >= SEVERAL else place

    def finer(self, best: Place) -> Place:
        """The one place that the report puts its happening into, inside the wider one given; else that one."""
        return finer_place(best, self.namings, self.told_at, self.nouns, self.spread)

    def named_site(self, one: Told) -> Place | None:
        """The one of several sites whose name the sentence says otherwise: "the governor of X", "X hospital"."""
        if len(self.sites) < SEVERAL:
            return None
        sentence = one.view.sentence
        every = self.analysis.places_in(sentence.field, sentence.start, sentence.end)
        every = [p for p in every if not is_filing(self.analysis.report, p)]
        named = {first_word(p) for p in every if p.kind not in WIDE} & self.sites.keys()
        text = self.analysis.report.field_text(sentence.field)
        if any(self.words.of_them.search(text[sentence.start : p.start]) for p in every):
            return None  # "225 were hurt, most of them in X"
        site = self.sites[named.pop()] if len(named) == 1 else None
        if site is None or site in every:
            return None  # what another figure of the sentence has for itself
        return msgspec.structs.replace(site, how="sentence")

    def carried(
        self, figure: Figure, one: Told, last: LastPlace | None, event: Place | None, since: int = 0
    ) -> Place | None:
        """The neighbour's place where the sentence goes on with it, else the event's; the finer of an area's. What the
        text tells before `since` stands above another heading."""
        if self.country is None and one.view.words.of(PointingWords).whole_country.search(one.view.sentence.text):
            return None  # "nationwide", of a land that nobody names, is in no town
        if figure.realis == "background":
            if event is not None and one.view.words.of(PointingWords).same_place.search(one.view.sentence.text):
                return msgspec.structs.replace(event, how="event")
            return of_war(self.analysis, figure, one.view.sentence, self.words) or self.country
        if last is not None and not self._leaves(figure, one, last):
            goes_on = last.place.kind != "facility" or one.sentence == last.sentence or self._goes_on(one)
            if goes_on and one.sentence - last.sentence <= _NEIGHBOUR:
                finer = last.place if self.theatre or since else self.finer(last.place)
                return msgspec.structs.replace(finer, how="neighbour" if finer is last.place else "event")
        event = self.at_hand(one, since) or event
        if event is None or event.kind in WIDE:
            event = area_of_body(self.analysis, figure, one.view) or event
        return msgspec.structs.replace(event, how="event") if event else None

    def _leaves(self, figure: Figure, one: Told, last: LastPlace) -> bool:
        """Whether a sentence leaves a neighbour's place for the area of all happenings: it speaks of them all, or
        somebody else begins to tell."""
        if self.extent is None or not self.nouns.is_finer(last.place, self.extent):
            return False
        new = figure.attribution is not None and figure.attribution.how == "clause"
        told_anew = new and teller_of(figure) != last.teller and not self._goes_on(one)
        return told_anew or tells_all(one.view.parse, self.words)

    def at_hand(self, one: Told, since: int = 0) -> Place | None:
        """The place of a happening that the sentence before a figure has told of, without a figure of its own."""
        if one.read.reading.rule.startswith("toll") or one.view.sentence.field != "text":
            return None
        before = self.analysis.sentence_at("text", max(0, one.view.sentence.start - 2))
        if before is None or before.index in self.counting:
            return None
        near = [
            n.place for n in self.namings if n.weight >= 1 and max(since, before.start) <= n.place.start < before.end
        ]
        near = [p for p in near if p.field == "text"]
        near = [p for p in near if p.kind not in AREAS] or near
        return near[-1] if near and near[-1].kind not in WIDE else None

    def _goes_on(self, one: Told) -> bool:
        """Whether a sentence speaks of the happening before: "the blast", "another 20", "12 of them", "there"."""
        read = one.read
        if any(t.lower == "there" and t.dep == "advmod" for t in one.view.parse.tokens):
            return True
        return read.part or read.slot.counted.more or bool(self.words.pointing_back.search(one.view.sentence.text))

    def settlement(self, words: Mention, place: Place) -> Place:
        """The settlement that the report names most where the words speak of one ("a rebel-held town") and the place is
        an area; the words alone where they speak of areas and the place is none; else the place."""
        if place.kind not in AREAS:
            return told_place(words, "other") if self.nouns.tells_areas(words.text) else place
        if not self.nouns.names_settlement(words.text):
            return place
        site = most_named([n for n in self.namings if n.place.kind in ("town", "other")])
        return msgspec.structs.replace(site, how="event") if site else place


def _names(one: Told, place: Place, analysis: Analysis) -> bool:
    """Whether a figure's sentence names a place itself, or a country where the place is one."""
    sentence = one.view.sentence
    named = analysis.places_in(sentence.field, sentence.start, sentence.end)
    return any(p.name == place.name or p.kind == place.kind == "country" for p in named)
