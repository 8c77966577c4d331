"""Whether a figure happened, is feared, planned, denied or claimed; what is background has a module of its own."""

from __future__ import annotations

import re

from rashomon.extraction.english.figures.readings import Read
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.language.syntax import Token
from rashomon.model.claim import Realis

_POSSIBLE = frozenset(("may", "might", "could", "would", "can"))
_WILL = frozenset(("will", "shall", "'ll"))
_FEAR = frozenset(
    (
        "fear",
        "feared",
        "fears",
        "fearing",
        "projected",
        "project",
        "projects",
        "predict",
        "predicted",
        "predicts",
        "forecast",
        "prevented",
        "prevent",
        "averted",
        "avoid",
        "threatens",
        "threaten",
        "threatened",
        "risk",
        "risks",
        "potentially",
    )
)
_EXPECT = frozenset(("expected", "expects", "expect", "likely", "anticipated", "set"))
_PLAN = frozenset(
    (
        "plan",
        "plans",
        "planned",
        "planning",
        "intend",
        "intends",
        "pledged",
        "promised",
        "vowed",
        "agreed",
        "decided",
        "ordered",
        "scheduled",
        "prepare",
        "preparing",
        "prepared",
    )
)
_DENY = frozenset(("denied", "denies", "deny", "denying", "rejected", "rejects", "dismissed", "refuted", "refutes"))
_CLAIM = frozenset(
    (
        "claim",
        "claims",
        "claimed",
        "claiming",
        "alleged",
        "alleges",
        "alleging",
        "allegedly",
        "purported",
        "purportedly",
        "boasted",
    )
)
_IRREALIS_BREAKS = frozenset(
    (";", ".", "said", "says", "added", "told", "but", "while", "when", "after", "because", "although", "where")
)
_INTENDED = frozenset(("evacuated", "returned", "troops", "rescuers", "other:released"))


#: Verbs whose infinitive has not come true: "tried to kill two officers".
_INTENDING = frozenset("try attempt go want plan threaten intend plot conspire vow hope mean wish offer ask".split())
_WRONG = re.compile(r"(?i)\b(?:proved|proven|turned out|found) to be (?:incorrect|false|wrong|untrue|inaccurate)\b")


_RISES = (["rise"], ["climb"], ["increase"], ["grow"], ["go"])


def realis_of(view: SentenceView, read: Read) -> Realis:
    """The realis of a figure by the words of its clause."""
    left, right = _clause(view, read)
    words = [view.lower(k) for k in range(left, right)]
    if _denied(view, read) or _WRONG.search(view.sentence.text, read.slot.quantity.end):
        return "denied"
    if _intended(view, read):
        return "planned"
    modal = _modal(view, read)
    if modal in _POSSIBLE:
        return "feared"
    if modal in _WILL:
        return "planned" if read.reading.measure in _INTENDED else "feared"
    before = {view.lower(k) for k in range(left, max(read.slot.last, read.reading.anchor) + 1)}
    if before & _FEAR or _expected(words):
        return "feared"
    if before & _PLAN and "to" in before and read.reading.measure in _INTENDED:
        return "planned"
    return (
        "claimed"
        if before & _CLAIM and "responsibility" not in words and "lives" not in words and "life" not in words
        else "happened"
    )


def _intended(view: SentenceView, read: Read) -> bool:
    """The figure's verb stands in the infinitive of an intention."""
    if read.reading.measure not in ("killed", "injured"):
        return False
    verb = view.parse.tokens[read.reading.anchor]
    above = view.parse.head(verb)
    if verb.dep == "conj":
        verb, above = above, view.parse.head(above)
    return verb.tag in ("VB", "VBG") and verb.dep == "xcomp" and above.lemma in _INTENDING


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
    if view.lower(i) in _IRREALIS_BREAKS:
        return True
    other = view.slot_at(i)
    return other is not None and other is not read.slot


def _expected(words: list[str]) -> bool:
    return any(
        w in _EXPECT and words[i + 1 : i + 2] == ["to"] and words[i + 2 : i + 3] not in _RISES
        for i, w in enumerate(words)
    ) or any(words[i : i + 2] == ["at", "risk"] for i in range(len(words)))


def _modal(view: SentenceView, read: Read) -> str | None:
    """The modal of the verb that tells the figure, or of a verb that this one completes."""
    tokens = view.parse.tokens
    verb: Token | None = tokens[read.reading.anchor] if read.reading.anchor < len(tokens) else None
    if verb is not None and verb.pos not in ("VERB", "AUX"):
        verb = _verb_of(view, read)
    for _ in range(3):
        if verb is None:
            return None
        for kid in view.parse.kids(verb, "aux"):
            if kid.lower in _POSSIBLE | _WILL:
                return kid.lower
        head = view.parse.head(verb)
        completes = verb.dep in ("xcomp", "conj") or (
            verb.dep == "ccomp" and head.lemma in ("see", "mean", "be", "leave", "force")
        )
        verb = head if completes and head is not verb else None
    return None


def _verb_of(view: SentenceView, read: Read) -> Token | None:
    node = view.parse.tokens[read.slot.core]
    for token in view.parse.ancestors(node):
        if token.pos in ("VERB", "AUX"):
            return token
        if token.dep in ("relcl", "acl", "advcl", "ccomp"):
            return None
    return None


def _denied(view: SentenceView, read: Read) -> bool:
    before = [view.lower(k) for k in range(max(0, read.slot.first - 10), read.slot.first)]
    if before[-1:] == ["not"] and any(view.lower(read.slot.last + k) == "but" for k in range(1, 5)):
        return True
    return any(w in _DENY for w in before) and not read.slot.quantity.zero
