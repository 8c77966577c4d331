"""Disagreements beyond figures: who did it, who holds a place, whether it happened, when, and headlines."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
from tests.notation import make_report

from rashomon.knowledge.library import Library
from rashomon.model.assessment import Disagreement
from rashomon.model.claim import Control, EventClaim, ReportClaims, Responsibility
from rashomon.model.grouping import CopyGroup, Story
from rashomon.model.happening import Event
from rashomon.model.ids import content_id
from rashomon.model.material import Material
from rashomon.model.moment import When
from rashomon.model.place import Place
from rashomon.model.report import Block, Report
from rashomon.reconciliation import reconcile_figures

_HOMS = Place(start=0, end=4, text="Homs", name="Homs", kind="town", precision="exact", country_code="SY")


def _day(date: int) -> When:
    day = dt.date(2024, 5, date)
    return When(start=0, end=0, text="", start_date=day, end_date=day, precision="day")


def _control(report: Report, holder: str, status: Any = "holds", **more: Any) -> Control:
    ident = content_id("control", report.id, holder, status, str(more))
    return Control(id=ident, report=report.id, start=0, end=9, place=_HOMS, holder=holder, status=status, **more)


def _event(report: Report, at: int = 20, **more: Any) -> EventClaim:
    told: dict[str, Any] = {"type": "Explosions/Remote violence", "sub_type": "Air/drone strike", "place": _HOMS} | more
    ident = content_id("event", report.id, at, str(more))
    return EventClaim(id=ident, report=report.id, start=at, end=at + 9, anchor_start=at, anchor_end=at + 6, **told)


def _disagreements(library: Library, told: list[tuple[Report, ReportClaims]], *events: Event) -> list[Disagreement]:
    material = Material(
        story=Story(id="story-test", reports=tuple(r.id for r, _ in told)),
        reports=tuple(r for r, _ in told),
        claims=tuple(c for _, c in told),
        copies=tuple(CopyGroup(id=r.id, reports=(r.id,)) for r, _ in told),
        as_of=None,
    )
    return list(reconcile_figures(material, events, "recommended", library).value.disagreements)


def _told(report: Report, **claims: Any) -> tuple[Report, ReportClaims]:
    return report, ReportClaims(report=report.id, **claims)


def _merged(*claims: EventClaim) -> Event:
    first = claims[0]
    return Event(
        id="event-test", type=first.type, sub_type=first.sub_type, place=first.place, claims=tuple(c.id for c in claims)
    )


_ONE = make_report("a", "2024-05-03", "Homs: one account of what was done there.")
_OTHER = make_report("b", "2024-05-03", "Homs: another account of what was done there.")


def test_two_holders_of_one_place_disagree(library: Library) -> None:
    """Two holders of one place for the same day are one disagreement with both sides' claims."""
    mine, theirs = _control(_ONE, "rebels"), _control(_OTHER, "the army")
    (found,) = _disagreements(library, [_told(_ONE, control=(mine,)), _told(_OTHER, control=(theirs,))])
    assert found.kind == "control"
    assert [s.claims for s in found.sides] == [(mine.id,), (theirs.id,)]


def test_a_place_that_changed_hands_is_no_disagreement(library: Library) -> None:
    """Holders on different days do not disagree."""
    mine, theirs = _control(_ONE, "rebels", when=_day(1)), _control(_OTHER, "the army", when=_day(3))
    assert not _disagreements(library, [_told(_ONE, control=(mine,)), _told(_OTHER, control=(theirs,))])


def test_an_accusation_and_its_denial_disagree(library: Library) -> None:
    """An accusation that the accused denies names both, accuser first."""
    accusing = Responsibility(id="r-1", report=_ONE.id, start=0, end=9, accused="the army", by="Medics")
    denying = Responsibility(
        id="r-2", report=_OTHER.id, start=0, end=9, accused="the army", by="the army", answer="denied"
    )
    told = [_told(_ONE, responsibilities=(accusing,)), _told(_OTHER, responsibilities=(denying,))]
    (found,) = _disagreements(library, told)
    assert found.kind == "responsibility"
    assert [s.claims for s in found.sides] == [("r-1",), ("r-2",)]
    assert found.reason == "Medics accused the army, who denied it."


def test_one_act_at_two_doors_disagrees(library: Library) -> None:
    """One act of which two are accused by different voices is a disagreement over who did it."""
    event = _event(_ONE)
    first = Responsibility(id="r-1", report=_ONE.id, start=0, end=9, accused="the army", by="Medics", act=event.id)
    second = Responsibility(id="r-2", report=_ONE.id, start=0, end=9, accused="rebels", by="SANA", act=event.id)
    (found,) = _disagreements(library, [_told(_ONE, events=(event,), responsibilities=(first, second))])
    assert found.kind == "responsibility"
    assert "two doors" in found.reason


def test_told_and_denied_is_a_disagreement_over_whether_it_happened(library: Library) -> None:
    """What one account tells as done and another as not done, in one place, stands under disagreements."""
    done, denied = _event(_ONE), _event(_OTHER, realis="denied")
    (found,) = _disagreements(library, [_told(_ONE, events=(done,)), _told(_OTHER, events=(denied,))], _merged(done))
    assert found.kind == "happening"
    assert [s.claims for s in found.sides] == [(done.id,), (denied.id,)]


def test_an_event_on_two_days_disagrees_over_when(library: Library) -> None:
    """One event that two reports put on different days is a disagreement with each day and its claims."""
    early, late = _event(_ONE, when=_day(1)), _event(_OTHER, when=_day(2))
    told = [_told(_ONE, events=(early,)), _told(_OTHER, events=(late,))]
    (found,) = _disagreements(library, told, _merged(early, late))
    assert found.kind == "date"
    assert [s.text for s in found.sides] == ["1 May 2024", "2 May 2024"]


def test_a_headline_beyond_its_body_is_said(library: Library) -> None:
    """A headline that says a place was taken, over a body that tells of an attack, is a disagreement in one report."""
    report = msgspec.structs.replace(_ONE, blocks=(Block(kind="headline", start=0, end=12),))
    head, body = _control(report, "rebels", "seized"), _event(report)
    (found,) = _disagreements(library, [_told(report, control=(head,), events=(body,))], _merged(body))
    assert found.kind == "headline"
    assert [s.claims for s in found.sides] == [(head.id,), (body.id,)]


def test_a_headline_that_its_body_bears_out_is_no_disagreement(library: Library) -> None:
    """A seizure told in the text as well settles the headline."""
    report = msgspec.structs.replace(_ONE, blocks=(Block(kind="headline", start=0, end=12),))
    head = _control(report, "rebels", "seized")
    body = msgspec.structs.replace(_control(report, "rebels", "holds"), start=20, end=30)
    attack = _event(report)
    told = _told(report, control=(head, body), events=(attack,))
    assert not _disagreements(library, [told], _merged(attack))
