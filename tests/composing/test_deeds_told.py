"""How a brief tells deeds: how many of a kind, on which day, and never as done by the land in which they were done."""

from __future__ import annotations

import pytest
from tests.composing.builders import Told, assessed, brief_text, compose, event, material, reconciled

from rashomon.knowledge.library import Library
from rashomon.model.actor import Actor


def struck(library: Library, text: str, words: str) -> str:
    """The brief of a story of strikes on a town, told by some words of a report."""
    told = Told("rep-strikes", text, "Vale Star", "2024-05-06")
    deed = told.event(words, "Explosions/Remote violence", "Air/drone strike", place=told.place("Norvale"))
    return brief_text(compose(material(told), reconciled([event(deed)], []), library))


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("Airstrikes shook Norvale.", "Airstrikes", "air strikes hit Norvale"),
        ("An airstrike shook Norvale.", "airstrike", "an air strike hit Norvale"),
    ],
)
def test_several_deeds_are_told_as_several(text: str, words: str, told: str, library: Library) -> None:
    """Strikes of which a report tells in the plural are told so; one strike stays one."""
    assert told in struck(library, text, words)


def test_several_reports_of_one_deed_make_it_no_several(library: Library) -> None:
    """Where as many reports tell one strike as tell strikes, one is told."""
    one = Told("rep-one", "An airstrike shook Norvale.", "Vale Star", "2024-05-06")
    many = Told("rep-many", "Airstrikes shook Norvale.", "Hill Post", "2024-05-06")
    kind, place = ("Explosions/Remote violence", "Air/drone strike"), one.place("Norvale")
    deed = event(one.event("airstrike", *kind, place=place), many.event("Airstrikes", *kind, place=place))
    assert "an air strike hit Norvale" in brief_text(compose(material(one, many), reconciled([deed], []), library))


def by_land(library: Library, land: str) -> str:
    """The brief of an explosion in Norvale, in Lebanon, that a report puts down to a land by its bare name."""
    told = Told("rep-land", f"The {land} explosion shook Norvale.", "Vale Star", "2024-05-06")
    start, end = told.span(land)
    doer = Actor(field="text", start=start, end=end, text=land, name=land, sector="government")
    kind = ("Explosions/Remote violence", "Remote explosive/landmine/IED")
    deed = told.event("explosion", *kind, place=told.place("Norvale", country_code="LB"), actors=(doer,))
    return brief_text(compose(material(told), reconciled([event(deed, actors=(doer,))], []), library))


def test_a_land_does_not_do_what_happened_in_it(library: Library) -> None:
    """The bare name of a land says where a blast was; another land may have done it."""
    assert "Lebanon set off" not in by_land(library, "Lebanon")
    assert "Kenya set off" in by_land(library, "Kenya")


def test_deeds_of_one_day_name_the_day_once(library: Library) -> None:
    """Further deeds that one source tells of one day stand in one sentence with one date."""
    text = "A quake shook Norvale. On 4 May nuns were abducted in Ostra and a mill was attacked in Tarn."
    told = Told("rep-day", text, "Vale Star", "2024-05-06")
    day = told.when("On 4 May", "2024-05-04")
    main = told.event("quake", "disaster:earthquake", place=told.place("Norvale"))
    taken = told.event(
        "abducted", "Violence against civilians", "Abduction/forced disappearance", place=told.place("Ostra"), when=day
    )  # fmt: skip
    hit = told.event("attacked", "Violence against civilians", "Attack", place=told.place("Tarn"), when=day)
    brief = brief_text(compose(material(told), reconciled([event(main), event(taken), event(hit)], []), library))
    assert brief.count("on 4 May") == 1
    assert "in Tarn and an abduction took place in Ostra on 4 May." in brief


def fallen(library: Library, text: str) -> str:
    """The headline of a story of an air strike, in which an army tells of militants killed."""
    told = Told("rep-fallen", text, "Vale Star", "2024-05-06")
    kind = ("Explosions/Remote violence", "Air/drone strike")
    deed = event(told.event("airstrike", *kind, place=told.place("Norvale")))
    dead = told.figure(
        "850", "killed", 850, category="combatants", group="militants", event=deed.id,
        attribution=told.source("the army", kind="army"),
    )  # fmt: skip
    return compose(material(told), reconciled([deed], [assessed(dead)]), library).brief.headline.text


def test_fighters_whom_an_army_counts_did_not_fall_in_the_one_strike_told(library: Library) -> None:
    """The militants that an army says it killed are put down to a strike only where their sentence tells the strike."""
    assert "850" not in fallen(library, "An airstrike hit Norvale. In all 850 militants were killed, the army said.")
    assert "850" in fallen(library, "An airstrike hit Norvale and killed 850 militants, the army said.")


def test_what_was_destroyed_is_told_by_the_verb(library: Library) -> None:
    """A brief says that property was destroyed, not that there was destruction of it."""
    told = Told("rep-loot", "Looters burned shops in Norvale.", "Vale Star", "2024-05-06")
    kind = ("Strategic developments", "Looting/property destruction")
    deed = told.event("Looters", *kind, place=told.place("Norvale"))
    text = brief_text(compose(material(told), reconciled([event(deed)], []), library))
    assert "roperty was destroyed in Norvale" in text
