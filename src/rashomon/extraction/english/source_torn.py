"""Signs that a parse gave a verb of speech a subject that does not speak."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.source_phrases import bounds_before, is_source_noun, says_when, tree_bounds
from rashomon.extraction.english.source_speakers import read_speaker
from rashomon.extraction.english.speaker import Speaker
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Parse, Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
#: The longest name of a body that is looked for before "and" (tokens).
_LONGEST_BODY = 10
_QUOTES = frozenset('"“”«»')


@dataclass(frozen=True, slots=True)
class SayingWords(WordClasses):
    """Verbs that tell of speech and nothing else."""

    source: ClassVar[str] = "en/words/sources.toml#saying"

    saying: frozenset[str]
    tagging: frozenset[str]
    speakers_counted: frozenset[str]
    portions: frozenset[str]
    said: frozenset[str]
    reading: frozenset[str]
    staff: frozenset[str]
    among: frozenset[str]
    believing: frozenset[str]


class TornParses:
    """Tells where the tree's subject of a verb of speech cannot be who speaks."""

    def __init__(self, text: str, parse: Parse, library: Library) -> None:
        self.text, self.parse, self.library, self.words = text, parse, library, library.speech
        self.known = library.words.of(SayingWords)

    def body_before(self, end: int) -> int | None:
        """Where the longest name of a known body begins that ends right before a token."""
        tokens = self.parse.tokens
        for low in range(max(0, end - _LONGEST_BODY), end):
            words = self.text[tokens[low].start : tokens[end - 1].end]
            if self.library.organisations.find(words) is not None:
                return low
        return None

    def related(self, noun: Token, pronoun: Token) -> Token:
        """Whom a relative pronoun means: "who" is no place, but people told of there ("officials in X, who said")."""
        if pronoun.lower != "who" or noun.pos not in ("NOUN", "PROPN") or self.words.role_of(noun.lemma):
            return noun
        place = noun.lower in self.library.place_words.classes
        if not place and read_speaker(self.parse, noun, self.text, self.library).kind != "other":
            return noun
        above = (t for t in self.parse.ancestors(noun) if t.pos == "NOUN" and t.i < noun.i)
        return next((t for t in above if self.words.role_of(t.lemma)), noun)

    def is_wrong(self, subject: Token, verb: Token) -> bool:
        """Whether the words between the tree's subject and the verb show that the parse failed.

        A clause that is not the subject's own, a quotation mark, a known body behind what cannot speak, or a counted
        noun ("60 people said the group").
        """
        if subject.i > verb.i:
            return False
        inside = {t.i for t in self.parse.subtree(subject)}
        left, right, _ = tree_bounds(self.parse, subject, self.words)
        between = self.parse.tokens[right : verb.i]
        if between and between[0].pos in ("VERB", "AUX") and between[0].tag in FINITE and between[0].head != verb.i:
            return True
        if any((t.pos == "VERB" and t.i not in inside) or t.text in _QUOTES for t in between):
            return True
        clause = any(t.pos == "VERB" for t in between)
        if clause and not is_source_noun(subject, self.words) and self.body_before(verb.i) is not None:
            # "A blast killed twelve in the square the Observatory said": a known body stands right before the verb.
            return True
        named = self.library.actors.known(self.text[self.parse.tokens[left].start : subject.end])
        common = subject.pos == "NOUN" or (named is not None and named.kind == "people")
        mute = not is_source_noun(subject, self.words) or self.words.is_count(subject.lemma)
        if common and self._is_between(right, verb, mute):
            return True
        counted = any(t.pos == "NUM" for t in self.parse.tokens[left : subject.i])
        # "Three survivors told the radio": whoever tells somebody speaks, whatever their number.
        tells = verb.lemma == "tell" and right == verb.i and bool(self.parse.kids(verb, "dobj", "dative"))
        return counted and not tells and subject.lemma not in self.known.speakers_counted

    def _is_between(self, right: int, verb: Token, mute: bool) -> bool:
        """Whether a source behind a comma stands right before a verb, not the noun that the tree gives it: "killed
        hundreds, perhaps thousands, on the island, an official said"; behind one that might speak, only a described
        one with a list between them: "his father and brother among them, a judge said"."""
        near = bounds_before(self.parse, verb.i, self.words)
        if near is None or near[0] <= right or self.parse.tokens[near[0] - 1].text != ",":
            return False
        if not mute and not any(t.lower in self.known.among for t in self.parse.tokens[right : near[0]]):
            return False
        found = read_speaker(self.parse, self.parse.tokens[near[2]], self.text, self.library, near)
        return found.kind in ("role", "body", "person", "media")

    def tags_behind(self, verb: Token) -> bool:
        """Whether a verb and the noun phrase behind it close a sentence: "12 died, reported the head of the region"."""
        tokens = self.parse.tokens
        after = [t for t in tokens[verb.i + 1 :] if t.pos == "PROPN" or is_source_noun(t, self.words)]
        tagging = verb.lemma in self.known.tagging and verb.lemma != "tell" and verb.tag == "VBD"
        behind = tokens[verb.i + 1 : after[0].i] if after else tokens
        led = all(t.pos in ("DET", "ADJ", "NOUN", "PROPN", "PART") for t in behind)
        closes = not any(t.tag in FINITE or t.pos == "NUM" for t in tokens[verb.i + 1 :])
        return tagging and verb.i > 2 and tokens[verb.i - 1].text == "," and led and closes

    def before_number(self, verb: Token, hedges: frozenset[str]) -> Speaker | None:
        """Who speaks by a verb taken for a noun, right before a number: "the Board of Ports reports 50 dead"."""
        tokens = self.parse.tokens
        if verb.tag != "NNS" or verb.lemma not in self.words.with_object or verb.i == 0:
            return None
        behind = [t for t in tokens[verb.i + 1 :] if t.lower not in hedges]
        if len(behind) < 2 or behind[0].pos != "NUM" or says_when(behind[1].lemma, self.words):
            return None
        low = next((t.i + 1 for t in reversed(tokens[: verb.i]) if t.pos == "PUNCT" and t.text != "-"), 0)
        phrase = tokens[low : verb.i]
        if not phrase or phrase[-1].pos not in ("NOUN", "PROPN") or any(t.tag in FINITE for t in phrase):
            return None
        first = next((t.i for t in phrase if t.pos == "ADP"), verb.i)
        found = read_speaker(self.parse, tokens[first - 1], self.text, self.library, (low, verb.i, first - 1))
        return found if first > low and found.kind in ("body", "role", "media") else None

    def tags_as_noun(self, verb: Token) -> Speaker | None:
        """Who speaks by a verb taken for a noun, in a clause behind a comma: "12 died, state media report."."""
        tokens = self.parse.tokens
        behind = tokens[verb.i + 1] if verb.i + 1 < len(tokens) else None
        if (
            verb.tag != "NN"
            or verb.lemma not in self.known.tagging
            or (behind is not None and behind.text not in ",.;")
        ):
            return None
        low = next((t.i + 1 for t in reversed(tokens[: verb.i]) if t.text in ",;"), 0)
        phrase = tokens[low : verb.i]
        if low < 3 or not phrase or any(t.pos in ("VERB", "AUX", "ADP", "NUM", "CCONJ") for t in phrase):
            return None
        many = phrase[-1].tag in ("NNS", "NNPS") or phrase[-1].lower in self.words.media
        found = read_speaker(self.parse, phrase[-1], self.text, self.library, (low, verb.i, phrase[-1].i))
        return found if many and found.kind in ("role", "body", "media", "document") else None

    def front(self, verb: Token) -> int:
        """Where a verb begins: with "had" or "has" right before it ("the mayor, Ada Moss, had estimated")."""
        before = self.parse.tokens[verb.i - 1] if verb.i else verb
        return before.i if verb.tag == "VBN" and before.lemma == "have" and before.head == verb.i else verb.i

    def closes(self, first: int, verb: Token) -> bool:
        """Whether a phrase and its verb close a sentence behind a comma, with no more than a day behind them."""
        behind = [t for t in self.parse.tokens[verb.i + 1 :] if t.pos not in ("ADP", "PUNCT", "DET")]
        comma = first > 0 and self.parse.tokens[first - 1].text == ","
        return comma and all(says_when(t.lower, self.words) for t in behind)
