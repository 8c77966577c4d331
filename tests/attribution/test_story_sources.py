"""An official or body that reports call differently is one root, told by the fullest of their wordings."""

from __future__ import annotations

import msgspec
import pytest

from rashomon.knowledge.library import Library
from rashomon.language.syntax import Parser
from rashomon.model.grouping import Story
from rashomon.model.material import Material
from rashomon.model.report import Report
from rashomon.pipeline import understand_one
from rashomon.resolution import unite_sources

FULL = "Orvenna Chief Secretary Asha Rao"


def roots(texts: list[str], parser: Parser, library: Library) -> list[str | None]:
    """The origin of every figure of a story of these reports, in order."""
    reports = tuple(Report(id=f"rpt-{n}", text=text) for n, text in enumerate(texts))
    claims = tuple(understand_one(r, parser, library).value for r in reports)
    story = Story(id="story-1", reports=tuple(r.id for r in reports))
    material = Material(story=story, reports=reports, claims=claims, copies=(), as_of=None)
    united = unite_sources(material, library)
    assert msgspec.structs.replace(united, claims=claims) == material
    return [f.attribution.origin for c in united.claims for f in c.figures if f.attribution is not None]


@pytest.mark.parametrize(
    "words",
    [
        "chief secretary Asha Rao said",
        "the state's chief secretary, Asha Rao, said",
        "chief secretary A. Rao said",
        "chief secretary Asha Rao Devi said",
        "the chief secretary said",
    ],
)
def test_one_official_is_one_root(words: str, parser: Parser, library: Library) -> None:
    """A shorter office, initials, an owner that says nothing and no name at all lead to the official named in full."""
    texts = [f"{FULL} said 12 people were killed in the flood.", f"By Sunday 15 people were killed, {words}."]
    first, second = roots(texts, parser, library)
    assert first == second
    assert first is not None
    assert first.startswith(FULL)


def test_a_post_and_the_name_behind_it_are_one_root_of_one_report(parser: Parser, library: Library) -> None:
    """ "Minister X" behind "Y's health minister" is the same in one report, unless that names two of them."""
    text = "Orvenna's health minister said 120 people were killed. Minister Asha Rao said 300 people were injured."
    assert len(set(roots([text], parser, library))) == 1
    more = " Minister Mara Lind said 14 houses were destroyed."
    assert len(set(roots([text + more], parser, library))) == 3


@pytest.mark.parametrize(
    "words",
    [
        "Orvenna Chief Secretary Mara Lind said",
        "Belmora Chief Secretary Asha Rao said",
        "Fire Chief Asha Rao said",
        "rescuers said",
    ],
)
def test_others_stay_apart(words: str, parser: Parser, library: Library) -> None:
    """Another name, another land, another office or a body is another root."""
    texts = [f"{FULL} said 12 people were killed in the flood.", f"By Sunday 15 people were killed, {words}."]
    first, second = roots(texts, parser, library)
    assert first == FULL
    assert second != FULL


def test_an_office_that_two_hold_is_nobody_s(parser: Parser, library: Library) -> None:
    """An office told without a name stays as it is where the story knows two who hold it."""
    texts = [
        f"{FULL} said 12 people were killed in the flood.",
        "Belmora Chief Secretary Mara Lind said 9 people were killed there.",
        "By Sunday 15 people were killed, the chief secretary said.",
    ]
    assert roots(texts, parser, library)[2] == "chief secretary"


@pytest.mark.parametrize("short", ["The NIRB", "The National Institute of Rivers"])
def test_a_body_is_one_root(short: str, parser: Parser, library: Library) -> None:
    """A short form that another report binds, and a name that is part of one longer name, lead to the full name."""
    full = "National Institute of Rivers and Banks"
    texts = [
        f"The {full} (NIRB) said 12 people were killed in the flood.",
        f"{short} said 15 people were killed in the flood.",
    ]
    assert roots(texts, parser, library) == [full, full]


def test_a_name_that_two_bodies_hold_stays(parser: Parser, library: Library) -> None:
    """A name that is part of two longer ones leads to neither."""
    texts = [
        "The Sindh Provincial Rivers Management Board said 12 people were killed in the flood.",
        "The Punjab Provincial Rivers Management Board said 4 people were killed in the flood.",
        "The Provincial Rivers Management Board said 15 people were killed in the flood.",
    ]
    assert roots(texts, parser, library)[2] == "Provincial Rivers Management Board"


def count_of(first: str, second: str, parser: Parser, library: Library) -> int:
    """How many roots two reports have that name their sources so."""
    texts = [
        f"{first[:1].upper()}{first[1:]} said 12 people were killed in the flood.",
        f"By Sunday 15 people were killed in the flood, {second} said.",
    ]
    return len(set(roots(texts, parser, library)))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Kenya's Health Ministry", "the Kenyan Ministry of Health"),
        ("the Kenyan Ministry of Health", "the Health Ministry in Nairobi"),
        ("the Emergencies Ministry of Kenya", "the Ministry of Emergency Situations"),
        ("the General Directorate of River Relief", "the Kenya River Relief Agency"),
        ("Kenyan authorities", "Kenya's authorities"),
    ],
)
def test_a_public_body_is_one_root(first: str, second: str, parser: Parser, library: Library) -> None:
    """A ministry or agency that reports name by its country, its capital or not at all is one root."""
    assert count_of(first, second, parser, library) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Kenya's Health Ministry", "the Ugandan Ministry of Health"),
        ("Kenya's Health Ministry", "the Kenyan Defence Ministry"),
        ("the National River Relief Authority", "the State River Relief Authority"),
        ("Kenyan authorities", "authorities"),
    ],
)
def test_two_public_bodies_stay_apart(first: str, second: str, parser: Parser, library: Library) -> None:
    """Bodies of two countries, of two tasks or of two levels of a state are two roots."""
    assert count_of(first, second, parser, library) == 2


def test_a_name_that_two_public_bodies_bear_is_of_the_country_it_tells_of(parser: Parser, library: Library) -> None:
    """Where two countries have a river relief agency, the one named without a country is that of the places it counts."""
    texts = [
        "Kenya's River Relief Agency said 12 people were killed in the flood in Kisumu.",
        "Uganda's River Relief Agency said 9 people were killed in the flood in Jinja.",
        "In Kisumu, 15 people were killed in the flood, the River Relief Agency said.",
    ]
    first, _, last = roots(texts, parser, library)
    assert last == first


def test_the_country_s_body_is_that_of_the_country_named_before(parser: Parser, library: Library) -> None:
    """ "The country's relief agency" is told by the country that its report named last, and repeats no other agency."""
    text = (
        "In Kenya 12 people were killed in the flood, the river relief agency said. "
        "The flood then reached Uganda, where 9 people were killed, the country's river relief agency said."
    )
    assert roots([text], parser, library) == ["river relief agency", "Uganda's river relief agency"]
