"""A read quantity among the others of its report, and whether one of them can hold another as its part."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.extraction.english.figures.reading import Read
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.model.claim import Figure

#: No whole is looked for behind more figures than this: work stays linear in a hostile text.
FARTHEST = 80
_HARMED = frozenset(("killed", "injured", "other:casualties", "missing", "trapped"))
#: What a measure's people or buildings can be among, besides the harmed.
_AMONG = {
    "displaced": ("affected", "evacuated", "homeless"),
    "homeless": ("affected", "displaced"),
    "buildings_destroyed": ("buildings_damaged",),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A read quantity with the view of its sentence; `sentence` is the place of its sentence in the report."""

    view: SentenceView
    read: Read
    measure: str
    sentence: int

    @property
    def value(self) -> float | None:
        """The stated number, or null."""
        return self.read.slot.quantity.value

    @property
    def count(self) -> tuple[str, float | None, str]:
        """What it counts in its field, and how many: equal for two tellings of one number."""
        return self.measure, self.value, self.field

    @property
    def is_rate(self) -> bool:
        """Whether it is told of each of several: "three deaths each" are not three."""
        return self.view.lower(self.read.slot.counted.next) == "each"

    @property
    def field(self) -> str:
        """The report's field that it stands in."""
        return self.view.sentence.field


def can_hold(whole: Told, part: Told) -> bool:
    """True where a figure can be the whole of another: measures that go together, and n <= N."""
    if not _go_together(whole.measure, part.measure):
        return False
    quantity = whole.read.slot.quantity
    if quantity.qualifier == "fraction":
        return False
    if part.value is None or quantity.value is None:
        return quantity.value != 1
    if quantity.value == part.value:
        return quantity.qualifier != part.read.slot.quantity.qualifier and quantity.qualifier != "up_to"
    return quantity.value > part.value


def _go_together(whole: str, part: str) -> bool:
    return whole == part or (whole in _HARMED and part in _HARMED) or whole in _AMONG.get(part, ())


def differ(one: Figure, other: Figure) -> bool:
    """True where two figures name sources that are not the same; "officials" or "sources" name nobody."""
    names = [_source(f) for f in (one, other)]
    return None not in names and names[0] != names[1]


def excludes(whole: Figure, part: Figure) -> bool:
    """True where the whole's people cannot hold the part's: civilians no fighters, fighters no civilians."""
    sorts = {whole.population.category, part.population.category}
    return sorts == {"civilians", "combatants"}


def _source(figure: Figure) -> str | None:
    source = figure.attribution
    if source is None or source.kind in ("unnamed", "official"):
        return None
    return (source.origin or source.text).casefold()
