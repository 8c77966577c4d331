"""The library: every lexicon and gazetteer that the stages consult, each parsed when first asked for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rashomon.knowledge.actors import ActorLexicon
    from rashomon.knowledge.correction_notices import CorrectionNotices
    from rashomon.knowledge.events import EventLexicon
    from rashomon.knowledge.figure_words import FigureWords
    from rashomon.knowledge.gazetteer import Gazetteer
    from rashomon.knowledge.hedges import Hedges
    from rashomon.knowledge.measures import Measures
    from rashomon.knowledge.nouns import Nouns
    from rashomon.knowledge.number_words import NumberWords
    from rashomon.knowledge.organisations import Organisations
    from rashomon.knowledge.outlets import Outlets
    from rashomon.knowledge.page import PageWords
    from rashomon.knowledge.persons import PersonLexicon
    from rashomon.knowledge.place_words import PlaceWords
    from rashomon.knowledge.population_classes import PopulationClasses
    from rashomon.knowledge.relations import ControlLexicon, RelationLexicon
    from rashomon.knowledge.restatements import Restatements
    from rashomon.knowledge.sides import Sides
    from rashomon.knowledge.speech import SpeechWords
    from rashomon.knowledge.terms import LoadedTerms
    from rashomon.knowledge.times import TimeWords
    from rashomon.knowledge.victim_words import VictimWords
    from rashomon.knowledge.word_classes import WordBook
    from rashomon.knowledge.word_rarity import WordRarity
    from rashomon.knowledge.wording import Wording

#: Reads a data file by its name below the package's `data` folder ("en/measures.toml").
ReadData = Callable[[str], bytes]


class Library:
    """Read-only reference data behind typed views; `read` is the adapter that fetches a data file's bytes."""

    def __init__(self, read: ReadData) -> None:
        self._read = read

    def table(self, name: str) -> dict[str, Any]:
        """A TOML data file as a dictionary."""
        return tomllib.loads(self._read(name).decode("utf-8"))

    @cached_property
    def words(self) -> WordBook:
        """The word classes that rules ask for."""
        from rashomon.knowledge.word_classes import WordBook

        return WordBook(self._read)

    @cached_property
    def capitals(self) -> dict[str, str]:
        """The seat of government of each land, by its code."""
        found: dict[str, str] = self.table("capitals.toml")["capitals"]
        return found

    @cached_property
    def nouns(self) -> Nouns:
        """Singular and plural of nouns."""
        from rashomon.knowledge.nouns import Nouns

        return Nouns(self.table("en/nouns.toml"))

    @cached_property
    def number_words(self) -> NumberWords:
        """The words of numbers."""
        from rashomon.knowledge.number_words import read_number_words

        return read_number_words(self.table("en/number_words.toml"))

    @cached_property
    def word_rarity(self) -> WordRarity:
        """How rare an English word is."""
        from rashomon.knowledge.word_rarity import WordRarity

        return WordRarity(self._read("en/word_frequencies.tsv"))

    @cached_property
    def terms(self) -> LoadedTerms:
        """Loaded terms and their neutral counterparts."""
        from rashomon.knowledge.terms import LoadedTerms

        return LoadedTerms(self.table("en/loaded_terms.toml"))

    @cached_property
    def persons(self) -> PersonLexicon:
        """Roles and given names of persons."""
        from rashomon.knowledge.persons import person_lexicon

        return person_lexicon(self.table("en/person_roles.toml"), self.table("en/given_names.toml"))

    @cached_property
    def wording(self) -> Wording:
        """How a brief words measures and events."""
        from rashomon.knowledge.wording import read_wording

        return read_wording(self.table("en/wording.toml"))

    def is_party_army(self, words: str) -> bool:
        """Whether words name a party that may call itself an army: "the army" of a report is the state's, not its."""
        found = self.organisations.find_in(words)
        actor = self.actors.known(found[0].name) if found is not None else None
        rebels = actor is not None and actor.kind == "group" and actor.sector != "state forces"
        return found is not None and (found[0].kind == "party" or rebels)

    @cached_property
    def newsroom_names(self) -> dict[int, str]:
        """What English newsrooms call towns that the gazetteer lists under another name, by GeoNames id."""
        lines = self._read("en/place_names.tsv").decode("utf-8").splitlines()
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        return {int(number): name for number, _country, name in rows}

    @cached_property
    def times(self) -> TimeWords:
        """The words of English time expressions."""
        from rashomon.knowledge.times import load_times

        return load_times(self)

    @cached_property
    def outlets(self) -> Outlets:
        """News agencies and known outlets."""
        from rashomon.knowledge.outlets import load_outlets

        return load_outlets(self)

    @cached_property
    def publisher_families(self) -> dict[str, str]:
        """The family of an outlet, by its folded name (`organisations.name_key`)."""
        from rashomon.knowledge.sides import load_publisher_families

        return load_publisher_families(self)

    @cached_property
    def citing(self) -> re.Pattern[str]:
        """How a report says that an agency told it something."""
        from rashomon.knowledge.outlets import load_citing

        return load_citing(self)

    @cached_property
    def page_words(self) -> PageWords:
        """Words of page chrome."""
        from rashomon.knowledge.page import load_page_words

        return load_page_words(self)

    @cached_property
    def correction_notices(self) -> CorrectionNotices:
        """How a page says that it was changed."""
        from rashomon.knowledge.correction_notices import load_correction_notices

        return load_correction_notices(self)

    @cached_property
    def measures(self) -> Measures:
        """What a number can count, and the words that say so."""
        from rashomon.knowledge.measures import measure_lexicon

        names = ("en/measures.toml", "en/populations.toml", "en/frames.toml", "en/nations.toml")
        table, populations, frames, nations = map(self.table, names)
        return measure_lexicon(table, populations, frames, self.nouns, nations)

    @cached_property
    def hedges(self) -> Hedges:
        """Words beside a number that say how exact it is."""
        from rashomon.knowledge.hedges import read_hedges

        return read_hedges(self.table("en/hedges.toml"))

    @cached_property
    def restatements(self) -> Restatements:
        """Words that tell that a number is no longer said."""
        from rashomon.knowledge.restatements import load_restatements

        return load_restatements(self)

    @cached_property
    def population_classes(self) -> PopulationClasses:
        """Classes of people that figures count, and which lies within which."""
        from rashomon.knowledge.population_classes import PopulationClasses

        return PopulationClasses(self.table("en/population_classes.toml"), self.place_words.demonyms)

    @cached_property
    def speech(self) -> SpeechWords:
        """Verbs of speech and nouns for speakers."""
        from rashomon.knowledge.speech import load_speech

        return load_speech(self)

    @cached_property
    def organisations(self) -> Organisations:
        """Organisations that produce or relay information."""
        from rashomon.knowledge.organisations import load_organisations

        return load_organisations(self)

    @cached_property
    def sides(self) -> Sides:
        """Who stood on which side of which conflict, by date."""
        from rashomon.knowledge.sides import load_sides

        return load_sides(self)

    @cached_property
    def actors(self) -> ActorLexicon:
        """Who can act: named groups, nations, actor nouns."""
        from rashomon.knowledge.actors import ActorLexicon

        names, nations, nouns = map(self.table, ("actors.toml", "en/nations.toml", "en/actor_nouns.toml"))
        return ActorLexicon(names, nations, nouns, self.words)

    @cached_property
    def events(self) -> EventLexicon:
        """Classes of happenings and the words that tell them."""
        from rashomon.knowledge.events import EventLexicon

        return EventLexicon(self.table("en/events.toml"), self.words)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Places by name (compiled when the package is built)."""
        from rashomon.knowledge.gazetteer import Gazetteer

        return Gazetteer(self._read("gazetteer/gazetteer.bin"))

    @cached_property
    def place_words(self) -> PlaceWords:
        """The words around names of places."""
        from rashomon.knowledge.place_words import read_place_words

        texts = [self._read(f"en/{name}").decode("utf-8") for name in ("countries.tsv", "place_like_words.txt")]
        return read_place_words(self.table("en/places.toml"), *texts)

    @cached_property
    def relations(self) -> RelationLexicon:
        """How actors stand to each other."""
        from rashomon.knowledge.relations import RelationLexicon

        return RelationLexicon.of(self.table("en/relations.toml"))

    @cached_property
    def control(self) -> ControlLexicon:
        """Who holds a place."""
        from rashomon.knowledge.relations import ControlLexicon

        return ControlLexicon.of(self.table("en/control.toml"))

    @cached_property
    def figure_words(self) -> FigureWords:
        """Words near a figure that say what it rests on."""
        from rashomon.knowledge.figure_words import read_figure_words

        return read_figure_words(self.table("en/figure_words.toml"))

    @cached_property
    def victims(self) -> VictimWords:
        """Words that tell what became of those who were hit."""
        from rashomon.knowledge.victim_words import read_victim_words

        return read_victim_words(self.table("en/victims.toml"))
