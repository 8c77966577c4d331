"""The side of those whom a figure counts, named as their own sources' side is; and who calls them fighters."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from rashomon.knowledge.library import Library
from rashomon.model.actor import Actor
from rashomon.model.attribution import Attribution
from rashomon.model.claim import Figure, Population
from rashomon.resolution.actors import resolve_actor
from rashomon.resolution.interests import is_party

#: Roots that name their enemies, beside those of a side.
_ARMED = frozenset({"army", "party", "government", "ministry", "police"})
#: Classes of people of whom only somebody's word says that they fight.
_CONTESTED = frozenset({"rebels", "combatants"})
Resolve = Callable[[Attribution], Attribution]


def with_sides(figure: Figure, resolve: Resolve, home: str | None, library: Library) -> Figure:
    """The figure with its population's side and describer resolved; `figure` has its own attribution resolved.

    A side is the one that a source of that party would have, so that a party's own losses are known as such. A party
    that counts its enemies or civilians is who describes them, where the words name nobody else.
    """
    known = figure.population
    side = None if known.side is None else _side(known.side, figure, resolve, home, library)
    by = known.status_by and (resolve(_as_source(known.status_by, figure)).origin or known.status_by)
    population = msgspec.structs.replace(known, side=side, status_by=by)
    if by is None and _is_partial(figure.attribution, population, library):
        assert figure.attribution is not None
        population = msgspec.structs.replace(population, status_by=figure.attribution.origin)
    return figure if population == known else msgspec.structs.replace(figure, population=population)


def _is_partial(source: Attribution | None, population: Population, library: Library) -> bool:
    if source is None or source.origin is None:
        return False
    if population.category == "civilians":
        return is_party(source)
    if population.category != "combatants" or _is_own(source, population):
        return False
    # By the group's own words: "members of the army" are nobody's word.
    named = msgspec.structs.replace(population, category="people")
    contested = library.population_classes.class_of(named) in _CONTESTED
    return contested and (is_party(source) or source.kind in _ARMED)


def _is_own(source: Attribution, population: Population) -> bool:
    """Whether a party counts its own: by its side, or by its name in that of theirs ("an insurgent militia")."""
    side, names = (population.side or "").casefold(), (source.side, source.origin)
    return bool(side) and any(n is not None and n.casefold() in side for n in names)


def _side(words: str, figure: Figure, resolve: Resolve, home: str | None, library: Library) -> str:
    """The side of a party as worded, else its country, else its own name."""
    for name in dict.fromkeys((words, _of_home(words, figure, home, library))):
        side = resolve(_as_source(name, figure)).side
        if side is not None:
            return side
    actor = library.actors.known(words)
    if actor is not None and actor.kind == "group":
        return resolve(_as_source(actor.name, figure)).side or actor.name
    for named in library.actors.find_names(_of_home(words, figure, home, library)):
        if named.actor.country_code is not None:
            return named.actor.name
    return words


def _of_home(words: str, figure: Figure, home: str | None, library: Library) -> str:
    """The full name of a state's own force or government that a report only calls "the army"."""
    if next(library.actors.find_names(words), None) is not None:
        return words
    kind = library.actors.kind_of(words.casefold().rpartition(" ")[2])
    sector = kind.sector if kind is not None else "unknown"
    bare = Actor(
        field=figure.field, start=figure.start, end=figure.end, text=words.casefold(), name=words, sector=sector
    )
    return resolve_actor(bare, home, library).name


def _as_source(words: str, figure: Figure) -> Attribution:
    return Attribution(field=figure.field, start=figure.start, end=figure.end, text=words, origin=words)
