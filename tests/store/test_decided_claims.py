"""What persons decided, where claims are found: in a search, after better extraction."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from sqlalchemy import func, update
from tests.simulated.invented import invent_tale, material_of
from tests.store.worlds import CLASH, FIRE, FLOOD, NOON, add, dossiers, quiet

from rashomon import app
from rashomon.app.parts import shipped_parts
from rashomon.deciding import decide_claims
from rashomon.knowledge.library import Library
from rashomon.model.claim import Figure
from rashomon.model.decision import Correction
from rashomon.model.outcome import Outcome
from rashomon.pipeline import Parts, understand_one
from rashomon.project import SearchHit, make_decision, rebuild, remove_report
from rashomon.storage import Store, tables


@pytest.fixture
def desk(store: Store) -> Store:
    """The fire, of whose second report there is a copy, and the flood."""
    add(store, [*FIRE, *FLOOD])
    return store


def find(store: Store, words: str | None = None, **choices: Any) -> list[SearchHit]:
    """The claims that a search finds."""
    kinds = choices.pop("kinds", ("figure",))
    return list(app.search(store.address, words, kinds=kinds, limit=100, **choices).hits)


def body_toll(store: Store, number: str = "six") -> SearchHit:
    """The figure of the second report's text."""
    return next(h for h in find(store, f"toll {number}") if h.outlet == "Natal Ledger" and "Friday" in h.snippet)


def decide(store: Store, kind: Any, claim: str | None, **more: Any) -> str:
    """A decision of one reviewer; its id."""
    assert claim is not None
    return app.decide(store.address, kind, [claim], by="R. Desk", **more).id


def test_a_rejected_claim_is_not_found_nor_its_copy(desk: Store) -> None:
    """Rejected, the figure and the same words of the copy are found with `rejected` alone; undone, they are as before."""
    before = find(desk, "toll six")
    at_all = find(desk, measure="killed")
    claim = body_toll(desk).claim
    decision = decide(desk, "reject", claim)
    assert claim not in {h.claim for h in find(desk, "toll six")}
    gone = find(desk, "toll six", rejected=True)
    assert {(h.outlet, h.decided) for h in gone} == {("Natal Ledger", "reject"), ("Coast Radio", "reject")}
    assert len(find(desk, measure="killed")) == len(at_all) - 2
    assert app.doctor(desk.address, full=True).findings == ()
    decide(desk, "undo", decision)
    assert find(desk, "toll six") == before
    assert find(desk, rejected=True) == []


def test_claims_that_no_decision_reaches_are_the_very_same_records(library: Library) -> None:
    """Of an invented story's reports only those change of which a figure, or its copy, is rejected."""
    material = material_of(list(invent_tale(7, 30, library).made.values()), library)
    figure = next(some.figures[0] for some in material.claims if some.figures)
    rejected = make_decision("reject", [figure.id], by="R. Desk", at=NOON)
    now = decide_claims(material.reports, material.claims, material.copies, [rejected], library)
    changed = [before.report for before, after in zip(material.claims, now, strict=True) if after is not before]
    group = next(g.reports for g in material.copies if figure.report in g.reports)
    assert figure.report in changed
    assert set(changed) <= set(group)
    assert len(changed) < len(material.claims)


def test_a_report_is_not_found_by_a_claim_that_was_rejected(desk: Store) -> None:
    """A filter on claims lets no report through whose only such claim is rejected."""
    (injured,) = [h for h in find(desk, measure="injured", place="Sukkur") if h.outlet == "Delta Courier"]
    assert len(find(desk, kinds=("report",), measure="injured", place="Sukkur")) == 1
    decide(desk, "reject", injured.claim)
    assert find(desk, kinds=("report",), measure="injured", place="Sukkur") == []


def test_a_corrected_claim_is_found_as_corrected(desk: Store) -> None:
    """Its new value, place and root find it, in its copy too, and the hit says what it ought to say; the old place does not."""
    claim = body_toll(desk).claim
    correction = Correction(value=7, place="Pietermaritzburg", root="World Health Organization")
    decide(desk, "correct", claim, correction=correction)
    found = {h.claim: h for h in find(desk, measure="killed", place="Pietermaritzburg", root="WHO")}
    assert claim in found
    assert {h.outlet for h in found.values()} == {"Natal Ledger", "Coast Radio"}
    assert (found[claim].decided, found[claim].corrected) == (
        "correct",
        "value 7, root World Health Organization, place Pietermaritzburg",
    )
    assert claim in {h.claim for h in find(desk, "pietermaritzburg")}
    assert claim not in {h.claim for h in find(desk, place="Durban")}


def test_a_copy_that_comes_later_and_one_that_goes_are_decided_too(store: Store) -> None:
    """A copy added after the decision is found as decided; with the decided report erased it is the machine's again."""
    add(store, FIRE[:2])
    claim = body_toll(store).claim
    decide(store, "reject", claim)
    add(store, FIRE[2:])
    assert {h.outlet for h in find(store, rejected=True)} == {"Natal Ledger", "Coast Radio"}
    (report,) = {h.report for h in find(store, rejected=True) if h.claim == claim}
    remove_report(store, report, reason="x", by="y", at=NOON, library=shipped_parts().library)
    assert find(store, rejected=True) == []
    assert app.doctor(store.address, full=True).findings == ()


def test_an_archive_keeps_what_was_decided_findable(desk: Store, tmp_path: Any) -> None:
    """In a project read from an archive the rejected claim is not found."""
    claim = body_toll(desk).claim
    decide(desk, "reject", claim)
    app.archive(desk.address, str(tmp_path / "a.zip"))
    app.unarchive(str(tmp_path / "a.zip"), str(tmp_path / "b.sqlite"))
    hits = app.search(str(tmp_path / "b.sqlite"), "toll six", kinds=("figure",)).hits
    assert claim not in {h.claim for h in hits}


def worse(reports: Any) -> list[Any]:
    """An extraction that finds no figure outside the flood."""
    parts = shipped_parts()
    made = [understand_one(r, parts.parser, parts.library) for r in reports]
    return [
        o if "Sindh" in r.text else Outcome(msgspec.structs.replace(o.value, figures=()), o.issues)
        for r, o in zip(reports, made, strict=True)
    ]


def test_better_extraction_keeps_the_decisions_whose_claim_is_found_again(desk: Store) -> None:
    """Read anew, one decision finds its claim and the other waits; read anew again, both apply; sound throughout."""
    add(desk, CLASH)
    toll = body_toll(desk).claim
    flood = next(f.id for d in dossiers(desk) for f in d.claims if isinstance(f, Figure) and f.value == 19)
    first, second = decide(desk, "reject", toll), decide(desk, "accept", flood)
    _age(desk)
    parts = shipped_parts()
    found = rebuild(desk, Parts(parts.parser, parts.library, worse), quiet())
    assert (found.reports, found.anew, found.waiting) == (7, 7, (first,))
    assert find(desk, "toll six") == []
    shown = {s.id: s.applied for d in dossiers(desk) for s in d.decisions}
    assert shown[second]
    assert app.doctor(desk.address, full=True).findings == ()
    assert app.rebuild_project(desk.address).anew == 0
    _age(desk)
    again = app.rebuild_project(desk.address)
    assert (again.anew, again.waiting) == (7, ())
    assert {h.claim for h in find(desk, "toll six", rejected=True)} >= {toll}
    assert app.doctor(desk.address, full=True).findings == ()


def _age(store: Store) -> None:
    """All claims were made by an older version of the program."""
    with store.writing() as connection:
        key = tables.products.c.key
        connection.execute(update(tables.products).values(key="older:" + func.substr(key, 18)))
