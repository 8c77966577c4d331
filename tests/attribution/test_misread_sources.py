"""Sources that a parse hides: verbs taken for nouns, names behind the verb, nouns that tell, stretches cut short."""

from __future__ import annotations

import pytest
from tests.attribution.conftest import Ask


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        (
            "The state-funded Vester Commission on Human Rights reports at least 50 dead since June 18.",
            "50",
            "The state-funded Vester Commission on Human Rights",
        ),
        ("The final toll could come to 900, the mayor, Ada Brook, had estimated.", "900", "the mayor, Ada Brook"),
        ("The charity was able to verify 22 killings.", "22", "The charity"),
        (
            "By noon 41 dead had been taken from the ruins, reported Deputy Head of the Port Office Ada Brook.",
            "41",
            "Deputy Head of the Port Office Ada Brook",
        ),
        ("In a statement the governor pointed to 300 burned homes.", "300", "the governor"),
        ("Deaths were put at 90 by the opposition.", "90", "the opposition"),
        (
            "The figure follows confirmation by the Vester County Government of a total of 12 bodies.",
            "12",
            "the Vester ",
        ),
        ("The announcement by the governor that 40 people had drowned shocked the town.", "40", "the governor"),
        ("Confirmation of 9 deaths came from the coroner's office on Sunday.", "9", "the coroner's office"),
        ("“Some 400 homes burned,” Save the Children Malawi said.", "400", "Save the Children Malawi"),
        ("UNICEF Malawi reported 12 deaths.", "12", "UNICEF Malawi"),
        ("Twelve people drowned, three survivors told the state broadcaster.", "Twelve", "three survivors"),
        ("A tally kept by activists lists 1,204 detainees.", "1,204", "A tally kept by activists"),
        ("Data seen by the newspaper show that 140 prisoners died.", "140", "Data seen by the newspaper"),
        ("State television reported that 15 people had died, citing the fire department.", "15", "the fire department"),
        ("The radio said on Sunday, citing the mayor, that 15 people had died.", "15", "the mayor"),
        (
            "The quake killed 31, according to the latest count, given by the Minister of Health.",
            "31",
            "the latest count",
        ),
    ],
)
def test_a_source_is_found_where_the_parse_fails(who_says: Ask, text: str, number: str, words: str) -> None:
    """A source is named by the words beside its verb or noun of telling, however the parse hangs them."""
    assert (who_says(text, number)[0] or "").startswith(words)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The ministry's annual reports 12 months ago were silent, and 40 people died.", "40"),
        ("Word spread that 12 people had died.", "12"),
        ("The news by noon was better: of the 12 miners 9 were alive.", "12"),
        ("About 600 buildings fell: many blocks, witnesses say, simply folded up.", "600"),
        ("The boy was put at risk, and 12 others were put in a cell by gunmen.", "12"),
        ("On Tuesday the number of displaced was 36,288 — almost half of the port's 75,000 inhabitants.", "36,288"),
        ("Further reports of Sunday say at least 22 people were hurt.", "22"),
    ],
)
def test_what_tells_nothing_is_no_source(who_says: Ask, text: str, number: str) -> None:
    """Nouns that look like verbs, deeds, rumours and a remark on another clause name no source of a number."""
    assert who_says(text, number)[0] is None


def test_a_quotation_behind_a_colon_is_whole(who_says: Ask) -> None:
    """Who adds a quotation behind a colon answers for all of it."""
    text = (
        "A note from the doctors' union adds: “By midnight 180 civilians had been killed and 1,800 soldiers injured”."
    )
    assert {who_says(text, n)[0] for n in ("180", "1,800")} == {who_says(text, "180")[0]} != {None}


def test_a_document_of_nobody_s_gives_way_to_whoever_cites_it(who_says: Ask) -> None:
    """Of "assessments show 500 hurt, according to a report of the UN" the report is the source."""
    text = "First assessments show around 500 people hurt by the quake, according to the latest report of the UN."
    assert who_says(text, "500")[0] == "the latest report of the UN"


def test_the_same_data_are_those_of_the_source_before(who_says: Ask) -> None:
    """A count "according to the same figures" is of whoever gave them, one by a ministry's figures is the ministry's."""
    before = "Police said 12 people had died in Vester. At least 62 others were hurt, according to "
    assert who_says(before + "the same figures.", "62")[0] == "Police"
    assert who_says(before + "ministry figures.", "62")[0] == "ministry figures"


@pytest.mark.parametrize(
    ("speaker", "opening"),
    [
        ("Governor Ada Brook of Vester State", "Governor"),
        ("Mayor Ada Brook of Arda", "Mayor"),
        ("Spokeswoman Ada Brook of Lantern", "Lantern"),
    ],
)
def test_who_governs_a_land_does_not_speak_as_it(speaker: str, opening: str, who_says: Ask) -> None:
    """A governor of a state is the source, and not the state by its bare name; who speaks for a body is that body."""
    origin = who_says(f"{speaker} said that 90 people had died.", "90")[1]
    assert origin is not None
    assert origin.startswith(opening)
