"""Numbers of two states, and numbers that were raised, held against another root's."""

from __future__ import annotations

from tests.notation import POLICY, read_material, relations_of

from rashomon.knowledge.library import Library
from rashomon.reconciliation import reconcile_figures

_APART = """
a 2024-05-01 | UN 1300 killed @Homs
b 2024-05-04 | USA >1400 killed @Homs
"""
_RAISED = """
a 2024-05-01 | Ministry {low} killed @Homs
b 2024-05-01 | Doctors 266 killed @Homs
c 2024-05-02 | Ministry {raised} killed @Homs
"""


def _types(text: str, library: Library) -> list[str]:
    material = read_material(text)
    return [r[0] for r in relations_of(reconcile_figures(material, (), POLICY, library), material)]


def test_a_near_number_of_days_later_is_a_later_count(library: Library) -> None:
    """A higher number within a tenth, of a state three days later, is a later count and no agreement."""
    told = _types(_APART, library)
    assert "later count" in told
    assert "agree" not in told


def test_a_number_raised_a_little_still_stands_against_another(library: Library) -> None:
    """147 raised to 150 leaves no room for 266; 147 raised to 260 does."""
    little = _types(_RAISED.format(low=147, raised=150), library)
    nearly = _types(_RAISED.format(low=147, raised=260), library)
    assert "compatible" not in little
    assert "compatible" in nearly
