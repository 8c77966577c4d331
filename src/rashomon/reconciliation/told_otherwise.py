"""Disagreement beyond figures: who did it, who holds a place, whether it happened, when; and headlines beyond their
bodies.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.model.assessment import Disagreement, DisagreementSide
from rashomon.model.claim import Control, EventClaim, Responsibility
from rashomon.model.happening import Event
from rashomon.model.material import Material
from rashomon.model.place import Place
from rashomon.model.report import Report
from rashomon.reconciliation.scopes import same_name
from rashomon.reconciliation.sightings import folded
from rashomon.reconciliation.wording import day, listed

#: A place is held by who seized it; being there, trying for it or fighting over it is less.
_HELD = frozenset({"seized", "holds"})
_LESS = frozenset({"attempted", "contested", "entered", "besieged"})
#: ACLED types of fighting over a place short of its change of hands.
_FIGHTING = frozenset({"Battles", "Explosions/Remote violence"})
_TRANSFERS = frozenset({"Non-state actor overtakes territory", "Government regains territory"})


def find_disagreements(material: Material, events: Sequence[Event]) -> tuple[Disagreement, ...]:
    """Every disagreement that is not about a number, in a fixed order."""
    claims = {e.id: e for c in material.claims for e in c.events}
    told_in = {e.id: r for r, c in zip(material.reports, material.claims, strict=True) for e in c.events}
    found = [*_headlines(material), *_control(material)]
    found += _responsibility([r for c in material.claims for r in c.responsibilities], claims)
    found += _happening(events, claims, told_in)
    found += _dates(events, claims, told_in)
    return tuple(found)


def _headlines(material: Material) -> Iterator[Disagreement]:
    """A headline that says a place was taken, over a body that tells only of an attack on it."""
    for report, claims in zip(material.reports, material.claims, strict=True):
        spans = [(b.start, b.end) for b in report.blocks if b.kind == "headline"]
        heads = [c for c in claims.control if c.status in _HELD and _in_headline(c, spans)]
        for head in heads:
            body = [c for c in claims.control if not _in_headline(c, spans) and _one_place(c.place, head.place)]
            if any(c.status in _HELD and _is_told(c) and _alike(folded(c.holder), folded(head.holder)) for c in body):
                continue
            events = [e for e in claims.events if not _in_headline(e, spans) and _one_place(e.place, head.place)]
            if any(e.sub_type in _TRANSFERS and _is_told(e) for e in events):
                continue
            less = [c.id for c in body if c.status in _LESS]
            less += [e.id for e in events if e.type in _FIGHTING and e.sub_type not in _TRANSFERS]
            if less:
                place = head.place.name
                yield Disagreement(
                    kind="headline",
                    sides=(
                        DisagreementSide(text=f"the headline: {place} was taken", claims=(head.id,)),
                        DisagreementSide(text=f"the body: {place} was attacked or fought over", claims=tuple(less)),
                    ),
                    reason=(
                        f"The headline of {_outlet(report)} says that {place} was taken; its own text "
                        f"tells only of an attack on it."
                    ),
                    settle=f"A report that says in its text who holds {place}, and since when.",
                )
                break


def _is_told(claim: Control | EventClaim) -> bool:
    """True for what is told as having happened, neither earlier nor hoped for."""
    aside = isinstance(claim, EventClaim) and bool(claim.aux_modes)
    return claim.realis in ("happened", "claimed") and not aside


def _in_headline(claim: Control | EventClaim, spans: Sequence[tuple[int, int]]) -> bool:
    return claim.field == "title" or any(low <= claim.start < high for low, high in spans)


def _one_place(a: Place | None, b: Place | None) -> bool:
    if a is None or b is None:
        return False
    if a.geonames_id is not None and a.geonames_id == b.geonames_id:
        return True
    return same_name(a.name, b.name)


def _control(material: Material) -> Iterator[Disagreement]:
    """Two holders of one place for days that overlap."""
    by_place: dict[str, list[tuple[Control, Report]]] = defaultdict(list)
    for report, claims in zip(material.reports, material.claims, strict=True):
        for control in claims.control:
            if control.status in _HELD and control.realis in ("happened", "claimed"):
                key = str(control.place.geonames_id or folded(control.place.name))
                by_place[key].append((control, report))
    for held in by_place.values():
        holders: dict[str, list[tuple[Control, Report]]] = defaultdict(list)
        for control, report in held:
            holders[folded(control.holder)].append((control, report))
        names = list(holders)
        for i, one in enumerate(names):
            for other in names[i + 1 :]:
                if _alike(one, other) or not _same_days(holders[one][0], holders[other][0]):
                    continue
                place = held[0][0].place.name
                yield Disagreement(
                    kind="control",
                    sides=tuple(
                        DisagreementSide(
                            text=f"{holders[n][0][0].holder} holds {place}", claims=tuple(c.id for c, _ in holders[n])
                        )
                        for n in (one, other)
                    ),
                    reason=(
                        f"For the same days {place} is said to be held by {holders[one][0][0].holder} and "
                        f"by {holders[other][0][0].holder}."
                    ),
                    settle=f"A dated account from {place} by an origin of neither side.",
                )


def _alike(a: str, b: str) -> bool:
    """True where one name holds the other's words: "rebels", "rebel fighters"."""
    one, other = ({w.rstrip("s") for w in name.split()} for name in (a, b))
    return bool(one & other)


def _same_days(a: tuple[Control, Report], b: tuple[Control, Report]) -> bool:
    first, second = (_days(*x) for x in (a, b))
    if first is None or second is None:
        return False
    return first[0] <= second[1] and second[0] <= first[1]


def _days(control: Control, report: Report) -> tuple[dt.date, dt.date] | None:
    when = control.when
    if when is not None and (when.start_date or when.end_date):
        start = when.start_date or when.end_date
        return (start, when.end_date or start) if start else None
    if report.published is None:
        return None
    return report.published.earliest.date(), report.published.latest.date()


def _responsibility(told: Sequence[Responsibility], claims: dict[str, EventClaim]) -> Iterator[Disagreement]:
    """An accusation that the accused denies, or one act laid at two doors."""
    denied: dict[str, list[Responsibility]] = defaultdict(list)
    accusing: dict[str, list[Responsibility]] = defaultdict(list)
    for responsibility in told:
        name = folded(responsibility.accused)
        if responsibility.answer == "denied":
            denied[name].append(responsibility)
        if responsibility.by and folded(responsibility.by) != name:
            accusing[name].append(responsibility)
    for name in sorted(set(denied) & set(accusing)):
        accused = denied[name][0].accused
        by = listed(list(dict.fromkeys(r.by for r in accusing[name] if r.by)))
        answers = [r for r in denied[name] if r not in accusing[name]] or denied[name]
        yield Disagreement(
            kind="responsibility",
            sides=(
                DisagreementSide(
                    text=f"{by}: {accused} did it", claims=tuple(dict.fromkeys(r.id for r in accusing[name]))
                ),
                DisagreementSide(text=f"{accused} denies it", claims=tuple(dict.fromkeys(r.id for r in answers))),
            ),
            reason=f"{by} accused {accused}, who denied it.",
            settle="Evidence that does not come from either of them.",
        )
    by_act: dict[str, dict[str, list[Responsibility]]] = defaultdict(lambda: defaultdict(list))
    for responsibility in told:
        if responsibility.act in claims and responsibility.by and responsibility.answer != "denied":
            by_act[responsibility.act or ""][folded(responsibility.accused)].append(responsibility)
    for act in sorted(by_act):
        doors = by_act[act]
        if len(doors) > 1:
            yield Disagreement(
                kind="responsibility",
                sides=tuple(
                    DisagreementSide(text=f"{some[0].by}: {some[0].accused} did it", claims=tuple(r.id for r in some))
                    for some in doors.values()
                ),
                reason=f"One act is laid at two doors: {listed([some[0].accused for some in doors.values()])}.",
                settle="Evidence that comes from none of the accusers and none of the accused.",
            )


def _happening(
    events: Sequence[Event], claims: dict[str, EventClaim], told_in: dict[str, Report]
) -> Iterator[Disagreement]:
    """An event told as happened, and the same act in the same place denied."""
    denied = [c for c in claims.values() if c.realis == "denied" or "negation" in c.aux_modes]
    for event in events:
        if event.background or event.realis != "happened":
            continue
        against = [
            c for c in denied if c.type == event.type and c.id not in event.claims and _one_place(c.place, event.place)
        ]
        against = [c for c in against if c.sub_type == event.sub_type]
        if against:
            what = (event.sub_type or event.type or "event").lower()
            yield Disagreement(
                kind="happening",
                sides=(
                    DisagreementSide(text=f"{what} happened", claims=event.claims),
                    DisagreementSide(
                        text=f"it is denied ({_outlet(told_in[against[0].id])})", claims=tuple(c.id for c in against)
                    ),
                ),
                reason="One account tells it as having happened, another as not having happened.",
                settle="A witness, a picture or a body of no side that speaks of this place and day.",
            )


def _dates(
    events: Sequence[Event], claims: dict[str, EventClaim], told_in: dict[str, Report]
) -> Iterator[Disagreement]:
    """An event that two reports put on different days. Claims that only overlap in a longer period do not disagree."""
    for event in events:
        days: dict[dt.date, list[EventClaim]] = defaultdict(list)
        for claim in (claims[c] for c in event.claims if c in claims):
            when = claim.when
            if when is not None and when.precision in ("day", "hour", "instant") and when.start_date == when.end_date:
                days[when.start_date or dt.date.min].append(claim)
        if len(days) < 2 or len({told_in[c.id].id for some in days.values() for c in some}) < 2:
            continue
        yield Disagreement(
            kind="date",
            sides=tuple(
                DisagreementSide(text=day(d), claims=tuple(c.id for c in some)) for d, some in sorted(days.items())
            ),
            reason=f"Reports put it on different days: {listed([day(d) for d in sorted(days)])}.",
            settle="A report from that day, or an origin that states its date.",
        )


def _outlet(report: Report) -> str:
    return report.outlet or "a report of an unnamed outlet"
