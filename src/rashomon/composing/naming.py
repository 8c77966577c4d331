"""Names of organisations, actors, places and sources as noun phrases of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar

from rashomon.composing.known_names import KnownNames
from rashomon.composing.ledger import Ledger
from rashomon.composing.mended_names import is_torn, mended
from rashomon.composing.noun_phrases import PhraseNouns, noun_phrase
from rashomon.composing.phrases import listed, many, with_indefinite
from rashomon.composing.source_names import is_written, without_remark
from rashomon.composing.who_speaks import can_speak
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses
from rashomon.model.attribution import Attribution
from rashomon.model.claim import AnyClaim, Responsibility, Statement
from rashomon.model.place import Place
from rashomon.model.report import Report

#: The character that masks a private person's letters; a name that holds it is never printed.
MASK = "█"
_ROLE_OF_KIND = {
    "witness": "a witness",
    "hospital": "hospital staff",
    "rescuers": "a rescuer",
    "expert": "an expert",
    "official": "an official",
    "police": "a police officer",
    "media": "a journalist",
}
#: What stands for words that name nobody who could know.
UNNAMED = "an unnamed source"
#: Kinds of sources that may be one private person.
_PERSONS = frozenset(("witness", "unnamed", "expert", "media", "rescuers", "hospital"))
#: A numeric address or a remark in brackets amid a name is no name of an outlet.
_DOMAIN = re.compile(r"^[\w-]+(?:\.[\w-]+)+\b", re.ASCII)
_ADDRESS = re.compile(r"\d+\.\d+\.\d+|\(")


@dataclass(frozen=True, slots=True)
class PlaceSurroundings(WordClasses):
    """Words for what lies around a town."""

    source: ClassVar[str] = "en/words/briefs.toml#places"

    around: frozenset[str]
    compass: frozenset[str]
    services: frozenset[str]


@dataclass(frozen=True, slots=True)
class RoleWords(WordClasses):
    """Words of the role by which a private person is told."""

    source: ClassVar[str] = "en/words/briefs.toml#roles"

    households: frozenset[str]
    members: frozenset[str]


@dataclass(frozen=True, slots=True)
class Naming:
    """Words names as noun phrases that fit inside a sentence."""

    library: Library
    ledger: Ledger
    known: KnownNames | None = None
    _told: dict[str, str | None] = field(default_factory=dict, repr=False, compare=False)
    _sources: dict[Attribution, str | None] = field(default_factory=dict, repr=False, compare=False)

    @property
    def _places(self) -> PlaceSurroundings:
        return self.library.words.of(PlaceSurroundings)

    def organisation(self, name: str) -> str | None:
        """The name with "the" where English wants it and in neutral words; null where it makes no noun phrase."""
        if name not in self._told:
            self._told[name] = self._worded(name)
        return self._told[name]

    def _worded(self, name: str) -> str | None:
        if MASK in name:
            return None
        land = self.library.actors.known(name)
        if land is not None and land.kind == "nation":  # whatever letters a report writes it in
            return f"the {land.name}" if land.name.casefold() in self.library.wording.article_places else land.name
        rank = re.match(r"([A-Z][a-z]+)\.?,? an? (?=[A-Z])", name)
        if rank and rank.group(1).casefold() in self.library.persons.public:
            name = name[rank.end() :]  # "Officer, a Norvale Police": the body is the source
        name = mended(name, self.library, self.ledger)
        if is_torn(name, self.library):
            return None
        phrase = noun_phrase(name, self.library, self.ledger.lower_words)
        return None if phrase is None else self._capitals(phrase)

    def _capitals(self, phrase: str) -> str:
        """The phrase with the capitals of place names that a report left out ("dayton police")."""
        first, _, rest = phrase.partition(" ")
        of_town = rest.split(" ")[0] in self._places.services
        if of_town:
            return f"{self.ledger.place_words.get(first, first)} {rest}"
        people = self.library.actors.known(first.capitalize()) if rest and first.islower() else None
        return f"{first.capitalize()} {rest}" if people is not None and people.kind == "people" else phrase

    def place(self, place: Place | None) -> str | None:
        """The place's name with "the" where it has one, a sensitive facility by its kind and town."""
        if place is None or MASK in place.name:
            return None
        if place.kind == "facility":
            return self._facility(place)
        name = " ".join(place.name.split())
        words = name.split()
        part_of_land = len(words) > 1 and words[0].startswith(tuple(self._places.compass)) and words[-1][:1].isupper()
        if not name or not (name[0].isupper() or part_of_land) or len(words) > 6:
            return None
        if place.geonames_id is None and place.kind == "other" and self._is_plain(words):
            return None
        return f"the {name}" if name.casefold() in self.library.wording.article_places else name

    def _is_plain(self, words: list[str]) -> bool:
        """Whether a name that no gazetteer holds is made of common words only: a capital of a headline, no place."""
        return all(self.library.word_rarity.is_listed(w.casefold()) for w in words)

    def _facility(self, place: Place) -> str | None:
        kind = (place.facility_kind or "").casefold()
        if (place.town or "").casefold() in self.library.place_words.countries:
            return None  # a land that only its name tells of: "the Saudi Hospital"
        if kind and place.town and kind in self.library.wording.telling_facilities:
            article = "an" if kind[0] in "aeiou" else "a"
            return f"{article} {kind} in {place.town}"
        return place.town

    def at(self, place: Place | None) -> str:
        """ " in Aleppo", " near Saraqab", " at a hospital in Idlib"; "" where there is no printable name."""
        name = self.place(place)
        if name is None or place is None:
            return ""
        if place.role == "from":
            return f" from {name}"
        if place.role == "to":
            return f" to {name}"
        if place.precision == "near" or self._is_outside(place):
            return f" near {name}"
        return f" at {name}" if name.startswith(("a ", "an ")) else f" in {name}"

    def _is_outside(self, place: Place) -> bool:
        """Whether the report puts it around a town, not in it: "the Damascus suburbs"."""
        around = self._places.around
        return place.precision == "area" and bool(around & {w.casefold() for w in place.text.split()})

    def source(self, source: Attribution | None) -> str | None:
        """The root (else the agency) as a noun phrase; a private person by role; null where nobody is named."""
        if source is None:
            return None
        if source not in self._sources:
            self._sources[source] = self._source(source)
        return self._sources[source]

    def _source(self, source: Attribution) -> str | None:
        name = source.origin or (source.agency if source.origin is None and source.agency else None) or source.text
        if MASK in name or (MASK in source.text and source.kind in _PERSONS):
            return _ROLE_OF_KIND.get(source.kind)
        if source.kind == "witness":
            return self.private_role(source.text) or "a witness"
        if source.kind in _PERSONS and (role := self.private_role(source.text)):
            return role
        if source.origin and (given := self._as_given(source)):
            return given
        named = self.organisation(name)
        if named is not None and (not can_speak(named, self.library) or self._is_only_a_place(named)):
            return named if is_written(named, self.library) else UNNAMED
        return named if named is None or self.is_printable(named, source.kind) else _ROLE_OF_KIND.get(source.kind)

    def _is_only_a_place(self, named: str) -> bool:
        """Whether a source is a river, town or province by its bare name, which speaks for nobody; a land does."""
        bare = named.removeprefix("the ")
        known = self.library.actors.known(bare) is not None or self.library.organisations.find(bare) is not None
        return not known and bare in self.ledger.place_names

    def is_printable(self, phrase: str, kind: str = "unnamed") -> bool:
        """Whether nobody is named in the phrase but bodies, places and persons in a public role."""
        if self.known is None or kind not in _PERSONS:
            return True
        if kind == "media" and phrase.rpartition(" ")[2].lower() in self.library.speech.media:
            return True  # "state-run Norva 24 TV": a station's name, no journalist's
        return self.known.unexplained(phrase) is None

    def private_role(self, text: str) -> str | None:
        """The role of a private person from a report's words: "a resident", "a relative", "neighbours"; or null."""
        known = self.library.words.of(RoleWords)
        head = self.library.words.of(PhraseNouns).head_ends.split(" ".join(text.split()))[0]
        words = [w.casefold().strip(".,;") for w in head.split()]
        persons = self.library.persons
        if not words or (len(words) > 1 and words[-1] in known.members and words[-2] in known.households):
            return "relatives" if words else None
        head, many_of = words[-1], words[-1].removesuffix("s")
        if head in persons.kin or many_of in persons.kin:
            single = head not in known.households and head in persons.kin
            return "relatives" if not single or " and " in text else "a relative"
        if head in persons.private and head not in persons.public:
            return with_indefinite(head)
        return head if many_of in persons.private and many_of not in persons.public else None

    def _as_given(self, source: Attribution) -> str | None:
        """A source described, not named ("two medical sources"), in the report's own words."""
        if source.origin and source.origin.casefold() == source.text.casefold():
            return None
        if source.kind in ("witness", "unnamed", "hospital") and source.text and not source.text[0].isupper():
            named = self.organisation(source.text)
            return named if named and can_speak(named, self.library) else None
        return None

    def outlet(self, report: Report) -> str:
        """The outlet's name, or "one report" where it is not known."""
        name = without_remark(" ".join((report.outlet or "").split()))
        if not name or MASK in name or len(name.split()) > 8 or _ADDRESS.search(name):
            return "one report"
        if (spelled := self.library.outlets.spelled(name)) != name:
            return spelled
        if name.isupper() and " " in name:
            known = self.library.organisations.find
            return " ".join(w if len(w) < 4 or known(w) else w.capitalize() for w in name.split())
        return name[0].upper() + name[1:] if name.islower() and "." not in name else name

    def claim_source(self, claim: AnyClaim) -> str | None:
        """Who the report names for this claim."""
        if isinstance(claim, Statement):
            return self.organisation(claim.organisation or claim.speaker)
        if isinstance(claim, Responsibility):
            return self.organisation(claim.by) if claim.by else None
        attribution = getattr(claim, "attribution", None)
        return self.source(attribution)

    def tellers(self, ids: Iterable[str]) -> str:
        """The outlets behind claims that name no root: one by name, two by name, more by number (copies count once)."""
        reports = [self.ledger.reports[r] for r in self.ledger.independent(ids)]
        outlets = list(dict.fromkeys(self.outlet(r) for r in reports))
        if len(reports) == 1:
            return outlets[0]
        if len(reports) == 2 and len(outlets) == 2 and "one report" not in outlets:
            return listed(outlets)
        return many(len(reports), "report")


def is_address(name: str) -> bool:
    """Whether an outlet is known by its address only: such a name opens no sentence."""
    return bool(_DOMAIN.match(name))
