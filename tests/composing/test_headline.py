"""What a brief leads with."""

from __future__ import annotations

from msgspec.structs import replace
from tests.composing.builders import Told, assessed, compose, event, material, reconciled

from rashomon.knowledge.library import Library
from rashomon.model.actor import Actor
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
