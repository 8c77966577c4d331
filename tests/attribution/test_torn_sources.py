"""Sources whose verb the parse gives to another word, and remarks inside a sentence."""

from __future__ import annotations

import pytest
from tests.attribution.conftest import Ask


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        (
            "The agency's chief, Ali Demir, posted a tweet saying 94 miners are dead.",
            "94",
            "The agency's chief, Ali Demir",
        ),
        ("The agency received a report that 29 divers were missing.", "29", "The agency"),
        ("The Harbour Board cited nearly 2,900 injuries in the port.", "2,900", "The Harbour Board"),
        (
            "Soldiers found 22 dead children in the ruin, while 30 more were missing, Mayor Lind said.",
            "22",
            "Mayor Lind",
        ),
        ("Mr Lind said thousands were homeless. “In Suva there were 142 houses destroyed.”", "142", "Mr Lind"),
    ],
)
def test_who_stands_behind_what_was_issued_heard_or_found(who_says: Ask, text: str, number: str, words: str) -> None:
    """A tweet's issuer, a report's receiver, a number's citer, the sentence's own tag, the quoted speaker before answer."""
    assert who_says(text, number)[0] == words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The rebels, which the Harbour Board says are armed by Norvale, fought on in a war that killed 300.", "300"),
        (
            "At least 17 were killed in the port, and the AFP agency reported, quoting medical sources, that beds ran out.",
            "17",
        ),
    ],
)
def test_a_remark_inside_a_sentence_answers_for_itself_alone(who_says: Ask, text: str, number: str) -> None:
    """A relative clause's speaker and the source of the clause behind leave the rest of a sentence to the outlet."""
    assert who_says(text, number)[0] is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "KOTRI - A gunman killed 20 people in a crowded store on Saturday, witnesses and officials said.",
            "witnesses and officials",
        ),
        ('The "new mayor" of Kotri, put in place by the army, announced that 20 people had died.', "new mayor"),
        ("The Kotri Commission said 3 men had died. The injured, it said, were 20.", "The Kotri Commission"),
        (
            "The relief office said roads were shut. Some 20 people had fled, according to its figures.",
            "The relief office",
        ),
        (
            "Militias rose up; the army has answered with raids that killed 20 people, according to a local monitor.",
            "a local monitor",
        ),
        (
            "“We search; we hope. We have found 20 bodies; the river is high,” Lena Orlov, a rescuer, told AFP.",
            "Lena Orlov, a rescuer",
        ),
        (
            "A strike on a school killed 20 people, the civil defence agency said, among them five women.",
            "the civil defence agency",
        ),
        ("Some 20 people died, police said: nine men and 11 women.", "police"),
        ("Police said 70 people had died. Roads are closed. Of the dead, 20 were farmers.", "Police"),
    ],
)
def test_torn_parses_and_remarks_keep_their_source(who_says: Ask, text: str, words: str) -> None:
    """A dateline, an insertion, a semicolon or a sentence between does not part a number from its source."""
    assert who_says(text, "20")[0] == words


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("Late on Monday, Paraguay reported 14 more deaths from the fever.", "14", "Paraguay"),
        ("Nairobi has announced 63 arrests so far.", "63", "Nairobi"),
        ("Mongolia put its losses in the blizzard at 71 herders.", "71", "Mongolia"),
        (
            "The landslide may have buried dozens of people, and perhaps hundreds, on the northern side of the lake, "
            "a senior geologist said on Friday.",
            "dozens",
            "a senior geologist",
        ),
        (
            '"The lists we have now point to 340 missing people, which is most of the village," the director of the '
            "Office for River Safety, Lena Orlov, told the media.",
            "340",
            "the director of the Office for River Safety, Lena Orlov",
        ),
        ("By Sunday night 48 had been lifted off the roof, an unsigned report said.", "48", "an unsigned report"),
        (
            "Nine herders have reportedly drowned, according to information received by the wardens.",
            "Nine",
            "information received by the wardens",
        ),
        (
            "Nine guests were hurt, according to the manager of Lake Lodge, Lena Orlov.",
            "Nine",
            "the manager of Lake Lodge, Lena Orlov",
        ),
        (
            "In the administrative post of Kotri alone, 18 barns burned, the district police said.",
            "18",
            "the district police",
        ),
        ("The clinic said tests had ended, 46 bodies had been named and 12 body parts found.", "46", "The clinic"),
        ("Twelve barns burned, he said, while 30 families were taken away.", "30", None),
    ],
)
def test_who_stands_right_before_the_verb_or_governs_speaks(
    who_says: Ask, text: str, number: str, words: str | None
) -> None:
    """Governments by nation or capital, names between commas and sources torn from their verb are found."""
    assert who_says(text, number)[0] == words
