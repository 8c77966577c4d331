"""The resolution stage: the mentions in one report's claims become places, dates, organisations and actors."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from rashomon.knowledge.library import Library
from rashomon.model.actor import Actor
from rashomon.model.attribution import Attribution
from rashomon.model.claim import Control, EventClaim, Figure, ReportClaims
from rashomon.model.moment import When
from rashomon.model.outcome import Outcome
from rashomon.model.passage import Mention
from rashomon.model.place import Place
from rashomon.model.report import Report
from rashomon.resolution.actors import home_country, resolve_actor
from rashomon.resolution.as_of import resolve_as_of
from rashomon.resolution.counted_sides import with_sides
from rashomon.resolution.dates import DateContext, date_context, resolve_time
from rashomon.resolution.interests import with_interest
from rashomon.resolution.places import resolve_places
from rashomon.resolution.root_binding import bind_descriptions
from rashomon.resolution.roots import report_aliases, resolve_attribution

#: Realis of what has not happened yet: a bare weekday lies ahead.
_AHEAD = ("planned", "feared")
Span = tuple[str, int, int]
Told = TypeVar("Told", Figure, EventClaim, Control)


def resolve_claims(report: Report, claims: ReportClaims, library: Library) -> Outcome[ReportClaims]:
    """The claims with every mention resolved; what cannot be resolved keeps its words and stays unknown."""
    if not report.read:
        return Outcome(claims)
    resolver = _Resolver(report, claims, library)
    return Outcome(
        msgspec.structs.replace(
            claims,
            figures=tuple(resolver.figure(f) for f in claims.figures),
            events=tuple(resolver.event(e) for e in claims.events),
            places=tuple(resolver.places.values()),
            control=tuple(resolver.control(c) for c in claims.control),
        )
    )


class _Resolver:
    """One report's context, and each mention resolved once."""

    def __init__(self, report: Report, claims: ReportClaims, library: Library) -> None:
        self.report, self.library = report, library
        self.dates: DateContext = date_context(report, library)
        self.aliases = bind_descriptions(report, claims, library) | report_aliases(report, library)
        resolved = resolve_places(report, claims.places, library)
        self.places = {_span(p): p for p in resolved}
        #: Places of claims that no mention of the report gives.
        self.others: dict[Place, Place] = {}
        #: Sources and times as worded and as resolved: a report's claims share few of them.
        self.sources: dict[Attribution, Attribution] = {}
        self.times: dict[tuple[When, bool], When] = {}
        self.home = home_country(report, resolved, library)

    def figure(self, figure: Figure) -> Figure:
        told = with_sides(self._told(figure), self._source, self.home, self.library)
        if figure.realis not in _AHEAD and self._lies_ahead(told.when):
            told = msgspec.structs.replace(told, when=None)
        said = self._time(figure.said_when)
        return msgspec.structs.replace(
            told,
            other_places=tuple(self._place(p) for p in figure.other_places),
            said_when=said,
            as_of=resolve_as_of(figure.when, figure.said_when, self.dates),
        )

    def event(self, event: EventClaim) -> EventClaim:
        return with_interest(
            msgspec.structs.replace(
                self._told(event),
                actors=tuple(self._actor(a) for a in event.actors),
                recipients=tuple(self._actor(a) for a in event.recipients),
            )
        )

    def control(self, control: Control) -> Control:
        return with_interest(self._told(control))

    def _told(self, claim: Told) -> Told:
        return msgspec.structs.replace(
            claim,
            place=None if claim.place is None else self._place(claim.place),
            when=self._time(claim.when, ahead=claim.realis in _AHEAD),
            attribution=self._attribution(claim.attribution),
        )

    def _place(self, place: Place) -> Place:
        known = self.places.get(_span(place))
        if known is None:
            known = self.others.get(place)
        if known is None:
            known = self.others[place] = resolve_places(self.report, (place,), self.library, self.home)[0]
        return msgspec.structs.replace(known, role=place.role, how=place.how, phrase=place.phrase)

    def _time(self, when: When | None, *, ahead: bool = False) -> When | None:
        if when is None:
            return None
        known = self.times.get((when, ahead))
        if known is None:
            known = self.times[when, ahead] = resolve_time(when, self.dates, ahead=ahead)
        return known

    def _lies_ahead(self, when: When | None) -> bool:
        """Whether a time only begins with the report ("in the coming hours"): nothing was counted over it."""
        if when is None or when.start_date is None or when.end_date is not None or self.report.published is None:
            return False
        return when.start_date >= self.report.published.latest.date()

    def _attribution(self, attribution: Attribution | None) -> Attribution | None:
        return None if attribution is None else self._source(attribution)

    def _source(self, attribution: Attribution) -> Attribution:
        known = self.sources.get(attribution)
        if known is None:
            resolved = resolve_attribution(attribution, self.report, self.library, self.aliases)
            known = self.sources[attribution] = resolved
        return known

    def _actor(self, actor: Actor) -> Actor:
        return resolve_actor(actor, self.home, self.library)


def _span(mention: Mention) -> Span:
    return (mention.field, mention.start, mention.end)
