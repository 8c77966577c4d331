"""What became of those who were hit or held: "a boy shot on Monday has died", "12 trapped by the fire were saved"."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.reading import Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Token

_SUBJECT = ("nsubj", "nsubjpass")
#: What may have befallen people before they died.
_EARLIER = frozenset(("detained", "missing", "displaced", "evacuated", "homeless", "trapped", "abducted"))
#: What they are saved from.
_HELD = frozenset(("trapped", "abducted", "missing"))


@dataclass(frozen=True, slots=True)
class EndWords(WordClasses):
    """Verbs by which it is told what became of people."""

    source: ClassVar[str] = "en/words/figures.toml#ends"

    dying: frozenset[str]
    saving: frozenset[str]


def with_end(view: SentenceView, reading: Reading | None) -> Reading | None:
    """The reading of people who were hurt or held, as killed or rescued where the main verb of their clause says so.

    A parse takes "shot" for the verb and "has died" for another one of the same subject, or sees the participle.
    """
    if reading is None or reading.measure not in ("injured", *_EARLIER):
        return reading
    verb = view.parse.tokens[reading.anchor]
    if reading.measure in _EARLIER and verb.dep not in ("acl", "relcl"):
        return reading  # only who they are is told by it: "six people held since May died"
    words = view.words.of(EndWords)
    # "Ten were injured while four, a child among them, died": others did.
    later = [t for t in _later_verbs(view, verb) if not any(view.slot_at(k) for k in range(verb.i + 1, t.i))]
    for end in later:
        if end.lemma in words.dying:
            return dataclasses.replace(reading, measure="killed", anchor=end.i)
        saved = end.lemma in words.saving and view.parse.kids(end, "auxpass")
        if saved and reading.measure in _HELD and verb.dep in ("acl", "relcl"):
            return dataclasses.replace(reading, measure="rescued", anchor=end.i)
    return reading


def _later_verbs(view: SentenceView, verb: Token) -> list[Token]:
    """The verbs behind one that have its subject, or the noun that it describes, as theirs."""
    first = view.parse.head(verb) if verb.dep == "conj" else verb
    chain = [*view.parse.kids(first, "conj", "dep"), *view.parse.kids(verb, "conj")]
    found = [k for k in chain if not view.parse.kids(k, *_SUBJECT)]
    noun = view.parse.head(verb)
    if verb.dep in ("acl", "relcl") and noun.dep in _SUBJECT:
        found.append(view.parse.head(noun))
    return [t for t in found if t.i > verb.i]
