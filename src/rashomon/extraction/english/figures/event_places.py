"""Where figures are whose own words name no place: their neighbours' place, or that of the report's event."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.countries_told import country_of
from rashomon.extraction.english.figures.event_areas import WIDE, AreaWords, find_areas
from rashomon.extraction.english.figures.event_namings import MOST_NAMINGS, find_namings, tells_part
from rashomon.extraction.english.figures.happening_words import HappeningWords
from rashomon.extraction.english.figures.headed_sections import HeadedSections
from rashomon.extraction.english.figures.named_facilities import facility_again, named_facility
from rashomon.extraction.english.figures.place_distance import DistanceWords, brings_toll
from rashomon.extraction.english.figures.place_phrases import is_unnamed
from rashomon.extraction.english.figures.place_standing import tells_speaker, was_told_there
from rashomon.extraction.english.figures.pointed_places import left_behind, pointed_at
from rashomon.extraction.english.figures.report_event import LastPlace, ReportEvent, teller_of
from rashomon.extraction.english.figures.taken_up_places import area_words, same_place
from rashomon.extraction.english.figures.told import Told
from rashomon.extraction.english.figures.treating_hospitals import treating_hospital
from rashomon.knowledge.library import Library
from rashomon.model.claim import Figure
from rashomon.model.passage import Mention
from rashomon.model.place import Place

#: What opens the items of a list, and so many characters before their words.
_BULLETS = ("•", "*", "‣", "●", "▪")
_BULLET = 2


def with_places(
    analysis: Analysis, figures: Sequence[Figure], told: Sequence[Told], unlisted: Sequence[Place], library: Library
) -> list[Figure]:
    """Figures whose sentence names no place of their own take that of the sentence before, else the event's."""
    words, names = library.words, library.place_words
    happenings, areas, moves = words.of(HappeningWords), words.of(AreaWords), words.of(DistanceWords).moves
    parts = [f for f, one in zip(figures, told, strict=True) if one.read.part]
    report = ReportEvent(
        analysis,
        find_namings(analysis, figures, told, unlisted, happenings, areas),
        [f.place for f in figures if f.place and f.place.how == "clause" and f.place.role == "at"][:MOST_NAMINGS],
        frozenset((f.place.field, f.place.start) for f in parts if f.place is not None and f.place.how == "clause"),
        find_areas(analysis, figures, told, areas, country_of(analysis, happenings)),
        frozenset(one.sentence for one in told),
        happenings,
        areas,
    )
    sections = HeadedSections(analysis, library)
    placed: list[Figure] = []
    last: LastPlace | None = None
    older: tuple[int, Place] | None = None
    for figure, one in zip(figures, told, strict=True):
        headed = sections.over(figure)
        event = headed or report.within_extent(
            one, report.areas.of(figure, one, report.event_of(figure, one), report.spreads(one))
        )
        if headed is not None and last is not None and last.place.start < headed.start:
            last = None  # above the heading
        place, kind = _own_place(figure, one, event, areas)
        if headed is not None and place is not None and _words_of(place).text.lower().startswith("this "):
            place = headed  # "this restaurant"
        place = named_facility(analysis, place) if place is not None else None
        if place is None or place.how == "sentence" or areas.points_back(place):
            place = facility_again(analysis, one.view, names) or pointed_at(analysis, figure, one.view) or place
        treated = treating_hospital(analysis, figure, one) if place is None or place.how == "sentence" else None
        place = treated or place
        place = left_behind(analysis, figure, one.view) or place
        if (place is None or place.how == "sentence") and placed and one.sentence - told[len(placed) - 1].sentence < 2:
            place = same_place(figure, one.view, placed[-1]) or place
        toll = one.read.reading.rule.startswith("toll")
        if place is None and figure.realis != "background" and not toll:
            place = report.named_site(one)
        if brings_toll(one.view, one.read):
            last = None  # neither the toll nor what follows is where the newest dead were
        if figure.realis == "background":
            if place is None and older is not None and one.sentence - older[0] < 2 and one.view.lower(0) == "it":
                place = msgspec.structs.replace(older[1], how="neighbour")  # "It destroyed ...": the older happening
            older = (one.sentence, place) if place is not None else older
        if place is None:
            apart = (figure.field, one.sentence) in report.areas.divided or _opens_item(analysis, one, last)
            place = report.carried(figure, one, None if apart else last, event, headed.start if headed else 0)
            kind = kind or area_words(figure, one.view)
            if place is not None and figure.measure not in moves:
                place = msgspec.structs.replace(place, role="at")  # whom nobody moved is where it happened
        elif treated is None and _goes_on(analysis, figure, one, place):
            last = LastPlace(one.sentence, place, teller_of(figure))
        elif (
            last is not None
            and last.sentence == one.sentence
            and one.read.row is not None
            and place.name != last.place.name
        ):
            last = None  # the sentence tells of several places, none of which goes on
        if kind is not None and place is not None:
            place = msgspec.structs.replace(report.settlement(kind, place), phrase=kind)
        placed.append(msgspec.structs.replace(figure, place=place))
    return placed


def _goes_on(analysis: Analysis, figure: Figure, one: Told, place: Place) -> bool:
    """Whether what follows can be at the place that a figure names: it is a whole's, and no "in X alone"."""
    whole = figure.realis != "background" and not one.read.part and one.read.row is None
    return whole and place.kind != "other" and not tells_part(analysis, place)


def _opens_item(analysis: Analysis, one: Told, last: LastPlace | None) -> bool:
    """Whether a figure is in another item of a list with bullets than the last place: each item tells a thing of its
    own, unless it goes on with "of them"."""
    sentence = one.view.sentence
    if last is None or last.sentence == one.sentence or one.read.part:
        return False
    text = analysis.report.field_text(sentence.field)
    return text[max(0, sentence.start - _BULLET) : sentence.start + 1].strip()[:1] in _BULLETS


def _own_place(figure: Figure, one: Told, event: Place | None, areas: AreaWords) -> tuple[Place | None, Mention | None]:
    """The place that a figure's own words name, where it says more than the event's; else their words for its kind."""
    place = figure.place
    if event is None or place is None:
        return place, None
    if is_unnamed(place) and areas.are_others(place):
        return place, None
    if areas.is_vague(place) or is_unnamed(place):
        return None, None if _only_treats(figure, place) else _words_of(place)
    if place.kind == "water" and _is_of_settlement(one, place, areas):
        return None, None
    if _is_speakers(one, place):
        return None, None
    if place.kind in WIDE and event.kind not in WIDE and _opens_site(place):
        return None, _words_of(place)
    if _is_far(place) and event.kind == "region" and event.country_code is None:
        return place, None  # a region of several countries says less
    if _is_far(place) and event.name == place.name and place.precision == "region":
        return place, None  # "the storm battered southern X": the event's land, more finely
    if _is_far(place):
        return None, _words_of(place) if _tells_site(place) and event.kind not in WIDE else None
    return place, None


def _only_treats(figure: Figure, place: Place) -> bool:
    """Whether a hospital without a name is told in another clause: it is where some of the hurt were brought."""
    return place.facility_kind == "hospital" and place.how == "sentence" and figure.measure in ("killed", "injured")


def _is_speakers(one: Told, place: Place) -> bool:
    """ "police in X said": where the event is says more."""
    if place.how != "sentence" and not one.read.reading.rule.startswith("toll"):
        return False
    start = one.view.sentence.start
    first, last = one.view.parse.at(place.start - start), one.view.parse.at((place.phrase or place).end - 1 - start)
    if first is None or last is None:
        return False
    tellings = one.view.words.of(HappeningWords).tellings
    return tells_speaker(one.view, first.i, last.i) or was_told_there(one.view.parse, last, tellings)


def _is_of_settlement(one: Told, place: Place, areas: AreaWords) -> bool:
    """ "the city on the Sea of Azov": water that only says where a settlement named before lies."""
    first = one.view.parse.at(place.start - one.view.sentence.start)
    i = first.i - 1 if first is not None else 0
    while i > 1 and one.view.parse.tokens[i].pos == "DET":
        i -= 1
    return i > 1 and one.view.parse.tokens[i].pos == "ADP" and one.view.lower(i - 1) in areas.settlements


def _words_of(place: Place) -> Mention:
    return place.phrase or Mention(field=place.field, start=place.start, end=place.end, text=place.text)


def _tells_site(place: Place) -> bool:
    """Whether words about a country tell of a place inside it: "northern X", "a mine in western X"."""
    before = place.phrase.text[: place.start - place.phrase.start].split() if place.phrase is not None else []
    return place.precision == "region" or before[-1:] in (["in"], ["near"])


def _opens_site(place: Place) -> bool:
    """Whether words about a country tell of a site in it for the first time: "a coal mine in the west of X"."""
    words = place.phrase.text.split() if place.phrase is not None else []
    return words[:1] in (["a"], ["an"]) and _tells_site(place)


def _is_far(place: Place) -> bool:
    """A country in another clause says less than where the event is."""
    return place.kind == "country" and place.how == "sentence"
