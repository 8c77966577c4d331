"""How well figures fit two by two, kept by how they look: a story's next instant compares few of its figures anew."""

from __future__ import annotations

from collections.abc import Hashable
from itertools import count

from rashomon.knowledge.population_classes import PopulationClasses
from rashomon.model.remembered import remembered

#: So many looks and fits are kept at once; a look holds some hundred words.
_LOOKS, _FITS = 20_000, 200_000


class KeptFits:
    """Numbers for looks, and the fits of two numbers; whoever began with one goes on with it when it is full.

    Two threads may use it at once: a look gets one number, and a number never another look.
    """

    def __init__(self) -> None:
        self.fits: dict[tuple[int, int], float] = {}
        self._numbers: dict[Hashable, int] = {}
        self._next = count()

    def number_of(self, look: Hashable) -> int:
        """The number of a look."""
        known = self._numbers.get(look)
        return self._numbers.setdefault(look, next(self._next)) if known is None else known

    @property
    def is_full(self) -> bool:
        """Whether the next story begins with another."""
        return len(self._numbers) > _LOOKS or len(self.fits) > _FITS


def kept_fits(populations: PopulationClasses) -> KeptFits:
    """What is kept of figures whose people are told by these classes."""
    last = _last(populations)
    if last[0].is_full:
        last[0] = KeptFits()
    return last[0]


@remembered(2)
def _last(_populations: PopulationClasses) -> list[KeptFits]:
    return [KeptFits()]
