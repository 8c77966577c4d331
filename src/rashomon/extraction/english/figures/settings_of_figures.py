"""Where and when a figure is: the mention that its clause names, else its sentence, else its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.bracketed_places import of_bracket, outside_brackets
from rashomon.extraction.english.figures.datelines import is_filing
from rashomon.extraction.english.figures.deed_places import of_the_same_deed
from rashomon.extraction.english.figures.happening_words import HappeningWords
from rashomon.extraction.english.figures.phrase_edges import mention_of
from rashomon.extraction.english.figures.place_distance import MOST_MENTIONS, NOT_ITS_PLACE, distance, is_fronted
from rashomon.extraction.english.figures.place_groups import beside, first_of_list, innermost, town_by, with_all
from rashomon.extraction.english.figures.place_items import of_item
from rashomon.extraction.english.figures.place_phrases import is_unnamed, unnamed_places, with_phrase, with_towns
from rashomon.extraction.english.figures.place_records import has_record
from rashomon.extraction.english.figures.place_standing import StandingWords, locative_before, tells_office
from rashomon.extraction.english.figures.place_ties import where_clause
from rashomon.extraction.english.figures.reading import Read
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.extraction.english.figures.unlisted_places import told_place
from rashomon.knowledge.place_words import PlaceWords
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Token
from rashomon.model.moment import When
from rashomon.model.passage import Mention
from rashomon.model.place import Place
from rashomon.model.remembered import remembered

_COARSENESS = {"country": 3.0, "region": 2.0, "water": 2.0, "admin1": 1.0, "admin2": 0.5}
#: A mention that scores worse than this stands in another clause of the sentence.
CLAUSE_LIMIT = 9.0
_COUNTRY_LIMIT = 6.5


_ROW_LINKS = (",", "and", ";")
#: Tokens at the head of a sentence.
_HEAD = 6
#: A mention in another clause, behind the figure, scores at most this.
_OTHER_CLAUSE = 40.0


@dataclass(frozen=True, slots=True)
class OpponentWords(WordClasses):
    """Words by which a land is a side and no place."""

    source: ClassVar[str] = "en/words/figures.toml#opponents"

    fights: frozenset[str]
    sides: frozenset[str]
    deeds: frozenset[str]
    does: frozenset[str]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a sentence says of where and when: its named places with their phrases, all places, its times."""

    named: tuple[Place, ...]
    places: tuple[Place, ...]
    times: tuple[When, ...]


@remembered(64)
def setting_of(analysis: Analysis, view: SentenceView, words: PlaceWords) -> Setting:
    """The places and times of a sentence that a figure can be at; found once for all its figures and their phrases."""
    sentence = view.sentence
    every = analysis.places_in(sentence.field, sentence.start, sentence.end)
    mentions = [p for p in every if _is_setting(analysis, view, p) and not _is_people(p, words)][:MOST_MENTIONS]
    mentions = [_where_it_happened(view, p) for p in mentions if not is_filing(analysis.report, p)]
    named = [with_phrase(view, p, mentions, words) for p in mentions]
    places = with_towns(view, named + unnamed_places(view, named, words, every), words)
    times = [t for t in analysis.times_in(sentence.field, sentence.start, sentence.end) if not _in_source(analysis, t)]
    return Setting(tuple(named), tuple(places[:MOST_MENTIONS]), tuple(times[:MOST_MENTIONS]))


def _in_source(analysis: Analysis, time: When) -> bool:
    """Whether a time stands among the words for a source: "according to a report published on Saturday by X"."""
    told = (s.attribution for s in analysis.sources)
    return any(a.field == time.field and a.start < time.start and time.end <= a.end for a in told)


def _where_it_happened(view: SentenceView, place: Place) -> Place:
    """The place; before a word for a happening it is where that was, whatever stands before it ("from X attacks")."""
    token = view.parse.at(place.end - 1 - view.sentence.start)
    if place.role == "at" or token is None or token.dep not in ("compound", "nmod", "amod", "poss"):
        return place
    head = view.parse.head(token)
    happened = head.i > token.i and view.words.of(HappeningWords).told_in(head.text)
    return msgspec.structs.replace(place, role="at") if happened else place


def place_of(
    view: SentenceView, read: Read, reads: Sequence[Read], setting: Setting
) -> tuple[Place | None, tuple[Place, ...]]:
    """The place that a figure's sentence names for it, with `how`, and the others that stand beside it."""
    setting = replace(setting, places=tuple(outside_brackets(view, read, setting.places)))
    label = of_bracket(view, read, setting.places) or _unlisted_label(view, read, setting)
    if label is not None:
        return label, ()
    if not setting.places:
        return None, ()
    scored = sorted(
        (distance(view, read, reads, p) + _COARSENESS.get(p.kind, 0.0), i) for i, p in enumerate(setting.places)
    )
    if _is_seat(view, read, setting.places[scored[0][1]]):
        end = view.sentence.start + read.slot.quantity.end
        scored = [s for s in scored if setting.places[s[1]].start > end and s[0] < _OTHER_CLAUSE] or scored
    score, index = scored[0]
    own = of_item(view, read, reads, setting.places)
    if own is not None:
        score, index = 0.0, setting.places.index(own)
    if score >= NOT_ITS_PLACE - 8:
        return None, ()
    best = of_the_same_deed(view, read, setting.places[index], setting.places, reads)
    how: Literal["clause", "sentence"] = "sentence"
    if score < (_COUNTRY_LIMIT if best.kind == "country" else CLAUSE_LIMIT) or _opens_scene(view, best):
        how = "clause"
    best = town_by(view, innermost(view, best, setting.places), setting.places)
    names = sorted((p for p in setting.places if not is_unnamed(p)), key=lambda p: p.start)
    if best in names:
        best = first_of_list(view, best, names, _since(view, read, reads, best))
    else:
        best = _named_around(view, read, best, scored, setting)
    if best.role == "to" and where_clause(view, read.slot, best):
        best = msgspec.structs.replace(best, role="at")
    others = beside(view.sentence, best, names)
    return msgspec.structs.replace(best, how=how, phrase=with_all(view.sentence, best, others)), others


def _unlisted_label(view: SentenceView, read: Read, setting: Setting) -> Place | None:
    """A name that no list holds, beside a number of a row: "Sindh 678, KPK 306", "51 in Sindh, 36 in KPK"."""
    before, behind = read.slot.first - 1, read.slot.counted.next + 1
    if read.row is None or before < 1:
        return None
    i = behind if view.lower(behind - 1) == "in" else before
    if i >= len(view.parse.tokens) or (i == before and view.lower(i - 1) not in _ROW_LINKS):
        return None
    token = view.parse.tokens[i]
    start = view.sentence.start + token.start
    named = token.text[:1].isupper() and (token.pos == "PROPN" or token.text.isupper())
    if not named or token.lower in view.calendar:
        return None
    taken = any((p.phrase or p).start <= start < (p.phrase or p).end for p in setting.places)
    return None if taken else told_place(mention_of(view, i, i), "other")


def _named_around(
    view: SentenceView, read: Read, best: Place, scored: Sequence[tuple[float, int]], setting: Setting
) -> Place:
    """The named place of the figure's clause that a place told by kind alone lies in, with both's words: "In X, three
    were killed at a training camp"."""
    for score, index in scored[1:]:
        place = setting.places[index]
        if score >= CLAUSE_LIMIT or place.kind == "country" or is_unnamed(place):
            continue
        if place.role == best.role or where_clause(view, read.slot, place):
            words = best.phrase or Mention(field=best.field, start=best.start, end=best.end, text=best.text)
            return msgspec.structs.replace(place, phrase=words)
    return best


def _opens_scene(view: SentenceView, place: Place) -> bool:
    """Whether a sentence turns to a place with its first words: "In Mozambique, authorities said that 53 had died"."""
    first = view.parse.at(place.start - view.sentence.start)
    return first is not None and first.i == 1 and locative_before(view, 1) and is_fronted(view, place)


def _is_seat(view: SentenceView, read: Read, place: Place) -> bool:
    """Whether a place at the head of a sentence is where somebody speaks: "In Geneva, X said that 30 fled"."""
    first = view.parse.at(place.start - view.sentence.start)
    if first is None or first.i > _HEAD or first.i > read.slot.first or not locative_before(view, first.i):
        return False
    tells = view.words.of(StandingWords).tells
    return any(t.pos == "VERB" and t.lemma in tells for t in view.parse.tokens[first.i : read.slot.first])


def _since(view: SentenceView, read: Read, reads: Sequence[Read], place: Place) -> int:
    """The offset behind the last figure before a place; that figure's places begin there."""
    at = place.start - view.sentence.start
    ends = [view.parse.tokens[r.slot.last].end for r in (read, *reads[:MOST_MENTIONS])]
    return view.sentence.start + max((end for end in ends if end <= at), default=0)


def _is_people(place: Place, words: PlaceWords) -> bool:
    """ "Syrians", or "Syrias" before what is Syria's."""
    name = place.text.lower()
    return name not in words.countries and (name in words.demonyms or name.removesuffix("s") in words.countries)


def _is_setting(analysis: Analysis, view: SentenceView, place: Place) -> bool:
    """False for a place that only describes something, is whom others fight, or stands inside a source's name."""
    token = view.parse.at(place.start - view.sentence.start)
    if token is None or place.adjectival or _is_of_speaker(analysis, view, place, token):
        return False
    if _fights(view, token) and (place.kind == "country" or token.dep not in ("poss", "nsubj")):
        return False
    if tells_office(view, token.i):
        return False
    if locative_before(view, token.i):
        return True
    for source in analysis.sources:
        a = source.attribution
        if a.field == place.field and a.start <= place.start and place.end <= a.end:
            return (a.start, a.end) == (place.start, place.end) and has_record(view, token)
    return True


def _fights(view: SentenceView, token: Token) -> bool:
    """Whether a land's name is that of a side: "clashes with Ruritania", "Ruritania's attack", "Ruritania fired"."""
    words, link = view.words.of(OpponentWords), view.parse.head(token)
    if token.dep == "nsubj" and link.pos == "VERB" and link.lemma in words.does:
        return True
    if token.dep == "poss" and link.lemma.lower() in words.deeds:
        return not any(t.tag == "JJS" for t in view.parse.kids(link, "amod"))  # "Ruritania's deadliest attack"
    return link.lower in words.sides and view.parse.head(link).lemma.lower() in words.fights


def _is_of_speaker(analysis: Analysis, view: SentenceView, place: Place, token: Token) -> bool:
    """Whether a place only says more of who speaks: "the surgeon, who runs the Kotri hospital, said"."""
    start = view.sentence.start
    said = [s.attribution for s in analysis.sources if s.sentence == view.sentence.index]
    for above in (token, *view.parse.ancestors(token)):
        if above.dep in ("relcl", "appos") and not any(t.pos == "NUM" for t in view.parse.subtree(above)):
            head = start + view.parse.head(above).start
            if any(a.field == place.field and a.start <= head < a.end <= place.start for a in said):
                return True
    return False
