"""What changed between two dossiers, as an editor would note it."""

from __future__ import annotations

import msgspec
from tests.notation import read_material

from rashomon.knowledge.library import Library
from rashomon.model.brief import Brief, Sentence
from rashomon.model.dossier import Dossier
from rashomon.reconciliation import compare, reconcile_figures

_FIRST = "a 2024-05-01 | UN 40 killed @Homs\nb 2024-05-01 | Hospital 60 killed @Homs"


def dossier(library: Library, notation: str) -> Dossier:
    """A dossier of these figures, with nothing in it that comparing does not read."""
    material = read_material(notation)
    found = reconcile_figures(material, (), "recommended", library).value
    return Dossier(
        title="",
        story="story-test",
        as_of=None,
        policy="recommended",
        brief=Brief(headline=Sentence(text=""), key_points=(), paragraphs=()),
        reports=(),
        copy_groups=(),
        claims=(),
        roots=found.roots,
        series=found.series,
        assessments=found.assessments,
        relations=found.relations,
        events=(),
        timeline=(),
        statements=(),
        responsibilities=(),
        alliances=(),
        control=(),
        places=(),
        disagreements=found.disagreements,
        issues=(),
    )


def test_nothing_changed_is_nothing_to_tell(library: Library) -> None:
    """A dossier against itself has no change at all."""
    same = compare(dossier(library, _FIRST), dossier(library, _FIRST))
    assert (same.new_figures, same.revised, same.newly_disputed, same.settled, same.events_added) == (
        (),
        (),
        (),
        (),
        (),
    )


def test_a_new_question_is_a_new_figure(library: Library) -> None:
    """A measure that the earlier dossier lacked is new, and cites its claim."""
    change = compare(dossier(library, _FIRST), dossier(library, _FIRST + "\nc 2024-05-02 | UN 9 missing @Homs"))
    (new,) = change.new_figures
    assert new.text == "9 people missing in Homs (UN)."
    assert len(new.claims) == 1


def test_a_raised_count_is_a_revision_and_settles_a_dispute(library: Library) -> None:
    """A root that comes to agree with the other revises the figure, and the dispute is settled."""
    change = compare(dossier(library, _FIRST), dossier(library, _FIRST + "\nc 2024-05-03 | UN 60 killed @Homs"))
    assert [c.text.split(" (")[0] for c in change.revised] == ["People killed in Homs: 60"]
    assert len(change.settled) == 1
    assert change.newly_disputed == ()


def test_a_number_is_not_told_at_another_figures_place(library: Library) -> None:
    """A new figure names no place where its best number has one only by its report's setting."""
    notation = "a 2024-05-01 | UN 9 missing @Homs\nb 2024-05-03 | UN 12 missing @~Homs"
    later = msgspec.structs.replace(
        dossier(library, notation), claims=tuple(f for c in read_material(notation).claims for f in c.figures)
    )
    (new,) = compare(dossier(library, _FIRST), later).new_figures
    assert "12 people missing (UN)" in new.text
