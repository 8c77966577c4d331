"""The people whom a figure counts, read off the words around its noun: whose they are, and who calls them what."""

from __future__ import annotations

from itertools import takewhile

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.actor_reading import FORCES, ActorReader
from rashomon.extraction.english.figures.counted_phrase import PhraseWords
from rashomon.extraction.english.source_speakers import read_speaker
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Parse, Sentence, Token
from rashomon.model.actor import Actor
from rashomon.model.claim import Figure, Population

#: A counted noun stands at most this many tokens behind its number; what it is called, behind the verb that calls it.
_REACH = 8
_LINKS = ("of", "from", "with")


class CountedReader:
    """Reads what stands around one figure's counted noun."""

    def __init__(self, figure: Figure, sentence: Sentence, parse: Parse, analysis: Analysis, library: Library) -> None:
        self.figure, self.sentence, self.parse, self.library = figure, sentence, parse, library
        self.actors = ActorReader(analysis, sentence, parse, library.words)
        number = parse.at(figure.number_end - 1 - sentence.start)
        self.number = number if number is not None else parse.tokens[0]

    def goes_on(self, before: Figure) -> bool:
        """Whether the number has no noun of its own and the figure before it in the sentence has one for both."""
        figure, one, other = self.figure, self.figure.population, before.population
        if (figure.field, figure.start) != (before.field, before.start) or before.unit != "person":
            return False
        if before.measure == figure.measure or _root(figure) != _root(before):
            return False
        if (one.category, one.group) == (other.category, other.group) and one.group is not None:
            return one.side is None and self._counted() is None
        head = self._counted()
        bare = head is None or head.lemma in self.library.measures.status["same_again"]
        return bare and (one.category, one.group) == ("people", None) and other.category in ("civilians", "combatants")

    def tells_age_alone(self) -> bool:
        """Whether the group's words say how old or of which sex the counted are, and not whether they fight."""
        words = (self.figure.population.group or "").casefold().split()
        words = list(takewhile(lambda w: w not in self.library.words.of(PhraseWords).age_bounds, words))
        if not words or self.figure.population.category != "civilians" or words[-1] not in self.library.measures.ages:
            return False
        counted = self._counted()  # "half of the dead were children" says of all the dead what they were
        return counted is None or counted.pos == "PRON" or counted.lower == words[-1]

    def population(self) -> Population:
        """The figure's population with side and describer."""
        known = self.figure.population
        called = self._called()
        if called is not None:
            noun, by = called
            category = self.library.measures.categories.get(noun.lower, known.category)
            return msgspec.structs.replace(known, category=category, group=noun.text, status_by=by)
        head = self._counted()
        if head is None or known.category not in ("combatants", "people"):
            return known
        before = self._force_before(head)
        party = self._owner(head) or self._named_force(head) or before
        if party is not None and known.category == "people":
            # Members and men of a force fight for it.
            of_force = party.sector in FORCES and head.lemma in self.library.measures.status["members"]
            if not of_force and self._named_force(head) is None:
                return known
            group = known.group if before is not None else self._phrase(head)
            known = msgspec.structs.replace(known, category="combatants", group=group)
        if known.category != "combatants":
            return known
        side = self._side(party) if party is not None else self._side_of(head)
        return known if side is None else msgspec.structs.replace(known, side=side)

    # -- whom the number counts

    def _counted(self) -> Token | None:
        """The noun that the number counts, also behind "of"; null in an ellipsis."""
        number = self.number
        of = [p for p in self.parse.kids(number, "prep") if p.lower == "of"]
        if of:
            objects = self.parse.kids(of[0], "pobj")
            return objects[0] if objects else None
        head = self.parse.head(number)
        near = number.i < head.i <= number.i + _REACH
        return head if near and head.pos in ("NOUN", "PROPN") else None

    # -- who calls them what

    def _called(self) -> tuple[Token, str] | None:
        """The noun by which somebody calls the counted, and who does; null where nobody is said to."""
        head = self._counted()
        clauses = self.parse.kids(head, "relcl", "acl") if head is not None else []
        clauses += [
            c for p in self.parse.kids(self.number, "prep") if p.lower == "of" for c in self.parse.kids(p, "pcomp")
        ]
        for clause in clauses:
            if clause.lemma not in self.library.speech.describing or clause.i > self.number.i + _REACH:
                continue
            noun = self._named_by(clause)
            by = self._describer(clause)
            if noun is not None and by is not None:
                return noun, by
        return None

    def _named_by(self, verb: Token) -> Token | None:
        """The first noun of people with a status behind the verb."""
        for token in self.parse.tokens[verb.i + 1 : verb.i + 1 + _REACH]:
            if self.library.measures.categories.get(token.lower) in ("combatants", "civilians", "other"):
                return token
        return None

    def _describer(self, verb: Token) -> str | None:
        subjects = self.parse.kids(verb, "nsubj") if verb.dep != "acl" else []
        agents = [o for a in self.parse.kids(verb, "agent") for o in self.parse.kids(a, "pobj")]
        for token in (*subjects, *agents):
            if token.pos == "PRON" or token.tag == "WP":
                return self._meant(token)
            return read_speaker(self.parse, token, self.sentence.text, self.library).text
        return None

    def _meant(self, pronoun: Token) -> str | None:
        source = self.figure.attribution
        if source is not None:
            return source.origin or source.text
        actors = self._antecedent(pronoun)
        return actors.name if actors is not None else None

    # -- whose they are

    def _owner(self, head: Token) -> Actor | None:
        """The party that a possessive or "of" names: "its soldiers", "Israel's troops", "members of the army"."""
        for owner in self.parse.kids(head, "poss"):
            if owner.tag == "PRP$":
                return self._antecedent(owner)
            return next(iter(self.actors.actors_of(owner, deep=False)), None)
        for link in self.parse.kids(head, "prep"):
            if link.lower in _LINKS and link.i == head.i + 1:
                for named in self.parse.kids(link, "pobj"):
                    found = self.actors.mention_at(named)
                    if found is not None and found.sector in FORCES | {"government"}:
                        return found
        return None

    def _named_force(self, head: Token) -> Actor | None:
        """The armed group whose bare name counts its people: "157 Houthis"."""
        actor = self.actors.mention_at(head)
        if actor is None or head.pos not in ("NOUN", "PROPN") or actor.sector not in FORCES:
            return None
        known = self.library.actors.known(actor.text)
        return actor if known is not None and known.kind == "group" else None

    def _force_before(self, head: Token) -> Actor | None:
        """The armed group whose name stands right before its members: "24 Islamic State members"."""
        if head.lemma not in self.library.measures.status["members"]:
            return None
        at = self.parse.tokens[head.i - 1] if head.i else head
        actor = self.actors.mention_at(at) if at.pos == "PROPN" else None
        known = self.library.actors.known(actor.text) if actor is not None else None
        return actor if actor is not None and known is not None and actor.sector in FORCES else None

    def _phrase(self, head: Token) -> str:
        """The noun with what it is of, without a possessive: "members of the army", "men"."""
        of = next((p for p in self.parse.kids(head, "prep") if p.lower == "of" and p.i == head.i + 1), None)
        end = head.end
        for token in sorted(self.parse.subtree(of), key=lambda t: t.i) if of is not None else ():
            following = self.parse.tokens[token.i + 1 : token.i + 2]
            if token.pos in ("CCONJ", "PUNCT") and following and following[0].pos == "NUM":
                break  # "and 54 soldiers" are others, counted by themselves
            end = token.end
        return self.sentence.text[head.start : end]

    def _antecedent(self, pronoun: Token) -> Actor | None:
        """The nearest subject before a pronoun that names a party, in its clause, the clauses above, or before."""
        for above in self.parse.ancestors(pronoun):
            for subject in self.parse.kids(above, "nsubj", "nsubjpass"):
                if subject.i >= pronoun.i or subject.pos in ("PRON", "NUM"):
                    continue
                actor = self.actors.mention_at(subject)
                if actor is not None and not actor.private and subject.i != self.number.i:
                    return actor
        meant = next((a for a in self.actors.actors_of(pronoun) if not a.private), None)
        return meant or self._speaker()

    def _speaker(self) -> Actor | None:
        """Who tells the figure, as a party: "It said 12 of its soldiers had died"."""
        source = self.figure.attribution
        if source is None or source.origin is None:
            return None
        return Actor(field=source.field, start=source.start, end=source.end, text=source.text, name=source.origin)

    def _side_of(self, head: Token) -> str | None:
        """The side that the counted noun's own words name: "Ukrainian soldiers", "rebel fighters"."""
        actor = self.actors.mention_at(head)
        inside = [t for t in self.parse.tokens[self.number.i + 1 : head.i + 1] if t.pos != "PUNCT"]
        # A country behind the noun ("rebels in Ukraine") says where they are, not whose.
        if actor is not None and next(self.library.actors.find_names(actor.text), None) is not None:
            return self._side(actor)
        sides = [self.library.measures.parties.get(w) for t in inside for w in (t.lower, t.lemma)]
        return next((s for s in sides if s is not None), None)

    def _side(self, actor: Actor) -> str | None:
        if actor.sector in ("civilians", "protesters", "rioters", "international organisation", "media"):
            return None
        return actor.name


def _root(figure: Figure) -> str | None:
    return figure.attribution.origin if figure.attribution is not None else None
