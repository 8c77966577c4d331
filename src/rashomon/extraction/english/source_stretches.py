"""Over which stretch of a sentence the speaker of a verb answers for what is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.source_torn import FINITE, SayingWords
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Parse, Token

_QUOTED = re.compile(r"\s*:\s*(?P<mark>[“\"])")
#: A stretch before a verb shorter than this is not what is told (characters).
SHORTEST_TOLD = 12


@dataclass(frozen=True, slots=True)
class VerbWords(WordClasses):
    """Words beside a verb of speech."""

    source: ClassVar[str] = "en/words/sources.toml#verbs"

    finding: frozenset[str]
    found: frozenset[str]
    establishing: frozenset[str]
    hearing: frozenset[str]
    moving: frozenset[str]
    hedges: frozenset[str]
    turns: frozenset[str]
    amid: frozenset[str]
    trying: frozenset[str]
    changing: frozenset[str]
    with_preposition: frozenset[str]
    addressing: frozenset[str]
    telling_of: frozenset[str]
    pointing_to: frozenset[str]
    no_longer: frozenset[str]
    explaining: frozenset[str]
    known: frozenset[str]
    nobody: frozenset[str]
    told_of: frozenset[str]
    tolling: frozenset[str]
    holding: frozenset[str]
    counted: frozenset[str]
    tallying: frozenset[str]


def _opens(text: str) -> bool:
    """Whether a quotation opens in a text before one closes."""
    return next((c in "“«" for c in text if c in "“«”»"), False)


class StretchReader:
    """Finds where what a verb of speech tells begins and ends."""

    def __init__(self, text: str, parse: Parse, library: Library) -> None:
        self.text, self.parse, self.words = text, parse, library.speech
        self.known = library.words.of(SayingWords)
        self.near = library.words.of(VerbWords)
        self.end = len(text)

    def told_start(self, verb: Token, clause: Token | None) -> int:
        """Where what is told before the verb begins: the sentence, or the clause where another act stands before it."""
        first = self.parse.subtree(clause)[0].start if clause is not None and clause.i < verb.i else 0
        if any(t.dep == "mark" and t.lower == "as" for t in self.parse.kids(verb)) and self.is_told_by_another(verb):
            # "18 people died, not 16 as the authorities say, a group claimed": theirs are the words right before.
            return max(first, self.text.rfind(",", 0, verb.start) + 1)
        others = [
            t for t in self.parse.tokens
            if t.start < first and t.tag in FINITE and (t.lower in self.known.saying or t.lemma in self.words.plain)
        ]  # fmt: skip
        start = first if others else 0
        cut = self.text.rfind("; ", start, verb.start)
        if cut >= 0 and any(mark in self.text[cut : verb.start] for mark in "”»") and not _opens(self.text[cut:]):
            return start  # it parts the words of one quotation
        return cut + 2 if cut >= 0 and verb.start - cut > SHORTEST_TOLD * 2 else start

    def is_told_by_another(self, verb: Token) -> bool:
        """Whether another finite verb of speech stands in the sentence."""
        return any(
            t.i != verb.i and t.tag in FINITE and (t.lower in self.known.saying or t.lemma in self.words.plain)
            for t in self.parse.tokens
        )

    def behind_tag(self, verb: Token, high: int) -> int:
        """Where what is told ends behind "X said": a subordinate clause there is the outlet's own voice."""
        for token in self.parse.tokens[verb.i + 1 :]:
            if token.start >= high:
                break
            if token.lower in self.near.explaining and self.parse.tokens[token.i - 1].text == ",":
                return max(verb.end, token.start)  # "X told Reuters, referring to a storm that killed 40"
            if (
                token.lower in self.near.turns
                and token.dep in ("mark", "advmod", "prep")
                and self.parse.head(token).pos in ("VERB", "AUX")
                and not self._tells_on(token)
            ):
                return max(verb.end, token.start)
        return high

    def _tells_on(self, mark: Token) -> bool:
        """Whether a clause behind "X said" goes on counting: "12 died, he said, while 30 people were taken away"."""
        if mark.lower != "while" or self.parse.tokens[mark.i - 1].text != ",":
            return False
        subjects = self.parse.kids(self.parse.head(mark), "nsubj", "nsubjpass")
        return any(t.i > mark.i and (t.pos == "NUM" or self.parse.kids(t, "nummod")) for t in subjects)

    def with_quote(self, first: int, low: int) -> int:
        """Where the quotation mark stands that opens right before an offset, not before another offset."""
        while first > low and self.text[first - 1] in "\"“'‘":
            first -= 1
        return first

    def told_that(self, verb: Token, first: int) -> int:
        """Where "that" behind the verb opens what is told, where the tree lets it begin later; else that offset."""
        behind = self.parse.tokens[verb.i + 1] if verb.i + 1 < len(self.parse.tokens) else None
        opens = behind is not None and behind.lower == "that" and behind.dep == "mark"
        return min(first, behind.start) if opens and behind is not None else first

    def clause_end(self, verb: Token) -> int:
        """Where the verb's own clause ends, leaving out a coordinate clause with its own subject and finite verb."""
        if self._opens_list(verb):
            return self.end
        detached = verb.dep in ("acl", "pcomp", "dep") and verb.tag in FINITE
        high = self.end if verb.head == verb.i or detached else min(self.parse.subtree(verb)[-1].end, self.end)
        for other in self.parse.kids(verb, "conj"):
            subjects = self.parse.kids(other, "nsubj", "nsubjpass")
            if other.i > verb.i and self._is_finite(other) and subjects and not self._goes_on(verb, subjects[0]):
                high = min(high, max(verb.end, self.parse.subtree(other)[0].start))
        return high

    def _is_finite(self, verb: Token) -> bool:
        return verb.tag in FINITE or any(t.tag in FINITE for t in self.parse.kids(verb, "aux", "auxpass"))

    def _opens_list(self, verb: Token) -> bool:
        """Whether what is told goes on behind a comma in a clause that the tree puts above: "said 72 died, 10 were
        missing"."""
        above = self.parse.head(verb)
        subjects = self.parse.kids(above, "nsubj", "nsubjpass") if verb.dep == "ccomp" and above.i > verb.i else []
        if not subjects or not self.parse.kids(verb, "ccomp", "dobj"):
            return False
        first = self.parse.subtree(subjects[0])[0]
        counted = any(t.pos == "NUM" for t in self.parse.subtree(subjects[0]))
        return counted and first.i > verb.i and self.parse.tokens[first.i - 1].text == ","

    def _goes_on(self, verb: Token, subject: Token) -> bool:
        """Whether a clause that the tree hangs beside the verb goes on with what is told: "confirmed that two died and
        three men were hurt"."""
        counted = [t for t in self.parse.subtree(subject) if t.pos == "NUM" and t.i <= subject.i]
        before = self.parse.tokens[counted[0].i - 1] if counted and counted[0].i > 0 else None
        told = any(t.i > verb.i for t in self.parse.kids(verb, "dobj", "ccomp", "prep"))
        return told and before is not None and before.lower == "and"

    def inside_relative(self, verb: Token, high: int) -> int:
        """Where a remark inside a sentence ends at the latest: "the rebels, which X says are backed by Y, marched"."""
        opens = any(t.tag in ("WDT", "WP") for t in self.parse.tokens[max(0, verb.i - 4) : verb.i])
        comma = self.text.find(",", verb.end) if verb.dep == "relcl" and opens else -1
        goes_on = any(t.start > comma and t.pos in ("VERB", "AUX") for t in self.parse.tokens)
        return min(high, comma) if comma >= 0 and goes_on else high

    def with_shares(self, high: int) -> int:
        """Where what is told ends with a share that the tree hangs elsewhere: "that 25 died, 21 of them children"."""
        if self.text[high : high + 1] != ",":
            return high
        behind = [t for t in self.parse.tokens if t.start > high][:8]
        number = next((k for k, t in enumerate(behind[:-2]) if t.pos == "NUM"), None)
        if number is None or behind[number + 1].lower != "of" or behind[number + 2].lower not in ("them", "whom"):
            return high
        if any(t.text in ",;" or t.pos == "VERB" for t in behind[:number]):
            return high
        ends = [k for k in (self.text.find(mark, high + 1) for mark in ",;") if k >= 0]
        return min(ends, default=self.end)

    def quote_end(self, verb: Token) -> int:
        """Where a quotation ends that a colon behind a verb opens ("adds: “..."), or zero."""
        opens = _QUOTED.match(self.text, verb.end)
        close = self.text.find("”" if opens["mark"] == "“" else '"', opens.end()) if opens is not None else -1
        return 0 if opens is None else close + 1 if close >= 0 else self.end

    def behind_colon(self, verb: Token) -> int:
        """Where a clause begins behind a colon or semicolon that closes another one, in which a verb stands."""
        cut = max(self.text.rfind(mark, 0, verb.start) for mark in (": ", "; "))
        told = any(t.end <= cut and t.tag in FINITE for t in self.parse.tokens)
        return cut + 2 if told else 0

    def list_end(self, high: int) -> int:
        """Where a list goes on to behind a semicolon, or a comma and a number, if no verb stands behind it."""
        behind = [t for t in self.parse.tokens if t.start >= high]
        if len(behind) > 2 and behind[0].text == "," and behind[1].pos == "NUM":
            return self.end if all(t.pos not in ("VERB", "AUX") for t in behind) else high
        told = behind[1:] if behind and behind[0].text == ":" else behind
        if self.text[: told[0].start if told else 0].rstrip().endswith(":") and self._counts_first(told):
            return self.end  # "recorded 61 deaths: 50 were shot, and 11 died at road blocks"
        if ";" not in self.text[max(0, high - 1) : high + 1]:
            return high
        first = next((t for t in behind if t.text != ";" and t.lower not in self.near.hedges), None)
        if first is not None and first.pos == "NUM" and first.dep in ("nsubj", "nsubjpass"):
            return self.end  # "counted 900 hurt; more than 80 are in danger": of those
        verbs = any(t.pos == "AUX" or (t.tag in FINITE and self.parse.kids(t, "dobj", "ccomp")) for t in behind)
        return high if verbs else self.end

    def _counts_first(self, tokens: Sequence[Token]) -> bool:
        """Whether a number opens a stretch, behind no more than a hedge."""
        first = next((t for t in tokens if t.lower not in self.near.hedges), None)
        return first is not None and first.pos == "NUM"

    def vouched_for(self, verb: Token, high: int) -> tuple[int, int]:
        """What a passive vouches for: all of its sentence with "as reported by X", else its clause or its noun."""
        told = self.parse.kids(verb, "nsubjpass")
        if any(t.lower == "as" for t in self.parse.kids(verb)) or (verb.dep == "advcl" and not told):
            return 0, self.end
        if verb.dep == "advcl" or (verb.dep == "relcl" and verb.lemma in self.near.changing):
            tokens = self.parse.subtree(verb)  # "while the other 19 were confirmed by X", "which was revised by X"
            return tokens[0].start, min(tokens[-1].end, self.end)
        top = self.parse.head(verb) if verb.dep in ("acl", "relcl") else verb
        tokens = self.parse.subtree(top)
        return tokens[0].start, max(high, min(tokens[-1].end, self.end))

    def counted_before(self, verb: Token, told: Token | None) -> tuple[int, int] | None:
        """The noun phrase of which a relative clause tells ("the 61 that the ministry acknowledged"), else null.

        So does "as" of a number that is no longer said: "12, not 21, as the mayor had announced".
        """
        if verb.dep == "advcl" and told is None:
            return self._no_longer_said(verb)
        if verb.dep != "relcl" or told is None or told.lower not in ("that", "which"):
            return None
        tokens = [t for t in self.parse.subtree(self.parse.head(verb)) if t.i < verb.i]
        return (tokens[0].start, verb.end) if any(t.pos == "NUM" for t in tokens) else None

    def _no_longer_said(self, verb: Token) -> tuple[int, int] | None:
        mark = next((m for m in self.parse.kids(verb, "mark") if m.lower == "as"), None)
        before = [t for t in self.parse.tokens[: mark.i] if t.text != ","][-2:] if mark is not None else []
        if len(before) < 2 or before[1].pos != "NUM" or before[0].lower not in self.near.no_longer:
            return None
        return before[1].start, verb.end
