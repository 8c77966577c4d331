"""Figures of a war, an insurgency or an epidemic as a whole, behind the news of the day."""

from __future__ import annotations

import re

from rashomon.extraction.english.figures.quantities import Quantity
from rashomon.extraction.english.figures.reading import Read
from rashomon.extraction.english.figures.sentence_view import SentenceView

#: A war as one known thing ("the conflict", "Syria's war", "civil war"); "escalating conflict" is fighting of the day.
_WAR = re.compile(
    r"(?:\b(?:the|this|its|their)|['’]s|s['’])\s+(?:(?!latest|recent|renewed|new|current|escalating)[\w-]+\s+){0,4}?"
    r"(?:war|conflict|insurgency|uprising|revolt|hostilities|pandemic|genocide)\b"
    r"|\b(?:civil|\w+-year(?:-old)?|year) (?:war|conflict)\b"
)
#: What a vague total ("tens of thousands") may be told of as well; a stated number of "the fighting" is the day's.
_FIGHTING = re.compile(r"\bthe (?:fighting|violence|crisis|unrest) has\b|\bhumanitarian (?:crisis|catastrophe)\b")
#: What a clause tells of a war or a crackdown up to a number.
_WAR_THAT = re.compile(
    r"\b(?:war|conflict|insurgency|uprising|rebellion|crackdown|genocide|revolt)\b(?: [\w-]+){0,4},? (?:that|which) "
    r"(?:has|have|had) [^;:]{0,60}$"
)
_WAR_SPAN = re.compile(
    r"\b(?:since|so far|began|begun|broke out|erupted|started|beginning|outbreak|years?|multi-front|multi-sided|"
    r"decades?|complex|brutal|killed|has|have|left|claimed)\b"
)
_KINDS = "(?:war|conflict|insurgency|rebellion|uprising|violence|fighting|unrest|bloodshed)"
#: One told in years, before what it cost: "the years-long conflict that has killed", "six years of violence with".
_YEARS_LONG = re.compile(
    r"\b(?:(?:years|decades?|\w+-(?:years?|decades?))-(?:long|old)|(?:years|decades) of) "
    rf"(?:\w+ ){{0,2}}?{_KINDS} (?:that|which|with|in which)\b"
)
#: A whole war's dead are told in thousands; a day's are not (people).
_WAR_FLOOR = 10_000
_VAGUE = ("million", "hundreds of thousands", "tens of thousands")


def is_of_whole_war(view: SentenceView, read: Read) -> bool:
    """Whether a figure's sentence tells what a whole war has cost."""
    text, quantity = view.sentence.text, read.slot.quantity
    # "2.1 million have been displaced and thousands killed": what stands beside a war's figure is the war's.
    beside = _is_large(text, quantity, ("thousands", "hundreds")) and any(
        _is_large(text, s.quantity) for s in view.slots
    )
    if not beside and not _is_large(text, quantity):
        return False
    plain = text.lower()
    told = _WAR.search(plain) or (quantity.value is None and _FIGHTING.search(plain))
    return bool(told and _WAR_SPAN.search(plain))


def _is_large(text: str, quantity: Quantity, vague: tuple[str, ...] = _VAGUE) -> bool:
    """Whether a quantity is one that no single day is told in."""
    if quantity.value is not None:
        return quantity.value >= _WAR_FLOOR
    told = text[quantity.start : quantity.end].lower()
    return quantity.qualifier == "vague" and any(w in told for w in vague)


def told_of_war(text: str, read: Read) -> bool:
    """ "The conflict that has killed hundreds", "six years of violence with 900 dead": what a war has done so far."""
    before = text[: read.slot.quantity.start].lower()
    return _WAR_THAT.search(before) is not None or _YEARS_LONG.search(before) is not None
