"""Figures that look alike fit every other alike: what is kept for a look is what would be worked out anew."""

from __future__ import annotations

from itertools import combinations

import pytest
from tests.notation import read_material
from tests.simulated.invented import invent_tale, material_of

from rashomon.grouping import merge_events
from rashomon.knowledge.library import Library
from rashomon.model.material import Material
from rashomon.reconciliation.questions import Asking
from rashomon.reconciliation.see_figures import see_figures
from rashomon.reconciliation.settle_scopes import settle_scopes

_MANY = "\n".join(
    f"o{n} 2024-05-0{1 + n % 4} | {root} {hedge}{number} killed @{place}"
    for n, (root, hedge, number, place) in enumerate(
        (root, hedge, number, place)
        for root in ("-", "UN", "Hospital")
        for hedge in ("", ">=")
        for number in (8, 24, 27)
        for place in ("Homs", "Aleppo")
    )
)


def _compare(material: Material, library: Library) -> int:
    """How many pairs were compared."""
    events = merge_events(material).value
    event_of = {claim: event.id for event in events for claim in event.claims}
    seen = see_figures(material, event_of, library.organisations)
    told = settle_scopes(seen, library.restatements, library.place_words.facilities)
    asking = Asking(told, library.population_classes, events)
    pairs = list(combinations(told, 2))
    for a, b in pairs:
        assert asking.fit(a, b) == asking.fit_anew(a, b), (a.id, b.id)
        assert asking.fit(b, a) == asking.fit_anew(b, a), (b.id, a.id)
    return len(pairs)


@pytest.mark.parametrize("seed", [3, 11, 29])
def test_a_kept_fit_is_the_one_worked_out_anew(library: Library, seed: int) -> None:
    """Every two figures of an invented story fit as they do when nothing is kept."""
    tale = invent_tale(seed, 30, library)
    assert _compare(material_of(list(tale.made.values()), library), library) > 100


@pytest.mark.parametrize("seed", [5, 23])
def test_what_is_kept_at_one_instant_holds_at_the_next(library: Library, seed: int) -> None:
    """Figures that were compared while half of a story was out fit as they do when nothing is kept once all is out."""
    made = list(invent_tale(seed, 30, library).made.values())
    for out in (made[::2], made, made[1::2]):
        assert _compare(material_of(out, library), library) > 50


def test_looks_hold_for_figures_of_many_roots_and_places(library: Library) -> None:
    """Figures that differ in root, hedge, number, place and day fit as they do when nothing is kept."""
    assert _compare(read_material(_MANY), library) > 100
