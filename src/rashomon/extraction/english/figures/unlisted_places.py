"""Names of places that no list holds: capitalised where a place stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.phrase_edges import mention_of
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.knowledge.place_words import PlaceWords
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Token
from rashomon.model.passage import Mention
from rashomon.model.place import Place, PlaceKind

#: Kinds of place whose name is its own ("the village of X"); a state's or a sea's name is in the gazetteer.
_SETTLED = frozenset(("town", "area", "admin2"))
#: Kinds of the parts that an area owns.
_PARTS = frozenset(("town", "area", "admin", "admin1", "admin2"))


@dataclass(frozen=True, slots=True)
class UnlistedWords(WordClasses):
    """Words beside a name that make it a place's."""

    source: ClassVar[str] = "en/words/places.toml#unlisted"
    at: frozenset[str]
    articles: frozenset[str]
    owns: frozenset[str]
    parts: frozenset[str]
    arabic: frozenset[str]
    speaks: frozenset[str]


def unlisted_names(view: SentenceView, named: Sequence[Place], words: PlaceWords) -> list[Place]:
    """Capitalised names that no list holds, where a place stands: "a transit point in rebel-held X"."""
    if is_headline(view):
        return []
    taken = [(p.start - view.sentence.start, p.end - view.sentence.start) for p in named]
    found: list[Place] = []
    for token in view.parse.tokens:
        # The cheapest question first, of every token.
        if token.pos == "PROPN" and is_unlisted(view, token, words) and not any(a <= token.start < b for a, b in taken):
            found.append(unlisted_place(view, token.i, words))
            taken.append((token.start, found[-1].end - view.sentence.start))
    return found


def told_place(mention: Mention, kind: PlaceKind, name: str | None = None) -> Place:
    """The place that a mention tells of, by its words alone; `name` is its name without the noun for its kind."""
    return Place(
        field=mention.field,
        start=mention.start,
        end=mention.end,
        text=mention.text,
        name=name or mention.text,
        kind=kind,
    )


def unlisted_place(view: SentenceView, i: int, words: PlaceWords) -> Place:
    """The place whose name begins at a token, with the noun for its kind behind it ("Kotri village")."""
    last = run_end(view, i)
    for size in (2, 1):
        if " ".join(view.lower(k) for k in range(last + 1, last + 1 + size)) in words.facilities:
            return told_place(mention_of(view, i, last + size), "facility")
    end = last + 1 if words.classes.get(view.lower(last + 1)) in _PARTS else last
    return told_place(mention_of(view, i, end), "other", mention_of(view, i, last).text)


def is_unlisted(view: SentenceView, token: Token, words: PlaceWords) -> bool:
    """A capitalised name that stands where a place does: behind a preposition of place, or attacked and followed by
    what it lies in ("raided X in Y district"); what a report calls a village is found with its other places."""
    if not _is_name(view, token) or token.text.isupper() or view.slot_at(token.i) is not None:
        return False
    known = view.words.of(UnlistedWords)
    before, last = token.i - 1, run_end(view, token.i)
    if view.lower(before - 1) == "-" and view.parse.tokens[before].tag in ("VBN", "VBD", "JJ"):
        before -= 3
    if view.lower(before) in known.articles and words.classes.get(view.lower(last + 1)) == "town":
        before -= 1  # "targeted a Kotri village"
    if last == token.i and (token.lower in words.cues["never"] or token.lower in words.cues["titles"]):
        return False
    owned = view.lower(before) in known.owns and words.classes.get(view.lower(last + 1)) in _PARTS
    if not (owned or _places(view, before) or _is_attacked(view, before, last, words)):
        return False
    if _describes_noun(view, last, words):
        return False
    if any(view.cues(k) or view.measures.class_of(view.lower(k)) for k in range(token.i, last + 1)):
        return False
    return view.lower(last + 1) not in known.speaks and view.lower(last + 1) not in words.cues["peoples"]


def _describes_noun(view: SentenceView, last: int, words: PlaceWords) -> bool:
    """Whether the name only describes what follows: "in a Boko Haram raid" is in no place, "in Kotri village" is."""
    tokens = view.parse.tokens
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    if following is None or following.pos != "NOUN" or tokens[last].head != following.i:
        return False
    return following.lower not in words.classes and not any(
        " ".join(view.lower(k) for k in range(last + 1, last + 1 + size)) in words.facilities for size in (2, 1)
    )


def is_joined(view: SentenceView, token: Token, taken: Sequence[tuple[int, int]], words: PlaceWords) -> bool:
    """A name that `and` ties to a place: "in Kotri and Jaral-Tulle", "in Kotri, Jaral and Tulle"; what follows is no
    clause of its own."""
    if not _is_name(view, token) or token.i < 2 or not _ties(view, token):
        return False
    if not any(a <= view.parse.tokens[token.i - 2].start < b for a, b in taken):
        return False
    after = run_end(view, token.i) + 1
    following = view.parse.tokens[after] if after < len(view.parse.tokens) else None
    if following is None:
        return True
    if following.lower in words.cues["peoples"]:
        return False
    return following.pos not in ("VERB", "AUX", "PART") and following.lower not in view.words.of(UnlistedWords).speaks


def _ties(view: SentenceView, token: Token) -> bool:
    """Whether "and", or the comma of a list that "and" closes, stands before a name."""
    if view.lower(token.i - 1) == "and":
        return True
    closes = view.lower(run_end(view, token.i) + 1) == "and"
    return view.lower(token.i - 1) == "," and closes and token.dep == "conj"


def _is_name(view: SentenceView, token: Token) -> bool:
    if opens_arabic(view, token):
        return True
    return token.pos == "PROPN" and token.text[:1].isupper() and token.lower not in view.calendar


def opens_arabic(view: SentenceView, token: Token) -> bool:
    """Whether a small article opens a name: "al-Kotra"."""
    known = view.words.of(UnlistedWords)
    if token.text not in known.arabic and token.text.partition("-")[0] not in known.arabic:
        return False
    return (
        view.sentence.text[token.start :].partition("-")[2][:1].isupper()
        and "-" in view.sentence.text[token.start : token.start + 5]
    )


def _places(view: SentenceView, before: int) -> bool:
    if view.lower(before) in view.words.of(UnlistedWords).at:
        return True
    return view.lower(before) == "of" and view.lower(before - 1) in view.words.of(UnlistedWords).parts


def _is_attacked(view: SentenceView, before: int, last: int, words: PlaceWords) -> bool:
    """ "raided Kotri in the Jaral area", "struck Kotri village": a verb that reaches places, and more on which."""
    if before < 0 or view.parse.tokens[before].pos not in ("VERB", "ADP"):
        return False
    reaches = view.lower(before) in words.cues["locative"] or view.lower(before) == "on"
    if (
        view.lower(before) == "on"
        and view.lower(last + 1) == ","
        and view.lower(last + 2) in view.words.of(UnlistedWords).at
    ):
        return True  # "came down on Kotri, near Jaral"
    if words.classes.get(view.lower(last + 1)) in _SETTLED:
        return reaches
    return reaches and view.parse.tokens[before].pos == "VERB" and view.lower(last + 1) in ("in", ",")


def is_headline(view: SentenceView) -> bool:
    """Nearly every word has a capital, so capitals name nothing."""
    words = [t for t in view.parse.tokens if t.text[:1].isalpha() and len(t.text) > 3]
    return len(words) > 3 and sum(t.text[:1].isupper() for t in words) > 0.8 * len(words)


def run_end(view: SentenceView, i: int) -> int:
    """The last token of a run of capitalised names, also over a hyphen ("Al-Kotra")."""
    tokens = view.parse.tokens
    while i + 1 < len(tokens):
        step = 2 if tokens[i + 1].text == "-" and i + 2 < len(tokens) and tokens[i + 1].start == tokens[i].end else 1
        following = tokens[i + step]
        if (
            (step == 1 and following.pos != "PROPN")
            or not following.text[:1].isupper()
            or following.lower in view.calendar
        ):
            break
        i += step
    return i
