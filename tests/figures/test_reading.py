"""What a sentence's numbers count, by its words and grammar."""

from __future__ import annotations

import pytest

from .conftest import ReadFigures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The quake killed at least 1,300 people and injured 5,700.", [("killed", 1300), ("injured", 5700)]),
        ("At least 27 were killed and 60 wounded, 12 of them critically.",
         [("killed", 27), ("injured", 60), ("injured", 12)]),
        ("The death toll rose to 311 from 255, officials said.", [("killed", 311), ("killed", 255)]),
        ("Toll in harbour bombings rises to 91, many suspects arrested", [("killed", 91)]),
        ("Divers found 40 bodies and 100 body parts under the debris.", [("killed", 40)]),
        ("The toll of the unrest has reached 197.", [("killed", 197)]),
        ("The number of victims is at least 70; over 130 are injured.", [("killed", 70), ("injured", 130)]),
        ("Rockets left two dozen dead in the town.", [("killed", 24)]),
        ("The raid claimed 12 lives.", [("killed", 12)]),
        ("Nine killed, 40 hurt in bus crash", [("killed", 9), ("injured", 40)]),
        ("No casualties were reported after the strike.", [("other:casualties", 0)]),
        ("More than 2,000 houses were destroyed and 500 others damaged.",
         [("buildings_destroyed", 2000), ("buildings_damaged", 500)]),
        ("The rebels captured 50 villages.", [("settlements_captured", 50)]),
        ("Some 30 people are missing and 11 are trapped under the rubble.", [("missing", 30), ("trapped", 11)]),
        ("The war has displaced half a million people.", [("displaced", 500000)]),
        ("Police arrested 45 protesters and 12 officers were injured.", [("detained", 45), ("injured", 12)]),
        ("People killed: 344", [("killed", 344)]),
        ("Houses damaged or destroyed: 239,682", [("buildings_damaged", 239682)]),
        ("People affected: 1.85 million", [("affected", 1850000)]),
        ("Goals scored: 3", []),
        ("The quake levelled 300 houses.", [("buildings_destroyed", 300)]),
        ("A student was killed and two others were hurt.", [("killed", 1), ("injured", 2)]),
        ("The raid claimed 80 lives and inflicted harm on 200 civilians.", [("killed", 80), ("injured", 200)]),
        ("Of those missing, 54 are from Bagmati and seven from Kosi.", [("missing", 54), ("missing", 7)]),
        ("Those killed on the army's side were five soldiers and two pilots.", [("killed", 5), ("killed", 2)]),
        ("More than 6,300 refugees returned in October.", [("returned", 6300)]),
        ("The blast killed 72 people and injured 160. The victims included 20 children.",
         [("killed", 72), ("injured", 160), ("killed", 20)]),
        ("The toll has risen to 143, including three children, with 107 more taken to hospital.",
         [("killed", 143), ("killed", 3), ("injured", 107)]),
        ("The toll could exceed 200, with over 9,000 people arrested, many students among them.",
         [("killed", 200), ("detained", 9000)]),
        ("Houses fell, with the death toll estimated at 1,300 and the number of injured at 5,600.",
         [("killed", 1300), ("injured", 5600)]),
        ("It counted 2,189 deaths, 12,268 injured and 332 missing.",
         [("killed", 2189), ("injured", 12268), ("missing", 332)]),
        ("Some 27,000 were forced to flee and 12 remain in hospital.", [("displaced", 27000), ("injured", 12)]),
        ("So far 281 schools were identified as damaged.", [("buildings_damaged", 281)]),
        ("In the district 45 relief camps were set up, accommodating 3,069 persons.", [("displaced", 3069)]),
        ("The museum hosts 400 visitors a day and 3 guides died.", [("killed", 3)]),
        ("Two nurses were among those who lost their lives.", [("killed", 2)]),
        ("More than two-hundred injured were brought to the clinic.", [("injured", 200)]),
        ("In all 265.000 civilians were evacuated and 1.265.000 displaced.", [("evacuated", 265000), ("displaced", 1265000)]),
        ("The pit is 1.250 metres deep; 12.500 people fled.", [("displaced", 12500)]),
        ("The wall broke, said a man of Rescue 1122.", []),
        ("No-one remained trapped.", [("trapped", 0)]),
        ("Gunmen executed 35 prisoners who had been held at the fort.", [("killed", 35)]),
        ("A bomber killed 14 people at a camp for displaced families.", [("killed", 14)]),
        ("The council recorded 10 deaths, with nine registered in Norvale.", [("killed", 10), ("killed", 9)]),
        ("Norvale recorded five deaths while Kotri registered two.", [("killed", 5), ("killed", 2)]),
        ("Some 3,000 troops were deployed to aid in rescue operations.", [("rescuers", 3000)]),
        ("Some 3,000 troops were deployed to the border.", [("troops", 3000)]),
        ("Dozens of children, many younger than 15, were killed.", [("killed", None)]),
        ("A man wept after he recognised one of the dead.", []),
        ("Of those who were killed, 145 were Egyptian.", [("killed", 145)]),
        ("Another 9 are in intensive care.", [("injured", 9)]),
        ("A total of 2 800 people were injured.", [("injured", 2800)]),
        ("Those hurt in the riots now number 1,204.", [("injured", 1204)]),
        ("The bodies that reached the morgue are now 37.", [("killed", 37)]),
        ("The victims of the landslide are no more than 18 people.", [("killed", 18)]),
        ("The victims were 19 and 23.", []),
        ("The number of flood victims is now 14.", [("killed", 14)]),
        ("The clashes take the death toll from the week's casualties to 34.", [("killed", 34)]),
        ("Two others were beaten and stabbed and died in a clinic.", [("killed", 2)]),
        ("Five bodies were recovered, while the mayor said eight were recovered.", [("killed", 5), ("killed", 8)]),
        ("Officials said 70% of the port's buildings had been damaged and 20% destroyed.",
         [("buildings_damaged", None), ("buildings_destroyed", None)]),
        ("About 40% of the housing stock was destroyed.", [("buildings_destroyed", None)]),
        ("The region has 16% of the country's population and 4 people died.", [("killed", 4)]),
        ("Forty school buildings suffered damage.", [("buildings_damaged", 40)]),
        ("At least 90 buildings fell in the old quarter.", [("buildings_destroyed", 90)]),
        ("Six people are in a serious but stable condition.", [("injured", 6)]),
        ("The search is being carried out by 80 firefighters.", [("rescuers", 80)]),
        ("The service mobilised 900 men to help put out the fires.", [("rescuers", 900)]),
        ("So far 192 have been saved.", [("rescued", 192)]),
        ("Of the crew 38 were killed, 134 survived and 15 remain missing.",
         [("killed", 38), ("rescued", 134), ("missing", 15)]),
        ("Divers were searching for 26 others.", [("missing", 26)]),
        ("Troops killed 3 rebels while they freed the hostages, which included 24 children.",
         [("killed", 3), ("abducted", 24)]),
        ("Five of the hostages were found beheaded on Friday.", [("killed", 5)]),
        ("Nine were hurt by gunmen, estimated by police to number 200.", [("injured", 9)]),
        ("Police were searching for 3 suspects.", []),
        ("The office located more than 100 people who were reported missing, and 50 remain missing.", [("missing", 50)]),
        ("Hundreds of thousands are packed into tent camps.", [("displaced", None)]),
        ("Nine bodies were found. Police handed over those nine victims.", [("killed", 9), ("killed", 9)]),
        ("The blast killed 4. The clinic received three victims.", [("killed", 4), ("injured", 3)]),
        ("The death toll of the crash has increased to 233 and over 900 injured, said the mayor.",
         [("killed", 233), ("injured", 900)]),
        ("The death toll has increased to 233 and 900 injured.", [("killed", 233), ("injured", 900)]),
        ("So far at least 79 people are dead/missing.", [("other:dead_or_missing", 79)]),
        ("So far at least 79 people are dead or missing.", [("other:dead_or_missing", 79)]),
        ("Some 300 people were killed or injured.", [("other:casualties", 300)]),
        ("The landslide buried more than 2,000 people.", [("trapped", 2000)]),
        ("The soldiers buried 12 people in a mass grave.", [("killed", 12)]),
        ("Some 280 pupils had been rounded up and kidnapped by an armed group.", [("abducted", 280)]),
        ("Some 280 protesters had been rounded up by police.", [("detained", 280)]),
        ("The boat carrying 400 refugees was on its way to Norvale.", []),
        ("The town counted 567 new infections and 27 reported deaths.", [("killed", 27)]),
    ],
)  # fmt: skip
def test_numbers_get_the_measure_that_their_words_give(
    text: str, expected: list[tuple[str, float]], figures_of: ReadFigures
) -> None:
    """Each figure has the measure and value that the sentence states."""
    assert [(f.measure, f.value) for f in figures_of(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The commander, 45, was killed in 2016 near Route 12.",
        "The 46th Regiment was attacked at 9.30 p.m. on 5 March.",
        "The magnitude 7.2 quake struck 30 km west of the town and was felt for 40 seconds.",
        "The attack caused damage of 3 million dollars.",
    ],
)
def test_ages_years_distances_and_money_are_no_figures(text: str, figures_of: ReadFigures) -> None:
    """A number that counts nobody gives no figure of people."""
    assert not figures_of(text)


@pytest.mark.parametrize(
    ("text", "category"),
    [("12 soldiers were killed.", "combatants"), ("12 villagers were killed.", "civilians"),
     ("12 people were killed.", "people"), ("Police killed two attackers.", "other")],
)  # fmt: skip
def test_population_is_the_counted_noun_s(text: str, category: str, figures_of: ReadFigures) -> None:
    """The category is that of the noun."""
    assert [f.population.category for f in figures_of(text)] == [category]


def test_bodies_with_a_number_of_their_own_count_nothing_behind_it(figures_of: ReadFigures) -> None:
    """ "The bodies of 44 victims as well as 140 injured people" are 44 dead and 140 injured."""
    found = figures_of("Clinics received the bodies of 44 victims as well as 140 injured people, doctors said.")
    assert [(f.value, f.measure) for f in found] == [(44, "killed"), (140, "injured")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 40 residential and commercial buildings were destroyed.", [("buildings_destroyed", 40)]),
        ("Hundreds of government and private buildings have been damaged.", [("buildings_damaged", None)]),
        ("A shell killed 40 villagers seeking shelter from the war.", [("killed", 40)]),
        ("Twelve people fleeing the town were killed.", [("killed", 12)]),
        ("There were some 1,700 asylum seekers on the island.", [("displaced", 1700)]),
        ("Twenty asylum seekers drowned.", [("killed", 20)]),
        ("One report said six children were killed.", [("killed", 6)]),
        ("Some 24 civilians, 25 Kurdish fighters, and 26 Syrian militiamen have been killed.",
         [("killed", 24), ("killed", 25), ("killed", 26)]),
        ("The quake killed nine people. It damaged clinics, including one which had to stop its service.", [("killed", 9)]),
        ("The quake killed nine people. The bodies of two victims lay in Ziran, which is one of the 12 worst-hit villages.",
         [("killed", 9), ("killed", 2)]),
        ("The quake killed nine people, including one in the port.", [("killed", 9), ("killed", 1)]),
    ],
)  # fmt: skip
def test_what_a_number_counts_is_found_across_its_phrase(
    text: str, expected: list[tuple[str, float | None]], figures_of: ReadFigures
) -> None:
    """Joined modifiers belong to one phrase, a deed counts before the flight it met, and parts of things are no people."""
    assert [(f.measure, f.value) for f in figures_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Six people detained during the riots had died, the court heard.", [("killed", 6)]),
        ("The group says that it killed 30 soldiers and holds 214 people.", [("killed", 30)]),
        ("Troops freed 346 hostages and killed over 30 gunmen.", [("rescued", 346), ("killed", 30)]),
        ("The gunmen released 12 hostages on Sunday.", [("other:released", 12)]),
        ("The commissioner gave 59 as the number of people abducted.", [("abducted", 59)]),
        (
            "2,000 bodies have been buried and another 900 are still in the morgues.",
            [("killed", 2000), ("killed", 900)],
        ),
    ],
)
def test_what_counts_says_what_became_of_them(
    text: str, told: list[tuple[str, float]], figures_of: ReadFigures
) -> None:
    """The verb of their own clause says what became of those counted, not a participle or another verb beside it."""
    assert [(f.measure, f.value) for f in figures_of(text)] == told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hopes of locating 53 people who are still missing fade.", [("missing", 53)]),
        ("Divers try to find 53 women who are missing.", [("missing", 53)]),
        ("After locating 30 people who had been missing, divers left.", []),
        ("Officials put the number of people killed in the floods at over 100.", [("killed", 100)]),
        ("A flood killed 60 people. Troops hold the city's western half, the last to fall.", [("killed", 60)]),
        ("Seven were admitted to the burns ward and two moved to intensive care.", [("injured", 7), ("injured", 2)]),
        ("Five players were admitted to the hall of fame.", []),
    ],
)
def test_what_stands_around_a_number_is_no_other_number(
    text: str, expected: list[tuple[str, float]], figures_of: ReadFigures
) -> None:
    """People still sought are missing, a toll is no age, a side of a city no share, and a ward takes in the hurt."""
    assert [(f.measure, f.value) for f in figures_of(text)] == expected


def test_people_at_work_are_no_dead_of_a_toll(figures_of: ReadFigures) -> None:
    """Behind a headline's toll that rises, those who have a noun of their own and no harm are not counted as dead."""
    assert not figures_of("The line is blocked.", title="Train crash: Toll rises, over 1000 railway staff at the scene")
