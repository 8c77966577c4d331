"""What a brief leads with."""

from __future__ import annotations

from msgspec.structs import replace
from tests.composing.builders import Told, assessed, brief_text, compose, event, material, reconciled

from rashomon.knowledge.library import Library
from rashomon.model.actor import Actor
from rashomon.model.assessment import QuestionPlace
from rashomon.model.dossier import Dossier
from rashomon.model.happening import MainEvent, Toll

TEXT = (
    "Clashes shook Norvale on 4 May, and 32 people were killed, police said. "
    "In all 1,400 people were killed in Norvale in the unrest, the UN mission said."
)


def unrest(library: Library, kind: str) -> Dossier:
    """A story whose main event, in a place of a kind, has a smaller toll than the whole unrest."""
    told = Told("rep-unrest", TEXT, "Vale Star", "2024-05-06")
    place = told.place("Norvale", kind=kind)
    happening = event(
        told.event("Clashes", "Battles", "Armed clash", place=place, when=told.when("on 4 May", "2024-05-04"))
    )
    police, mission = told.source("police", kind="police"), told.source("the UN mission")
    day = told.figure("32 people", "killed", 32, attribution=police, place=place, event=happening.id)
    whole = told.figure("1,400 people", "killed", 1400, attribution=mission, place=place)
    record = reconciled([happening], [assessed(day), assessed(whole)])
    toll = Toll(value=32, claims=(day.id,), assessments=(record.assessments[0].id,), calculation="32 by police.")
    return compose(material(told), replace(record, main=MainEvent(event=happening.id, killed=toll)), library)


def test_a_land_s_toll_leads_before_one_day_s(library: Library) -> None:
    """Where the main event is a country's, the headline tells the dead of all the unrest, not those of its one day."""
    assert "1,400" in unrest(library, "country").brief.headline.text


def test_a_town_s_event_keeps_its_own_toll(library: Library) -> None:
    """Where the main event is a town's, the headline tells that event's dead, whatever else the town went through."""
    assert "32" in unrest(library, "town").brief.headline.text


def test_a_movement_of_protesters_does_not_fight_protesters(library: Library) -> None:
    """Clashes whose only sides are protesters are told without sides."""
    told = Told("rep-clash", "Protesters of the Free Vale movement clashed in Norvale.", "Vale Star", "2024-05-06")
    sides = [
        Actor(start=start, end=start + len(name), text=name, name=name, sector="protesters")
        for name in ("Protesters", "Free Vale movement")
        for start in [told.text.index(name)]
    ]
    clash = told.event(
        "clashed", "Battles", "Armed clash", place=told.place("Norvale"), actors=(sides[0],), recipients=(sides[1],)
    )
    happening = event(clash, actors=(sides[0],), recipients=(sides[1],))
    brief = compose(material(told), reconciled([happening], []), library).brief
    assert "fought" not in " ".join(s.text for p in brief.paragraphs for s in p) + brief.headline.text


def test_the_main_event_s_town_keeps_its_name(library: Library) -> None:
    """A town of the gazetteer is named as the main event's place though a private person bears its name."""
    text = "Police said Rock Hill, 34, was shot dead in Rock Hill on 4 May. His mother said that Mr Hill was kind."
    told = Told("rep-town", text, "Vale Star", "2024-05-06")
    at = text.index("Rock Hill on")
    town = replace(told.place("Rock Hill"), start=at, end=at + len("Rock Hill"))
    shooting = event(told.event("shot", "Violence against civilians", "Attack", place=town))
    record = replace(reconciled([shooting], []), main=MainEvent(event=shooting.id, place=town))
    main = compose(material(told), record, library).main
    assert main is not None
    assert main.place is not None
    assert main.place.name == "Rock Hill"


def test_a_toll_of_many_days_is_of_no_single_shelling(library: Library) -> None:
    """A count over days is told of the offensive that began with them, never of one undated shelling in the town."""
    text = (
        "An offensive began in Norvale Province on 4 May. Shells fell on a school in Norvale. "
        "The fighting has killed 255 people since 4 May, the Vale Observatory said on 6 May."
    )
    told = Told("rep-front", text, "Vale Star", "2024-05-06")
    town, province = told.place("Norvale", kind="town"), told.place("Norvale Province", kind="admin1")
    start = told.when("on 4 May", "2024-05-04")
    offensive = event(told.event("An offensive", "Battles", "Armed clash", place=province, when=start))
    shelling = event(
        told.event("Shells fell", "Explosions/Remote violence", "Shelling/artillery/missile attack", place=town)
    )
    observatory = told.source("the Vale Observatory", kind="monitor")
    since = replace(told.when("since 4 May", "2024-05-04", "2024-05-06"), precision="period")
    inherited = replace(town, how="event")
    toll = told.figure("255 people", "killed", 255, attribution=observatory, place=inherited, when=since)
    record = reconciled([shelling, offensive], [assessed(toll)])
    main = MainEvent(
        event=shelling.id, killed=Toll(value=255, claims=(toll.id,), assessments=(), calculation="255 by the monitor.")
    )
    headline = compose(material(told), replace(record, main=main), library).brief.headline.text
    assert headline.startswith("255 people killed in offensive")


def test_the_toll_of_a_land_s_unrest_is_told_of_all_of_it(library: Library) -> None:
    """The dead of a whole country are told of the riots in that country, not of the one town where they began."""
    text = "Riots broke out in Norvale on 4 May. In all 238 people were killed in Vale that month, prosecutors said."
    told = Told("rep-land", text, "Vale Star", "2024-05-30")
    town = told.place("Norvale", kind="town")
    land = replace(told.place("Vale that", kind="country"), name="Vale", text="Vale", how="event")
    riot = event(
        told.event("Riots", "Riots", "Violent demonstration", place=town, when=told.when("on 4 May", "2024-05-04"))
    )
    toll = told.figure("238 people", "killed", 238, attribution=told.source("prosecutors"), place=land)
    main = MainEvent(
        event=riot.id, killed=Toll(value=238, claims=(toll.id,), assessments=(), calculation="238 by prosecutors.")
    )
    record = replace(reconciled([riot], [assessed(toll)]), main=main)
    headline = compose(material(told), record, library).brief.headline.text
    assert headline.startswith("238 people killed in riots in Vale,")


def test_what_fighting_went_on_to_cost_leads_before_its_first_deaths(library: Library) -> None:
    """Where later reports of fighting count more, the headline does not stop at what its first reports counted."""
    first = Told(
        "rep-first",
        "Fighting broke out in Norvale on 4 May. Twelve soldiers died, the army said.",
        "Post",
        "2024-05-05",
    )
    last = Told("rep-last", "More than 2,000 people died in Norvale, the ministry said.", "Star", "2024-05-12")
    place = first.place("Norvale", kind="town")
    fight = event(
        first.event("Fighting", "Battles", "Armed clash", place=place, when=first.when("on 4 May", "2024-05-04"))
    )
    army, ministry = first.source("the army"), last.source("the ministry")
    early = first.figure("Twelve soldiers", "killed", 12, attribution=army, place=place)
    late = last.figure("2,000 people", "killed", 2000, attribution=ministry, place=last.place("Norvale", kind="town"))
    main = MainEvent(
        event=fight.id, killed=Toll(value=12, claims=(early.id,), assessments=(), calculation="12 by the army.")
    )
    record = replace(reconciled([fight], [assessed(early), assessed(late)]), main=main)
    assert "2,000" in compose(material(first, last), record, library).brief.headline.text


def test_a_crowd_does_not_fight_those_for_whom_it_marches(library: Library) -> None:
    """Where protesters clash with police, a movement of protesters told beside them is not whom they fight."""
    text = "Protesters clashed with police in Norvale over a march of the Free Vale movement."
    told = Told("rep-march", text, "Vale Star", "2024-05-06")
    crowd, police, movement = (
        Actor(start=text.index(name), end=text.index(name) + len(name), text=name, name=name, sector=sector)
        for name, sector in (
            ("Protesters", "protesters"),
            ("police", "state forces"),
            ("Free Vale movement", "protesters"),
        )
    )
    clash = told.event(
        "clashed",
        "Battles",
        "Armed clash",
        place=told.place("Norvale"),
        actors=(crowd,),
        recipients=(police, movement),
    )
    happening = event(clash, actors=(crowd,), recipients=(police, movement))
    brief = compose(material(told), reconciled([happening], []), library).brief
    words = " ".join([brief.headline.text, *(s.text for p in brief.paragraphs for s in p)])
    assert "fought police" in words
    assert "Free Vale" not in words


def test_shots_in_the_course_of_riots_are_part_of_them(library: Library) -> None:
    """Deaths told of a shooting without a place or day of its own are the dead of the riots that the story is about."""
    text = "Riots went on in Vale. Shots were fired and six people died, the ministry said."
    told = Told("rep-shots", text, "Vale Star", "2024-05-30")
    land = told.place("Vale", kind="country")
    riot = event(told.event("Riots", "Riots", "Violent demonstration", place=land))
    shots = event(told.event("Shots were fired", "Violence against civilians", "Attack"))
    ministry, there = told.source("the ministry"), replace(land, how="event")
    dead = told.figure("six people", "killed", 6, attribution=ministry, place=there, event=shots.id)
    main = MainEvent(
        event=riot.id, killed=Toll(value=6, claims=(dead.id,), assessments=(), calculation="6 by the ministry.")
    )
    record = replace(reconciled([riot, shots], [assessed(dead)]), main=main)
    assert compose(material(told), record, library).brief.headline.text.startswith("Six people killed in riots in Vale")


def test_a_dispute_that_a_later_count_leaves_behind_is_not_told(library: Library) -> None:
    """Where a named source counted more on a later day, the brief tells that, not what two said before they could know."""
    first = Told(
        "rep-d1", "Radio said 141 people were hurt, while police said 170 people were hurt.", "Post", "2024-05-04"
    )
    last = Told("rep-d2", "Later 284 people were hurt, the ministry said.", "Star", "2024-05-06")
    early = [
        first.figure(f"{n} people", "injured", n, attribution=first.source(who), as_of="2024-05-04", counting=counting)
        for n, who, counting in ((141, "Radio", "increment"), (170, "police", "cumulative"))
    ]
    ministry = last.source("the ministry")
    late = last.figure("284 people", "injured", 284, attribution=ministry, as_of="2024-05-06", counting="cumulative")
    answer = assessed(*early, late)
    text = brief_text(compose(material(first, last), reconciled([], [answer], [early]), library))
    assert "284" in text
    assert "differed" not in text
    disputed = brief_text(compose(material(first), reconciled([], [assessed(*early)], [early]), library))
    assert "differed" in disputed or "while" in disputed


def test_a_count_told_from_afar_is_of_the_town_that_it_is_asked_of(library: Library) -> None:
    """A toll whose report was filed elsewhere leads the story where its question is of the main event's town."""
    told = Told(
        "rep-far",
        "CAPITAL - A crash in Norvale killed 288 people, the chief secretary said. At first 275 people were dead, the state said.",
        "Vale Star",
        "2024-05-06",
    )
    norvale = replace(told.place("Norvale", kind="town"), geonames_id=1, lat=1.0, lon=1.0)
    capital = replace(told.place("CAPITAL", kind="town"), geonames_id=2, lat=9.0, lon=9.0, how="dateline")
    crash = event(told.event("crash", "disaster:transport_accident", place=norvale))
    dead = told.figure("288 people", "killed", 288, attribution=told.source("the chief secretary"), place=capital)
    first = told.figure("275 people", "killed", 275, attribution=told.source("the state"))
    (answer, series) = assessed(dead)
    asked = replace(answer.question, place=QuestionPlace(name="Norvale", geonames_id=1))
    toll = Toll(value=288, claims=(dead.id,), assessments=(), calculation="288 by the chief secretary.")
    main = MainEvent(event=crash.id, killed=toll, place=norvale)
    record = replace(reconciled([crash], [(replace(answer, question=asked), series), assessed(first)]), main=main)
    assert compose(material(told), record, library).brief.headline.text.startswith("288 people killed in crash")


def test_the_main_toll_leads_where_its_report_only_gives_it_a_place(library: Library) -> None:
    """The elected toll leads though its report's event lies in another town of the land, told of the main happening."""
    text = "A blast shook Norvale on 4 May, and 32 people died, police said. The Ministry of Health put the dead at 21."
    told = Told("rep-blast", text, "Vale Star", "2024-05-06")
    place = replace(told.place("Norvale"), country_code="NV", geonames_id=1)
    other = replace(
        told.place("Norvale"), name="Eastmere", how="event", country_code="NV", geonames_id=2, lat=80.0, lon=9.0
    )
    happening = event(
        told.event("blast", "Explosions/Remote violence", "Remote explosive/landmine/IED", place=place,
                   when=told.when("on 4 May", "2024-05-04"))
    )  # fmt: skip
    first = told.figure("32 people", "killed", 32, attribution=told.source("police", kind="police"), place=place)
    last = told.figure(
        "21", "killed", 21, attribution=told.source("The Ministry of Health", "Ministry of Health"), place=other
    )
    record = reconciled([happening], [assessed(first), assessed(last)])
    toll = Toll(value=21, claims=(last.id,), assessments=(record.assessments[1].id,), calculation="21 by the ministry.")
    dossier = compose(material(told), replace(record, main=MainEvent(event=happening.id, killed=toll)), library)
    assert (
        dossier.brief.headline.text == "21 people killed in explosion in Norvale, according to the Ministry of Health"
    )
