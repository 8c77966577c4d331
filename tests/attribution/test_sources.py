"""Who answers for a figure: clauses, adjuncts, tags, relays and what carries on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.attribution.conftest import Ask


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("The harbour authority said that 14 sailors drowned.", "14", "The harbour authority"),
        (
            "At least 31 people died in the landslide, according to the provincial governor.",
            "31",
            "the provincial governor",
        ),
        ("Nine villagers were shot dead, a local doctor told reporters.", "Nine", "a local doctor"),
        ("The Red Crescent counted 62 dead on Monday.", "62", "The Red Crescent"),
        ("Police put the number of arrests at 240.", "240", "Police"),
        ("Late on Friday state radio put the toll at 240 dead.", "240", "state radio"),
        ("The Sunday Times said that 240 people were killed.", "240", "The Sunday Times"),
        ("The raid killed 14 people, said Sgt. Paul Varga.", "14", "Sgt. Paul Varga"),
        (
            "Late on Friday Asha Rao, Orvenna's chief minister, said 324 had died.",
            "324",
            "Asha Rao, Orvenna's chief minister",
        ),
        ("The flood killed 12, according to the aid organisation Save the Children.", "12", "Save the Children"),
        ("Figures from the coast guard show 18 boats were lost.", "18", "Figures from the coast guard"),
        ("Seven miners are trapped, said the operator of the pit.", "Seven", "the operator of the pit"),
        ("The raid killed 12 herders on Friday a monitor said.", "12", "a monitor"),
        ("In a statement, the interior ministry said 5 officers were hurt.", "5", "the interior ministry"),
        ("State television quoted a rescue commander as saying 40 were pulled out.", "40", "a rescue commander"),
        ("The opposition accused soldiers of killing 23 farmers.", "23", "The opposition"),
        ("ROADS CLOSED Opposition activists said 19 people died.", "19", "Opposition activists"),
        (
            "Four people died on Sunday, doctors close to the protesters said.",
            "Four",
            "doctors close to the protesters",
        ),
        ("By the account of a ferry pilot, 52 passengers drowned.", "52", "a ferry pilot"),
        ("On the word of two nurses, 16 patients were left behind.", "16", "two nurses"),
        ("Traders spoke on Sunday of 11 stalls burned and nine men wounded.", "nine", "Traders"),
        ("The coast guard's figure is lower: 38 sailors drowned.", "38", "The coast guard"),
        ("The toll given by the health ministry stands at 61 dead.", "61", "the health ministry"),
        ("Mr Osei, asked on the radio on Sunday, gave the number of dead as 19.", "19", "Mr Osei"),
        ("Mr Osei, announcing his return on Monday, spoke of six dead and 214 wounded.", "six", "Mr Osei"),
        ("The Press Council of Ghana counted 24 injured journalists.", "24", "The Press Council of Ghana"),
        ("The count is far above the 19 dead that President Osei conceded.", "19", "President Osei"),
        ("Some 600 people are missing, going by the accounts of relatives.", "600", "relatives"),
        (
            "Five died, according to a statement that the medics issued together with other groups.",
            "Five",
            "the medics",
        ),
        ("Mr Osei had said that 25 people were killed, 21 of them passengers.", "21", "Mr Osei"),
        ("The Police Reforms Working Group has counted 23 deaths.", "23", "The Police Reforms Working Group"),
        ("The civil defence office set the number of dead at 73.", "73", "The civil defence office"),
        ("Fifteen herders, said the district police, were killed.", "Fifteen", "the district police"),
        ("61 dead, say police.", "61", "police"),
        ("One of her deputies, Lena Orlov, told reporters 29 people had died.", "29", "Lena Orlov"),
        ("While the army says that 15 died, the opposition claims 20 dead.", "15", "the army"),
        ("The clinic confirmed six herders and three guards were dead.", "three", "The clinic"),
        ("By noon 93 bodies had been found, Governor Ada Moss told a press meet.", "93", "Governor Ada Moss"),
        ("At least 13 sailors drowned, according to state-run Kotri 24 TV.", "13", "state-run Kotri 24 TV"),
        ("At least 13 sailors drowned, Kotri 24 TV said.", "13", "Kotri 24 TV"),
        (
            "Earlier the governor of Vester, Ada Moss, told the town that 73 were dead.",
            "73",
            "the governor of Vester, Ada Moss",
        ),
        ("ICRC treats over 60 injured, says 30 people died", "30", "ICRC"),
        (
            "Nobody could confirm the losses, but 103 died in Vester, according to Harbour Rescue.",
            "103",
            "Harbour Rescue",
        ),
        ("Gov. Ada Moss of Norva said 72 people died, 10 others were missing and 13 injured.", "13", "Gov. Ada Moss"),
        ("Official records showed 221 bodies recovered.", "221", "Official records"),
        ("Unconfirmed reports spoke of 276 deaths, but the mayor confirmed 190.", "276", "Unconfirmed reports"),
        ("Some spoke of 276 deaths, but the mayor confirmed only that 190 had died.", "190", "the mayor"),
        ("The 40 held are all Sri Lankans, the Sunday Herald of Vester reported.", "40", "the Sunday Herald of Vester"),
        ("Radio 9 reported the health ministry as saying that 62 people died.", "62", "the health ministry"),
    ],
)
def test_a_figure_has_the_source_that_its_clause_names(who_says: Ask, text: str, number: str, words: str) -> None:
    """A figure has the words of the source that its clause names."""
    assert who_says(text, number)[0] == words


def test_each_clause_has_its_own_source(who_says: Ask) -> None:
    """Where one source contradicts another in a sentence, each answers for its own number."""
    text = "The mayor said 5 people were killed while the army put the toll at 7."
    assert who_says(text, "5")[0] == "The mayor"
    assert who_says(text, "7")[0] == "the army"


def test_a_speaker_without_a_verb_has_the_verb_before(who_says: Ask) -> None:
    """In "the ministry counts 44 dead, the opposition 90", the second number is the opposition's."""
    text = "The health ministry counts 44 dead, the opposition 90."
    assert who_says(text, "44")[0] == "The health ministry"
    assert who_says(text, "90")[0] == "the opposition"


@pytest.mark.parametrize("title", ["Ministry: 14 dead in mine blast", "14 dead in mine blast - ministry"])
def test_a_headlines_shorthand_names_its_source(analyse: Callable[..., object], title: str) -> None:
    """A name before a colon or behind a dash in a headline is its source."""
    at = title.index("14")
    found = analyse("The mine stood idle.", title).source_of("title", at, at + 2)  # type: ignore[attr-defined]
    assert found is not None
    assert found.text.lower() == "ministry"


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Red Front: 14 girls taken in Norvale - parents", "parents"),
        ("Norvale: 14 dead in flood - police", "police"),
        ("Ministry: 14 dead in flood | Vale News", "Ministry"),
        ("Ministry: 14 dead in flood - the river rises", "Ministry"),
    ],
)
def test_who_stands_behind_a_dash_says_what_a_headline_tells(
    analyse: Callable[..., object], title: str, words: str
) -> None:
    """A source behind a dash outranks the topic before the colon; an outlet's name and other words there do not."""
    at = title.index("14")
    found = analyse("The mine stood idle.", title).source_of("title", at, at + 2)  # type: ignore[attr-defined]
    assert found.text == words


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("At least 70 patients died, WHO said in a statement.", "70", "WHO"),
        ("Nine nurses were shot, the group Relief Harbour said.", "Nine", "Relief Harbour"),
        ("Lawyers said 130 were held, more than the 61 that the Interior Ministry acknowledged.", "61", "the Interior"),
        ("“Two people died in Voi,” said Vice Chairperson Ada Moss.", "Two", "Vice Chairperson Ada Moss"),
        (
            "According to the Rio do Sul Civil Defense bulletin issued on Monday, 127 died.",
            "127",
            "the Rio do Sul Civil",
        ),
        (
            "Rescuers found nine dead after a ferry sank in a river and police estimate at least 40 others are missing, "
            "officials said Friday.",
            "40",
            "police",
        ),
        ("The Front has claimed what it said was a raid that killed 30 guards, a monitor said.", "30", "The Front"),
    ],
)
def test_the_nearest_source_answers(who_says: Ask, text: str, number: str, words: str) -> None:
    """The source that the number's own clause names answers for it, whatever the sentence around it says."""
    assert (who_says(text, number)[0] or "").startswith(words)


def test_what_one_source_says_in_passing_is_not_the_other_s(who_says: Ask) -> None:
    """ "Not 16 as the authorities say" leaves the rest of the sentence to whoever claims it."""
    text = "Eighteen people were killed, not 16 as the authorities say, a rights group claimed."
    assert who_says(text, "Eighteen")[0] != "the authorities"


def test_a_free_relative_vouches_for_what_follows_it_alone(who_says: Ask) -> None:
    """ "What it says is a limited raid" leaves the losses told before it to nobody."""
    text = "Nine soldiers died in the hills, where Israel announced the start of what it says is a limited raid."
    assert who_says(text, "Nine")[0] is None


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        (
            "Fires cost 90 lives, says a report that the Harbour Office issued on Monday.",
            "90",
            "a report that the Harbour",
        ),
        ("The bulletin cites radio and the miners for more than 300 people killed.", "300", "radio and the miners"),
        (
            "A blast hit a bus wounding dozens more the Syrian Arab News Agency and valley radio reported.",
            "dozens",
            "the Syrian Arab News Agency and valley radio",
        ),
    ],
)
def test_a_source_is_named_whole_and_no_further(who_says: Ask, text: str, number: str, words: str) -> None:
    """Who made a report, both who speak together, and no counted people belong to the words that name a source."""
    said = who_says(text, number)[0] or ""
    assert said.startswith(words)
    assert "300" not in said


def test_a_number_no_longer_said_is_of_whoever_said_it(who_says: Ask) -> None:
    """Behind "not 21, as X had announced" the number set aside is X's, and the one that stands the speaker's."""
    text = "The ministry said that 12 people died and not 21, as the mayor had announced."
    assert who_says(text, "21")[0] == "the mayor"
    assert who_says(text, "12")[0] == "The ministry"


def test_what_a_minister_is_in_charge_of_is_no_source(who_says: Ask) -> None:
    """A portfolio is no body, whatever stands behind it, and the place of a post stands before no name."""
    ports = "Asha Rao, minister of river ports in the interim administration, said that 12 people died."
    assert who_says(ports, "12")[1] == "minister of river ports"
    assert who_says("Asha Rao, health minister in the east, gave 40 dead.", "40")[1] == "health minister Asha Rao"


def test_authorities_are_no_agency_told_of_before(who_says: Ask) -> None:
    """A plural that names nobody does not repeat the one body named in the sentence before."""
    text = "The River Relief Agency said 300 fled. The toll given by the eastern authorities stands at 33."
    assert who_says(text, "33")[1] == "the eastern authorities"
