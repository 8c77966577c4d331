"""Who does the harm and who suffers it, who dies of it, and what a headline says of its victims without an article."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.model.claim import Figure

ReadFigures = Callable[..., tuple[Figure, ...]]
Told = list[tuple[str, float | None]]


def _told(figures: tuple[Figure, ...]) -> Told:
    return [(f.measure, f.value) for f in figures if f.part_of is None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A gunman shot and killed a customer inside a bakery.", [("killed", 1)]),
        ("Two soldiers shot and wounded a boy at the gate.", [("injured", 1)]),
        ("An officer fatally shot a driver near the bridge.", [("killed", 1)]),
        ("Two men shot dead on Sunday were brothers.", [("killed", 2)]),
        ("Police fatally shot the boy's mother, Ana Ruiz, in the shooting.", [("killed", 1)]),
    ],
)
def test_whoever_shoots_is_not_counted(text: str, told: Told, figures_of: ReadFigures) -> None:
    """The subject of an active verb of harm is no victim, nor is the owner of one."""
    assert _told(figures_of(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The blast fatally wounded a guard and injured five others.", [("killed", 1), ("injured", 5)]),
        ("A boy shot on Monday while riding a bicycle has died.", [("killed", 1)]),
        ("Two men who were wounded on Friday have died.", [("killed", 2)]),
        ("Three soldiers were injured and two civilians died.", [("injured", 3), ("killed", 2)]),
    ],
)
def test_who_dies_of_a_wound_is_killed(text: str, told: Told, figures_of: ReadFigures) -> None:
    """A fatal wound kills, and the later verb of the same subject tells how it ended."""
    assert _told(figures_of(text)) == told


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Teen Killed, Five Others Injured in Harbour Shooting", [("killed", 1), ("injured", 5)]),
        ("4-year-old who accidentally shot himself dies", [("killed", 1)]),
        ("7 Shot in Harbour District", [("injured", 7)]),
        ("Air force shot down 12 overnight", []),
        ("On 6 Mother Speaks Out After Shooting", []),
    ],
)
def test_headlines_tell_victims_without_articles(title: str, told: Told, figures_of: ReadFigures) -> None:
    """A headline's bare noun is one victim and its bare number counts people, unless something was shot down."""
    figures = figures_of("Police are at the scene of a shooting.", title)
    assert _told(tuple(f for f in figures if f.field == "title")) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("One person died after seven people were shot in a home.", ("other:casualties", 7)),
        ("One woman is in critical condition and three others are injured after the crash.", ("injured", 4)),
        ("A fourth person was wounded in the shooting.", ("other:casualties", 4)),
        ("A cook is dead and another is injured after the shooting.", ("injured", 1)),
    ],
)
def test_the_others_are_counted_with_those_before(text: str, told: tuple[str, float], figures_of: ReadFigures) -> None:
    """A clause of all who were hit, "others", "a fourth person" and a bare "another" each count as many as they tell."""
    assert told in _told(figures_of(text))


def test_members_of_a_counted_list_are_parts(figures_of: ReadFigures) -> None:
    """A wife and two daughters whom the report has counted as three are parts of the three."""
    figures = figures_of("Three people were killed. The man killed his wife and two daughters, police said.")
    assert _told(figures) == [("killed", 3)]


def test_both_before_two_deeds_counts_nobody(figures_of: ReadFigures) -> None:
    """ "Both murder and conspiracy" joins two crimes; who was almost killed is alive."""
    assert figures_of("The jury cleared him of both murder and conspiracy.") == ()
    assert not figures_of("He was almost killed in the shooting, he said.")


def test_a_stop_without_space_ends_a_sentence(figures_of: ReadFigures) -> None:
    """Where a page lost its line ends, each sentence is still read by itself."""
    figures = figures_of("The attack killed nine people, police said.Two men were wounded in the blaze.")
    assert [f.start for f in figures] == [0, 43]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'The unrest killed 225 people. "Some 4,578 victims have been identified. Of those, 4,353 were injured," '
            "the prosecutor said.",
            [("killed", 225), ("other:casualties", 4578)],
        ),
        ("The fire claimed 31 victims. Of those, 12 were children.", [("killed", 31)]),
    ],
)
def test_victims_of_whom_some_were_injured_are_no_dead(text: str, told: Told, figures_of: ReadFigures) -> None:
    """Victims are the dead unless some of them are said to be injured: then they are casualties."""
    assert _told(figures_of(text)) == told
