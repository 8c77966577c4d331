"""Two dossiers by hand: a rich one about an invented fight in real places, and the smallest there can be.

Parties, outlets, figures and dates are invented; only the towns are real.
"""

from __future__ import annotations

from tests.rendering.desk import Desk, date
from tests.rendering.kassala import ARMY, AROMA, HEALTH, HOSPITAL, MONITOR, OCHA, add_reports
from tests.rendering.kassala_claims import add_figures
from tests.rendering.kassala_events import add_others
from tests.rendering.kassala_figures import all_assessments, all_relations, all_series
from tests.rendering.kassala_lines import (
    all_alliances,
    all_control,
    all_disagreements,
    all_issues,
    all_places,
    all_responsibilities,
    all_statements,
    all_timeline,
)

from rashomon.model.actor import Actor
from rashomon.model.attribution import Root
from rashomon.model.brief import Brief, Sentence
from rashomon.model.claim import EventClaim
from rashomon.model.dossier import (
    Dossier,
)
from rashomon.model.grouping import Alteration, CopyGroup
from rashomon.model.happening import Event
from rashomon.model.passage import Passage


def rich_dossier(**changes: object) -> Dossier:
    """A dossier with every kind of line."""
    desk = Desk()
    add_reports(desk)
    add_figures(desk)
    add_others(desk)
    fields: dict[str, object] = {
        "title": "Fighting around Kassala",
        "story": "st-kassala",
        "as_of": "2027-03-06T20:40:00Z",
        "policy": "recommended",
        "brief": _brief(),
        "reports": tuple(desk.reports),
        "copy_groups": _copies(desk),
        "claims": tuple(desk.claims),
        "excerpts": tuple(desk.excerpts),
        "roots": _roots(),
        "series": all_series(),
        "assessments": all_assessments(),
        "relations": all_relations(),
        "events": _events(),
        "timeline": all_timeline(),
        "statements": all_statements(),
        "responsibilities": all_responsibilities(),
        "alliances": all_alliances(),
        "control": all_control(),
        "places": all_places(),
        "disagreements": all_disagreements(),
        "issues": all_issues(),
    }
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
        "title": "Bus overturns",
        "story": "st-bus",
        "as_of": None,
        "policy": "recommended",
        "brief": Brief(headline=sentence, key_points=(), paragraphs=((sentence,),)),
        "reports": tuple(desk.reports),
        "copy_groups": (CopyGroup(id="cg-rpt-only", reports=("rpt-only",)),),
        "claims": tuple(desk.claims),
        "excerpts": tuple(desk.excerpts),
        "roots": (),
        "series": (),
        "assessments": (),
        "relations": (),
        "events": (),
        "timeline": (),
        "statements": (),
        "responsibilities": (),
        "alliances": (),
        "control": (),
        "places": (),
        "disagreements": (),
        "issues": (),
    }
    return Dossier(**(fields | changes))  # type: ignore[arg-type]


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
                text="The Gash Valley Monitor counted 31 civilians killed by 6 March; the state health ministry "
                "counted 26 bodies in its hospitals.",
                claims=("f-31", "f-26"),
            ),
            Sentence(
                text="OCHA registered 21,400 displaced people, up from more than 12,000 two days before.",
                claims=("f-21k", "f-12k"),
            ),
            Sentence(
                text="Who shelled the market in Kassala is disputed: the monitor accuses the army, which denies it.",
                claims=("r-market", "s-army"),
            ),
        ),
        paragraphs=(
            (
                Sentence(text="Shells fell on the western edge of Kassala on 3 March.", claims=("e-shell",)),
                Sentence(
                    text="At least 11 civilians had been killed by then, according to the Gash Valley Monitor.",
                    claims=("f-11a", "f-11b"),
                ),
                Sentence(
                    text="By the next day the state health ministry had counted 23 dead, six of them children, and "
                    "expected the toll to rise.",
                    claims=("f-23", "f-6"),
                ),
            ),
            (
                Sentence(
                    text="Nearly half of those displaced by 4 March were children, OCHA said: about 6,000, with no "
                    "upper bound.",
                    claims=("f-half", "f-12k"),
                    calculation="half of 12,000",
                ),
                Sentence(
                    text="The army said it had killed 60 fighters near Aroma; nobody else has confirmed this.",
                    claims=("f-60",),
                ),
            ),
            (Sentence(text="How many people are buried under the market hall is not known.", issues=("no_figure",)),),
        ),
    )


def _roots() -> tuple[Root, ...]:
    return (
        Root(id="rt-monitor", name=MONITOR, family=MONITOR, kind="monitor"),
        Root(id="rt-health", name=HEALTH, family="Government of Sudan", kind="ministry", works_under="the government"),
        Root(id="rt-ocha", name=OCHA, family="United Nations", kind="un"),
        Root(id="rt-army", name=ARMY, family="Government of Sudan", kind="army", side="government"),
    )


def _events() -> tuple[Event, ...]:
    front = Actor(start=0, end=14, text="Highland Front", name="Highland Front", sector="rebel group")
    people = Actor(start=0, end=9, text="civilians", name="civilians", sector="civilians", private=True)
    return (
        Event(
            id="ev-aroma",
            type="Battles",
            sub_type="Armed clash",
            plover="ASSAULT",
            actors=(front,),
            place=AROMA,
            start_date=date("2027-03-02"),
            end_date=date("2027-03-02"),
            precision="day",
            claims=("e-aroma",),
        ),
        Event(
            id="ev-shelling",
            type="Explosions/Remote violence",
            sub_type="Shelling/artillery/missile attack",
            recipients=(people,),
            accused=(ARMY,),
            place=HOSPITAL,
            start_date=date("2027-03-03"),
            end_date=date("2027-03-03"),
            precision="day",
            claims=("e-shell",),
        ),
        Event(
            id="ev-flood",
            type="disaster:flood",
            start_date=date("2019-01-01"),
            end_date=date("2019-12-31"),
            precision="year",
            background=True,
            claims=("e-flood",),
        ),
    )
