"""The words of a place beyond its name: "rebel-held suburbs of Damascus", "a bakery in the city", "three districts"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rashomon.extraction.english.figures.phrase_edges import (
    LINKS,
    is_kind,
    left_edge,
    mention_of,
    next_start,
    right_edge,
    tokens_of,
)
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.knowledge.place_words import PlaceWords
from rashomon.language.syntax import Token
from rashomon.model.passage import Mention
from rashomon.model.place import Place, PlaceKind

_LOCATIVE = frozenset(
    (
        "in",
        "at",
        "near",
        "on",
        "outside",
        "inside",
        "across",
        "of",
        "from",
        "to",
        "hit",
        "targeting",
        "around",
        "into",
        "over",
    )
)
_ANAPHORIC = frozenset(
    ("the", "this", "that", "its", "their", "his", "her", "same", "other", "another", "nearby", "whole", "entire")
)
_BARE = frozenset(
    (
        "bakery",
        "clinic",
        "hospital",
        "market",
        "mall",
        "nightclub",
        "hotel",
        "restaurant",
        "stadium",
        "factory",
        "mine",
        "refinery",
        "station",
        "bridge",
    )
)
#: Kinds of place whose name is its own ("the village of X"); a state's or a sea's name is in the gazetteer.
_SETTLED = frozenset(("town", "area", "admin2"))
_STANDS_ALONE = frozenset(("capital",))
_ARTICLES = frozenset(("a", "an", "the"))


def with_phrase(view: SentenceView, place: Place, mentions: Sequence[Place], words: PlaceWords) -> Place:
    """The place with the noun phrase around its name, where that is longer."""
    first, last = tokens_of(view, place)
    if first is None or last is None:
        return place
    start, end = left_edge(view, first, mentions, words), right_edge(view, last, words)
    following = next((p for p in mentions if p.start == next_start(view, end)), None)
    if following is not None and end > last:
        end = tokens_of(view, following)[1] or end
    if (start, end) == (first, last):
        return place
    return msgspec.structs.replace(place, phrase=mention_of(view, start, end))


def unnamed_places(
    view: SentenceView, named: Sequence[Place], words: PlaceWords, known: Sequence[Place] = ()
) -> list[Place]:
    """Places told by kind only ("a clinic", "three districts"), outside the phrases of the named and known ones."""
    taken = [
        ((p.phrase or p).start - view.sentence.start, (p.phrase or p).end - view.sentence.start)
        for p in (*named, *known)
    ]
    found: list[Place] = []
    headline = _is_headline(view)
    for token in view.parse.tokens:
        if any(a <= token.start < b for a, b in taken):
            continue
        if not _is_unnamed(view, token, words):
            if not headline and _is_unknown_name(view, token, words):
                mention = mention_of(view, token.i, _run_end(view, token.i))
                found.append(_unknown(mention, "other"))
                taken.append((token.start, mention.end - view.sentence.start))
            continue
        if view.lower(token.i + 1) == "," and any(0 <= a - token.end <= 3 for a, _ in taken):
            continue
        start = left_edge(view, token.i, (), words)
        counted = view.slot_at(start)
        if counted is not None and view.lower(start - 1) == "of":
            continue
        if (
            start == 0
            or view.lower(start - 1) not in _LOCATIVE
            or not (_tells(view, start, token.i) or _named_tail(view, token.i) > token.i)
        ):
            continue
        mention = mention_of(view, start, _named_tail(view, token.i))
        located = _located(view, mention, named)
        if located is not None:
            found.append(located)
            continue
        found.append(_unknown(mention, "facility" if token.lower in words.facilities else "other"))
        taken.append((view.parse.tokens[start].start, token.end))
    return found


def is_unnamed(place: Place) -> bool:
    """Whether a place is told by kind alone: "a training camp", "devastated areas"."""
    if place.kind not in ("other", "facility") or place.town is not None:
        return False
    first, *others = place.text.split()
    named = others if first.lower() in _ARTICLES else [first, *others]
    return not any(letter.isupper() for word in named for letter in word) and named[-1:] != ["capital"]


def unknown_names(view: SentenceView, named: Sequence[Place], words: PlaceWords) -> list[Place]:
    """Capitalised names that no list holds, where a place stands: "a transit point in rebel-held X"."""
    if _is_headline(view):
        return []
    taken = [(p.start - view.sentence.start, p.end - view.sentence.start) for p in named]
    found: list[Place] = []
    for token in view.parse.tokens:
        if not any(a <= token.start < b for a, b in taken) and _is_unknown_name(view, token, words):
            mention = mention_of(view, token.i, _run_end(view, token.i))
            found.append(_unknown(mention, "other"))
            taken.append((token.start, mention.end - view.sentence.start))
    return found


def _named_tail(view: SentenceView, last: int) -> int:
    """ "the neighbourhood of Salihiah": the unlisted name behind a kind."""
    if view.lower(last + 1) == "of" and last + 2 < len(view.parse.tokens):
        following = view.parse.tokens[last + 2]
        if following.pos == "PROPN" and following.text[:1].isupper():
            return _run_end(view, last + 2)
    return last


def _located(view: SentenceView, mention: Mention, named: Sequence[Place]) -> Place | None:
    """ "a bakery in Hasakeh": the named place behind it, with the whole as its phrase."""
    for place in named:
        whole = place.phrase or place
        gap = view.sentence.text[mention.end - view.sentence.start : whole.start - view.sentence.start]
        if (
            0 < whole.start - mention.end <= 24
            and gap.split()[:1]
            and gap.split()[0] in LINKS
            and len(gap.split()) <= 3
        ):
            start, end = mention.start - view.sentence.start, whole.end - view.sentence.start
            phrase = Mention(
                field=mention.field, start=mention.start, end=whole.end, text=view.sentence.text[start:end]
            )
            return msgspec.structs.replace(place, phrase=phrase)
    return None


def _unknown(mention: Mention, kind: PlaceKind) -> Place:
    return Place(
        field=mention.field, start=mention.start, end=mention.end, text=mention.text, name=mention.text, kind=kind
    )


def _is_unnamed(view: SentenceView, token: Token, words: PlaceWords) -> bool:
    if token.lower in words.facilities:
        if token.dep == "compound" and token.head > token.i and not is_kind(view.parse.tokens[token.head], words):
            return False  # "a factory fire"
        return token.lower in words.bare_facilities or token.lower in _BARE
    return is_kind(token, words)


def _is_unknown_name(view: SentenceView, token: Token, words: PlaceWords) -> bool:
    """A capitalised name that stands where a place does: behind a preposition of place or a noun for its kind
    ("the village of X"), or attacked and followed by what it lies in ("raided X in Y district")."""
    if token.pos != "PROPN" or not token.text[:1].isupper() or token.lower in view.calendar or token.text.isupper():
        return False
    before = token.i - 1
    if view.lower(before - 1) == "-" and view.parse.tokens[before].tag in ("VBN", "VBD", "JJ"):
        before -= 3
    last = _run_end(view, token.i)
    if (
        not (_places(view, before, words) or _is_attacked(view, before, last, words))
        or view.slot_at(token.i) is not None
    ):
        return False
    if any(view.cues(k) or view.measures.class_of(view.lower(k)) for k in range(token.i, last + 1)):
        return False
    return view.lower(last + 1) not in ("'s", "said", "told")


def _places(view: SentenceView, before: int, words: PlaceWords) -> bool:
    if view.lower(before) in ("in", "at", "near", "outside"):
        return True
    kind = before - 1 if view.lower(before) == "of" else before
    return kind >= 0 and words.classes.get(view.lower(kind)) in _SETTLED and view.parse.tokens[kind].pos == "NOUN"


def _is_attacked(view: SentenceView, before: int, last: int, words: PlaceWords) -> bool:
    """ "raided Kotri in the Jaral area", "struck Kotri village": a verb that reaches places, and more on which."""
    if before < 0 or view.parse.tokens[before].pos not in ("VERB", "ADP"):
        return False
    reaches = view.lower(before) in words.cues["locative"] or view.lower(before) == "on"
    if words.classes.get(view.lower(last + 1)) in _SETTLED:
        return reaches
    return reaches and view.parse.tokens[before].pos == "VERB" and view.lower(last + 1) in ("in", ",")


def _is_headline(view: SentenceView) -> bool:
    """Nearly every word has a capital, so capitals name nothing."""
    words = [t for t in view.parse.tokens if t.text[:1].isalpha() and len(t.text) > 3]
    return len(words) > 3 and sum(t.text[:1].isupper() for t in words) > 0.8 * len(words)


def _run_end(view: SentenceView, i: int) -> int:
    """The last token of a run of capitalised names, also over a hyphen ("Al-Kotra")."""
    tokens = view.parse.tokens
    while i + 1 < len(tokens):
        step = 2 if tokens[i + 1].text == "-" and i + 2 < len(tokens) and tokens[i + 1].start == tokens[i].end else 1
        following = tokens[i + step]
        if (
            following.pos not in ("PROPN", "NOUN")[:step]
            or not following.text[:1].isupper()
            or following.lower in view.calendar
        ):
            break
        i += step
    return i


def _tells(view: SentenceView, start: int, last: int) -> bool:
    """False for "the city" and its like, which point back to a place named before."""
    if view.lower(last) in _STANDS_ALONE:
        return True
    inside = [view.lower(k) for k in range(start, last)]
    if not inside:
        return False
    return inside[0] not in _ANAPHORIC or len([w for w in inside if w not in _ANAPHORIC and w != "-"]) > 0
