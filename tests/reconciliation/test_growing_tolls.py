"""A toll that grows from day to day is the last that was told, not the one told most often."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from rashomon.app import dossiers_of
from rashomon.settings import Settings


def headline(tmp_path_factory: pytest.TempPathFactory, tolls: list[tuple[str, str]]) -> float | None:
    """The killed of the main event of a story of reports, each a day and its lead."""
    source = tmp_path_factory.mktemp("toll") / "reports.jsonl"
    rows = [
        {
            "outlet": f"Paper {n}",
            "published": day,
            "title": f"Quake in Nakuru, {dt.date.fromisoformat(day):%A}",
            "text": text,
        }
        for n, (day, text) in enumerate(tolls)
    ]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    (dossier,) = dossiers_of([str(source)], Settings(story="one"))
    return dossier.main.killed.value if dossier.main and dossier.main.killed else None


#: Leads that no two reports share, so that none is a copy.
LEADS = (
    "An earthquake that struck Nakuru on 5 May killed {} people, officials said. Roads to the town were cut.",
    "{} people were killed when a quake shook Nakuru on 5 May, the county's governor told reporters by telephone.",
    "Rescuers in Nakuru said the earthquake of 5 May had killed {} people. Tents went up in the stadium by night.",
    "The death toll of the earthquake in Nakuru on 5 May stands at {}, the police said. Schools stay shut.",
    "The Nakuru quake of 5 May killed {} people, the interior ministry said as soldiers cleared the market.",
)


def told(day: int, toll: int, lead: int = 0) -> tuple[str, str]:
    """A report of a day of May 2021 that leads with a toll."""
    return f"2021-05-{day:02}", LEADS[lead].format(toll)


def test_the_last_of_a_growing_toll_is_the_event_s(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Three early reports of 20 dead do not outvote the 140 and 900 that later days count."""
    assert (
        headline(tmp_path_factory, [told(5, 20), told(5, 20, 1), told(5, 20, 2), told(7, 140, 3), told(9, 900, 4)])
        == 900
    )


def test_an_older_count_told_late_is_no_later_count(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A count as of the day before, told in the last report, does not undo what had been counted since."""
    late = "2021-05-09", "Officials had counted 140 dead of the Nakuru earthquake of 5 May by 7 May, an aid group said."
    assert headline(tmp_path_factory, [told(5, 20), told(5, 20, 1), told(5, 20, 2), told(8, 300, 3), late]) == 300


def test_numbers_of_one_day_are_voted_on(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What most reports of one day tell stands against a single larger number of that day."""
    assert headline(tmp_path_factory, [told(5, 20), told(5, 20, 1), told(5, 20, 2), told(5, 31, 3)]) == 20


def test_a_corrected_toll_is_what_it_was_revised_to(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A later report that revises a toll downwards outweighs those that told the higher one."""
    revised = "2021-05-09", "Officials revised the death toll of the Nakuru earthquake of 5 May down to 253 from 359."
    assert headline(tmp_path_factory, [told(6, 290), told(7, 359, 1), told(7, 359, 2), revised]) == 253


def test_a_later_count_of_one_group_is_no_growth(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A later and larger number of children only is not what the earlier toll of all people has grown to."""
    children = "2021-05-09", "In Nakuru 31 children were killed by the earthquake of 5 May, an aid group said."
    assert headline(tmp_path_factory, [told(5, 20), told(5, 20, 1), told(6, 20, 2), children]) == 20


def test_a_party_s_count_is_no_growth(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What a party counts of its enemy's dead is not what the toll that others gave before has grown to."""
    first = [
        "Clashes in Aleppo on 28 November killed 60 people, the Syrian Observatory for Human Rights said.",
        "60 people were killed when fighting broke out in Aleppo on 28 November, doctors of two hospitals said.",
        "Rescuers in Aleppo said the clashes of 28 November had killed 60 people. The bakeries stayed shut.",
    ]
    party = "The Russian Defence Ministry said 400 people had been killed in the Aleppo clashes of 28 November."
    assert headline(tmp_path_factory, [*(("2024-11-28", t) for t in first), ("2024-11-30", party)]) == 60


def test_a_party_s_count_does_not_lead(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What fighters say they killed does not lead where others count, though more headlines tell it."""
    claims = [
        "Separatists said they had killed 214 people in the raid of 28 November near Quetta. They gave no proof.",
        "The separatists said that the raid of 28 November near Quetta had killed 214 people, all of them soldiers.",
        "In Quetta 31 people were killed by the raid of 28 November, doctors of two hospitals said in the evening.",
    ]
    assert headline(tmp_path_factory, [("2024-11-29", t) for t in claims]) == 31


def test_a_floor_grows_within_its_day(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Two reports of "more than" do not outvote the higher number that the same day counts; exact numbers stand."""
    floors = [("2021-05-05", LEADS[n].format("more than 100")) for n in (0, 1)]
    assert headline(tmp_path_factory, [*floors, told(5, 127, 2)]) == 127
    assert headline(tmp_path_factory, [told(5, 100), told(5, 100, 1), told(5, 127, 2)]) == 100


def test_what_is_only_claimed_beside_a_stated_toll_is_not_the_toll(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Of one sentence's two numbers, the one that some only claim does not stand for its report."""
    both = (
        "The governor confirmed that 90 people died in the earthquake in Nakuru, but some politicians claimed {} died."
    )
    assert headline(tmp_path_factory, [("2021-05-05", both.format("more than 140"))]) == 90
