"""Places that stand together in a sentence: "X and Y", which a figure shares, and "X, Y", where the first lies in the
second."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import msgspec

from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.knowledge.word_classes import WordClasses, either
from rashomon.language.syntax import Sentence
from rashomon.model.passage import Mention
from rashomon.model.place import Place

_LISTED = frozenset(("and", ",", ", and", "or", "and in", ", in", "and the", ""))
_JOINED = frozenset(("and", ", and", "or", "and in", "and the"))
#: Kinds as wide as an area that others lie in; a bare name may be a town's as well as its area's.
_WIDTH = {"facility": 0, "other": 0, "town": 1, "admin2": 2, "admin1": 3, "region": 3, "water": 3, "country": 4}
#: Initials in brackets behind a name, or the end of such where the initials are a name themselves.
_INITIALS = re.compile(r"^(?:\([A-Z][\w-]{0,9})?\)")
#: A chain of areas is followed over so many of them.
_LONGEST_CHAIN = 4


@dataclass(frozen=True)
class GroupWords(WordClasses):
    """Words between a place and one that says where it lies."""

    source: ClassVar[str] = "en/words/places.toml#groups"

    lying: frozenset[str]
    at: frozenset[str]
    hedges: frozenset[str]
    near: frozenset[str]
    sides: frozenset[str]
    inside: frozenset[str]

    @cached_property
    def lies_in(self) -> re.Pattern[str]:
        """What stands between a place and the one that it lies in: ", " or "in northern"."""
        few = r"(?:[a-z-]{2,14}\s){0,3}"
        owner = r"(?:(?-i:[A-Z])\w+(?:\s(?-i:[A-Z])\w+){0,2}['’]s?\s)?"
        return re.compile(
            rf"(?i),\s(?:in\s)?(?:the\s)?|,\s{either(self.lying)}\s{either(self.at)}\s(?:the\s)?{few}"
            rf"|,\s(?:an?|the)\s{few}(?:in|of|on)\s(?:the\s)?{owner}"
            rf"|,?\s(?:in|of)\s(?:the\s)?{owner}(?:(?!and\b|or\b)[a-z-]{{2,14}}\s){{0,4}}"
        )

    @cached_property
    def lies_by(self) -> re.Pattern[str]:
        """What stands between a place and one beside it: ", just north of", " near"."""
        beside = rf"{either(self.near)}|{either(self.sides)}\w*\sof"
        return re.compile(rf"(?i),?\s(?:{either(self.hedges)}\s|[\d,]+\s?\w+\s)*(?:{beside})\s(?:the\s)?")


def innermost(view: SentenceView, best: Place, named: Sequence[Place]) -> Place:
    """The place that the words before put into the one given ("Jaral, Kotwar district"); else the one given."""
    for _ in range(_LONGEST_CHAIN):
        if _in_list(view, best, named):
            return best
        inner = next((p for p in named if p.end <= best.start and _lies_in(view, p, best)), None)
        if inner is None:
            return best
        best = inner
    return best


def town_by(view: SentenceView, best: Place, named: Sequence[Place]) -> Place:
    """The town beside which water is named ("the Congo River near Mbandaka"), or the area that it lies in there, with
    the words of both."""
    if best.kind != "water":
        return best
    following = next((p for p in named if p.start >= best.end), None)
    if following is None or following.kind not in ("town", "admin1", "admin2"):
        return best
    gap = _between(view.sentence, best.end, following.start)
    words = view.words.of(GroupWords)
    by = following.kind == "town" and words.lies_by.fullmatch(gap)
    if not (by or words.lies_in.fullmatch(gap)):
        return best
    start, end = (best.phrase or best).start, (following.phrase or following).end
    text = view.sentence.text[start - view.sentence.start : end - view.sentence.start]
    return msgspec.structs.replace(following, phrase=Mention(field=best.field, start=start, end=end, text=text))


def _lies_in(view: SentenceView, inner: Place, outer: Place) -> bool:
    if not inner.text[:1].isupper() or inner.adjectival or inner.kind == "country":
        return False
    if inner.role != outer.role:
        return False
    ends = {e for e in ((inner.phrase or inner).end, inner.end) if e < outer.end}
    gaps = {_between(view.sentence, end, outer.start) for end in ends}
    words = view.words.of(GroupWords)
    if inner.kind not in ("water", "region") and any(words.lies_by.fullmatch(gap) for gap in gaps):
        return True
    return _WIDTH[inner.kind] <= _WIDTH[outer.kind] and any(words.lies_in.fullmatch(gap) for gap in gaps)


def lies_wider(view: SentenceView, end: int, inner: Place, outer: Place, named: bool = False) -> bool:
    """Whether the words behind an offset put the place that ends there into a wider one; `named`: up to its name."""
    gap = _between(view.sentence, end, (outer if named else outer.phrase or outer).start)
    words = view.words.of(GroupWords)
    if outer.role != inner.role or outer.kind in ("other", "water"):
        return False
    if outer.kind == "facility":  # "a mosque inside the Kotri barracks"
        return inner.kind == "facility" and gap.split() in ([w] for w in words.inside)
    return _WIDTH[inner.kind] < _WIDTH[outer.kind] and words.lies_in.fullmatch(gap) is not None


def _link(sentence: Sentence, start: int, end: int) -> str:
    """The words between two places, without the initials in brackets of the first: "X (KX) and Y"."""
    gap = _between(sentence, start, end).strip()
    return "," if gap == "(" else _INITIALS.sub("", gap).strip()


def _in_list(view: SentenceView, place: Place, named: Sequence[Place]) -> bool:
    """Whether `and` ties a place to the one before or behind it."""
    for other in named:
        left, right = (other, place) if other.start < place.start else (place, other)
        if other is not place and _link(view.sentence, left.end, right.start) in _JOINED:
            return True
    return False


def first_of_list(view: SentenceView, best: Place, named: Sequence[Place], floor: int) -> Place:
    """The first of the places tied by `and` and commas to the one given, not before an offset of the field."""
    if not _in_list(view, best, named):
        return best
    for place in sorted((p for p in named if floor <= p.start < best.start), key=lambda p: -p.start):
        gap = _link(view.sentence, place.end, best.start)
        if place.adjectival or place.role != best.role or gap not in _LISTED or not gap:
            break
        best = place
    return best


def beside(sentence: Sentence, best: Place, mentions: Sequence[Place]) -> tuple[Place, ...]:
    """Places coordinated with the chosen one ("Madaya and Zabadani"), in order."""
    found: list[Place] = []
    end = best.end
    for place in mentions:
        if place.start < end or place is best:
            continue
        if _link(sentence, end, place.start) not in _LISTED:
            break
        found.append(place)
        end = place.end
    return tuple(found)


def with_all(sentence: Sentence, best: Place, others: Sequence[Place]) -> Mention | None:
    """The words of a place with those of the places coordinated with it: "Madaya and Zabadani"."""
    if not others or (best.phrase is not None and best.phrase.start > others[-1].start):
        return best.phrase
    start, end = (best.phrase or best).start, (others[-1].phrase or others[-1]).end
    text = sentence.text[start - sentence.start : end - sentence.start]
    return Mention(field=best.field, start=start, end=end, text=text)


def _between(sentence: Sentence, low: int, high: int) -> str:
    return sentence.text[max(0, low - sentence.start) : max(0, high - sentence.start)]


def as_list(sentence: Sentence, place: Place, mentions: Sequence[Place]) -> Place:
    """A place with the words of those coordinated with it, where it has no phrase of its own: "Madaya and Zabadani"."""
    others = beside(sentence, place, [m for m in mentions if not m.adjectival]) if place.phrase is None else ()
    joined = bool(others) and _between(sentence, (place, *others)[-2].end, others[-1].start).strip() in _JOINED
    return msgspec.structs.replace(place, phrase=with_all(sentence, place, others)) if joined else place
