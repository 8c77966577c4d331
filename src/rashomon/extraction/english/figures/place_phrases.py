"""The words of a place beyond its name: "rebel-held suburbs of Damascus", "a bakery in the city", "three districts"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

import msgspec

from rashomon.extraction.english.figures.phrase_edges import (
    EdgeWords,
    is_kind,
    left_edge,
    mention_of,
    next_start,
    right_edge,
    tokens_of,
)
from rashomon.extraction.english.figures.place_standing import tells_office
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.extraction.english.figures.unlisted_places import (
    is_headline,
    is_joined,
    is_unlisted,
    opens_arabic,
    run_end,
    told_place,
    unlisted_place,
)
from rashomon.knowledge.place_words import PlaceWords
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Token
from rashomon.model.passage import Mention
from rashomon.model.place import Place

#: So many characters stand between a kind and the name of the place that it lies in.
_GAP = 32
_GAP_WORDS = 3
#: "X and several other surrounding cities": so many tokens behind a name.
_OTHERS = 6
#: A name joined to a phrase begins so many tokens before it at most.
_JOINED = 7
#: What ties a country to the name of its part, which stands so near behind it (characters).
_OWNS = ("'s", "’s")
_OWNED = 3


@dataclass(frozen=True, slots=True)
class PlacePhraseWords(WordClasses):
    """Words around places that are told by kind."""

    source: ClassVar[str] = "en/words/places.toml#phrases"
    locative: frozenset[str]
    anaphoric: frozenset[str]
    bare: frozenset[str]
    alone: frozenset[str]
    cared: frozenset[str]
    held: frozenset[str]


def with_phrase(view: SentenceView, place: Place, mentions: Sequence[Place], words: PlaceWords) -> Place:
    """The place with the noun phrase around its name, where that is longer."""
    first, last = tokens_of(view, place)
    if first is None or last is None:
        return place
    start, end = left_edge(view, first, mentions, words), right_edge(view, last, words, place.kind == "town")
    following = next((p for p in mentions if p.start == next_start(view, end)), None)
    if following is not None and end > last:
        end = tokens_of(view, following)[1] or end
    end = _with_others(view, end, words)
    start = _with_joined(view, start, end, mentions, words)
    if (start, end) == (first, last):
        return place
    phrase = mention_of(view, start, end)
    if end > last + 2 and is_unlisted(view, view.parse.tokens[last + 2], words):
        return msgspec.structs.replace(unlisted_place(view, last + 2, words), phrase=phrase)
    return msgspec.structs.replace(place, phrase=phrase)


def _with_others(view: SentenceView, end: int, words: PlaceWords) -> int:
    """The last token of the places without names that "and" ties to a phrase: "X and other cities"."""
    others = (t for t in view.parse.kids(view.parse.tokens[end], "conj") if t.tag == "NNS" and t.i - end <= _OTHERS)
    kind = next((t for t in others if is_kind(view, t, words) or t.lemma in words.classes), None)
    if kind is None:
        return end
    between = [view.parse.tokens[k] for k in range(end + 1, kind.i)]
    return end if any(t.pos in ("PROPN", "NUM") or t.lower in (";", ":") for t in between) else kind.i


def _with_joined(view: SentenceView, start: int, end: int, mentions: Sequence[Place], words: PlaceWords) -> int:
    """The first token of a name of no list that shares a noun in the plural: "Kotri and Tulle districts"."""
    tokens, i = view.parse.tokens, start - 2
    shared = tokens[end].tag in ("NNS", "NNPS") and is_kind(view, tokens[end], words)
    if not shared or i < 0 or view.lower(start - 1) != "and" or not tokens[i].text[:1].isupper():
        return start
    taken = [(p.start, p.end) for p in mentions]
    while i > 0 and (
        tokens[i - 1].text[:1].isupper() or tokens[i - 1].text == "-" or opens_arabic(view, tokens[i - 1])
    ):
        i -= 1
    at = view.sentence.start + tokens[i].start
    return start if any(a <= at < b for a, b in taken) or view.lower(i) in words.cues["openers"] else i


def with_towns(view: SentenceView, places: Sequence[Place], words: PlaceWords) -> list[Place]:
    """The places, each that is told by kind ("a Catholic church") replaced by the one that it is said to lie in."""
    return [_town_of(view, place, [p for p in places if p.start >= place.end], words) or place for place in places]


def _town_of(view: SentenceView, place: Place, behind: Sequence[Place], words: PlaceWords) -> Place | None:
    """The named place that one told by kind lies in, whose phrase opens with it or behind it; null for a named one."""
    whole = place.phrase or place
    if place.kind not in ("facility", "other") or not whole.text.lower().startswith(("a ", "an ")):
        return None
    around = (p for p in behind if p.kind == "town" and p.phrase is not None and p.phrase.start == whole.start)
    return (next(around, None) if place.town is None else None) or _located(view, whole, behind, words)


def unnamed_places(
    view: SentenceView, named: Sequence[Place], words: PlaceWords, every: Sequence[Place] = ()
) -> list[Place]:
    """Places told by kind only ("a clinic", "three districts"), outside the phrases of the named and known ones."""
    taken = [
        ((p.phrase or p).start - view.sentence.start, (p.phrase or p).end - view.sentence.start)
        for p in (*named, *every)
    ]
    found: list[Place] = []
    known = view.words.of(PlacePhraseWords)
    headline = is_headline(view)
    for token in view.parse.tokens:
        unnamed = _is_unnamed(view, token, words)
        if not unnamed and (headline or (token.pos != "PROPN" and not opens_arabic(view, token))):
            continue  # nine words in ten
        if any(a <= token.start < b for a, b in taken) or tells_office(view, token.i):
            continue
        if not unnamed:
            if is_unlisted(view, token, words) or is_joined(view, token, taken, words):
                found.append(unlisted_place(view, token.i, words))
                taken.append((token.start, found[-1].end - view.sentence.start))
            continue
        if view.lower(token.i + 1) == "," and any(0 <= a - token.end <= 3 for a, _ in taken):
            continue
        start = left_edge(view, token.i, (), words)
        counted = view.slot_at(start)
        if counted is not None and view.lower(start - 1) == "of":
            continue
        if (
            start == 0
            or view.lower(start - 1) not in known.locative
            or not (_tells(view, start, token.i, words.classes) or _named_tail(view, token.i) > token.i)
        ):
            continue
        tail = _named_tail(view, token.i)
        mention = mention_of(view, start, tail)
        located = _located(view, mention, named, words)
        if located is not None:
            found.append(located)
            continue
        name = mention_of(view, token.i + 2, tail).text if tail > token.i else None  # "the village of X"
        found.append(told_place(mention, "facility" if token.lower in words.facilities else "other", name))
        taken.append((view.parse.tokens[start].start, token.end))
    return found


def is_unnamed(place: Place) -> bool:
    """Whether a place is told by kind alone: "a training camp", "devastated areas"."""
    if place.kind not in ("other", "facility") or place.town is not None:
        return False
    first, *others = place.text.split()
    named = others if first.lower() in ("a", "an", "the") else [first, *others]
    return not any(letter.isupper() for word in named for letter in word) and named[-1:] != ["capital"]


def _named_tail(view: SentenceView, last: int) -> int:
    """ "the neighbourhood of Salihiah": the unlisted name behind a kind."""
    if view.lower(last + 1) == "of" and last + 2 < len(view.parse.tokens):
        following = view.parse.tokens[last + 2]
        if following.pos == "PROPN" and following.text[:1].isupper():
            return run_end(view, last + 2)
    return last


def _located(view: SentenceView, mention: Mention, named: Sequence[Place], words: PlaceWords) -> Place | None:
    """ "a bakery in Hasakeh": the named place behind it, with the whole as its phrase."""
    for n, place in enumerate(named):
        owned = n + 1 < len(named) and view.sentence.text[place.end - view.sentence.start :][:2] in _OWNS
        if owned and named[n + 1].start - place.end <= _OWNED:
            place = named[n + 1]  # "three villages in Ruritania's Kotri state"
        elif re.match(r"['’]s [A-Z]", view.sentence.text[place.end - view.sentence.start :]):
            continue  # its part has a name that no list holds
        whole = place.phrase or place
        if not 0 < whole.start - mention.end <= _GAP:
            continue
        gap = view.sentence.text[mention.end - view.sentence.start : whole.start - view.sentence.start].split()
        named_kind = all(w in ("the", "of") or w in words.classes or w in words.directions for w in gap[1:])
        if gap and gap[0] in view.words.of(EdgeWords).links and (len(gap) <= _GAP_WORDS or named_kind):
            start, end = mention.start - view.sentence.start, whole.end - view.sentence.start
            phrase = Mention(
                field=mention.field, start=mention.start, end=whole.end, text=view.sentence.text[start:end]
            )
            return msgspec.structs.replace(place, phrase=phrase)
    return None


def _is_unnamed(view: SentenceView, token: Token, words: PlaceWords) -> bool:
    following = view.parse.tokens[token.i + 1] if token.i + 1 < len(view.parse.tokens) else None
    if following is not None and token.pos == following.pos == "PROPN" and token.text[:1].isupper():
        return False  # "the State Emergency Service"
    before = view.parse.tokens[token.i - 1] if token.i else None
    if token.text[:1].isupper() and before is not None and before.lower in words.cues["never"]:
        return False  # "the pro-Islamic State"
    if token.lower in words.facilities:
        if token.dep == "compound" and token.head > token.i and not is_kind(view, view.parse.tokens[token.head], words):
            return False  # "a factory fire"
        return token.lower in words.bare_facilities or token.lower in view.words.of(PlacePhraseWords).bare
    if token.dep == "compound" and token.head > token.i and not is_kind(view, view.parse.tokens[token.head], words):
        return False  # "Ruritanian state media"
    return is_kind(view, token, words)


def _tells(view: SentenceView, start: int, last: int, classes: Mapping[str, str]) -> bool:
    """False for "the city" and its like, which point back to a place named before."""
    known = view.words.of(PlacePhraseWords)
    if view.lower(last) in known.alone or (view.lower(last) in known.cared and _is_held(view, start)):
        return True
    inside = [view.lower(k) for k in range(start, last)]
    if not inside:
        return False
    if "other" in inside and view.parse.tokens[last].tag == "NNS" and view.parse.tokens[last].lemma in classes:
        return True  # "in other provinces" is not where the last were
    return inside[0] not in known.anaphoric or len([w for w in inside if w not in known.anaphoric and w != "-"]) > 0


def _is_held(view: SentenceView, start: int) -> bool:
    """Whether a place without a name is where those counted are or died, no goal of theirs: "in the hospital"."""
    return view.lower(start - 1) in view.words.of(PlacePhraseWords).held
