"""Whether two figures are on one question, and whether one says the other's number."""

from __future__ import annotations

from rashomon.model.claim import Figure, Population
from rashomon.model.place import Place

#: "About n" is n within this share of it (design, "Figures, the heart").
_TOLERANCE = 0.1
_WIDE = ("country", "region", "admin1", "admin2")
#: Words for people that set no group apart.
_ANYBODY = {"people", "persons", "person", "others", "civilians", "civilian", "victims", "dead", "killed", "bodies"}


def is_on_question(asked: Figure, known: Figure) -> bool:
    """Whether the two count the same thing: measure, unit, people, and a place that may be the other's."""
    return (
        asked.measure == known.measure
        and asked.unit == known.unit
        and _same_people(asked.population, known.population)
        and _may_be_one_place(asked.place, known.place)
    )


def says_number(asked: Figure, known: Figure) -> bool:
    """Whether the two state one number; a hedge of either is no other number, "about" allows a tenth."""
    if asked.value is None or known.value is None:
        return (asked.low, asked.high) == (known.low, known.high) and asked.low is not None
    if "approx" in (asked.qualifier, known.qualifier):
        return abs(asked.value - known.value) <= _TOLERANCE * max(asked.value, known.value)
    return asked.value == known.value


def _same_people(asked: Population, known: Population) -> bool:
    apart = {asked.category, known.category}
    if apart == {"civilians", "combatants"} or ("other" in apart and len(apart) > 1):
        return False
    if asked.side and known.side and asked.side != known.side:
        return False
    mine, theirs = _set_apart(asked.group), _set_apart(known.group)
    return mine == theirs or bool(mine & theirs)


def _set_apart(group: str | None) -> frozenset[str]:
    """The words of a group that say more than that they are people, singular and plural alike."""
    words = (group or "").casefold().replace("-", " ").split()
    return frozenset(w.removesuffix("s") for w in words if w not in _ANYBODY)


def is_same_scope(asked: Figure, known: Figure) -> bool:
    """Whether `known` may bound `asked`: no part of another figure, and of the very place where both name one."""
    if known.part_of is not None and asked.population.group is None:
        return False
    mine, theirs = asked.place, known.place
    return mine is None or (theirs is not None and _is_one_place(mine, theirs))


def _is_one_place(asked: Place, known: Place) -> bool:
    if asked.geonames_id is not None and asked.geonames_id == known.geonames_id:
        return True
    return asked.name in (known.name, known.town) or asked.town == known.name


def _may_be_one_place(asked: Place | None, known: Place | None) -> bool:
    if asked is None or known is None:
        return True
    return _is_one_place(asked, known) or _holds(asked, known) or _holds(known, asked)


def _holds(wide: Place, narrow: Place) -> bool:
    """Whether one place lies in the other by its country or first-level unit."""
    if wide.kind == "country":
        return wide.country_code is not None and wide.country_code == narrow.country_code
    return wide.kind in _WIDE and wide.admin1 is not None and (wide.admin1, wide.country_code) == (
        narrow.admin1, narrow.country_code,
    )  # fmt: skip
