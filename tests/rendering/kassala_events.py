"""What else the reports of the invented fight at Kassala say: events, statements, an accusation, control."""

from __future__ import annotations

from tests.rendering.desk import Desk, when
from tests.rendering.kassala import (
    ARMY,
    AROMA,
    KASSALA,
    MONITOR,
    OCHA,
)

from rashomon.model.attribution import Attribution
from rashomon.model.claim import Control, EventClaim, Relation, Responsibility, Statement


def add_others(desk: Desk) -> None:
    """Add the events, statements, the accusation and the marks of control."""
    said = Attribution(start=0, end=0, text="the monitor", origin=MONITOR, kind="monitor")
    anchor = {"anchor_start": 0, "anchor_end": 6}
    desk.claim(
        EventClaim,
        "e-shell",
        "rpt-a",
        "Shells fell",
        type="Explosions/Remote violence",
        sub_type="Shelling/artillery/missile attack",
        place=KASSALA,
        when=when("2027-03-03"),
        **anchor,
    )
    desk.claim(
        EventClaim,
        "e-aroma",
        "rpt-a",
        "entered Aroma",
        type="Battles",
        sub_type="Armed clash",
        place=AROMA,
        when=when("2027-03-02"),
        attribution=said,
        **anchor,
    )
    desk.claim(
        EventClaim,
        "e-flood",
        "rpt-g",
        "floods destroyed",
        type="disaster:flood",
        realis="background",
        when=when("2019-01-01", "2019-12-31", "year"),
        **anchor,
    )
    spoken = {"speaker_start": 0, "speaker_end": 4, "quote": False, "content_start": 0, "content_end": 10}
    desk.claim(
        Statement,
        "s-army",
        "rpt-d",
        "denied shelling",
        speaker="It",
        organisation=ARMY,
        verb="denied",
        verb_class="denied",
        **spoken,
    )
    desk.claim(
        Statement,
        "s-ocha",
        "rpt-c",
        "it feared",
        speaker="OCHA",
        organisation=OCHA,
        verb="feared",
        verb_class="concerned",
        **spoken,
    )
    desk.claim(
        Statement,
        "s-driver",
        "rpt-c",
        "ambulance driver",
        speaker="An ambulance driver",
        private=True,
        speaker_role="an ambulance driver",
        verb="said",
        verb_class="said",
        **spoken,
    )
    desk.claim(
        Responsibility,
        "r-market",
        "rpt-e",
        "accused the army",
        accused=ARMY,
        by=MONITOR,
        act="e-shell",
        act_text="shelling the market",
        answer="denied",
    )
    desk.claim(
        Control,
        "c-aroma",
        "rpt-a",
        "entered Aroma",
        place=AROMA,
        holder="Highland Front",
        status="entered",
        attribution=said,
    )
    desk.claim(Control, "c-kassala", "rpt-d", "holds Kassala", place=KASSALA, holder=ARMY, status="holds")
    desk.claim(Control, "c-aroma2", "rpt-e", "changed hands", place=AROMA, holder="unclear", status="contested")
    desk.claim(
        Relation,
        "l-front",
        "rpt-d",
        "fighters of the Highland Front",
        type="opposes",
        from_actor="Highland Front",
        to_actor=ARMY,
    )
