"""What the words beside a number make of it: open, of two kinds of harm, of one age or site, one end of a range."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection
from functools import lru_cache
from typing import Any, TypeVar

from msgspec.structs import replace

from rashomon.knowledge.number_words import NumberWords
from rashomon.knowledge.restatements import Handled, Restatements
from rashomon.language.english.numbers import find_numbers
from rashomon.reconciliation.sightings import Sighting

#: What is said of a count is said so near behind its sentence (characters).
_READ_ON = 250
#: "32 so far", "has risen to 32": words right beside a number are of it (characters before and behind).
_BEFORE, _BEHIND = 40, 60
#: So many words before a number may belong to it ("dead and wounded at least 60").
_BEFORE_NUMBER = 3
#: So many answers of rules on words are kept.
_KEPT = 50_000
#: Words behind a group that go on with another ("soldiers and members of other forces").
_ALSO = frozenset(("and", "or"))
#: A number so near behind the group begins another count, not another word for this one (characters).
_NEXT = 30
T = TypeVar("T")
#: Caveats of a count to which more will be added.
_NOT_CLOSED = frozenset({"preliminary", "expected_to_rise", "undercount", "no_access"})


def asked(rule: Callable[..., T], *words: str) -> T:
    """What a rule says of these words: a story asks the same of the same sentences at each of its instants."""
    found: T = _kept(rule, *words)
    return found


@lru_cache(maxsize=_KEPT)
def _kept(rule: Callable[..., Any], *words: str) -> Any:
    return rule(*words)


def worded(sighting: Sighting, numbers: NumberWords) -> Sighting:
    """The sighting with what the words of its number and of its group are."""
    figure = sighting.figure
    text = sighting.report.field_text(figure.field)
    unit = numbers.vague_unit(text[figure.number_start : figure.number_end])
    return dataclasses.replace(sighting, vague_unit=unit, first_group=_is_first_group(sighting, numbers))


def _is_first_group(sighting: Sighting, numbers: NumberWords) -> bool:
    """True where another group stands behind the one that a figure names, and no number of its own."""
    figure, group = sighting.figure, sighting.figure.population.group
    text = sighting.report.field_text(figure.field)
    at = text.find(group, figure.number_start, figure.end) if group else -1
    if not group or at < 0:
        return False
    rest = text[at + len(group) : at + len(group) + _NEXT]
    return not _ALSO.isdisjoint(rest.split()[:1]) and not find_numbers(rest, numbers)


def open_words(sighting: Sighting, restatements: Restatements) -> str | None:
    """The words by which the source of a count that can only rise says that it is not closed; else null."""
    figure = sighting.figure
    if sighting.counting != "cumulative":
        return None
    text = sighting.report.field_text(figure.field)
    sentence, after = text[figure.start : figure.end], text[figure.end : figure.end + _READ_ON]
    beside = text[max(figure.start, figure.number_start - _BEFORE) : figure.number_end + _BEHIND]
    caveats = " ".join(text[c.start : c.end] for c in figure.caveats if c.kind in _NOT_CLOSED)
    return asked(restatements.open_words, beside, f"{sentence} {caveats} {after}", figure.measure)


def counts_both(sighting: Sighting, restatements: Restatements) -> bool:
    """True for a number of dead and injured together; not for the first number of "24 dead and wounded 60"."""
    figure = sighting.figure
    text = sighting.report.field_text(figure.field)
    after = text[figure.number_end : figure.end]
    following = next((n.start for n in find_numbers(after, restatements.numbers)), None)
    if following is not None:
        after = " ".join(after[:following].split()[:-_BEFORE_NUMBER])
    return asked(restatements.counts_both, text[figure.start : figure.number_start], after)


def limits_age(sighting: Sighting, restatements: Restatements) -> bool:
    """True where the words up to the next number limit those counted to an age."""
    figure = sighting.figure
    after = sighting.report.field_text(figure.field)[figure.number_end : figure.end]
    return asked(
        restatements.limits_age, after[: next((n.end for n in find_numbers(after, restatements.numbers)), None)]
    )


def handled(sighting: Sighting, restatements: Restatements, dead: float) -> Handled | None:
    """What is told to have been done with the bodies that a figure counts; null for the living and for a toll.

    `dead` is the highest number of dead of the report: what is told of all of them makes no part.
    """
    figure = sighting.figure
    if figure.measure != "killed" or (figure.value or dead) >= dead:
        return None
    text = sighting.report.field_text(figure.field)
    beside = text[figure.start : figure.number_start], text[figure.number_end : figure.end]
    return asked(restatements.handles, *beside)


def is_of_one_site(sighting: Sighting, restatements: Restatements, facilities: Collection[str]) -> bool:
    """True for a count of the one place told of before ("102 had died at the site")."""
    figure = sighting.figure
    return restatements.counts_site(
        sighting.report.field_text(figure.field)[figure.number_end : figure.end], facilities
    )


def shares_out(sighting: Sighting, restatements: Restatements) -> bool:
    """True for some of people told of before, whose number its report may not give ("15 of the wounded")."""
    figure = sighting.figure
    return restatements.shares_out(sighting.report.field_text(figure.field)[figure.number_end : figure.end])


def opens_range(sighting: Sighting, restatements: Restatements) -> bool:
    """True for the low end of a range of which the other end stands apart."""
    figure = sighting.figure
    before = sighting.report.field_text(figure.field)[figure.start : figure.number_start]
    return asked(restatements.opens_range, before)


def names_people(sighting: Sighting) -> bool:
    """True where those counted have a name of their own ("Ruritanians"): they are not all who were harmed."""
    return any(word[:1].isupper() for word in (sighting.figure.population.group or "").split())


def without_days_of_some(sighting: Sighting, restatements: Restatements) -> Sighting:
    """The sighting without a day that its sentence tells of some of its people only ("32, most of them on Friday")."""
    figure = sighting.figure
    when = figure.when
    if when is None or when.start <= figure.number_end:
        return sighting
    between = sighting.report.field_text(figure.field)[figure.number_end : when.start]
    if not restatements.counts_some(between):
        return sighting
    return dataclasses.replace(sighting, figure=replace(figure, when=None))
