"""What became of those who were hit: "a boy shot on Monday has died" counts a death."""

from __future__ import annotations

import dataclasses

from rashomon.extraction.english.figures.reading import Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.language.syntax import Token

_SUBJECT = ("nsubj", "nsubjpass")
#: What may have befallen people before they died.
_EARLIER = frozenset(("detained", "missing", "displaced", "evacuated", "homeless"))


def with_end(view: SentenceView, reading: Reading | None) -> Reading | None:
    """The reading of people who were hurt or held, as killed where the main verb of their clause says that they died.

    A parse takes "shot" for the verb and "has died" for another one of the same subject, or sees the participle.
    """
    if reading is None or reading.measure not in ("injured", *_EARLIER):
        return reading
    verb = view.parse.tokens[reading.anchor]
    if reading.measure in _EARLIER and verb.dep not in ("acl", "relcl"):
        return reading  # only who they are is told by it: "six people held since May died"
    later = (t for t in _later_verbs(view, verb) if t.lemma == "die")
    # "Ten were injured while four, a child among them, died": others did.
    end = next((t for t in later if not any(view.slot_at(k) for k in range(verb.i + 1, t.i))), None)
    return dataclasses.replace(reading, measure="killed", anchor=end.i) if end is not None else reading


def _later_verbs(view: SentenceView, verb: Token) -> list[Token]:
    """The verbs behind one that have its subject, or the noun that it describes, as theirs."""
    first = view.parse.head(verb) if verb.dep == "conj" else verb
    chain = [*view.parse.kids(first, "conj"), *view.parse.kids(verb, "conj")]
    found = [k for k in chain if not view.parse.kids(k, *_SUBJECT)]
    noun = view.parse.head(verb)
    if verb.dep in ("acl", "relcl") and noun.dep in _SUBJECT:
        found.append(view.parse.head(noun))
    return [t for t in found if t.i > verb.i]
