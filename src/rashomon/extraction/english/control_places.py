"""Which place somebody holds: one that is meant as a whole, never one that only lies near or around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.event_spotting import objects_of
from rashomon.knowledge.relations import ControlPattern
from rashomon.knowledge.word_classes import WordBook, WordClasses
from rashomon.language.syntax import Parse, Sentence, Token
from rashomon.model.place import Place


@dataclass(frozen=True, slots=True)
class HeldPlaceWords(WordClasses):
    """Words by which a place is meant as a whole or in part."""

    source: ClassVar[str] = "en/words/claims.toml#control_places"

    quarters: frozenset[str]
    wholes: frozenset[str]
    several: frozenset[str]
    parts: frozenset[str]


class HeldPlaces:
    """The places of one sentence that can be held."""

    def __init__(self, analysis: Analysis, sentence: Sentence, parse: Parse, classes: WordBook) -> None:
        self.sentence, self.parse, self.classes = sentence, parse, classes
        self.places = analysis.places_in(sentence.field, sentence.start, sentence.end)
        self.words = classes.of(HeldPlaceWords)

    def roots(self, token: Token, pattern: ControlPattern) -> list[Token]:
        """The nouns at which the place may stand, where the verb fits the pattern; none where it does not."""
        below = [
            k
            for k in self.parse.kids(token)
            if k.lower == pattern.particle and k.dep in {"prep", "prt", "advmod", "dative"}
        ]
        if pattern.particle is not None and not below:
            return []
        if pattern.place == "subject":
            return self.parse.kids(token, "nsubj", "nsubjpass")
        objects = objects_of(self.parse, token, self.classes)
        if pattern.objects:
            held = [o for o in objects if o.lemma in pattern.objects]
            return [x for o in held for p in self.parse.kids(o, "prep") for x in self.parse.kids(p, "pobj")] + [
                x
                for p in self.parse.kids(token, "prep")
                if p.lower in {"of", "over"}
                for x in self.parse.kids(p, "pobj")
                if held
            ]
        if pattern.particle is not None:
            deeper = [q for p in below for q in self.parse.kids(p, "prep")]
            later = [p for p in self.parse.kids(token, "prep") if p.lower in {"of", "from"}]
            return [o for p in [*below, *deeper, *later] for o in self.parse.kids(p, "pobj")] + objects
        return objects

    def meant(self, roots: list[Token]) -> Place | None:
        """The place that a noun names as a whole; never one that only lies near or around what is meant."""
        for root in roots:
            direct = self._at_token(root)
            if direct is not None and not self._is_part(root):
                return direct
            if not self._is_whole(root):
                continue
            below = self.parse.kids(root, "appos", "compound", "nmod")
            below += [o for p in self.parse.kids(root, "prep") if p.lower == "of" for o in self.parse.kids(p, "pobj")]
            for token in below:
                place = self._at_token(token)
                if place is not None:
                    return place
        return None

    def _at_token(self, token: Token) -> Place | None:
        at = self.sentence.start + token.start
        found = next(
            (p for p in self.places if p.start <= at < p.end and p.kind != "country" and not p.adjectival), None
        )
        # Who holds "western X" does not hold X.
        return found if found is not None and found.text.split()[0].lower() not in self.words.quarters else None

    def whole_after(self, offset: int) -> Place | None:
        """The place behind a compound adjective, where it is meant as a whole."""
        following = [t for t in self.parse.tokens if t.start >= offset][:7]
        for n, token in enumerate(following):
            if token.lower in self.words.quarters or not (self._is_whole(token) or token.lower in {"of", "the"}):
                if token.lower in self.words.quarters and self._at_token(token) is None:
                    return None
                place = self._at_token(token)
                # A name before another noun only says which ("rebel-held Idlib neighbourhoods").
                after = following[n + 1] if n + 1 < len(following) else None
                inner = place is not None and after is not None and after.start < place.end
                part = after is not None and not inner and after.pos == "NOUN" and not self._is_whole(after)
                return place if place is not None and not part else None
        return None

    def _is_whole(self, token: Token) -> bool:
        """Whether a noun means a place as a whole and not some quarters of it."""
        if token.lemma not in self.words.wholes:
            return False
        some = token.tag == "NNS" or any(k.lower in {"a", "an", "some"} for k in self.parse.kids(token, "det"))
        return not (some and token.lemma in self.words.several)

    def _is_part(self, token: Token) -> bool:
        """Whether a name stands behind "parts of"."""
        of = self.parse.head(token)
        return token.dep == "pobj" and of.lower == "of" and self.parse.head(of).lemma in self.words.parts
