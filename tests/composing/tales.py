"""The stories of this suite; their reports are written for it, with invented outlets."""

from __future__ import annotations

from tests.composing.builders import Told, assessed, event, material, reconciled

from rashomon.model.actor import Actor
from rashomon.model.material import Material, Reconciled

OFFENSIVE = (
    "Insurgents opened an offensive against Aleppo on 27 November. At least 27 civilians, eight of "
    "them children, died in the "
    "city from 27 to 29 November, the United Nations reported. The Syrian Observatory for Human "
    "Rights put the dead at 255 "
    "combatants. Kremlin spokesperson Dmitri Peskov condemned the insurgent attack. Russia backs the Syrian government."
)


def offensive() -> tuple[Material, Reconciled, Told]:
    """An offensive over days with two tolls of different populations, a part, a statement and a backer."""
    wire = Told("rep-wire", OFFENSIVE, "Harbour Wire", "2024-11-29")
    digest = Told(
        "rep-digest", "Insurgents opened an offensive against Aleppo. At least 27 civilians died there.", None, None
    )
    aleppo = wire.place("Aleppo")
    first = wire.event(
        "offensive", "Battles", "Armed clash", place=aleppo, when=wire.when("on 27 November", "2024-11-27")
    )
    again = digest.event("offensive", "Battles", "Armed clash", place=digest.place("Aleppo"))
    un = wire.source("the United Nations", "United Nations", "un")
    civilians = wire.figure(
        "At least 27",
        "killed",
        27.0,
        high=None,
        qualifier="at_least",
        category="civilians",
        attribution=un,
        place=aleppo,
        when=wire.when("from 27 to 29 November", "2024-11-27", "2024-11-29"),
    )
    wire.figure("eight", "killed", 8.0, group="children", attribution=un, part_of=civilians.id)
    plain = digest.figure("At least 27", "killed", 27.0, high=None, qualifier="at_least", category="civilians")
    sohr = wire.source("The Syrian Observatory for Human Rights", "Syrian Observatory for Human Rights")
    fighters = wire.figure("255", "killed", 255.0, category="combatants", attribution=sohr)
    wire.statement(
        "Dmitri Peskov",
        "the insurgent attack",
        "condemned",
        "condemned",
        speaker_role="Kremlin spokesperson",
        organisation="Kremlin",
    )
    wire.relation("backs", "backs", "Russia", "Syrian government")
    both, series = assessed(plain, civilians)
    record = reconciled([event(first, again)], [(both, series), assessed(fighters)])
    return material(wire, digest), record, wire


QUAKE = (
    "An earthquake struck near Kassala on 3 May. The civil defence agency said at least 40 people "
    "were killed, a preliminary "
    "count. On 4 May the civil defence agency raised its count to at least 112 killed. About 3,000 "
    "families were left homeless "
    "in Kassala, the Red Crescent said."
)


def earthquake() -> tuple[Material, Reconciled]:
    """An earthquake with a rising toll of one root, a caveat on the first count, and households."""
    told = Told("rep-quake", QUAKE, "Delta Post", "2023-05-04")
    kassala = told.place("Kassala", precision="near")
    struck = told.event("earthquake", "disaster:earthquake", place=kassala, when=told.when("on 3 May", "2023-05-03"))
    agency = told.source("The civil defence agency", "civil defence agency", "rescuers")
    first = told.figure(
        "at least 40",
        "killed",
        40.0,
        high=None,
        qualifier="at_least",
        attribution=agency,
        as_of="2023-05-03",
        caveats=[("preliminary", "preliminary")],
    )
    second = told.figure(
        "at least 112", "killed", 112.0, high=None, qualifier="at_least", attribution=agency, as_of="2023-05-04"
    )
    crescent = told.source("the Red Crescent", "Red Crescent", "aid")
    homes = told.figure(
        "About 3,000",
        "homeless",
        3000.0,
        qualifier="approx",
        unit="household",
        group="families",
        attribution=crescent,
        place=told.place("Kassala", "Kassala, the Red Crescent".split(",")[0]),
    )
    return material(told), reconciled([event(struck)], [assessed(first, second), assessed(homes)])


PROTEST = (
    "Protests spread in Dhaka on 16 July. The Home Ministry said 147 people were killed. A "
    "students' network counted 266 "
    "people killed. Police detained more than 500 people, according to city police."
)


def protest() -> tuple[Material, Reconciled]:
    """Protests with two tolls that contradict each other, one of them a government's."""
    told = Told("rep-protest", PROTEST, "Lantern Daily", "2024-07-28")
    dhaka = told.place("Dhaka")
    held = told.event(
        "Protests", "Protests", "Peaceful protest", place=dhaka, when=told.when("on 16 July", "2024-07-16")
    )
    ministry = told.source("The Home Ministry", "Home Ministry", "ministry", side="government")
    low = told.figure("147", "killed", 147.0, attribution=ministry)
    high = told.figure("266", "killed", 266.0, attribution=told.source("A students' network", kind="monitor"))
    police = told.source("city police", kind="police")
    more = told.figure("more than 500", "detained", 500.0, high=None, qualifier="more_than", attribution=police)
    answers = [assessed(high, support="disputed"), assessed(more)]
    disputed = answers[0][0].__class__(**{**_fields(answers[0][0]), "claims": (high.id, low.id)})
    return material(told), reconciled([event(held)], [(disputed, answers[0][1]), answers[1]], [[low, high]])


def _fields(record: object) -> dict[str, object]:
    return {name: getattr(record, name) for name in record.__struct_fields__}  # type: ignore[attr-defined]


SHORT = "A bus crash in Quillabamba killed six people on 2 March."


def short_report() -> tuple[Material, Reconciled]:
    """One short report with one happening and one figure, nobody named."""
    told = Told("rep-short", SHORT, "Andes Bulletin", "2022-03-03")
    place = told.place("Quillabamba")
    crash = told.event("crash", "disaster:crash", place=place, when=told.when("on 2 March", "2022-03-02"))
    dead = told.figure("six", "killed", 6.0, place=place)
    return material(told), reconciled([event(crash)], [assessed(dead)])


STRIKE = (
    "An air strike hit a market in Marib on 5 April. Aid workers blamed the coalition for the "
    "strike, and the coalition denied "
    "it. Nobody has counted the dead."
)


def strike() -> tuple[Material, Reconciled]:
    """An attack without figures, with an accusation and its denial."""
    told = Told("rep-strike", STRIKE, "Gulf Ledger", "2021-04-06")
    hit = told.event(
        "air strike",
        "Explosions/Remote violence",
        "Air/drone strike",
        place=told.place("Marib"),
        when=told.when("on 5 April", "2021-04-05"),
        actors=(Actor(start=65, end=78, text="the coalition", name="coalition", sector="external forces"),),
    )
    told.blame("blamed", "coalition", "aid workers", hit, "denied")
    return material(told), reconciled([event(hit, accused=("coalition",))], [])
