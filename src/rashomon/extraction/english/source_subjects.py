"""Who speaks by a verb: the parse's subject, or where it fails the noun phrase beside the verb."""

from __future__ import annotations

from msgspec.structs import replace

from rashomon.extraction.english.source_audience import is_audience
from rashomon.extraction.english.source_discourse import RepeatingNouns
from rashomon.extraction.english.source_names import governs
from rashomon.extraction.english.source_phrases import Bounds, bounds_before, is_source_noun, says_when, tree_bounds
from rashomon.extraction.english.source_speakers import read_speaker
from rashomon.extraction.english.source_torn import FINITE, SayingWords, TornParses
from rashomon.extraction.english.speaker import Speaker
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Parse, Token

_CLOSING = frozenset('”»"')


class SubjectReader:
    """Finds the speaker of a verb of speech."""

    def __init__(self, text: str, parse: Parse, library: Library) -> None:
        self.text, self.parse, self.library, self.words = text, parse, library, library.speech
        self.known = library.words.of(SayingWords)
        self.torn = TornParses(text, parse, library)

    def subject(self, verb: Token, kids: list[Token]) -> Speaker | None:
        """Who speaks by this verb, or null."""
        if (issuer := self._issuer(verb)) is not None:
            return issuer
        subjects = [t for t in kids if t.dep == "nsubj" and (t.pos != "NUM" or t.lower in ("one", "some"))]
        closing = self.torn.tags_behind(verb)
        if closing and not any(is_source_noun(t, self.words) or t.pos == "PROPN" for t in subjects):
            subjects = []  # "12 died in a village that a missile hit, reported the governor"
        if not subjects and (parted := self._parted(verb)) is not None:
            return parted
        if len(subjects) > 1 and self.text[verb.end : verb.end + 1] == ":":
            subjects = [t for t in subjects if t.i < verb.i]  # "Nine died, police said: six men and three women"
        if subjects and not self.torn.is_wrong(subjects[-1], verb):
            return self._joint(subjects[-1], verb) or self._from_tree(subjects[-1], verb)
        quoted = verb.i > 0 and self.parse.tokens[verb.i - 1].text in _CLOSING
        tag = not subjects and (closing or self._is_inserted(verb))
        beside = self._inverted(verb, quoted or tag) if subjects or quoted or tag or verb.lower == "reads" else None
        beside = beside or (self._apposed(verb, between=True) if subjects else None)
        if beside is not None:
            return beside
        near = bounds_before(self.parse, self.torn.front(verb), self.words) if self._may_tag(verb) else None
        if near is not None:
            found = self._with_name_before(near)
            named = found.kind in ("body", "person", "media") or found.text[:1].isupper()
            named = named or (found.kind == "role" and self.torn.closes(near[0], verb))
            if named if verb.tag == "VBN" else found.kind not in ("other", "count") or (named and not subjects):
                return found
        if subjects:
            return self._from_tree(subjects[-1], verb)
        return self._apposed(verb) or self._headless(verb, kids) or self._inherited(verb)

    def _parted(self, verb: Token) -> Speaker | None:
        """Who stands before a participle's insertion that the tree took for the clause: "Orlov, asked on air, gave"."""
        tokens = self.parse.tokens
        if verb.tag not in FINITE or verb.i < 4 or tokens[verb.i - 1].text != ",":
            return None
        commas = (k for k in range(verb.i - 2, 0, -1) if tokens[k].text == ",")
        at = next((k for k in commas if tokens[k + 1].tag in ("VBG", "VBN", "VBD")), None)
        near = bounds_before(self.parse, at, self.words) if at is not None else None
        if near is None or (near[0] > 0 and tokens[near[0] - 1].pos != "PUNCT"):
            return None
        found = self._with_name_before(near)
        return found if found.kind in ("body", "person", "role", "media") else None

    def _is_inserted(self, verb: Token) -> bool:
        """Whether a verb that only says stands behind a comma, before its speaker: "In May, says the charity, 12"."""
        behind = self.parse.tokens[verb.i + 1] if verb.i + 1 < len(self.parse.tokens) else verb
        parted = verb.i > 0 and self.parse.tokens[verb.i - 1].text == ","
        return parted and verb.lower in self.known.saying and (behind.pos in ("DET", "PROPN") or behind.tag == "PRP$")

    def _issuer(self, verb: Token) -> Speaker | None:
        """Who issued what says it: "the agency's chief posted a tweet saying"."""
        issued = self.parse.head(verb)
        if verb.tag != "VBG" or verb.dep != "acl" or issued.dep != "dobj" or issued.i > verb.i:
            return None
        if issued.lemma not in self.library.words.of(RepeatingNouns).statements:
            return None
        issuing = self.parse.head(issued)
        subjects = self.parse.kids(issuing, "nsubj")
        return self._from_tree(subjects[0], issuing) if subjects else None

    def _joint(self, subject: Token, verb: Token) -> Speaker | None:
        """The known body and the subject that speak together, where the tree tears the first away.

        "... wounding dozens the state news agency and local media reported": the words before "and" name a body.
        """
        if verb.tag not in FINITE or subject.i > verb.i:
            return None
        left, right, _ = tree_bounds(self.parse, subject, self.words)
        if left < 2 or right != verb.i or self.parse.tokens[left - 1].lower != "and":
            return None
        first = self.parse.tokens[left - 2]
        if first.pos not in ("NOUN", "PROPN") or first.i in {t.i for t in self.parse.subtree(subject)}:
            return None
        low = self.torn.body_before(left - 1)
        return read_speaker(self.parse, subject, self.text, self.library, (low, right, subject.i)) if low else None

    def _may_tag(self, verb: Token) -> bool:
        """Whether a verb can stand right behind its speaker; a participle only where a tagger may have erred."""
        if verb.tag in FINITE or verb.lower in self.known.saying:
            return True
        return (
            verb.tag == "VBN"
            and verb.lemma in self.known.tagging
            and not self.parse.kids(verb, "aux", "auxpass", "agent")
        )

    def _inverted(self, verb: Token, quoted: bool) -> Speaker | None:
        """The speaker right behind the verb, where the tree's subject cannot be it: "said the monitor"."""
        known = verb.lower in self.known.saying | self.known.reading or (quoted and verb.tag in FINITE)
        if not known or verb.i + 1 >= len(self.parse.tokens) or verb.lemma == "tell":  # behind it stands who hears
            return None
        following = self.parse.tokens[verb.i + 1]
        objects = [o for k in self.parse.kids(following, "prep") for o in self.parse.kids(k, "pobj")]
        if following.lemma in self.known.portions and objects:
            return read_speaker(self.parse, objects[0], self.text, self.library)  # "reads part of the statement"
        while following.head > verb.i and following.head != following.i and following.pos not in ("VERB", "AUX"):
            if self.parse.head(following).pos in ("VERB", "AUX") and following.pos in ("NOUN", "PROPN"):
                break  # "In May, says the Red Cross, 12 were killed": the tree hangs it on the clause behind
            following = self.parse.head(following)
        if (
            following.pos not in ("NOUN", "PROPN")
            or says_when(following.lower, self.words)
            or is_audience(self.parse, self.text, following, self.library)
        ):
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
            return _joined(first, found, self.library)
        return found

    def _with_role_before(self, near: Bounds, found: Speaker) -> Speaker:
        """A name between commas with the post that it explains: "the agency's chief, Ali Demir, said"."""
        at = near[0] - 1
        outer = bounds_before(self.parse, at, self.words) if at > 0 and self.parse.tokens[at].text == "," else None
        if outer is None:
            return found
        first = read_speaker(self.parse, self.parse.tokens[outer[2]], self.text, self.library, outer)
        return _joined(first, found, self.library) if first.kind == "role" else found

    def _from_tree(self, subject: Token, verb: Token) -> Speaker | None:
        if subject.lower in ("who", "which", "that") and verb.dep == "relcl" and not subject.text.isupper():
            subject = self.torn.related(self.parse.head(verb), subject)
        if subject.lower == "one" and (of := self._one_of(subject)) is not None:
            return of
        if subject.lower in self.words.impersonal and subject.lower != "it":
            return None
        return self._with_name_before(tree_bounds(self.parse, self._owner(subject), self.words))

    def _owner(self, subject: Token) -> Token:
        """Whose a message or a staff is where a pronoun says so ("its first message mentioned"); else the noun."""
        owners = [t for t in self.parse.kids(subject, "poss") if t.lower == "its"]
        staff = subject.tag == "NNS" and subject.lemma in self.known.staff
        return owners[0] if owners and (staff or self.words.is_document(subject.lemma)) else subject

    def _headless(self, verb: Token, kids: list[Token]) -> Speaker | None:
        """The noun that stands as a sentence's root where its verb was taken for a participle: "The mayor, put in place
        by the army, announced that"."""
        above = self.parse.head(verb)
        told = any(t.dep == "ccomp" and t.i > verb.i for t in kids)
        if verb.tag != "VBN" or verb.dep != "acl" or above.head != above.i or above.pos not in ("NOUN", "PROPN"):
            return None
        found = read_speaker(self.parse, above, self.text, self.library) if told else None
        return found if found is not None and found.kind not in ("other", "count") else None

    def _one_of(self, one: Token) -> Speaker | None:
        """Who is one of several: "one of his advisers, Ada Moss, said"."""
        for many in (o for k in self.parse.kids(one, "prep") if k.lower == "of" for o in self.parse.kids(k, "pobj")):
            named = read_speaker(self.parse, many, self.text, self.library)
            if named.kind == "person":
                return named
            left, right, _ = tree_bounds(self.parse, one, self.words)
            found = read_speaker(self.parse, many, self.text, self.library, (left, max(right, many.i + 1), many.i))
            return found if found.kind in ("role", "body") else None
        return None

    def _apposed(self, verb: Token, between: bool = False) -> Speaker | None:
        """The speaker of "the agency's chief, Ali Demir, told", where the tree gives the verb no subject, or, with
        `between` commas, a wrong one."""
        at = self.torn.front(verb)
        if at < 3 or self.parse.tokens[at - 1].text != "," or (verb.tag not in FINITE and at == verb.i):
            return None
        inner = bounds_before(self.parse, at - 1, self.words)
        if inner is None:
            return None
        second = read_speaker(self.parse, self.parse.tokens[inner[2]], self.text, self.library, inner)
        if inner[0] > 1 and self.parse.tokens[inner[0] - 1].text == ",":
            outer = bounds_before(self.parse, inner[0] - 1, self.words)
            if outer is not None:
                first = read_speaker(self.parse, self.parse.tokens[outer[2]], self.text, self.library, outer)
                apart = first.kind == "other" and second.kind != "role"  # "... are all Norlanders, the Herald reported"
                return second if apart else _joined(first, second, self.library)
        return second if second.kind != "other" and not between else None

    def _inherited(self, verb: Token) -> Speaker | None:
        """The speaker of the verb above ("adding that", "said and confirmed"); above a participle, of speech first."""
        if verb.dep == "pcomp" and self.parse.head(verb).lower == "without":
            return None
        if verb.tag == "VBG":
            near = self.parse.head(verb)
            if near.dep in ("ROOT", "conj") and near.lemma not in self.words.plain and self._others_between(near, verb):
                return None
            for above in self.parse.ancestors(verb):
                if above.lemma in self.words.plain and above.i < verb.i:
                    return self.subject(above, self.parse.kids(above))
        above = self.parse.head(verb)
        if verb.dep == "xcomp" and above.dep == "acomp":
            above = self.parse.head(above)  # "has been able to confirm"
        if above.i == verb.i or verb.dep not in ("conj", "advcl", "xcomp", "pcomp", "dep", "ccomp"):
            return None
        if verb.dep in ("ccomp", "advcl") and verb.tag != "VBG":
            return None
        subjects = self.parse.kids(above, "nsubj", "nsubjpass")
        if not subjects and above.lemma in self.words.verbs:
            higher = self.parse.head(above)
            subjects = self.parse.kids(higher, "nsubj", "nsubjpass") if higher.i != above.i else []
        return self._from_tree(subjects[0], above) if subjects else None

    def _others_between(self, above: Token, participle: Token) -> bool:
        """Whether somebody else acts right before a participle: "she quit after crowds had marched, calling for"."""
        tokens = self.parse.tokens
        if tokens[participle.i - 1].text != ",":
            return False
        acting = (t for t in tokens[above.i + 1 : participle.i] if t.dep == "nsubj" and t.pos in ("NOUN", "PROPN"))
        doing = (self.parse.head(t) for t in acting if self.parse.head(t).i != above.i)
        return any(self.parse.subtree(d)[-1].i == participle.i - 2 for d in doing)


def _joined(first: Speaker, second: Speaker, library: Library) -> Speaker:
    """One speaker from two phrases in apposition: the named one, with the other as role."""
    if first.kind == "person" and first.start == second.start:
        return first
    named, other = (second, first) if second.kind in ("person", "other") else (first, second)
    organisation = named.organisation or (None if governs(other, library) else other.organisation)
    kind = "person" if other.kind in ("role", "person") and named.kind in ("person", "other") else named.kind
    role = other.text if kind == "person" else named.role
    private = other.private if other.kind == "role" else named.private
    name = named.text if kind == "person" and named.name is None else named.name
    low = min(first.start, second.start)
    return replace(named, low=low, kind=kind, role=role, organisation=organisation, private=private, name=name)
