"""People who leave where they live: who are driven out, who are told to go, and who go while a crisis is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.reading import Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot, top_of
from rashomon.extraction.english.figures.sheltering import ShelterWords
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Token

#: Fewer who leave a town may be travellers, fewer who are driven out a delegation.
_CROWD = 50
_FEW = 10
_UPWARD = frozenset(("nummod", "quantmod", "compound", "nmod", "amod", "poss", "conj", "appos"))


@dataclass(frozen=True, slots=True)
class DepartureWords(WordClasses):
    """Words of leaving home."""

    source: ClassVar[str] = "en/words/figures.toml#departures"

    driving: frozenset[str]
    telling: frozenset[str]
    leaving: frozenset[str]
    going: frozenset[str]
    outwards: frozenset[str]
    safety: frozenset[str]
    homes: frozenset[str]
    no_home: frozenset[str]
    harm: frozenset[str]
    borders: frozenset[str]


def driven_out(view: SentenceView, slot: Slot) -> Reading | None:
    """The reading of people whom something drives out (displaced), or who are told to go (evacuated), or none.

    "Have been forced to move into camps", "were told to get to higher ground", "ordered 24,000 residents to leave".
    """
    words = view.words.of(DepartureWords)
    node = _people(view, slot, _FEW)
    if node is None:
        return None
    verb = view.parse.head(node)
    goal = verb
    if node.dep == "nsubj" and verb.dep == "ccomp":
        verb = view.parse.head(verb)  # "ordered residents to leave", with the residents as the subject of leaving
    elif node.dep not in ("nsubjpass", "dobj"):
        return None
    if node.dep == "dobj" and any(k.dep == "auxpass" for k in view.parse.kids(verb)):
        return None
    ends = [goal] if goal is not verb else view.parse.kids(verb, "xcomp", "ccomp")
    if verb.lemma in words.driving:
        away = any(_goes_away(view, e) or e.lemma in words.going for e in ends) or _is_from_home(view, verb)
        return Reading("displaced", "driven out", verb.i) if away else None
    if verb.lemma in words.telling and any(_goes_away(view, e) for e in ends):
        return Reading("evacuated", "told to go", verb.i)
    return None


def left_home(view: SentenceView, slot: Slot) -> Reading | None:
    """The reading of a crowd that leaves a town, or goes where it is safe, in a report of people who flee."""
    node = _people(view, slot, _CROWD)
    if node is None or node.dep != "nsubj":
        return None
    left = (verb for verb in _done(view, view.parse.head(node)) if goes_from_home(view, verb))
    verb = next(left, None)
    return Reading("displaced", "left home", verb.i) if verb is not None else None


def goes_from_home(view: SentenceView, verb: Token) -> bool:
    """Whether those who do what a verb tells leave home: "left their villages", "ran from the attacks", "crossed the
    border"."""
    words = view.words.of(DepartureWords)
    if verb.lemma in words.leaving and (_is_from_home(view, verb) or verb.lemma in words.outwards):
        return True
    if verb.lemma not in words.going:
        return False
    crosses = any(k.lower in words.borders for k in view.parse.kids(verb, "dobj"))
    return crosses or _is_to_safety(view, verb) or _is_from_harm(view, verb)


def _people(view: SentenceView, slot: Slot, fewest: int) -> Token | None:
    """The token by which a verb governs the people of a slot, or null where it counts none who live somewhere."""
    head, value = slot.counted.head, slot.quantity.value
    if slot.counted.partitive or slot.quantity.zero or (value is not None and value < fewest):
        return None
    if head is not None:
        others = view.words.of(ShelterWords).carers | view.words.of(DepartureWords).no_home
        fighters = view.measures.categories.get(head.lower) == "combatants"
        if head.lower in others or fighters or "people" not in view.measures.class_of(head.lower):
            return None
    node = top_of(view, slot)
    for _ in range(4):
        above = view.parse.head(node)
        if node.dep not in _UPWARD or above.pos in ("VERB", "AUX"):
            break
        node = above
    return node


def _done(view: SentenceView, verb: Token) -> Iterator[Token]:
    """A verb and those that complete it: "left", "have been able to leave", "packed up and left"."""
    yield verb
    for kid in view.parse.kids(verb, "xcomp", "acomp", "conj"):
        if not view.parse.kids(kid, "nsubj", "nsubjpass"):
            yield kid
            yield from view.parse.kids(kid, "xcomp")


def _goes_away(view: SentenceView, verb: Token) -> bool:
    """Whether a verb takes people out of where they are: "to leave", "to move to higher ground"."""
    words = view.words.of(DepartureWords)
    return verb.lemma in words.leaving or (verb.lemma in words.going and _is_to_safety(view, verb))


def _is_to_safety(view: SentenceView, verb: Token) -> bool:
    """Whether what stands below a verb is where, or why, one is safe."""
    words = view.words.of(DepartureWords)
    return any(t.lower in words.safety for t in view.parse.subtree(verb) if t.i > verb.i)


def _is_from_harm(view: SentenceView, verb: Token) -> bool:
    """ "Have run from the attacks"."""
    harm = view.words.of(DepartureWords).harm
    out = [p for p in view.parse.kids(verb, "prep") if p.lower == "from"]
    return any(noun.lower in harm for p in out for noun in view.parse.kids(p, "pobj"))


def _is_from_home(view: SentenceView, verb: Token) -> bool:
    """Whether a verb's object, or what it leads out of, is a home, a settlement or a name."""
    left = view.parse.kids(verb, "dobj")
    for preposition in view.parse.kids(verb, "prep"):
        out = preposition.lower in ("from", "out", "outside")
        left += [
            n for k in (preposition, *view.parse.kids(preposition, "prep")) for n in view.parse.kids(k, "pobj") if out
        ]
    return any(_is_home(view, noun) for noun in left)


def _is_home(view: SentenceView, noun: Token) -> bool:
    if noun.lower in view.words.of(DepartureWords).homes or "settlements" in view.measures.class_of(noun.lower):
        return True
    return noun.pos == "PROPN" and noun.lower not in view.calendar
