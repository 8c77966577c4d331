"""Figures of several roots, reconciled."""

from __future__ import annotations

from tests.notation import read_material, relations_of

from rashomon.knowledge.library import Library
from rashomon.model.assessment import Assessment, Policy
from rashomon.model.material import Material, Reconciled
from rashomon.model.outcome import Outcome
from rashomon.reconciliation import reconcile_figures


def reconcile(library: Library, material: Material, policy: Policy = "recommended") -> Outcome[Reconciled]:
    """The reconciled figures of a material without events."""
    return reconcile_figures(material, (), policy, library)


def only(outcome: Outcome[Reconciled]) -> Assessment:
    """The one assessment there is."""
    (assessment,) = outcome.value.assessments
    return assessment


def test_unattributed_figure_takes_the_root_of_its_equal(library: Library) -> None:
    """A report that names nobody and gives a root's number adds no root and no support."""
    material = read_material("wire 2024-11-29 | UN >=27 killed civilians\ndigest ? | - >=27 killed civilians")
    outcome = reconcile(library, material)
    assert only(outcome).roots == ("UN",)
    assert only(outcome).support.best == "single"
    assert [s.root for s in outcome.value.series] == ["UN"]
    assert "probably the same" in outcome.value.relations[0].reason


def test_other_people_are_another_question(library: Library) -> None:
    """Civilians and people killed are two questions, set beside each other as not comparable and never added."""
    material = read_material("wire 2024-11-29 | SOHR 255 killed combatants; UN >=27 killed civilians")
    outcome = reconcile(library, material)
    assert sorted(a.best or 0 for a in outcome.value.assessments) == [27, 255]
    assert ("incomparable", "255", ">=27") in relations_of(outcome, material)


def test_two_roots_that_agree_corroborate(library: Library) -> None:
    """Two roots of no side within a tenth of each other corroborate a number."""
    outcome = reconcile(library, read_material("a 2024-05-01 | UN 40 killed; Hospital 41 killed"))
    assert only(outcome).support.best == "corroborated"
    assert outcome.value.relations[0].type == "agree"


def test_disjoint_counts_contradict_and_are_a_disagreement(library: Library) -> None:
    """Closed counts of two roots for one day that share no number contradict each other, and the record says so."""
    outcome = reconcile(
        library, read_material("a 2024-05-01 | UN 40 killed @Homs\nb 2024-05-01 | Hospital 60 killed @Homs")
    )
    assert [r.type for r in outcome.value.relations] == ["contradict"]
    assert [d.kind for d in outcome.value.disagreements] == ["figure"]
    assert (only(outcome).low, only(outcome).high) == (40, 60)


def test_a_bound_is_disputed_only_by_what_cannot_be_true_beside_it(library: Library) -> None:
    """Closed counts of one day apart dispute each other's bounds; a minimum does not dispute a number above it."""
    apart = reconcile(
        library, read_material("a 2024-05-01 | UN 40 killed @Homs\nb 2024-05-01 | Hospital 60 killed @Homs")
    )
    assert only(apart).support.low == only(apart).support.high == "disputed"
    open_one = read_material("a 2024-05-01 | UN >=50 killed @Homs\nb 2024-05-01 | Hospital 59 killed @Homs")
    assert only(reconcile(library, open_one)).support.low == "single"


def test_open_counts_far_apart_are_both_minimums(library: Library) -> None:
    """Two minimums a quarter or more apart are compatible, and stand under disagreements as minimums."""
    outcome = reconcile(library, read_material("a 2024-05-01 | UN >=40 killed\nb 2024-05-01 | Hospital >=60 killed"))
    assert [r.type for r in outcome.value.relations] == ["compatible"]
    assert [d.kind for d in outcome.value.disagreements] == ["minimums"]
    assert only(outcome).high is None


def test_a_root_that_raises_its_count_supersedes_itself(library: Library) -> None:
    """A root's later figure supersedes its earlier one, which stays in the series."""
    material = read_material("a 2024-05-01 | UN 40 killed @Homs\nb 2024-05-03 | UN 55 killed @Homs")
    outcome = reconcile(library, material)
    assert relations_of(outcome, material) == [("supersede", "55", "40")]
    first, second = outcome.value.series[0].points
    assert (first.superseded_by, second.superseded_by) == (second.claim, None)
    assert (only(outcome).low, only(outcome).best) == (55, 55)


def test_an_old_figure_reprinted_late_is_carried_over(library: Library) -> None:
    """A root's older number in a later report without a statement of its own replaces nothing."""
    material = read_material(
        "a 2024-05-01 | UN 40 killed @Homs\nb 2024-05-03 | UN 55 killed @Homs\nc 2024-05-05 | UN 40 killed @Homs"
    )
    outcome = reconcile(library, material)
    assert ("carried over", "40", "40") in relations_of(outcome, material)
    assert only(outcome).best == 55


def test_another_roots_later_higher_count_contradicts_nothing(library: Library) -> None:
    """A higher count by another root at a later day is a later count."""
    material = read_material("a 2024-05-01 | UN 40 killed @Homs\nb 2024-05-04 | Hospital 90 killed @Homs")
    assert relations_of(reconcile(library, material), material) == [("later count", "90", "40")]


def test_a_party_alone_gives_no_best_number(library: Library) -> None:
    """Where only a belligerent counted its enemy's dead there is no best number, and the note says why."""
    outcome = reconcile(library, read_material("a 2024-05-01 | army/Ministry 400 killed rebels/combatants"))
    assert (only(outcome).low, only(outcome).best, only(outcome).high) == (None, None, None)
    assert any("Only parties" in note for note in only(outcome).notes)


def test_own_losses_count(library: Library) -> None:
    """A side's count of its own dead speaks against its interest and counts."""
    outcome = reconcile(library, read_material("a 2024-05-01 | army/Ministry 12 killed army/combatants"))
    assert only(outcome).best == 12


def test_ceilings_stand_apart(library: Library) -> None:
    """An "up to" figure sets neither low nor best nor high."""
    outcome = reconcile(library, read_material("a 2024-05-01 | UN 40 killed @Homs; Mayor <=90 killed @Homs"))
    assert (only(outcome).low, only(outcome).best, only(outcome).high, only(outcome).ceiling) == (40, 40, 40, 90)


def test_feared_and_background_figures_are_outside(library: Library) -> None:
    """Feared and background figures are kept in series but set no bound."""
    outcome = reconcile(
        library, read_material("a 2024-05-01 | UN 40 killed; UN 900 killed !background; UN 70 killed !feared")
    )
    assert (only(outcome).low, only(outcome).high) == (40, 40)
    assert len(outcome.value.series) == 3


def test_parts_that_add_up_say_so(library: Library) -> None:
    """Parts of a stated division are part of the whole, and their sum is shown."""
    material = read_material("a 2024-05-01 | UN 10 killed; UN 6 killed children <1; UN 4 killed women <1")
    reasons = [r.reason for r in reconcile(library, material).value.relations if r.type == "part of"]
    assert len(reasons) == 2
    assert all("6 + 4 = 10" in reason for reason in reasons)


def test_parts_larger_than_the_whole_are_an_issue(library: Library) -> None:
    """Stated parts that add up to more than their whole are an issue with the arithmetic."""
    material = read_material("a 2024-05-01 | UN 10 killed; UN 8 killed children <1; UN 4 killed women <1")
    issues = reconcile(library, material).issues
    assert [i.code for i in issues] == ["parts_exceed_whole"]
    assert "8 + 4 = 12 > 10" in issues[0].message


def test_one_part_larger_than_the_whole_is_an_issue(library: Library) -> None:
    """A part that is larger than its whole is an issue, and no relation calls it a part."""
    outcome = reconcile(library, read_material("a 2024-05-01 | UN 10 killed; UN 18 killed children <1"))
    assert [i.code for i in outcome.issues] == ["part_exceeds_whole"]
    assert not [r for r in outcome.value.relations if r.type == "part of"]


def test_a_typing_error_is_named_and_left_out(library: Library) -> None:
    """One digit too many in a lone report is named as a probable typing error and sets no bound."""
    material = read_material(
        "a 2024-05-01 | UN 311 killed @Homs\nb 2024-05-01 | Hospital 311 killed @Homs\nc 2024-05-01 "
        "| Mayor 3110 killed @Homs"
    )
    assessment = only(reconcile(library, material))
    assert assessment.high == 311
    assert any("typing error" in note for note in assessment.notes)


def test_only_the_basis_differs(library: Library) -> None:
    """Two roots that count in different ways are said to, not set against each other."""
    material = read_material("a 2024-05-01 | UN 40 killed %verified; Registry 70 killed %estimated")
    assert relations_of(reconcile(library, material), material)[0][0] == "another way of counting"


def test_policies_choose_by_their_names(library: Library) -> None:
    """`conservative` takes the lowest, `latest` the newest, `minmax` none."""
    material = read_material("a 2024-05-01 | UN 40 killed @Homs\nb 2024-05-04 | Hospital 90 killed @Homs")
    best = {p: only(reconcile(library, material, p)).best for p in ("conservative", "latest", "minmax")}
    assert best == {"conservative": 40, "latest": 90, "minmax": None}


def test_unknown_counting_joins_no_other_root(library: Library) -> None:
    """Displaced people of two roots are no series and no contradiction: stock or sum is not known."""
    outcome = reconcile(library, read_material("a 2024-05-01 | UN 14000 displaced; Mayor 900 displaced"))
    assert len(outcome.value.assessments) == 2
    assert not [r for r in outcome.value.relations if r.type == "contradict"]


def test_totals_since_one_day_are_one_running_count(library: Library) -> None:
    """Totals of one root since one day are one series, though each names another last day."""
    material = read_material(
        "a 2024-05-03 | UN 40 killed &2024-05-01..2024-05-03\nb 2024-05-05 | UN 70 killed &2024-05-01..2024-05-05"
    )
    assert relations_of(reconcile(library, material), material) == [("supersede", "70", "40")]


def test_two_days_are_two_questions(library: Library) -> None:
    """One root's counts of two single days are two questions, and neither replaces the other."""
    material = read_material(
        "a 2024-05-03 | UN 40 killed &2024-05-02..2024-05-02\nb 2024-05-05 | UN 70 killed &2024-05-04..2024-05-04"
    )
    outcome = reconcile(library, material)
    assert len(outcome.value.assessments) == 2
    assert not [r for r in outcome.value.relations if r.type == "supersede"]


def test_a_vague_word_makes_two_numbers_no_one_count(library: Library) -> None:
    """A vague word of a report may stand for either of its two numbers, which stay two."""
    material = read_material("a 2024-05-01 | UN dozens killed @Homs; UN 30 killed @Homs; UN 90 killed @Homs")
    pairs = {frozenset(r[1:]) for r in relations_of(reconcile(library, material), material) if r[0] == "duplicate"}
    assert frozenset(("30", "90")) not in pairs


def test_a_partys_own_page_is_its_word_and_a_state_medium_abroad_only_prints(library: Library) -> None:
    """What a party's page tells without a source is the party's; a state's medium is no root of what it tells of others."""
    party = reconcile(library, read_material("Etilaf 2024-05-01 | - 40 killed @Homs")).value
    assert [s.root for s in party.series] == ["Syrian National Coalition"]
    abroad = reconcile(library, read_material("NNA 2024-05-01 | - 40 killed @Homs")).value
    assert [s.root for s in abroad.series] == [None]


def test_a_toll_that_its_source_had_put_before_is_an_earlier_one(library: Library) -> None:
    """A count in the pluperfect stands before the one of its report; what somebody had put elsewhere is no count."""
    restated = library.restatements.restated
    assert restated("A day earlier it had put the toll at about ", ".") == "earlier"
    assert restated("Firemen had put out the blaze that killed ", " people.") is None


def test_numbers_that_a_total_is_made_of_contradict_nothing(library: Library) -> None:
    """What a report hands out of one total is told of two happenings, so its numbers are no rivals."""
    material = read_material(
        "a 2024-05-01 | Police 34 injured @Homs; Police 6 injured @Homs <1; Police 28 injured @Homs <1"
    )
    found = relations_of(reconcile(library, material), material)
    assert {r for r in found if r[0] == "part of"} == {("part of", "6", "34"), ("part of", "28", "34")}
    assert not [r for r in found if r[0] in ("contradict", "supersede")]


def test_a_wide_range_agrees_with_nobody(library: Library) -> None:
    """A number inside a range that reaches more than twice its lower end can be true beside it, and supports nobody's."""
    wide = read_material("a 2024-05-01 | UN 500..1300 killed @Homs\nb 2024-05-01 | Hospital 650 killed @Homs")
    assert {r[0] for r in relations_of(reconcile(library, wide), wide)} == {"compatible"}
    narrow = read_material("a 2024-05-01 | UN 600..700 killed @Homs\nb 2024-05-01 | Hospital 650 killed @Homs")
    assert {r[0] for r in relations_of(reconcile(library, narrow), narrow)} == {"agree"}


def test_a_medium_is_the_root_of_its_own_page(library: Library) -> None:
    """What an outlet tells without a source joins the series under which others quote it; elsewhere it is its own voice."""
    quoted = read_material("other 2024-05-01 | Herald 40 killed @Homs\nen.herald.com 2024-05-02 | - 52 killed @Homs")
    (series,) = reconcile(library, quoted).value.series
    assert (series.root, len(series.points)) == ("Herald", 2)
    alone = read_material("other 2024-05-01 | UN 40 killed @Homs\nen.herald.com 2024-05-02 | - 52 killed @Homs")
    assert {s.root for s in reconcile(library, alone).value.series} == {"UN", None}
