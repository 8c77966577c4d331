"""Sources named beside what is told: "according to X", "citing X", "in a count by X"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.source_acts import SpeechAct, trimmed
from rashomon.extraction.english.source_carrying import CarryingWords
from rashomon.extraction.english.source_phrases import bounds_before
from rashomon.extraction.english.source_speakers import read_speaker
from rashomon.extraction.english.speaker import Speaker
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Parse, Token

_OURS = frozenset({"our", "my", "your"})


@dataclass(frozen=True, slots=True)
class AdjunctWords(WordClasses):
    """Words of a source that stands beside what is told."""

    source: ClassVar[str] = "en/words/sources.toml#adjuncts"

    claiming: frozenset[str]
    vague: frozenset[str]
    with_document: frozenset[str]
    beside: frozenset[str]
    official: frozenset[str]
    receiving: frozenset[str]
    own_words: frozenset[str]
    by: frozenset[str]
    out: frozenset[str]
    turning: frozenset[str]

    def describes(self, speaker: Speaker) -> bool:
        """Whether words of a count or document tell what kind of body it comes from, or that nobody stands by it."""
        return not self.official.isdisjoint(speaker.text.lower().split())


class AdjunctReader:
    """Reads the sources that stand beside the clause they vouch for."""

    def __init__(self, text: str, parse: Parse, library: Library) -> None:
        self.text, self.parse, self.library, self.words = text, parse, library, library.speech
        self.near = library.words.of(AdjunctWords)

    def acts_at(self, token: Token) -> Iterator[SpeechAct]:
        """The acts whose cue a token is."""
        if token.lower == "according" or token.lower in self.near.by:
            yield from self._according(token)
        elif token.lemma in self.words.quoting and token.tag in ("VBG", "VBD", "VBZ", "VBP"):
            yield from self._citing(token)
        elif token.dep == "pobj" and token.pos in ("NOUN", "PROPN") and self.is_document(token):
            yield from self._document(token)

    def is_document(self, token: Token) -> bool:
        """Whether a noun is one for a document or a count."""
        return self.words.is_document(token.lemma) or self.words.is_count(token.lemma)

    def _according(self, token: Token) -> Iterator[SpeechAct]:
        link = "to" if token.lower == "according" else "by"
        to = [t for t in self.parse.kids(token, "prep") if t.lower == link]
        objects = (
            self.parse.kids(to[0], "pobj") if to else self.parse.kids(token, "pobj", "dobj") if link == "to" else []
        )
        speaker = self.speaker(self.holder(objects[0])) if objects else None
        if speaker is None or self.is_vague(speaker):
            return
        cited = self._cited_by(objects[0])
        relay = speaker if cited is not None else None
        speaker = cited or speaker
        scope = self.scope(token, speaker)
        before = trimmed(self.text, scope[0], token.start)
        after = trimmed(self.text, self._phrase_end(objects[0], speaker), scope[1])
        content = before if before[1] - before[0] >= after[1] - after[0] else after
        words = f"{token.lower} {link}"
        yield SpeechAct(speaker, words, "said", (token.start, token.end), scope, content, relay, whole=True)

    def vouching(self, token: Token, speaker: Speaker) -> SpeechAct:
        """The act of a speaker who answers for all of a cue's sentence or clause."""
        anchor, scope = (token.start, token.end), self.scope(token, speaker)
        return SpeechAct(speaker, token.lower, "said", anchor, scope, None, whole=True)

    def _cited_by(self, press: Token) -> Speaker | None:
        """ "According to media that cite the ministry": the ministry, whom the media only relay."""
        citing = [t for t in self.parse.kids(press, "relcl", "acl") if t.lemma in self.words.quoting]
        cited = [o for t in citing for o in self.parse.kids(t, "dobj") if o.tag != "CD"]
        return self.speaker(cited[0]) if cited else None

    def holder(self, told: Token) -> Token:
        """Whose a count is where a pronoun says so ("according to its figures"), or who issued a document ("a statement
        that the medics issued"); else the noun itself."""
        issued = [
            t for t in self.parse.kids(told, "acl", "relcl") if t.lemma in self.words.making and t.tag[:2] == "VB"
        ]
        issuers = [s for t in issued for s in self.parse.kids(t, "nsubj") if s.pos in ("NOUN", "PROPN")]
        if not issuers and (torn := self._issuer_behind(told)) is not None:
            return torn
        if issuers and self.words.is_document(told.lemma):
            return issuers[0]
        owners = [t for t in self.parse.kids(told, "poss") if t.tag == "PRP$" and t.lower not in _OURS]
        return owners[0] if owners and self.words.is_count(told.lemma) else told

    def _issuer_behind(self, told: Token) -> Token | None:
        """Who is the subject right behind a document, of a clause that the tree hangs elsewhere: "figures the ministry
        put out on Sunday"."""
        behind = self.parse.tokens[told.i + 1 :]
        comma = next((t.i for t in behind if t.text == ","), len(self.parse.tokens))
        verb = next((t for t in behind if t.i < comma and t.tag[:2] == "VB"), None)
        if verb is None or verb.tag == "VBN":
            return None
        out = any(t.lower == "out" for t in self.parse.kids(verb, "prt", "advmod")) and verb.lemma in self.near.out
        near = bounds_before(self.parse, verb.i, self.words) if out or verb.lemma in self.words.making else None
        return self.parse.tokens[near[2]] if near is not None and near[0] == told.i + 1 else None

    def _phrase_end(self, head: Token, speaker: Speaker) -> int:
        """The end of a speaker with what is said of it between commas ("X, based in the capital, ...")."""
        ends = [self.parse.subtree(t)[-1].end for t in self.parse.kids(head, "acl", "relcl", "appos")]
        return max([speaker.end, *(e for e in ends if e <= len(self.text))])

    def is_vague(self, speaker: Speaker) -> bool:
        """Data that nobody owns ("according to preliminary data", "according to our information")."""
        first = (
            speaker.text.split(" ", 1)[0].lower() if speaker.kind != "role" else ""
        )  # "our colleagues there" are some
        unowned = speaker.kind == "count" and speaker.organisation is None
        return first in _OURS or (unowned and not self.near.describes(speaker))

    def _document(self, token: Token) -> Iterator[SpeechAct]:
        preposition = self.parse.head(token)
        above = self.parse.head(preposition)
        if preposition.dep not in ("prep", "agent") or preposition.lower not in self.near.with_document:
            return
        inserted = self.parse.tokens[max(0, preposition.i - 1)].text == ","
        if above.pos == "NOUN" and not (inserted and self.near.describes(self.speaker(token))):
            return
        if token.lemma == "post" and any(t.lower == "of" for t in self.parse.kids(token, "prep")):
            return  # "in the administrative post of X"
        speaker = self.speaker(token)
        own = [t for t in self.parse.kids(token, "poss") if t.pos == "PRON" or t.tag == "PRP$"]
        if above.pos == "PROPN" and not own:
            return
        named = preposition.lower in self.near.beside and self.words.is_count(token.lemma)
        if preposition.lower in self.near.beside and speaker.text.lower().startswith("the same "):
            yield self.vouching(preposition, speaker)
            return
        named = (named or (inserted and not self._is_said(above))) and self.near.describes(speaker)
        if speaker.organisation is None and not own and not named:
            return
        if own:
            subjects = [t for a in (above, *self.parse.ancestors(above)) for t in self.parse.kids(a, "nsubj")]
            if not (subjects or above.pos == "PROPN") or not self.words.is_count(token.lemma):
                return
            speaker = self.speaker(above if above.pos == "PROPN" else subjects[0])
        scope = self.scope(preposition, speaker)
        if token.lemma in self.near.own_words and preposition.lower == "in" and own:
            return
        yield SpeechAct(
            speaker,
            token.lemma,
            "reported",
            (token.start, token.end),
            scope,
            None,
            self._own_count(speaker),
            whole=True,
        )

    def _is_said(self, above: Token) -> bool:
        """Whether a verb of speech is what somebody does in a document: "said in an official statement"."""
        return any(t.lemma in self.words.plain for t in (above, *self.parse.ancestors(above)))

    def _own_count(self, speaker: Speaker) -> Speaker | None:
        return speaker if self.library.organisations.find(speaker.text) else None

    def _citing(self, token: Token) -> Iterator[SpeechAct]:
        """ "Reuters reported, citing two officials": the officials answer, Reuters relays."""
        objects = self.parse.kids(token, "dobj", "nsubj")
        objects = [t for t in objects if t.i > token.i and t.tag != "CD"]
        if not objects:
            return
        speaker = self.speaker(objects[0])
        relay = self._subject_of(token)
        counted = speaker.kind == "count" or bool(self.parse.kids(objects[0], "nummod"))
        if counted and relay is not None and token.tag != "VBG":
            content = trimmed(self.text, token.end, len(self.text))
            yield SpeechAct(self.speaker(relay), token.text, "said", (token.start, token.end), content, content)
            return
        if speaker.kind in ("other", "count") and objects[0].pos != "PROPN":
            return
        if objects[0].lemma == "source" and {w.lower() for w in speaker.text.split()[:-1]} <= self.near.vague:
            return
        if token.tag != "VBG":
            tokens = self.parse.subtree(token)
            told = [t for t in self.parse.kids(token, "ccomp") if t.i < token.i]
            scope = (0 if told else speaker.end, len(self.text) if token.head == token.i else tokens[-1].end)
        else:
            scope = self._own_clause(token, self.scope(token, speaker))
        yield SpeechAct(
            speaker, token.text, "said", (token.start, token.end), scope, None,
            self.speaker(relay) if relay is not None else None, whole=token.tag == "VBG",
        )  # fmt: skip

    def _own_clause(self, token: Token, scope: tuple[int, int]) -> tuple[int, int]:
        """The scope without a clause that the citing one is only joined to: "9 died, and X reported, citing Y"."""
        clause = self._clause_of(token)
        if clause is None or clause.dep != "conj" or not self.parse.kids(clause, "nsubj"):
            return scope
        return max(scope[0], self.parse.subtree(clause)[0].start), scope[1]

    def _subject_of(self, token: Token) -> Token | None:
        # Whoever tells comes before whom it is told of: "the radio reported that 15 people died, citing the mayor".
        above = sorted(self.parse.ancestors(token), key=lambda v: v.lemma not in self.words.plain)
        for verb in (token, *above):
            for subject in self.parse.kids(verb, "nsubj"):
                if subject.i < token.i or verb.i > token.i:
                    return subject
        return None

    def scope(self, token: Token, speaker: Speaker) -> tuple[int, int]:
        """What an adjunct vouches for: its sentence up to a semicolon, or only the relative clause that it closes."""
        before = self.text[: token.start].rstrip()
        clause = self._clause_of(token)
        if clause is not None and clause.dep == "relcl" and before and before[-1] not in ',-–—"“':
            tokens = self.parse.subtree(clause)
            if tokens[0].start < token.start:
                return tokens[0].start, min(max(tokens[-1].end, speaker.end), len(self.text))
        cut = self.text.rfind(";", 0, token.start)
        if clause is not None and clause.dep == "conj" and self.parse.kids(clause, "nsubj", "nsubjpass"):
            first = self.parse.subtree(clause)[0]
            turn = self.parse.tokens[first.i - 1] if first.i else first
            judged = self.library.words.of(CarryingWords).speaks_of_counts(self.text[first.start : token.start])
            if turn.lower in self.near.turning and first.start < token.start and not judged:
                cut = max(cut, turn.end - 1)  # "nobody could confirm it, but 12 died, according to X"
        end = self.text.find(";", token.end)
        return cut + 1, (end if end >= 0 else len(self.text))

    def _clause_of(self, token: Token) -> Token | None:
        """The finite clause that an adjunct stands in."""
        for above in self.parse.ancestors(token):
            if above.pos in ("VERB", "AUX") and above.dep in ("ROOT", "relcl", "conj", "ccomp", "advcl"):
                return above
        return None

    def speaker(self, head: Token) -> Speaker:
        """The source that the phrase around a noun names."""
        return read_speaker(self.parse, head, self.text, self.library)
