"""Numbers of headlines and short rows, of sentences that open with whom they tell of, and of those with a gap."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.model.claim import Figure

ReadFigures = Callable[..., tuple[Figure, ...]]


def _told(figures: tuple[Figure, ...]) -> list[tuple[str, float | None]]:
    return [(f.measure, f.value) for f in figures]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Dead 14; Injured 35; Missing 6", [("killed", 14), ("injured", 35), ("missing", 6)]),
        ("Death toll 18, injured 45", [("killed", 18), ("injured", 45)]),
        ("Quake toll crosses 2,000; 10,000 homeless", [("killed", 2000), ("homeless", 10000)]),
        ("- Rescued: 850+ (mostly by boat)", [("rescued", 850)]),
        ("300+ killed (33 miners, 2 drivers)", [("killed", 300), ("killed", 33), ("killed", 2)]),
        ("23 gunned down in protests against the bill", [("killed", 23)]),
        ("Four burnt alive, 11 rescued as bus catches fire", [("killed", 4), ("rescued", 11)]),
        ("45 Norvale villagers, 76 soldiers killed on the border", [("killed", 45), ("killed", 76)]),
        ("Nine guards, 35 spies and 164 people killed: council", [("killed", 9), ("killed", 35), ("killed", 164)]),
    ],
)
def test_rows_and_headlines_without_a_verb(text: str, told: list[tuple[str, float]], figures_of: ReadFigures) -> None:
    """Each number of a row or a headline has the label beside it or the participle behind its list."""
    assert _told(figures_of(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ten people died, including six men and four boys, and an untold number more are missing.",
            [("killed", 10), ("killed", 6), ("killed", 4)],
        ),
        (
            "Those killed include one clerk, one guard and five attackers.",
            [("killed", 1), ("killed", 1), ("killed", 5)],
        ),
        ("Among those arrested are three lawyers.", [("detained", 3)]),
        ("Four died at the scene and three later in hospital.", [("killed", 4), ("killed", 3)]),
        ("Twelve died on Monday and 33 the next day.", [("killed", 12), ("killed", 33)]),
        (
            "The fires have killed 49 people, and have forced thousands of guests to flee.",
            [("killed", 49), ("displaced", None)],
        ),
        ("Thirteen bodies were found and 23 girls have not been accounted for.", [("killed", 13), ("missing", 23)]),
        ("Of the 815 students in the college, 500 were rescued.", [("rescued", 500)]),
        ("The number of bodies rose to 78. The number of passengers was 750.", [("killed", 78)]),
        ("The crash killed all but two of the 48 passengers.", [("killed", None)]),
        ("Fourteen officers were sentenced to death.", []),
        ("The blast was the deadliest since one that killed 40 in Norvale.", [("killed", 40)]),
    ],
)
def test_what_a_clause_tells_is_told_of_its_own(
    text: str, told: list[tuple[str, float | None]], figures_of: ReadFigures
) -> None:
    """A predicate is told of its own subject, and of those that a gap or an opening gives it."""
    assert _told(figures_of(text)) == told


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Over seventy-nine (79) persons were killed.", [("more_than", 79)]),
        ("At least (20) people were killed today.", [("at_least", 20)]),
        ("By noon 60 were dead and by July 26 to 80 people were dead.", [("exact", 60), ("exact", 80)]),
        ("Between 20 and 40 people died.", [("range", None)]),
        ("Norvale Death Toll Up To 2,036", [("exact", 2036)]),
        ("There were 60 deaths and a case fatality rate of 3.9%.", [("exact", 60)]),
        ("There were 114 deaths (CFR 1.6%).", [("exact", 114)]),
    ],
)
def test_numbers_are_read_once(text: str, values: list[tuple[str, float | None]], figures_of: ReadFigures) -> None:
    """A number with its repetition in brackets is one, a day of a month begins no range, and a rate counts nobody."""
    assert [(f.qualifier, f.value) for f in figures_of(text)] == values


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("Of the 148 dead, 142 were students and 3 were soldiers.", ["people", "civilians", "combatants"]),
        (
            "The blast killed 14 people: nine were farmers and five were soldiers.",
            ["people", "civilians", "combatants"],
        ),
        ("Of the 30 wounded, 12 were in soldiers' barracks.", ["people", "people"]),
        ("Of the 30 wounded, 12 were Defence and Security Force officers.", ["people", "combatants"]),
    ],
)
def test_a_number_alone_is_who_it_is_said_to_be(text: str, categories: list[str], figures_of: ReadFigures) -> None:
    """What the members of a whole are said to be is their population, and where they were is not."""
    assert [f.population.category for f in figures_of(text)] == categories


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In hospital are 92 people; 63 have already been discharged.", [("injured", 92), ("injured", 63)]),
        ("Still missing are 12 weavers.", [("missing", 12)]),
        ("The army discharged 400 soldiers from service.", []),
        ("Dozens were under a collapsed building.", [("trapped", None)]),
        ("Forty people were swept away by the flood.", [("missing", 40)]),
        ("He was swept away by 12 rivals.", []),
        ("The state has put 1,500 gendarmes on duty.", [("troops", 1500)]),
        ("There were 32 cases of enforced or involuntary disappearances.", [("missing", 32)]),
        ("There were 627 instances of arrests of marchers.", [("detained", 627)]),
        ("Doctors saw 40 cases of cardiac arrest.", []),
        ("Some 1,376 weavers were subjected to arbitrary arrests.", [("detained", 1376)]),
        ("Rescuers lost contact with 36 hikers.", [("missing", 36)]),
        ("Three crew died and two are lost at sea.", [("killed", 3), ("missing", 2)]),
        ("A bear mauled two hikers.", [("injured", 2)]),
        ("More than 1,000 firefighters were at the site.", [("rescuers", 1000)]),
        ("The shelter took in 240 rescues, mostly dogs.", []),
        ("The lender lost contact with 36 customers.", []),
        ("In hospital are 92 beds.", []),
        ("Missing data: 12", []),
        ("The team includes 67 search-and-rescue experts.", []),
    ],
)
def test_other_words_for_what_befell_people(
    text: str, told: list[tuple[str, float | None]], figures_of: ReadFigures
) -> None:
    """Verbs with what stands beside them and nouns of cases tell a measure; of things and of others they tell none."""
    assert _told(figures_of(text)) == told


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("More than 500 are hospitalized, 57 with severe injuries.", [None, 0]),
        ("Out of 1,100 injured, 900 were discharged.", [None, 0]),
        (
            "The toll rose to 288, the state said, and 205 bodies were identified. The remaining 83 are in morgues.",
            [None, 0, 0],
        ),
        (
            "Fifty people died. The deceased are from: Arba (21), Bono (4), Cela (1), Dema (1), Elva (1), Fora (1), Gora (21).",
            [None, 0, 0, 0, 0, 0, 0, 0],
        ),
        ("The fire killed 12 people. The aircraft carried 242 people. Among them were 169 nurses.", [None]),
        ("The fire killed 12 people. Among them were three nurses.", [None, 0]),
        ("A further 35 died, the agency said, putting the tally at 238.", [1, None]),
        (
            "It puts the dead at 1,033 and the injured at 1,527. Close to 119 people died within the last 24 hours and 71 were hurt.",
            [None, None, 0, 1],
        ),
        (
            "In all 360 people, including 11 boys, were hurt. In hospital are 92; 63 were discharged, and 205 of the hurt never went.",
            [None, 0, 0, 0, 0],
        ),
        ("It wrecked 3,374 houses: 2,365 of them partially damaged and 1,009 razed completely.", [None, 0, 0]),
        ("The quake destroyed 300 houses and damaged 200.", [None, None]),
    ],
)
def test_parts_have_the_whole_that_was_told(text: str, wholes: list[int | None], figures_of: ReadFigures) -> None:
    """Those gravely hurt, those discharged and the rest are of the last count; places of one list hold no other."""
    figures = figures_of(text)
    ids = {figure.id: i for i, figure in enumerate(figures)}
    assert [ids.get(figure.part_of or "") for figure in figures] == wholes


def test_buildings_of_which_some_were_only_damaged_are_damaged(figures_of: ReadFigures) -> None:
    """A total of buildings that is divided into razed and partly damaged ones is one of damaged buildings."""
    figures = figures_of("It wrecked 3,374 houses: 2,365 of them partially damaged and 1,009 razed completely.")
    assert [f.measure for f in figures] == ["buildings_damaged", "buildings_damaged", "buildings_destroyed"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("State media put the toll at 14, while the opposition claims 40.", [("killed", 14), ("killed", 40)]),
        (
            "The state counts 300 dead. Norvale Watch reports 448, many of them boys.",
            [("killed", 300), ("killed", 448)],
        ),
        ("The fire killed 12 people. The mayor spoke. The bank reported 40, up from 30.", [("killed", 12)]),
        ("The toll rose to 288 and 205 bodies were named.", [("killed", 288), ("killed", 205)]),
        ("Four were shot dead and a fifth died of wounds.", [("killed", 4)]),
        ("Three generations of a family, nine people in all, died.", [("killed", 9)]),
        (
            "Injured: 7 (3 in Arba, 3 in Bono, and 1 in Cela).",
            [("injured", 7), ("injured", 3), ("injured", 3), ("injured", 1)],
        ),
        ("Forty passengers, one vessel and 8 canoes are still stranded.", [("trapped", 40)]),
    ],
)
def test_a_number_alone_goes_on_with_what_was_counted(
    text: str, told: list[tuple[str, float]], figures_of: ReadFigures
) -> None:
    """Another body's number is of what the sentence before counts, and a rank behind a count is no share."""
    assert _told(figures_of(text)) == told


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Between 2 and 3 million people fled.", (2e6, 3e6)),
        ("Some 10-15 thousand people fled.", (10e3, 15e3)),
        ("Two to three hundred people fled.", (200, 300)),
        ("Between 20 and a thousand people fled.", (20, 1000)),
        ("Between 18,000 and 20,000 people fled.", (18e3, 20e3)),
        ("400-plus people fled.", (400, None)),
    ],
)
def test_bounds_share_a_scale(text: str, bounds: tuple[float, float | None], figures_of: ReadFigures) -> None:
    """The scale that the higher bound names is the lower one's too, unless it would then be the higher one."""
    assert [(f.low, f.high) for f in figures_of(text)] == [bounds]
