"""Who answers where a source stands inside, before or behind what it tells, or tells it sentence by sentence."""

from __future__ import annotations

import pytest
from tests.attribution.conftest import Ask


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        (
            "In May, says the Office of Sea Rescue, 256 sailors were killed in the strait.",
            "256",
            "the Office of Sea Rescue",
        ),
        ("In Arda, local media reported, rangers arrested five poachers.", "five", "local media"),
        ("By the health ministry, 192 people have died, and 40 were reported missing.", "192", "the health ministry"),
        ("The toll in Arda stands at 10 and hundreds are hurt, based on police data.", "10", "police data"),
        ("Based on this, the camp of 300 tents was moved.", "300", None),
        (
            "According to figures the Harbour Board put out on Sunday, the wave hit 317 huts.",
            "317",
            "the Harbour Board",
        ),
        (
            "The dead number 391, the Vale Agency reported with reference to the fire service.",
            "391",
            "the fire service",
        ),
    ],
)
def test_a_source_beside_what_it_tells(who_says: Ask, text: str, number: str, words: str | None) -> None:
    """Sources between commas, those that data, figures or a report rest on or refer to, answer for their sentence."""
    assert who_says(text, number)[0] == words


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("Nine miners were killed, the coroner said; several others were badly hurt.", "Nine", "the coroner"),
        ("The report recorded 61 deaths in total: 50 men were shot, and 11 died at road blocks.", "50", "The report"),
        ("The board announced yesterday, Sunday, that the toll had risen to 419.", "419", "The board"),
        ("A further 121 people are in hospital, state media report.", "121", "state media"),
        ("In all 1,480 people are dead, the latest studies show.", "1,480", "the latest studies"),
        ("The union said 48 had died. “Tens have been held since,” it read.", "Tens", "The union"),
        ("Six men were held, his father and brother among them, a judge said.", "Six", "a judge"),
        ("Port officials have spoken of 17 dead, five stewards among them.", "five", "Port officials"),
        ("Eight raiders died, but those figures are partial, according to the coroner.", "Eight", "the coroner"),
        (
            "In a note Mayor Ada Moss, who heads the agency, broke it down: 86 people died in Arda, 71 in Borl.",
            "71",
            "Mayor Ada Moss",
        ),
    ],
)
def test_what_a_speaker_tells_goes_on(who_says: Ask, text: str, number: str, words: str) -> None:
    """Lists behind a colon, clauses behind a semicolon or a day, and numbers judged as a whole are the speaker's."""
    assert who_says(text, number)[0] == words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Norland said it had held 11 people over the fire at the mill, as the death toll climbed to 133.", "133"),
        ("The man is seen by investigators as the planner of Friday's raids, which killed 129 people.", "129"),
        (
            "Police are looking for a man who they say was involved in the attacks, in which seven raiders died.",
            "seven",
        ),
        ("The experts are still trying to identify 12 bodies.", "12"),
        ("Three held as Red Dawn claims responsibility.", "Three"),
        ("The governor said 22 bodies had been found. Four adults died at the school and others are missing.", "Four"),
        ("Norland says it hit 50 targets.\n\nIn Arda five people, all of them divers, have been killed.", "five"),
    ],
)
def test_the_outlets_own_toll_is_nobodys(who_says: Ask, text: str, number: str) -> None:
    """A toll in the background of what somebody says, or of others than those counted before, has no source."""
    assert who_says(text, number)[0] is None


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("The fleet said 20 shells hit the quay. The attack killed four dockers.", "four", "The fleet"),
        ("The fleet said 20 shells hit the quay. The convoy was carrying 50 dockers.", "50", None),
        ("The quake hurt 500 people, the fire board said. It destroyed 465 huts.", "465", "the fire board"),
        ("The board counted 12 dead. The 1985 quake left 900 dead.", "900", None),
        (
            "The fire board said 35 had died. The floods wrecked 3,374 huts. Borl is worst hit, with 52 injuries. Of the"
            " dead 23 are men, the data show.",
            "52",
            "The fire board",
        ),
        (
            "The fire board said 35 had died. However, the mayor's sons had 52 huts rebuilt. 20 died since, the fire"
            " board said.",
            "52",
            None,
        ),
        ("The service counted 39 dead. It had received 47 reports of missing people.", "47", "The service"),
        (
            "The service said it searched for 63 hours. As of 7 on Friday, 39 people had been saved. The injured were 79. A"
            " further 25 residents are still missing.",
            "25",
            "The service",
        ),
        ("The service counted 39 dead. Arda is worst hit, with 12 deaths.", "12", "The service"),
        ("The service counted 39 dead. As of March 20, groups were looking into 500 deaths.", "500", None),
        ("The service said it searched. By the river 39 people had drunk tea.", "39", None),
        (
            "The fire brigade's report said 502 had died. According to the mayor, 90 live there. By the same report, 16"
            " bridges were said to have fallen.",
            "16",
            "the same report",
        ),
    ],
)
def test_counts_go_on_with_whoever_told_those_before(who_says: Ask, text: str, number: str, words: str | None) -> None:
    """The harm of what was told, reports got, and counts up to "the data show" keep the source before them."""
    assert who_says(text, number)[0] == words


@pytest.mark.parametrize(
    ("text", "words", "origin"),
    [
        (
            "18 are in hospital, said the head of the harbour administration, Ada Moss.",
            "the head of the harbour administration, Ada Moss",
            "the harbour administration",
        ),
        (
            "Ada Moss, the minister of ports, said 18 had drowned.",
            "Ada Moss, the minister of ports",
            "the minister of ports",
        ),
        (
            "A port official speaking on condition of anonymity said 18 had drowned.",
            "A port official speaking on condition of anonymity",
            "A port official",
        ),
        (
            "The sea is calm, said Mayor Ada Moss. “The dead are 18,” the official wrote on her page.",
            "Mayor Ada Moss",
            "Mayor Ada Moss",
        ),
        ("The sea is calm, said Mayor Ada Moss. Her count stood at 18.", "Mayor Ada Moss", "Mayor Ada Moss"),
        ("“We saw 18 dead,” Ada Moss, who heads the Harbour Board, told this outlet.", "Ada Moss", "Ada Moss"),
        (
            "Today Ada Moss, a harbour official, said 18 had drowned.",
            "Ada Moss, a harbour official",
            "a harbour official Ada Moss",
        ),
        ("As counted by Reuters, 18 people have died.", "Reuters", "Reuters"),
        ("A group believes that 18 died, according to two officials.", "two officials", "two officials"),
    ],
)
def test_a_sources_words_hold_its_post(who_says: Ask, text: str, words: str, origin: str) -> None:
    """A public person's post beside the name and what describes an unnamed official are the source's words, and no part
    of the organisation."""
    assert who_says(text, "18")[:2] == (words, origin)
