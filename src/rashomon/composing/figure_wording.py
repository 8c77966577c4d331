"""Figures as noun phrases and clauses: the stated hedge, the text's own group, the place, the date, the caveats."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from msgspec.structs import replace

from rashomon.composing.dates import DateWords, of_as_of, of_when
from rashomon.composing.ledger import Ledger
from rashomon.composing.naming import MASK, Naming
from rashomon.composing.neutral import neutral_phrase
from rashomon.composing.own_words import in_own_words
from rashomon.composing.phrases import number_words
from rashomon.composing.places_beside import place_beside
from rashomon.composing.plurals import in_number
from rashomon.composing.same_happening import is_inherited
from rashomon.composing.sentence_reading import CAVEAT_WORDS
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses, any_of
from rashomon.knowledge.wording import MeasureWords
from rashomon.model.claim import Figure

_HEDGES = {"at_least": "at least ", "more_than": "more than ", "up_to": "up to ", "approx": "about "}
#: Measures of people who move: only these have a place that they left or reached.
MOVING = frozenset(("displaced", "evacuated", "returned", "rescued", "abducted"))
#: Measures of people who are brought to where they are counted.
_OF_A_BODY = frozenset(("killed", "injured", "other:casualties"))
_CATEGORY = {"civilians": ("civilian", "civilians"), "combatants": ("combatant", "combatants")}
_GROUP_SHAPE = re.compile(r"[A-Za-z][\w'’-]*(?: [A-Za-z][\w'’-]*){0,4}$")


@dataclass(frozen=True, slots=True)
class GroupWords(WordClasses):
    """Words of the groups that figures count."""

    source: ClassVar[str] = "en/words/briefs.toml#groups"

    no_group: frozenset[str]
    strikes: frozenset[str]
    vague: frozenset[str]
    treating: frozenset[str]
    anybody: frozenset[str]
    belonging: frozenset[str]


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Words figures; nothing of a figure that it cannot word correctly is printed."""

    library: Library
    ledger: Ledger
    naming: Naming
    dates: DateWords

    def measure(self, figure: Figure) -> MeasureWords | None:
        """The words of the figure's measure; null for measures that a brief does not tell."""
        words = self.library.wording.measures.get(figure.measure)
        return words if words is not None and words.rank < 50 else None

    def quantity(self, figure: Figure) -> str | None:
        """The number with its hedge ("at least 27", "dozens of"); null where the stated number makes none."""
        if figure.qualifier == "vague":
            return self._vague(figure)
        if figure.qualifier == "range" and figure.low is not None and figure.high is not None:
            return f"between {number_words(figure.low)} and {number_words(figure.high)}"
        if figure.qualifier in ("fraction", "vague") or figure.value is None:
            if figure.qualifier == "up_to" and figure.high is not None:
                return f"up to {number_words(figure.high)}"
            return None
        return _HEDGES.get(figure.qualifier, "") + number_words(figure.value)

    def _vague(self, figure: Figure) -> str | None:
        said = self.ledger.words(figure, figure.number_start, figure.number_end).casefold()
        word = any_of(self.library.words.of(GroupWords).vague).search(said)
        return None if word is None else "several" if word.group() == "several" else f"{word.group()} of"

    def share(self, figure: Figure) -> str | None:
        """A share in the report's words ("nearly half"), or null."""
        if figure.qualifier != "fraction":
            return None
        said = " ".join(self.ledger.words(figure, figure.number_start, figure.number_end).split()).strip(" ,;.")
        said = re.sub(r"\s+of$", "", said.casefold())
        return said if said and len(said.split()) <= 5 and MASK not in said else None

    def is_one(self, figure: Figure) -> bool:
        """Whether the figure counts exactly one."""
        return figure.value == 1 and figure.qualifier in ("exact", "at_least", "more_than", "approx")

    def groups(self, figure: Figure) -> str:
        """Whom or what the figure counts, as "the number of ..." wants it: in the plural."""
        return self._group(figure, one=False)

    def groups_in_own_words(self, figure: Figure) -> str:
        """As `groups`, for a clause in which the one who describes them so speaks: the description is its own."""
        return self._group(in_own_words(figure), one=False)

    def group(self, figure: Figure) -> str:
        """Whom or what the figure counts, in the number that goes with it."""
        return self._group(figure, self.is_one(figure))

    def _group(self, figure: Figure, one: bool) -> str:
        words = self.measure(figure)
        named = self._named_group(figure, one)
        if named is not None:
            return named
        if figure.unit == "household":
            return "household" if one else "households"
        singular, plural = _CATEGORY.get(figure.population.category, ("", ""))
        # Fighter or civilian is a report's word, never ours.
        singular = singular if singular in self.ledger.passage(figure).casefold() else ""
        if not singular or (words is not None and words.singular != "person"):
            singular, plural = (words.singular, words.plural) if words else ("person", "people")
        return singular if one else plural

    def _named_group(self, figure: Figure, one: bool) -> str | None:
        words = self.library.words.of(GroupWords)
        group = " ".join((figure.population.group or "").split())
        if not group or not _GROUP_SHAPE.match(group) or MASK in group:
            return None
        if words.no_group & {w.casefold() for w in group.split()} or re.match(r"(?:the|a|an)\s", group, re.IGNORECASE):
            return None
        if self.ledger.in_headline(figure) and group.casefold() in self.ledger.lower_words:
            group = group.casefold()  # "Foreigners": a headline's capital
        group = self._without_measure(group, figure)
        if not group or group in self._place_names or (" " in group and group.split()[-1][0].isupper()):
            return None
        *named, last = group.split()
        single = self.library.nouns.singular(last.casefold())
        plain = self.library.wording.plain_persons.get(single)
        # "Vale Front members" are not only people: whose they are is the news.
        of_body = single in words.belonging and any(w[0].isupper() for w in named)
        group = group if of_body else plain or group
        if group in self.library.terms:
            return self._disputed_group(figure, group)
        worded = in_number(group, one, self.library)
        party = figure.population.status_by
        if worded and party and self.ledger.is_partisan(figure) and (by := self.naming.organisation(party)):
            return (
                f"{'person' if one else 'people'} whom {by} described as {worded if not one else self._one_of(worded)}"
            )
        return worded

    def _without_measure(self, group: str, figure: Figure) -> str:
        """The group without words that say again what happened to it ("displaced Syrians were displaced")."""
        words = self.measure(figure)
        kept = [w for w in group.split() if words is None or w.casefold() not in words.words]
        return " ".join(kept)

    @property
    def _place_names(self) -> frozenset[str]:
        return self.ledger.place_names

    def _one_of(self, worded: str) -> str:
        return f"{'an' if worded[0] in 'aeiou' else 'a'} {worded}"

    def _disputed_group(self, figure: Figure, group: str) -> str | None:
        plain = neutral_phrase(group, self.library.terms)
        by = self.naming.organisation(figure.population.status_by or "") or self.naming.source(figure.attribution)
        if by is not None and figure.population.category != "other":
            return f"{'person' if self.is_one(figure) else 'people'} whom {by} described as “{group}”"
        return in_number(plain, self.is_one(figure), self.library) if plain else None

    def subject(self, figure: Figure) -> str | None:
        """ "at least 27 civilians"; null where the figure has no number to print, or counts no strikes but bombs."""
        quantity = self.quantity(figure)
        group = (figure.population.group or "").casefold()
        if (
            figure.measure == "strikes"
            and group
            and not group.endswith(tuple(self.library.words.of(GroupWords).strikes))
        ):
            return None
        return f"{quantity} {self.group(figure)}" if quantity else None

    def makeup(self, figure: Figure) -> str:
        """ ", mostly combatants," behind the subject; "" where the text says none or uses a loaded word."""
        group = figure.mostly or ""
        return f", mostly {group}," if group.islower() and not self.library.terms.find(group) else ""

    def predicate(self, figure: Figure) -> str | None:
        """ "were killed", in the number and the reality of the figure; null for measures not told."""
        words = self.measure(figure)
        if words is None:
            return None
        passive = words.passive
        if figure.realis == "feared":
            if not passive.startswith("were "):
                return None
            passive = f"were feared {passive.removeprefix('were ')}"
        if self.is_one(figure) and passive.startswith("were "):
            passive = "was " + passive.removeprefix("were ")
        return passive

    def at(self, figure: Figure) -> str:
        """ " in Aleppo"; where people moved, " from" or " to" it; "" where the figure's own sentence gives no place."""
        # A place taken from elsewhere in the report serves matching only: no wider toll is pinned on a town by it.
        if figure.place is None or is_inherited(figure.place):
            return ""
        if (
            figure.measure in _OF_A_BODY
            and figure.place.facility_kind in self.library.words.of(GroupWords).treating
            and figure.event is None
        ):
            return ""  # where they lie is not where it happened
        joined = place_beside(figure, self.ledger, self.naming, self.library)
        if joined is None:
            return ""  # of several places, none of which may stand for all
        moved = figure.measure in MOVING or figure.place.role == "at"
        return f"{self.naming.at(figure.place if moved else replace(figure.place, role='at'))}{joined}"

    def date(self, figure: Figure, with_year: bool = False) -> str:
        """ " on 27 November" or " by 29 November" with a space before it; "" where no date is stated."""
        told = of_when(figure.when)
        if told is not None:
            return f" {self.dates.when(told, with_year)}"
        stated = of_as_of(figure.as_of)
        return f" {self.dates.by(stated.end)}" if stated is not None and stated.end else ""

    def caveat(self, figures: Sequence[Figure], source: str = "") -> str:
        """The caveats that no sentence may drop, as a clause to append; "" where there are none but what the source's
        own name says ("preliminary figures").
        """
        kinds = {c.kind for f in figures for c in f.caveats}
        kinds = {k for k in kinds if k not in CAVEAT_WORDS or not CAVEAT_WORDS[k].search(source)}
        said = []
        if "preliminary" in kinds and "unverified" in kinds:
            said.append("a preliminary count that could not be verified")
        elif "preliminary" in kinds:
            said.append("a preliminary count")
        elif "unverified" in kinds:
            said.append("a count that could not be verified")
        if "excludes" in kinds:
            said.append(self._excluded(figures))
        return "".join(f", {s}" for s in said)

    def _excluded(self, figures: Sequence[Figure]) -> str:
        for figure in figures:
            for caveat in figure.caveats:
                words = " ".join(self.ledger.words(figure, caveat.start, caveat.end).split()).strip(' ,;.“”"')
                if caveat.kind == "excludes" and 1 < len(words.split()) <= 12 and MASK not in words:
                    return f"a count given as “{words}”"
        return "a count that leaves some people out"
