"""A read quantity among the others of its report, and whether one of them can hold another as its part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.reading import Read
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.knowledge.word_classes import WordClasses
from rashomon.model.claim import Figure

#: No whole is looked for behind more figures than this: work stays linear in a hostile text.
FARTHEST = 80
#: What a measure's people or buildings can be among, besides those of the same measure: the dead are dead, but some of
#: the hurt die.
_AMONG = {
    "killed": ("injured", "other:casualties", "missing", "trapped"),
    "injured": ("other:casualties", "missing", "trapped"),
    "missing": ("other:casualties", "trapped"),
    "trapped": ("other:casualties", "missing"),
    "other:casualties": ("injured", "missing", "trapped"),
    "displaced": ("affected", "evacuated", "homeless"),
    "homeless": ("affected", "displaced"),
    "evacuated": ("affected",),
    "buildings_destroyed": ("buildings_damaged",),
}


@dataclass(frozen=True, slots=True)
class OtherWords(WordClasses):
    """Words for further people, and for people told of together."""

    source: ClassVar[str] = "en/words/figures.toml#others"

    others: frozenset[str]
    together: frozenset[str]
    harmed: frozenset[str]
    any_building: frozenset[str]


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
    if not _go_together(whole, part):
        return False
    quantity = whole.read.slot.quantity
    if quantity.qualifier == "fraction":
        return False
    if part.value is None or quantity.value is None:
        return quantity.value != 1
    if quantity.value == part.value:
        return quantity.qualifier != part.read.slot.quantity.qualifier and quantity.qualifier != "up_to"
    return quantity.value > part.value


def _go_together(whole: Told, part: Told) -> bool:
    if whole.measure == part.measure or whole.measure in _AMONG.get(part.measure, ()):
        return True
    head = whole.read.slot.counted.head
    open_fate = head is not None and head.lower in whole.view.words.of(OtherWords).harmed
    return open_fate and part.measure == "injured" and whole.measure == "killed"  # victims, of whom some live


def differ(one: Figure, other: Figure) -> bool:
    """True where two figures name bodies that share no word; "officials" or "the group" name nobody."""
    names = [_source(f) for f in (one, other)]
    return all(names) and not names[0] & names[1] and not _is_acronym(*names) and not _is_acronym(*reversed(names))


def are_beside(told: Sequence[Told], i: int, member: int) -> bool:
    """ "Six died at X, three at Y and three at Z": who is told at another house stands beside them; so do "three more"
    right behind."""
    one, first = told[i], told[member]
    if first.read.slot.counted.more and member == i + 1:
        return True
    start, end = one.read.slot.counted.next, first.read.slot.first
    behind = first.view.lower(first.read.slot.counted.next)
    row = first.view is one.view and start < end and first.read.row is one.read.slot
    return row and behind == "at" and any(one.view.lower(k) == "at" for k in range(start, end))


def excludes(whole: Figure, part: Figure) -> bool:
    """True where the whole's people cannot hold the part's: civilians no fighters, fighters no civilians."""
    sorts = {whole.population.category, part.population.category}
    return sorts == {"civilians", "combatants"}


def are_other_things(whole: Told, part: Told) -> bool:
    """True for buildings of two kinds: of 60,000 houses no school is one; of buildings or sites it may be."""
    heads = whole.read.slot.counted.head, part.read.slot.counted.head
    if None in heads or not (whole.measure == part.measure and whole.measure.startswith("buildings")):
        return False
    names = [h.lower for h in heads if h is not None]
    return names[0] != names[1] and names[0] not in whole.view.words.of(OtherWords).any_building


def is_elsewhere(whole: Figure, member: Figure) -> bool:
    """True where both are told at places of their own that are of one kind, and not the same; a facility stands for its
    town."""
    (kind, name), (other_kind, other) = _place(whole), _place(member)
    return kind is not None and kind == other_kind and name not in other and other not in name


def _place(figure: Figure) -> tuple[str | None, str]:
    place = figure.place
    if place is None or place.how != "clause":
        return None, ""
    if place.kind != "facility":
        return place.kind, place.name
    return ("town" if place.town else None), place.town or place.name


def _source(figure: Figure) -> frozenset[str]:
    """The names in the words for a figure's source in its own clause; an agency that only relays is no source."""
    source = figure.attribution
    if source is None or source.how != "clause" or (source.agency and not source.origin):
        return frozenset()
    words = source.text.replace("'s", "").split()
    names = [w for w in words if w[:1].isupper() and w != "The"]
    first = len(names) == 1 and names[0] == words[0] and not names[0].isupper()  # "Police", only by its position
    return frozenset(() if first else names)


def _is_acronym(short: frozenset[str], name: frozenset[str]) -> bool:
    return any(len(w) > 1 and w.isupper() and set(w) <= {n[0] for n in name} for w in short)
