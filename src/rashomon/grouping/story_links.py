"""Whether two reports tell of one happening: a function of these two and of constants alone.

The constants are a logistic fit of pairs of reports on dated crime news and undated general news, each half of the
weight, rounded. Few and smooth on purpose: what holds for both sets should hold for others. Only what a missing date
takes off was chosen later: of 0, 0.5, 1 and 1.5, what grouped general news best.
"""

from __future__ import annotations

import math
from operator import mul

from rashomon.grouping.story_features import Features, Vector

#: Below this likeness of all words two reports are not weighed further.
_LEAST_TERMS = 0.12
#: The mean chance between two clusters from which they are one story.
LINKED = 0.22
#: A chance below this is as good as none.
LEAST_CHANCE = 0.02
_BASE = -7.6
_TERMS, _NAMES, _NUMBERS, _LEAD, _PHRASES, _TERMS_AND_NAMES = 14.3, 11.4, 2.3, 5.2, 7.3, -21.9
_PHRASES_ROOT = -1.3
#: Two reports that share one phrase are no more alike by it than this.
_ONE_PHRASE = 0.4
#: A shared day that both reports name; days named by both but none shared; each e-fold of days between publications.
_DAY_SHARED, _DAYS_APART, _GAP, _MONTH_APART = 2.8, -0.8, -0.6, -0.2
#: Only one of two reports has a date: the other may be of any time, and at any time something like this happened.
_ONE_UNDATED = -1.0


def chance(a: Features, b: Features) -> float:
    """The chance (0 to 1) that two reports tell of one happening."""
    terms = _dot(a.terms, b.terms)
    if terms < _LEAST_TERMS:
        return 0.0
    names, phrases = _dot(a.names, b.names), _likeness_of_phrases(a.phrases, b.phrases)
    score = _BASE + _TERMS * terms + _NAMES * names + _TERMS_AND_NAMES * terms * names
    score += _NUMBERS * _dot(a.numbers, b.numbers) + _LEAD * _dot(a.lead, b.lead)
    score += _PHRASES * phrases + _PHRASES_ROOT * math.sqrt(phrases)
    return 1 / (1 + math.exp(-(score + _in_time(a, b))))


def _likeness_of_phrases(a: Vector, b: Vector) -> float:
    """The likeness of two reports' phrases; one shared phrase alone is a region or an office as often as the news."""
    likeness = _dot(a, b)
    return min(likeness, _ONE_PHRASE) if len(a.keys() & b.keys()) == 1 else likeness


def _in_time(a: Features, b: Features) -> float:
    if (a.published is None) != (b.published is None):
        return _ONE_UNDATED
    gap = days_between(a, b)
    score = _GAP * math.log1p(gap) + (_MONTH_APART if gap > 30 else 0.0)
    if a.days and b.days:
        score += _DAY_SHARED if a.days & b.days else _DAYS_APART
    return score


def days_between(a: Features, b: Features) -> int:
    """The least number of days between two publications; 0 where one is unknown."""
    if a.published is None or b.published is None:
        return 0
    return max(0, (a.published[0] - b.published[1]).days, (b.published[0] - a.published[1]).days)


def _dot(a: Vector, b: Vector) -> float:
    shared = a.keys() & b.keys()
    return math.fsum(map(mul, map(a.__getitem__, shared), map(b.__getitem__, shared))) if shared else 0.0
