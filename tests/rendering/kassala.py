"""The reports of an invented fight in real places: parties, outlets, figures and dates are invented."""

from __future__ import annotations

from tests.rendering.desk import Desk, place

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


def add_reports(desk: Desk) -> None:
    """Add the seven reports, one of them a copy, one in Arabic, one without outlet or date."""
    desk.report(
        "rpt-a",
        "Red Sea Courier",
        "2027-03-03T09:10:00Z",
        "Fighting reaches the edge of Kassala",
        "Shells fell on the western edge of Kassala before dawn on Wednesday. The Gash Valley Monitor said at least 11 "
        "civilians had been killed since Tuesday. Fighters of the Highland Front entered Aroma on Tuesday evening, the "
        "monitor said. Roads to the north were cut.",
        agency="Nile Wire",
    )
    desk.report(
        "rpt-b",
        "Harbour Post",
        "2027-03-03T11:30:00Z",
        "At least 11 dead as Kassala is shelled",
        "Shells fell on the western edge of Kassala before dawn on Wednesday. The Gash Valley Monitor said at least 11 "
        "civilians had been killed since Tuesday. Fighters of the Highland Front entered Aroma on Tuesday evening.",
        agency="Nile Wire",
        copy_group="cg-rpt-a",
    )
    desk.report(
        "rpt-c",
        "Delta Review",
        "2027-03-04T17:05:00Z",
        "Toll rises to 19 in Kassala",
        "The number of civilians killed rose to 19 by Thursday, the Gash Valley Monitor said. The state health "
        "ministry counted 23 dead in its hospitals, among them six children. The toll is expected to rise. More than "
        "12,000 people have left their homes, according to OCHA, nearly half of them children. An ambulance driver "
        "said the road to Gedaref was open only at night. OCHA said it feared for people in New Halfa.",
    )
    desk.report(
        "rpt-d",
        "State News Agency",
        "2027-03-05T08:00:00Z",
        "Army repels attack",
        "The army said it had killed 60 fighters of the Highland Front near Aroma. It denied shelling Kassala's market "
        "and said only military positions had been targeted. The army holds Kassala, a spokesman said.",
    )
    desk.report(
        "rpt-e",
        "Red Sea Courier",
        "2027-03-06T20:40:00Z",
        "Monitor lowers, then raises count in Kassala",
        "The Gash Valley Monitor put the number of civilians killed at 31 on Saturday. The health ministry said "
        "26 bodies had reached its hospitals by then. OCHA raised its count of displaced people to 21,400, registered "
        "in Gedaref and New Halfa. The monitor accused the army of shelling the market in Kassala on Wednesday. "
        "Residents said Aroma had changed hands. Up to 50 people may lie under the market hall, a rescuer feared.",
    )
    desk.report("rpt-f", "Al-Sharq Daily", "2027-03-06", "كسلا", "قصف", lang="ar", read=False)
    desk.report(
        "rpt-g",
        None,
        None,
        "What we know about Kassala",
        "At least 11 civilians were killed. In 2019 floods destroyed thousands of homes along the Gash.",
        url=None,
    )
