"""In whose words a question names the people it counts."""

from __future__ import annotations

import msgspec
from tests.notation import read_material

from rashomon.knowledge.library import Library
from rashomon.model.claim import ReportClaims
from rashomon.model.material import Material
from rashomon.reconciliation import reconcile_figures

_TOLD = "a 2024-05-01 | state/Army 300 killed combatants @Homs\nb 2024-05-02 | UN 268 killed combatants @Homs"


def _worded(material: Material, words: list[tuple[str, str | None]]) -> Material:
    """This material with each report's people called so, by that party."""

    def in_words(claims: ReportClaims, group: str, by: str | None) -> ReportClaims:
        (figure,) = claims.figures
        population = msgspec.structs.replace(figure.population, group=group, status_by=by)
        return msgspec.structs.replace(claims, figures=(msgspec.structs.replace(figure, population=population),))

    told = zip(material.claims, words, strict=True)
    return msgspec.structs.replace(material, claims=tuple(in_words(c, *w) for c, w in told))


def _groups(library: Library, words: list[tuple[str, str | None]]) -> set[tuple[str | None, str | None]]:
    material = _worded(read_material(_TOLD), words)
    found = reconcile_figures(material, (), "recommended", library).value.assessments
    return {(a.question.population.group, a.question.population.status_by) for a in found}


def test_another_sources_word_names_the_question(library: Library) -> None:
    """People whom one party calls militants and a monitor insurgents are asked about as insurgents."""
    assert _groups(library, [("militants", "Army"), ("insurgents", None)]) == {("insurgents", None)}


def test_a_word_that_all_share_stays_with_its_speaker(library: Library) -> None:
    """Where every figure has the party's word by that party, the question says who describes them so."""
    assert _groups(library, [("militants", "Army"), ("militants", "Army")]) == {("militants", "Army")}


def test_a_word_of_two_parties_stands_without_a_speaker(library: Library) -> None:
    """Two parties that use one word leave it in the question as nobody's own."""
    assert _groups(library, [("militants", "Army"), ("militants", "UN")]) == {("militants", None)}
