"""Verbs of speech: who their subject is and what is told, by the parse and, where it fails, by the words beside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rashomon.extraction.english.source_acts import SpeechAct, trimmed
from rashomon.extraction.english.source_phrases import TIMES, Bounds, bounds_before, tree_bounds
from rashomon.extraction.english.source_speakers import Speaker, read_speaker
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Parse, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SAYING = frozenset({"said", "says", "told", "saying", "say"})
#: Classes of speech that ask, praise, promise or deny, and vouch for nothing.
_NOT_VOUCHING = frozenset({"called_for", "promised", "praised", "condemned", "denied"})
_QUOTES = frozenset('"“”«»')
#: A stretch before a verb shorter than this is not what is told (characters).
_SHORTEST_TOLD = 12
_TURNS = frozenset({"as", "after", "while", "when", "before", "amid", "following", "where", "hours", "days", "weeks"})
#: Verbs that stand behind or inside what is told without an object.
_TAGS = frozenset(
    "say tell report add announce confirm warn state write claim note explain recall insist stress reply declare estimate "
    "acknowledge admit recount allege reveal testify tweet show suggest indicate".split()
)


class VerbReader:
    """Reads the acts of speech that verbs make."""

    def __init__(self, text: str, parse: Parse, library: Library) -> None:
        self.text, self.parse, self.library, self.words = text, parse, library, library.speech
        self.end = len(text)

    def acts_at(self, verb: Token) -> Iterator[SpeechAct]:
        """The act whose verb a token is, if it is one."""
        lemma = "say" if verb.lower in ("said", "says", "saying") else verb.lemma
        if lemma not in self.words.verbs or (verb.pos not in ("VERB", "AUX") and verb.lower not in _SAYING):
            return
        if verb.dep in ("amod", "compound", "aux", "auxpass") and verb.tag not in _FINITE:
            return
        kids = self.parse.kids(verb)
        if any(t.dep == "neg" for t in kids) and lemma not in self.words.attitude:
            return
        if any(t.dep == "auxpass" for t in kids):
            yield from self._passive(verb, lemma, kids)
        elif lemma not in self.words.quoting:
            speaker = self._subject(verb, kids)
            if speaker is not None:
                yield from self._active(verb, lemma, kids, speaker)

    def _active(self, verb: Token, lemma: str, kids: list[Token], speaker: Speaker) -> Iterator[SpeechAct]:
        clause, told = self._clause(verb, kids), self._object(kids, lemma)
        if not self._is_speech(lemma, speaker, clause, told):
            return
        verb_class = self.words.verbs[lemma]
        if lemma in self.words.expressing and told is not None:
            verb_class = self.words.expressed.get(told.lemma, verb_class)
        attributes = verb_class not in _NOT_VOUCHING and (clause is not None or lemma not in self.words.attitude)
        anchor, relay = (verb.start, verb.end), self._addressee(verb, kids)
        high = self._clause_end(verb)
        target = clause if clause is not None and clause.i > verb.i else told if clause is None else None
        if target is not None:
            low = max(verb.end, speaker.end if speaker.start > verb.start else 0)
            first = min([t.start for t in self.parse.subtree(target) if t.start >= low], default=low)
            content = trimmed(self.text, self._with_quote(first, low), high)
            yield SpeechAct(speaker, verb.text, verb_class, anchor, (verb.end, high), content, relay, False, attributes)
            return
        start = self._told_start(verb, clause)
        content = trimmed(self.text, start, min(speaker.low if speaker.low >= 0 else speaker.start, verb.start))
        if content[1] - content[0] >= _SHORTEST_TOLD:
            whole_end = self._behind_tag(verb, high if verb.dep == "conj" else self.end)
            yield SpeechAct(
                speaker, verb.text, verb_class, anchor, (start, whole_end), content, relay, True, attributes
            )
        elif clause is not None or verb.end < high:
            after = trimmed(self.text, verb.end, high)
            yield SpeechAct(speaker, verb.text, verb_class, anchor, (verb.end, high), after, relay, False, attributes)

    def _is_speech(self, lemma: str, speaker: Speaker, clause: Token | None, told: Token | None) -> bool:
        words = self.words
        source_like = speaker.kind not in ("other", "count") or (
            speaker.kind == "count" and speaker.organisation is not None
        )
        if lemma in words.source_subject and not source_like:
            return False
        if speaker.kind == "count" and not source_like:
            return False
        if clause is not None:
            return True
        if told is None:
            return lemma in _TAGS or lemma in words.attitude
        if told.lemma in words.not_speech_object:
            return False
        return lemma in words.attitude or (lemma in words.with_object and source_like)

    # -- what is told

    def _clause(self, verb: Token, kids: list[Token]) -> Token | None:
        clauses = [t for t in kids if t.dep in ("ccomp", "xcomp") and self._has_verb(t)]
        if verb.lower in _SAYING or verb.lemma == "add":
            clauses = [t for t in clauses if t.tag != "VBG" or self.parse.kids(t, "nsubj", "aux", "nsubjpass")]
        clauses = [t for t in clauses if not any(k.dep == "mark" and k.lower in _TURNS for k in self.parse.kids(t))]
        return clauses[-1] if clauses and clauses[-1].i > verb.i else clauses[0] if clauses else None

    def _has_verb(self, token: Token) -> bool:
        return token.pos in ("VERB", "AUX") or bool(self.parse.kids(token, "nsubj", "nsubjpass", "cop"))

    def _object(self, kids: list[Token], lemma: str) -> Token | None:
        for token in kids:
            counted = token.dep == "npadvmod" and token.i > 0 and lemma in self.words.with_object
            if (
                (counted or token.dep in ("dobj", "attr", "oprd"))
                and token.lower not in TIMES
                and not self._is_audience(token)
            ):
                return token
        if lemma in ("call", "appeal", "plead", "ask", "warn", "tell", "speak"):
            for token in kids:
                if token.dep == "prep" and token.lower in ("for", "of", "on", "against"):
                    objects = self.parse.kids(token, "pobj")
                    return objects[0] if objects else None
        return None

    def _told_start(self, verb: Token, clause: Token | None) -> int:
        """Where what is told before the verb begins: the sentence, or the clause where another act stands before it."""
        first = self.parse.subtree(clause)[0].start if clause is not None and clause.i < verb.i else 0
        others = [
            t for t in self.parse.tokens
            if t.start < first and t.tag in _FINITE and (t.lower in _SAYING or t.lemma in self.words.plain)
        ]  # fmt: skip
        start = first if others else 0
        cut = self.text.rfind("; ", start, verb.start)
        return cut + 2 if cut >= 0 and verb.start - cut > _SHORTEST_TOLD * 2 else start

    def _behind_tag(self, verb: Token, high: int) -> int:
        """Where what is told ends behind "X said": a subordinate clause there is the outlet's own voice."""
        for token in self.parse.tokens[verb.i + 1 :]:
            if token.start >= high:
                break
            if (
                token.lower in _TURNS
                and token.dep in ("mark", "advmod", "prep")
                and self.parse.head(token).pos in ("VERB", "AUX")
            ):
                return max(verb.end, token.start)
        return high

    def _with_quote(self, first: int, low: int) -> int:
        while first > low and self.text[first - 1] in "\"“'‘":
            first -= 1
        return first

    def _clause_end(self, verb: Token) -> int:
        """Where the verb's own clause ends, leaving out a coordinate clause with its own subject and finite verb."""
        detached = verb.dep in ("acl", "pcomp", "dep") and verb.tag in _FINITE
        high = self.end if verb.head == verb.i or detached else min(self.parse.subtree(verb)[-1].end, self.end)
        for other in self.parse.kids(verb, "conj"):
            if other.i > verb.i and other.tag in _FINITE and self.parse.kids(other, "nsubj", "nsubjpass"):
                high = min(high, max(verb.end, self.parse.subtree(other)[0].start))
        return high

    # -- who tells

    def _subject(self, verb: Token, kids: list[Token]) -> Speaker | None:
        subjects = [t for t in kids if t.dep == "nsubj" and (t.pos != "NUM" or t.lower in ("one", "some"))]
        if subjects and not self._is_wrong(subjects[-1], verb):
            return self._from_tree(subjects[-1], verb)
        beside = self._inverted(verb) if subjects else None
        if beside is not None:
            return beside
        near = bounds_before(self.parse, verb.i, self.words) if self._may_tag(verb) else None
        if near is not None:
            found = self._with_name_before(near)
            named = found.kind in ("body", "person", "media") or found.text[:1].isupper()
            if named if verb.tag == "VBN" else found.kind not in ("other", "count") or (named and not subjects):
                return found
        if subjects:
            return self._from_tree(subjects[-1], verb)
        return self._apposed(verb) or self._inherited(verb)

    def _may_tag(self, verb: Token) -> bool:
        """Whether a verb can stand right behind its speaker; a participle only where a tagger may have erred."""
        if verb.tag in _FINITE or verb.lower in _SAYING:
            return True
        return verb.tag == "VBN" and verb.lemma in _TAGS and not self.parse.kids(verb, "aux", "auxpass", "agent")

    def _inverted(self, verb: Token) -> Speaker | None:
        """The speaker right behind the verb ("said the monitor"), where the tree's subject cannot be it."""
        if verb.lower not in _SAYING or verb.i + 1 >= len(self.parse.tokens):
            return None
        following = self.parse.tokens[verb.i + 1]
        while following.head > verb.i and following.head != following.i and following.pos not in ("VERB", "AUX"):
            following = self.parse.head(following)
        if following.pos not in ("NOUN", "PROPN") or following.lower in TIMES or self._is_audience(following):
            return None
        found = read_speaker(self.parse, following, self.text, self.library)
        return found if found.kind not in ("other", "count") and found.start <= verb.end + 1 else None

    def _with_name_before(self, near: Bounds) -> Speaker:
        """The phrase beside the verb; a name right before it, without a comma, is whom it describes."""
        found = read_speaker(self.parse, self.parse.tokens[near[2]], self.text, self.library, near)
        outer = bounds_before(self.parse, near[0], self.words) if self.parse.tokens[near[0]].pos == "DET" else None
        if found.kind in ("person", "other") and found.role is None:
            return self._with_role_before(near, found)
        if outer is None or found.kind not in ("body", "role"):
            return found
        first = read_speaker(self.parse, self.parse.tokens[outer[2]], self.text, self.library, outer)
        known = self.library.organisations.find(first.text) is not None
        if (found.kind == "body" and known) or (found.kind == "role" and first.kind == "person"):
            return _joined(first, found)
        return found

    def _with_role_before(self, near: Bounds, found: Speaker) -> Speaker:
        """A name between commas with the post that it explains: "the agency's chief, Ali Demir, said"."""
        at = near[0] - 1
        outer = bounds_before(self.parse, at, self.words) if at > 0 and self.parse.tokens[at].text == "," else None
        if outer is None:
            return found
        first = read_speaker(self.parse, self.parse.tokens[outer[2]], self.text, self.library, outer)
        return _joined(first, found) if first.kind == "role" else found

    def _from_tree(self, subject: Token, verb: Token) -> Speaker | None:
        if subject.lower in ("who", "which", "that") and verb.dep == "relcl":
            subject = self.parse.head(verb)
        if subject.lower in self.words.impersonal and subject.lower != "it":
            return None
        return self._with_name_before(tree_bounds(self.parse, subject, self.words))

    def _is_wrong(self, subject: Token, verb: Token) -> bool:
        """Whether the words between the tree's subject and the verb show that the parse failed.

        A clause that is not the subject's own, a closing quotation mark, or a counted noun ("60 people said the group").
        """
        if subject.i > verb.i:
            return False
        inside = {t.i for t in self.parse.subtree(subject)}
        left, right, _ = tree_bounds(self.parse, subject, self.words)
        between = self.parse.tokens[right : verb.i]
        if between and between[0].pos in ("VERB", "AUX") and between[0].tag in _FINITE and between[0].head != verb.i:
            return True
        if any((t.pos == "VERB" and t.i not in inside) or t.text in _QUOTES for t in between):
            return True
        counted = any(t.pos == "NUM" for t in self.parse.tokens[left : subject.i])
        return counted and subject.lemma not in ("source", "official", "witness", "medic", "doctor", "resident")

    def _apposed(self, verb: Token) -> Speaker | None:
        """The speaker of "the agency's chief, Ali Demir, told", where the tree gives the verb no subject."""
        if verb.i < 3 or self.parse.tokens[verb.i - 1].text != "," or verb.tag not in _FINITE:
            return None
        inner = bounds_before(self.parse, verb.i - 1, self.words)
        if inner is None:
            return None
        second = read_speaker(self.parse, self.parse.tokens[inner[2]], self.text, self.library, inner)
        if inner[0] > 1 and self.parse.tokens[inner[0] - 1].text == ",":
            outer = bounds_before(self.parse, inner[0] - 1, self.words)
            if outer is not None:
                first = read_speaker(self.parse, self.parse.tokens[outer[2]], self.text, self.library, outer)
                return _joined(first, second)
        return second if second.kind != "other" else None

    def _inherited(self, verb: Token) -> Speaker | None:
        """The speaker of the verb above: "... , adding that", "said and confirmed"; above a participle, of speech first."""
        if verb.dep == "pcomp" and self.parse.head(verb).lower == "without":
            return None
        if verb.tag == "VBG":
            for above in self.parse.ancestors(verb):
                if above.lemma in self.words.plain and above.i < verb.i:
                    return self._subject(above, self.parse.kids(above))
        above = self.parse.head(verb)
        if above.i == verb.i or verb.dep not in ("conj", "advcl", "xcomp", "pcomp", "dep", "ccomp"):
            return None
        if verb.dep in ("ccomp", "advcl") and verb.tag != "VBG":
            return None
        subjects = self.parse.kids(above, "nsubj", "nsubjpass")
        if not subjects and above.lemma in self.words.verbs:
            higher = self.parse.head(above)
            subjects = self.parse.kids(higher, "nsubj", "nsubjpass") if higher.i != above.i else []
        return self._from_tree(subjects[0], above) if subjects else None

    def _passive(self, verb: Token, lemma: str, kids: list[Token]) -> Iterator[SpeechAct]:
        anchor, high = (verb.start, verb.end), self._clause_end(verb)
        agents = [c for t in kids if t.dep == "agent" for c in self.parse.kids(t, "pobj")]
        if lemma in self.words.quoting:
            for subject in (t for t in kids if t.dep == "nsubjpass"):
                start = self._told_start(verb, None)
                before = trimmed(self.text, start, subject.start)
                relay = read_speaker(self.parse, agents[0], self.text, self.library) if agents else None
                speaker = read_speaker(self.parse, subject, self.text, self.library)
                whole = before[1] - before[0] >= _SHORTEST_TOLD
                scope = (start, high) if whole else (verb.end, high)
                content = before if whole else trimmed(self.text, verb.end, high)
                yield SpeechAct(speaker, verb.text, "said", anchor, scope, content, relay, whole)
        elif lemma not in self.words.attitude and lemma in self.words.with_object:
            low = self.parse.subtree(verb)[0].start
            for child in agents:
                speaker = read_speaker(self.parse, child, self.text, self.library)
                if speaker.kind != "other":
                    yield SpeechAct(speaker, verb.text, self.words.verbs[lemma], anchor, (low, high), None)

    # -- to whom

    def _addressee(self, verb: Token, kids: list[Token]) -> Speaker | None:
        """The agency that was told ("told AFP", "said in an interview with AFP")."""
        for token in kids:
            if token.dep in ("dobj", "dative", "npadvmod", "nsubj") and token.i > verb.i and token.pos == "PROPN":
                if token.dep == "dobj" or self._is_audience(token):
                    return read_speaker(self.parse, token, self.text, self.library) if verb.lemma == "tell" else None
            if token.dep == "prep" and token.lower in ("to", "by"):
                for child in self.parse.kids(token, "pobj"):
                    if child.pos == "PROPN" and self._is_audience(child):
                        return read_speaker(self.parse, child, self.text, self.library)
        return None

    def _is_audience(self, token: Token) -> bool:
        if token.lemma in self.words.agencies_told:
            return True
        if token.pos != "PROPN":
            return False
        left, right, _ = tree_bounds(self.parse, token, self.words)
        phrase = self.text[self.parse.tokens[left].start : self.parse.tokens[right - 1].end]
        found = self.library.organisations.find(phrase) or self.library.organisations.find(token.text)
        return found is not None and found.kind == "media"


def _joined(first: Speaker, second: Speaker) -> Speaker:
    """One speaker from two phrases in apposition: the named one, with the other as role."""
    if first.kind == "person" and first.start == second.start:
        return first
    named, other = (second, first) if second.kind in ("person", "other") else (first, second)
    organisation = named.organisation or other.organisation
    kind = "person" if other.kind in ("role", "person") and named.kind in ("person", "other") else named.kind
    role = other.text if kind == "person" else named.role
    private = other.private if other.kind == "role" else named.private
    name = named.text if kind == "person" and named.name is None else named.name
    low = min(first.start, second.start)
    return replace(named, low=low, kind=kind, role=role, organisation=organisation, private=private, name=name)
