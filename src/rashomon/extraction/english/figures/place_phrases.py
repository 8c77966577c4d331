"""The words of a place beyond its name: "rebel-held suburbs of Damascus", "a bakery in the city", "three districts"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rashomon.extraction.english.figures.sentence_view import DAYS, SentenceView
from rashomon.knowledge.place_words import PlaceWords
from rashomon.language.syntax import Token
from rashomon.model.passage import Mention
from rashomon.model.place import Place, PlaceKind

_LINKS = frozenset(("of", "in", "near", "outside", "at", "to", "around"))
_INSIDE = frozenset(("-", "and", "&", "/"))
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
_STANDS_ALONE = frozenset(("capital",))
#: Plural class nouns and facilities that name no kind in the table.
_MORE_PLACES = frozenset(
    (
        "districts",
        "towns",
        "cities",
        "villages",
        "provinces",
        "camps",
        "hospitals",
        "suburbs",
        "outskirts",
        "countryside",
        "places",
        "countries",
        "states",
        "airfield",
        "base",
        "military base",
    )
)
#: A phrase takes in at most this many words before a name.
_FARTHEST = 14


def with_phrase(view: SentenceView, place: Place, mentions: Sequence[Place], words: PlaceWords) -> Place:
    """The place with the noun phrase around its name, where that is longer."""
    first, last = _tokens(view, place)
    if first is None or last is None:
        return place
    start, end = _left_edge(view, first, mentions, words), _right_edge(view, last, words)
    following = next((p for p in mentions if p.start == _next_start(view, end)), None)
    if following is not None and end > last:
        end = _tokens(view, following)[1] or end
    if (start, end) == (first, last):
        return place
    return msgspec.structs.replace(place, phrase=_mention(view, start, end))


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
        if not _is_unnamed(token, words):
            if not headline and _is_unknown_name(view, token):
                mention = _mention(view, token.i, _run_end(view, token.i))
                found.append(_unknown(mention, "other"))
                taken.append((token.start, mention.end - view.sentence.start))
            continue
        if view.lower(token.i + 1) == "," and any(0 <= a - token.end <= 3 for a, _ in taken):
            continue
        start = _left_edge(view, token.i, (), words)
        counted = view.slot_at(start)
        if counted is not None and view.lower(start - 1) == "of":
            continue
        if (
            start == 0
            or view.lower(start - 1) not in _LOCATIVE
            or not (_tells(view, start, token.i) or _named_tail(view, token.i) > token.i)
        ):
            continue
        mention = _mention(view, start, _named_tail(view, token.i))
        located = _located(view, mention, named)
        if located is not None:
            found.append(located)
            continue
        found.append(_unknown(mention, "facility" if token.lower in words.facilities else "other"))
        taken.append((view.parse.tokens[start].start, token.end))
    return found


def unknown_names(view: SentenceView, named: Sequence[Place]) -> list[Place]:
    """Capitalised names that no list holds, where a place stands: "a transit point in rebel-held X"."""
    if _is_headline(view):
        return []
    taken = [(p.start - view.sentence.start, p.end - view.sentence.start) for p in named]
    found: list[Place] = []
    for token in view.parse.tokens:
        if not any(a <= token.start < b for a, b in taken) and _is_unknown_name(view, token):
            mention = _mention(view, token.i, _run_end(view, token.i))
            found.append(_unknown(mention, "other"))
            taken.append((token.start, mention.end - view.sentence.start))
    return found


def _is_kind(token: Token, words: PlaceWords) -> bool:
    if token.pos not in ("NOUN", "PROPN"):
        return False
    return token.lower in words.classes or token.lower in words.facilities or token.lower in _MORE_PLACES


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
            and gap.split()[0] in _LINKS
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


def _is_unnamed(token: Token, words: PlaceWords) -> bool:
    if token.lower in words.facilities:
        return token.lower in words.bare_facilities or token.lower in _BARE
    return _is_kind(token, words)


def _is_unknown_name(view: SentenceView, token: Token) -> bool:
    """A capitalised name that stands where a place does, directly behind a preposition of place."""
    run = range(token.i, _run_end(view, token.i) + 1)
    if any(view.cues(k) or view.measures.class_of(view.lower(k)) for k in run):
        return False
    if token.pos != "PROPN" or not token.text[:1].isupper() or token.lower in DAYS or token.text.isupper():
        return False
    before = token.i - 1
    if view.lower(before - 1) == "-" and view.parse.tokens[before].tag in ("VBN", "VBD", "JJ"):
        before -= 3
    if view.lower(before) not in ("in", "at", "near", "outside") or view.slot_at(token.i) is not None:
        return False
    return view.lower(_run_end(view, token.i) + 1) not in ("'s", "said", "told")


def _is_headline(view: SentenceView) -> bool:
    """Nearly every word has a capital, so capitals name nothing."""
    words = [t for t in view.parse.tokens if t.text[:1].isalpha() and len(t.text) > 3]
    return len(words) > 3 and sum(t.text[:1].isupper() for t in words) > 0.8 * len(words)


def _run_end(view: SentenceView, i: int) -> int:
    while (
        i + 1 < len(view.parse.tokens)
        and view.parse.tokens[i + 1].pos == "PROPN"
        and view.parse.tokens[i + 1].text[:1].isupper()
    ):
        if view.lower(i + 1) in DAYS:
            break
        i += 1
    return i


def _tells(view: SentenceView, start: int, last: int) -> bool:
    """False for "the city" and its like, which point back to a place named before."""
    if view.lower(last) in _STANDS_ALONE:
        return True
    inside = [view.lower(k) for k in range(start, last)]
    if not inside:
        return False
    return inside[0] not in _ANAPHORIC or len([w for w in inside if w not in _ANAPHORIC and w != "-"]) > 0


def _left_edge(view: SentenceView, first: int, mentions: Sequence[Place], words: PlaceWords) -> int:
    edge = i = first
    while i > 0 and first - i < _FARTHEST:
        token = view.parse.tokens[i - 1]
        if (token.pos in ("ADJ", "NOUN", "PROPN", "NUM", "ADV") and not view.cues(i - 1)) or token.lower in (
            "-",
            "'s",
            "'",
        ):
            if (
                token.pos == "ADV"
                and view.lower(i) != "-"
                and token.lower not in words.directions
                and token.lower not in ("mostly", "mainly", "predominantly", "largely", "nearby")
            ):
                break
            if token.pos in ("NOUN", "PROPN", "NUM") and not _goes_with(view, i - 1, mentions, words):
                break
            i -= 1
            edge = i if token.lower != "-" else edge
        elif token.tag == "VBN" and view.lower(i - 2) == "-":
            i -= 1
            edge = i
        elif token.pos == "DET" or token.lower in ("its", "their", "one"):
            i -= 1
            edge = i
            if view.lower(i - 1) not in _LINKS or not _is_place_token(view, i - 2, mentions, words):
                break
        elif token.lower in _LINKS and _is_place_token(view, i - 2, mentions, words):
            i -= 1
        else:
            break
    return edge


def _goes_with(view: SentenceView, i: int, mentions: Sequence[Place], words: PlaceWords) -> bool:
    """True where a noun left of a phrase belongs to it: a kind, another place, or a modifier of what follows."""
    token = view.parse.tokens[i]
    if _is_place_token(view, i, mentions, words) or token.pos == "NUM":
        return True
    return token.dep in ("compound", "amod", "nmod", "poss", "nummod", "npadvmod", "dep") and token.head > i


def _is_place_token(view: SentenceView, i: int, mentions: Sequence[Place], words: PlaceWords) -> bool:
    if i < 0:
        return False
    token = view.parse.tokens[i]
    at = view.sentence.start + token.start
    if words.directions.get(token.lower) and view.lower(i + 1) == "of":
        return True
    return _is_kind(token, words) or any(p.start <= at < p.end for p in mentions)


def _right_edge(view: SentenceView, last: int, words: PlaceWords) -> int:
    i = last
    while i + 1 < len(view.parse.tokens) and i - last < 4:
        following = view.parse.tokens[i + 1]
        if _is_kind(following, words):
            i += 1
            last = i
        elif (
            following.pos in ("NOUN", "PROPN", "ADJ")
            and i + 2 < len(view.parse.tokens)
            and _is_kind(view.parse.tokens[i + 2], words)
        ):
            i += 1
        else:
            break
    return last


def _next_start(view: SentenceView, i: int) -> int:
    tokens = view.parse.tokens
    return view.sentence.start + tokens[i + 1].start if i + 1 < len(tokens) else -1


def _tokens(view: SentenceView, place: Place) -> tuple[int | None, int | None]:
    first = view.parse.at(place.start - view.sentence.start)
    last = view.parse.at(place.end - 1 - view.sentence.start)
    return (first.i if first else None), (last.i if last else None)


def _mention(view: SentenceView, first: int, last: int) -> Mention:
    start, end = view.parse.tokens[first].start, view.parse.tokens[last].end
    offset = view.sentence.start
    return Mention(
        field=view.sentence.field, start=offset + start, end=offset + end, text=view.sentence.text[start:end]
    )
