"""Villages that no gazetteer holds, which a report declares to be places."""

from __future__ import annotations

import pytest

from .conftest import Find


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gunmen killed 60 in a raid on Sorvaldu, a town in Burkina Faso.", ["Sorvaldu"]),
        ("A flood in Burkina Faso reached Doluk, a mainly Fulani village 20 km away.", ["Doluk"]),
        ("The killings happened in the northern villages of Tolbe, Maliku and Nondu in Burkina Faso.",
         ["Tolbe", "Maliku", "Nondu"]),
        ("Fighters from Burkina Faso burned houses in Sorvaldu village on Monday.", ["Sorvaldu village"]),
        ("Soldiers left Sorvaldu, a town in Burkina Faso. Families fled Sorvaldu too.", ["Sorvaldu", "Sorvaldu"]),
    ],
)  # fmt: skip
def test_a_village_that_is_called_one_is_a_place(find: Find, text: str, names: list[str]) -> None:
    """A kind of settlement before or behind an unlisted name makes it a place, there and wherever it is met again."""
    assert [p.text for p in find(text) if p.kind == "town"] == names


@pytest.mark.parametrize(
    "text",
    [
        "Iven Dolukan, a town councillor in Burkina Faso, said four people died.",
        "Dolukan, the mayor of a village in Burkina Faso, said four people died.",
        "Troops entered a Sorvaldi village in Burkina Faso on Monday.",
        "The Sorvaldu Front, a group in a village in Burkina Faso, attacked.",
    ],
)
def test_people_and_groups_are_declared_no_places(find: Find, text: str) -> None:
    """Whoever holds an office in a village, a people's adjective and a group's name are no villages."""
    assert not [p for p in find(text) if p.kind == "town"]


def test_a_body_that_bears_the_name_is_no_mention(find: Find) -> None:
    """ "The Sorvaldu Front" is not the town of Sorvaldu that the report declares."""
    found = find("A raid on Sorvaldu, a town in Burkina Faso, killed 60. The Sorvaldu Front denied it.")
    assert [p.start for p in found if p.text == "Sorvaldu"] == [10]


def test_a_declared_village_is_no_namesake_of_another_land(resolve: Find) -> None:
    """A village of Burkina Faso is not the Indian town of its name where the report names no India."""
    found = resolve("The killings happened in the villages of Nondu and Soro in Burkina Faso.")
    assert [(p.text, p.country_code, p.geonames_id) for p in found][1] == ("Soro", "BF", None)


def test_a_declared_village_lies_in_the_land_told_with_it(resolve: Find) -> None:
    """Every mention of a village has the country in which its report says that it lies, and no point of its own."""
    found = resolve("Soldiers left Sorvaldu, a town in Burkina Faso. Families fled Sorvaldu too.")
    villages = [p for p in found if p.text == "Sorvaldu"]
    assert [(p.country_code, p.lat, p.precision) for p in villages] == [("BF", None, "unresolved")] * 2


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("Three died in the Idlib town of Saraqib in Syria.", "Saraqib"),
        ("Three died in the Borno state capital of Maiduguri.", "Maiduguri"),
        ("Three died in the Aleppo suburb of Rashidin in Syria.", "Rashidin"),
    ],
)
def test_the_area_before_a_towns_kind_only_describes(find: Find, text: str, inner: str) -> None:
    """Of "the Idlib town of Saraqib" the town is the place and the area's name an adjective."""
    found = [p for p in find(text) if p.kind != "country"]
    assert [(p.text, p.adjectival) for p in found][1] == (inner, False)
    assert found[0].adjectival


def test_a_quarter_of_a_city_is_no_adjective(find: Find) -> None:
    """Of "the Pétion-Ville neighborhood of Port-au-Prince" the quarter stays a place."""
    found = find("Gangs attacked the Pétion-Ville neighborhood of Port-au-Prince.")
    assert not found[0].adjectival


@pytest.mark.parametrize(
    "text",
    [
        "Kotrival county is among the places hit worst. Police said that Kotrival had 117 deaths.",
        "Some 1,300 people were missing in one mountain district, Kotrival. In all Kotrival has 40 villages.",
    ],
)
def test_a_county_that_no_list_has_is_a_place_by_its_kind(find: Find, text: str) -> None:
    """A name before "county", or behind "one district" and a comma, is a place wherever the report names it."""
    assert [p.text.split()[0] for p in find(text) if p.kind != "country"] == ["Kotrival", "Kotrival"]


def test_a_county_sheriff_declares_no_place(find: Find) -> None:
    """A noun behind the kind makes the name a body's: "the Kotrival county sheriff"."""
    assert not find("The Kotrival county sheriff spoke. Kotrival smiled.")
