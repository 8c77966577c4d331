"""The whole of a figure whose words make it a part: "12 of them", "of whom 12", "12 of the dead", "including 12"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.extraction.english.figures.inheritance import (
    PartWords,
    fronted,
    is_graver,
    is_of_victims,
    is_status,
    of_those_harmed,
    relative_before,
)
from rashomon.extraction.english.figures.inherited_measures import OF_THOSE
from rashomon.extraction.english.figures.opened_rows import (
    WholeWords,
    included_in,
    includes_unread,
    listed_of,
    opened_row,
    opening_whole,
    relative_row,
)
from rashomon.extraction.english.figures.reading import AMONG_STATE, CASUALTIES, EXTENT
from rashomon.extraction.english.figures.rival_counts import just_told
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.extraction.english.figures.told import FARTHEST, Told, can_hold, differ
from rashomon.model.claim import Figure

#: How many sentences back a whole may stand ("Three of them ..." goes on the sentence before, or the one before that).
_SENTENCES_BACK = 3
#: "In the valley alone" stands so many tokens behind its number at most, in one clause; before it, so many in front.
_CLAUSE = 14
#: So many counts stand before the whole that "among" names behind them, at most.
_ROW = 5
_OPENING = 5


def worded_whole(told: Sequence[Told], i: int, wholes: Mapping[int, int], figures: Sequence[Figure]) -> int | None:
    """The index of the whole that the words of a part point at; `wholes` are those found so far."""
    one = told[i]
    if wholes.get(i - 1) == i:
        return None  # the 33 of "12 of the 33"
    listed = listed_of(told, i, wholes)
    if listed is not None:
        return listed
    if not one.read.part and one.read.reading.rule != AMONG_STATE:
        opened = opened_row(told, i)
        if opened is None:
            opened = relative_row(told, i, wholes)
        if opened is None:
            opened = _whole_of_graver(told, i, wholes, figures)
        return _whole_of_alone(told, i, wholes, figures) if opened is None else opened
    following = told[i + 1] if i + 1 < len(told) and told[i + 1].view is one.view else None
    if following and _comes_next(one, following):
        return i + 1
    named = _among_named(told, i)
    if named is not None:
        return named
    before = range(i - 1, max(-1, i - FARTHEST), -1)
    here = [k for k in before if told[k].view is one.view and can_hold(told[k], one)]
    included = included_in(told, i)
    if included is not None:
        return included
    if i and i - 1 in wholes and _goes_on_pronoun(told[i - 1], one):
        return wholes[i - 1]
    last = told[i - 1] if i and one.read.row is told[i - 1].read.slot else None
    if last is not None and last.read.part and last.read.reading.rule in ("row", "toll") and i - 1 not in wholes:
        return None  # "Among the dead, six were in X, three in Y": beside each other
    opening = opening_whole(told, here)
    if opening is not None:
        of_last = _is_pronoun(one) and here[0] == i - 1  # "Of the 93, 34 were named, and 18 of these buried"
        return i - 1 if of_last else opening
    if relative_before(one.view, one.read.slot):
        affected = [k for k in before if told[k].view is one.view and told[k].measure == "affected"]
        here = here or [k for k in affected if not told[k].read.part and (told[k].value or 0) >= (one.value or 0)]
        if here:  # "285 people were affected, of whom 133 died"
            return next((k for k in here if _noun(told[k]) == _noun(one)), here[0])
    if includes_unread(told, i):
        return None
    if here and _died_of(told[here[0]], one):
        return here[0]
    if one.read.reading.rule == OF_THOSE:
        if _is_pronoun(one) and here:
            return here[0]  # "of the injured X counted 2,300, half of them in A"
        mate = i - 1 if i - 1 in wholes and told[i - 1].view is one.view else None
        mate = mate if mate is not None and figures[mate].unit == figures[i].unit else None
        if mate is not None and told[mate].read.reading.rule == OF_THOSE and can_hold(told[wholes[mate]], one):
            return wholes[mate]
        plain = [k for k in before if not told[k].read.part and told[k].measure == one.measure]
        plain = [k for k in plain if can_hold(told[k], one)]
        same_unit = (k for k in plain if figures[k].unit == figures[i].unit)  # families of families
        return next(same_unit, next(iter(plain), None))
    if _is_of_state(one):
        named = _of_named(told, i)
        if named is not None:
            return named
        just = just_told(told, i, wholes, figures)
        return _largest(told, i, wholes, figures) if just is None else just
    graver = _whole_of_graver(told, i, wholes, figures)
    if graver is not None:
        return graver
    pronoun = _is_pronoun(one)
    if pronoun and not here and _goes_on_unread(told, i):
        return None
    same = [k for k in before if _near(one, told[k], pronoun) and can_hold(told[k], one)]
    alike = [k for k in same if told[k].measure == one.measure]
    if alike:
        return alike[0]
    other = pronoun or _opens_by_pronoun(one) or one.read.reading.rule == EXTENT
    return next(iter(same), None) if other else _largest(told, i, wholes, figures)


def _is_pronoun(one: Told) -> bool:
    """ "18 of these": the whole has no name but the pronoun's."""
    counted = one.read.slot.counted
    return counted.partitive and counted.head is None


def _opens_by_pronoun(one: Told) -> bool:
    """ "Of those, 40 were hurt": no state is named."""
    pointing = one.view.words.of(PartWords).pointing
    at = next((k for k in (0, 1) if one.view.lower(k) == "of"), 0)
    return fronted(one.view, one.read.slot) and one.view.lower(at + 1) in pointing and at + 4 > one.read.slot.first


def _goes_on_unread(told: Sequence[Told], i: int) -> bool:
    """ "The clinic saw 237 people, 13 of them dead": people whose number was given no measure are the whole."""
    one = told[i]
    read = [t.read.slot for t in told[max(0, i - FARTHEST) : i] if t.view is one.view]
    heads = [s.counted.head for s in one.view.slots if s.first < one.read.slot.first and s not in read]
    return any(h is not None and "people" in one.view.measures.class_of(h.lower) for h in heads)


def _died_of(hurt: Told, one: Told) -> bool:
    """ "The raid killed 56 and wounded 30, three of whom died": only those who lived can have died since."""
    own = one.view.cues(one.read.reading.anchor)
    dying = one.measure == "killed" and any(c.role in ("subject", "known_subject") for c in own)
    return dying and _is_pronoun(one) and hurt.measure != "killed"


def _goes_on_pronoun(before: Told, one: Told) -> bool:
    """ "52 civilians, eight of whom were children and five women": the row is of those that the pronoun names."""
    counted = before.read.slot.counted
    return one.read.row is before.read.slot and counted.partitive and counted.head is None


def _comes_next(one: Told, following: Told) -> bool:
    """ "nearly half of the 14,000 displaced": the whole comes right after its part."""
    if one.read.reading.rule == "part of next":
        return True
    counted = one.read.slot.counted
    return counted.partitive and 0 <= following.read.slot.first - counted.next <= 1


def _among_named(told: Sequence[Told], i: int) -> int | None:
    """ "Two women and two children were among eight people killed": the whole that "among" names behind its parts."""
    one = told[i]
    for k in range(i + 1, min(len(told), i + _ROW)):
        if told[k].view is not one.view:
            return None
        first = told[k].read.slot.first
        if one.view.lower(first - 1) == "among" and one.view.parse.tokens[first - 2].pos in ("AUX", "VERB"):
            return k if can_hold(told[k], one) else None
    return None


def _noun(told: Told) -> str | None:
    head = told.read.slot.counted.head
    return head.lower if head is not None else None


def _is_of_state(one: Told) -> bool:
    """ "Three of the dead", "three of those killed", "were among the wounded", "the victims included"."""
    counted, view = one.read.slot.counted, one.view
    pointed = view.lower(counted.next - 1) in ("those", "the") and bool(view.cues(counted.next))
    named = counted.head is not None or pointed
    named = named or of_those_harmed(view, one.read.slot) is not None
    return (counted.partitive and named) or one.read.reading.rule == AMONG_STATE or is_of_victims(view)


def _of_named(told: Sequence[Told], i: int) -> int | None:
    """ "Five of the foreigners who died": the foreigners told before, themselves a part of the dead."""
    one, noun = told[i], _noun(told[i])
    if noun is None or not one.read.slot.counted.partitive or is_status(one.view, noun):
        return None
    before = (k for k in range(i - 1, max(-1, i - FARTHEST), -1) if told[k].field == one.field and told[k].value)
    alike = (k for k in before if told[k].measure == one.measure and _noun(told[k]) == noun)
    return next((k for k in alike if can_hold(told[k], one)), None)


def _largest(told: Sequence[Told], i: int, wholes: Mapping[int, int], figures: Sequence[Figure]) -> int | None:
    """The nearest telling of the largest count of the state told so far, where possible in the same field."""
    one = told[i]
    before = [k for k in range(max(0, i - FARTHEST), i) if can_hold(told[k], one) and k not in wholes]
    alike = [k for k in before if told[k].measure == one.measure and told[k].value]
    if not alike and one.measure == CASUALTIES:
        return next((k for k in reversed(before) if _near(one, told[k], False)), None)
    for group in ([k for k in alike if not _is_aside(figures[k])], alike):
        inside = [k for k in group if told[k].field == one.field] or group
        if inside:
            return max(inside, key=lambda k: (told[k].value or 0, k))
    return None


def _is_aside(figure: Figure) -> bool:
    return figure.realis in ("background", "denied")


def _whole_of_graver(told: Sequence[Told], i: int, wholes: Mapping[int, int], figures: Sequence[Figure]) -> int | None:
    """The hurt whose graver cases are told: the nearest larger count before that is none of grave cases itself."""
    one = told[i]
    if one.measure != "injured" or not is_graver(one.view, one.read.slot):
        return None
    for k in range(i - 1, max(-1, i - FARTHEST), -1):
        whole = told[k]
        stated = whole.measure == "injured" and whole.value is not None and whole.field == one.field
        inside = k not in wholes or (k == i - 1 and whole.view is one.view)
        if stated and inside and can_hold(whole, one) and not is_graver(whole.view, whole.read.slot):
            return None if _is_aside(figures[k]) else k
    return None


def _whole_of_alone(told: Sequence[Told], i: int, wholes: Mapping[int, int], figures: Sequence[Figure]) -> int | None:
    """ "49 were killed in the valley alone": the nearest larger count told just before by no other source."""
    one = told[i]
    slot, view = one.read.slot, one.view
    words = view.words.of(WholeWords)
    behind = range(slot.counted.next, slot.counted.next + _CLAUSE)
    ends = next((k for k in behind if view.lower(k) in words.ends or _is_count(view, k)), behind[-1])
    before_it = range(max(0, slot.first - _OPENING), slot.first)
    if not any(view.lower(k) == "alone" for k in (*range(slot.counted.next, ends), *before_it)):
        return None
    before = [k for k in range(i - 1, max(-1, i - FARTHEST), -1) if k not in wholes and _near(one, told[k], False)]
    larger = [k for k in before if told[k].measure == one.measure and (told[k].value or 0) > (one.value or 0)]
    return next((k for k in larger if not _is_aside(figures[k]) and not differ(figures[k], figures[i])), None)


def _is_count(view: SentenceView, k: int) -> bool:
    """Whether a number stands at a token that can be a count of its own; "in one village alone" is where."""
    slot = view.slot_at(k)
    return slot is not None and slot.quantity.value != 1


def _near(one: Told, other: Told, pronoun: bool) -> bool:
    if other.field != one.field or one.sentence - other.sentence > _SENTENCES_BACK:
        return False
    return pronoun or (not other.read.part and (other.value is not None or other.view is one.view))
