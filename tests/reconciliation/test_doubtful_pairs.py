"""Pairs that look alike and are no pair: a reader would not accept a relation between them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tests.notation import POLICY, read_material, relations_of

from rashomon.knowledge.library import Library
from rashomon.reconciliation import reconcile_figures


def _related(text: str, library: Library) -> list[tuple[str, str, str]]:
    material = read_material(text)
    return relations_of(reconcile_figures(material, (), POLICY, library), material)


def test_two_peoples_dead_are_no_one_count(library: Library) -> None:
    """Twelve Australians and twelve Britons are not one number told twice; twelve Australians are."""
    text = "a 2024-05-01 | - 12 killed Australians @Homs\nb 2024-05-01 | Ministry 12 killed {} @Homs"
    assert _related(text.format("Britons"), library) == []
    assert [r[0] for r in _related(text.format("Australians"), library)] == ["duplicate"]


def test_the_hurt_are_no_part_of_the_dead(library: Library) -> None:
    """A number of injured is no part of a number of dead, whatever the sentence joins; of dead it is."""
    text = "a 2024-05-01 | UN 84 killed @Homs; UN 56 {} @Homs <1"
    assert _related(text.format("injured"), library) == []
    assert _related(text.format("killed"), library) == [("part of", "56", "84")]


def test_what_is_told_next_is_no_part_of_a_lists_province(library: Library) -> None:
    """Of a total divided by provinces, a number told without a place is no part of one province's."""
    text = "a 2024-05-01 | UN 85 killed @Land; UN 43 killed @North <1; UN 21 killed children @~Land <2"
    assert ("part of", "21", "43") not in _related(text, library)


def test_one_thing_of_several_is_no_person(library: Library) -> None:
    """One of 30 buildings is not called a person."""
    material = read_material("a 2024-05-01 | UN 30 buildings_destroyed; UN 1 buildings_destroyed <1")
    figures = tuple(replace(f, unit="other") for f in material.claims[0].figures)
    material = replace(material, claims=(replace(material.claims[0], figures=figures),))
    (found,) = reconcile_figures(material, (), POLICY, library).value.relations
    assert found.reason.startswith("One told of is part of the 30 buildings destroyed")


def test_a_word_and_a_number_without_order_are_no_pair(library: Library) -> None:
    """Of "hundreds" and 2900 by one root, of which neither is known to be later, nothing is said."""
    text = "a ? | UN hundreds injured @Homs\nb 2024-05-03 | UN 2900 injured @Homs"
    assert all(r[0] != "incomparable" for r in _related(text, library))


@pytest.mark.parametrize(
    ("before", "how"),
    [
        ("The agency lowered the toll to 217 from ", "earlier"),
        ("The agency raised the toll to 1,217 from ", "earlier"),
        ("The road to the 217 from ", None),
    ],
)
def test_a_number_that_became_another_is_the_earlier_one(library: Library, before: str, how: str | None) -> None:
    """Behind "to N from" stands the number that N has replaced."""
    assert library.restatements.restated(before, " on Monday") == how


def test_what_a_report_calls_earlier_lowers_nothing(library: Library) -> None:
    """A number called the previous toll comes before the higher one, though only its report dates it."""
    text = "a 2024-05-03 | UN 900 killed @Homs ^2024-05-01; previous_toll/UN 773 killed @Homs"
    assert _related(text, library) == [("supersede", "900", "773")]
