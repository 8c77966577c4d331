"""Counts told by cases, by care in hospital, by what is gapped, and by what became of people in the end."""

from __future__ import annotations

import pytest

from .conftest import ReadFigures


def _told(text: str, figures_of: ReadFigures) -> list[tuple[str, float | None]]:
    return [(f.measure, f.value) for f in figures_of(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The league documented 26 cases of abduction and 410 of arbitrary arrest.",
            [("abducted", 26), ("detained", 410)],
        ),
        ("Monitors counted 14 cases of enforced disappearance and 9 of torture.", [("missing", 14)]),
        ("Police had received 51 reports of missing people by noon.", [("missing", 51)]),
        ("Relatives filed 143 missing person reports.", [("missing", 143)]),
        ("The court heard 14 cases of fraud and 3 of theft.", []),
        ("The paper printed 12 reports of record profits.", []),
        ("The bank settled 8 cases of missing invoices.", []),
    ],
)
def test_a_case_of_harm_is_a_person_harmed(
    text: str, told: list[tuple[str, float | None]], figures_of: ReadFigures
) -> None:
    """Cases of abduction are people abducted, reports of missing people are people missing, and other cases nobody."""
    assert _told(text, figures_of) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Surgeons operated on 31 of the wounded overnight.", [("injured", 31)]),
        ("Surgery was performed on 27 patients at the clinic.", [("injured", 27)]),
        (
            "Arba Hospital is treating 100, Bono Centre 59 and the clinic in Calla seven.",
            [("injured", 100), ("injured", 59), ("injured", 7)],
        ),
        ("Eighteen others went to the intensive care unit.", [("injured", 18)]),
        ("Eleven more got away with minor injuries.", [("injured", 11)]),
        ("Nine were shot with live rounds, four with rubber bullets.", [("injured", 9), ("injured", 4)]),
        ("The hospital employs 300 doctors and admitted 20 students to its courses.", []),
        ("The team lost 12 players to injury.", []),
    ],
)
def test_those_whom_a_hospital_treats_are_hurt(
    text: str, told: list[tuple[str, float | None]], figures_of: ReadFigures
) -> None:
    """People operated on, treated or in intensive care are injured, and a hospital's staff and students are not."""
    assert _told(text, figures_of) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two marchers shot near the bridge also succumbed to their wounds.", [("killed", 2)]),
        ("Twelve miners trapped by the collapse were rescued on Monday.", [("rescued", 12)]),
        ("The floods have claimed 29 lives and 18 people are still missing.", [("killed", 29), ("missing", 18)]),
        (
            "In all, 183 people have been hurt and 25 have died in the hospital so far.",
            [("injured", 183), ("killed", 25)],
        ),
        (
            "The storm killed 61 people (including almost 36 children), injured 75 and affected more than 3,000.",
            [("killed", 61), ("killed", 36), ("injured", 75), ("affected", 3000)],
        ),
        (
            "The blast killed 12 people, including three rescuers and two protesters.",
            [("killed", 12), ("killed", 3), ("killed", 2)],
        ),
        ("The bodies of two women and one child were found in the well.", [("killed", 2), ("killed", 1)]),
    ],
)
def test_what_became_of_people_in_the_end_counts(
    text: str, told: list[tuple[str, float | None]], figures_of: ReadFigures
) -> None:
    """The main verb tells more than what befell people before it, and each count keeps to its own clause."""
    assert _told(text, figures_of) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Of 114 schools in the valley, 4 were destroyed and 80 partially damaged.",
            [("buildings_destroyed", 4), ("buildings_damaged", 80)],
        ),
        ("The flood hit 77 towns along the river.", [("affected", 77)]),
        ("The governor toured the 10 provinces hit by the flood.", []),
        ("The chain opened shops in 12 towns affected by closures.", []),
        ("Injuries tally 850 and the death toll is 45, livestock losses 9,700.", [("injured", 850), ("killed", 45)]),
        ("Some 40-70 people are being detained daily.", [("detained", None)]),
        ("They lost 5-10 on Saturday in the 2023-24 season.", []),
    ],
)
def test_things_and_numbers_beside_them_are_told_apart(
    text: str, told: list[tuple[str, float | None]], figures_of: ReadFigures
) -> None:
    """Of several things some may be destroyed; a hyphen joins the bounds of a range, and no label's number is a row."""
    assert _told(text, figures_of) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("More than 8,000 people have no water supply after the quake.", [("affected", 8000)]),
        ("Some 800 activists have gone into hiding since the coup.", [("displaced", 800)]),
        ("About 11,000 people have crossed into neighbouring countries since May.", [("displaced", 11000)]),
        ("The raids sent more than 4,600 people running for safety.", [("displaced", 4600)]),
        ("The attacks have led to the flight of 2,421 families.", [("displaced", 2421)]),
        ("What became of another 35 residents is not known.", [("missing", 35)]),
        ("A woman said she lost four neighbours in the explosion.", [("killed", 4)]),
        ("The mayor was killed together with eight members of his family.", [("killed", 8)]),
        ("The company has 200 clerks and no water bill.", []),
        ("She lost four friends in an argument about politics.", []),
    ],
)
def test_frames_of_loss_and_want_count_people(
    text: str, told: list[tuple[str, float | None]], figures_of: ReadFigures
) -> None:
    """Loss, want and flight are told by a verb with what stands beside it, and not by the verb alone."""
    assert _told(text, figures_of) == told
