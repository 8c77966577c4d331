"""Ties of grammar between a place and a figure: "X, where 13 died", people from X, words said at X."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.happening_words import HappeningWords
from rashomon.extraction.english.figures.place_standing import StandingWords
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Token
from rashomon.model.place import Place

#: A place and "where" stand so near (tokens): a comma, a bracket with its short form between.
_REACH = 4
_STEPS = 6
#: Steps from a place to the verb of telling over the clause that opens its sentence.
_FARTHEST = 12


@dataclass(frozen=True, slots=True)
class TieWords(WordClasses):
    """Words that tie a place to some of those counted."""

    source: ClassVar[str] = "en/words/places.toml#ties"

    taken_up: frozenset[str]
    whole: frozenset[str]
    stays: frozenset[str]


def where_clause(view: SentenceView, slot: Slot, place: Place) -> bool:
    """Whether a figure is told in the clause that says what happened at a place: "moved on to X, where 13 died"."""
    end = view.parse.at((place.phrase or place).end - 1 - view.sentence.start)
    if end is None or end.i >= slot.first:
        return False
    behind = range(end.i + 1, min(end.i + 1 + _REACH, slot.first))
    where = next((k for k in behind if view.lower(k) == "where"), None)
    if where is None or any(view.parse.tokens[k].pos in ("NOUN", "VERB", "AUX") for k in range(end.i + 1, where)):
        return False
    verb = view.parse.head(view.parse.tokens[where])
    told = view.parse.tokens[slot.core]
    return any(above.i == verb.i for above in view.parse.ancestors(told))


def said_at(view: SentenceView, slot: Slot, i: int) -> bool:
    """Whether a place only says where something was said: the figure is in what the verb of telling tells."""
    verb = _teller(view, i)
    if verb.lemma not in view.words.of(StandingWords).tells:
        return False
    if any(t.lemma in view.words.of(StandingWords).local for t in view.parse.kids(verb, "nsubj")):
        return False  # "In X, the council reports that 11 fled"
    told = [t for t in view.parse.kids(verb) if t.dep in ("ccomp", "parataxis")]
    figure = view.parse.tokens[slot.core]
    return any(t.i == a.i for t in told for a in (figure, *view.parse.ancestors(figure)))


def _teller(view: SentenceView, i: int) -> Token:
    """The verb that a place belongs to; that of telling where it is in the clause of how it was told: "giving an update
    at a meeting in X, he said"."""
    verb, told = view.parse.tokens[i], view.words.of(HappeningWords)
    for _ in range(_FARTHEST):
        if verb.dep not in ("prep", "pobj", "compound", "conj", "appos", "dobj", "advcl") or told.told_in(verb.text):
            break
        hears = verb.dep == "dobj" and verb.lemma.lower() in told.tellings  # "told a press conference in X that"
        if verb.dep in ("dobj", "advcl") and not hears and not _opens_telling(view, i, verb):
            break
        verb = view.parse.head(verb)
    return verb


def _opens_telling(view: SentenceView, i: int, token: Token) -> bool:
    """Whether a word is in a participle clause before its verb: "speaking to reporters in X, he said"."""
    clause = next((a for a in (token, *view.parse.ancestors(token)) if a.dep == "advcl"), token)
    return clause.dep == "advcl" and clause.tag == "VBG" and clause.i < i < view.parse.head(clause).i


def home_of_people(view: SentenceView, place: Place) -> bool:
    """Whether a place says where people are from: "103 bodies of passengers from X", "35 foreigners, from X and Y"."""
    token = view.parse.at(place.start - view.sentence.start)
    if place.role != "from" or token is None:
        return False
    link = _link(view, token.i)
    if link is None or link.lower != "from" or link.i < 1:
        return False
    noun = view.parse.tokens[link.i - 2 if view.lower(link.i - 1) == "," else link.i - 1]
    return noun.i < link.i and noun.pos == "NOUN" and "people" in view.measures.class_of(noun.lower)


def tells_who(view: SentenceView, slot: Slot, i: int) -> bool:
    """Whether a place is in what says who the counted are: "40 people from 9 families, displaced by slides at X"."""
    head, token = slot.counted.head, view.parse.tokens[i]
    for _ in range(_STEPS):
        if token.dep == "acl":
            return head is not None and token.head == head.i
        if token.dep == "ROOT":
            return False
        token = view.parse.head(token)
    return False


def stays_at(view: SentenceView, slot: Slot, i: int) -> bool:
    """Whether a place is where the counted are said to stay: "12 who lived in a home in X"."""
    head = slot.counted.head or view.parse.tokens[slot.core]
    if i <= slot.core:
        return False
    for above in view.parse.ancestors(view.parse.tokens[i]):
        if above.pos in ("VERB", "AUX"):
            clause = above.dep == "relcl" and above.head in (head.i, slot.core)
            return clause and above.lemma in view.words.of(TieWords).stays
    return False


def of_some(view: SentenceView, slot: Slot, i: int) -> bool:
    """Whether a place is only where some of those counted before were: "300 were hurt, most of them in X"."""
    words, link = view.words.of(TieWords), _link(view, i)
    if link is None or link.i < 4 or view.lower(link.i - 2) != "of" or view.lower(link.i - 1) not in words.taken_up:
        return False
    some = link.i - 3
    its_own = slot.first <= some <= slot.counted.next
    return not its_own and view.lower(some) not in words.whole


def of_outcome(view: SentenceView, slot: Slot, i: int) -> bool:
    """Whether a figure is what came of a happening at a place: "attacks on clinics in X since May, with 40 deaths"."""
    link = _link(view, i)
    if link is None or slot.first < i or not any(view.lower(slot.first - k) == "with" for k in (1, 3)):
        return False
    told = view.words.of(HappeningWords)
    happened = any(told.told_in(above.text) for above in _nouns_above(view, link))
    between = view.parse.tokens[i : slot.first]
    return happened and not any(t.pos in ("VERB", "AUX") for t in between)


def _link(view: SentenceView, i: int) -> Token | None:
    """The preposition that a place stands behind."""
    token = view.parse.tokens[i]
    for _ in range(_STEPS):
        if token.pos == "ADP":
            return token
        if token.dep not in ("pobj", "compound", "conj", "nmod", "amod"):
            return None
        token = view.parse.head(token)
    return None


def _nouns_above(view: SentenceView, token: Token) -> list[Token]:
    """The nouns of the phrase that a preposition belongs to, up to its verb."""
    found: list[Token] = []
    for above in view.parse.ancestors(token):
        if above.pos in ("VERB", "AUX"):
            break
        if above.pos in ("NOUN", "PROPN"):
            found.append(above)
    return found


def bracketed(view: SentenceView, low: int, high: int) -> range:
    """The tokens of the bracket that stands whole between two tokens; empty where there is none."""
    opens = next((k for k in range(low, high) if view.lower(k) == "("), None)
    closes = next((k for k in range(opens, high) if view.lower(k) == ")"), None) if opens is not None else None
    return range(opens, closes + 1) if opens is not None and closes is not None else range(0)
