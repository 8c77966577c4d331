"""Which words of a report are found as places, and with what role and kind."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .conftest import Find


def names(places: tuple, adjectival: bool = False) -> list[str]:  # type: ignore[type-arg]
    """The words of the mentions that are (or are not) adjectival."""
    return [p.text for p in places if p.adjectival is adjectival]


def test_spans_hold_their_words(find: Find) -> None:
    """Slicing the text by a mention's offsets gives its words."""
    text = "Shells fell on Aleppo. In northern Syria, two villages near Idlib were hit, doctors at Homs hospital said."
    found = find(text)
    assert found
    assert all(text[p.start : p.end] == p.text for p in found)


def test_title_is_its_own_field(find: Find) -> None:
    """A title that stands apart from the text gives mentions of the field `title`."""
    found = find("Nothing more was known.", "Blast in Kharkiv wounds four")
    assert [(p.field, p.text) for p in found] == [("title", "Kharkiv")]


@pytest.mark.parametrize(
    "text",
    [
        "The actor Paris Hilton said it would rain, and Michael Jordan agreed with her.",
        "He was born in May and left in March, of all months, on a Sunday.",
        "Officers were reading a nice book in the mobile unit before the split.",
        "She praised President Jordan and thanked Mr. Washington for their help.",
        "The count (GoH) stood at 40 in the end, and the GoH reports no more.",
    ],
)
def test_persons_months_and_words_are_no_places(find: Find, text: str) -> None:
    """Persons, months and common words are not taken for places of their name."""
    assert names(find(text)) == []


def test_names_that_a_firm_joins_are_no_places(find: Find) -> None:
    """ "Boston, Maine & Atlantic Railway" is a firm's name, "Aleppo & Idlib" are two towns."""
    assert names(find("The train of the Boston, Maine & Atlantic Railway left the track.")) == []
    assert names(find("Shells fell in Aleppo & Idlib that night.")) == ["Aleppo", "Idlib"]


def test_a_storm_of_a_places_name_is_no_place(find: Find) -> None:
    """The name of a storm is no place anywhere in the report, however it is placed."""
    found = find("The toll from Florence rose on Monday. Hurricane Florence has left 12 people dead in Wilmington.")
    assert names(found) == ["Wilmington"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Coaches of the Guwahati-Bikaner Express left the rails.", "Guwahati"),
        ("The Chicago Police Department opened an inquiry on the same evening.", "Chicago"),
        ("Turkish-backed fighters were seen on the road that night.", "Turkish"),
        ("The London-based group said it had counted the graves.", "London"),
        ("Troops of the Syrian army had left the hill by then.", "Syrian"),
        ("Later the Sûreté du Québec raised the number of missing.", "Québec"),
    ],
)
def test_bodies_and_demonyms_only_describe(find: Find, text: str, place: str) -> None:
    """A body named after a place and an adjective are kept as adjectival mentions."""
    found = find(text)
    assert place in names(found, adjectival=True)
    assert place not in names(found)


def test_roles(find: Find) -> None:
    """Words of motion before a name give its role."""
    found = find("About 300 families fled from Idlib to Afrin, while fighting went on in Homs.")
    assert [(p.text, p.role) for p in found] == [("Idlib", "from"), ("Afrin", "to"), ("Homs", "at")]


def test_named_facility_has_its_town(find: Find) -> None:
    """A named hospital is a facility located by the town behind it."""
    found = find("Doctors at the Al-Shifa Hospital in Gaza City ran out of fuel.")
    assert [(p.text, p.kind, p.facility_kind, p.town) for p in found if p.kind == "facility"] == [
        ("Al-Shifa Hospital", "facility", "hospital", "Gaza City")
    ]


def test_unnamed_facility_needs_its_town(find: Find) -> None:
    """A school is a facility where the sentence says in which town."""
    assert [p.name for p in find("A shell hit a school in Homs.") if p.kind == "facility"] == ["school in Homs"]
    assert [p for p in find("A shell hit a school that was empty.") if p.kind == "facility"] == []


def test_class_nouns_name_the_kind(find: Find) -> None:
    """A noun beside a name, or one for a whole list, tells areas from towns."""
    province = find("It snowed in Idlib province in Syria.")[0]
    assert (province.text, province.kind) == ("Idlib province", "admin1")
    listed = find("The provinces of Hama and Homs in Syria were quiet.")
    assert [p.kind for p in listed[:2]] == ["admin1", "admin1"]


def test_nearness(find: Find) -> None:
    """Words around a name say whether the thing is near it, around it, or in a part of it."""
    found = find("Graves were dug near Raqqa, on the outskirts of Damascus and in eastern Ukraine.")
    assert [(p.text, p.precision) for p in found] == [
        ("Raqqa", "near"),
        ("Damascus", "area"),
        ("eastern Ukraine", "region"),
    ]


def test_far_points_only_describe(find: Find) -> None:
    """A city hundreds of kilometres away only tells where to look."""
    assert "Yangon" in names(find("The village lies 340 km northwest of Yangon in Myanmar."), adjectival=True)


def test_headlines_in_capitals(find: Find) -> None:
    """Names are found in title case, in capitals and in lower case."""
    assert names(find("Rebels Take Aleppo Airport as Army Leaves Hama")) == ["Aleppo Airport", "Hama"]
    assert names(find("REBELS TAKE ALEPPO AND ENTER HAMA")) == ["ALEPPO", "HAMA"]
    lower = "at least nine people died in aleppo on monday, monitors said, and more than forty were hurt there."
    assert names(find(lower)) == ["aleppo"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_searched(find: Find, text: str) -> None:
    """No text makes the search raise, and every span holds its words."""
    assert all(text[p.start : p.end] == p.text for p in find(text))


@pytest.mark.parametrize("piece", ["New York, ", "al-", "near the ", "Aleppo Hospital in ", "'s ", "1 "])
def test_long_texts_take_linear_time(find: Find, piece: str) -> None:
    """A long run of one piece is searched in a few seconds."""
    began = time.perf_counter()
    find(piece * (60_000 // len(piece)))
    assert time.perf_counter() - began < 8


def test_initials_behind_a_firm_are_no_state(find: Find) -> None:
    """ "N.Y." behind a comma is a state, "P.A." behind a firm's name is not."""
    assert names(find("Lawyers of Brandt & Kessler, P.A. met a client from Utica, N.Y. on the same day.")) == [
        "Utica",
        "N.Y.",
    ]


def test_a_common_word_is_no_misspelt_town(find: Find) -> None:
    """A capital makes no town of a word of the common vocabulary, however like a town's name it is."""
    assert "Strikes" not in names(find("Ten died in Syrian Strikes on a suburb. The army of Syria did not comment."))


@pytest.mark.parametrize(
    ("text", "facility"),
    [
        ("A bomb went off at the Jaral concert hall in Homs.", "Jaral concert hall"),
        ("Gunmen attacked the Kotri City Hall concert venue near Homs.", "Kotri City Hall concert venue"),
        ("Gunmen attacked the Kotri City shopping centre in Homs.", "Kotri City shopping centre"),
    ],
)
def test_a_facility_is_named_with_its_whole_noun(find: Find, text: str, facility: str) -> None:
    """A noun of two words makes a facility of the name before it, in small letters too and behind another noun."""
    assert [p.text for p in find(text) if p.kind == "facility"] == [facility]


def test_a_lands_name_before_a_sign_of_money_is_no_place(find: Find) -> None:
    """ "US$5 million" names no land, and "the US" does."""
    assert names(find("The plan leaves a gap of US$5 million in Gaza.")) == ["Gaza"]
    assert names(find("Officials in the US sent US$5 million.")) == ["US"]


@pytest.mark.parametrize(
    ("text", "facility"),
    [
        ("At the Escuela Ana Tulle there were 25 dead.", "Escuela Ana Tulle"),
        (
            "Police held 205 people at the Universidad Mayor de San Kotro for trespassing.",
            "Universidad Mayor de San Kotro",
        ),
        ("A bomb killed nine at the Jamia Masjid Al-Tulle on Friday.", "Jamia Masjid Al-Tulle"),
        ("The wounded lay in the Hospital Geral de Kotra.", "Hospital Geral de Kotra"),
        ("They met outside the Stade de Tulle Saturday.", "Stade de Tulle"),
        ("Hospital Director John Tulle said three had died.", None),
        ("Plaza owners were told to leave.", None),
    ],
)
def test_a_noun_of_another_language_opens_a_facilitys_name(find: Find, text: str, facility: str | None) -> None:
    """ "Escuela X", "Stade de X" and "Hospital Geral de X" are facilities, "Hospital Director X" is none."""
    found = [p.text for p in find(text) if p.kind == "facility"]
    assert found == ([facility] if facility else [])


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        (
            "Gunmen stormed the Kotralan concert hall. At the Kotralan 89 people died. Kotralan Holdings fell by a tenth.",
            ["Kotralan concert hall", "Kotralan"],
        ),
        (
            "The dead of Tullen Elementary School were buried. Parents had waited outside Tullen Elementary for hours.",
            ["Tullen Elementary School", "Tullen Elementary"],
        ),
        (
            "They were at the Kotralan, a dance hall by the river, and ran. Inside the Kotralan lay ten.",
            ["Kotralan"] * 2,
        ),
        (
            "The wounded are in Tullen hospital. President Tullen spoke, and people thought of Tullen.",
            ["Tullen hospital"],
        ),
    ],
)
def test_a_site_is_met_again_by_its_bare_name(find: Find, text: str, sites: list[str]) -> None:
    """Where the report tells a site's kind once, its bare name is the site behind "at", "inside", "outside"."""
    assert [p.text for p in find(text) if p.kind == "facility"] == sites


def test_a_school_without_a_known_name_stands_at_its_place(find: Find) -> None:
    """ "at the Ana Tulle school" names a facility in small letters, "the Tulle hall" alone does not."""
    assert [p.text for p in find("It killed 21 children at the Ana Tullen school.")] == ["Ana Tullen school"]
    assert names(find("Everyone knows the Tullen hall.")) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("OCHA Libya has made this report.", []),
        ("Al-Qaeda in the Islamic Maghreb and al-Qaeda in Iraq spoke.", []),
        ("The campaign against the Islamic State in Iraq and the Levant is over.", []),
        ("The coalition is fighting Islamic State in Iraq and Syria.", ["Iraq", "Syria"]),
        ("Troops fought in NE Nigeria.", ["Nigeria"]),
        ("WASH: 1,300 latrines were built in Aleppo.", ["Aleppo"]),
    ],
)
def test_a_land_in_a_bodys_name_is_no_place(find: Find, text: str, places: list[str]) -> None:
    """What closes the name of a body ("OCHA Libya", "al-Qaeda in Iraq") only describes; where others fight is a place."""
    assert names(find(text)) == places


@pytest.mark.parametrize(
    ("text", "hospital"),
    [
        ("The wounded lay in Lady Tulle Hospital. About 157 people were brought to LTH.", "LTH"),
        ("Lady Tulle Hospital was hit. In all 20 KLH employees came.", None),
        ("Lady Tulle Central Hospital was hit.", "Lady Tulle Central Hospital"),
    ],
)
def test_a_hospital_goes_by_its_initials(find: Find, text: str, hospital: str | None) -> None:
    """Initials of a facility that the report names are that facility, others none."""
    found = [p.text for p in find(text) if p.kind == "facility"]
    assert (hospital in found) if hospital else found == ["Lady Tulle Hospital"]


def test_an_institute_that_acts_by_its_initials_is_no_place(find: Find) -> None:
    """Initials of a school or an institute are a place behind a word of place only; its name's words in small letters
    are none."""
    text = "Kotri Culinary Institute was closed. KCI officials met on Monday. The culinary courses ended. Three died at KCI."
    assert [(p.text, p.start > 90) for p in find(text) if p.kind == "facility"][1:] == [("KCI", True)]
