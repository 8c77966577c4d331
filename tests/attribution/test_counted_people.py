"""Whose people a figure counts, and who calls them fighters, civilians or terrorists."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.notation import make_report

from rashomon.knowledge.library import Library
from rashomon.language.syntax import Parser
from rashomon.model.claim import Population
from rashomon.model.report import Report
from rashomon.pipeline import understand_one

Counted = Callable[[str, str], Population]


@pytest.fixture
def counted(parser: Parser, library: Library) -> Counted:
    """The population of the figure whose number begins at the first occurrence of a word in a text."""

    def ask(text: str, number: str) -> Population:
        figures = understand_one(Report(id="r", text=text), parser, library).value.figures
        return next(f.population for f in figures if f.number_start == text.index(number))

    return ask


@pytest.mark.parametrize(
    ("text", "number", "side"),
    [
        ("A landmine killed three Ukrainian soldiers near the river.", "three", "Ukraine"),
        ("Ukraine's General Staff said 12 of its soldiers were wounded.", "12", "Ukraine"),
        ("The ambush killed four government soldiers and nine rebel fighters.", "nine", "rebels"),
        ("Gunfire killed 6 members of the Indian army at the pass.", "6", "India"),
        ("The Houthis said 5 of their fighters died in the raid in Yemen.", "5", "Houthis and allies"),
        ("The coalition said it had killed 157 Houthis in Yemen.", "157", "Houthis and allies"),
        ("The raid killed 24 Islamic State members.", "24", "Islamic State"),
        ("The mine killed seven soldiers on the bridge.", "seven", None),
        ("The fire killed seven Mexican tourists at the hotel.", "seven", None),
    ],
)
def test_fighters_have_the_side_that_their_own_words_name(
    counted: Counted, text: str, number: str, side: str | None
) -> None:
    """Fighters have the side that a nationality, a possessive or "of" names, and others none."""
    assert counted(text, number).side == side


@pytest.mark.parametrize(
    ("text", "number", "by"),
    [
        ("The raid killed 15 men the army described as militants.", "15", "army"),
        ("Police shot dead six men whom officials described as bandits.", "six", "officials"),
        ("The Indian army said it killed nine of what it called terrorists.", "nine", "Indian army"),
        ("At least 20 people described by the junta as insurgents were killed.", "At least", "junta"),
        ("The raid killed 15 militants at dawn.", "15", None),
        ("A doctor said 15 militants were killed at dawn.", "15", None),
    ],
)
def test_who_describes_the_counted_is_named(counted: Counted, text: str, number: str, by: str | None) -> None:
    """Who calls the counted fighters is the one that the words say, or nobody."""
    assert counted(text, number).status_by == by


def test_a_party_describes_its_enemies_and_not_its_own(counted: Counted) -> None:
    """A party that counts militants is who calls them so; its own soldiers need no describer."""
    text = "The Israeli military said 8 militants were killed. It said 3 of its soldiers were killed."
    assert counted(text, "8").status_by == "Israeli military"
    assert (counted(text, "3").side, counted(text, "3").status_by) == ("Israel", None)


def test_a_number_without_a_noun_counts_the_people_of_the_one_before(counted: Counted) -> None:
    """ "Three soldiers dead and 30 injured" counts soldiers twice; a noun of its own stands for itself."""
    left = "The attack left three Mexican soldiers dead and 30 injured."
    assert counted(left, "30") == counted(left, "three")
    assert counted("The blast killed five soldiers and wounded 60 people.", "60").category == "people"


def test_age_tells_no_status(counted: Counted) -> None:
    """Children are civilians where people fight, and nothing but people in a disaster or among people."""
    assert counted("The quake killed 58 people, including 11 children.", "11").category == "people"
    assert counted("The shelling killed 58 civilians, including 11 children.", "11").category == "civilians"
    assert counted("An earthquake shook the town, buried a school and killed 11 children.", "11").category == "people"
    assert counted("Soldiers shelled the town and killed 11 children.", "11").category == "civilians"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Officials said 20 suspects had been identified over the fire, 15 of whom had been detained.", "15"),
        ("The navy kept pirates from boarding a tanker and took 23 into custody.", "23"),
        ("He reported the arrest of 11 suspects over the attack, including all four who took part in it.", "all four"),
    ],
)
def test_who_is_held_behind_suspects_is_a_suspect(counted: Counted, text: str, number: str) -> None:
    """A number without a noun that is held, behind suspects or as their part, counts neither people nor civilians."""
    assert counted(text, number).category == "other"


def test_members_of_a_force_are_fighters(counted: Counted) -> None:
    """Members of an armed force are combatants; members of a family are people."""
    assert counted("The blast killed six members of the Indian army.", "six").category == "combatants"
    assert counted("The blast killed six members of a family.", "six").category == "people"


def test_those_counted_beside_a_group_are_not_of_it(counted: Counted) -> None:
    """A group's words end before those that another number counts."""
    told = (
        "The dead were 80 fighters, 19 members of the Turkish-backed Syrian National Army and 54 government soldiers."
    )
    assert counted(told, "19").group == "members of the Turkish-backed Syrian National Army"
    assert counted(told, "54").group == "government soldiers"


def test_those_who_tell_are_not_counted(parser: Parser, library: Library) -> None:
    """The number of sources that tell a toll makes no figure."""
    text = "Two army sources told Reuters 16 soldiers were killed."
    claims = understand_one(Report(id="r", text=text), parser, library).value
    assert [text[f.number_start : f.number_end] for f in claims.figures] == ["16"]


def test_a_month_long_past_is_background(parser: Parser, library: Library) -> None:
    """What a bare month some months before publication tells is background; this month's is not."""
    text = "A train derailed on Wednesday, killing 4 people. In June, two trains collided in a crash that killed 280 people."
    report = make_report("Daily", "2023-10-12", text)
    figures = understand_one(report, parser, library).value.figures
    assert [f.realis for f in figures] == ["happened", "background"]


def test_that_attack_is_another_one(parser: Parser, library: Library) -> None:
    """What happened "in that attack" is told of an earlier happening than the one reported."""
    text = "A blast in the mosque killed 11 people. The governor died on Tuesday. One other person was killed in that attack."
    figures = understand_one(Report(id="r", text=text), parser, library).value.figures
    assert [f.realis for f in figures if text[f.number_start :].startswith("One")] == ["background"]


def test_soldiers_who_fled_are_not_displaced(parser: Parser, library: Library) -> None:
    """Soldiers who flee retreat; villagers who flee are displaced."""
    text = "One soldier was killed and 26 others fled the base. Some 300 villagers fled their homes."
    figures = understand_one(Report(id="r", text=text), parser, library).value.figures
    assert [f.value for f in figures if f.measure == "displaced"] == [300]


def test_the_day_of_an_attack_is_no_day_of_speaking(parser: Parser, library: Library) -> None:
    """A date before the noun that it dates does not say when the source next to it spoke."""
    text = "Congress debated strikes over an August 21 gas attack the mission says killed more than 1,400 people."
    figures = understand_one(make_report("Daily", "2031-10-02", text), parser, library).value.figures
    toll = next(f for f in figures if f.measure == "killed")
    assert toll.said_when is None
    assert str(toll.as_of.end if toll.as_of else None) == "2031-10-02"
