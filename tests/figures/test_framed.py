"""Measures told by a verb together with what stands beside it, and by the state that a number is said to be of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.errors import PartError
from rashomon.knowledge.frames import read_frames
from rashomon.model.claim import Figure

ReadFigures = Callable[[str], tuple[Figure, ...]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 58 people were pulled out alive.", [("rescued", 58)]),
        ("Nine miners were brought to the surface by a crane.", [("rescued", 9)]),
        ("Six of those on board did not survive.", [("killed", 6)]),
        ("The brigade lost 26 soldiers in the ambush.", [("killed", 26)]),
        ("The crash cost 31 people their lives.", [("killed", 31)]),
        ("Gunmen came at dusk and led away 36 pupils.", [("abducted", 36)]),
        ("Police rounded up 40 people before dawn.", [("detained", 40)]),
        ("Ninety people were being held at the central police station.", [("detained", 90)]),
        ("Rescuers searched the slope for 26 others.", [("missing", 26)]),
        ("Three climbers have not been heard from since Monday.", [("missing", 3)]),
        ("Some 20,000 people have crossed to Norvale to escape the fighting.", [("displaced", 20000)]),
        ("Almost 3,000 residents were taken to higher ground in trucks.", [("evacuated", 3000)]),
        ("Cholera has struck 20,000 people.", [("affected", 20000)]),
        ("Some 4,500 houses lie in ruins.", [("buildings_destroyed", 4500)]),
        ("The storm tore the roofs off 200 homes.", [("buildings_damaged", 200)]),
        ("Water stood in 9,000 homes.", [("buildings_damaged", 9000)]),
        ("More than 800 homes were destroyed in part.", [("buildings_damaged", 800)]),
        ("Twenty-three towns have changed hands.", [("settlements_captured", 23)]),
        ("Two women underwent surgery for gunshot wounds.", [("injured", 2)]),
        ("Another 300 people were given outpatient treatment.", [("injured", 300)]),
        ("Nine people received treatment after being injured in the quake.", [("injured", 9)]),
        ("The village mourned the loss of three children.", [("killed", 3)]),
        ("The ferry vanished with 239 people on board.", [("missing", 239)]),
        ("Around 14,000 people flooded into camps on high ground.", [("displaced", 14000)]),
        ("About 300 people slept outdoors on Tuesday night.", [("displaced", 300)]),
        ("More than 30,000 Norvalians have found refuge there.", []),
        ("More than 30,000 villagers have found refuge there.", [("displaced", 30000)]),
        ("Some 55,000 civilians are said to be moving southwards.", [("displaced", 55000)]),
        ("The deal secured the exit of 1,500 civilians from the suburb.", [("evacuated", 1500)]),
        ("As many as 2,000 people in the hills needed accommodation.", [("homeless", 2000)]),
        ("Some 200 stores have been smashed and looted.", [("buildings_damaged", 200)]),
    ],
)
def test_a_verb_tells_a_measure_with_what_stands_beside_it(
    text: str, expected: list[tuple[str, float]], figures_of: ReadFigures
) -> None:
    """A verb that says little alone tells a measure with its particle, its doer or the place that it leads to."""
    assert [(f.measure, f.value) for f in figures_of(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The visitors lost 12 men to injury before the final.",
        "The museum pulled 58 visitors out of the queue for a prize.",
        "The coach led away 36 pupils after the match.",
        "Prices of 4,500 houses lie in the hands of three banks.",
        "The waiter took in 20 guests.",
        "The charity looks for 300 donors.",
        "A fair has struck 20,000 visitors with delight.",
        "Over 200 students were told to move to another hall.",
        "Some 300 investors found shelter in bonds.",
        "Twenty patients underwent surgery for cataracts.",
        "Some 2,000 students needed accommodation for the term.",
        "The firm reported the loss of 40 workers to a rival.",
        "About 900 fans walked northwards to the stadium.",
        "None of the injured was a local.",
        "Some 30 soldiers moved into new barracks.",
        "Around 30 soldiers pushed in to watch the game.",
        "Some 300 fans arrived at the summer camp without their parents.",
        "Over 70 schools have suffered from a shortage of teachers.",
        "The fund serves the needs of 5,000 people.",
        "Some 1,500 people have joined in the search for a new mascot.",
    ],
)
def test_the_same_verb_with_something_else_beside_it_tells_none(text: str, figures_of: ReadFigures) -> None:
    """Without the doer, the particle or the place that a measure asks for, a verb makes no figure."""
    assert figures_of(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dead numbered 18.", [("killed", 18)]),
        ("The dead of this year are by now 601 men and 273 women.", [("killed", 601), ("killed", 273)]),
        ("The injured, too, have grown in number, to 722.", [("injured", 722)]),
        ("In Norvale the dead are 63 and the injured 166.", [("killed", 63), ("injured", 166)]),
        ("The wounded, 30 in all, were driven across the border.", [("injured", 30)]),
        ("Killed in the bombardment were seven members of one family.", [("killed", 7)]),
        ("That brings to 57 the number of people killed.", [("killed", 57)]),
        ("The group gave the number of dead in the hotel as 40.", [("killed", 40)]),
        ("The toll could climb to as high as 40.", [("killed", 40)]),
        ("Nine of the 31 wounded later died.", [("killed", 9), ("injured", 31)]),
        ("The guard freed 22 hostages.", [("other:released", 22)]),
        ("A woman of 40, a cook, was there.", []),
    ],
)
def test_a_number_counts_those_whose_state_is_its_subject(
    text: str, expected: list[tuple[str, float]], figures_of: ReadFigures
) -> None:
    """The state that a number is said to be of gives its measure, before the verb, behind it or beside the number."""
    assert [(f.measure, f.value) for f in figures_of(text)] == expected


def test_a_frame_with_a_key_that_no_rule_reads_is_refused() -> None:
    """A frame whose key no rule reads, or that names a class which is not there, stops the reading of its file."""
    frame = {"measure": "killed", "counts": "people", "role": "subject", "verbs": ["die"]}
    for damaged in (frame | {"besides": ["up"]}, frame | {"behind": ["in @nowhere"]}):
        with pytest.raises(PartError, match=r"frames\.toml"):
            read_frames({"classes": {}, "topics": {}, "frames": [damaged]}, lambda verb: (verb,))


@pytest.mark.parametrize(
    ("sentence", "realis"),
    [
        ("The rains have killed 355 people since mid-June.", "happened"),
        ("In Maysan and Norvale six people were killed.", "happened"),
        ("The crackdown, which has killed 130 people, goes on.", "background"),
        ("An earlier storm killed 25 people.", "background"),
        ("Before this latest attack the agency had counted 204 deaths in the wards.", "background"),
        ("The blast hurt 25 people in a town that is still recovering from a flood two years ago.", "happened"),
        ("About 50 people were injured around the country.", "happened"),
        ("A dam burst three years since another flood killed 19 people.", "background"),
        ("More than 40,000 people are to be moved to safety.", "planned"),
        ("If the river rises, 12,000 people would be in danger.", "feared"),
    ],
)
def test_what_is_said_of_its_time_makes_a_figure_background_or_no_fact(
    sentence: str, realis: str, figures_of: ReadFigures
) -> None:
    """An older happening, a war as a whole and what is still to come are told from what the report is about."""
    lead = "A blast killed three people in the harbour on 4 August 2024, police said. The city mourns. "
    assert [f.realis for f in figures_of(lead + sentence)] == ["happened", realis]


def test_a_number_of_the_title_is_what_the_report_is_about(figures_of: ReadFigures) -> None:
    """A large count of displaced people beside the name of a war is no background where the title tells it."""
    text = "In the weeks since the war broke out, more than 100,000 people have been displaced."
    assert [f.realis for f in figures_of(text)] == ["happened"]
    text = "The town is small. The baker wept. Since the war broke out 100,000 people have been killed."
    assert [f.realis for f in figures_of(text)] == ["background"]
    assert [f.realis for f in figures_of(text, "War: 100,000 dead") if f.field == "text"] == ["happened"]


def test_them_behind_a_sum_are_all_of_it(figures_of: ReadFigures) -> None:
    """A pronoun behind two counts that add up to a total told before is of the total."""
    text = (
        "The number of people known to have died in the fire rose to 43. Divers said 31 bodies were found on Monday and a "
        "further 12 on Tuesday. Several of them were burned."
    )
    figures = figures_of(text)
    assert figures[-1].part_of == figures[0].id


def test_another_number_for_the_same_has_its_measure(figures_of: ReadFigures) -> None:
    """A bare number with a word of stating is another's number for what was just counted."""
    figures = figures_of("The ministry said 33 people had died, far fewer than the 148 given by lawmakers.")
    assert [(f.measure, f.value) for f in figures] == [("killed", 33), ("killed", 148)]
