"""Who was shot, who of them died, who survived, and what victims told side by side add up to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.model.claim import Figure

ReadFigures = Callable[[str], tuple[Figure, ...]]


def _told(figures: tuple[Figure, ...], measure: str) -> list[float | None]:
    return [f.value for f in figures if f.measure == measure and f.realis not in ("background", "planned", "denied")]


def test_the_shot_of_whom_one_died_are_casualties_and_leave_the_injured(figures_of: ReadFigures) -> None:
    """Five shot of whom one died are five casualties, one killed, and four injured as a derived figure."""
    figures = figures_of("Five men were shot outside a warehouse. One of them died at the scene.")
    assert _told(figures, "other:casualties") == [5]
    assert _told(figures, "killed") == [1]
    (injured,) = (f for f in figures if f.measure == "injured")
    assert (injured.value, injured.derived) == (4, True)
    assert injured.calculation == "5 shot less 1 dead is 4"


def test_others_who_were_shot_are_not_the_dead(figures_of: ReadFigures) -> None:
    """ "One killed, six others shot" leaves six injured."""
    figures = figures_of("One man was killed and six others were shot at the harbour.")
    assert _told(figures, "injured") == [6]


def test_nobody_is_derived_where_nobody_died(figures_of: ReadFigures) -> None:
    """Without a death the people shot are the injured."""
    figures = figures_of("Three teenagers were shot near the canal.")
    assert [(f.measure, f.value, f.derived) for f in figures] == [("injured", 3, False)]


def test_one_who_was_shot_and_died_is_not_injured_too(figures_of: ReadFigures) -> None:
    """A boy told as shot in a report of his death is no injured person."""
    figures = figures_of("A boy was shot on Monday. The boy died in hospital, police said.")
    assert _told(figures, "killed") == [1]
    assert not _told(figures, "injured")


def test_a_survivor_beside_a_counted_death_is_one_injured(figures_of: ReadFigures) -> None:
    """A person told as wounded beside a counted death is one injured."""
    figures = figures_of("One man was killed in the shooting. The driver was shot in the leg, police said.")
    assert _told(figures, "injured") == [1]


@pytest.mark.parametrize(
    ("text", "measure", "total", "calculation"),
    [
        ("The gunman killed his wife and four children.", "killed", 5, "1 + 4 = 5"),
        ("Four adults and two children were killed in the fire.", "killed", 6, "4 + 2 = 6"),
        ("Tomas Verl, 31, and Anna Roth, 29, were killed in the shooting.", "killed", 2, "1 + 1 = 2"),
        ("A man shot and killed three neighbours before killing himself.", "killed", 4, "3 + 1 who killed and died = 4"),
    ],
)  # fmt: skip
def test_victims_told_side_by_side_add_up(
    text: str, measure: str, total: float, calculation: str, figures_of: ReadFigures
) -> None:
    """Victims joined by "and", and a killer who dies, make a derived total with its calculation."""
    sums = [f for f in figures_of(text) if f.derived]
    assert [(f.measure, f.value, f.calculation) for f in sums] == [(measure, total, calculation)]


@pytest.mark.parametrize(
    "text",
    [
        "Seven people died: four adults and three children were killed.",
        "Two soldiers and three villagers were killed.",
        "Nobody knows whether a man or a woman was killed.",
        "A father and coach was killed.",
        "A boy died after he accidentally shot himself.",
    ],
)
def test_nothing_is_summed_that_is_stated_or_mixed(text: str, figures_of: ReadFigures) -> None:
    """A stated total, fighters with civilians, a choice, one person of two roles: no sum."""
    assert not [f for f in figures_of(text) if f.derived]


@pytest.mark.parametrize(
    "text",
    [
        "He was taken to Regional One where he lay for days after the shooting.",
        "The victim was found dead at 2323 Oak St. in the morning.",
        "Three customers were not hurt.",
        "The mother of seven was shot near her home, police said, and two girls, 11 and 13 years old, saw it.",
    ],
)
def test_names_addresses_ages_and_the_unhurt_are_not_counted(text: str, figures_of: ReadFigures) -> None:
    """A name with a number word, a house number, a family's size, ages and the unhurt are no figures of people."""
    assert not [f for f in figures_of(text) if (f.value or 0) > 1]


def test_what_is_told_of_one_is_not_told_of_all(figures_of: ReadFigures) -> None:
    """ "One of the two officers is dead" tells one death."""
    assert _told(figures_of("One of the two officers involved was dead on arrival."), "killed") == [1]


def test_an_attempt_is_no_death(figures_of: ReadFigures) -> None:
    """Attempted murders and people whom somebody tried to kill are not killed."""
    assert not _told(figures_of("The man tried to kill two officers."), "killed")
    assert not _told(figures_of("He was charged with five attempted murders."), "killed")


def test_a_report_said_to_be_wrong_is_denied(figures_of: ReadFigures) -> None:
    """A count that its own sentence takes back is denied."""
    (figure,) = figures_of("Early reports said one person had died, but that proved to be incorrect.")
    assert figure.realis == "denied"


def test_a_city_s_count_of_the_year_is_another_event(figures_of: ReadFigures) -> None:
    """A tally of a year behind the news of one shooting is background."""
    *_, tally = figures_of(
        "Two men were wounded in a shooting on Elm Street. The city has seen 44 homicides this year."
    )
    assert (tally.value, tally.realis) == (44, "background")


def test_people_carried_to_a_hospital_with_the_dead_are_casualties(figures_of: ReadFigures) -> None:
    """Four taken to a hospital are no four injured where one of them died and three others were wounded."""
    figures = figures_of(
        "The shooting killed one man and injured three others. Four people were taken to a hospital by ambulance."
    )
    assert _told(figures, "injured") == [3]
    assert _told(figures, "other:casualties") == [4]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Eleven people were buried alive beneath the wreckage.", "trapped"),
        ("Some 49 workers remained buried in the collapsed building.", "trapped"),
    ],
)
def test_people_buried_in_rubble_are_trapped(text: str, measure: str, figures_of: ReadFigures) -> None:
    """Whoever is buried alive or in rubble is trapped, not killed."""
    assert [f.measure for f in figures_of(text)] == [measure]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Police made an arrest in the triple homicide on Elm Street.", [("killed", 3)]),
        ("A double shooting outside a bar is under investigation.", [("injured", 2)]),
        ("He is charged with attempted double murder.", []),
    ],
)
def test_a_multiple_deed_counts_its_victims(text: str, told: list[tuple[str, float]], figures_of: ReadFigures) -> None:
    """The multiple in a deed's name is its count of victims, unless it was attempted."""
    assert [(f.measure, f.value) for f in figures_of(text)] == told


@pytest.mark.parametrize(
    ("title", "text", "measure", "value"),
    [
        ("Third victim dies after shooting", "Police are at the scene.", "killed", 3),
        ("Market attack", "A fourth woman has died of her wounds, the clinic said.", "killed", 4),
        ("Gunman kills 3 guards, self", "Police are at the scene.", "killed", 4),
        ("Market attack", "A woman and toddler were shot dead at the market.", "killed", 2),
        ("Market attack", "An 18-year-old man and a 30-year-old man who were wounded are at home.", "injured", 2),
        ("Market attack", "Four adults and a 3-year-old were wounded at the market.", "injured", 5),
    ],
)
def test_victims_add_up_where_no_total_is_stated(
    title: str, text: str, measure: str, value: float, figures_of: Callable[[str, str], tuple[Figure, ...]]
) -> None:
    """A clause of the last, one article for two, and the order of the deaths give a derived total with its sum."""
    most = max((f for f in figures_of(text, title) if f.measure == measure), key=lambda f: f.value or 0)
    assert (most.value, most.derived, bool(most.calculation)) == (value, True, True)


@pytest.mark.parametrize(
    "text",
    [
        "Three men were indicted for the attempted murders of five teenagers.",
        "Her daughter was not hurt in the shooting.",
        "The gunfire was heard by the 911 caller's family, shot and killed nobody.[37]",
    ],
)
def test_what_was_only_attempted_or_did_not_happen_is_no_harm(text: str, figures_of: ReadFigures) -> None:
    """An attempted murder kills nobody, who was not hurt is no victim, a footnote's mark and 911 count nobody."""
    assert not [f for f in figures_of(text) if f.measure in ("killed", "injured") and f.value]


def test_a_toll_has_the_dead_who_are_told_with_it(figures_of: ReadFigures) -> None:
    """ "The toll rose to 201, with four more dead" makes no 205."""
    figures = figures_of("The toll of the protests rose to 201 on Thursday, with four more dead in the capital.")
    assert 205 not in _told(figures, "killed")
