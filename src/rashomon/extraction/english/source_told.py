"""What a verb of speech tells: a clause, or an object that is counted."""

from __future__ import annotations

from rashomon.extraction.english.source_audience import is_audience
from rashomon.extraction.english.source_phrases import bounds_before, says_when
from rashomon.extraction.english.source_stretches import VerbWords
from rashomon.extraction.english.source_torn import SayingWords
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Parse, Token

_COMMAS = frozenset(",”")


class ToldReader:
    """Finds what is told by a verb of speech."""

    def __init__(self, text: str, parse: Parse, library: Library) -> None:
        self.text, self.parse, self.library, self.words = text, parse, library, library.speech
        self.known = library.words.of(SayingWords)
        self.near = library.words.of(VerbWords)

    def clause(self, verb: Token, kids: list[Token]) -> Token | None:
        """The clause that is told, or null."""
        clauses = [t for t in kids if t.dep in ("ccomp", "xcomp") and self._has_verb(t)]
        if verb.lower in self.known.saying or verb.lemma == "add":
            clauses = [t for t in clauses if t.tag != "VBG" or self.parse.kids(t, "nsubj", "aux", "nsubjpass")]
        turned = {t.i for t in clauses for k in self.parse.kids(t, "mark") if k.lower in self.near.turns}
        clauses = [
            t for t in clauses if t.i not in turned and (t.i > verb.i or ";" not in self.text[t.end : verb.start])
        ]
        before = [t for t in clauses if t.i < verb.i]
        if before and verb.lower in self.known.saying:  # "12 died, X said; others were hurt" is closed by X
            clauses = [t for t in clauses if t.i < verb.i or ";" not in self.text[verb.end : t.start]]
        if self._is_tag(verb, kids):
            clauses = [t for t in clauses if t.i < verb.i or not self._stands_off(verb, t)]
        mark = next((t for t in self.parse.tokens[verb.i + 1 :] if not self._is_setting(t)), verb)
        if not clauses and mark.tag == "IN":  # "X noted only that ..." whose clause the tree hangs elsewhere
            return self.parse.head(mark) if mark.lower == "that" and self._has_verb(self.parse.head(mark)) else None
        return clauses[-1] if clauses and clauses[-1].i > verb.i else clauses[0] if clauses else None

    def _is_setting(self, token: Token) -> bool:
        """Whether a word behind a verb only says when or how: "announced yesterday, Sunday, that"."""
        when = says_when(token.lower, self.words) or token.dep == "npadvmod"
        return when or token.pos in ("ADV", "PUNCT") or (token.pos == "ADP" and token.lower == "on")

    def _is_tag(self, verb: Token, kids: list[Token]) -> bool:
        """Whether a verb and its subject only close a clause behind a comma: "12 died, police said on Friday"."""
        subjects = [t for t in kids if t.dep == "nsubj" and t.i < verb.i]
        near = None if subjects else bounds_before(self.parse, verb.i, self.words)
        first = self.parse.subtree(subjects[-1])[0].i if subjects else near[0] if near is not None else verb.i
        low = max((t.i for t in self.parse.tokens[: verb.i] if t.text in _COMMAS), default=-1)
        closed = verb.dep in ("parataxis", "conj") and verb.head < verb.i
        closed = closed or any(t.dep == "ccomp" and t.i < low for t in kids)
        return closed and low >= first - 1 and verb.lower in self.known.saying

    def _stands_off(self, verb: Token, clause: Token) -> bool:
        """Whether a clause behind a tag is not what is told: a comma or a word that opens a setting parts them."""
        subjects = self.parse.kids(clause, "nsubj", "nsubjpass", "expl")
        between = self.parse.tokens[verb.i + 1 : self.parse.subtree(subjects[0] if subjects else clause)[0].i]
        marked = any(t.lower == "that" for t in self.parse.kids(clause, "mark"))
        turned = any(t.lower in self.near.turns and t.dep in ("prep", "mark", "advmod") for t in between)
        return not marked and (turned or any(t.text in _COMMAS for t in between))

    def _has_verb(self, token: Token) -> bool:
        return token.pos in ("VERB", "AUX") or bool(self.parse.kids(token, "nsubj", "nsubjpass", "cop"))

    def object(self, kids: list[Token], lemma: str) -> Token | None:
        """The noun that is told where no clause is, or null."""
        of = lemma in self.near.telling_of and any(t.dep == "prep" and t.lower == "of" for t in kids)
        for token in kids:
            if of and token.dep == "dobj":
                continue  # "spoke of 12 dead, five officers among them"
            if lemma in self.near.addressing and token.dep == "dobj" and not self.parse.kids(token, "nummod"):
                continue  # whom somebody tells, and nothing told: "told a press meet"
            if lemma in self.near.telling_of and token.lower == "that" and token.i < token.head:
                continue  # "It is with alarm that the agency has learnt of 12 deaths"
            counted = token.dep == "npadvmod" and token.i > max(0, token.head) and lemma in self.words.with_object
            counted = counted and self.parse.tokens[token.head + 1].text != ","  # "X said, among them five women"
            if (
                (counted or token.dep in ("dobj", "attr", "oprd"))
                and not says_when(token.lower, self.words)
                and (self.parse.kids(token, "nummod") or not is_audience(self.parse, self.text, token, self.library))
            ):
                return token
        if lemma in self.near.with_preposition:
            links = ("of",) if lemma in self.near.telling_of else ("for", "of", "on", "against")
            links = ("to",) if lemma in self.near.pointing_to else links
            # "spoke on Sunday of 12 dead": the tree may hang "of" on the day.
            days = [o for k in kids if k.dep == "prep" for o in self.parse.kids(k, "pobj") if "of" in links]
            behind = [k for o in days if says_when(o.lower, self.words) for k in self.parse.kids(o)]
            for token in (*kids, *behind):
                if token.dep == "prep" and token.lower in links:
                    objects = self.parse.kids(token, "pobj", "pcomp")
                    return objects[0] if objects else None
        return None

    def opens_what_follows(self, verb: Token) -> bool:
        """Whether what is told stands behind the verb though the tree hangs nothing on it.

        "Police estimate 100 are missing" with a failed parse, and a free relative: "what it says is a raid".
        """
        tokens = self.parse.tokens
        following = tokens[verb.i + 1 : verb.i + 4]
        number = next((t for t in following if t.pos == "NUM"), None)
        counted = number is not None and all(t.lower in self.near.hedges for t in following if t.i < number.i)
        free = verb.dep == "pcomp" and any(t.lower == "what" for t in self.parse.kids(verb))
        return counted or free
