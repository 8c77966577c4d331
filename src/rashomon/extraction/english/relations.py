"""Relations between actors: who backs, leads, belongs to, brokers for or fights whom."""

from __future__ import annotations

import re

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.relation_parts import RelationParts, able, names_of
from rashomon.knowledge.library import Library
from rashomon.knowledge.relations import RelationWords
from rashomon.language.syntax import Token
from rashomon.model.actor import POLITICAL, Actor
from rashomon.model.claim import Relation, RelationType

_COMPOUND = re.compile(r"(?<!\w)(?P<who>[A-Z][\w.]*(?: [A-Z]\w+)?)[-‑](?P<how>[a-z]+)\b")


def extract_relations(analysis: Analysis, library: Library) -> tuple[Relation, ...]:
    """The relations of a report in text order, each pair once a type and sentence."""
    found: dict[tuple[str, str, str, int], Relation] = {}
    for sentence in analysis.sentences:
        if sentence.parse is not None:
            for relation in _InSentence(analysis, library, sentence, sentence.parse).relations():
                if relation.from_actor.casefold() != relation.to_actor.casefold():
                    key = (relation.type, relation.from_actor, relation.to_actor, sentence.index)
                    found.setdefault(key, relation)
    return tuple(sorted(found.values(), key=lambda r: (r.field != "title", r.start, r.id)))


class _InSentence(RelationParts):
    """The relations of one sentence."""

    def relations(self) -> list[Relation]:
        """All relations that the sentence tells."""
        if not self.finder.mentions:
            return []
        found = self.compounds()
        cues = self.lexicon.cues
        for token in self.parse.tokens:
            if token.lemma not in cues and token.lower not in cues:
                continue
            found += self.verb(token) if token.tag.startswith("VB") else self.noun(token)
            found += self.adjective(token)
        return found

    def compounds(self) -> list[Relation]:
        """ "Turkish-backed rebels", "Saudi-led coalition", "Russia-brokered truce"."""
        found: list[Relation] = []
        for match in _COMPOUND.finditer(self.sentence.text):
            known = self.library.actors.known(match.group("who"))
            words = next((w for w in self.lexicon.relations if match.group("how") in w.compounds), None)
            if known is None or words is None:
                continue
            head = self._noun_after(match.end())
            if head is None:
                continue
            # "aided by UAE-backed troops": who has no name but that of the backer is nobody in particular.
            to = [name for name in self.object_names(head, words) if not _COMPOUND.match(name)]
            found += self.claims(words.type, [known.name], to, match.start(), match.end())
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

    def verb(self, token: Token) -> list[Relation]:
        """Active verbs, participles with "by", "identifying as", "formerly known as"."""
        found: list[Relation] = []
        passive = bool(self.parse.kids(token, "auxpass")) or (token.dep in {"acl", "amod"} and token.tag == "VBN")
        for words in self.lexicon.relations:
            if token.lemma in words.participles and (passive or words.preps):
                found += self._passive(token, words)
            elif token.lemma in words.verbs and not passive:
                found += self._active(token, words)
        if token.lemma in self.lexicon.words["naming"]:
            found += self._naming(token)
        if token.lemma in self.lexicon.words["joining"]:
            parties = self.finder.of_verb(token)
            fits = [a for a in parties.recipients if a.sector in POLITICAL and a.sector not in {"government"}]
            found += self.claims("part_of", names_of(able(parties.actors)), names_of(fits), token.start, token.end)
        return found

    def _active(self, token: Token, words: RelationWords) -> list[Relation]:
        if any(k.dep == "neg" for k in self.parse.kids(token)):
            return []
        actors = names_of(able(self.finder.subject_of(token)))
        to = [n for o in self.parse.kids(token, "dobj") for n in self.object_names(o, words)]
        return self.claims(words.type, actors, to, token.start, token.end, self.where_of(token))

    def _passive(self, token: Token, words: RelationWords) -> list[Relation]:
        preps = [k for k in self.parse.kids(token, "agent", "prep") if k.lower in (words.preps or {"by"})]
        by = [a for p in preps for o in self.parse.kids(p, "pobj") for a in self.finder.actors_of(o)]
        if not by and words.type == "backs":
            by = [
                a
                for p in self.parse.kids(token, "agent")
                for o in self.parse.kids(p, "pobj")
                for a in self.backers(o, words)
            ]
        if token.dep in {"acl", "amod", "relcl"}:
            below = [self.parse.head(token)]
        else:
            below = self.parse.kids(token, "nsubjpass", "nsubj")
        to = [n for b in below for n in self.object_names(b, words)]
        if words.preps:
            return self.claims(words.type, to, names_of(able(by)), token.start, token.end)
        if words.type == "backs" and not to:
            to = names_of(able(self.finder.mentions[:1]))
        return self.claims(words.type, names_of(able(by)), to, token.start, token.end, self.where_of(token))

    def noun(self, token: Token) -> list[Relation]:
        """ "with support from X", "part of X", "ally of X", "leader of X"."""
        found: list[Relation] = []
        if any(k.lower in self.lexicon.words["former"] for k in self.parse.kids(token, "advmod", "amod")):
            return found  # "once an ally of X"
        if any(up.lemma in self.lexicon.words["requesting"] for up in list(self.parse.ancestors(token))[:2]):
            return found  # "requested help from X", who has not given any yet
        for words in self.lexicon.relations:
            if token.lemma in words.nouns:
                backers = [a for a in self.backers(token, words) if a.sector in POLITICAL]
                backed = self._supported(token, backers)
                found += self.claims(words.type, names_of(backers), backed, token.start, token.end)
        if token.lemma in self.lexicon.words["part"]:
            kind: RelationType = "allied_with" if token.lemma == "ally" else "part_of"
            whole = [
                a
                for p in self.parse.kids(token, "prep")
                if p.lower in {"of", "to"}
                for o in self.parse.kids(p, "pobj")
                for a in self.finder.actors_of(o, deep=False)
            ]
            whole = [a for a in able(whole) if a.sector != "government" or kind == "allied_with"]
            found += self.claims(kind, self._bearer(token), names_of(whole), token.start, token.end)
        return found

    def _supported(self, token: Token, backers: list[Actor]) -> list[str]:
        """Whom the support goes to: the one who acts in the clause, else the first other actor before it."""
        taken = {b.start for b in backers}
        before = [
            a
            for a in self.finder.mentions
            if a.end <= self.sentence.start + token.start and a.sector in POLITICAL and a.start not in taken
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
                fits = [a for a in able(subject) if a.start not in taken]
                if fits:
                    return names_of(fits)
        return names_of(before[:1])

    def _bearer(self, token: Token) -> list[str]:
        """Who is part of something: the noun in apposition, the subject of "is", or the noun above."""
        head = self.parse.head(token)
        if token.dep == "appos":
            return names_of(able(self.finder.actors_of(head, deep=False)))
        if token.dep == "attr" and head.lemma == "be":
            return names_of(able(self.finder.subject_of(head)))
        return []

    def adjective(self, token: Token) -> list[Relation]:
        """ "loyal to X", "allied with X"."""
        found: list[Relation] = []
        for words in self.lexicon.relations:
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
            found += self.claims(words.type, names_of(able(bearer)), names_of(able(to)), token.start, token.end)
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
        former = any(k.lower in self.lexicon.words["former"] for k in self.parse.kids(token, "advmod"))
        kind: RelationType = "formerly" if former else "part_of"
        names = [n for n in names_of(named) if not n.islower()]
        if former and not names:
            names = [
                self.sentence.text[self.parse.subtree(o)[0].start : o.end]
                for p in self.parse.kids(token, "prep")
                if p.lower == "as"
                for o in self.parse.kids(p, "pobj")
            ]
        return self.claims(kind, names_of(able(bearer)), names, token.start, token.end)
