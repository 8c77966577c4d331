"""Where what somebody tells ends before what the outlet recalls: "said it was behind the raids, which killed 12"."""

from __future__ import annotations

from rashomon.extraction.english.source_stretches import VerbWords
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Parse, Token


class BackgroundReader:
    """Finds where the outlet's own background begins behind what is told."""

    def __init__(self, text: str, parse: Parse, library: Library) -> None:
        self.text, self.parse, self.words = text, parse, library.speech
        self.near = library.words.of(VerbWords)
        self.end = len(text)

    def without_known(self, told: Token, high: int) -> int:
        """Where what is told ends before a relative clause that only recalls a happening known from elsewhere: "said it
        was behind the bombings, which killed 12"."""
        for verb in (t for t in self.parse.subtree(told) if t.dep == "relcl" and t.i > told.i):
            event, clause = self.parse.head(verb), self.parse.subtree(verb)
            held = (
                event,
                *(t for t in self.parse.ancestors(event) if t.i > told.i),
            )  # "the raids on two markets, which"
            known = any(t.lower in self.near.known for n in held for t in self.parse.kids(n, "det", "poss"))
            first = clause[1] if clause[0].pos == "ADP" and len(clause) > 1 else clause[0]
            opens = first.lower in ("which", "that") and event.i < clause[0].i
            if known and opens and clause[-1].end >= high - 1 and any(t.pos == "NUM" for t in clause):
                return clause[0].start
        return high

    def before_toll(self, told: Token, high: int) -> int:
        """Where what is told ends before the outlet's own toll: "said it held 11 people, as the toll rose to 133"."""
        for mark in (t for t in self.parse.tokens[told.i + 1 :] if t.lower in self.near.amid and t.start < high):
            subjects = self.parse.kids(self.parse.head(mark), "nsubj") if mark.dep == "mark" else []
            if self.text[: mark.start].rstrip().endswith(",") and any(self.words.is_count(t.lemma) for t in subjects):
                return mark.start
        return high

    def before_setting(self, told: Token, kids: list[Token]) -> int:
        """Where a clause begins beside an act that counts nothing: "announced arrests as the toll rose to 12"."""
        if any(t.pos == "NUM" for t in self.parse.subtree(told)):
            return self.end
        marks = [(t, m) for t in kids if t.dep == "advcl" and t.i > told.i for m in self.parse.kids(t, "mark")]
        return min([self.parse.subtree(t)[0].start for t, m in marks if m.lower in ("as", "while")], default=self.end)
