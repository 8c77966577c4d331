"""Places that only describe: "the Observatory, based in Britain" and "a US strike" tell of nothing there."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rashomon.language.syntax import Sentence, Token
from rashomon.model.place import Place

#: Verbs that give a body its seat.
_SEAT_VERBS = frozenset({"base", "headquarter", "register", "incorporate"})
#: How far up from the place's name its seat verb may stand (dependency steps).
_REACH = 5
#: A country's letters before a noun say whose it is ("a US missile strike"), as no town's name there does (characters).
_SHORT = 3
_BEFORE_NOUN = frozenset({"compound", "amod", "nmod"})


def mark_descriptive(places: Sequence[Place], sentences: Sequence[Sentence]) -> tuple[Place, ...]:
    """The places, those that only describe marked `adjectival`: context for resolving, never where things happen."""
    ordered = iter(sorted((s for s in sentences), key=lambda s: (s.field, s.start)))
    found: dict[int, Place] = {}
    sentence = next(ordered, None)
    for n, place in sorted(enumerate(places), key=lambda p: (p[1].field, p[1].start)):
        while sentence is not None and (sentence.field, sentence.end) <= (place.field, place.start):
            sentence = next(ordered, None)
        if sentence is not None and sentence.field == place.field and _describes(place, sentence):
            found[n] = msgspec.structs.replace(place, adjectival=True)
    return tuple(found.get(n, place) for n, place in enumerate(places))


def _describes(place: Place, sentence: Sentence) -> bool:
    if sentence.parse is None or place.start < sentence.start:
        return False
    token = sentence.parse.at(place.end - 1 - sentence.start)
    if token is None:
        return False
    letters = place.text.replace(".", "")
    if letters.isupper() and len(letters) <= _SHORT and token.dep in _BEFORE_NOUN:
        return True
    above: list[Token] = []
    for ancestor in sentence.parse.ancestors(token):
        above.append(ancestor)
        if len(above) == _REACH:
            break
    return any(
        a.lemma in _SEAT_VERBS and a.dep in ("acl", "relcl", "advcl", "amod", "ccomp", "conj", "dep", "appos", "prep")
        for a in above
    )
