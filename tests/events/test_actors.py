from __future__ import annotations

from rashomon.knowledge.library import Library
from rashomon.model.report import Report
from rashomon.resolution.actors import home_country, resolve_actor

from .conftest import Read


def _by_text(read: Read, text: str) -> dict[str, object]:
    return {a.text: a for a in read(text).actors}


def test_an_acronym_in_brackets_means_its_long_name_later(read: Read) -> None:
    """An unknown front's acronym, bound in brackets, carries its long name where it stands alone."""
    text = "Fighters of the Green Valley Liberation Front (GVLF) attacked the barracks. The GVLF killed two soldiers."
    names = [a.name for a in read(text).actors if a.text == "GVLF"]
    assert names[-1] == "Green Valley Liberation Front"


def test_a_pointing_noun_means_the_only_group_named(read: Read) -> None:
    """ "The insurgents" takes the name of the one rebel group that the report named before."""
    text = "Boko Haram raided a village in Borno on Monday. The insurgents burned houses and killed four farmers."
    insurgents = [a for a in read(text).actors if a.text == "insurgents"]
    assert [a.name for a in insurgents] == ["Boko Haram"]


def test_a_bare_noun_stays_unbound_between_two_groups(read: Read) -> None:
    """With two rebel groups named, "the rebels" keeps its own words."""
    text = "Fighters of M23 and of the Allied Democratic Forces clashed. The rebels then withdrew from the town."
    assert [a.name for a in read(text).actors if a.text == "rebels"] == ["rebels"]


def test_a_states_forces_have_one_name(read: Read) -> None:
    """Army, military and troops of a country share one canonical name and its country code."""
    text = "The Chadian army shelled the camp. Chad's military fired rockets. Chadian troops entered the town."
    found = [a for a in read(text).actors if a.sector == "state forces"]
    assert {(a.name, a.country_code) for a in found} == {("Chadian army", "TD")}


def test_a_country_that_says_where_is_no_actor(read: Read) -> None:
    """A country behind "in" is a place; as a subject it is an actor."""
    actors = read("Turkey condemned the bombing of a market in Somalia.").actors
    assert "Turkey" in {a.name for a in actors}
    assert "Somalia" not in {a.name for a in actors}


def test_victims_are_private_and_fighters_are_not(read: Read) -> None:
    """Residents are private persons, militants and ministers are not."""
    actors = {a.text: a.private for a in read("Militants killed three residents, the interior minister said.").actors}
    assert actors["residents"] is True
    assert actors["Militants"] is False


def test_a_group_with_its_noun_is_one_actor(read: Read) -> None:
    """ "Hamas militants" is one mention with the group's name."""
    first = read("Hamas militants attacked the border post.").actors[0]
    assert (first.text, first.name) == ("Hamas militants", "Hamas")


def test_a_bare_army_belongs_to_the_reports_country(library: Library, read: Read) -> None:
    """Resolution gives "the army" the country that the report names most."""
    text = "Fighting spread in Mali on Friday. Mali has been at war for years. The army bombed two camps."
    report = Report(id="r", text=text)
    army = next(a for a in read(text).actors if a.text == "army")
    assert home_country(report, (), library) == "ML"
    assert resolve_actor(army, home_country(report, (), library), library).name == "Malian army"


def test_a_land_in_small_letters_is_that_land(read: Read, library: Library) -> None:
    """Outlets that write "the russian army" speak of Russia's, never of the army of the land that was hit."""
    actors = _by_text(read, "On Monday the russian army hit a house in Dnipro, and russia's rockets fell on Odesa.")
    assert getattr(actors["russian army"], "country_code", None) == "RU"
    words = "Police killed two gunmen beside a jar of polish and a turkey."
    assert {a.text for a in read(words).actors} == {"Police", "gunmen"}
