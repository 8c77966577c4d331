"""The words of places that figures have from elsewhere: as fully as their report tells them ("a bakery in X, Y")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.event_areas import lead_of
from rashomon.extraction.english.figures.phrase_edges import is_kind, mention_of
from rashomon.extraction.english.figures.place_groups import GroupWords, lies_wider
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.extraction.english.figures.settings_of_figures import setting_of
from rashomon.knowledge.place_words import PlaceWords
from rashomon.model.claim import Figure
from rashomon.model.passage import Mention
from rashomon.model.place import Place

#: A place's phrase is looked for in so many sentences; a hostile text names more.
_MOST_SENTENCES = 40
#: Grammar by which a name does something or is a noun's modifier, and holds no other place.
_NO_CONTAINER = ("nsubj", "nsubjpass", "compound", "poss", "amod", "nmod")


def with_full_phrases(
    analysis: Analysis, figures: Sequence[Figure], views: Sequence[SentenceView], words: PlaceWords
) -> list[Figure]:
    """The figures; their places with the phrase around the name and with the area that it is said to lie in."""
    phrases = _Phrases(analysis, {(v.sentence.field, v.sentence.index): v for v in views}, words)
    found: list[Figure] = []
    for figure in figures:
        place = figure.place
        found.append(figure if place is None else msgspec.structs.replace(figure, place=phrases.of(place)))
    return found


class _Phrases:
    """Phrases of a report's places, each worked out once."""

    def __init__(self, analysis: Analysis, views: Mapping[tuple[str, int], SentenceView], words: PlaceWords) -> None:
        self.analysis, self.views, self.words = analysis, views, words
        self.settings: dict[tuple[str, int], tuple[Place, ...]] = {}
        lead = lead_of(analysis)
        self.opening = self._places(views.get((lead.field, lead.index))) if lead is not None else ()

    def of(self, place: Place) -> Place:
        """The place with its fullest words: of one from elsewhere in the report, those that the lead has for it."""
        if place.phrase is None and place.how in ("event", "neighbour"):
            own = next((p for p in self._around(place) if (p.start, p.end) == (place.start, place.end)), None)
            told = own if own is not None and own.phrase is not None else self._of_lead(place)
            if told is not None and told.phrase is not None:
                place = msgspec.structs.replace(place, phrase=told.phrase)
        view = self._view(place)
        return place if view is None else self._with_container(view, place)

    def _of_lead(self, place: Place) -> Place | None:
        """The same name in the lead, with the words that stand around it there."""
        same = (p for p in self.opening if p.text == place.text and p.kind == place.kind and p.role == place.role)
        return next((p for p in same if p.phrase is not None), None)

    def _view(self, place: Place) -> SentenceView | None:
        whole = place.phrase or place
        sentence = self.analysis.sentence_at(whole.field, whole.start)
        return self.views.get((sentence.field, sentence.index)) if sentence is not None else None

    def _around(self, place: Place) -> tuple[Place, ...]:
        return self._places(self._view(place))

    def _places(self, view: SentenceView | None) -> tuple[Place, ...]:
        if view is None:
            return ()
        key = (view.sentence.field, view.sentence.index)
        if key not in self.settings:
            few = len(self.settings) < _MOST_SENTENCES
            places = setting_of(self.analysis, view, self.words).places if few else ()
            self.settings[key] = tuple(sorted(places, key=lambda p: (p.phrase or p).start))
        return self.settings[key]

    def _with_container(self, view: SentenceView, place: Place) -> Place:
        """The place with the words of the wider one that it is said to lie in: "X, Y", "X in northern Y"."""
        whole = place.phrase or place
        if place.kind == "facility" and (larger := _larger_facility(view, whole, self.words)) is not None:
            return msgspec.structs.replace(place, phrase=larger)
        phrases = (p.phrase for p in self._places(view) if p.phrase is not None and p.start > whole.end)
        around = next((m for m in phrases if m.start == whole.start), None)
        if around is not None and (place.kind == "facility" or self._is_in(view, place, around)):
            return msgspec.structs.replace(place, phrase=around)  # "a church in the village of X", "X in southern Y"
        outer = next((p for p in self._places(view) if (p.phrase or p).start > whole.end), None)
        if outer is None or not lies_wider(view, whole.end, place, outer):
            return place
        last = view.parse.at(outer.end - 1 - view.sentence.start)
        if last is None or last.dep in _NO_CONTAINER:
            return place  # "in X, Y said that"
        start, end = whole.start - view.sentence.start, (outer.phrase or outer).end - view.sentence.start
        phrase = Mention(
            field=whole.field, start=whole.start, end=whole.start + end - start, text=view.sentence.text[start:end]
        )
        return msgspec.structs.replace(place, phrase=phrase)

    def _is_in(self, view: SentenceView, place: Place, around: Mention) -> bool:
        """Whether a phrase that opens with a place is that of a wider one, which it is put into."""
        outer = next(p for p in self._places(view) if p.phrase == around and p.start > place.end)
        last = view.parse.at(outer.end - 1 - view.sentence.start)
        held = last is not None and last.dep not in _NO_CONTAINER
        return held and outer.kind != "facility" and lies_wider(view, place.end, place, outer, named=True)


def _larger_facility(view: SentenceView, whole: Place | Mention, words: PlaceWords) -> Mention | None:
    """The words of a facility with those of the larger one that it stands in: "a mosque inside the Kotri barracks"."""
    first, last = view.parse.at(whole.start - view.sentence.start), view.parse.at(whole.end - 1 - view.sentence.start)
    link = view.parse.tokens[last.i + 1] if last is not None and last.i + 1 < len(view.parse.tokens) else None
    if first is None or link is None or link.lower not in view.words.of(GroupWords).inside:
        return None
    kinds = (t for t in view.parse.kids(link, "pobj") if is_kind(view, t, words))
    larger = next((t for t in kinds if t.lower not in words.classes), None)
    return mention_of(view, first.i, larger.i) if larger is not None else None
