"""What the brief leads with and keeps to: the main happening, its own counts, each told once, with its answers."""

from __future__ import annotations

from msgspec.structs import replace
from tests.composing.builders import Told, assessed, compose, event, material, reconciled

from rashomon.knowledge.library import Library
from rashomon.model.dossier import Dossier
from rashomon.model.happening import MainEvent, Toll
from rashomon.model.material import Material


def narrative(dossier: Dossier) -> str:
    """The brief's paragraphs as running text."""
    return " ".join(s.text for p in dossier.brief.paragraphs for s in p)


def gas_attack() -> tuple[Told, Told]:
    """Two reports of one attack: the first calls it a strike and gives no town, the second has town and day."""
    first = Told("rep-1", "A chemical strike killed 40 people, rescuers said.", "Vale Star", "2024-05-05")
    second = Told("rep-2", "The attack hit the Norvale suburbs on 4 May.", "Hill Post", "2024-05-06")
    first.event("strike", "Explosions/Remote violence", "Chemical weapon")
    second.event(
        "attack",
        "Explosions/Remote violence",
        "Chemical weapon",
        place=second.place("Norvale", "Norvale suburbs", precision="area"),
        when=second.when("on 4 May", "2024-05-04"),
    )
    return first, second


def attack_dossier(library: Library) -> Dossier:
    """The dossier of that attack, whose event has the first report's claim alone."""
    first, second = gas_attack()
    happening = event(first.events[0])
    other = event(second.events[0])
    place, when = second.events[0].place, second.events[0].when
    assert when is not None
    main = MainEvent(
        event=happening.id, place=place, start_date=when.start_date, end_date=when.end_date, precision="day", how="told"
    )
    toll = first.figure("40", "killed", 40, attribution=first.source("rescuers", kind="rescuers"), event=happening.id)
    record = replace(reconciled([happening, other], [assessed(toll)]), main=main)
    return compose(material(first, second), record, library)


def test_the_main_happening_has_its_telling_name_town_and_day(library: Library) -> None:
    """A chemical attack that its own report calls a strike is told as that, near its town, on its day."""
    assert "a chemical attack took place near Norvale on 4 May 2024" in narrative(attack_dossier(library))


def blast_and_other(library: Library) -> Dossier:
    """A story of a blast in one town and, two days later, another in a far one, each with its injured."""
    told = Told(
        "rep-3",
        "A blast in Norvale on 4 May killed nine people and injured 12, police said. "
        "A blast in Farholm on 6 May injured 40.",
        "Vale Star",
        "2024-05-07",
    )
    near, far = told.place("Norvale"), told.place("Farholm", lat=40.0, lon=50.0)
    kind = ("Explosions/Remote violence", "Remote explosive/landmine/IED")
    happening = event(told.event("blast in Norvale", *kind, place=near, when=told.when("on 4 May", "2024-05-04")))
    other = event(told.event("blast in Farholm", *kind, place=far, when=told.when("on 6 May", "2024-05-06")))
    police = told.source("police", kind="police")
    dead = told.figure("nine", "killed", 9, attribution=police, event=happening.claims[0])
    hurt = told.figure("40", "injured", 40, event=other.claims[0])
    record = reconciled([happening, other], [assessed(dead), assessed(hurt)])
    return compose(material(told), replace(record, main=MainEvent(event=happening.id, place=near)), library)


def test_what_befell_others_is_no_key_point(library: Library) -> None:
    """The injured of another blast two days later stand in the narrative, not among the key points."""
    brief = blast_and_other(library).brief
    assert "40" not in " ".join(p.text for p in brief.key_points)
    assert "40" in " ".join(s.text for p in brief.paragraphs for s in p)


def test_one_count_is_told_once_whatever_its_people_are_called(library: Library) -> None:
    """Four students by an outlet and four whom a side calls civilians are one count, and one sentence."""
    told = Told(
        "rep-4",
        "Shells killed 4 students in Norvale. The state agency said 4 civilians were killed in Norvale.",
        "Vale Star",
        "2024-05-07",
    )
    place = told.place("Norvale")
    agency = told.source("The state agency", kind="media", side="government")
    students = told.figure("4 students", "killed", 4, group="students", category="civilians", place=place)
    civilians = told.figure(
        "4 civilians",
        "killed",
        4,
        group="civilians",
        category="civilians",
        place=place,
        attribution=agency,
        status_by="state agency",
    )
    text = narrative(compose(material(told), reconciled([], [assessed(students), assessed(civilians)]), library))
    assert text.casefold().count("four ") == 1


def owned_and_denied() -> tuple[Told, Told]:
    """A group owns to a bombing in the first report and denies it in the second."""
    first = Told("rep-5", "The Black Banner said it carried out the bombing in Norvale.", "Vale Star", "2024-05-05")
    second = Told(
        "rep-6", "The Black Banner denied that it carried out the bombing in Norvale.", "Hill Post", "2024-05-07"
    )
    for told, answer in ((first, "conceded"), (second, "denied")):
        bombing = told.event("bombing", "Explosions/Remote violence", "Suicide bomb", place=told.place("Norvale"))
        told.blame("carried out", "Black Banner", "Black Banner", bombing, answer)
    return first, second


def test_an_act_owned_to_and_denied_has_both(library: Library) -> None:
    """A group that owned to an act and later denied it is never told to have only owned to it."""
    first, second = owned_and_denied()
    happening = event(*first.events, *second.events)
    text = narrative(compose(material(first, second), reconciled([happening], []), library))
    assert "denied responsibility later" in text


def test_acts_of_one_name_are_one_line(library: Library) -> None:
    """Where two events bear one name, who owned to and who denied it stand in one line."""
    first, second = owned_and_denied()
    events = [event(*first.events), event(*second.events)]
    dossier = compose(material(first, second), reconciled(events, []), library)
    assert len(dossier.responsibilities) == 1


def backers() -> Material:
    """A report in which one state is said to back a group, by two of its offices, and denies it."""
    told = Told(
        "rep-7",
        "Rwanda backs the Vale Front. The Rwandan army backs the Vale Front. Rwanda denied backing the rebels.",
        "Vale Star",
        "2024-05-05",
    )
    told.relation("Rwanda backs", "backs", "Rwanda", "Vale Front")
    told.relation("The Rwandan army backs", "backs", "Rwandan army", "Vale Front")
    told.statement("Rwanda", "backing the rebels", "denied", "denied", organisation="Rwandan government")
    return material(told)


def test_what_nobody_names_is_led_by_nobody(library: Library) -> None:
    """Who led "the alliance" is left out where no happening told is called so."""
    told = Told("rep-8", "Rwanda leads the alliance. Rwanda leads the Vale Front.", "Vale Star", "2024-05-05")
    told.relation("Rwanda leads the alliance", "leads", "Rwanda", "alliance")
    told.relation("Rwanda leads the Vale Front", "leads", "Rwanda", "Vale Front")
    fight = event(told.event("leads", "Battles", "Armed clash"))
    text = narrative(compose(material(told), reconciled([fight], []), library))
    assert "led the Vale Front" in text
    assert "alliance" not in text


def test_who_backs_whom_stands_beside_its_denial(library: Library) -> None:
    """A state that denies backing a group does so in the sentence that says it, and is named once in it."""
    text = narrative(compose(backers(), reconciled([], []), library))
    line = next(s for s in text.split(". ") if "backed the Vale Front" in s)
    assert "Rwanda denied backing the rebels" in line
    assert "army" not in line
    assert text.count("denied backing") == 1


def test_a_headline_puts_no_toll_down_to_another_deed(library: Library) -> None:
    """The dead of shelling are never told as those of the chemical attack that the story leads with."""
    told = Told(
        "rep-8",
        "A chemical attack hit Norvale on 4 May. Shelling answered it and killed nine people, police said.",
        "Vale Star",
        "2024-05-07",
    )
    kind = "Explosions/Remote violence"
    when = told.when("on 4 May", "2024-05-04")
    attack = event(told.event("chemical attack", kind, "Chemical weapon", place=told.place("Norvale"), when=when))
    shelling = event(told.event("Shelling", kind, "Shelling/artillery/missile attack"))
    police = told.source("police", kind="police")
    dead = told.figure("nine", "killed", 9, attribution=police, event=shelling.claims[0])
    record = replace(reconciled([attack, shelling], [assessed(dead)]), main=MainEvent(event=attack.id))
    headline = compose(material(told), record, library).brief.headline.text
    assert not ("ine people" in headline and "chemical" in headline)


def test_a_facility_is_told_by_those_alone_who_name_it(library: Library) -> None:
    """A happening whose own teller names the town is told there, though another's claim puts it at a school."""
    told = Told("rep-9", "Shelling hit Norvale, Vale residents fled.", "Vale Star", "2024-05-04")
    party = Told("rep-10", "Shelling hit Lark School, the army said.", "Hill Post", "2024-05-04")
    kind = ("Explosions/Remote violence", "Shelling/artillery/missile attack")
    own = told.event("Shelling", *kind, place=told.place("Norvale"))
    school = party.place("Lark School", kind="facility", facility_kind="school", town="Norvale")
    theirs = party.event("Shelling", *kind, place=school, attribution=party.source("the army", kind="army"))
    text = narrative(compose(material(told, party), reconciled([event(theirs, own)], []), library))
    assert "Norvale" in text
    assert "school" not in text


def quake_of_a_day(library: Library, **more: object) -> str:
    """The brief of an earthquake of one day in Norvale, with a toll told of it and one told with other particulars."""
    text = "A quake hit Norvale on 4 May 2024. Officials said 90 died. The ministry said 500 died in tremors in 2024."
    told = Told("rep-9", text, "Vale Star", "2024-05-06")
    when = told.when("4 May 2024", "2024-05-04")
    quake = event(told.event("quake", "disaster:earthquake", None, place=told.place("Norvale"), when=when))
    first = told.figure("90", "killed", 90, attribution=told.source("Officials", kind="official"))
    other = told.figure("500", "killed", 500, attribution=told.source("The ministry", kind="ministry"), **more)
    toll = Toll(value=90, claims=(first.id,), calculation="90 by officials.")
    record = reconciled([quake], [assessed(first), assessed(other)])
    main = MainEvent(event=quake.id, place=quake.place, killed=toll)
    return narrative(compose(material(told), replace(record, main=main), library))


def test_a_years_dead_are_not_those_of_a_day(library: Library) -> None:
    """What is counted of a year is no count of an earthquake that has a day."""
    told = Told("rep-9", "Officials said 500 died in tremors in 2024.", "Vale Star", "2024-05-06")
    year = replace(told.when("2024", "2024-01-01", "2024-12-31"), precision="year")
    assert "500" in quake_of_a_day(library)
    assert "500" not in quake_of_a_day(library, when=year)


def test_an_inherited_town_gives_way_to_the_one_that_a_report_names(library: Library) -> None:
    """Where the main happening only inherits a town, and a named source puts it at another, that town is told."""
    told = Told(
        "rep-where",
        "In Tarn it was said that girls of Ostra were taken. The mayor said they were abducted in Ostra.",
        "Star",
    )
    kind = ("Violence against civilians", "Abduction/forced disappearance")
    tarn, ostra = told.place("Tarn"), told.place("Ostra", geonames_id=7)
    first = told.event("taken", *kind, place=replace(tarn, how="event"))
    told.event("abducted", *kind, place=ostra, attribution=told.source("The mayor", kind="official"))
    main = MainEvent(event=event(first).id, place=ostra, how="told")
    record = replace(reconciled([event(first)], []), main=main)
    assert "in Ostra" in compose(material(told), record, library).brief.headline.text
