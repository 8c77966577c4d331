"""Private persons appear by role; their names are masked with every offset kept."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.composing.builders import Told, assessed, brief_text, compose, material, reconciled

from rashomon.composing import compose_dossier
from rashomon.composing.person_names import find_person_names
from rashomon.composing.protect import find_private, protect_material
from rashomon.knowledge.library import Library

# Invented persons; any likeness is chance.
STORY = (
    "A blast killed Farida Okonjala, 34, and her brother Tomas Okonjala in Benarra. “We heard "
    "nothing,” said Ilse Varnholt, a "
    "resident. Governor Pierre Lamontal said 12 people were killed in Benarra. Lamontal visited the "
    "hospital. Okonjala was a "
    "teacher. Colonel Henrik Dussander, a spokesman for the army, denied it."
)


def story() -> Told:
    """A report that names victims, a witness and officials."""
    told = Told("rep-blast", STORY, "Harbour Wire", "2023-06-02")
    governor = told.source("Governor Pierre Lamontal", kind="official")
    told.figure("12", "killed", 12.0, attribution=governor, place=told.place("Benarra"))
    told.statement("Ilse Varnholt", "We heard nothing", "said", speaker_role="resident", quote=True, private=True)
    return told


PRIVATE = ("Farida Okonjala", "Tomas Okonjala", "Ilse Varnholt", "Okonjala", "Varnholt")
PUBLIC = ("Pierre Lamontal", "Henrik Dussander")


def everything(told: Told, library: Library, **more: object) -> str:
    """The whole dossier as JSON text."""
    record = reconciled([], [assessed(told.figures[0])])
    return msgspec.json.encode(compose(material(told), record, library, **more)).decode()


@pytest.mark.parametrize("full_text", [False, True])
def test_private_names_appear_nowhere(full_text: bool, library: Library) -> None:
    """No victim, relative or witness is named anywhere in the dossier; officials in their role are."""
    text = everything(story(), library, full_text=full_text)
    assert not [n for n in PRIVATE if n in text]
    if full_text:
        assert all(n in text for n in PUBLIC)


def test_a_calculation_names_nobody(library: Library) -> None:
    """Where a private person gave a bound, its calculation says the role, or that a person quoted did."""
    told = story()
    made, series = assessed(told.figures[0])
    words = "Low: 12 by Ilse Varnholt; high: 12 by witness Ilse Varnholt."
    counted = msgspec.structs.replace(made, calculation=words)
    dossier = compose(material(told), reconciled([], [(counted, series)]), library)
    assert dossier.assessments[0].calculation == "Low: 12 by a person quoted; high: 12 by witness."


def test_names_all_is_explicit(library: Library) -> None:
    """With names="all" the names stand, and the dossier says that this was chosen."""
    text = everything(story(), library, full_text=True, names="all")
    assert "Farida Okonjala" in text
    assert '"names":"all"' in text


def test_masks_keep_offsets(library: Library) -> None:
    """A masked text has the length of the original, and differs only in letters of names."""
    told = material(story())
    shown = protect_material(told, find_private(told, library)).reports[0].text
    assert len(shown) == len(STORY)
    assert all(a == b or b == "█" for a, b in zip(STORY, shown, strict=True))


def test_witness_speaks_by_role(library: Library) -> None:
    """A private speaker's quotation is given to the role."""
    told = story()
    dossier = compose(material(told), reconciled([], [assessed(told.figures[0])]), library)
    assert [line.speaker for line in dossier.statements] == ["resident"]
    assert (
        "A resident said: “We heard nothing.”" in brief_text(dossier)
        or "resident" in dossier.statements[0].text.lower()
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The student, Omar Telfaren, was arrested on Monday.", "Omar Telfaren"),
        ("Among the dead was Lucia Bramonte (19).", "Lucia Bramonte"),
        ("“It fell,” said Joseph Nkarawe, who sells fruit.", "Joseph Nkarawe"),
        ("Her son Idris Walmekar died in the flood.", "Idris Walmekar"),
        ("Police found Lucia Bramonte's Fiat by the river.", "Lucia Bramonte"),
        ("Harbour Aid's Joseph Nkarawe told the paper that boats came.", "Joseph Nkarawe"),
    ],
)
def test_private_persons_are_found(text: str, name: str, library: Library) -> None:
    """An age, a kinship or role word, or a speech verb makes a person; without a public role a private one."""
    found = find_person_names(text, library.persons)
    assert [(f.text, f.public) for f in found] == [(name, False)]


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Ingrid Sollberg said talks failed.",
        "Ingrid Sollberg, the foreign minister, said talks failed.",
        "Deputy regional coordinator for aid, Ingrid Sollberg, said talks failed.",
        "“It is over, we are told,” the president of the Institute for Rivers (IR), Ingrid Sollberg, told the media.",
        "“It is over,” prefect Ingrid Sollberg said.",
        "Ingrid Sollberg's government rejected the plan.",
        "Somali President Hassan Sheikh Sollberg said talks failed.",
    ],
)
def test_officials_are_public(text: str, library: Library) -> None:
    """An office beside the name makes the person public."""
    found = [f for f in find_person_names(text, library.persons) if f.text.endswith("Sollberg")]
    assert found
    assert all(f.public for f in found)
    assert all("Hassan" in f.text for f in found if "Hassan" in text)


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations Security Council met in New York on Monday.",
        "Saint George Hospital in the Old City was hit.",
        "Rescuers searched Martyrs Square and Tahrir Street.",
        "Heavy rain fell over the Blue Nile State.",
        "Two million had to move, the Chief Minister said.",
        "The Benarra Tailors Syndicate said that a member was hurt.",
        "The Joseph Nkarawe Circle (JNC) said that a member was hurt.",
    ],
)
def test_bodies_and_places_are_no_persons(text: str, library: Library) -> None:
    """Organisations, streets, hospitals and states are not taken for persons."""
    assert find_person_names(text, library.persons) == []


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=300))
def test_any_text_is_masked_without_error(text: str, library: Library) -> None:
    """Whatever the text, masking keeps its length and composing raises nothing."""
    told = Told("rep-any", text, "Harbour Wire", "2023-06-02")
    shown = protect_material(material(told), find_private(material(told), library))
    assert len(shown.reports[0].text) == len(text)
    compose_dossier(material(told), reconciled([], []), "recommended", (), library)


def test_hostile_text_takes_linear_time(library: Library) -> None:
    """A long run of capitalised words is read in time that grows with its length only."""
    text = "Aaa Bbb al-Ccc. " * 12_000
    assert find_person_names(text, library.persons) is not None


def test_many_names_are_masked_in_one_pass(library: Library) -> None:
    """Ten thousand private names in one text take no time that grows with their number times its length."""
    letters = "abcdefghij"
    names = [f"Ahmad Q{a}{b}{c}{d}" for a in letters for b in letters for c in letters for d in letters]
    text = " ".join(f"{name}, 34, was killed." for name in names)
    told = material(Told("rep-many", text, "Harbour Wire", "2023-06-02"))
    shown = protect_material(told, find_private(told, library)).reports[0].text
    assert "Qabcd" not in shown
    assert len(shown) == len(text)


def test_a_place_by_its_kind_is_nobody(library: Library) -> None:
    """A name that a report gives to a suburb is masked nowhere, though it reads like a person's; a person's stays so."""
    text = (
        "Shells hit the suburbs of Amina Tarsa and Benarra. At a clinic in Amina Tarsa, Ilse Varnholt, a nurse, said 12 died. "
        "Fatalities are expected to rise after Wednesdays attack."
    )
    told = Told("rep-shells", text, "Harbour Wire", "2023-06-02")
    told.figure("12", "killed", 12.0)
    masked = find_private(material(told), library).mask(text)
    assert "Amina Tarsa" in masked
    assert "Fatalities" in masked
    assert "Wednesdays" in masked
    assert "Varnholt" not in masked


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("Local welder Tariq Khan spoke of how he dug out six neighbours.", False),
        ("Salma Hussein said that her street was gone.", False),
        ("Imran Khan said that the dam would be mended.", True),
        ("Volodymyr Zelensky visited the town on Monday.", True),
    ],
)
def test_only_the_leader_has_a_leaders_name(text: str, public: bool, library: Library) -> None:
    """A family name that a head of state bears as well makes nobody else of it a public person."""
    found = find_person_names(text, library.persons)
    assert [name.public for name in found] == [public]
