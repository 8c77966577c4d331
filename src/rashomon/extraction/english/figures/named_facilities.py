"""The facility that a report means where it names none: "a university", later "Kotri University"; "at the school"."""

from __future__ import annotations

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.event_namings import MOST_NAMINGS
from rashomon.extraction.english.figures.phrase_edges import mention_of
from rashomon.extraction.english.figures.place_groups import GroupWords
from rashomon.extraction.english.figures.place_standing import tells_speaker
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.knowledge.place_words import PlaceWords
from rashomon.language.syntax import Token
from rashomon.model.place import Place

#: A facility is met again within so many characters.
_REACH = 1500


def named_facility(analysis: Analysis, place: Place) -> Place:
    """The facility that the report names where it spoke of "a university" before; else the place given."""
    words = (place.phrase or place).text.split()
    noun = place.text.lower().split()[-1]
    own = words[1 : next((n for n, w in enumerate(words) if w.lower() == noun), 1)]
    if place.kind != "facility" or words[0].lower() not in ("a", "an") or any(w[:1].isupper() for w in own):
        return place
    named = {
        p.name: p
        for p in reversed(analysis.places[:MOST_NAMINGS])
        if p.kind == "facility"
        and p.text[:1].isupper()
        and noun in p.text.lower().split()
        and not p.adjectival
        and (p.field, p.start) != (place.field, place.start)
    }
    found = next(iter(named.values())) if len(named) == 1 else None
    return msgspec.structs.replace(found, how="event") if found is not None and found.field == "text" else place


def facility_again(analysis: Analysis, view: SentenceView, names: PlaceWords) -> Place | None:
    """The facility named before that "at the school" means, with these words as its phrase; none for a speaker's."""
    if view.sentence.field != "text":
        return None
    again = [t for t in view.parse.tokens if _points_back(view, t) and not tells_speaker(view, t.i, t.i)]
    if not again:
        return None
    start = view.sentence.start
    before = [p for p in analysis.places_in("text", max(0, start - _REACH), start) if p.kind == "facility"]
    for token in again:
        met = [p for p in before if not p.adjectival and _is_such(p, token.lower, names)]
        if met:
            return msgspec.structs.replace(met[-1], how="neighbour", phrase=mention_of(view, token.i - 1, token.i))
    return None


def _is_such(place: Place, noun: str, names: PlaceWords) -> bool:
    """Whether a facility is what a noun says: its own noun, or one of its kind where its name has none of English."""
    words = place.text.lower().split()
    if words[-1] == noun:
        return True
    same = place.facility_kind is not None and names.facilities.get(noun) == place.facility_kind
    return same and not any(w in names.facilities for w in words)


def _points_back(view: SentenceView, token: Token) -> bool:
    """Whether a noun stands in "at the school", with nothing more that says which."""
    if token.dep != "pobj" or token.pos != "NOUN" or view.lower(token.i - 1) != "the":
        return False
    bare = [k for k in view.parse.kids(token) if k.i < token.i] == [view.parse.tokens[token.i - 1]]
    behind = any(k.dep in ("prep", "relcl", "acl", "appos") for k in view.parse.kids(token))
    return bare and not behind and view.parse.head(token).lower in view.words.of(GroupWords).inside
