"""What the words beside a number make of it, and what follows for how two figures stand to each other."""

from __future__ import annotations

import pytest
from tests.notation import read_material

from rashomon.knowledge.library import Library
from rashomon.model.material import Material, Reconciled
from rashomon.reconciliation import reconcile_figures
from rashomon.reconciliation.offices import stems


def reconcile(library: Library, material: Material) -> Reconciled:
    """The reconciled figures of a material without events."""
    return reconcile_figures(material, (), "recommended", library).value


@pytest.mark.parametrize(
    ("beside", "around", "measure", "words"),
    [
        ("counted 12 dead so far", "", "killed", "so far"),
        ("counted 12 dead", "It was the worst day so far. They counted 12 dead", "killed", None),
        ("counted 12 dead", "They counted 12 dead. Crews were still searching the ruins.", "killed", "still searching"),
        ("took in 40 injured", "It took in 40 injured, so the death toll is likely to rise", "injured", None),
        ("took in 40 injured", "It took in 40 injured, a number likely to rise", "injured", "likely to rise"),
    ],
)
def test_words_that_leave_a_count_open_are_those_said_of_its_own_kind_of_harm(
    library: Library, beside: str, around: str, measure: str, words: str | None
) -> None:
    """A count is open by the words of its sentence or the next; what is said of the dead opens no count of the injured."""
    assert library.restatements.open_words(beside, around, measure) == words


@pytest.mark.parametrize(
    ("before", "after", "both"),
    [
        ("left ", " dead and wounded in the square", True),
        ("", " of people were killed or injured", True),
        ("shelling that killed and wounded ", " villagers", True),
        ("killed ", " villagers in their homes", False),
        ("killed 4 and wounded ", " villagers", False),
    ],
)
def test_a_number_of_dead_and_injured_is_told_by_the_pair_of_words(
    library: Library, before: str, after: str, both: bool
) -> None:
    """Dead and injured counted together stand behind or before one number, joined by "and" or "or"."""
    assert library.restatements.counts_both(before, after) is both


@pytest.mark.parametrize(
    ("after", "limited"),
    [
        (" children under the age of ten", True),
        (" children under 10", True),
        (" boys younger than twelve", True),
        (" children under the rubble", False),
        (" women aboard the bus", False),
    ],
)
def test_an_age_limits_whom_a_number_counts(library: Library, after: str, limited: bool) -> None:
    """Words of age behind a number make it a count of people of that age only."""
    assert library.restatements.limits_age(after) is limited


def test_a_site_told_of_before_is_told_by_an_article_and_a_kind_of_place(library: Library) -> None:
    """ "At the chapel" and "at the scene" are one site; a town by its name is none."""
    facilities = library.place_words.facilities
    tells = library.restatements.counts_site
    assert tells(" people had died at the chapel", facilities)
    assert tells(" people had died at the scene", facilities)
    assert not tells(" people had died in Adan", facilities)


def test_an_office_under_two_names_has_one_key() -> None:
    """A ministry and its minister, by the country's name or its adjective, are one office; another ministry is not."""
    assert stems("Ruritania's defence ministry") == stems("Ruritanian Defense Minister")
    assert stems("Ruritanian Health Ministry") != stems("Ruritanian Defence Ministry")


def test_a_reason_dates_a_count_by_its_report_where_nothing_else_is_told(library: Library) -> None:
    """Without a day of its own a count is said to be of a report's day, never counted on that day."""
    material = read_material("a 2024-05-01 | UN 40 killed @Homs\nb 2024-05-04 | Hospital 90 killed @Homs")
    (found,) = reconcile(library, material).relations
    assert "report of 1 May 2024" in found.reason
    assert "report of 4 May 2024" in found.reason


def test_a_rounded_number_is_not_said_to_equal(library: Library) -> None:
    """A round number beside a sharp one is told as a rounding, with the hedge."""
    material = read_material("a 2024-05-01 | UN 126 killed @Homs\nb 2024-05-01 | - >120 killed @Homs")
    (found,) = [r for r in reconcile(library, material).relations if r.type == "duplicate"]
    assert "rounded" in found.reason
    assert "equal" not in found.reason


def test_the_dead_of_one_nation_are_no_part_of_the_dead_of_another(library: Library) -> None:
    """ "60 Ruritanians and 12 soldiers": neither number holds the other, and one report's two groups are no rivals."""
    material = read_material("a 2024-05-01 | UN 60 killed Ruritanians @Homs; UN 12 killed soldiers @Homs")
    assert not [r for r in reconcile(library, material).relations if r.type in ("part of", "contradict")]


def test_a_number_that_its_root_has_since_raised_speaks_against_nothing(library: Library) -> None:
    """An outlet's number that a root gave before it gave a higher one is that root's older state."""
    material = read_material(
        "a 2024-05-01 | Monitor 72 killed @Homs ^2024-05-01\nb 2024-05-02 | Monitor 86 killed @Homs ^2024-05-02\n"
        "c 2024-05-02 | Hospital 72 killed @Homs ^2024-05-02"
    )
    assert not [r for r in reconcile(library, material).relations if r.type == "contradict"]


@pytest.mark.parametrize(
    ("before", "after", "done"),
    [
        ("The minister said that ", " bodies had already been identified.", "identified"),
        ("Of the remaining bodies, ", " have been shifted to hospitals.", "taken elsewhere"),
        ("By noon ", " bodies were handed over to relatives, he said.", "handed over"),
        ("Later ", " bodies given to relatives were named.", "handed over"),
        ("So far ", " bodies have not been identified.", "not identified"),
        ("The ", " bodies were taken to the morgue.", None),
        ("The court heard that ", " men were identified as the victims.", None),
        ("He said that ", " people killed were brought to the town.", None),
        ("He said that ", " bodies were recovered, and were identified later.", None),
    ],
)
def test_bodies_counted_again(library: Library, before: str, after: str, done: str | None) -> None:
    """Bodies that were identified, handed over or taken away are counted again, unless all the dead are meant."""
    assert library.restatements.handles(before, after) == done
