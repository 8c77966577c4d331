"""Nobody is given a deed that the words give to somebody else, or to nobody."""

from __future__ import annotations

import pytest

from rashomon.extraction.english.events import read_events
from rashomon.knowledge.library import Library
from rashomon.model.claim import EventClaim

from .conftest import Read


def _typed(read: Read, library: Library, text: str) -> list[EventClaim]:
    return [e for e in read_events(read(text), library).events if e.type is not None]


def _doers(read: Read, library: Library, text: str) -> set[str]:
    return {a.text for e in _typed(read, library, text) for a in e.actors}


@pytest.mark.parametrize(
    ("text", "not_they"),
    [
        ("Six police buildings were looted or set on fire, and 19 police officers were killed or injured.", "police"),
        (
            "Ruritania fired a volley of missiles, Elbonia says, smashing a block of flats and killing nine people.",
            "Elbonia",
        ),
        (
            "Elbonia asked for help for its police against violent gangs; they have taken over most of the city.",
            "Elbonia",
        ),
        ("President Ruto called the protesters' action an invasion and treason.", "President Ruto"),
        ("The minister would not break the dead and wounded down by blast.", "minister"),
    ],
)
def test_who_suffers_speaks_or_is_only_named_has_not_done_it(
    read: Read, library: Library, text: str, not_they: str
) -> None:
    """Owners of what was looted, speakers and those who give a thing its name are no actors."""
    assert not any(not_they in doer for doer in _doers(read, library, text))


def test_who_shot_one_side_did_not_behead_its_own(read: Read, library: Library) -> None:
    """Two deeds of which the doers of one are the victims of the other are two happenings."""
    text = "Two police officers were beheaded by men in Almaty. Police shot dead dozens of armed residents in Almaty."
    assert all(
        not any(a.text.lower() == "police" for a in e.actors)
        for e in _typed(read, library, text)
        if any("officer" in r.text for r in e.recipients)
    )


def test_who_takes_responsibility_has_done_it_by_his_own_word(read: Read, library: Library) -> None:
    """A bombing for which a group claims responsibility is that group's, as a claim; without one it is nobody's."""
    (owned,) = _typed(
        read, library, "Al-Shabaab claimed responsibility for a bombing in Kismayo that killed nine people."
    )
    assert [a.text for a in owned.actors] == ["Al-Shabaab"]
    assert owned.realis == "claimed"
    (open_,) = _typed(read, library, "No group claimed responsibility for the bombing in Quetta that killed 12 people.")
    assert open_.actors == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A massive blast at the port flattened two warehouses and left thousands homeless.", "disaster:explosion"),
        ("An explosion at a fireworks factory killed 12 workers in Sivakasi.", "disaster:industrial_accident"),
        (
            "An explosion tore through a bus in Jos, killing 12. Police said a suicide attacker had boarded it.",
            "Explosions/Remote violence",
        ),
    ],
)
def test_a_blast_is_a_deed_only_where_somebody_says_so(read: Read, library: Library, text: str, kind: str) -> None:
    """Without a word of purpose a blast is an explosion or an accident, and no attack."""
    assert kind in {e.type for e in _typed(read, library, text)}


@pytest.mark.parametrize(
    "text",
    [
        "The envoy spoke of a violation of the laws of war in the valley.",
        "No attack had been deadlier for civilians since the spring.",
        "Several attempts by mediators at ceasefires have failed.",
        "The cause of death was live fire, doctors said.",
        "Four people were killed as the enemy flouts the cease-fire.",
        "The storm killed nine and drove 4,000 people into schools.",
        "Families have sunk deeper into debt since the fire that killed two.",
        "Miners joined a general strike on Monday. The strike is in its seventh day, and nine people have been killed.",
    ],
)
def test_words_about_deeds_tell_none(read: Read, library: Library, text: str) -> None:
    """Laws, comparisons, failed attempts, strikes of workers and the fire of guns are no such happenings."""
    told = [e for e in _typed(read, library, text) if e.realis == "happened"]
    assert not {e.sub_type or e.type for e in told} & {
        "Armed clash",
        "Attack",
        "Agreement",
        "Air/drone strike",
        "disaster:transport_accident",
    }


def test_what_became_of_an_attacker_is_no_second_attack(read: Read, library: Library) -> None:
    """A gunman shot dead by police in the end makes no attack of theirs."""
    text = "A gunman opened fire in a nightclub in Dayton, killing nine people before he was shot dead by police."
    (event,) = _typed(read, library, text)
    assert [a.text for a in event.actors] == ["gunman"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Heavy rain caused landslides that killed 30 people in Petropolis.", "Petropolis"),
        ("Police arrested 90 people in the riots, which led an alliance headed by Moscow to send troops.", None),
    ],
)
def test_a_happening_is_where_it_did_its_harm(read: Read, library: Library, text: str, place: str | None) -> None:
    """The place of what a happening did is its own; whose alliance it brought in is none."""
    assert {e.place.name if e.place else None for e in _typed(read, library, text)} == {place}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Three people were killed when a Russian drone hit a minibus in Kherson on Tuesday.", "Air/drone strike"),
        ("A drone crashed into an apartment block in Kharkiv, wounding four people.", "Air/drone strike"),
        (
            "At least 15 people were killed when a shell landed on a bakery in Khartoum.",
            "Shelling/artillery/missile attack",
        ),
        ("Typhoon Yagi killed at least 143 people in Vietnam.", "disaster:storm"),
        ("Wildfires swept through Maui, killing at least 97 people.", "disaster:wildfire"),
        ("The volcano erupted on Sunday, killing 23 climbers.", "disaster:volcanic_eruption"),
        ("A landslide buried two villages in Wayanad early on Tuesday.", "disaster:landslide"),
    ],
)
def test_what_flies_falls_or_bears_a_name_is_the_happening(read: Read, library: Library, text: str, kind: str) -> None:
    """A drone, a shell or a named storm as the subject of harm is one happening of its kind."""
    assert [e.sub_type or e.type for e in _typed(read, library, text)] == [kind]


def test_a_hurricane_center_is_no_storm(read: Read, library: Library) -> None:
    """An office named after storms that counts the dead is no storm."""
    text = "The Hurricane Center said that nine people had been killed in the harbour of Nassau."
    assert all(e.type != "disaster:storm" for e in _typed(read, library, text))
