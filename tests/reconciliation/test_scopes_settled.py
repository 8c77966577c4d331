"""What reconciling works out of each report before figures are compared: restatements, twins, sums, one root's series."""

from __future__ import annotations

import msgspec
import pytest
from tests.notation import read_material, relations_of

from rashomon.knowledge.library import Library
from rashomon.model.claim import Figure
from rashomon.model.material import Material, Reconciled
from rashomon.model.outcome import Outcome
from rashomon.reconciliation import reconcile_figures


def reconcile(library: Library, material: Material) -> Outcome[Reconciled]:
    """The reconciled figures of a material without events."""
    return reconcile_figures(material, (), "recommended", library)


def _figures(material: Material) -> dict[str, Figure]:
    return {f.id: f for c in material.claims for f in c.figures}


def _standing(outcome: Outcome[Reconciled], material: Material) -> list[float | None]:
    """The numbers that nothing superseded, in order."""
    figures = _figures(material)
    live = [p for s in outcome.value.series for p in s.points if p.superseded_by is None]
    return sorted((figures[p.claim].value for p in live), key=lambda v: v or 0)


@pytest.mark.parametrize(
    ("before", "after", "how"),
    [
        ("put the toll at 311, not ", " as printed on Friday", "taken back"),
        ("gave 40 rather than ", "", "taken back"),
        ("rose to 90, up from ", " a day before", "earlier"),
        ("said 126 had died, updating a previous toll of ", "", "earlier"),
        ("counted ", " dead", None),
        ("In an earlier attack, police said, ", " people died", None),
    ],
)
def test_words_beside_a_number_tell_that_it_no_longer_stands(
    library: Library, before: str, after: str, how: str | None
) -> None:
    """A number that is taken back or called an earlier one is told by the words right beside it, and no other is."""
    assert library.restatements.restated(before, after) == how


def test_one_roots_rising_toll_is_one_series(library: Library) -> None:
    """A root's count since one day is one series, wherever its reports set it; only the newest number stands."""
    material = read_material(
        "a 2024-05-02 | Monitor 30 killed @Adan &2024-05-01..2024-05-02 ^2024-05-02\n"
        "b 2024-05-03 | Monitor 44 killed @~Beda &2024-05-01..2024-05-03 ^2024-05-03\n"
        "c 2024-05-04 | Monitor 61 killed @Adan &2024-05-01..2024-05-04 ^2024-05-04"
    )
    outcome = reconcile(library, material)
    assert _standing(outcome, material)[-1] == 61
    assert ("supersede", "61", "30") in relations_of(outcome, material)


def test_a_headline_total_is_the_sum_of_its_text(library: Library) -> None:
    """Numbers of a text that make up the total of its opening are its parts, with the sum in figures."""
    material = read_material("a 2024-05-02 | - 37 injured; - 28 injured @Adan; - 9 injured @Beda")
    outcome = reconcile(library, material)
    parts = [r for r in outcome.value.relations if r.type == "part of"]
    assert len(parts) == 2
    assert all("28 + 9 = 37" in r.reason for r in parts)


def test_a_bare_description_is_no_second_origin(library: Library) -> None:
    """A source without a name adds no support beside a named one of its kind."""
    named = read_material("a 2024-05-02 | Police 12 killed @Adan\nb 2024-05-02 | Hospital 12 killed @Adan")
    bare = read_material("a 2024-05-02 | Police 12 killed @Adan\nb 2024-05-02 | monitor 12 killed @Adan")
    (one,), (other,) = (reconcile(library, m).value.assessments for m in (named, bare))
    assert one.support.best == "corroborated"
    assert other.support.best == "single"


def test_vague_minimums_set_no_lower_bound(library: Library) -> None:
    """ "Dozens" beside a number supports the floor only: the range stays the number's."""
    material = read_material("a 2024-05-02 | Hospital 100 killed @Adan\nb 2024-05-02 | Police dozens killed @Adan")
    (found,) = reconcile(library, material).value.assessments
    assert (found.low, found.best, found.high) == (100, 100, 100)


def test_an_authority_above_a_source_is_said(library: Library) -> None:
    """A root that works under an authority has that said in the notes of every answer it gives."""
    under = next(o for o in library.organisations.by_key.values() if o.works_under)
    material = read_material("a 2024-05-02 | Police 12 killed @Adan")
    claims = tuple(
        msgspec.structs.replace(
            c,
            figures=tuple(
                msgspec.structs.replace(f, attribution=msgspec.structs.replace(f.attribution, origin=under.name))
                for f in c.figures
                if f.attribution is not None
            ),
        )
        for c in material.claims
    )
    (found,) = reconcile(library, msgspec.structs.replace(material, claims=claims)).value.assessments
    assert any(f"works under {under.works_under}" in note for note in found.notes)
