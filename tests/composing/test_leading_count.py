"""Which count a brief leads with: the latest, that of all days, those taken away where hardly anybody died."""

from __future__ import annotations

from msgspec.structs import replace
from tests.composing.builders import Told, assessed, compose, event, material, reconciled

from rashomon.knowledge.library import Library
from rashomon.model.happening import MainEvent, Toll

FIGHTING = ("Battles", "Armed clash")
RAID = ("Violence against civilians", "Attack")


def fighting(library: Library, group: str) -> str:
    """The headline of fighting since 4 May, its toll that of one later day, and a count of all days of some group."""
    text = (
        f"Fighting raged in Norvale on 4 May. The army said 24 died on 20 May. The mayor said 400 {group} were killed."
    )
    told = Told("rep-1", text, "Vale Star", "2024-05-21")
    when = told.when("on 4 May", "2024-05-04")
    happening = event(told.event("Fighting", *FIGHTING, place=told.place("Norvale"), when=when))
    day = told.when("on 20 May", "2024-05-20")
    few = told.figure("24", "killed", 24, attribution=told.source("The army", kind="official"), when=day)
    named = {"group": group, "category": "combatants"} if group == "rebels" else {}
    many = told.figure("400", "killed", 400, attribution=told.source("The mayor", kind="official"), **named)
    toll = Toll(value=24, claims=(few.id,), calculation="24 by the army.")
    main = MainEvent(event=happening.id, place=happening.place, killed=toll)
    record = reconciled([happening], [assessed(few, support="corroborated"), assessed(many)])
    return compose(material(told), replace(record, main=main), library).brief.headline.text


def test_a_day_of_what_goes_on_does_not_lead(library: Library) -> None:
    """Fighting that goes on is led by a count of all its days; not by one of another group."""
    assert "400 people" in fighting(library, "people")
    assert "24 people" in fighting(library, "rebels")


def quake(library: Library, later: str) -> str:
    """The headline of a quake with a first toll by an outlet, and a greater one by a ministry on the day given."""
    one = Told("rep-2", "A quake struck Norvale on 4 May. It killed 56 people.", "Vale Star", "2024-05-04")
    other = Told("rep-3", "The ministry said 900 people were killed.", "Harbour Wire", later)
    day = one.when("on 4 May", "2024-05-04")
    happening = event(one.event("quake", "disaster:earthquake", None, place=one.place("Norvale"), when=day))
    first = one.figure("56", "killed", 56, counting="cumulative")
    ministry = other.source("The ministry", kind="ministry")
    last = other.figure("900", "killed", 900, attribution=ministry, counting="cumulative")
    toll = Toll(value=56, claims=(first.id,), calculation="56 by Vale Star.")
    main = MainEvent(event=happening.id, place=happening.place, killed=toll)
    record = reconciled([happening], [assessed(first, support="corroborated"), assessed(last)])
    return compose(material(one, other), replace(record, main=main), library).brief.headline.text


def test_the_latest_of_a_rising_toll_leads(library: Library) -> None:
    """A first toll gives way to a greater one of a later day; two of one day leave it."""
    assert "900 people" in quake(library, "2024-05-09")
    assert "56 people" in quake(library, "2024-05-04")


def raid(library: Library, taken: int) -> str:
    """The headline of a raid on a school that killed one person and in which so many were taken away."""
    text = (
        f"A raid hit a school in Norvale. One person was killed, police said. Police said {taken} pupils were abducted."
    )
    told = Told("rep-4", text, "Vale Star", "2024-05-05")
    happening = event(told.event("raid", *RAID, place=told.place("Norvale")))
    dead = told.figure("One", "killed", 1, attribution=told.source("police", kind="police"))
    gone = told.figure(f"{taken}", "abducted", taken, group="pupils", attribution=told.source("Police", kind="police"))
    toll = Toll(value=1, claims=(dead.id,), calculation="1 by police.")
    main = MainEvent(event=happening.id, place=happening.place, killed=toll)
    record = reconciled([happening], [assessed(dead), assessed(gone)])
    return compose(material(told), replace(record, main=main), library).brief.headline.text


def test_many_taken_away_lead_before_one_dead(library: Library) -> None:
    """Where a raid killed one and took away 280, those taken lead; where it took two, the dead."""
    assert "280 pupils" in raid(library, 280)
    assert "killed" in raid(library, 2)


def strike(library: Library, first: str, value: int, weight: int) -> str:
    """The headline of a strike of which so many reports tell a first count, and two tell that 400 were killed."""
    tellers = [Told(f"rep-{n}", f"A strike hit Norvale. {first} people were killed.", f"Paper {n}", "2024-05-05")
               for n in range(weight)]  # fmt: skip
    others = [
        Told(f"rep-more-{n}", "The strike in Norvale killed 400 people.", f"Star {n}", "2024-05-05") for n in range(4)
    ]
    happening = event(tellers[0].event("strike", *RAID, place=tellers[0].place("Norvale")))
    few = [t.figure(first, "killed", value) for t in tellers]
    many = [t.figure("400", "killed", 400, place=t.place("Norvale")) for t in others]
    toll = Toll(value=value, claims=tuple(f.id for f in few), calculation="The first.")
    main = MainEvent(event=happening.id, place=happening.place, killed=toll)
    record = reconciled([happening], [assessed(*few), assessed(*many, support="corroborated")])
    return compose(material(*tellers, *others), replace(record, main=main), library).brief.headline.text


def test_a_heavier_toll_leads_before_one_dead(library: Library) -> None:
    """One dead gives way to 400 told by more reports; 90 dead, no small toll, stay."""
    assert "400" in strike(library, "One", 1, 1)
    assert "90" in strike(library, "90", 90, 3)
