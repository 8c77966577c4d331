"""The day of the main event: the one that the reports' claims and words name most, none later than the news of it."""

from __future__ import annotations

import datetime as dt

from rashomon.knowledge.times import TimeWords
from rashomon.language.told_days import told_days
from rashomon.model.claim import EventClaim, Figure, ReportClaims
from rashomon.model.material import Material
from rashomon.model.report import Report

_NOT_TOLD = ("feared", "planned", "denied")
#: What one report can say for a day; a day that it names in so many words says twice as much as a claim's.
_MOST_OF_A_REPORT, _NAMED, _BACKGROUND = 5.0, 2.0, 0.5
#: The first report was written for the happening itself.
_FIRST = 1.5


def told_day(told: Material, words: TimeWords) -> dt.date | None:
    """The day that the reports name most, the earlier of equals; null where none names a day.

    A day after the story's first publication is of what followed: an arrest, a vigil, a trial.
    """
    latest = first_day(told)
    votes: dict[dt.date, float] = {}
    for n, (report, claims) in enumerate(zip(told.reports, told.claims, strict=True)):
        for day, vote in _days_of(report, claims, words).items():
            if latest is None or day <= latest:
                votes[day] = votes.get(day, 0.0) + min(vote, _MOST_OF_A_REPORT) * (_FIRST if n == 0 else 1.0)
    return max(votes, key=lambda d: (votes[d], -d.toordinal()), default=None)


def first_day(told: Material) -> dt.date | None:
    """The day by which the story's first dated report was out."""
    return min((r.published.latest.date() for r in told.reports if r.published), default=None)


def _days_of(report: Report, claims: ReportClaims, words: TimeWords) -> dict[dt.date, float]:
    votes: dict[dt.date, float] = {}
    told: list[Figure | EventClaim] = [*claims.figures, *claims.events]
    for claim in told:
        when = claim.when
        if when is None or when.start_date is None or when.start_date != when.end_date or claim.realis in _NOT_TOLD:
            continue
        share = _BACKGROUND if claim.realis == "background" else 1.0
        votes[when.start_date] = votes.get(when.start_date, 0.0) + share
    # A day that only says when a toll stood at its number is no day of the happening.
    said = {f.said_when.start_date for f in claims.figures if f.said_when is not None}
    for ordinal in sorted(told_days(report, words)):
        day = dt.date.fromordinal(ordinal)
        if day in said and day not in votes:
            continue
        votes[day] = votes.get(day, 0.0) + _NAMED
    return votes
