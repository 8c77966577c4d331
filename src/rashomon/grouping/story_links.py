"""Whether two reports tell of one happening: a function of these two and of constants alone."""

from __future__ import annotations

from rashomon.grouping.story_features import Features

#: Two reports are compared where they share so many of their heaviest terms.
SHARED_KEYS = 3
#: Likeness from which two reports are linked (cosine of their weighed terms, less what the days between them cost).
LINKED = 0.25
#: What a week between two reports costs, and the most that time can cost.
_PER_WEEK, _MOST = 0.03, 0.12


def likeness(a: Features, b: Features) -> float:
    """How alike two reports are, about 0 to 1."""
    small, large = (a.terms, b.terms) if len(a.terms) <= len(b.terms) else (b.terms, a.terms)
    cosine = sum(weight * large[term] for term, weight in sorted(small.items()) if term in large)
    return cosine - min(_MOST, _PER_WEEK * max(0, days_between(a, b) - 2) / 7)


def days_between(a: Features, b: Features) -> int:
    """The least number of days between two publications; 0 where one is unknown."""
    if a.published is None or b.published is None:
        return 0
    return max(0, (a.published[0] - b.published[1]).days, (b.published[0] - a.published[1]).days)
