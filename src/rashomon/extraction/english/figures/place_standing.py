"""How a place's mention stands in its sentence: behind a word of place, or inside the phrase of who speaks."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Parse, Token


@dataclass(frozen=True, slots=True)
class StandingWords(WordClasses):
    """What the words around a place say of how it stands there."""

    source: ClassVar[str] = "en/words/places.toml#standing"
    locative: frozenset[str]
    speech: frozenset[str]
    tells: frozenset[str]
    gives: frozenset[str]
    mends: frozenset[str]
    told: frozenset[str]
    local: frozenset[str]
    bodies: frozenset[str]
    counting: frozenset[str]
    offices: frozenset[str]
    openers: frozenset[str]


#: So many links of grammar stand between a place and the telling that was there.
_TELLING = 3
#: Words between a place and the word of place before it.
_BEFORE = 6


def locative_before(view: SentenceView, i: int) -> bool:
    """Whether a word of place stands before a token, with only the words of its own phrase between."""
    locative = view.words.of(StandingWords).locative
    for k in range(i - 1, max(-1, i - _BEFORE), -1):
        if view.lower(k) in locative:
            return True
        token = view.parse.tokens[k]
        if token.pos in ("VERB", "AUX", "SCONJ", "PRON", "CCONJ") or (token.pos == "PUNCT" and token.lower != "-"):
            return False
        if token.pos == "NOUN" and token.dep not in ("compound", "amod", "nmod", "npadvmod"):
            return False
    return False


def tells_office(view: SentenceView, i: int) -> bool:
    """Whether a place only says what somebody named before heads: "Jasper, director of the Kotri hospital"."""
    offices = view.words.of(StandingWords).offices
    above = next((a for a in view.parse.ancestors(view.parse.tokens[i]) if a.lemma.lower() in offices), None)
    if above is None or above.dep != "appos" or above.i > i:
        return False
    return not any(view.parse.tokens[k].pos in ("VERB", "AUX", "PUNCT", "NUM") for k in range(above.i + 1, i))


def tells_speaker(view: SentenceView, first: int, last: int) -> bool:
    """Whether a place only says where a speaker is: "police in X said", "according to doctors in X"."""
    words = view.words.of(StandingWords)
    if view.lower(last + 1) in words.speech and view.lower(last + 1) != "according":
        return True
    token = view.parse.tokens[first]
    for above in (token, *view.parse.ancestors(token)):
        if above.lower == "according" or (above.dep == "pobj" and above.lower in words.told):
            return True
        if above.dep in ("nsubj", "nsubjpass"):
            head = view.parse.head(above)
            if head.pos != "VERB":
                return False
            return head.lemma in words.mends or (head.lemma in words.tells and _has_content(view, head.i))
        if above.pos in ("VERB", "AUX"):
            return False
    return False


def _has_content(view: SentenceView, verb: int) -> bool:
    """A verb with a clause told ("police said that ..."), one with another verb behind it ("confirmed the attack but
    gave a lower toll"), or one without an object."""
    kids = view.parse.kids(view.parse.tokens[verb])
    if any(k.dep == "conj" and k.lemma in view.words.of(StandingWords).gives for k in kids):
        return True
    return any(k.dep in ("ccomp", "parataxis") for k in kids) or not any(k.dep in ("dobj", "obj") for k in kids)


def was_told_there(parse: Parse, token: Token, tellings: frozenset[str]) -> bool:
    """Whether a place is only where something was told: "told a briefing in X", "sources in X", "said in X"."""
    above = list(islice(parse.ancestors(token), _TELLING))
    if any(a.pos in ("NOUN", "PROPN") and a.lemma.lower() in tellings for a in above):
        return True
    links = [a for a in above if a.dep == "prep"][:1]
    return any(parse.head(a).pos == "VERB" and parse.head(a).lemma in tellings for a in links)
