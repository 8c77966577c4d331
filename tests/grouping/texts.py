"""Invented reports for the grouping tests: two attacks in one city a week apart, and texts long enough to copy."""

from __future__ import annotations

from tests.notation import make_report

from rashomon.model.report import Report

WIRE = (
    "A blast tore through the vegetable market in Tarvesh on Monday morning, killing at least 14 people, the health "
    "directorate of the province said. Ambulances ran between the square and the central clinic "
    "until noon. The governor, "
    "Ilyas Demirov, said the device had been hidden in a cart near the eastern gate. No group has claimed the attack. "
    "Police closed the bridge over the Anzar and searched cars leaving the town. Traders said the market had been full "
    "because of the feast on Tuesday. The clinic treated 37 wounded people and sent nine of them to the capital. "
    "Shops stayed shut in the afternoon and schools sent their pupils home early."
)
LATER_ATTACK = (
    "Gunmen opened fire on a bus station in Tarvesh on Wednesday, wounding six passengers, the "
    "transport office said. The "
    "attackers fled on motorcycles towards the hills of Kusht. It was the second attack in the town "
    "this month. The station "
    "master, Peret Anlo, told reporters that two drivers had been hit in the leg. Soldiers set up "
    "posts on the ring road and "
    "a curfew was declared for the northern districts. Witnesses described a silver car that waited "
    "near the ticket hall."
)
ELSEWHERE = (
    "Parliament in Belmora passed the fisheries budget late on Thursday after a debate of eleven "
    "hours. The minister, Senna "
    "Quill, welcomed the vote and promised new patrol boats for the southern ports. Opposition "
    "deputies walked out before the "
    "final reading. Fishing unions said quotas for herring and mackerel remained too low for small crews."
)
RETOLD = (
    "TARVESH: Fourteen people died when a bomb went off in the crowded vegetable market on Monday, according to the "
    "provincial health directorate. Governor Ilyas Demirov blamed a device in a cart by the eastern "
    "gate, and the central "
    "clinic was treating 37 wounded. The bridge over the Anzar was closed while police hunted for suspects."
)


def wire(outlet: str = "Agency", day: str = "2031-05-12", text: str = WIRE) -> Report:
    """The market report, or a version of it, as one outlet ran it."""
    return make_report(outlet, day, text)


RAID = (
    "Armed men attacked the village of Lirema in the province of Cabo Norte on Friday night, the Gazeta weekly reports. A "
    "woman was kidnapped and 22 houses were burnt down. Residents said that soldiers had been warned of strange "
    "movements near the village and came in time to prevent worse. A couple was surprised on the road to Chaibo five "
    "days earlier; the man was killed and his wife taken away. Raids in Cabo Norte began in the year 2027."
)
LATER_RAID = (
    "Security forces killed sixteen insurgents this week in direct combat in Cabo Norte, the government announced on "
    "Wednesday. The commander, Benardo Rafo, told a meeting at Bilanga in Quisaga that other fighters had died of hunger, and "
    "showed four suspects whom his men had captured. More than 4,000 people have died in Cabo Norte since three police "
    "stations were stormed at dawn, according to a monitor, and 820,000 have left their homes."
)
