"""Incident sheets: minimum and maximum apart, nobody accused as doer, tolls of no single act left out."""

from __future__ import annotations

import re
from typing import Any

import msgspec
import pytest
from tests.golden.readable import word_lines
from tests.rendering.desk import Desk, place, when
from tests.rendering.fixtures import tiny_dossier

from rashomon.model.actor import Actor
from rashomon.model.assessment import Assessment, BoundSupport, Question, QuestionPlace
from rashomon.model.attribution import Root
from rashomon.model.claim import EventClaim, Population, Responsibility
from rashomon.model.dossier import Dossier, DossierPlace, ResponsibilityLine
from rashomon.model.exported import Exported, Material
from rashomon.model.happening import Event
from rashomon.rendering.exports.incident import write_incident

TEXT = (
    "Shells hit the Rahma hospital in Kassala on Monday. At least 12 civilians were killed, four of them children, the "
    "Gash Valley Monitor said. The army said 60 fighters were killed. The monitor blamed the army, which denied it. "
    "Across the state 900 civilians have been killed since May."
)
HOSPITAL = place(
    "Rahma hospital", 15.461, 36.402, kind="facility", facility_kind="hospital", town="Kassala", admin1="Kassala State"
)
TOWN = place("Kassala", 15.451, 36.4, admin1="Kassala State")


def question(group: str, category: str, event: str | None) -> Question:
    """Who were killed, of an event."""
    population = Population(category=category, group=group)  # type: ignore[arg-type]
    return Question(
        measure="killed", unit="person", population=population, place=QuestionPlace(name="Kassala"), event=event
    )


def answer(id: str, asked: Question, low: float, high: float | None, claim: str, **more: Any) -> Assessment:
    """An assessment that rests on one claim."""
    return Assessment(
        id=id, question=asked, low=low, best=low, high=high, support=BoundSupport(low="single", best="single"),
        roots=("Gash Valley Monitor",), claims=(claim,), series=(), best_claim=claim, calculation="one figure", **more,
    )  # fmt: skip


def desk_dossier(**changes: Any) -> Dossier:
    """A shelled hospital with civilians and children killed, fighters killed, and a toll of the whole state."""
    desk = Desk()
    desk.report("rpt-a", "Delta Wire", "2027-03-02", "Hospital hit", TEXT)
    day = when("2027-03-01")
    desk.claim(EventClaim, "ev", "rpt-a", "hit the", anchor_start=7, anchor_end=10, type="Explosions/Remote violence",
               sub_type="Shelling/artillery/missile attack", place=HOSPITAL, when=day)  # fmt: skip
    monitor: dict[str, Any] = {"origin": "Gash Valley Monitor", "on": "2027-03-02", "event": "ev"}
    desk.figure(
        "all",
        "rpt-a",
        "At least 12",
        "killed",
        value=12,
        low=12,
        qualifier="at_least",
        group="civilians",
        category="civilians",
        **monitor,
    )
    desk.figure(
        "kids",
        "rpt-a",
        "four",
        "killed",
        value=4,
        low=4,
        high=4,
        group="children",
        part_of="all",
        origin="Gash Valley Monitor",
        on="2027-03-02",
    )
    desk.figure(
        "men",
        "rpt-a",
        "60",
        "killed",
        value=60,
        low=60,
        high=60,
        group="fighters",
        category="combatants",
        origin="army",
        on="2027-03-02",
        event="ev",
    )
    desk.figure(
        "state", "rpt-a", "900", "killed", None, value=900, low=900, high=900, group="civilians", category="civilians"
    )
    desk.claim(
        Responsibility, "resp", "rpt-a", "blamed", accused="army", by="Gash Valley Monitor", act="ev", answer="denied"
    )
    event = Event(
        id="ev", type="Explosions/Remote violence", sub_type="Shelling/artillery/missile attack", accused=("army",),
        recipients=(Actor(start=0, end=0, text="", name="civilians", sector="civilians", private=True),), place=HOSPITAL, means="Shells",
        start_date=day.start_date, end_date=day.start_date, precision="day", claims=("ev",),
    )  # fmt: skip
    graded = ("Harm to civilians graded weak: one source gives the number: Gash Valley Monitor.",)
    fields: dict[str, Any] = {
        "claims": tuple(desk.claims), "reports": tuple(desk.reports), "excerpts": tuple(desk.excerpts), "events": (event,),
        "roots": (Root(id="r", name="Gash Valley Monitor", family="gvm", kind="monitor"),),
        "assessments": (
            answer("as-all", question("civilians", "civilians", "ev"), 12, None, "all", harm_grade="weak", notes=graded, ceiling=30.0),
            answer("as-kids", question("children", "people", None), 4, 4, "kids"),
            answer("as-men", question("fighters", "combatants", "ev"), 60, 60, "men"),
            answer("as-state", question("civilians", "civilians", None), 900, 900, "state"),
        ),
        "responsibilities": (
            ResponsibilityLine(accused="army", by=("Gash Valley Monitor",), act="ev", answer="denied",
                               text="The Gash Valley Monitor blamed the army, which denied it.", claims=("resp",)),
        ),
        "places": (DossierPlace(place=TOWN, claims=("ev",), mentions=1),),
    }  # fmt: skip
    return tiny_dossier(**(fields | changes))


def exported(**changes: Any) -> Exported:
    """The export of that dossier."""
    return write_incident(Material(dossiers=(desk_dossier(**changes),)))


def page(**changes: Any) -> str:
    """Its Markdown."""
    return exported(**changes).files["incidents.md"].decode()


def cells(text: str) -> dict[str, list[str]]:
    """The rows of all tables by whom they count."""
    rows = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("| ")]
    return {row[0].strip(): [c.strip() for c in row[1:]] for row in rows if row[0].strip() != "Whom"}


def test_minimum_and_maximum_stand_apart_and_an_open_top_is_open() -> None:
    """ "At least 12" is a minimum of 12 without a maximum, the feared number apart; children are a row of their own."""
    rows = cells(page())
    assert rows["Civilians"][:2] == ["12", "open; feared or “up to” 30, apart"]
    assert rows["Children"][:2] == ["4", "4"]
    assert rows["Civilians"][2] == "Gash Valley Monitor: At least 12, as of 2 March 2027"


def test_fighters_and_tolls_of_an_area_are_no_harm_of_the_act() -> None:
    """The dead fighters and the state's toll stand on no sheet; the toll's loss says that it is of no single act."""
    given = exported()
    text = given.files["incidents.md"].decode()
    assert "60" not in cells(text)["Civilians"][0]
    assert "900" not in text
    assert "ighters" not in text
    assert [x.record for x in given.report.losses] == ["as-state"]
    assert "no single act" in given.report.losses[0].reason


def test_the_accused_is_no_doer_and_the_denial_stands_beside() -> None:
    """Who did it is not established; the accusation names accuser and accused with the denial; the grade has its reason."""
    text = page()
    assert "**Who did it**: Not established." in text
    assert "The Gash Valley Monitor blamed the army, which denied it." in text
    assert "Weak: one source gives the number: Gash Valley Monitor" in text


def test_the_hospital_stands_at_its_town() -> None:
    """The place is the town with the kind of facility; the hospital's name and point are nowhere."""
    text = page()
    assert "Kassala, Kassala State, Sudan" in text
    assert "at a place of this kind: hospital, shown at its town" in text
    assert "Rahma" not in re.sub(r"“[^”]*”", "", text)
    assert "15.46" not in text


def test_an_act_without_a_count_is_a_loss() -> None:
    """Violence for which no civilian is counted has no sheet, and the page says that there is none."""
    given = exported(assessments=())
    assert "No event with a number of civilians killed or injured by itself." in given.files["incidents.md"].decode()
    assert [(x.record, x.what) for x in given.report.losses] == [("ev", "left out")]
    assert (given.report.offered, given.report.written) == (1, 0)


def test_the_word_document_says_what_the_page_says() -> None:
    """Each fact and each row of the Markdown page stands in the Word document, whose bytes are the same again."""
    given = exported()
    lines = word_lines(given.files["incidents.docx"])
    for whom, row in cells(page()).items():
        assert f"{whom} | {' | '.join(row)}" in lines
    assert any(line.startswith("Airwars' grade: Weak") for line in lines)
    assert sum("Machine-made, not reviewed" in line for line in lines) >= 1
    assert given.files == exported().files


@pytest.mark.parametrize("dossier", [tiny_dossier(), tiny_dossier(events=())])
def test_a_record_without_violence_gives_an_empty_page(dossier: Dossier) -> None:
    """A dossier without an act of violence gives a page that says so, and no loss."""
    given = write_incident(Material(dossiers=(dossier,)))
    assert b"No event with a number" in given.files["incidents.md"]
    assert given.report.losses == ()


def test_hostile_words_stay_words() -> None:
    """Markup in a means or an accused's name is escaped."""
    event = msgspec.structs.replace(desk_dossier().events[0], means="<b>|x|", accused=("[a](http://b)",))
    text = page(events=(event,), responsibilities=())
    assert "<b>" not in text
    assert r"\[a\](http://b)" in text
