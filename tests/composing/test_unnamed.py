"""No part of a private person's name is printed, whatever tradition the name is of and wherever it stands."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.composing.builders import Told, assessed, brief_text, compose, material, reconciled

from rashomon.composing.protect import find_private, protect_material
from rashomon.knowledge.library import Library
from rashomon.rendering.all_files import render_all

# Invented persons; any likeness is chance.
GIVEN = ("Amadou", "Liesbet", "Tomasz", "Xiulan", "Keisha", "Oluwaseun", "Farhad", "Ingeborg", "Quentara", "Zyrelle")
FAMILY = ("Vandersloot", "Okwurume", "Brzezniak", "Tarrowick", "Ghorbanzai", "Melindrano", "Fosswright", "Nakatombe")


def tale(given_name: str, family: str, shape: int) -> Told:
    """A local report in which a private person speaks, is told of by first name and surname, and has kin."""
    whole = f"{given_name} {family}"
    shapes = (
        f"“We ran,” {whole} said. {family} said the street was dark. {given_name}'s aunt was hurt.",
        f"Officers found {whole}, 27, near the canal. {family} died on Monday. Friends called {given_name} kind.",
        f"{whole} was shot on Sunday. A neighbor, {whole}, said {family}'s car was gone.",
    )
    told = Told(
        "rep-town", f"{shapes[shape]} Police said two people were injured in Norvale.", "Vale Star", "2024-02-03"
    )
    told.figure("two", "injured", 2.0, attribution=told.source("Police", kind="police"), place=told.place("Norvale"))
    if shape == 0:
        told.statement(family + " said", "the street was dark", "said")
    return told


@settings(max_examples=60, deadline=None)
@given(given_name=st.sampled_from(GIVEN), family=st.sampled_from(FAMILY), shape=st.integers(0, 2))
def test_no_part_of_a_private_name_leaks(given_name: str, family: str, shape: int, library: Library) -> None:
    """Neither the whole name, nor the surname, nor the first name stands anywhere in the dossier."""
    told = tale(given_name, family, shape)
    for full_text in (False, True):
        record = reconciled([], [assessed(told.figures[0])])
        text = msgspec.json.encode(compose(material(told), record, library, full_text=full_text)).decode()
        assert family not in text
        assert given_name not in text


@pytest.mark.parametrize("shape", [0, 1, 2])
def test_no_file_holds_a_private_name(shape: int, library: Library) -> None:
    """None of the rendered files, from the brief to the exports, holds a part of a private person's name."""
    told = tale("Zyrelle", "Tarrowick", shape)
    files = render_all(compose(material(told), reconciled([], [assessed(told.figures[0])]), library))
    held = [n for n, content in files.items() if b"Tarrowick" in content or b"Zyrelle" in content]
    assert files
    assert held == []


def spoken(words: str, speaker: str, content: str, **more: object) -> Told:
    """A report with one statement beside one figure."""
    told = Told("rep-said", f"{words} Police said two people were injured in Norvale.", "Vale Star", "2024-02-03")
    told.figure("two", "injured", 2.0, attribution=told.source("Police", kind="police"), place=told.place("Norvale"))
    told.statement(speaker, content, "said", **more)
    return told


def brief_of(told: Told, library: Library) -> str:
    """The brief's running text."""
    return brief_text(compose(material(told), reconciled([], [assessed(told.figures[0])]), library))


@pytest.mark.parametrize(
    ("words", "speaker", "content"),
    [
        ("Tarrowick said that the lights went out.", "Tarrowick", "the lights went out"),
        ("Zyrelle Tarrowick said that the lights went out.", "Zyrelle Tarrowick", "the lights went out"),
        ("An owner said that Tarrowick was struck twice.", "An owner", "Tarrowick was struck twice"),
    ],
)
def test_unknown_speaker_is_left_out(words: str, speaker: str, content: str, library: Library) -> None:
    """Whoever speaks without a known role, or speaks of somebody unknown by name, stays out of the brief."""
    text = brief_of(spoken(words, speaker, content), library)
    assert "Tarrowick" not in text
    assert "lights" not in text


def test_relative_speaks_as_relative(library: Library) -> None:
    """A person told of by kinship speaks as a relative, without the name that the kinship holds."""
    told = spoken(
        "Zyrelle's aunt said that the house was empty.",
        "Zyrelle's aunt",
        "the house was empty",
        speaker_role="Zyrelle's aunt",
        private=True,
    )
    text = brief_of(told, library)
    assert "A relative said that the house was empty." in text
    assert "Zyrelle" not in text


def test_public_speaker_keeps_name(library: Library) -> None:
    """A spokesperson of the police speaks by name and role."""
    told = spoken(
        "Sergeant Quentara Fosswright, a spokeswoman, said that the road was closed.",
        "Quentara Fosswright",
        "the road was closed",
        speaker_role="spokeswoman",
    )
    assert "Fosswright" in brief_of(told, library)


def test_private_root_gives_way_to_outlet(library: Library) -> None:
    """A number that a private person gave is told as the outlet's, not by the person's name."""
    words = "Zyrelle Tarrowick said three people were killed in Norvale."
    told = Told("rep-root", words, "Vale Star", "2024-02-03")
    source = told.source("Zyrelle Tarrowick", kind="unnamed")
    told.figure("three", "killed", 3.0, attribution=source, place=told.place("Norvale"))
    text = brief_of(told, library)
    assert "according to Vale Star" in text or "Vale Star reported" in text
    assert "Tarrowick" not in text
    assert "Zyrelle" not in text


def test_surname_that_is_a_towns_name_is_left_out(library: Library) -> None:
    """Whoever is called like a town of the report stays out of the brief: towns neither speak nor run."""
    text = "Officers said that Norvale was seen near the gate. Norvale said that the gate was shut."
    told = spoken(text, "Norvale", "the gate was shut")
    told.statement("Officers", "Norvale was seen near the gate", "said")
    brief = brief_of(told, library)
    assert "gate" not in brief


def test_a_town_that_is_a_family_name_hides_nobody(library: Library) -> None:
    """A victim whose family name is also a town's is masked, and nothing is placed in that town."""
    told = Told(
        "rep-town",
        "A 17-year-old Devin Anderson was shot dead. Antwon Marsh, 17, struck Anderson, police said.",
        "Wire",
    )
    told.figure("17", "killed", 1.0, place=told.place("Anderson"))
    shown = protect_material(material(told), find_private(material(told), library))
    assert "Anderson" not in shown.reports[0].text
    assert "Marsh" not in shown.reports[0].text
    text = brief_text(compose(material(told), reconciled([], [assessed(told.figures[0])]), library))
    assert "Anderson" not in text


def test_a_family_name_that_is_told_as_a_town_stays_a_town(library: Library) -> None:
    """Where the reports say that something was in the town, its name stays."""
    told = Told("rep-in", "A 17-year-old Devin Anderson was shot dead in Anderson on Friday.", "Wire")
    told.figure("17", "killed", 1.0, place=told.place("Anderson"))
    shown = protect_material(material(told), find_private(material(told), library))
    assert "in Anderson on Friday" in shown.reports[0].text


def test_whoever_is_identified_as_somebody_is_masked(library: Library) -> None:
    """A name after "identified as" is a private person's, whatever list of given names lacks it."""
    told = Told("rep-as", "Police said that the suspect, who was identified as Zorvel Quint, fled.", "Wire")
    shown = protect_material(material(told), find_private(material(told), library))
    assert "Quint" not in shown.reports[0].text
