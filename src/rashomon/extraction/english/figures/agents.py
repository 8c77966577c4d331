"""Who does the harm: "a gunman shot and killed a customer" counts the customer and no gunman."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Token

#: Words between a subject and the verb that tells the harm ("fatally shot").
_NEAR = 3


@dataclass(frozen=True, slots=True)
class AgentWords(WordClasses):
    """Words by which a verb tells what its subject does or suffers."""

    source: ClassVar[str] = "en/words/figures.toml#agents"

    be: frozenset[str]
    reflexive: frozenset[str]
    no_object: frozenset[str]


def acts(view: SentenceView, i: int) -> bool:
    """True where the verb at a token, or right behind it, has an object: its subject does it to somebody else.

    Whoever does it to himself suffers it too.
    """
    tokens = view.parse.tokens
    verb = next((t for t in tokens[i : i + _NEAR] if t.pos == "VERB"), None)
    if verb is None or _is_passive(view, verb):
        return False
    chain = (verb, *(k for k in view.parse.kids(verb, "conj") if not view.parse.kids(k, "nsubj", "nsubjpass")))
    found = [o for v in chain for o in view.parse.kids(v, "dobj") if o.i > v.i and _is_someone(view, o)]
    return bool(found) and not any(o.lower in view.words.of(AgentWords).reflexive for o in found)


def _is_passive(view: SentenceView, verb: Token) -> bool:
    return bool(view.parse.kids(verb, "auxpass", "agent")) or follows_being(view, verb.i)


def follows_being(view: SentenceView, i: int) -> bool:
    """Whether an auxiliary makes the participle at a token passive, whatever the parse says: "were also killed"."""
    k, being = i - 1, view.words.of(AgentWords).be
    while view.lower(k).endswith("ly") or view.lower(k) in ("not", "also"):
        k -= 1
    return view.lower(k) in being


def _is_someone(view: SentenceView, token: Token) -> bool:
    """No "twice", "Sunday" or "seven times", which a parse may take for an object; "8 killed 58 injured" is a row."""
    if token.lower in view.calendar or token.lower in view.words.of(AgentWords).no_object:
        return False
    slot = view.slot_at(token.i) or next((s for s in view.slots if s.counted.head is token), None)
    return slot is None or not any(c.shape == "ed" for c in view.cues(slot.counted.next))
