"""What the brief says of the accounts: who agrees, what was said before, who says what, what is missing."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace
from tests.composing.builders import Told, assessed, brief_text, compose, event, material, reconciled

from rashomon.composing.agreements import agreement
from rashomon.composing.counts import counts
from rashomon.composing.words import words_for
from rashomon.knowledge.library import Library
from rashomon.model.assessment import FigureRelation
from rashomon.model.material import Material, Reconciled

TEXT = (
    "A fire at Port Selim killed 41 people on 3 May, the Harbour Ministry said. The Coast Hospital counted 43 dead. "
    "Governor Lena Varga condemned the neglect of the docks. The Dock Workers Union condemned the neglect of the docks."
)


def fire(*, second_side: str | None = None) -> tuple[Material, Reconciled, Told]:
    """A fire with two agreeing counts and two speakers who condemn the same."""
    told = Told("rep-fire", TEXT, "Harbour Wire", "2023-05-04")
    place = told.place("Port Selim")
    happened = told.event("fire", "disaster:fire", place=place, when=told.when("on 3 May", "2023-05-03"))
    ministry = told.source("the Harbour Ministry", "Harbour Ministry", "ministry", side="Selim")
    hospital = told.source("The Coast Hospital", "Coast Hospital", "hospital", side=second_side)
    one = told.figure("41", "killed", 41.0, attribution=ministry, place=place)
    other = told.figure("43", "killed", 43.0, attribution=hospital)
    for name, role, body in (("Lena Varga", "Governor", None), ("The Dock Workers Union", None, "Dock Workers Union")):
        told.statement(name, "the neglect of the docks", "condemned", "condemned", speaker_role=role, organisation=body)
    relation = FigureRelation(type="agree", from_claim=one.id, to_claim=other.id, reason="Both within a tenth.")
    record = replace(reconciled([event(happened)], [assessed(one, other)]), relations=(relation,))
    return material(told), record, told


def test_an_agreeing_root_is_named(library: Library) -> None:
    """The brief names another root whose count agrees, with its own number."""
    told, record, _ = fire()
    text = brief_text(compose(told, record, library))
    assert "the Harbour Ministry put the number of people killed at 41" in text.replace("The H", "the H")


def test_one_side_agrees_with_nobody(library: Library) -> None:
    """Two sources of one side are not told as agreeing."""
    told, record, _ = fire(second_side="Selim")
    words = words_for(told, record, library)
    assert [agreement(c, record, words) for c in counts(record, words)] == [None]


def test_those_who_say_the_same_stand_together(library: Library) -> None:
    """Two speakers with one predicate make one sentence."""
    told, record, _ = fire()
    text = brief_text(compose(told, record, library))
    assert text.count("condemned the neglect of the docks") == 1
    assert "Lena Varga and the Dock Workers Union condemned" in text


def test_one_root_for_many_reports_is_said(library: Library) -> None:
    """Where all counts of dead rest on one root, the brief says that only it gave one."""
    first = Told("rep-a", "A flood hit Selim. It killed 12 people, the Coast Guard said.", "Wire A", "2023-05-04")
    second = Told("rep-b", "The Coast Guard said that the flood killed 12 people.", "Wire B", "2023-05-04")
    figures = [
        t.figure("12", "killed", 12.0, attribution=t.source(w, "Coast Guard", "rescuers"))
        for t, w in ((first, "the Coast Guard"), (second, "The Coast Guard"))
    ]
    happened = first.event("flood", "disaster:flood", place=first.place("Selim"))
    record = reconciled([event(happened)], [assessed(*figures)])
    brief = compose(material(first, second), record, library).brief
    every = [*brief.key_points, *(s for p in brief.paragraphs for s in p)]
    assert any(s.text == "Only the Coast Guard gave a number of people killed." for s in every)
    assert any(s.text == "The reports gave no date for the flooding." for s in every)


def test_reports_that_stand_apart_are_an_issue(library: Library) -> None:
    """Undated reports that an as-of leaves out are counted in an issue that says what to do."""
    told, record, _ = fire()
    apart = replace(told, apart=("rep-x", "rep-y"), as_of=dt.datetime(2023, 5, 5, tzinfo=dt.UTC))
    (issue,) = [i for i in compose(apart, record, library).issues if i.code == "reports_apart"]
    assert issue.message.startswith("2 undated reports")
    assert issue.suggestion


def test_nobody_but_a_person_or_a_body_is_a_source(library: Library) -> None:
    """Words for a thing that a report seems to quote are told as an unnamed source."""
    told = Told("rep-gas", "Nerve agents killed 12 people, it was found.", "Wire A", "2023-05-04")
    told.figure("12", "killed", 12.0, attribution=told.source("Nerve agents", "nerve agents", "unnamed"))
    text = brief_text(compose(material(told), reconciled([], [assessed(told.figures[0])]), library))
    assert "nerve agents" not in text.casefold()
    assert "an unnamed source" in text.casefold()


def test_a_dateline_is_not_where_it_happened(library: Library) -> None:
    """A place that only a dateline gives, and that no sentence names, is not told as the happening's."""
    told = Told("rep-d", "Geneva, Wire. A ferry sank, killing 12 people.", "Wire A", "2023-05-04")
    told.figure("12", "killed", 12.0)
    happened = told.event("sank", "disaster:accident", place=told.place("Geneva", how="dateline"))
    text = brief_text(compose(material(told), reconciled([event(happened)], [assessed(told.figures[0])]), library))
    assert "Geneva" not in text
