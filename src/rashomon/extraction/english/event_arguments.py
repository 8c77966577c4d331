"""Who takes part in a happening: the actors and recipients of a verb or an event noun."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.event_spotting import PARTITIVE, Spot
from rashomon.language.syntax import Parse, Sentence, Token
from rashomon.model.actor import Actor
from rashomon.model.place import Place

_TARGETS = frozenset({"on", "against", "of", "at", "upon", "toward", "towards", "to", "from", "with"})
#: Event nouns whose "of X" names the one who acts.
_OF_ACTS = frozenset(
    {"withdrawal", "retreat", "surrender", "advance", "resignation", "exodus", "offensive", "protest", "fall"}
)
_PRONOUNS = frozenset({"it", "they", "he", "she", "who", "which", "that", "we", "them", "him", "her", "i"})
_MUTUAL = frozenset({"clash", "fighting", "protest", "riot"})
_FORCES = frozenset({"state forces", "rebel group", "political militia", "external forces"})
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december today yesterday tomorrow".split()
)
#: Words that open a clause beside the matter.
_ASIDE = frozenset("if unless after before while when although though because since as until".split())


@dataclass(frozen=True, slots=True)
class Parties:
    """Actors and recipients, each in text order and once."""

    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]


class PartyFinder:
    """Finds the parties of the spots of one sentence."""

    def __init__(self, analysis: Analysis, sentence: Sentence, parse: Parse) -> None:
        self.analysis = analysis
        self.sentence = sentence
        self.parse = parse
        self.mentions = analysis.actors_in(sentence.field, sentence.start, sentence.end)
        self._sought: set[int] = set()

    # -- from a token to actors

    def mention_at(self, token: Token) -> Actor | None:
        """The actor mention that covers a token."""
        at = self.sentence.start + token.start
        return next((a for a in self.mentions if a.start <= at < a.end), None)

    def actors_of(self, token: Token, deep: bool = True) -> list[Actor]:
        """The actors that a noun phrase names, with what is joined to it; where its head names none, those inside it."""
        found: list[Actor] = []
        for head in self._joined(token):
            actor = self.mention_at(head)
            if actor is not None and head.lemma not in PARTITIVE:
                found.append(actor)
            elif head.lower in _PRONOUNS:
                found += self._antecedent(head)
            elif deep or head.lemma in PARTITIVE:
                found += self._inside(head)
        return _once(found)

    def _joined(self, token: Token) -> list[Token]:
        heads = [token]
        for head in heads:
            heads += [k for k in self.parse.kids(head, "conj") if k.pos in {"NOUN", "PROPN", "PRON", "ADJ", "NUM"}]
            if len(heads) > 40:
                break
        return heads

    def _inside(self, head: Token) -> list[Actor]:
        """Actors named below a head that is none itself: "Haiti's efforts", "villages near X", "an Indian proposal"."""
        kids = self.parse.kids(head)
        for deps in (("poss",), ("amod", "compound", "nmod"), ("prep",), ("appos",)):
            found: list[Actor] = []
            for kid in kids:
                if kid.dep not in deps:
                    continue
                if kid.dep == "prep":
                    found += [a for o in self.parse.kids(kid, "pobj") for a in self.actors_of(o)]
                else:
                    found += [a for a in [self.mention_at(kid)] if a is not None]
            if found:
                return found
        if (
            head.pos == "PROPN"
            and head.dep in {"nsubj", "nsubjpass", "dobj", "conj", "poss"}
            and not self._says_when(head)
        ):
            return [self._unknown(head)]
        return []

    def _says_when(self, token: Token) -> bool:
        """Whether a word stands in a time expression ("on Monday")."""
        at = self.sentence.start + token.start
        if token.lower in _CALENDAR:
            return True
        return any(t.field == self.sentence.field and t.start <= at < t.end for t in self.analysis.times)

    def content_actors(self, top: Token, taken: set[str]) -> list[Actor]:
        """The actors that the content of a verb of words is about: whom it is demanded of, threatened, promised to.

        First the subject of the clause below, then the first actor behind the verb, then the first nation or place.
        """
        for clause in self.parse.kids(top, "ccomp", "xcomp"):
            subjects = [a for s in self.parse.kids(clause, "nsubj", "nsubjpass") for a in self.actors_of(s)]
            fresh = [a for a in subjects if a.name.casefold() not in taken]
            if fresh:
                return fresh
        places = self.analysis.places_in(self.sentence.field, self.sentence.start, self.sentence.end)
        for token in self._content_words(top):
            mention = self.mention_at(token)
            if mention is not None and mention.name.casefold() not in taken:
                return [a for a in self.actors_of(token) if a.name.casefold() not in taken] or [mention]
            at = self.sentence.start + token.start
            place = next((p for p in places if p.start <= at < p.end), None)
            if mention is None and place is not None and place.name.casefold() not in taken:
                return [_grounds(place)]
        return []

    def _content_words(self, top: Token) -> list[Token]:
        """The words below a verb and behind it, without clauses of condition, time and reporting."""
        found: list[Token] = []
        stack = [k for k in self.parse.kids(top) if k.i > top.i]
        while stack:
            token = stack.pop(0)
            if token.dep in {"parataxis", "punct"}:
                continue
            if token.dep in {"advcl", "relcl"} and any(k.lower in _ASIDE for k in self.parse.kids(token)):
                continue
            if token.dep == "conj" and token.pos == "VERB":
                continue
            found.append(token)
            stack += self.parse.kids(token)
        return sorted(found, key=lambda t: t.i)

    def _unknown(self, head: Token) -> Actor:
        first = head
        for kid in self.parse.kids(head, "compound", "nmod", "flat"):
            if kid.i < first.i and all(
                t.dep in {"compound", "nmod", "punct", "flat"} for t in self.parse.tokens[kid.i : head.i]
            ):
                first = kid
        text = self.sentence.text[first.start : head.end]
        return Actor(
            field=self.sentence.field,
            start=self.sentence.start + first.start,
            end=self.sentence.start + head.end,
            text=text,
            name=text,
        )

    def _antecedent(self, pronoun: Token) -> list[Actor]:
        """Whom a pronoun means; nobody where the search for it leads back to itself."""
        if pronoun.i in self._sought:
            return []
        self._sought.add(pronoun.i)
        try:
            return self._meant(pronoun)
        finally:
            self._sought.discard(pronoun.i)

    def _meant(self, pronoun: Token) -> list[Actor]:
        """For a relative pronoun its noun, else the subject of the clause above or before."""
        if pronoun.lower in {"who", "which", "that"}:
            for up in self.parse.ancestors(pronoun):
                if up.dep == "relcl":
                    return self.actors_of(self.parse.head(up), deep=False)
            return []
        for up in self.parse.ancestors(pronoun):
            for kid in self.parse.kids(up, "nsubj", "nsubjpass"):
                if kid.i < pronoun.i and kid.lower not in _PRONOUNS:
                    return self.actors_of(kid)
        before = [a for a in self.mentions if a.end <= self.sentence.start + pronoun.start]
        if not before and pronoun.dep in {"nsubj", "poss", "nsubjpass"}:
            earlier = [
                a
                for a in self.analysis.actors
                if a.field == self.sentence.field and self.sentence.start - 400 < a.start < self.sentence.start
            ]
            if pronoun.lower in {"he", "she"}:
                return [a for a in earlier if a.sector == "government" and " " in a.text and not a.text.islower()][:1]
            return earlier[-1:] if pronoun.lower in {"they", "it"} else []
        return before[:1]

    def represented(self, actor: Actor) -> Actor:
        """The group that a spokesman or commander stands for, where his words name it; else himself."""
        head = self.parse.at(actor.end - 1 - self.sentence.start)
        if head is None or actor.sector in {"rebel group", "state forces", "political militia"}:
            return actor
        for prep in self.parse.kids(head, "prep"):
            if prep.lower in {"of", "for"}:
                for obj in self.parse.kids(prep, "pobj"):
                    for group in self.actors_of(obj, deep=False):
                        if group.sector in _FORCES | {"government", "political party"}:
                            return group
        return actor

    # -- of a verb

    def of_verb(self, verb: Token) -> Parties:
        """Subject and object of a verb, turned round in the passive, inherited where the verb stands without its own."""
        passive = bool(self.parse.kids(verb, "nsubjpass", "auxpass")) or (verb.dep == "acl" and verb.tag == "VBN")
        agents = [
            a for p in self.parse.kids(verb, "agent") for o in self.parse.kids(p, "pobj") for a in self.actors_of(o)
        ]
        objects = [a for o in self.parse.kids(verb, "dobj", "dative", "oprd") for a in self.actors_of(o)]
        objects += [
            a for p in self.parse.kids(verb, "dative") for o in self.parse.kids(p, "pobj") for a in self.actors_of(o)
        ]
        for clause in self.parse.kids(verb, "ccomp", "xcomp"):
            # "urged Iran to stop": the parser often makes the one asked the subject of the clause below.
            if clause.tag == "VB" and any(k.lower == "to" for k in self.parse.kids(clause, "aux")):
                objects += [a for s in self.parse.kids(clause, "nsubj") for a in self.actors_of(s)]
        if passive:
            subjects = [a for s in self.parse.kids(verb, "nsubjpass") for a in self.actors_of(s)]
            if not subjects and verb.dep == "acl":
                subjects = self.actors_of(self.parse.head(verb))
            if not subjects and verb.dep == "conj":
                subjects = list(self.of_verb(self.parse.head(verb)).recipients)
            return Parties(_once(agents), _once([*subjects, *objects]))
        actors = self.subject_of(verb)
        if not objects:
            objects = self._targets(verb)
        return Parties(_once([*actors, *agents]), _once(objects))

    def subject_of(self, verb: Token, depth: int = 0) -> list[Actor]:
        """The actors that do what a verb says."""
        own = self.parse.kids(verb, "nsubj", "csubj")
        if own:
            return [a for s in own for a in self.actors_of(s)]
        if depth > 6 or verb.head == verb.i:
            return []
        head = self.parse.head(verb)
        if verb.dep == "acl" and verb.tag == "VBG":
            return self.actors_of(head) or self._owner(head)
        if verb.dep in {"acl", "relcl"} and verb.tag in {"VB", "VBZ", "VBP", "VBD"}:
            return self.actors_of(head) if verb.dep == "relcl" else self._owner(head)
        if verb.dep == "pcomp":
            return self.subject_of(self.parse.head(head), depth + 1) if head.head != head.i else []
        if verb.dep in {"acomp", "attr", "oprd"}:
            return self.subject_of(head, depth + 1)
        if verb.dep in {"xcomp", "ccomp"}:
            objects = [a for o in self.parse.kids(head, "dobj") for a in self.actors_of(o, deep=False)]
            return objects or self.subject_of(head, depth + 1)
        if verb.dep in {"conj", "advcl", "dep", "prep"}:
            if self.parse.kids(head, "nsubjpass"):
                return (
                    []
                    if verb.dep == "advcl"
                    else [a for s in self.parse.kids(head, "nsubjpass") for a in self.actors_of(s)]
                )
            return self.subject_of(head, depth + 1)
        return []

    def _owner(self, noun: Token) -> list[Actor]:
        """Whose plan, promise or effort it is."""
        owned = [
            a for k in self.parse.kids(noun, "poss", "amod", "compound") for a in [self.mention_at(k)] if a is not None
        ]
        if owned:
            return owned
        head = self.parse.head(noun)
        return self.subject_of(head, 3) if head.i != noun.i and head.pos == "VERB" else []

    def _targets(self, verb: Token) -> list[Actor]:
        preps = self.parse.kids(verb, "prep") + [
            q for p in self.parse.kids(verb, "prt") for q in self.parse.kids(p, "prep")
        ]
        found: list[Actor] = []
        for prep in preps:
            if prep.lower in {
                "on",
                "against",
                "at",
                "with",
                "upon",
                "into",
                "to",
                "towards",
                "toward",
                "from",
                "for",
                "over",
            }:
                found += [a for o in self.parse.kids(prep, "pobj") for a in self.actors_of(o)]
        return found

    # -- of an event noun

    def of_noun(self, spot: Spot, support: dict[str, frozenset[str]]) -> Parties:
        """The parties of an event noun: what hangs on it, then what its verb adds."""
        actors: list[Actor] = []
        recipients: list[Actor] = []
        noun = spot.token
        for kid in self.parse.kids(noun, "poss", "amod", "compound", "nmod"):
            actor = self.mention_at(kid)
            if actor is not None:
                (recipients if actor.private else actors).append(actor)
        for prep in [p for n in self._with_head(noun) for p in self.parse.kids(n, "prep", "agent")]:
            named = [a for o in self.parse.kids(prep, "pobj") for a in self.actors_of(o, deep=prep.lower != "in")]
            if prep.lower in {"by", "between"}:
                actors += named
            elif prep.lower == "with" and spot.frame.group == "battle":
                actors += named
            elif prep.lower == "of" and noun.lemma in _OF_ACTS:
                actors += named
            elif prep.lower in _TARGETS:
                recipients += named
        for clause in self.parse.kids(noun, "acl", "relcl"):
            if (
                clause.lemma in {"target", "hit", "strike", "kill", "injure", "wound", "involve", "leave"}
                and clause.tag != "VBN"
            ):
                recipients += self.of_verb(clause).recipients
            elif clause.tag == "VBN":
                actors += [
                    a
                    for p in self.parse.kids(clause, "agent")
                    for o in self.parse.kids(p, "pobj")
                    for a in self.actors_of(o)
                ]
        self._from_carrier(spot, support, actors, recipients)
        return Parties(_once(actors), _once([r for r in recipients if all(r.start != a.start for a in actors)]))

    def _with_head(self, noun: Token) -> list[Token]:
        head = self.parse.head(noun)
        if noun.dep == "pobj" and head.lower == "of" and self.parse.head(head).lemma in PARTITIVE:
            return [noun, self.parse.head(head)]
        return [noun]

    def _from_carrier(
        self, spot: Spot, support: dict[str, frozenset[str]], actors: list[Actor], recipients: list[Actor]
    ) -> None:
        verb = spot.predicate
        if verb is None:
            return
        if spot.role == "object":
            parties = self.of_verb(verb)
            outer = [a for a in parties.actors if all(a.start != r.start for r in [*actors, *recipients])]
            if verb.lemma in support["act"]:
                if not actors:
                    actors += outer
                inner = {a.start for a in [*actors, *recipients]}
                recipients += [
                    r
                    for p in self.parse.kids(verb, "prep")
                    if p.lower in {"on", "against", "at", "upon", "with"}
                    for o in self.parse.kids(p, "pobj")
                    for r in self.actors_of(o)
                    if r.start not in inner
                ]
            elif verb.lemma in support["own"] and spot.frame.group in {"damage", "battle", "attack", "strike"}:
                actors += [a for a in outer if not actors and a.sector in _FORCES]
            elif verb.lemma in support["suffer"]:
                recipients += outer
        elif spot.role == "passive":
            if verb.lemma in support["act"]:
                actors += [a for a in self.of_verb(verb).actors if not actors]
                recipients += [
                    r
                    for p in self.parse.kids(verb, "prep")
                    if p.lower in {"on", "against", "at"}
                    for o in self.parse.kids(p, "pobj")
                    for r in self.actors_of(o)
                ]
        elif spot.role == "subject" and verb.lemma in support["happen"] | support["harm"]:
            recipients += [a for o in self.parse.kids(verb, "dobj") for a in self.actors_of(o)]
        elif spot.role == "oblique":
            self._from_harm(spot, verb, support, actors, recipients)

    def _from_harm(
        self, spot: Spot, verb: Token, support: dict[str, frozenset[str]], actors: list[Actor], recipients: list[Actor]
    ) -> None:
        """ "12 soldiers were killed in an ambush", "rebels killed 12 in an ambush"."""
        if verb.lemma not in support["harm"]:
            return
        parties = self.of_verb(verb)
        if verb.lemma in {"die", "perish", "drown"}:
            recipients += parties.actors
        else:
            recipients += parties.recipients
            if not actors:
                actors += parties.actors


def _once(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """The actors in text order, each span once, and each name once."""
    seen: dict[str, Actor] = {}
    for actor in sorted(actors, key=lambda a: (a.start, a.end)):
        seen.setdefault(actor.name.casefold(), actor)
    return tuple(seen.values())


def _grounds(place: Place) -> Actor:
    """The people of a place as those whom an act is done to."""
    return Actor(
        field=place.field, start=place.start, end=place.end, text=place.text, name=place.name,
        country_code=place.country_code,
    )
