"""Two dossiers by hand: a rich one about an invented fight in real places, and the smallest there can be.

Parties, outlets, figures and dates are invented; only the towns are real.
"""

from __future__ import annotations

from tests.rendering.desk import Desk, as_of, date, place, when

from rashomon.model.actor import Actor
from rashomon.model.assessment import (
    Assessment,
    BoundSupport,
    Disagreement,
    DisagreementSide,
    FigureRelation,
    Period,
    Question,
    QuestionPlace,
    Series,
    SeriesPoint,
)
from rashomon.model.attribution import Attribution, Root
from rashomon.model.brief import Brief, Sentence, TimelineEntry
from rashomon.model.claim import Control, EventClaim, Figure, Population, Relation, Responsibility, Statement
from rashomon.model.dossier import (
    Alliance,
    ControlMark,
    Dossier,
    DossierPlace,
    ResponsibilityLine,
    StatementLine,
)
from rashomon.model.grouping import Alteration, CopyGroup
from rashomon.model.happening import Event
from rashomon.model.issue import Issue
from rashomon.model.passage import Passage

KASSALA = place("Kassala", 15.451, 36.4, admin1="Kassala State")
AROMA = place("Aroma", 15.81, 36.14, admin1="Kassala State")
HALFA = place("New Halfa", 15.33, 35.6, admin1="Kassala State")
GEDAREF = place("Gedaref", 14.035, 35.383, admin1="Gedaref State")
SHOWAK = place("Showak", 14.4, 35.85, admin1="Gedaref State", precision="near")
STATE = place("Kassala State", 15.9, 35.9, kind="admin1", precision="admin1")
HOSPITAL = place(
    "Kassala Teaching Hospital", 15.4557, 36.3889, kind="facility", town="Kassala", facility_kind="hospital"
)
GENEVA = place("Geneva", 46.2, 6.15, country_code="CH")
GASH = place("Gash wells", None, None, kind="other")
MONITOR, HEALTH, OCHA, ARMY = "Gash Valley Monitor", "Kassala State health ministry", "OCHA", "Sudan's army"


def rich_dossier(**changes: object) -> Dossier:
    """A dossier with every kind of line."""
    desk = Desk()
    _reports(desk)
    _figures(desk)
    _others(desk)
    fields: dict[str, object] = {
        "title": "Fighting around Kassala", "story": "st-kassala", "as_of": "2027-03-06T20:40:00Z",
        "policy": "recommended", "brief": _brief(), "reports": tuple(desk.reports), "copy_groups": _copies(desk),
        "claims": tuple(desk.claims), "excerpts": tuple(desk.excerpts), "roots": _roots(), "series": _series(),
        "assessments": _assessments(), "relations": _relations(), "events": _events(), "timeline": _timeline(),
        "statements": _statements(), "responsibilities": _responsibilities(), "alliances": _alliances(),
        "control": _control(), "places": _places(), "disagreements": _disagreements(), "issues": _issues(),
    }  # fmt: skip
    return Dossier(**(fields | changes))  # type: ignore[arg-type]


def tiny_dossier(**changes: object) -> Dossier:
    """One report that says one thing, and nothing else."""
    desk = Desk()
    text = "A bus overturned near the market. No figures were given."
    desk.report("rpt-only", None, None, "Bus overturns", text, url=None)
    desk.claim(
        EventClaim, "evc-bus", "rpt-only", "overturned", anchor_start=6, anchor_end=16, type="disaster:transport"
    )
    sentence = Sentence(text="A bus overturned near a market.", claims=("evc-bus",))
    fields: dict[str, object] = {
        "title": "Bus overturns", "story": "st-bus", "as_of": None, "policy": "recommended",
        "brief": Brief(headline=sentence, key_points=(), paragraphs=((sentence,),)), "reports": tuple(desk.reports),
        "copy_groups": (CopyGroup(id="cg-rpt-only", reports=("rpt-only",)),), "claims": tuple(desk.claims),
        "excerpts": tuple(desk.excerpts), "roots": (), "series": (), "assessments": (), "relations": (), "events": (),
        "timeline": (), "statements": (), "responsibilities": (), "alliances": (), "control": (), "places": (),
        "disagreements": (), "issues": (),
    }  # fmt: skip
    return Dossier(**(fields | changes))  # type: ignore[arg-type]


def _reports(desk: Desk) -> None:
    desk.report(
        "rpt-a", "Red Sea Courier", "2027-03-03T09:10:00Z", "Fighting reaches the edge of Kassala",
        "Shells fell on the western edge of Kassala before dawn on Wednesday. The Gash Valley Monitor said at least 11 "
        "civilians had been killed since Tuesday. Fighters of the Highland Front entered Aroma on Tuesday evening, the "
        "monitor said. Roads to the north were cut.",
        agency="Nile Wire",
    )  # fmt: skip
    desk.report(
        "rpt-b", "Harbour Post", "2027-03-03T11:30:00Z", "At least 11 dead as Kassala is shelled",
        "Shells fell on the western edge of Kassala before dawn on Wednesday. The Gash Valley Monitor said at least 11 "
        "civilians had been killed since Tuesday. Fighters of the Highland Front entered Aroma on Tuesday evening.",
        agency="Nile Wire", copy_group="cg-rpt-a",
    )  # fmt: skip
    desk.report(
        "rpt-c", "Delta Review", "2027-03-04T17:05:00Z", "Toll rises to 19 in Kassala",
        "The number of civilians killed rose to 19 by Thursday, the Gash Valley Monitor said. The state health ministry "
        "counted 23 dead in its hospitals, among them six children. The toll is expected to rise. More than 12,000 "
        "people have left their homes, according to OCHA, nearly half of them children. An ambulance driver said the "
        "road to Gedaref was open only at night. OCHA said it feared for people in New Halfa.",
    )  # fmt: skip
    desk.report(
        "rpt-d", "State News Agency", "2027-03-05T08:00:00Z", "Army repels attack",
        "The army said it had killed 60 fighters of the Highland Front near Aroma. It denied shelling Kassala's market "
        "and said only military positions had been targeted. The army holds Kassala, a spokesman said.",
    )  # fmt: skip
    desk.report(
        "rpt-e", "Red Sea Courier", "2027-03-06T20:40:00Z", "Monitor lowers, then raises count in Kassala",
        "The Gash Valley Monitor put the number of civilians killed at 31 on Saturday. The health ministry said 26 bodies "
        "had reached its hospitals by then. OCHA raised its count of displaced people to 21,400, registered at sites in "
        "Gedaref and New Halfa. The monitor accused the army of shelling the market in Kassala on Wednesday. Residents "
        "said Aroma had changed hands. Up to 50 people may be buried under the market hall, a rescuer feared.",
    )  # fmt: skip
    desk.report("rpt-f", "Al-Sharq Daily", "2027-03-06", "كسلا", "قصف", lang="ar", read=False)
    desk.report(
        "rpt-g", None, None, "What we know about Kassala",
        "At least 11 civilians were killed. In 2019 floods destroyed thousands of homes along the Gash.",
        url=None,
    )  # fmt: skip


def _figures(desk: Desk) -> None:
    civil = {"group": "civilians", "category": "civilians", "place": KASSALA, "counting": "cumulative"}
    desk.figure("f-11a", "rpt-a", "at least 11", "killed", MONITOR, on="2027-03-03", value=11, low=11,
                qualifier="at_least", basis="compiled", event="ev-shelling", **civil)  # fmt: skip
    desk.figure("f-11b", "rpt-b", "at least 11", "killed", MONITOR, on="2027-03-03", value=11, low=11,
                qualifier="at_least", basis="compiled", **civil)  # fmt: skip
    desk.figure("f-11g", "rpt-g", "At least 11", "killed", None, value=11, low=11, qualifier="at_least", **civil)
    desk.figure("f-19", "rpt-c", "19", "killed", MONITOR, on="2027-03-04", value=19, low=19, high=19, basis="compiled",
                **civil)  # fmt: skip
    desk.figure("f-23", "rpt-c", "23", "killed", HEALTH, on="2027-03-04", value=23, low=23, high=23, basis="counted",
                caveat=("expected_to_rise", "expected to rise"), **civil)  # fmt: skip
    desk.figure("f-31", "rpt-e", "31", "killed", MONITOR, on="2027-03-06", value=31, low=31, high=31, basis="compiled",
                **civil)  # fmt: skip
    desk.figure("f-26", "rpt-e", "26", "killed", HEALTH, on="2027-03-06", value=26, low=26, high=26, basis="counted",
                **civil)  # fmt: skip
    desk.figure("f-6", "rpt-c", "six", "killed", HEALTH, group="children", on="2027-03-04", value=6, low=6, high=6,
                basis="counted", part_of="f-23", place=KASSALA)  # fmt: skip
    moved = {"group": "people", "place": STATE}
    desk.figure("f-12k", "rpt-c", "More than 12,000", "displaced", OCHA, on="2027-03-04", value=12000, low=12000,
                qualifier="more_than", basis="estimated", **moved)  # fmt: skip
    desk.figure("f-half", "rpt-c", "nearly half", "displaced", OCHA, group="children", on="2027-03-04", low=5400,
                qualifier="fraction", derived=True, part_of="f-12k", place=STATE,
                calculation="nearly half of more than 12,000: at least 5,400, no upper bound")  # fmt: skip
    desk.figure("f-21k", "rpt-e", "21,400", "displaced", OCHA, on="2027-03-06", value=21400, low=21400, high=21400,
                basis="registered", **moved)  # fmt: skip
    desk.figure("f-60", "rpt-d", "60", "killed", ARMY, group="fighters of the Highland Front", category="combatants",
                on="2027-03-05", value=60, low=60, high=60, realis="claimed", place=AROMA)  # fmt: skip
    desk.figure("f-50", "rpt-e", "Up to 50", "trapped", None, group="people", value=50, high=50, qualifier="up_to",
                realis="feared", place=KASSALA)  # fmt: skip


def _others(desk: Desk) -> None:
    said = Attribution(start=0, end=0, text="the monitor", origin=MONITOR, kind="monitor")
    anchor = {"anchor_start": 0, "anchor_end": 6}
    desk.claim(EventClaim, "e-shell", "rpt-a", "Shells fell", type="Explosions/Remote violence",
               sub_type="Shelling/artillery/missile attack", place=KASSALA, when=when("2027-03-03"), **anchor)  # fmt: skip
    desk.claim(EventClaim, "e-aroma", "rpt-a", "entered Aroma", type="Battles", sub_type="Armed clash", place=AROMA,
               when=when("2027-03-02"), attribution=said, **anchor)  # fmt: skip
    desk.claim(EventClaim, "e-flood", "rpt-g", "floods destroyed", type="disaster:flood", realis="background",
               when=when("2019-01-01", "2019-12-31", "year"), **anchor)  # fmt: skip
    spoken = {"speaker_start": 0, "speaker_end": 4, "quote": False, "content_start": 0, "content_end": 10}
    desk.claim(Statement, "s-army", "rpt-d", "denied shelling", speaker="It", organisation=ARMY, verb="denied",
               verb_class="denied", **spoken)  # fmt: skip
    desk.claim(Statement, "s-ocha", "rpt-c", "it feared", speaker="OCHA", organisation=OCHA, verb="feared",
               verb_class="concerned", **spoken)  # fmt: skip
    desk.claim(Statement, "s-driver", "rpt-c", "ambulance driver", speaker="An ambulance driver", private=True,
               speaker_role="an ambulance driver", verb="said", verb_class="said", **spoken)  # fmt: skip
    desk.claim(Responsibility, "r-market", "rpt-e", "accused the army", accused=ARMY, by=MONITOR, act="e-shell",
               act_text="shelling the market", answer="denied")  # fmt: skip
    desk.claim(Control, "c-aroma", "rpt-a", "entered Aroma", place=AROMA, holder="Highland Front", status="entered",
               attribution=said)  # fmt: skip
    desk.claim(Control, "c-kassala", "rpt-d", "holds Kassala", place=KASSALA, holder=ARMY, status="holds")
    desk.claim(Control, "c-aroma2", "rpt-e", "changed hands", place=AROMA, holder="unclear", status="contested")
    desk.claim(Relation, "l-front", "rpt-d", "fighters of the Highland Front", type="opposes",
               from_actor="Highland Front", to_actor=ARMY)  # fmt: skip


def _copies(desk: Desk) -> tuple[CopyGroup, ...]:
    spot = Passage(start=0, end=5)
    changed = Alteration(
        report="rpt-b", kind="wording", what="leaves out that roads were cut", original=spot, copy=spot
    )
    wire = CopyGroup(id="cg-rpt-a", reports=("rpt-a", "rpt-b"), origin_report="rpt-a", altered=(changed,))
    return (wire, *(CopyGroup(id=r.copy_group, reports=(r.id,)) for r in desk.reports if r.id not in wire.reports))


def _brief() -> Brief:
    return Brief(
        headline=Sentence(
            text="At least 26 civilians killed as fighting reaches Kassala, health ministry says", claims=("f-26",)
        ),
        key_points=(
            Sentence(
                text="The Gash Valley Monitor counted 31 civilians killed by 6 March; the state health ministry counted "
                "26 bodies in its hospitals.", claims=("f-31", "f-26"),
            ),
            Sentence(text="OCHA registered 21,400 displaced people, up from more than 12,000 two days before.",
                     claims=("f-21k", "f-12k")),
            Sentence(text="Who shelled the market in Kassala is disputed: the monitor accuses the army, which denies it.",
                     claims=("r-market", "s-army")),
        ),
        paragraphs=(
            (
                Sentence(text="Shells fell on the western edge of Kassala on 3 March.", claims=("e-shell",)),
                Sentence(text="At least 11 civilians had been killed by then, according to the Gash Valley Monitor.",
                         claims=("f-11a", "f-11b")),
                Sentence(text="By the next day the state health ministry had counted 23 dead, six of them children, and "
                         "expected the toll to rise.", claims=("f-23", "f-6")),
            ),
            (
                Sentence(text="Nearly half of those displaced by 4 March were children, OCHA said: about 6,000, with no "
                         "upper bound.", claims=("f-half", "f-12k"), calculation="half of 12,000"),
                Sentence(text="The army said it had killed 60 fighters near Aroma; nobody else has confirmed this.",
                         claims=("f-60",)),
            ),
            (Sentence(text="How many people are buried under the market hall is not known.", issues=("no_figure",)),),
        ),
    )  # fmt: skip


def _roots() -> tuple[Root, ...]:
    return (
        Root(id="rt-monitor", name=MONITOR, family=MONITOR, kind="monitor"),
        Root(id="rt-health", name=HEALTH, family="Government of Sudan", kind="ministry", works_under="the government"),
        Root(id="rt-ocha", name=OCHA, family="United Nations", kind="un"),
        Root(id="rt-army", name=ARMY, family="Government of Sudan", kind="army", side="government"),
    )


KILLED = Question(
    measure="killed", unit="person", population=Population(category="civilians", group="civilians"),
    place=QuestionPlace(name="Kassala", geonames_id=372753), period=Period(start=date("2027-03-02"), end=date("2027-03-06")),
    counting="cumulative",
)  # fmt: skip
MOVED = Question(
    measure="displaced", unit="person", population=Population(group="people"), place=QuestionPlace(name="Kassala State")
)
FIGHTERS = Question(
    measure="killed", unit="person",
    population=Population(category="combatants", group="fighters of the Highland Front", status_by=ARMY),
    place=QuestionPlace(name="Aroma"), counting="cumulative",
)  # fmt: skip
TRAPPED = Question(
    measure="trapped", unit="person", population=Population(group="people"), place=QuestionPlace(name="Kassala")
)
CHILDREN = Question(
    measure="killed", unit="person", population=Population(group="children"), place=QuestionPlace(name="Kassala")
)


def _point(claim: str, value: float, on: str, *reports: str, high: float | None = None, **more: object) -> SeriesPoint:
    given: dict[str, object] = {"claims": (claim,), "low": value, "qualifier": "exact" if high else "at_least"} | more
    return SeriesPoint(claim=claim, value=value, high=high, as_of=as_of(on), reports=reports, **given)  # type: ignore[arg-type]


def _series() -> tuple[Series, ...]:
    return (
        Series(id="se-monitor", question=KILLED, root=MONITOR, points=(
            _point("f-11a", 11, "2027-03-03", "rpt-a", "rpt-b", claims=("f-11a", "f-11b"), superseded_by="f-19"),
            _point("f-19", 19, "2027-03-04", "rpt-c", high=19, superseded_by="f-31"),
            _point("f-31", 31, "2027-03-06", "rpt-e", high=31),
        )),
        Series(id="se-health", question=KILLED, root=HEALTH, points=(
            _point("f-23", 23, "2027-03-04", "rpt-c", high=23, superseded_by="f-26"),
            _point("f-26", 26, "2027-03-06", "rpt-e", high=26),
        )),
        Series(id="se-ocha", question=MOVED, root=OCHA, points=(
            _point("f-12k", 12000, "2027-03-04", "rpt-c", qualifier="more_than", superseded_by="f-21k"),
            _point("f-21k", 21400, "2027-03-06", "rpt-e", high=21400),
        )),
        Series(id="se-army", question=FIGHTERS, root=ARMY, points=(_point("f-60", 60, "2027-03-05", "rpt-d", high=60),)),
    )  # fmt: skip


def _assessments() -> tuple[Assessment, ...]:
    return (
        Assessment(
            id="as-killed", question=KILLED, low=26, best=31, high=31, roots=(MONITOR, HEALTH), harm_grade="contested",
            support=BoundSupport(low="corroborated", best="disputed", high="single"), best_claim="f-31",
            claims=("f-11a", "f-11b", "f-11g", "f-19", "f-23", "f-31", "f-26"), series=("se-monitor", "se-health"),
            calculation="Low is the health ministry's latest count, best and high the monitor's.",
            notes=("The health ministry works under the government.",
                   "One report gives the monitor's 11 without naming anybody: probably the same origin, so it adds no support."),
        ),
        Assessment(
            id="as-moved", question=MOVED, low=21400, best=21400, high=None, roots=(OCHA,), series=("se-ocha",),
            support=BoundSupport(low="documented", best="documented"), claims=("f-12k", "f-21k"), best_claim="f-21k",
            calculation="The newest registered count; people who have not registered are not in it.",
        ),
        Assessment(
            id="as-children", question=CHILDREN, low=6, best=6, high=6, roots=(HEALTH,), series=(), claims=("f-6",),
            support=BoundSupport(low="single", best="single", high="single"), calculation="One figure, part of the 23.",
            best_claim="f-6",
        ),
        Assessment(
            id="as-fighters", question=FIGHTERS, low=None, best=None, high=None, roots=(ARMY,), series=("se-army",),
            support=BoundSupport(best="party only"), claims=("f-60",), calculation="Only a party to the fighting counted.",
            notes=("The army's own claim about its enemy's losses.",),
        ),
        Assessment(
            id="as-trapped", question=TRAPPED, low=None, best=None, high=None, ceiling=50, roots=(), series=(),
            support=BoundSupport(), claims=("f-50",), calculation="One feared figure, which sets no bound.",
        ),
    )  # fmt: skip


def _relations() -> tuple[FigureRelation, ...]:
    return (
        FigureRelation(type="duplicate", from_claim="f-11b", to_claim="f-11a", reason="The same count by the same origin in a copied text."),
        FigureRelation(type="supersede", from_claim="f-19", to_claim="f-11a", reason="The monitor's own later count."),
        FigureRelation(type="supersede", from_claim="f-31", to_claim="f-19", reason="The monitor's own later count."),
        FigureRelation(type="supersede", from_claim="f-26", to_claim="f-23", reason="The ministry's own later count."),
        FigureRelation(type="contradict", from_claim="f-31", to_claim="f-26", reason="Both as of 6 March, a sixth apart; the ministry counts bodies in hospitals, the monitor deaths it has compiled."),
        FigureRelation(type="part of", from_claim="f-6", to_claim="f-23", reason="Six of the 23 are children."),
        FigureRelation(type="another way of counting", from_claim="f-21k", to_claim="f-12k", reason="Registered people, no longer an estimate."),
    )  # fmt: skip


def _events() -> tuple[Event, ...]:
    front = Actor(start=0, end=14, text="Highland Front", name="Highland Front", sector="rebel group")
    people = Actor(start=0, end=9, text="civilians", name="civilians", sector="civilians", private=True)
    return (
        Event(id="ev-aroma", type="Battles", sub_type="Armed clash", plover="ASSAULT", actors=(front,), place=AROMA,
              start_date=date("2027-03-02"), end_date=date("2027-03-02"), precision="day", claims=("e-aroma",)),
        Event(id="ev-shelling", type="Explosions/Remote violence", sub_type="Shelling/artillery/missile attack",
              recipients=(people,), accused=(ARMY,), place=HOSPITAL, start_date=date("2027-03-03"),
              end_date=date("2027-03-03"), precision="day", claims=("e-shell",)),
        Event(id="ev-flood", type="disaster:flood", start_date=date("2019-01-01"), end_date=date("2019-12-31"),
              precision="year", background=True, claims=("e-flood",)),
    )  # fmt: skip


def _timeline() -> tuple[TimelineEntry, ...]:
    return (
        TimelineEntry(date=date("2019-01-01"), precision="year", background=True, claims=("e-flood",),
                      text="Floods destroyed homes along the Gash."),
        TimelineEntry(date=date("2027-03-02"), precision="day", background=False, claims=("e-aroma", "c-aroma"),
                      text="Fighters of the Highland Front entered Aroma, according to the Gash Valley Monitor."),
        TimelineEntry(date=date("2027-03-03"), precision="day", background=False, claims=("e-shell", "r-market", "s-army"),
                      text="Shells fell on Kassala; the monitor accuses the army, which denies it."),
        TimelineEntry(date=date("2027-03-03"), end_date=date("2027-03-06"), precision="period", background=False,
                      claims=("f-21k",), text="OCHA registered 21,400 displaced people."),
    )  # fmt: skip


def _statements() -> tuple[StatementLine, ...]:
    return (
        StatementLine(speaker=ARMY, speaker_role=None, organisation=ARMY, side="government", verb_class="denied",
                      text="Sudan's army denied shelling the market and said only military positions had been targeted.",
                      claims=("s-army",)),
        StatementLine(speaker=OCHA, speaker_role=None, organisation=OCHA, side=None, verb_class="concerned",
                      text="OCHA said it feared for people in New Halfa.", claims=("s-ocha",)),
        StatementLine(speaker="an ambulance driver", speaker_role="an ambulance driver", organisation=None, side=None,
                      verb_class="said", text="An ambulance driver said the road to Gedaref was open only at night.",
                      claims=("s-driver",)),
    )  # fmt: skip


def _responsibilities() -> tuple[ResponsibilityLine, ...]:
    return (
        ResponsibilityLine(accused=ARMY, by=(MONITOR,), act="e-shell", answer="denied", claims=("r-market", "s-army"),
                           text="The Gash Valley Monitor accuses Sudan's army of shelling the market in Kassala; the army "
                           "denies it."),
    )  # fmt: skip


def _alliances() -> tuple[Alliance, ...]:
    return (
        Alliance(type="opposes", from_actor="Highland Front", to_actor=ARMY, status="stated", claims=("l-front",),
                 text="The Highland Front fights the army."),
        Alliance(type="backs", from_actor="Valley Militia", to_actor=ARMY, status="alleged", by=(MONITOR,),
                 claims=("l-front",), text="The monitor says that the Valley Militia backs the army."),
    )  # fmt: skip


def _control() -> tuple[ControlMark, ...]:
    return (
        ControlMark(place=AROMA, holder="Highland Front", status="entered", date=date("2027-03-02"), precision="day",
                    by=(MONITOR,), claims=("c-aroma",), text="The Highland Front entered Aroma, the monitor says."),
        ControlMark(place=KASSALA, holder=ARMY, status="holds", date=date("2027-03-05"), precision="day", by=(ARMY,),
                    claims=("c-kassala",), text="The army holds Kassala, according to the army."),
        ControlMark(place=AROMA, holder="unclear", status="contested", date=date("2027-03-06"), precision="day", by=(),
                    claims=("c-aroma2",), text="Aroma has changed hands, residents say."),
    )  # fmt: skip


def _places() -> tuple[DossierPlace, ...]:
    found = (
        (KASSALA, 9), (AROMA, 5), (HALFA, 2), (GEDAREF, 2), (SHOWAK, 1), (STATE, 2), (HOSPITAL, 1), (GENEVA, 1), (GASH, 1),
    )  # fmt: skip
    return tuple(DossierPlace(place=p, claims=("e-shell",), mentions=n) for p, n in found)


def _disagreements() -> tuple[Disagreement, ...]:
    return (
        Disagreement(
            kind="figure", reason="Both numbers are as of 6 March; they are counted in different ways.",
            settle="A list of names from either origin.",
            sides=(DisagreementSide(text="31 civilians killed (Gash Valley Monitor, compiled)", claims=("f-31",)),
                   DisagreementSide(text="26 civilians killed (state health ministry, counted in hospitals)", claims=("f-26",))),
        ),
        Disagreement(
            kind="responsibility", reason="The accused denies the act.",
            sides=(DisagreementSide(text="The army shelled the market (Gash Valley Monitor)", claims=("r-market",)),
                   DisagreementSide(text="Only military positions were targeted (army)", claims=("s-army",))),
        ),
    )  # fmt: skip


def _issues() -> tuple[Issue, ...]:
    return (
        Issue(code="report_not_read", severity="loss", report="rpt-f", message="The report is in Arabic, which is not read.",
              suggestion="Read it by hand."),
        Issue(code="undated_report", severity="warning", report="rpt-g", message="The report has no date.",
              suggestion="Give its publication."),
        Issue(code="no_figure", severity="note", message="No origin gives a number for people under the market hall."),
    )  # fmt: skip


__all__ = ["Figure", "rich_dossier", "tiny_dossier"]
