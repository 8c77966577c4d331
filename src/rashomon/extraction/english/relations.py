"""Relations between actors: who backs, leads, belongs to, brokers for or fights whom."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.event_arguments import PartyFinder
from rashomon.knowledge.library import Library
from rashomon.knowledge.relations import RelationWords
from rashomon.language.syntax import Parse, Sentence, Token
from rashomon.model.actor import Actor
from rashomon.model.claim import Relation, RelationType
from rashomon.model.ids import content_id

_COMPOUND = re.compile(r"(?<!\w)(?P<who>[A-Z][\w.]*(?: [A-Z]\w+)?)[-‑](?P<how>[a-z]+)\b")
_CAN_RELATE = frozenset(
    {
        "state forces",
        "rebel group",
        "political militia",
        "identity militia",
        "external forces",
        "government",
        "international organisation",
        "political party",
    }
)


def extract_relations(analysis: Analysis, library: Library) -> tuple[Relation, ...]:
    """The relations of a report in text order, each pair once a type and sentence."""
    reader = _RelationReader(analysis, library)
    found: dict[tuple[str, str, str, int], Relation] = {}
    for sentence in analysis.sentences:
        if sentence.parse is not None:
            for relation in reader.of_sentence(sentence, sentence.parse):
                if relation.from_actor.casefold() != relation.to_actor.casefold():
                    key = (relation.type, relation.from_actor, relation.to_actor, sentence.index)
                    found.setdefault(key, relation)
    return tuple(sorted(found.values(), key=lambda r: (r.field != "title", r.start, r.id)))


class _RelationReader:
    def __init__(self, analysis: Analysis, library: Library) -> None:
        self.analysis = analysis
        self.library = library
        self.lexicon = library.relations

    def of_sentence(self, sentence: Sentence, parse: Parse) -> list[Relation]:
        finder = PartyFinder(self.analysis, sentence, parse)
        if not finder.mentions:
            return []
        one = _InSentence(self, sentence, parse, finder)
        found = one.compounds()
        for token in parse.tokens:
            found += one.verb(token) if token.tag.startswith("VB") else one.noun(token)
            found += one.adjective(token)
        return found


class _InSentence:
    """The relations of one sentence."""

    def __init__(self, reader: _RelationReader, sentence: Sentence, parse: Parse, finder: PartyFinder) -> None:
        self.reader = reader
        self.sentence = sentence
        self.parse = parse
        self.finder = finder

    def compounds(self) -> list[Relation]:
        """ "Turkish-backed rebels", "Saudi-led coalition", "Russia-brokered truce"."""
        found: list[Relation] = []
        for match in _COMPOUND.finditer(self.sentence.text):
            known = self.reader.library.actors.known(match.group("who"))
            words = next((w for w in self.reader.lexicon.relations if match.group("how") in w.compounds), None)
            if known is None or words is None:
                continue
            head = self._noun_after(match.end())
            if head is None:
                continue
            to = self._object(head, words)
            found += self._relations(words.type, [known.name], to, match.start(), match.end())
        return found

    def _noun_after(self, offset: int) -> Token | None:
        """The noun that a compound adjective stands before."""
        tokens = [t for t in self.parse.tokens if t.start >= offset][:6]
        last = None
        for token in tokens:
            if token.pos not in {"NOUN", "PROPN", "ADJ"}:
                break
            last = token if token.pos in {"NOUN", "PROPN"} else last
        return last

    def _object(self, head: Token, words: RelationWords) -> list[str]:
        if words.objects == "actor":
            return _names(a for a in self.finder.actors_of(head) if a.sector in _CAN_RELATE)
        nouns = self.reader.lexicon.words[words.objects]
        if head.lemma in nouns:
            return [head.text]
        return _names(self.finder.actors_of(head, deep=False)) if words.objects == "effort" else []

    def verb(self, token: Token) -> list[Relation]:
        """Active verbs, participles with "by", "identifying as", "formerly known as"."""
        found: list[Relation] = []
        for words in self.reader.lexicon.relations:
            passive = bool(self.parse.kids(token, "auxpass")) or (token.dep in {"acl", "amod"} and token.tag == "VBN")
            if token.lemma in words.participles and (passive or words.preps):
                found += self._passive(token, words)
            elif token.lemma in words.verbs and not passive:
                found += self._active(token, words)
        if token.lemma in self.reader.lexicon.words["naming"]:
            found += self._naming(token)
        if token.lemma == "join":
            parties = self.finder.of_verb(token)
            fits = [a for a in parties.recipients if a.sector in _CAN_RELATE and a.sector not in {"government"}]
            found += self._relations("part_of", _names(_able(parties.actors)), _names(fits), token.start, token.end)
        return found

    def _active(self, token: Token, words: RelationWords) -> list[Relation]:
        if any(k.dep == "neg" for k in self.parse.kids(token)):
            return []
        actors = _names(_able(self.finder.subject_of(token)))
        to = [n for o in self.parse.kids(token, "dobj") for n in self._object(o, words)]
        return self._relations(words.type, actors, to, token.start, token.end, self._where(token))

    def _passive(self, token: Token, words: RelationWords) -> list[Relation]:
        preps = [k for k in self.parse.kids(token, "agent", "prep") if k.lower in (words.preps or {"by"})]
        by = [a for p in preps for o in self.parse.kids(p, "pobj") for a in self.finder.actors_of(o)]
        if not by and words.type == "backs":
            by = [
                a
                for p in self.parse.kids(token, "agent")
                for o in self.parse.kids(p, "pobj")
                for a in self._from(o, words)
            ]
        if token.dep in {"acl", "amod", "relcl"}:
            below = [self.parse.head(token)]
        else:
            below = self.parse.kids(token, "nsubjpass", "nsubj")
        to = [n for b in below for n in self._object(b, words)]
        if words.preps:
            return self._relations(words.type, to, _names(_able(by)), token.start, token.end)
        if words.type == "backs" and not to:
            to = _names(_able(self.finder.mentions[:1]))
        return self._relations(words.type, _names(_able(by)), to, token.start, token.end, self._where(token))

    def _from(self, noun: Token, words: RelationWords) -> list[Actor]:
        return [
            a
            for p in self.parse.kids(noun, "prep")
            if p.lower in words.noun_preps
            for o in self.parse.kids(p, "pobj")
            for a in self.finder.actors_of(o)
        ]

    def noun(self, token: Token) -> list[Relation]:
        """ "with support from X", "part of X", "ally of X", "leader of X"."""
        found: list[Relation] = []
        for words in self.reader.lexicon.relations:
            if token.lemma in words.nouns:
                backers = [a for a in self._from(token, words) if a.sector in _CAN_RELATE]
                backed = self._supported(token, backers)
                found += self._relations(words.type, _names(backers), backed, token.start, token.end)
        if token.lemma in self.reader.lexicon.words["part"]:
            kind: RelationType = "allied_with" if token.lemma == "ally" else "part_of"
            whole = [
                a
                for p in self.parse.kids(token, "prep")
                if p.lower in {"of", "to"}
                for o in self.parse.kids(p, "pobj")
                for a in self.finder.actors_of(o, deep=False)
            ]
            whole = [a for a in _able(whole) if a.sector != "government" or kind == "allied_with"]
            found += self._relations(kind, self._bearer(token), _names(whole), token.start, token.end)
        return found

    def _supported(self, token: Token, backers: list[Actor]) -> list[str]:
        """Whom the support goes to: the one who acts in the clause, else the first other actor before it."""
        taken = {b.start for b in backers}
        before = [
            a
            for a in self.finder.mentions
            if a.end <= self.sentence.start + token.start and a.sector in _CAN_RELATE and a.start not in taken
        ]
        for up in self.parse.ancestors(token):
            if up.tag.startswith("VB"):
                agents = [
                    a
                    for p in self.parse.kids(up, "agent")
                    for o in self.parse.kids(p, "pobj")
                    for a in self.finder.actors_of(o)
                ]
                subject = agents or self.finder.subject_of(up)
                able = [a for a in _able(subject) if a.start not in taken]
                if able:
                    return _names(able)
        return _names(before[:1])

    def _bearer(self, token: Token) -> list[str]:
        """Who is part of something: the noun in apposition, the subject of "is", or the noun above."""
        head = self.parse.head(token)
        if token.dep == "appos":
            return _names(_able(self.finder.actors_of(head, deep=False)))
        if token.dep == "attr" and head.lemma == "be":
            return _names(_able(self.finder.subject_of(head)))
        return []

    def adjective(self, token: Token) -> list[Relation]:
        """ "loyal to X", "allied with X"."""
        found: list[Relation] = []
        for words in self.reader.lexicon.relations:
            if token.pos != "ADJ" or token.lower not in words.adjectives:
                continue
            to = [
                a
                for p in self.parse.kids(token, "prep")
                if p.lower in {"to", "with"}
                for o in self.parse.kids(p, "pobj")
                for a in self.finder.actors_of(o)
            ]
            head = self.parse.head(token)
            bearer = (
                self.finder.actors_of(head, deep=False)
                if head.pos in {"NOUN", "PROPN"}
                else self.finder.subject_of(head)
            )
            found += self._relations(words.type, _names(_able(bearer)), _names(_able(to)), token.start, token.end)
        return found

    def _naming(self, token: Token) -> list[Relation]:
        named = [
            a
            for p in self.parse.kids(token, "prep")
            if p.lower == "as"
            for o in self.parse.kids(p, "pobj")
            for a in self.finder.actors_of(o)
        ]
        bearer = (
            self.finder.actors_of(self.parse.head(token), deep=False)
            if token.dep in {"acl", "relcl", "amod"}
            else self.finder.subject_of(token)
        )
        former = any(k.lower in self.reader.lexicon.words["former"] for k in self.parse.kids(token, "advmod"))
        kind: RelationType = "formerly" if former else "part_of"
        names = _names(named)
        if former and not names:
            names = [
                self.sentence.text[self.parse.subtree(o)[0].start : o.end]
                for p in self.parse.kids(token, "prep")
                if p.lower == "as"
                for o in self.parse.kids(p, "pobj")
            ]
        return self._relations(kind, _names(_able(bearer)), names, token.start, token.end)

    def _where(self, token: Token) -> str | None:
        """The place or quarter named in the verb's own words ("in the northwest")."""
        tops = [token, *self.parse.kids(token, "dobj")]
        for top in tops:
            for prep in self.parse.kids(top, "prep"):
                if prep.lower == "in":
                    for obj in self.parse.kids(prep, "pobj"):
                        span = self.parse.subtree(obj)
                        if obj.pos in {"NOUN", "PROPN"} and len(span) <= 6:
                            return self.sentence.text[span[0].start : span[-1].end]
        return None

    def _relations(
        self,
        kind: RelationType,
        actors: Iterable[str],
        others: Iterable[str],
        start: int,
        end: int,
        where: str | None = None,
    ) -> list[Relation]:
        sentence, report = self.sentence, self.reader.analysis.report
        source = self.reader.analysis.source_of(sentence.field, sentence.start + start, sentence.start + end)
        hedged = source is not None and source.origin is not None
        low, high = sentence.start + start, sentence.start + end
        many = list(others)
        return [
            Relation(
                id=content_id("rel", report.id, sentence.field, f"{kind}:{a}:{b}", low, high),
                report=report.id,
                made_by=f"relation:{kind}",
                field=sentence.field,
                start=sentence.start,
                end=sentence.end,
                type=kind,
                from_actor=a,
                to_actor=b,
                status="alleged" if hedged else "stated",
                by=source.origin if source is not None else None,
                where=where,
            )
            for a in actors
            for b in many
        ]


def _able(actors: Iterable[Actor]) -> list[Actor]:
    return [a for a in actors if a.sector in _CAN_RELATE]


def _names(actors: Iterable[Actor]) -> list[str]:
    return list(dict.fromkeys(a.name for a in actors))
