"""How far the noun phrase around a place reaches: directions, kinds and links on its left, its kind on its right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.knowledge.place_words import PlaceWords
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Token
from rashomon.model.passage import Mention
from rashomon.model.place import Place

#: A phrase takes in at most this many words before a name.
_FARTHEST = 14
#: The name of a part of a town holds so many words at most.
_LONGEST_PART = 6


@dataclass(frozen=True, slots=True)
class EdgeWords(WordClasses):
    """Words inside the phrase of a place, beside its name."""

    source: ClassVar[str] = "en/words/places.toml#edges"
    links: frozenset[str]
    kinds: frozenset[str]
    degrees: frozenset[str]
    openers: frozenset[str]
    portions: frozenset[str]
    owns: frozenset[str]
    quarters: frozenset[str]


def is_kind(view: SentenceView, token: Token, words: PlaceWords) -> bool:
    """Whether a word names a kind of place ("province", "bakery")."""
    if token.pos not in ("NOUN", "PROPN"):
        return False
    known = token.lower in words.classes or token.lower in words.facilities
    return known or token.lower in view.words.of(EdgeWords).kinds


def left_edge(view: SentenceView, first: int, mentions: Sequence[Place], words: PlaceWords) -> int:
    """The first token of the phrase around a place that begins at `first`."""
    known = view.words.of(EdgeWords)
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
                and token.lower not in known.degrees
            ):
                break
            if token.pos in ("NOUN", "PROPN", "NUM") and not _goes_with(view, i - 1, mentions, words):
                break
            i -= 1
            edge = i if token.lower != "-" else edge
        elif token.tag == "VBN" and view.lower(i - 2) == "-":
            i -= 1
            edge = i
        elif token.lower == "and" and _joins_directions(view, i, words):
            i -= 1
        elif token.pos == "DET" or token.lower in known.openers:
            i -= 1
            edge = i
            if view.lower(i - 1) not in known.links or not _is_place_token(view, i - 2, mentions, words):
                break
        elif token.lower in known.links and _is_place_token(view, i - 2, mentions, words):
            i -= 1
        else:
            break
    return edge


def _joins_directions(view: SentenceView, i: int, words: PlaceWords) -> bool:
    """Whether "and" before a token joins two parts of one land: "central and southern Ruritania"."""
    return view.lower(i) in words.directions and view.lower(i - 2) in words.directions


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
    if view.lower(i + 1) == "of" and (
        words.directions.get(token.lower) or token.lower in view.words.of(EdgeWords).portions
    ):
        return True
    aside = view.lower(i + 2) == "the" and view.lower(i + 3) in words.directions
    if view.lower(i + 1) == "to" and not aside and not is_kind(view, token, words):
        return False  # "sent from X to Y" names two places, "X to the north of Y" is one
    return is_kind(view, token, words) or any(p.start <= at < p.end for p in mentions)


def right_edge(view: SentenceView, last: int, words: PlaceWords, settled: bool = False) -> int:
    """The last token of the phrase around a place that ends at `last`; of a settlement with the part that it owns."""
    i = last = _owned_part(view, last) if settled else last
    while i + 1 < len(view.parse.tokens) and i - last < 4:
        following = view.parse.tokens[i + 1]
        if is_kind(view, following, words):
            i += 1
            last = i
        elif (
            following.pos in ("NOUN", "PROPN", "ADJ")
            and i + 2 < len(view.parse.tokens)
            and is_kind(view, view.parse.tokens[i + 2], words)
        ):
            i += 1
        else:
            break
    return last


def _owned_part(view: SentenceView, last: int) -> int:
    """The last token of the part that a place owns: "Kotri's Old Market area"; its own end where it owns none."""
    known = view.words.of(EdgeWords)
    if view.lower(last + 1) not in known.owns:
        return last
    tokens = view.parse.tokens
    for k in range(last + 2, min(last + 2 + _LONGEST_PART, len(tokens))):
        token = tokens[k]
        if token.lower in known.quarters and k > last + 2 and tokens[k - 1].text[:1].isupper():
            return k
        if token.pos not in ("PROPN", "NOUN", "ADJ", "NUM") or not token.text[:1].isupper():
            break
    return last


def next_start(view: SentenceView, i: int) -> int:
    """The offset in the field where the token behind one begins; -1 at the end."""
    tokens = view.parse.tokens
    return view.sentence.start + tokens[i + 1].start if i + 1 < len(tokens) else -1


def tokens_of(view: SentenceView, place: Place) -> tuple[int | None, int | None]:
    """The first and the last token of a place; null where it lies outside the sentence."""
    first = view.parse.at(place.start - view.sentence.start)
    last = view.parse.at(place.end - 1 - view.sentence.start)
    return (first.i if first else None), (last.i if last else None)


def mention_of(view: SentenceView, first: int, last: int) -> Mention:
    """The mention from one token to another, both inside."""
    start, end = view.parse.tokens[first].start, view.parse.tokens[last].end
    offset = view.sentence.start
    return Mention(
        field=view.sentence.field, start=offset + start, end=offset + end, text=view.sentence.text[start:end]
    )
