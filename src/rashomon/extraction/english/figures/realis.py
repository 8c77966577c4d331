"""Whether a figure happened, is feared, planned, denied or claimed; what is background has a module of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.extraction.english.figures.awaited import still_to_be_done
from rashomon.extraction.english.figures.put_right import is_put_right
from rashomon.extraction.english.figures.reading import Read
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.knowledge.word_classes import WordClasses, either
from rashomon.language.syntax import Token
from rashomon.model.claim import Realis

_INTENDED = frozenset(("evacuated", "returned", "troops", "rescuers", "other:released"))


@dataclass(frozen=True)
class RealisWords(WordClasses):
    """Words by which a figure did not happen, or not for certain."""

    source: ClassVar[str] = "en/words/figures.toml#realis"

    possible: frozenset[str]
    coming: frozenset[str]
    feared: frozenset[str]
    expected: frozenset[str]
    planned: frozenset[str]
    denied: frozenset[str]
    claimed: frozenset[str]
    breaks: frozenset[str]
    intending: frozenset[str]
    proving: frozenset[str]
    wrong: frozenset[str]
    rises: frozenset[str]
    taken: frozenset[str]
    carrying: frozenset[str]

    @cached_property
    def proved_wrong(self) -> re.Pattern[str]:
        """Words behind a figure by which it was none."""
        return re.compile(rf"(?i)\b{either(self.proving)} to be {either(self.wrong)}\b")


#: A coordinated clause opens so few words before its subject's number.
_OPENING = 5


def realis_of(view: SentenceView, read: Read) -> Realis:
    """The realis of a figure by the words of its clause."""
    words = view.words.of(RealisWords)
    left, right = _clause(view, read)
    clause = [view.lower(k) for k in range(left, right)]
    if _denied(view, read) or words.proved_wrong.search(view.sentence.text, read.slot.quantity.end):
        return "denied"
    if _intended(view, read):
        return "planned"
    if read.reading.measure in _INTENDED and still_to_be_done(view, read.reading.anchor):
        return "planned"
    if _is_to_be(view, read):
        return "planned" if read.reading.measure in _INTENDED else "feared"
    modal = _modal(view, read)
    if modal in words.possible:
        return "feared"
    if modal in words.coming:
        return "planned" if read.reading.measure in _INTENDED else "feared"
    # "The Secretariat for Risk Management": a name fears nothing.
    end = min(max(read.slot.last, read.reading.anchor) + 1, len(view.parse.tokens))
    before = {t.lower for t in view.parse.tokens[left:end] if t.pos != "PROPN"}
    if before & words.feared or _expected(clause, words):
        return "feared"
    if before & words.planned and "to" in before and read.reading.measure in _INTENDED:
        return "planned"
    return "claimed" if before & words.claimed and not words.taken & set(clause) else "happened"


def _intended(view: SentenceView, read: Read) -> bool:
    """The figure's verb stands in the infinitive of an intention."""
    if read.reading.measure not in ("killed", "injured"):
        return False
    verb = view.parse.tokens[read.reading.anchor]
    above = view.parse.head(verb)
    if verb.dep == "conj":
        verb, above = above, view.parse.head(above)
    return verb.tag in ("VB", "VBG") and verb.dep == "xcomp" and above.lemma in view.words.of(RealisWords).intending


def _clause(view: SentenceView, read: Read) -> tuple[int, int]:
    """The tokens around a figure up to the next break of the clause."""
    left = right = read.slot.first
    while left > 0 and read.slot.first - left < 14 and not _breaks(view, left - 1, read):
        left -= 1
    stop = max(read.slot.last, read.reading.anchor) + 3
    while right < min(stop, len(view.parse.tokens)) and (right <= read.slot.last or not _breaks(view, right, read)):
        right += 1
    return left, right


def _breaks(view: SentenceView, i: int, read: Read) -> bool:
    if view.lower(i) in view.words.of(RealisWords).breaks:
        return True
    starts = read.slot.first - _OPENING < i < read.slot.first and read.reading.anchor >= read.slot.counted.next
    if starts and view.lower(i) in ("and", "but") and view.lower(i - 1) == ",":
        return True  # a clause of its own: "fears that it would fall, and 115 were crushed"
    other = view.slot_at(i)
    return other is not None and other is not read.slot


def _expected(clause: list[str], words: RealisWords) -> bool:
    return any(
        w in words.expected and clause[i + 1 : i + 2] == ["to"] and words.rises.isdisjoint(clause[i + 2 : i + 3])
        for i, w in enumerate(clause)
    ) or any(clause[i : i + 2] == ["at", "risk"] for i in range(len(clause)))


def _modal(view: SentenceView, read: Read) -> str | None:
    """The modal of the verb that tells the figure, or of a verb that this one completes."""
    words = view.words.of(RealisWords)
    tokens = view.parse.tokens
    verb: Token | None = tokens[read.reading.anchor] if read.reading.anchor < len(tokens) else None
    if verb is not None and verb.pos not in ("VERB", "AUX"):
        verb = _verb_of(view, read)
    for _ in range(3):
        if verb is None:
            return None
        for kid in view.parse.kids(verb, "aux"):
            if kid.lower in words.possible | words.coming:
                return kid.lower
        head = view.parse.head(verb)
        completes = (
            verb.dep == "xcomp"
            or (verb.dep == "conj" and not _is_finite(view, verb))
            or (verb.dep == "ccomp" and head.lemma in words.carrying)
        )
        verb = head if completes and head is not verb else None
    return None


def _is_to_be(view: SentenceView, read: Read) -> bool:
    """ "More than 40,000 are to be moved", "the army is to send 2,000 soldiers": "be" and an infinitive."""
    i = read.reading.anchor
    if i >= len(view.parse.tokens) or view.parse.tokens[i].pos != "VERB":
        return False
    i -= 1 if view.lower(i - 1) != "be" else 2
    return view.lower(i) == "to" and view.lower(i - 1) in ("is", "are", "were", "was")


def _is_finite(view: SentenceView, verb: Token) -> bool:
    """Whether a coordinated verb has a subject and a tense of its own: "it could fall, and 115 were crushed"."""
    own = view.parse.kids(verb, "nsubj", "nsubjpass")
    return bool(own) and (
        verb.tag in ("VBD", "VBZ", "VBP") or any(k.tag in ("VBD", "VBZ", "VBP") for k in view.parse.kids(verb))
    )


def _verb_of(view: SentenceView, read: Read) -> Token | None:
    node = view.parse.tokens[read.slot.core]
    for token in view.parse.ancestors(node):
        if token.pos in ("VERB", "AUX"):
            return token
        if token.dep in ("relcl", "acl", "advcl", "ccomp"):
            return None
    return None


def _denied(view: SentenceView, read: Read) -> bool:
    words = view.words.of(RealisWords)
    before = [view.lower(k) for k in range(max(0, read.slot.first - 10), read.slot.first)]
    if is_put_right(view, read.slot):
        return True
    if before[-1:] == ["not"] and any(view.lower(read.slot.last + k) == "but" for k in range(1, 5)):
        return True
    return any(w in words.denied for w in before) and not read.slot.quantity.zero
