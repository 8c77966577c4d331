"""Whom the content of a verb of words is about: of whom it is demanded, to whom it is promised."""

from __future__ import annotations

from rashomon.extraction.english.clause_parties import ClauseReader, ClauseWords
from rashomon.language.syntax import Token
from rashomon.model.actor import Actor
from rashomon.model.place import Place


class ContentReader(ClauseReader):
    """Reads the parties of clauses, and those whom what is said there is about."""

    def content_actors(self, top: Token, taken: set[str]) -> list[Actor]:
        """The actors that the content of a verb of words is about: whom it is demanded of, threatened, promised to.

        First the subject of the clause below, then the first actor behind the verb, then the first nation or place.
        """
        for clause in self.parse.kids(top, "ccomp", "xcomp"):
            subjects = [a for s in self.parse.kids(clause, "nsubj", "nsubjpass") for a in self.actors_of(s)]
            fresh = [a for a in subjects if a.name.casefold() not in taken]
            if fresh:
                return fresh
        return self._first_named(top, taken, False) or self._first_named(top, taken, True)

    def below(self, verb: Token, prep: str) -> list[Actor]:
        """The actors behind a preposition of a verb or of its object."""
        tops = [verb, *self.parse.kids(verb, "dobj", "prt")]
        preps = [p for t in tops for p in self.parse.kids(t, "prep") if p.lower == prep]
        return [a for p in preps for o in self.parse.kids(p, "pobj") for a in self.actors_of(o)]

    def _first_named(self, top: Token, taken: set[str], asides: bool) -> list[Actor]:
        """The first actor or place in the content of a verb."""
        places = self.analysis.places_in(self.sentence.field, self.sentence.start, self.sentence.end)
        for token in self._content_words(top, asides):
            mention = self.mention_at(token)
            if mention is not None and mention.name.casefold() not in taken:
                return [a for a in self.actors_of(token) if a.name.casefold() not in taken] or [mention]
            at = self.sentence.start + token.start
            place = next((p for p in places if p.start <= at < p.end), None)
            if mention is None and place is not None and place.name.casefold() not in taken:
                return [_grounds(place)]
        return []

    def _content_words(self, top: Token, asides: bool) -> list[Token]:
        """The words below a verb and behind it, without clauses of condition, time and reporting."""
        words = self.classes.of(ClauseWords)
        found: list[Token] = []
        stack = [k for k in self.parse.kids(top) if k.i > top.i]
        while stack:
            token = stack.pop(0)
            if token.dep in {"parataxis", "punct"}:
                continue
            if (
                not asides
                and token.dep in {"advcl", "relcl"}
                and any(k.lower in words.aside for k in self.parse.kids(token))
            ):
                continue
            if token.dep == "conj" and token.pos == "VERB":
                continue
            found.append(token)
            stack += self.parse.kids(token)
        return sorted(found, key=lambda t: t.i)


def _grounds(place: Place) -> Actor:
    """The people of a place as those whom an act is done to."""
    return Actor(
        field=place.field,
        start=place.start,
        end=place.end,
        text=place.text,
        name=place.name,
        country_code=place.country_code,
    )
