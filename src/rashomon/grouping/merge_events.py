"""Event claims of different reports that tell one happening, made one event."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from rashomon.grouping.campaigns import join_campaigns, lies_within, runs_since
from rashomon.grouping.event_actors import decide_actors, merge_recipients
from rashomon.grouping.event_matching import ToldEvent, act_of, look_of, may_be_one, same_dates, same_place
from rashomon.grouping.forced_groups import force_groups
from rashomon.grouping.in_order import publication_key
from rashomon.grouping.shared_tolls import join_by_toll, tolls_of
from rashomon.grouping.wider_places import join_wider
from rashomon.model.claim import EventClaim, Responsibility
from rashomon.model.decision import Forced
from rashomon.model.happening import Event
from rashomon.model.ids import content_id
from rashomon.model.material import Material
from rashomon.model.moment import DatePrecision
from rashomon.model.outcome import Outcome
from rashomon.model.place import Place
from rashomon.model.report import Report

_SHARPEST: tuple[DatePrecision, ...] = ("instant", "hour", "day", "week", "period", "month", "year", "unknown")
#: Disasters that come over a land, of which each report tells another place, and how many must tell the same.
_SPREAD = frozenset(f"disaster:{kind}" for kind in ("earthquake", "storm", "flood", "heatwave", "drought", "epidemic"))
_TELLERS = 2
_PLACE_SHARPNESS = ("exact", "near", "area", "admin2", "admin1", "region", "country", "unresolved")


def merge_events(material: Material, forced: Forced | None = None) -> Outcome[tuple[Event, ...]]:
    """The events of a story in the order of their earliest claims; every event claim lies in exactly one.

    `forced` is what persons decided on event claims.
    """
    order = {r.id: n for n, r in enumerate(sorted(material.reports, key=publication_key))}
    told = [
        ToldEvent(claim, report, order[report.id], _in_headline(claim, report))
        for report, claims in zip(material.reports, material.claims, strict=True)
        for claim in claims.events
    ]
    told.sort(key=lambda t: (t.order, t.claim.field != "title", t.claim.anchor_start, t.claim.id))
    answers = [r for claims in material.claims for r in claims.responsibilities]
    found = join_by_toll(join_wider(join_campaigns(_groups(told))), tolls_of(material.claims))
    groups = force_groups(found, forced or Forced(), lambda t: t.claim.id)
    acts = {t.claim.id: t.claim for t in told}
    events = [_event(group, [*answers, *_denials_of(group, answers, acts)]) for group in groups]
    return Outcome(tuple(_with_parents(events)))


def _in_headline(claim: EventClaim, report: Report) -> bool:
    headlines = [b for b in report.blocks if b.kind in ("headline", "key_point")]
    return claim.field == "title" or any(b.start <= claim.anchor_start < b.end for b in headlines)


@dataclass(slots=True)
class _Group:
    """Claims of one happening, and of each look the first."""

    members: list[ToldEvent]
    looks: dict[Hashable, ToldEvent]


def _groups(told: Sequence[ToldEvent]) -> list[list[ToldEvent]]:
    """Claims that may all be one: what tells most comes first, so that vague claims find the sharp ones.

    Of claims that look alike one is compared: so many reports tell few things.
    """
    groups: dict[str, list[_Group]] = defaultdict(list)
    for event in sorted(told, key=_vagueness):
        look = look_of(event)
        some = groups[act_of(event.claim)]
        fitting = [g for g in some if all(may_be_one(event, other) for other in g.looks.values())]
        if not fitting:
            some.append(_Group([event], {look: event}))
            continue
        best = max(fitting, key=lambda g: (any(same_dates(event, o) for o in g.looks.values()), len(g.members)))
        best.members.append(event)
        best.looks.setdefault(look, event)
    found = [sorted(g.members, key=_told_order) for kind in groups.values() for g in kind]
    return sorted(found, key=lambda g: _told_order(g[0]))


def _told_order(event: ToldEvent) -> tuple[int, bool, int, str]:
    return event.order, event.claim.field != "title", event.claim.anchor_start, event.claim.id


def _vagueness(event: ToldEvent) -> tuple[int, int, int, bool, int, str]:
    place, when = event.claim.place, event.claim.when
    return (
        _PLACE_SHARPNESS.index(place.precision) if place else len(_PLACE_SHARPNESS),
        _SHARPEST.index(when.precision) if when else len(_SHARPEST),
        *_told_order(event),
    )


def _denials_of(
    told: Sequence[ToldEvent], answers: Sequence[Responsibility], acts: Mapping[str, EventClaim]
) -> list[Responsibility]:
    """Denials of a deed of this kind at no other place, as of this one: a report may call the bombing an explosion."""
    first, own = told[0].claim, {t.claim.id for t in told}
    denied = [a for a in answers if a.answer == "denied" and a.act not in own]
    denials = [(a, acts[a.act]) for a in denied if a.act is not None and a.act in acts]
    meant = [a for a, act in denials if act.type == first.type and same_place(act.place, first.place) is not False]
    return [msgspec.structs.replace(a, act=first.id) for a in meant]


def _event(told: Sequence[ToldEvent], answers: Sequence[Responsibility]) -> Event:
    claims = tuple(t.claim.id for t in told)
    own = [a for a in answers if a.act in claims]
    actors, accused = decide_actors(told, own)
    first = told[0].claim
    sub_type = _sub_type(told)
    typical = next((t.claim for t in told if t.claim.sub_type == sub_type), first)
    # A seizure told beside an offensive does not date the offensive, unless that has no date but its month.
    start, end, precision = runs_since(told) or _dates([t for t in told if t.claim.sub_type == sub_type])
    if precision in ("month", "year", "unknown"):
        start, end, precision = _dates(told)
    return Event(
        id="event-" + first.id.partition("-")[2] if first.id else content_id("event", *claims),
        type=typical.type,
        sub_type=sub_type,
        plover=typical.plover,
        mode=typical.mode,
        aux_modes=first.aux_modes,
        actors=actors,
        recipients=merge_recipients(told),
        accused=accused,
        place=_place(told),
        start_date=start,
        end_date=end,
        precision=precision,
        realis="happened" if any(t.claim.realis == "happened" for t in told) else first.realis,
        means=next((t.claim.means for t in told if t.claim.means), None),
        background=told[0].is_background,
        claims=claims,
    )


def _sub_type(told: Sequence[ToldEvent]) -> str | None:
    """The sub-type most often told in bodies (headlines overstate); of equals the one that claims no change of
    hands.
    """
    bodies = [t for t in told if not t.in_headline] or list(told)
    counts = Counter(t.claim.sub_type for t in bodies if t.claim.sub_type)
    return max(counts, key=lambda s: (counts[s], "territory" not in s, s), default=None)


def _place(told: Sequence[ToldEvent]) -> Place | None:
    """The sharpest place told; a date line of another land or province is where the writer sat."""
    places = [t.claim.place for t in told if t.claim.place]
    lands = {p.country_code for p in places if p.how != "dateline"}
    areas = {p.admin1 for p in places if p.how != "dateline" and p.admin1}
    places = [
        p
        for p in places
        if p.how != "dateline" or ((not lands or p.country_code in lands) and (not areas or p.admin1 in areas))
    ]
    if told[0].claim.type in _SPREAD and (shared := _told_by_two(told)):
        places = shared
    return min(places, key=lambda p: _PLACE_SHARPNESS.index(p.precision), default=None)


def _told_by_two(told: Sequence[ToldEvent]) -> list[Place]:
    """The places that two reports give a happening which comes over a land; where each gives another, the widest.

    What befell one town is told by one report: the storm struck more than it.
    """
    own = [(t.report.id, t.claim.place) for t in told if t.claim.place and t.claim.place.how != "dateline"]
    tellers: dict[str, set[str]] = defaultdict(set)
    for report, place in own:
        tellers[place.name].add(report)
    if len({report for report, _ in own}) < _TELLERS:
        return []
    shared = [place for _, place in own if len(tellers[place.name]) >= _TELLERS]
    return shared or [max((place for _, place in own), key=lambda p: _PLACE_SHARPNESS.index(p.precision))]


def _dates(told: Sequence[ToldEvent]) -> tuple[dt.date | None, dt.date | None, DatePrecision]:
    """The sharpest dates told; among equally sharp ones those most often told, then the earliest.

    What is only claimed dates nothing that is told as having happened on some day.
    """
    dated = [t.claim for t in told if t.claim.when and (t.claim.when.start_date or t.claim.when.end_date)]
    firm = [c for c in dated if c.realis != "claimed"] or dated
    whens = [c.when for c in firm if c.when is not None]
    if not whens:
        return None, None, "unknown"
    counts = Counter((w.start_date, w.end_date, w.precision) for w in whens)
    return min(counts, key=lambda k: (_SHARPEST.index(k[2]), -counts[k], k[0] or dt.date.max, k[1] or dt.date.max))


def _with_parents(events: Sequence[Event]) -> list[Event]:
    """An event inside a longer one of the same kind, in the same place or a wider one, is an episode of it."""
    campaigns = [e for e in events if e.start_date and e.end_date and (e.end_date - e.start_date).days > 1]
    found: list[Event] = []
    for event in events:
        around = [c for c in campaigns if c.id != event.id and _is_episode(event, c)]
        parent = min(
            around, key=lambda c: ((c.end_date or dt.date.max) - (c.start_date or dt.date.min), c.id), default=None
        )
        found.append(msgspec.structs.replace(event, parent=parent.id) if parent else event)
    return found


def _is_episode(event: Event, campaign: Event) -> bool:
    if event.background != campaign.background or not (event.start_date and campaign.start_date and campaign.end_date):
        return False
    last = event.end_date or event.start_date
    shorter = (last - event.start_date) < (campaign.end_date - campaign.start_date)
    inside = campaign.start_date <= event.start_date and last <= campaign.end_date
    if not (shorter and inside and event.type == campaign.type):
        return False
    return lies_within(event.place, campaign.place) or same_place(event.place, campaign.place) is True
