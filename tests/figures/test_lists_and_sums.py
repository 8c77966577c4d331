"""Lists that leave their verb out, what counts add up to, and casualties that mean deaths."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.model.claim import Figure

ReadFigures = Callable[[str], tuple[Figure, ...]]


def _read(figures_of: ReadFigures, text: str) -> list[tuple[str, float | None]]:
    return [(f.measure, f.value) for f in figures_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One death came from Norvale, four from Lisse and nine from Tarn.", [("killed", v) for v in (1, 4, 9)]),
        ("Two deaths occurred in May, six in June.", [("killed", 2), ("killed", 6)]),
        (
            "The quake has 324 dead, by region Norvale: 186, Lisse: 73, Tarn: 45, Ebor: 20.",
            [("killed", v) for v in (324, 186, 73, 45, 20)],
        ),
    ],
)
def test_a_list_goes_on_the_count_before_it(
    text: str, expected: list[tuple[str, float]], figures_of: ReadFigures
) -> None:
    """Numbers that go on with the preposition, or the colon, of a list count what the first one counted."""
    assert _read(figures_of, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "One medal came from Norvale, four from Lisse and nine from Tarn.",
        "Goals by club are Norvale: 4, Lisse: 3, Tarn: 1.",
        "Sales added up to 44 million.",
    ],
)
def test_lists_of_other_things_count_nobody(text: str, figures_of: ReadFigures) -> None:
    """Medals, goals and sales told in the same way are no figures."""
    assert _read(figures_of, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Injuries since Monday in the four provinces add up to 554.", [("injured", 554)]),
        ("The people affected, by the latest count, number 12,000.", [("affected", 12000)]),
        (
            "Two strikes came at dawn, killing 20 people and injuring over 100, according to medics.",
            [("killed", 20), ("injured", 100)],
        ),
        ("On March 12 more than 300 people were killed.", [("killed", 300)]),
    ],
)
def test_a_count_is_told_by_what_it_adds_up_to(
    text: str, expected: list[tuple[str, float]], figures_of: ReadFigures
) -> None:
    """What counts add up to, and a number over which a count lies, are figures; the day before them is none."""
    assert _read(figures_of, text) == expected


def test_casualties_to_which_deaths_add_are_deaths(figures_of: ReadFigures) -> None:
    """Casualties that further deaths bring to a number are dead in the whole report, unless the hurt are among them."""
    dead = "Three more soldiers died on Friday, which brings casualties to 40. Casualties were 12 in May."
    assert _read(figures_of, dead) == [("killed", 3), ("killed", 40), ("killed", 12)]
    mixed = "Three more soldiers died and nine were injured, which brings casualties to 40."
    assert _read(figures_of, mixed)[-1] == ("other:casualties", 40)
    assert _read(figures_of, "Three soldiers died. Casualties stand at 40.")[-1] == ("other:casualties", 40)


def test_all_but_some_is_a_share(figures_of: ReadFigures) -> None:
    """ "All but four" says how many were left, and is no count of four."""
    found = figures_of("There were 25 dead, all but four of them children.")
    assert [(f.value, f.qualifier) for f in found] == [(25, "exact"), (None, "fraction")]


def test_a_share_of_a_total_is_no_figure(figures_of: ReadFigures) -> None:
    """What share of the national total a count is makes no figure beside it."""
    text = "Over 900 houses were damaged, which is nearly 88% of the nationwide total, and 40 clinics were affected."
    assert _read(figures_of, text) == [("buildings_damaged", 900), ("buildings_damaged", 40)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 40 homes are gone.", [("buildings_destroyed", 40)]),
        (
            "Some 90 homes are partially or fully gone; 62 suffered partial damage and 28 were wiped out.",
            [("buildings_damaged", 90), ("buildings_damaged", 62), ("buildings_destroyed", 28)],
        ),
        ("The tremor left 40 homes partly or wholly destroyed.", [("buildings_damaged", 40)]),
        ("Damage included 23 schools and 14 clinics.", [("buildings_damaged", 23), ("buildings_damaged", 14)]),
        ("Floods have disrupted the education of two million children.", [("affected", 2000000)]),
        ("The schooling of 50,000 pupils has been broken off by the war.", [("affected", 50000)]),
        ("Nine miners came out of the shaft of the old pit alive.", [("rescued", 9)]),
        ("Eleven people were pulled out overnight.", [("rescued", 11)]),
        ("Eleven children came out of the rubble of a house.", [("rescued", 11)]),
        ("Nine miners came out of the mine at the end of the shift.", []),
        ("The company said 40 buildings were gone over by inspectors.", []),
        ("The show includes 23 schools and 14 clinics.", []),
        ("The strike disrupted the travel of 3,000 students.", []),
        ("Three players were pulled out of the squad.", []),
        ("A boat picked up 40 passengers at the pier.", []),
    ],
)
def test_plain_words_tell_loss_and_rescue_with_what_stands_beside_them(
    text: str, expected: list[tuple[str, float]], figures_of: ReadFigures
) -> None:
    """Homes that are gone, schooling broken off by a disaster and people come out alive are counted, inspections not."""
    assert _read(figures_of, text) == expected
