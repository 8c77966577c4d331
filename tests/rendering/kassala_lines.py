"""The lines of the Kassala dossier: timeline, statements, accusations, alliances, control, places, disputes, issues."""

from __future__ import annotations

from tests.rendering.desk import date
from tests.rendering.kassala import (
    ARMY,
    AROMA,
    GASH,
    GEDAREF,
    GENEVA,
    HALFA,
    HOSPITAL,
    KASSALA,
    MONITOR,
    OCHA,
    SHOWAK,
    STATE,
)

from rashomon.model.assessment import (
    Disagreement,
    DisagreementSide,
)
from rashomon.model.brief import TimelineEntry
from rashomon.model.dossier import (
    Alliance,
    ControlMark,
    DossierPlace,
    ResponsibilityLine,
    StatementLine,
)
from rashomon.model.issue import Issue


def all_timeline() -> tuple[TimelineEntry, ...]:
    """The dossier\'s timeline."""
    return (
        TimelineEntry(
            date=date("2019-01-01"),
            precision="year",
            background=True,
            claims=("e-flood",),
            text="Floods destroyed homes along the Gash.",
        ),
        TimelineEntry(
            date=date("2027-03-02"),
            precision="day",
            background=False,
            claims=("e-aroma", "c-aroma"),
            text="Fighters of the Highland Front entered Aroma, according to the Gash Valley Monitor.",
        ),
        TimelineEntry(
            date=date("2027-03-03"),
            precision="day",
            background=False,
            claims=("e-shell", "r-market", "s-army"),
            text="Shells fell on Kassala; the monitor accuses the army, which denies it.",
        ),
        TimelineEntry(
            date=date("2027-03-03"),
            end_date=date("2027-03-06"),
            precision="period",
            background=False,
            claims=("f-21k",),
            text="OCHA registered 21,400 displaced people.",
        ),
    )


def all_statements() -> tuple[StatementLine, ...]:
    """The dossier\'s statements."""
    return (
        StatementLine(
            speaker=ARMY,
            speaker_role=None,
            organisation=ARMY,
            side="government",
            verb_class="denied",
            text="Sudan's army denied shelling the market and said only military positions had been targeted.",
            claims=("s-army",),
        ),
        StatementLine(
            speaker=OCHA,
            speaker_role=None,
            organisation=OCHA,
            side=None,
            verb_class="concerned",
            text="OCHA said it feared for people in New Halfa.",
            claims=("s-ocha",),
        ),
        StatementLine(
            speaker="an ambulance driver",
            speaker_role="an ambulance driver",
            organisation=None,
            side=None,
            verb_class="said",
            text="An ambulance driver said the road to Gedaref was open only at night.",
            claims=("s-driver",),
        ),
    )


def all_responsibilities() -> tuple[ResponsibilityLine, ...]:
    """The dossier\'s responsibilities."""
    return (
        ResponsibilityLine(
            accused=ARMY,
            by=(MONITOR,),
            act="e-shell",
            answer="denied",
            claims=("r-market", "s-army"),
            text="The Gash Valley Monitor accuses Sudan's army of shelling the market in Kassala; the army denies it.",
        ),
    )


def all_alliances() -> tuple[Alliance, ...]:
    """The dossier\'s alliances."""
    return (
        Alliance(
            type="opposes",
            from_actor="Highland Front",
            to_actor=ARMY,
            status="stated",
            claims=("l-front",),
            text="The Highland Front fights the army.",
        ),
        Alliance(
            type="backs",
            from_actor="Valley Militia",
            to_actor=ARMY,
            status="alleged",
            by=(MONITOR,),
            claims=("l-front",),
            text="The monitor says that the Valley Militia backs the army.",
        ),
    )


def all_control() -> tuple[ControlMark, ...]:
    """The dossier\'s control."""
    return (
        ControlMark(
            place=AROMA,
            holder="Highland Front",
            status="entered",
            date=date("2027-03-02"),
            precision="day",
            by=(MONITOR,),
            claims=("c-aroma",),
            text="The Highland Front entered Aroma, the monitor says.",
        ),
        ControlMark(
            place=KASSALA,
            holder=ARMY,
            status="holds",
            date=date("2027-03-05"),
            precision="day",
            by=(ARMY,),
            claims=("c-kassala",),
            text="The army holds Kassala, according to the army.",
        ),
        ControlMark(
            place=AROMA,
            holder="unclear",
            status="contested",
            date=date("2027-03-06"),
            precision="day",
            by=(),
            claims=("c-aroma2",),
            text="Aroma has changed hands, residents say.",
        ),
    )


def all_places() -> tuple[DossierPlace, ...]:
    """The dossier\'s places."""
    found = (
        (KASSALA, 9),
        (AROMA, 5),
        (HALFA, 2),
        (GEDAREF, 2),
        (SHOWAK, 1),
        (STATE, 2),
        (HOSPITAL, 1),
        (GENEVA, 1),
        (GASH, 1),
    )
    return tuple(DossierPlace(place=p, claims=("e-shell",), mentions=n) for p, n in found)


def all_disagreements() -> tuple[Disagreement, ...]:
    """The dossier\'s disagreements."""
    return (
        Disagreement(
            kind="figure",
            reason="Both numbers are as of 6 March; they are counted in different ways.",
            settle="A list of names from either origin.",
            sides=(
                DisagreementSide(text="31 civilians killed (Gash Valley Monitor, compiled)", claims=("f-31",)),
                DisagreementSide(
                    text="26 civilians killed (state health ministry, counted in hospitals)", claims=("f-26",)
                ),
            ),
        ),
        Disagreement(
            kind="responsibility",
            reason="The accused denies the act.",
            sides=(
                DisagreementSide(text="The army shelled the market (Gash Valley Monitor)", claims=("r-market",)),
                DisagreementSide(text="Only military positions were targeted (army)", claims=("s-army",)),
            ),
        ),
    )


def all_issues() -> tuple[Issue, ...]:
    """The dossier\'s issues."""
    return (
        Issue(
            code="report_not_read",
            severity="loss",
            report="rpt-f",
            message="The report is in Arabic, which is not read.",
            suggestion="Read it by hand.",
        ),
        Issue(
            code="undated_report",
            severity="warning",
            report="rpt-g",
            message="The report has no date.",
            suggestion="Give its publication.",
        ),
        Issue(code="no_figure", severity="note", message="No origin gives a number for people under the market hall."),
    )
