"""Names that a damaged text broke, as the brief prints them."""

from __future__ import annotations

import pytest
from tests.composing.builders import Told, material

from rashomon.composing.ledger import Ledger
from rashomon.composing.mended_names import is_torn, mended, with_capitals
from rashomon.composing.naming import Naming
from rashomon.knowledge.library import Library

TEXT = "The Kenya mission met Abel Dorrin in Norvale. Dorrin left, and turkeys were sold on the market."


@pytest.fixture
def ledger() -> Ledger:
    """A story in which Dorrin stands with a capital inside a sentence."""
    return Ledger(material(Told("rep-names", TEXT, "Vale Star", "2024-05-06")))


@pytest.mark.parametrize(
    ("worded", "meant"),
    [
        ("Kenyas opposition", "Kenya’s opposition"),
        ("President Dorrins office", "President Dorrin’s office"),
        ("UN envoy Abel Dorrins", "UN envoy Abel Dorrin"),
        ("Kenyans abroad", "Kenyans abroad"),
        ("the Philippines government", "the Philippines government"),
        ("NEWS FLASH Opposition activists", "Opposition activists"),
        ("UNICEF staff", "UNICEF staff"),
        ("the UN's envoy", "the UN's envoy"),
        ("Official spokesmen spokesmen of the mill", "Official spokesmen of the mill"),
        ("The Norvale-based Health Watch", "The Health Watch"),
        ("The so-called Health Watch", "The Health Watch"),
        ("Wide condemnation Kenya’s foreign minister", "Kenya’s foreign minister"),
        ("eastern Kenya’s governor", "eastern Kenya’s governor"),
        ("South Korea’s president", "South Korea’s president"),
    ],
)
def test_a_broken_name_is_made_whole(worded: str, meant: str, ledger: Ledger, library: Library) -> None:
    """Lost apostrophes come back, and a crosshead, an epithet, a word struck twice or a line of the page before a name goes."""
    assert mended(worded, library, ledger) == meant


def test_a_land_has_its_capital_letter_whatever_reports_write(library: Library) -> None:
    """A land that an outlet writes in small letters stands in the brief by its name, with "the" where it has one."""
    small = Ledger(
        material(Told("rep-small", "The army of kenya met in Norvale, said kenya.", "Vale Star", "2024-05-06"))
    )
    naming = Naming(library, small)
    assert naming.organisation("kenya") == naming.organisation("Kenya") == "Kenya"
    assert naming.organisation("United States") == "the United States"


def test_a_word_the_reports_write_small_owns_nothing(ledger: Ledger, library: Library) -> None:
    """A plural that the reports write in lower case keeps its ending, though a state's name is inside it."""
    assert mended("Turkeys and hens", library, ledger) == "Turkeys and hens"


@pytest.mark.parametrize(
    ("phrase", "torn"), [("France Britain", True), ("France and Britain", False), ("Saudi Arabia", False)]
)
def test_two_states_side_by_side_are_no_name(phrase: str, torn: bool, library: Library) -> None:
    """A list of states that lost its commas names nobody."""
    assert is_torn(phrase, library) is torn


def test_a_land_in_small_letters_has_its_capital_inside_a_clause(library: Library) -> None:
    """A land that one report writes small and another with its capital is told with it; a word that is none stays."""
    seen = Ledger(
        material(Told("rep-land", "The army of Kenya met. We saw kenya's turkey farm.", "Vale Star", "2024-05-06"))
    )
    assert with_capitals("kenya's turkey farm", library, seen) == "Kenya's turkey farm"
