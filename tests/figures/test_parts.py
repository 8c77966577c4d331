"""Which figure is a part of which, by words, by rows and by sums."""

from __future__ import annotations

import pytest
from tests.notation import make_report

from rashomon.adapters.spacy_parser import SpacyParser
from rashomon.knowledge.library import Library
from rashomon.pipeline import understand_one

from .conftest import ReadFigures, links_of


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Of the 41 injured, 38 are from Delta state.", [(38, 41)]),
        ("Floods killed 12 people and injured 90, of whom 20 are in serious condition.", [(20, 90)]),
        ("The crash killed 5 people and injured 31, six critically.", [(6, 31)]),
        ("Among the nine dead were two nurses.", [(2, 9)]),
        (
            "Strikes killed 90 people. The toll includes 52 civilians, eight of whom were children and five women.",
            [(52, 90), (8, 52), (5, 52)],
        ),
        (
            "The blast hurt 300 people and killed 40. Of those hurt, 90 were treated, including 30 guards.",
            [(90, 300), (30, 90)],
        ),
        ("Of the 80 bodies found, 34 have been named, and 18 of these were handed to families.", [(34, 80), (18, 34)]),
        ("The 20 dead were a girl, seven women and 12 men.", [(7, 20), (12, 20)]),
        ("As many as 900 people fled, of whom 500 are women and 400 are men.", [(500, 900), (400, 900)]),
        ("A blast killed 60 people and hurt 300. Of the dead, 14 were pupils.", [(14, 60)]),
        ("The clinic saw 237 people, 13 of them dead, and later 151 people were reported missing.", []),
        ("A landslide killed 14 people. All but three of the dead were pupils.", [(None, 14)]),
        (
            "The blasts killed 33 people. The clinic identified 12 of the 33 dead foreigners: three Poles, two Danes.",
            [(12, 33), (3, 12), (2, 12)],
        ),
        (
            "Police held around 40 people. Of those arrested, 26 were questioned by one office and three more by another.",
            [(26, 40), (3, 40)],
        ),
        ("The ministry said 46 children died. In Arba alone 13 children were killed.", [(13, 46)]),
        ("The 40 pupils who died were all local, and the clinic confirmed another five deaths of pupils.", []),
        ("Of the injured the ministry counted 2,300, half of them in Arba.", [(None, 2300)]),
        ("In all 164 people were killed. Most of the deaths — 103 — were in Arba.", [(103, 164)]),
        (
            "The toll neared 300. Some spoke of 276 deaths, but the minister confirmed 190 deaths. The dead include 27 pupils.",
            [(27, 190)],
        ),
        ("The slide killed 90 people and hurt 200. Only 30 of these deaths are confirmed.", [(30, 90)]),
        ("A raid killed 83 people and hurt 150. Twelve of the nurses killed were buried on Monday.", [(12, 83)]),
        ("A raid killed 83 people, 27 miners among them. Five of the miners who died are named.", [(27, 83), (5, 27)]),
        ("Bandits executed 43 people, including 8 of their own members.", [(8, 43)]),
        ("The clinic treated 220 casualties, of whom 42 men and 43 women died.", [(42, 220), (43, 220)]),
        ("The raid wounded 40 and killed 30. Three of the nurses were killed.", []),
    ],
)
def test_words_point_at_the_whole(text: str, links: list[tuple[float, float]], figures_of: ReadFigures) -> None:
    """A part is tied to the count that its words name, not to the nearest figure."""
    assert links_of(figures_of, text) == links


def test_the_dead_are_all_who_died(figures_of: ReadFigures) -> None:
    """ "Among the dead" goes back to the toll, past a smaller count told in between."""
    text = (
        "The blast at the market killed 63 people, police said. Three gunmen were killed when troops arrived. "
        "Shops stayed shut on Sunday. Two guards and four traders were among the dead."
    )
    assert links_of(figures_of, text) == [(2, 63), (4, 63)]


def test_what_of_these_points_at_background_is_not_its_whole(figures_of: ReadFigures) -> None:
    """A larger toll of an earlier year holds none of today's dead."""
    text = (
        "In 2009 a fire in the same hall killed 80 people. Friday's fire killed 30 people. Ten of the dead were women."
    )
    assert (10, 80) not in links_of(figures_of, text)


def test_a_row_that_ends_in_among_them_is_all_part_of_its_total(figures_of: ReadFigures) -> None:
    """ "Among them" at the end of a row ties every member of it to the total before the row."""
    text = "The number of protesters killed is now 20 people, seven in Kassala, eight in Gedaref and five in Sennar among them."
    assert links_of(figures_of, text) == [(7, 20), (8, 20), (5, 20)]


def test_figures_that_add_up_to_a_total_told_before_are_its_parts(figures_of: ReadFigures) -> None:
    """Two counts of one measure that come to the total of the lead are its parts, whatever is counted between them."""
    text = (
        "Storms killed 21 people and injured 48 over the weekend. In Tamale 15 people were killed and 40 injured. "
        "Six people were killed and eight injured in Wa."
    )
    assert links_of(figures_of, text) == [(15, 21), (40, 48), (6, 21), (8, 48)]


def test_some_members_of_a_longer_row_add_up_by_accident(figures_of: ReadFigures) -> None:
    """The first of a row is not the total of the next ones where the row goes on."""
    text = "Nine people are missing in Aden, five in Taiz, four in Ibb, three in Hajjah and two in Marib."
    assert links_of(figures_of, text) == []


def test_fighters_are_no_part_of_a_count_of_civilians(figures_of: ReadFigures) -> None:
    """A sum that comes out by accident over other people makes no parts."""
    text = (
        "At least 19 civilians were killed. Eight civilians were killed near the bridge. Eleven soldiers were killed."
    )
    assert links_of(figures_of, text) == []


def test_the_lightly_hurt_end_no_row(figures_of: ReadFigures) -> None:
    """Whom the row goes on with after "two seriously" is not among these two."""
    text = "Six drivers were wounded, two seriously, along with one guard."
    assert links_of(figures_of, text)[0] == (2, 6)
    assert (1, 6) not in links_of(figures_of, text)


def test_a_part_told_again_is_still_a_part(figures_of: ReadFigures) -> None:
    """A second telling of a part's number points at the same whole."""
    text = "The raids killed 30 people, 12 policemen among them. Officials confirmed that 12 policemen had been killed."
    assert links_of(figures_of, text) == [(12, 30), (12, 30)]


def test_a_row_goes_on_behind_an_aside(figures_of: ReadFigures) -> None:
    """Behind "two children among them" a list of places goes on with the count before the aside."""
    text = "The list has 103 dead in Kotri, two children among them, 21 in Jaral, 10 in Mersa and eight in Zamby."
    assert links_of(figures_of, text) == [(2, 103)]


def test_the_number_told_before_is_divided_again(figures_of: ReadFigures) -> None:
    """ "The 26 comprised ..." takes up the count of the sentence before and tells its parts."""
    text = (
        "Bandits killed 26 passengers, he said. The 26 comprised 18 soldiers, three railway workers and five children."
    )
    assert [(p, w) for p, w in links_of(figures_of, text) if w == 26 and p != 26] == [(18, 26), (3, 26), (5, 26)]


def test_a_list_in_brackets_has_no_whole_among_its_members(figures_of: ReadFigures) -> None:
    """The first place of a list is no total, though the others happen to add up to it."""
    text = "County by county the dead are: Kotri (21), Jaral (9), Mersa (7) and Zamby (5)."
    assert not {w for _, w in links_of(figures_of, text)} & {21}


def test_members_of_a_state_are_of_that_state_whatever_befell_them(figures_of: ReadFigures) -> None:
    """ "Among the dead are three protesters shot by guards" counts dead, not people hurt."""
    text = "The unrest killed 26 people. Among the dead are three protesters shot by guards and two pupils."
    assert [(f.value, f.measure) for f in figures_of(text)][1:] == [(3, "killed"), (2, "killed")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The quake damaged 3,770 houses. 932 of these were completely destroyed and 2,838 partially damaged.",
            [("buildings_destroyed", 932), ("buildings_damaged", 2838)],
        ),
        (
            "Officials said 900 homes were damaged, 260 fully and 640 partially.",
            [("buildings_destroyed", 260), ("buildings_damaged", 640)],
        ),
        (
            "Some 600 houses were affected, of which 250 are beyond repair and 350 partly damaged.",
            [("buildings_destroyed", 250), ("buildings_damaged", 350)],
        ),
    ],
)
def test_houses_are_divided_by_how_far_they_were_damaged(
    text: str, told: list[tuple[str, float]], figures_of: ReadFigures
) -> None:
    """Numbers without a noun behind counted houses are houses, parts of them by the extent of the damage."""
    figures = figures_of(text)
    assert [(f.measure, f.value) for f in figures if f.part_of is not None] == told


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (
            "At least 146 people died in the storm, the council said. The mayor of Arba told of 72 deaths.\n\n"
            + "The harbour was shut. Roads were cut. The airport opened late. Aid came by sea. Schools stayed closed.\n\n"
            + "At least 64 other deaths were reported in the hills. Islanders told of 10 deaths.",
            [(72, 146), (64, 146), (10, 146)],
        ),
        (
            "More than 231 villagers died in May, including at least 204 in one week. On Monday raiders killed 27 people. "
            + "On Tuesday they killed 163 people. On Friday they killed 41 villagers.",
            [(204, 231), (27, 231), (163, 204), (41, 204)],
        ),
        (
            "The total is 45 dead children. In Arba 27 children died. In Bono 13 children died. The 40 children who died "
            + "in those towns were local, and the agency counts another five deaths of children.",
            [(27, 40), (13, 40), (40, 45), (5, 45)],
        ),
        ("Three deaths were told in Arba. Nine towns had two deaths each, five had one death each.", []),
    ],
)
def test_sums_hold_sums(text: str, links: list[tuple[float, float]], figures_of: ReadFigures) -> None:
    """Members of a large total are its parts wherever they stand, a sum may be a member, and rates are none."""
    assert links_of(figures_of, text) == links


def test_rows_below_a_line_break_down_the_toll(figures_of: ReadFigures) -> None:
    """Places with a number each, below a line that says of what, are parts of the total that can hold them all."""
    text = (
        "The storm killed 74 people in the province, the governor said.\n\nHe gave the following breakdown of deaths:\n\n"
        "- Ubar: 12\n- San Roque: 6\n- Loma: 6\n\nThree others were hurt."
    )
    assert links_of(figures_of, text) == [(12, 74), (6, 74), (6, 74)]


def test_rival_counts_of_one_place_add_up_to_nothing(parser: SpacyParser, library: Library) -> None:
    """What three sources count in one town is no part of a land's toll, whatever it comes to by chance."""
    text = (
        "The Red Crescent said 18 people died in Goma. Reuters put the killed in Goma at 14 people. The police said "
        "that 38 people died in Goma. Protests began on Friday and caused the death of 70 people."
    )
    figures = understand_one(make_report("Harbour Herald", "2024-05-06", text), parser, library).value.figures
    assert [f.value for f in figures] == [18, 14, 38, 70]
    assert all(f.part_of is None for f in figures)
    town = text.replace("Reuters put the killed in Goma", "The Red Crescent put the killed in Sake")
    town = town.replace("The police said that 38 people died in Goma", "It said that 38 people died in Bukavu")
    figures = understand_one(make_report("Harbour Herald", "2024-05-06", town), parser, library).value.figures
    assert [f.part_of for f in figures[:3]] == [figures[3].id] * 3


def test_which_means_the_things_told_last(figures_of: ReadFigures) -> None:
    """ "Of which" behind counted things that are no figure shares out those, and nobody told before them."""
    told = figures_of("Some 6,400 people are sheltering in 40 schools, of which 12 are already full.")
    assert [f.value for f in told] == [6400]
    assert links_of(figures_of, "The army lost 40 soldiers, of which 12 were officers.") == [(12, 40)]


def test_victims_who_are_helped_are_not_dead(figures_of: ReadFigures) -> None:
    """Behind a toll of dead "victims" are those dead, but not where somebody helps or feeds them."""
    helped = figures_of("The strike killed 41 people. Psychologists helped 174 victims on Monday.")
    assert [f.value for f in helped if f.measure == "killed"] == [41]
    named = figures_of("The strike killed 41 people. The mayor named nine victims on Monday.")
    assert [f.value for f in named if f.measure == "killed"] == [41, 9]
