"""People who were taken: what a report of an abduction tells of them in words that elsewhere tell nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.model.claim import Figure

ReadFigures = Callable[[str], tuple[Figure, ...]]
_TOLD = "The abduction shocked Norvale. The kidnappers have not been named. "


def _read(figures_of: ReadFigures, text: str) -> list[tuple[str, float | None]]:
    return [(f.measure, f.value) for f in figures_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("More than 60 pupils had been taken.", [("abducted", 60)]),
        ("Some 30 women were carried off from the market.", [("abducted", 30)]),
        ("Only nine were still held.", [("abducted", 9)]),
        ("Forty are still being held by the gunmen.", [("abducted", 40)]),
        ("The swap leaves 23 in the hands of their captors.", [("abducted", 23)]),
        ("The governor said that 31 boys were found.", [("rescued", 31)]),
        ("Fourteen of the 52 nurses taken had escaped.", [("other:escaped", 14), ("abducted", 52)]),
        ("Seven girls have been reunited with their families.", [("returned", 7)]),
        ("Only 12 came home safely.", [("returned", 12)]),
        ("Only eight were not safe.", [("missing", 8)]),
    ],
)
def test_a_report_of_an_abduction_tells_who_was_taken_in_plain_words(
    text: str, expected: list[tuple[str, float]], figures_of: ReadFigures
) -> None:
    """In a report of an abduction those taken, held, found, escaped or come home are counted as such."""
    assert _read(figures_of, _TOLD + text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Twelve pupils were taken to school by bus.",
        "Three meetings were held with the families.",
        "Four were found guilty of perjury.",
        "Six were found in possession of maps.",
        "Some 20 minutes were taken up by questions.",
        "Nine suspects were found at a farm.",
    ],
)
def test_such_words_tell_nobody_taken_where_they_lead_elsewhere(text: str, figures_of: ReadFigures) -> None:
    """A school, a court or a thing behind the same verbs makes nobody abducted or rescued."""
    assert _read(figures_of, _TOLD + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Some 200 players were taken by the big clubs.",
        "Only nine were still held by the bank.",
        "The study said that 31 boys were found.",
        "Seven girls have been reunited with their families after the trip.",
    ],
)
def test_elsewhere_the_same_words_count_nobody(text: str, figures_of: ReadFigures) -> None:
    """In a report of no abduction, those taken, held, found or reunited are no figure."""
    assert _read(figures_of, text) == []


def test_gunmen_who_take_people_abduct_them(figures_of: ReadFigures) -> None:
    """Armed men who took people abducted them, unless they took them to safety."""
    assert _read(figures_of, "Militants took 76 pupils from a boarding school.") == [("abducted", 76)]
    assert _read(figures_of, "The rebels took 76 pupils to safety.") != [("abducted", 76)]


def test_those_still_looked_for_are_missing(figures_of: ReadFigures) -> None:
    """People who "were being looked for" are missing; suspects are not."""
    assert _read(figures_of, "Four were found alive, and 25 were being looked for.")[-1:] == [("missing", 25)]
    assert _read(figures_of, "Three suspects were being looked for.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 20 of the miners abducted by the gang are still missing.", [("missing", 20)]),
        ("Three of the nurses injured in the crash died.", [("killed", 3)]),
        ("Two of the guards wounded in the raid were flown out.", [("injured", 2)]),
        ("Twelve of the 30 pilots abducted in May have been freed.", [("other:released", 12), ("abducted", 30)]),
    ],
)
def test_a_part_is_told_by_its_own_verb(text: str, expected: list[tuple[str, float]], figures_of: ReadFigures) -> None:
    """What a participle tells of the whole is not told of a part that has a verb of its own."""
    assert _read(figures_of, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two of the hostages were found dead.", [("killed", 2)]),
        ("Three of the detainees were injured in the riot.", [("injured", 3)]),
        ("Three of the prisoners were beaten to death.", [("killed", 3)]),
        ("Six of the captives were rescued by troops.", [("rescued", 6)]),
        ("Four of the hostages are missing.", [("missing", 4)]),
        ("Three of the detainees are students.", [("detained", 3)]),
        ("Two of the hostages were not injured.", []),
    ],
)
def test_what_befell_some_of_the_held_is_told_of_them(
    text: str, expected: list[tuple[str, float]], figures_of: ReadFigures
) -> None:
    """Of the held, displaced or missing, a part that was hurt, killed or saved counts as that."""
    assert _read(figures_of, text) == expected


def test_prisoners_who_kill_are_not_killed(figures_of: ReadFigures) -> None:
    """A deed with an object of its own befell somebody else."""
    assert _read(figures_of, "Three of the prisoners killed a guard.")[0] == ("detained", 3)


def test_those_returned_to_their_families_are_back(figures_of: ReadFigures) -> None:
    """In a report of an abduction people returned to their families are returned; books are not."""
    assert _read(figures_of, _TOLD + "Eight have been returned to their families.") == [("returned", 8)]
    assert _read(figures_of, _TOLD + "Eight books have been returned to their owners.") == []
