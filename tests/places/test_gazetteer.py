"""The compiled gazetteer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.knowledge.gazetteer import MAGIC, Gazetteer, pack_keys
from rashomon.knowledge.library import Library


def test_city_and_governorate_are_two(library: Library) -> None:
    """Aleppo is a city and a governorate, each with its GeoNames id."""
    found = {(c.entry.kind, c.entry.geonames_id) for c in library.gazetteer.lookup("Aleppo")}
    assert {("town", 170063), ("admin1", 170062)} <= found


def test_ids_of_known_places(library: Library) -> None:
    """Names in several spellings lead to the same GeoNames ids."""
    for name, geonames_id in [
        ("Idlib", 169389),
        ("Idleb", 169389),
        ("Kyiv", 703448),
        ("Kiev", 703448),
        ("Syria", 163843),
    ]:
        assert geonames_id in {c.entry.geonames_id for c in library.gazetteer.lookup(name)}


def test_tolerant_lookup_needs_the_country(library: Library) -> None:
    """An unlisted spelling is found in its own country and nowhere else."""
    names = [c.entry.name for c in library.gazetteer.lookup_tolerant("Maarat al-Numan", ["SY"])]
    assert len(names) == 1
    assert library.gazetteer.lookup_tolerant("Maarat al-Numan", ["UA"]) == []


def test_admin_names_are_given(library: Library) -> None:
    """A town knows its first-level area in English."""
    (town,) = [c.entry for c in library.gazetteer.lookup("Saraqeb") if c.entry.country_code == "SY"]
    assert town.admin1 == "Idlib Governorate"


def test_parts_of_countries(library: Library) -> None:
    """The northern part of a country lies north of its southern part."""
    (north,), (south,) = (library.gazetteer.lookup_key(f"@{way} sy") for way in ("north", "south"))
    assert north.entry.lat > south.entry.lat


def test_another_format_is_refused() -> None:
    """A table of another version is refused with a message, not misread."""
    with pytest.raises(ValueError, match="compile it again"):
        Gazetteer(b"OLDFORMAT" + bytes(200))


@given(st.text(max_size=60))
def test_any_key_may_be_asked(library: Library, text: str) -> None:
    """No text makes a look-up raise."""
    library.gazetteer.lookup(text)
    library.gazetteer.lookup_key(text)


def test_packing_is_stable() -> None:
    """The order in which keys were collected does not change the packed bytes."""
    keys = {f"name {i}": [i, i + 1] for i in range(50)}
    assert pack_keys(keys) == pack_keys(dict(reversed(keys.items())))
    assert len(MAGIC) == 8
