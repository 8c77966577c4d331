"""A person's decisions on a project: they outrank the machine, reach copies, and are undone by another decision."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
import pytest
from tests.store.deciding import about, bodies, decide, figure, report_id
from tests.store.worlds import CLASH, FIRE, NOON, add, dossiers

from rashomon import app
from rashomon.app.parts import shipped_parts
from rashomon.errors import NotFoundError, UsageError
from rashomon.model.claim import Figure
from rashomon.model.decision import Correction
from rashomon.project import import_decisions
from rashomon.rendering.all_files import render_all
from rashomon.storage import Store, create_store
from rashomon.storage.decision_rows import all_decisions


def test_a_rejected_claim_leaves_the_assessment_and_comes_back_on_undo(store: Store) -> None:
    """Rejecting the body's toll of six removes it, in the copy too; undoing that gives the dossier of before."""
    add(store, FIRE)
    before = about(store, "fire-1")
    rejected = decide(store, "reject", figure(before, 6).id)
    after = about(store, "fire-1")
    assert len(bodies(before, 6)) == 2
    assert not bodies(after, 6)
    assert [d.id for d in after.decisions] == [rejected.id]
    assert after.decisions[0].machine == "6 people killed"
    decide(store, "undo", rejected.id, minute=1)
    assert msgspec.json.encode(about(store, "fire-1")) == msgspec.json.encode(before)


def test_a_corrected_value_stands_with_the_machines_beside_it(store: Store) -> None:
    """A corrected figure is assessed at its new value, says which decision made it, and the brief holds."""
    add(store, CLASH)
    machine = figure(about(store, "clash-1"), 14, "injured")
    made = decide(store, "correct", machine.id, correction=Correction(value=40), why="Misprint, the ministry says 40.")
    dossier = about(store, "clash-1")
    corrected = figure(dossier, 40, "injured")
    assert (corrected.id, corrected.decided) == (machine.id, made.id)
    assert dossier.decisions[0].machine == "14 people injured"
    assert any(a.best == 40 for a in dossier.assessments)


def test_a_corrected_root_and_place_are_those_of_the_record(store: Store) -> None:
    """A corrected root and place are looked up in the lexicons."""
    add(store, CLASH)
    claim = figure(about(store, "clash-1"), 14, "injured")
    decide(store, "correct", claim.id, correction=Correction(root="UN", place="Lima"))
    found = figure(about(store, "clash-1"), 14, "injured")
    assert found.attribution is not None
    assert found.attribution.kind == "un"
    assert found.place is not None
    assert (found.place.name, found.place.country_code) == ("Lima", "PE")


def test_a_corrected_root_that_no_list_knows_is_named(store: Store) -> None:
    """The brief names the root that the person gave, not the words that the report has for the other one."""
    add(store, FIRE)
    toll = next(f for f in bodies(about(store, "fire-2"), 6) if f.attribution)
    decide(store, "correct", toll.id, correction=Correction(root="Natal Burns Trust"))
    brief = about(store, "fire-2").brief
    said = " ".join([brief.headline.text, *(s.text for p in brief.paragraphs for s in p)])
    assert "fire department said that six" not in said
    assert "killing six people, according to the eThekwini" not in said
    assert "six people killed" not in brief.headline.text.lower() or "eThekwini" not in brief.headline.text


def test_the_page_and_the_brief_show_each_decision_beside_the_machines_reading(store: Store) -> None:
    """A correction stands there with what was read and why; a grade with its root; the decider's name with neither."""
    add(store, FIRE)
    toll = next(f for f in bodies(about(store, "fire-2"), 6) if f.attribution)
    assert toll.attribution is not None
    decide(store, "correct", toll.id, correction=Correction(value=7), why="Counted again <b>")
    decide(store, "grade_root", str(toll.attribution.origin), minute=1, grade="B")
    files = {name: body.decode("utf-8", "replace") for name, body in render_all(about(store, "fire-2")).items()}
    for name in ("dossier.html", "brief.md"):
        shown = files[name]
        assert "What persons decided" in shown
        assert "6 people killed" in shown
        assert "value 7" in shown
        assert "Counted again" in shown
        assert "again <b>" not in shown
        assert "B (Admiralty)" in shown
    assert not any("R. Desk" in body for body in files.values())


def test_a_decision_follows_its_words_into_the_next_version_of_the_page(store: Store) -> None:
    """A rejected toll stays rejected when the outlet edits another sentence; where its own sentence is edited it does not."""
    add(store, FIRE[:1])
    toll = bodies(about(store, "fire-1"), 4)[0]
    rejected = decide(store, "reject", toll.id)
    other = FIRE[0] | {"id": "fire-1b", "text": FIRE[0]["text"].replace("Eleven others", "Twelve others")}
    add(store, [other], NOON + dt.timedelta(hours=4))
    edited = about(store, "fire-1b")
    assert bodies(edited, 4) == []
    assert [d.id for d in edited.decisions] == [rejected.id]
    found = app.search(store.address, measure="killed", kinds=("figure",)).hits
    assert {h.snippet for h in found if h.claim != toll.id and "burned" in h.snippet} == set()
    again = other | {"id": "fire-1c", "text": other["text"].replace("Four people", "Four workers")}
    add(store, [again], NOON + dt.timedelta(hours=8))
    assert len(bodies(about(store, "fire-1c"), 4)) == 1
    assert app.doctor(store.address, full=True).findings == ()


@pytest.mark.parametrize(
    ("kind", "correction", "said"),
    [
        ("evt-1", Correction(value=3), "value"),
        ("rsp-1", Correction(place="Durban"), "place"),
        ("stm-1", Correction(root="x"), "root"),
    ],
)
def test_a_field_that_its_kind_of_claim_lacks_cannot_be_corrected(
    store: Store, kind: str, correction: Correction, said: str
) -> None:
    """A correction that could change nothing is refused, naming the field."""
    add(store, FIRE)
    with pytest.raises(UsageError, match=f"no {said} to correct"):
        decide(store, "correct", kind, correction=correction)
    assert app.decisions(store.address) == []


def test_the_later_decision_on_a_claim_stands(store: Store) -> None:
    """A claim rejected and then accepted is there."""
    add(store, CLASH)
    claim = figure(about(store, "clash-1"), 14, "injured")
    decide(store, "reject", claim.id)
    decide(store, "accept", claim.id, minute=2)
    assert figure(about(store, "clash-1"), 14, "injured").decided


def test_a_recommended_figure_is_best_until_its_root_reports_a_later_one(store: Store) -> None:
    """The recommended four is best on the first day; once the department says six the recommendation has lapsed."""
    add(store, FIRE[:1])
    claim = figure(about(store, "fire-1"), 4)
    decide(store, "recommend", claim.id, why="Seen by our own reporter.")
    first = about(store, "fire-1")
    chosen = next(a for a in first.assessments if a.decided)
    assert (chosen.best, chosen.best_claim) == (4, claim.id)
    add(store, FIRE[1:])
    later = about(store, "fire-1")
    assert not [a for a in later.assessments if a.decided]
    assert [(d.kind, d.applied) for d in later.decisions] == [("recommend", False)]


def test_the_figure_set_last_is_best_and_a_rejected_one_cannot_be_set(store: Store) -> None:
    """Of two figures of one question that were set, the later is best; once rejected, a figure is refused."""
    report = {
        "id": "landslide-1", "outlet": "Hill Post", "published": "2025-05-03",
        "text": "A landslide killed nine people in Pokhara on Friday, the army said. "
        "The landslide killed seven people in Pokhara, the Red Cross said.",
    }  # fmt: skip
    add(store, [report])
    nine, seven = (figure(about(store, "landslide-1"), value) for value in (9, 7))
    for minute, claim in enumerate((nine, seven)):
        decide(store, "recommend", claim.id, minute=minute)
    assert [a.best_claim for a in about(store, "landslide-1").assessments if a.decided] == [seven.id]
    decide(store, "reject", seven.id, minute=2)
    assert [a.best_claim for a in about(store, "landslide-1").assessments if a.decided] == [nine.id]
    with pytest.raises(UsageError, match="was rejected"):
        decide(store, "recommend", seven.id, minute=3)


def test_a_grade_is_the_users_own(store: Store) -> None:
    """A graded root shows its grade; no root has one without a decision."""
    add(store, FIRE)
    before = about(store, "fire-1")
    assert {r.grade for r in before.roots} == {None}
    decide(store, "grade_root", before.roots[0].name, grade="B")
    assert {r.grade for r in about(store, "fire-1").roots if r.name == before.roots[0].name} == {"B"}


def test_a_review_is_signed_until_a_report_comes(store: Store) -> None:
    """A reviewed story names its reviewer, and is not reviewed again once a report was added."""
    add(store, FIRE[:1])
    decide(store, "review", about(store, "fire-1").story)
    reviewed = about(store, "fire-1").reviewed
    assert reviewed is not None
    assert reviewed.by == "R. Desk"
    add(store, FIRE[1:], NOON + dt.timedelta(days=1))
    assert about(store, "fire-1").reviewed is None


def test_a_decision_keeps_its_claim_after_the_report_came_again(store: Store) -> None:
    """Adding the same reports again leaves the decision applied."""
    add(store, CLASH)
    decide(store, "reject", figure(about(store, "clash-1"), 14, "injured").id)
    add(store, CLASH, NOON + dt.timedelta(days=2))
    assert not [c for c in about(store, "clash-1").claims if isinstance(c, Figure) and c.value == 14]


def test_decisions_move_to_another_project(store: Store, tmp_path: Any) -> None:
    """Decisions read into another project of the same reports give the same dossier."""
    add(store, FIRE)
    decide(store, "reject", figure(about(store, "fire-1"), 6).id)
    decide(store, "split_stories", report_id(store, "fire-2"), minute=1)
    with create_store(str(tmp_path / "other.sqlite")) as other:
        add(other, FIRE)
        with store.reading() as connection:
            moved = all_decisions(connection)
        assert len(import_decisions(other, moved, shipped_parts().library)) == 2
        assert import_decisions(other, moved, shipped_parts().library) == []
        assert msgspec.json.encode(dossiers(other)) == msgspec.json.encode(dossiers(store))


@pytest.mark.parametrize(
    ("kind", "targets", "more", "error"),
    [
        ("reject", ("fig-0000000000000000",), {}, NotFoundError),
        ("merge_stories", ("rpt-0000000000000000", "rpt-1111111111111111"), {}, NotFoundError),
        ("undo", ("dec-0000000000000000",), {}, NotFoundError),
        ("unmask", ("Jo Dlamini",), {}, UsageError),
        ("note", ("rpt-0000000000000000",), {}, UsageError),
        ("grade_root", ("UN",), {}, UsageError),
        ("correct", ("fig-0000000000000000",), {}, UsageError),
        ("correct", ("fig-0000000000000000",), {"correction": Correction()}, UsageError),
        ("correct", ("fig-0000000000000000",), {"correction": Correction(qualifier="roughly")}, UsageError),
        ("correct", ("fig-0000000000000000",), {"correction": Correction(low=9, high=3)}, UsageError),
        ("merge_copies", ("rpt-0000000000000000",), {}, UsageError),
    ],
)
def test_a_decision_that_lacks_something_is_refused(
    store: Store, kind: Any, targets: tuple[str, ...], more: dict[str, Any], error: type[Exception]
) -> None:
    """A decision on what is not there, or without what it needs, is refused and nothing is kept."""
    with pytest.raises(error):
        decide(store, kind, *targets, **more)
    with store.reading() as connection:
        assert all_decisions(connection) == []
