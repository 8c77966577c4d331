"""Which place a mention means in its report."""

from __future__ import annotations

import pytest

from rashomon.knowledge.library import Library
from rashomon.model.place import Place
from rashomon.model.report import Report
from rashomon.resolution.places import resolve_places

from .conftest import Find


def one(places: tuple[Place, ...], text: str) -> Place:
    """The first mention with the given words."""
    return next(p for p in places if p.text == text)


def test_order_and_spans_are_kept(find: Find, resolve: Find) -> None:
    """Resolving keeps number, order and spans of the mentions."""
    text = "From Homs in Syria they drove to Hama and on to Aleppo province."
    assert [(p.start, p.end, p.text) for p in resolve(text)] == [(p.start, p.end, p.text) for p in find(text)]


def test_context_decides_the_country(resolve: Find) -> None:
    """Hama is Syria's in a report on Syria."""
    place = one(resolve("Syrian state media said shells fell on Hama. Roads to Homs were cut."), "Hama")
    assert (place.country_code, place.name, place.geonames_id) == ("SY", "Hama", 170017)


def test_class_noun_decides_the_level(resolve: Find) -> None:
    """Aleppo is the city and Aleppo province the governorate, in one report."""
    found = resolve("Fighting spread through Aleppo province in Syria. In Aleppo, shops stayed shut.")
    assert (one(found, "Aleppo province").geonames_id, one(found, "Aleppo province").precision) == (170062, "admin1")
    assert (one(found, "Aleppo").geonames_id, one(found, "Aleppo").precision) == (170063, "exact")


def test_a_territory_is_no_mountain(resolve: Find) -> None:
    """A name with a noun for an area is never resolved to a mountain of that name."""
    found = resolve("Congo: in Nyiragongo territory ten died, north of Goma.")
    assert one(found, "Nyiragongo territory").name != "Mount Nyiragongo"


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("He was arrested in London, Ontario, on Monday.", "London", "CA", "Ontario"),
        ("He was arrested in London on Monday.", "London", "GB", "England"),
        ("A man died in Springfield, Ill., on Monday.", "Springfield", "US", "Illinois"),
        ("A man died in Springfield, Missouri, on Monday.", "Springfield", "US", "Missouri"),
        ("The storm passed Tripoli, Lebanon, before dawn.", "Tripoli", "LB", None),
    ],
)
def test_container_decides(resolve: Find, text: str, name: str, country: str, admin1: str | None) -> None:
    """An area named behind a comma says which town of a name is meant."""
    place = one(resolve(text), name)
    assert place.country_code == country
    assert admin1 is None or place.admin1 == admin1


@pytest.mark.parametrize(
    ("text", "name", "geonames_id"),
    [
        ("Syrian rebels shelled Saraqab on Friday, residents of Idlib said.", "Saraqab", 164816),
        ("Syrian jets were heard over Khan Sheikhoun, south of Idlib.", "Khan Sheikhoun", 168325),
        ("Clashes were reported in Tal Rifaat, north of Aleppo in Syria.", "Tal Rifaat", 163594),
    ],
)
def test_other_spellings(resolve: Find, text: str, name: str, geonames_id: int) -> None:
    """Spellings that the gazetteer lacks are found in the report's own country."""
    place = one(resolve(text), name)
    assert place.country_code == "SY"
    assert place.lat is not None
    assert geonames_id != 164816 or place.geonames_id == geonames_id


def test_doubt_stays_unresolved(resolve: Find) -> None:
    """A small town of a name that many share stays open where nothing in the report decides."""
    (place,) = [p for p in resolve("The fire broke out in Franklin.") if p.text == "Franklin"] or [None]
    assert place is None or place.precision == "unresolved"


def test_parts_of_a_country(resolve: Find) -> None:
    """The north-west of a country is a region in that country."""
    place = one(resolve("Tents were sent to northwestern Syria."), "northwestern Syria")
    assert (place.kind, place.precision, place.country_code) == ("region", "region", "SY")
    assert place.lat is not None
    assert place.lat > 35


def test_facility_lies_in_its_town(resolve: Find) -> None:
    """A facility keeps its name and takes its town's point."""
    place = next(
        p for p in resolve("Beds ran out at the Nasser Hospital in Khan Younis, Gaza.") if p.kind == "facility"
    )
    assert (place.name, place.town, place.geonames_id) == ("Nasser Hospital", "Khan Younis", 281124)


def test_lists_carry_other_spellings(resolve: Find) -> None:
    """A name in an unlisted spelling is found behind `and` in a list of places."""
    assert one(resolve("Shells fell in Hassakeh and Talbisseh in Syria."), "Talbisseh").name == "Talbiseh"


def test_a_street_of_a_local_report_lies_in_its_town(resolve: Find) -> None:
    """A street without a town is in the town whose police the report names; a hospital may be elsewhere."""
    found = resolve("Dayton police found him on Harvest Lane on Friday. He was taken to Ashcombe Hospital.")
    assert one(found, "Harvest Lane").town == "Dayton"
    assert one(found, "Ashcombe Hospital").town is None


def test_a_names_own_town_comes_before_a_larger_one_that_once_bore_it(resolve: Find) -> None:
    """Smyrna is the town of that name, not the Turkish city that was called so."""
    found = resolve("Two people were hurt in a crash near a school in Smyrna on Monday.")
    assert one(found, "Smyrna").name == "Smyrna"


def test_towns_are_shown_by_their_newsroom_names(resolve: Find) -> None:
    """A town has the name that English newsrooms use, however the report spells it."""
    assert one(resolve("Shells fell on Hamah and Homs in Syria."), "Hamah").name == "Hama"


def test_a_name_with_a_hyphen_is_found_where_it_is_listed_without(resolve: Find) -> None:
    """ "Pétion-Ville" is the town that the gazetteer lists as one word."""
    found = resolve("Gangs attacked the Pétion-Ville neighborhood of Port-au-Prince, the capital of Haiti.")
    assert one(found, "Pétion-Ville neighborhood").country_code == "HT"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Twelve people were killed in the Somali capital, police said.", "Mogadishu"),
        ("The toll in Somalia's capital has reached 120.", "Mogadishu"),
        ("A bus burned in the Ugandan capital city.", "Kampala"),
        ("Three people were hurt in Georgia's capital.", None),
        ("A court upheld Iranian capital punishment for two men.", None),
    ],
)
def test_a_lands_capital_is_its_town(text: str, name: str | None, resolve: Find) -> None:
    """ "The Somali capital" is Mogadishu; of a name that two lands bear, or of capital punishment, no town is made."""
    towns = [p.name for p in resolve(text) if p.kind == "town"]
    assert towns == ([name] if name else [])


def test_the_capital_alone_is_that_of_the_reports_land(library: Library) -> None:
    """ "Outside the capital" is Kampala in a report of Uganda, and nowhere in a report of no one land."""
    report = Report(id="rpt-1", text="About 400 were hurt outside the capital.")
    place = Place(field="text", start=28, end=39, text="the capital", name="the capital", kind="town")
    found = [resolve_places(report, (place,), library, land)[0] for land in ("UG", None)]
    assert [(p.name, p.country_code) for p in found] == [("Kampala", "UG"), ("the capital", None)]


def test_every_capital_is_in_the_gazetteer(library: Library) -> None:
    """Each land's capital is a town of that land."""
    for code, town in library.capitals.items():
        found = library.gazetteer.lookup(town)
        assert any(c.entry.kind == "town" and c.entry.country_code == code for c in found), town
