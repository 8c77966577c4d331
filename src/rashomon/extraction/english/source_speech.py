"""Acts of speech in one parsed sentence: who says, by which verb, and which stretches are what is said.

The one reading of speech on which sources (who answers for a figure) and statements (who said what) both rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon.extraction.english.source_speakers import Speaker, phrase_bounds, read_speaker
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Parse, Sentence, Token
from rashomon.model.claim import VerbClass

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_CLAUSES = frozenset({"ccomp", "xcomp"})


@dataclass(frozen=True, slots=True)
class SpeechAct:
    """One act of speech; all offsets count in the sentence.

    `scope` is the stretch the speaker answers for, `content` what is said where it is a statement's content. `whole`:
    the act stands behind or inside what is said, so that its scope may open in an earlier sentence's quotation.
    """

    speaker: Speaker
    verb: str
    verb_class: VerbClass
    anchor: tuple[int, int]
    scope: tuple[int, int]
    content: tuple[int, int] | None
    relayed_by: Speaker | None = None
    whole: bool = False
    attributes: bool = True


def read_speech(sentence: Sentence, library: Library) -> tuple[SpeechAct, ...]:
    """The acts of speech of a sentence, in text order; none where it was not parsed."""
    parse = sentence.parse
    if parse is None or not parse.tokens:
        return ()
    reader = _Reader(sentence, parse, library)
    acts = [act for token in parse.tokens for act in reader.acts_at(token)]
    return tuple(sorted(acts, key=lambda a: a.anchor))


class _Reader:
    def __init__(self, sentence: Sentence, parse: Parse, library: Library) -> None:
        self.text = sentence.text
        self.parse = parse
        self.library = library
        self.words = library.speech
        self.length = min(len(sentence.text), parse.tokens[-1].end)
        self.end = len(sentence.text)

    def acts_at(self, token: Token) -> Iterator[SpeechAct]:
        if token.lower == "according":
            yield from self._according(token)
        elif token.pos in ("VERB", "AUX") or token.lower in ("said", "says", "told"):
            lemma = "say" if token.lower in ("said", "says") else token.lemma
            if lemma in self.words.verbs:
                yield from self._verb(token, lemma)
        elif token.dep == "pobj" and self.words.is_document(token.lemma):
            yield from self._document(token)

    # -- "according to X", "citing X", "by X's count"

    def _according(self, token: Token) -> Iterator[SpeechAct]:
        to = [t for t in self.parse.kids(token, "prep") if t.lower == "to"]
        objects = self.parse.kids(to[0], "pobj") if to else []
        if not objects:
            after = self.parse.tokens[token.i + 1 : token.i + 3]
            objects = [t for t in self.parse.kids(token, "pobj", "dobj") if t.i > token.i] if after else []
        if objects:
            speaker = self._speaker(objects[0])
            scope = self._adjunct_scope(token, speaker)
            yield SpeechAct(speaker, "according to", "said", (token.start, token.end), scope, scope, whole=True)

    def _document(self, token: Token) -> Iterator[SpeechAct]:
        preposition = self.parse.head(token)
        if preposition.lower not in ("by", "per", "from", "in") or preposition.dep != "prep":
            return
        speaker = self._speaker(token)
        if speaker.organisation is None or self.parse.head(preposition).pos in _NOUNS:
            return
        scope = self._adjunct_scope(preposition, speaker)
        yield SpeechAct(speaker, token.lemma, "reported", (token.start, token.end), scope, None, whole=True)

    def _adjunct_scope(self, token: Token, speaker: Speaker) -> tuple[int, int]:
        """The clause that an adjunct belongs to: all of the sentence where a comma sets it off."""
        before = self.text[: token.start].rstrip()
        clause = self._clause_of(token)
        at_start = not before or before[-1] in '"“'
        if at_start or before.endswith((",", "-", "–", "—")) or clause is None:
            low, high = (0, self.end)
            return self._without_neighbours(token, low, high)
        tokens = self.parse.subtree(clause)
        if clause.dep == "ROOT" or clause.head == clause.i:
            return self._without_neighbours(token, 0, self.end)
        low = min(tokens[0].start, speaker.start)
        if clause.dep in ("conj", "ccomp", "advcl") and not any(
            t.dep in ("nsubj", "nsubjpass") for t in self.parse.kids(clause)
        ):
            low = 0
        return low, max(tokens[-1].end, speaker.end)

    def _without_neighbours(self, token: Token, low: int, high: int) -> tuple[int, int]:
        """A scope cut at a semicolon between it and the adjunct."""
        cut = self.text.rfind(";", low, token.start)
        end = self.text.find(";", token.end, high)
        return (cut + 1 if cut >= 0 else low), (end if end >= 0 else high)

    def _clause_of(self, token: Token) -> Token | None:
        for above in self.parse.ancestors(token):
            if above.pos in ("VERB", "AUX") and above.dep not in ("amod", "compound", "aux", "auxpass"):
                return above
        return None

    # -- verbs

    def _verb(self, verb: Token, lemma: str) -> Iterator[SpeechAct]:
        if verb.dep in ("amod", "compound", "aux", "auxpass") and verb.tag not in _FINITE:
            return
        kids = self.parse.kids(verb)
        if any(t.dep == "auxpass" for t in kids):
            yield from self._passive(verb, lemma, kids)
            return
        if lemma in self.words.quoting:
            yield from self._quoting(verb, kids)
            return
        subject = self._subject(verb, kids)
        if subject is None or (
            subject.lower in self.words.impersonal and subject.lower != "it" and subject.pos == "PRON"
        ):
            return
        speaker = self._speaker(subject)
        clause = self._told_clause(verb, kids)
        told = self._object(kids, lemma)
        if not self._is_speech(lemma, speaker, clause, told):
            return
        yield self._act(verb, lemma, speaker, clause, told, kids)

    def _is_speech(self, lemma: str, speaker: Speaker, clause: Token | None, told: Token | None) -> bool:
        words = self.words
        if told is not None and told.lemma in words.not_speech_object and clause is None:
            return False
        if clause is None and told is None and lemma not in ("say", "add", "report", "warn", "tell"):
            return lemma in words.attitude
        if lemma in words.source_subject and not self._source_like(speaker):
            return False
        if clause is None and told is not None and lemma not in words.with_object and lemma not in words.attitude:
            return False
        return not (
            clause is None and lemma in words.with_object and lemma not in ("say",) and not self._source_like(speaker)
        )

    def _source_like(self, speaker: Speaker) -> bool:
        return speaker.kind in ("body", "document", "media", "person", "role", "pronoun")

    def _act(
        self, verb: Token, lemma: str, speaker: Speaker, clause: Token | None, told: Token | None, kids: list[Token]
    ) -> SpeechAct:
        attributes = not (clause is None and lemma in self.words.attitude)
        verb_class = self.words.verbs[lemma]
        if lemma in ("express", "voice", "issue") and told is not None:
            verb_class = self.words.expressed.get(told.lemma, verb_class)
        relay = self._addressee(kids)
        low, high = self._extent(verb)
        if clause is not None and clause.i < verb.i:
            first = self.parse.subtree(clause)[0].start
            start = 0 if self._opens(first, low) else first
            content = (first, self._back(min(speaker.start, verb.start)))
            return SpeechAct(
                speaker, verb.text, verb_class, (verb.start, verb.end), (start, high), content, relay, True, attributes
            )
        if clause is None and told is None:
            start, end = low, self._back(min(speaker.start, verb.start))
            whole = end - start > 12
            scope = (start, high) if whole else (verb.end, high)
            return SpeechAct(
                speaker, verb.text, verb_class, (verb.start, verb.end), scope,
                (start, end) if whole else None, relay, whole, attributes,
            )  # fmt: skip
        start = max(verb.end, speaker.end if speaker.start > verb.start else 0)
        target = clause or told
        assert target is not None
        first = self._content_start(target, start)
        return SpeechAct(
            speaker, verb.text, verb_class, (verb.start, verb.end), (verb.end, high), (first, self._trim(high)), relay,
            False, attributes,
        )  # fmt: skip

    def _opens(self, first: int, low: int) -> bool:
        return first <= low + 2 or not any(
            t.pos in ("VERB", "AUX") for t in self.parse.tokens if low <= t.start < first
        )

    def _content_start(self, target: Token, start: int) -> int:
        tokens = [t for t in self.parse.subtree(target) if t.start >= start]
        at = tokens[0].start if tokens else start
        while at > start and self.text[at - 1] in "\"“'‘":
            at -= 1
        return at

    def _back(self, end: int) -> int:
        while end > 0 and (self.text[end - 1].isspace() or self.text[end - 1] in ",;:-–—"):
            end -= 1
        return end

    def _trim(self, end: int) -> int:
        while end > 0 and (self.text[end - 1].isspace() or self.text[end - 1] in ".;,"):
            end -= 1
        return end

    def _extent(self, verb: Token) -> tuple[int, int]:
        """Where the verb's own clause begins and ends; the end leaves out a coordinate clause with its own subject."""
        tokens = self.parse.subtree(verb)
        low, high = tokens[0].start, tokens[-1].end
        if verb.head == verb.i:
            low, high = 0, self.end
        for other in self.parse.kids(verb, "conj"):
            if other.i > verb.i and self.parse.kids(other, "nsubj", "nsubjpass"):
                high = min(high, self.parse.subtree(other)[0].start)
        return low, high

    def _subject(self, verb: Token, kids: list[Token]) -> Token | None:
        beside = self._beside(verb)
        subjects = [t for t in kids if t.dep == "nsubj" and t.pos in (*_NOUNS, "DET", "NUM", "ADJ")]
        if subjects:
            nearest = subjects[-1] if beside is None else beside
            subject = (
                nearest
                if beside is not None and beside.i not in [t.i for t in subjects] and self._far(subjects[-1], verb)
                else subjects[-1]
            )
            return self._antecedent(subject, verb)
        if beside is not None:
            return beside
        if verb.dep in ("conj", "advcl", "xcomp", "pcomp", "dep", "ccomp"):
            above = self.parse.head(verb)
            if above.i != verb.i and above.pos in ("VERB", "AUX"):
                higher = [t for t in self.parse.kids(above) if t.dep in ("nsubj", "nsubjpass")]
                if higher and (verb.dep != "ccomp" or verb.tag == "VBG"):
                    return self._antecedent(higher[0], above)
        return None

    def _far(self, subject: Token, verb: Token) -> bool:
        _, right = phrase_bounds(self.parse, subject)
        return any(t.pos == "VERB" for t in self.parse.tokens[right : verb.i])

    def _antecedent(self, subject: Token, verb: Token) -> Token:
        if subject.lower in ("who", "which", "that") and verb.dep == "relcl":
            return self.parse.head(verb)
        return subject

    def _beside(self, verb: Token) -> Token | None:
        """The noun that stands right before (or, inverted, right behind) a verb that the tree gives no subject."""
        i = verb.i - 1
        while i >= 0 and (
            self.parse.tokens[i].pos in ("ADV", "AUX") or self.parse.tokens[i].lower in ("also", "later")
        ):
            i -= 1
        comma = i >= 0 and self.parse.tokens[i].text == ","
        token = self.parse.tokens[i - 1 if comma else i] if i > 0 else None
        if token is not None and token.pos in ("NOUN", "PROPN") and verb.tag in _FINITE | {"VBN"} and not comma:
            return self._phrase_head(token)
        if (
            comma
            and token is not None
            and verb.tag in _FINITE
            and token.dep in ("appos", "compound")
            and verb.lower in ("told", "said")
        ):
            return self._phrase_head(self.parse.head(token) if token.dep == "appos" else token)
        return None

    def _phrase_head(self, token: Token) -> Token | None:
        for above in (token, *self.parse.ancestors(token)):
            if above.pos not in ("NOUN", "PROPN", "ADP", "NUM"):
                return None
            if (
                above.dep in ("nsubj", "nsubjpass", "appos", "dobj", "attr", "ROOT", "conj", "dep", "npadvmod", "pobj")
                and above.pos in _NOUNS
            ):
                head_above = self.parse.head(above)
                if (
                    above.dep == "pobj"
                    and head_above.lower in ("of", "for", "at", "in", "from")
                    and self.parse.head(head_above).pos in _NOUNS
                ):
                    continue
                return above
        return None

    def _told_clause(self, verb: Token, kids: list[Token]) -> Token | None:
        clauses = [t for t in kids if t.dep in _CLAUSES and self._has_verb(t)]
        if verb.tag == "VBG" or clauses:
            return clauses[0] if clauses else None
        # "as X said", "X said" inside what is said: the clause stands above the verb.
        above = self.parse.head(verb)
        if verb.dep in ("parataxis", "ccomp") and above.i < verb.i and above.pos == "VERB" and verb.dep == "parataxis":
            return above
        return None

    def _has_verb(self, token: Token) -> bool:
        return token.pos in ("VERB", "AUX") or any(
            t.dep in ("nsubj", "cop", "nsubjpass") for t in self.parse.kids(token)
        )

    def _object(self, kids: list[Token], lemma: str) -> Token | None:
        for token in kids:
            if token.dep in ("dobj", "attr", "oprd") and not self._is_audience(token):
                return token
        if lemma in ("call", "appeal", "plead", "ask", "warn", "tell", "speak"):
            for token in kids:
                if token.dep == "prep" and token.lower in ("for", "of", "on", "against"):
                    objects = self.parse.kids(token, "pobj")
                    return objects[0] if objects else None
        return None

    def _is_audience(self, token: Token) -> bool:
        if token.lemma in self.words.agencies_told:
            return True
        found = self.library.organisations.find(token.text) or self.library.organisations.find(
            self._speaker(token).text
        )
        return found is not None and found.kind == "media"

    def _addressee(self, kids: list[Token]) -> Speaker | None:
        """The agency that was told ("told AFP", "said in an interview with AFP")."""
        for token in kids:
            if token.dep in ("dobj", "dative") and token.pos == "PROPN":
                return self._speaker(token)
            if token.dep == "prep" and token.lower == "to":
                for child in self.parse.kids(token, "pobj"):
                    if child.pos == "PROPN" and self._is_audience(child):
                        return self._speaker(child)
        return None

    def _passive(self, verb: Token, lemma: str, kids: list[Token]) -> Iterator[SpeechAct]:
        low, high = self._extent(verb)
        for agent in (t for t in kids if t.dep == "agent"):
            for child in self.parse.kids(agent, "pobj"):
                if lemma in self.words.attitude:
                    continue
                speaker = self._speaker(child)
                if self._source_like(speaker) or speaker.kind == "other":
                    yield SpeechAct(
                        speaker,
                        verb.text,
                        self.words.verbs[lemma],
                        (verb.start, verb.end),
                        (low, high),
                        None,
                        whole=False,
                    )
        if lemma in self.words.quoting:
            for subject in (t for t in kids if t.dep == "nsubjpass"):
                speaker = self._speaker(subject)
                yield SpeechAct(
                    speaker, verb.text, "said", (verb.start, verb.end), (verb.end, high), (verb.end, self._trim(high))
                )

    def _quoting(self, verb: Token, kids: list[Token]) -> Iterator[SpeechAct]:
        """ "Reuters reported, citing two officials": the officials answer, Reuters relays."""
        objects = [t for t in kids if t.dep == "dobj"]
        if not objects:
            return
        speaker = self._speaker(objects[0])
        if not self._source_like(speaker) and objects[0].pos != "PROPN":
            return
        relay = None
        subject = self._subject(verb, kids)
        above = self.parse.head(verb)
        if subject is not None and subject.i != objects[0].i:
            relay = self._speaker(subject)
        low, high = (0, self.end)
        if verb.tag in _FINITE:
            low, high = self._extent(verb)
        elif above.i != verb.i and above.dep in ("relcl", "acl"):
            tokens = self.parse.subtree(above)
            low, high = tokens[0].start, tokens[-1].end
        yield SpeechAct(
            speaker, verb.text, "said", (verb.start, verb.end), (low, high), None, relay, whole=verb.tag not in _FINITE
        )

    def _speaker(self, head: Token) -> Speaker:
        found = read_speaker(self.parse, head, self.text, self.library)
        return replace(found, end=min(found.end, self.end))
