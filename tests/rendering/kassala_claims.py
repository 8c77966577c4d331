"""The figures of the invented fight at Kassala."""

from __future__ import annotations

from tests.rendering.desk import Desk
from tests.rendering.kassala import (
    ARMY,
    AROMA,
    HEALTH,
    KASSALA,
    MONITOR,
    OCHA,
    STATE,
)


def add_figures(desk: Desk) -> None:
    """Add the figures: a toll by two origins, a displacement that changes its basis, a party's claim, a fear."""
    civil = {"group": "civilians", "category": "civilians", "place": KASSALA, "counting": "cumulative"}
    desk.figure(
        "f-11a",
        "rpt-a",
        "at least 11",
        "killed",
        MONITOR,
        on="2027-03-03",
        value=11,
        low=11,
        qualifier="at_least",
        basis="compiled",
        event="ev-shelling",
        **civil,
    )
    desk.figure(
        "f-11b",
        "rpt-b",
        "at least 11",
        "killed",
        MONITOR,
        on="2027-03-03",
        value=11,
        low=11,
        qualifier="at_least",
        basis="compiled",
        **civil,
    )
    desk.figure("f-11g", "rpt-g", "At least 11", "killed", None, value=11, low=11, qualifier="at_least", **civil)
    desk.figure(
        "f-19", "rpt-c", "19", "killed", MONITOR, on="2027-03-04", value=19, low=19, high=19, basis="compiled", **civil
    )
    desk.figure(
        "f-23",
        "rpt-c",
        "23",
        "killed",
        HEALTH,
        on="2027-03-04",
        value=23,
        low=23,
        high=23,
        basis="counted",
        caveat=("expected_to_rise", "expected to rise"),
        **civil,
    )
    desk.figure(
        "f-31", "rpt-e", "31", "killed", MONITOR, on="2027-03-06", value=31, low=31, high=31, basis="compiled", **civil
    )
    desk.figure(
        "f-26", "rpt-e", "26", "killed", HEALTH, on="2027-03-06", value=26, low=26, high=26, basis="counted", **civil
    )
    desk.figure(
        "f-6",
        "rpt-c",
        "six",
        "killed",
        HEALTH,
        group="children",
        on="2027-03-04",
        value=6,
        low=6,
        high=6,
        basis="counted",
        part_of="f-23",
        place=KASSALA,
    )
    moved = {"group": "people", "place": STATE}
    desk.figure(
        "f-12k",
        "rpt-c",
        "More than 12,000",
        "displaced",
        OCHA,
        on="2027-03-04",
        value=12000,
        low=12000,
        qualifier="more_than",
        basis="estimated",
        **moved,
    )
    desk.figure(
        "f-half",
        "rpt-c",
        "nearly half",
        "displaced",
        OCHA,
        group="children",
        on="2027-03-04",
        low=5400,
        qualifier="fraction",
        derived=True,
        part_of="f-12k",
        place=STATE,
        calculation="nearly half of more than 12,000: at least 5,400, no upper bound",
    )
    desk.figure(
        "f-21k",
        "rpt-e",
        "21,400",
        "displaced",
        OCHA,
        on="2027-03-06",
        value=21400,
        low=21400,
        high=21400,
        basis="registered",
        **moved,
    )
    desk.figure(
        "f-60",
        "rpt-d",
        "60",
        "killed",
        ARMY,
        group="fighters of the Highland Front",
        category="combatants",
        on="2027-03-05",
        value=60,
        low=60,
        high=60,
        realis="claimed",
        place=AROMA,
    )
    desk.figure(
        "f-50",
        "rpt-e",
        "Up to 50",
        "trapped",
        None,
        group="people",
        value=50,
        high=50,
        qualifier="up_to",
        realis="feared",
        place=KASSALA,
    )
