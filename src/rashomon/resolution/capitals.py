"""The town that "the Somali capital" and "Somalia's capital" mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.knowledge.gazetteer import Candidate
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses, either
from rashomon.model.place import Place
from rashomon.model.report import Report

#: So many characters behind a name can say that its capital is meant.
_REACH = 30


@dataclass(frozen=True)
class CapitalWords(WordClasses):
    """Words for a land's seat."""

    source: ClassVar[str] = "en/words/places.toml#capitals"

    capitals: frozenset[str]
    compounds: frozenset[str]

    @cached_property
    def owned(self) -> re.Pattern[str]:
        """A land's name or its people's, with the capital behind it in the same mention: the name as a group."""
        return re.compile(rf"(?:the )?(.+?)(?:['’]s)? {either(self.capitals)}", re.IGNORECASE)

    @cached_property
    def alone(self) -> re.Pattern[str]:
        """The capital without the name of its land."""
        return re.compile(rf"(?:the )?{either(self.capitals)}")

    @cached_property
    def behind(self) -> re.Pattern[str]:
        """The capital right behind a land's name, and no other noun that the word makes ("capital punishment")."""
        return re.compile(rf"(?:['’]s)? {either(self.capitals)}\b(?! {either(self.compounds)}\b)", re.IGNORECASE)


def capital_meant(report: Report, place: Place, library: Library, home: str | None = None) -> Candidate | None:
    """The capital that a mention means by its land's name, for "the capital" alone that of `home`, a report's one land;
    null where it means none, or the land is in doubt."""
    words = library.words.of(CapitalWords)
    if words.alone.fullmatch(place.text):
        return _seat(home or "", library)
    own = words.owned.fullmatch(place.text)
    behind = report.field_text(place.field)[place.end : place.end + _REACH]
    if own is None and words.behind.match(behind) is None:
        return None
    name = (own[1] if own is not None else place.text).lower()
    known = library.place_words
    code = None if name in known.usual else known.countries.get(name) or known.demonyms.get(name)
    return _seat(code or "", library)


def _seat(code: str, library: Library) -> Candidate | None:
    """The capital of a country."""
    town = library.capitals.get(code)
    found = [c for c in library.gazetteer.lookup(town) if c.entry.country_code == code] if town else []
    towns = [c for c in found if c.entry.kind == "town"]
    return max(towns, key=lambda c: c.entry.population, default=None)
