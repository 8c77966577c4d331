"""Places that only describe: "the Observatory, based in Britain", "a US strike" and "Ali Khan of X" tell of nothing
there."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rashomon.knowledge.library import Library
from rashomon.language.syntax import Parse, Sentence, Token
from rashomon.model.place import Place

#: How far up from the place's name its seat verb may stand (dependency steps).
_REACH = 5
#: A country's letters before a noun say whose it is ("a US missile strike"), as no town's name there does (characters).
_SHORT = 3
#: Ages of people whose home a report names.
_YOUNGEST, _OLDEST = 1, 110
_BEFORE_NOUN = frozenset({"compound", "amod", "nmod"})


def mark_descriptive(places: Sequence[Place], sentences: Sequence[Sentence], library: Library) -> tuple[Place, ...]:
    """The places, those that only describe marked `adjectival`: context for resolving, never where things happen."""
    ordered = iter(sorted((s for s in sentences), key=lambda s: (s.field, s.start)))
    found: dict[int, Place] = {}
    sentence = next(ordered, None)
    for n, place in sorted(enumerate(places), key=lambda p: (p[1].field, p[1].start)):
        while sentence is not None and (sentence.field, sentence.end) <= (place.field, place.start):
            sentence = next(ordered, None)
        if sentence is not None and sentence.field == place.field:
            before = places[n - 1] if n else None
            if _describes(place, sentence, library) or _is_around(place, before, sentence):
                found[n] = msgspec.structs.replace(place, adjectival=True)
    return tuple(found.get(n, place) for n, place in enumerate(places))


def _describes(place: Place, sentence: Sentence, library: Library) -> bool:
    if sentence.parse is None or place.start < sentence.start:
        return False
    token = sentence.parse.at(place.end - 1 - sentence.start)
    if token is None:
        return False
    letters = place.text.replace(".", "")
    if letters.isupper() and len(letters) <= _SHORT and token.dep in _BEFORE_NOUN:
        return True
    cues = library.place_words.cues
    if _is_origin(sentence.parse, place, sentence.start, library.persons.given, cues["wardens"]):
        return True
    if _is_beyond_border(sentence.parse, token, cues["borders"]):
        return True
    if place.kind == "country" and token.dep in _BEFORE_NOUN and sentence.parse.head(token).lemma in cues["borders"]:
        return True  # "a town on the Ruritania border"
    if place.kind == "region" and _holds_land(sentence.parse, token, cues["lands"]):
        return True
    if _is_superlative(sentence.parse, token):
        return True
    seats = cues["seats"]
    above: list[Token] = []
    for ancestor in sentence.parse.ancestors(token):
        above.append(ancestor)
        if len(above) == _REACH:
            break
    return any(
        a.lemma in seats and a.dep in ("acl", "relcl", "advcl", "amod", "ccomp", "conj", "dep", "appos", "prep")
        for a in above
    )


def _is_around(place: Place, before: Place | None, sentence: Sentence) -> bool:
    """Whether a region only says where the country named before it lies: "storms in X and Y in Central America"."""
    if before is None or (before.field, before.kind, place.kind) != (place.field, "country", "region"):
        return False
    gap = sentence.text[max(0, before.end - sentence.start) : place.start - sentence.start].split()
    return before.end > sentence.start and gap[:1] in (["in"], ["of"]) and gap[1:] in ([], ["the"])


def _is_superlative(parse: Parse, token: Token) -> bool:
    """Whether a land only says among which happenings one stands out: "one of X's bloodiest in years"."""
    if token.dep != "poss":
        return False
    owned, link = parse.head(token), parse.head(parse.head(token))
    words = parse.tokens[token.i + 1 : owned.i + 1]
    outstanding = any(t.tag in ("JJS", "RBS") or t.lower.endswith("iest") for t in words)
    return outstanding and (link.lower == "among" or (link.lower == "of" and parse.head(link).lower == "one"))


def _is_beyond_border(parse: Parse, token: Token, borders: frozenset[str]) -> bool:
    """Whether a place is only what lies behind a border: "90 miles from the border with X", "across the border
    from X"."""
    preposition = parse.head(token)
    return preposition.lower in ("with", "from") and parse.head(preposition).lemma in borders


def _holds_land(parse: Parse, token: Token, lands: frozenset[str]) -> bool:
    """Whether a region only says where a land lies: "the largest country of X"."""
    preposition = parse.head(token)
    return preposition.lower in ("of", "in") and parse.head(preposition).lower in lands


def _is_origin(parse: Parse, place: Place, start: int, given: frozenset[str], wardens: frozenset[str]) -> bool:
    """Whether a place only says whence somebody is, "Ali Khan of X", "Ali Khan, 36, of X", not what is theirs to run:
    "Governor Ali Khan of X"."""
    first = parse.at(place.start - start)
    if first is None or first.i < 3 or parse.tokens[first.i - 1].lower != "of":
        return False
    before = parse.tokens[first.i - 2]
    if before.text == ",":
        before = parse.tokens[first.i - 3]
        return before.text.isdigit() and _YOUNGEST <= int(before.text[:4]) <= _OLDEST
    name = parse.tokens[first.i - 3]
    if first.i > 3 and parse.tokens[first.i - 4].lower.rstrip(".") in wardens:
        return False
    return before.pos == "PROPN" and name.text[:1].isupper() and name.lower in given
